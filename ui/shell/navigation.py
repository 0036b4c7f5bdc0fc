"""The left navigation: pages with icons and counts, the school and its last backup at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.kernel.texts import _
from ui.kit.icons import icon
from ui.kit.labels import label
from ui.kit.page import Page
from ui.kit.theme import NAVIGATION, repolish

GAP, SIZE, NARROW = 9, 18, 76


class NavigationButton(QPushButton):
    """One page: its icon, its name, and a count that is red when something is overdue."""

    def __init__(self, page: type[Page]) -> None:
        super().__init__(_(page.label))
        self._icon, self._name, self._narrow = page.icon, _(page.label), False
        self.setProperty("kind", "navigation")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_(page.label))
        self.setIconSize(QSize(SIZE + GAP, SIZE))
        self._count = label("", "secondary")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 9, 0)
        inside.addStretch(1)
        inside.addWidget(self._count)
        self.toggled.connect(self._tint)
        self._tint(False)

    def sizeHint(self) -> QSize:
        return QSize((NARROW if self._narrow else NAVIGATION) - 20, 36)

    def fold(self, narrow: bool) -> None:
        """Show only the icon, with the page's name as its tip, or both."""
        self._narrow = narrow
        self.setText("" if narrow else self._name)
        self.setToolTip(self._name if narrow else "")
        self.layout().setContentsMargins(0, 0, 3 if narrow else 9, 0)  # type: ignore[union-attr] # made in __init__
        self.updateGeometry()

    def show_count(self, number: int, overdue: bool) -> None:
        """Show how much waits there; nothing for zero."""
        self._count.setText(str(number) if number else "")
        self._count.setProperty("tone", "danger" if overdue else "")
        repolish(self._count)
        name = self._name if not number else _("{page}, {count} open").format(page=self._name, count=number)
        self.setAccessibleName(_("{name}, te laat").format(name=name) if overdue else name)

    def _tint(self, chosen: bool) -> None:
        self.setIcon(icon(self._icon, "accent" if chosen else "ink", SIZE, GAP))


class Navigation(QWidget):
    """``page_wanted`` carries the name of the page that was clicked."""

    page_wanted = Signal(str)

    def __init__(self, pages: Sequence[type[Page]]) -> None:
        super().__init__()
        self.setFixedWidth(NAVIGATION)
        self._narrow = False
        self.buttons: dict[str, NavigationButton] = {}
        inside = QVBoxLayout(self)
        inside.setContentsMargins(10, 14, 10, 18)
        inside.setSpacing(2)
        for page in pages:
            made = NavigationButton(page)
            made.clicked.connect(lambda _on=False, name=page.name: self.page_wanted.emit(name))
            self.buttons[page.name] = made
            inside.addWidget(made)
        inside.addStretch(1)
        self._school = label("", "secondary", wrap=True)
        self._school.setContentsMargins(11, 0, 0, 0)
        self._backup = label("", "secondary", wrap=True)
        self._backup.setContentsMargins(11, 0, 0, 0)
        inside.addWidget(self._school)
        inside.addWidget(self._backup)

    def fold(self, narrow: bool) -> None:
        """In a narrow window, leave the names to the tips so that the pages get the room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else NAVIGATION)
        for made in self.buttons.values():
            made.fold(narrow)
        self._school.setVisible(not narrow)
        self._backup.setVisible(not narrow)

    def choose(self, name: str) -> None:
        """Mark the page that is open; a page outside the navigation leaves none marked."""
        for each, made in self.buttons.items():
            made.setAutoExclusive(False)
            made.setChecked(each == name)
            made.setAutoExclusive(True)

    def show_school(self, name: str, backup: str) -> None:
        """Show whose store this is and when it was last copied."""
        self._school.setText(name)
        self._backup.setText(backup)
