"""Colours the marks in the text of a letter: parts, what is bold, items of a list, and what is still open."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.kit.theme import color, theme

_OPEN = re.compile(r"‹[^›]*›?")
_BLANK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BOLD = re.compile(r"(\*\*)(.+?)(\*\*)")
_PART = re.compile(r"^\[[^\[\]]{1,60}\][ \t]*$")
_ITEM = re.compile(r"^- ")


def in_box(text: str, at: int) -> int:
    """The position in a text box of this place in the text: Qt counts an emoji as two."""
    return len(text[:at].encode("utf-16-le")) // 2


def in_text(text: str, at: int) -> int:
    """The place in the text of this position in a text box."""
    return len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))


class Marks(QSyntaxHighlighter):
    """The text itself stays as it is typed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if _PART.match(text):
            self._paint(text, 0, len(text), _look("accent", "accent_soft", bold=True))
            return
        for found in _BOLD.finditer(text):
            self._paint(text, *found.span(1), _look("ink2"))
            self._paint(text, *found.span(2), _look("ink", bold=True))
            self._paint(text, *found.span(3), _look("ink2"))
        looks = ((_ITEM, _look("accent", bold=True)), (_BLANK, _look("info", "info_soft")),
                 (_OPEN, _look("warn", "warn_soft", bold=True)))  # fmt: skip
        for pattern, look in looks:
            for found in pattern.finditer(text):
                self._paint(text, *found.span(), look)

    def _paint(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first = in_box(text, start)
        self.setFormat(first, in_box(text, end) - first, look)


def _look(ink: str, ground: str = "", *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color(ink))
    if ground:
        made.setBackground(color(ground))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
