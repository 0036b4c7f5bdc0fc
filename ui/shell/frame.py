"""What stands around the pages: the bar on top and the navigation; made before the school is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.kernel.calendar import school_year
from app.vault.keys.keyring import User
from ui.kit.theme import FOLD
from ui.shell.navigation import Navigation
from ui.shell.pages import pages_for
from ui.shell.top_bar import TopBar


class Frame(QWidget):
    """Knows who works here and on what day, and nothing of what the store holds.

    It stands in its window from the beginning: a widget that gets another parent is dressed again, and all in it.
    """

    def __init__(self, user: User, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = (user.name, user.role, school_year(day))
        self.pages = {page.name: page for page in pages_for(user.role)}
        self.entries = tuple(page for page in self.pages.values() if not page.within)
        self.top = TopBar(user, school_year(day))
        self.navigation = Navigation(self.entries)
        self.stack = QStackedWidget()
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.navigation)
        below.addWidget(self.stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top)
        outer.addLayout(below, 1)

    def is_for(self, user: User, day: date) -> bool:
        """Whether it can be shown to this user on this day."""
        return self._who == (user.name, user.role, school_year(day))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < FOLD
        self.top.fold(narrow)
        self.navigation.fold(narrow)

    def prepare(self, size: QSize) -> None:
        """Be laid out and drawn once, unseen; what is still hidden is dressed too."""
        self.resize(size)
        self.grab()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
