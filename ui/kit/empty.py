"""What an empty screen says: what belongs here, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.buttons import button
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label


class EmptyState(QWidget):
    """An icon, a title, one sentence, and a button when there is a first step."""

    def __init__(
        self, icon: str, title: str, text: str = "", verb: str = "", slot: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        bare(self)
        inside = QVBoxLayout(self)
        inside.setSpacing(8)
        inside.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(IconLabel(icon, "ink2", 32), 0, middle)
        inside.addSpacing(2)
        inside.addWidget(label(title, "section"), 0, middle)
        words = label(text, "quiet", wrap=True)
        words.setAlignment(middle)
        words.setVisible(bool(text))
        inside.addWidget(words)
        if verb:
            inside.addSpacing(6)
            inside.addWidget(button(verb, "", slot), 0, middle)
        inside.addStretch(3)
