"""Every text that the user sees goes through gettext, and every Dutch text has its English one."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests import translations

ROOT = Path(__file__).resolve().parents[1]
SHOWING = {
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QAction",
    "Tag",
    "Card",
    "Column",
    "label",
    "button",
    "setText",
    "setToolTip",
    "setPlaceholderText",
    "setWindowTitle",
    "setAccessibleName",
    "set_title",
    "add_button",
    "info",
    "warning",
}


def test_every_dutch_text_is_translated() -> None:
    assert translations.untranslated(translations.read()) == []


def test_the_compiled_catalogue_is_the_one_that_was_written() -> None:
    assert translations.MO.read_bytes() == translations.compiled(translations.read())


def test_a_translation_has_the_same_blanks() -> None:
    wrong = []
    for message in translations.read():
        for text in translations.texts_of(message):
            originals = {frozenset(_blanks(one)) for one in _ids(message.id)}
            if message.id and frozenset(_blanks(text)) not in originals:
                wrong.append(message.id)
    assert wrong == []


def test_no_bare_text_is_shown() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno} {text!r}"
        for path in (ROOT / "ui").rglob("*.py")
        for node, text in _shown(ast.parse(path.read_text("utf-8")))
        if re.search(r"[A-Za-zÀ-ÿ]{3,}", text) and text not in {"Meldboek", "tnum"}
    ]
    assert bare == []


def _shown(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if name in SHOWING and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node, first.value


def _ids(message_id: str | Iterable[str]) -> tuple[str, ...]:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
