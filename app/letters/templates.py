"""Reads the letter templates and fills their blanks, in a sandbox where an unknown name is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from app.letters.rules import Template, parse_template

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "letters"
CONSENT_LETTERS = frozenset(
    {"consent_form", "withdrawal_confirmation", "consent_round", "consent_reminder", "consent_overview",
     "own_withdrawal", "own_consent"}
)  # fmt: skip
_SANDBOX = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)


@cache
def templates(language: str = "nl") -> Mapping[str, Template]:
    """Every shipped template by its code, in the order of their names."""
    read = [
        parse_template(path.read_text(encoding="utf-8"), path.name) for path in sorted((FOLDER / language).glob("*.md"))
    ]
    return {template.code: template for template in sorted(read, key=lambda template: template.name)}


def for_cases() -> Mapping[str, Template]:
    """The templates of letters in a case; the others are written from a consent."""
    return {code: template for code, template in templates().items() if code not in CONSENT_LETTERS}


def filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its blanks filled. Raises jinja2.UndefinedError for a blank that no value knows."""
    made = _SANDBOX.from_string(text).render(values)
    lines = [re.sub(r"[ \t]{2,}", " ", line).strip() for line in made.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
