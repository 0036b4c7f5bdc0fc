"""A card: the sheet of paper on which things lie."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.labels import label
from ui.kit.layouts import clear, row
from ui.kit.theme import CARD_PADDING, repolish


class Card(QFrame):
    """A white sheet with a title; things go in ``body``, chips or a button beside the title in ``top``."""

    def __init__(self, title: str = "", *, accent: bool = False, tone: str = "", padding: int = CARD_PADDING) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setProperty("accent", "true" if accent else "false")
        outer = QVBoxLayout(self)
        top = padding if padding < CARD_PADDING else padding - 4
        outer.setContentsMargins(padding, top, padding, max(padding - 2, 8))
        outer.setSpacing(10)
        self.title = label(title, "section", tone=tone or ("accent" if accent else ""))
        self.title.setMinimumHeight(22)
        self.title.setVisible(bool(title))
        self.top = row(self.title, 1)
        outer.addLayout(self.top)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def set_title(self, title: str, tone: str = "") -> None:
        """Change the title and, if wanted, its colour."""
        self.title.setText(title)
        self.title.setProperty("tone", tone)
        self.title.setVisible(bool(title))
        repolish(self.title)

    def add(self, *widgets: QWidget) -> Card:
        """Lay widgets under each other in the card."""
        for widget in widgets:
            self.body.addWidget(widget)
        return self

    def clear(self) -> None:
        """Empty the card but keep its title."""
        clear(self.body)
