"""The letter templates as they are shipped, by language and code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from app.letters.templates.rules import Template, parse_template

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "letters"
DUTCH, ENGLISH = "nl", "en"
LANGUAGES = (DUTCH, ENGLISH)
CONSENT_LETTERS = frozenset(
    {"consent_form", "withdrawal_confirmation", "consent_round", "consent_reminder", "consent_overview",
     "own_withdrawal", "own_consent", "parents_letter", "newsletter_text"}
)  # fmt: skip


@cache
def templates(language: str = "nl") -> Mapping[str, Template]:
    """Every shipped template by its code, in the order of their names."""
    paths = sorted((FOLDER / language).glob("*.md"))
    read = [parse_template(path.read_text(encoding="utf-8"), path.name, language) for path in paths]
    return {template.code: template for template in sorted(read, key=lambda template: template.name)}


def shipped(code: str, language: str = "nl") -> Template:
    """One shipped template, in Dutch where this language has none."""
    return templates(language).get(code) or templates()[code]


def has_english(code: str) -> bool:
    """Whether this letter can be written in English, too."""
    return code in templates(ENGLISH)


def for_cases() -> Mapping[str, Template]:
    """The templates of letters in a case; the others are written from a consent."""
    return {code: template for code, template in templates().items() if code not in CONSENT_LETTERS}
