"""Two buttons that mark typed text: bold words, and the items of a list."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.fields import AreaField
from ui.kit.labels import bare

_BOLD, _ITEM = "**", "- "


class MarkBar(QWidget):
    """Works on the text box of ``field``; what is typed stays plain text."""

    def __init__(self, field: AreaField) -> None:
        super().__init__()
        bare(self)
        self._edit = field.edit
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(button(_("Vet"), "", self.bold))
        inside.addWidget(button(_("Lijst"), "list", self.items))
        inside.addStretch(1)

    def bold(self) -> None:
        """Make the chosen words bold, or plain when they are."""
        cursor = self._edit.textCursor()
        words = cursor.selectedText().strip()
        if not words:
            return
        is_bold = words.startswith(_BOLD) and words.endswith(_BOLD) and len(words) > 2 * len(_BOLD)
        cursor.insertText(words[len(_BOLD) : -len(_BOLD)] if is_bold else f"{_BOLD}{words}{_BOLD}")
        self._edit.setFocus()

    def items(self) -> None:
        """Make the chosen lines the items of a list, or plain lines when they are."""
        cursor = self._edit.textCursor()
        first = self._edit.document().findBlock(cursor.selectionStart())
        last = self._edit.document().findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        lines = cursor.selectedText().split("\N{PARAGRAPH SEPARATOR}")
        are_items = all(line.startswith(_ITEM) for line in lines if line)
        cursor.insertText("\n".join(_turned(line, are_items) for line in lines))
        self._edit.setFocus()


def _turned(line: str, are_items: bool) -> str:
    if not line:
        return line
    return line.removeprefix(_ITEM) if are_items else _ITEM + line
