"""One tab of Toestemmingen: reads like a page, and puts its own buttons in the page's header."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.kernel.texts import N_, _
from app.vault.keys.keyring import Role
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.labels import bare
from ui.kit.theme import FOLD, GAP


class Part(QWidget):
    """Subclass it: key, label, roles, ``fetch`` (database lane), ``show_lines``, ``verbs``, ``subtitle``."""

    key: ClassVar[str] = ""
    label: ClassVar[str] = N_("Onderdeel")
    roles: ClassVar[frozenset[Role]] = frozenset(Role)
    reload_wanted = Signal()
    busy_changed = Signal(bool)  # whether the tab shows a form whose own button is the primary one

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self.desk = desk
        self.subtitle = ""
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(GAP + 2)
        self._columns.addLayout(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(self.top)
        outer.addLayout(self._columns, 1)
        self._side: QWidget | None = None
        self._unfold = button(_("Details"), "panel-right", self._toggle_side, "quiet")
        self._unfold.hide()

    def fetch(self) -> Any:
        """Read what the tab shows; runs on the database lane, so it touches no widget."""
        return None

    def show_lines(self, lines: Any) -> None:
        """Show what ``fetch`` answered."""

    def verbs(self, header: Header) -> None:
        """Put the buttons of this tab in the header."""

    def open(self, target: object | None) -> None:
        """Go to something within this tab."""

    def show_first(self) -> None:
        """Show the first thing there is, for the pictures."""

    def filter_field(self) -> QWidget | None:
        """The field that Ctrl+F goes to."""
        return None

    def reload(self) -> None:
        """Ask the page to fetch again."""
        self.reload_wanted.emit()

    def set_side(self, widget: QWidget, width: int) -> None:
        """Put a column at the right; when the window is narrow it folds away behind a button above the list."""
        widget.setFixedWidth(width)
        self._columns.addWidget(widget)
        self.top.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop)
        self._side = widget
        self.fold()

    @property
    def is_narrow(self) -> bool:
        """Whether the window has no room for two columns."""
        return self.window().width() < FOLD

    def fold(self) -> None:
        """Show or hide the column at the right as the window allows."""
        if self._side is not None:
            self._unfold.setVisible(self.is_narrow)
            self._side.setVisible(not self.is_narrow)

    def unfold(self) -> None:
        """Show the column at the right, also in a narrow window: somebody asked for what stands there."""
        if self._side is not None:
            self._side.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def _toggle_side(self) -> None:
        if self._side is not None:
            self._side.setVisible(not self._side.isVisible())


def menu_button(text: str, icon: str, actions: Sequence[tuple[str, Callable[[], object]]]) -> QPushButton:
    """A button that offers several actions in a menu."""
    made = button(text, icon)
    menu = QMenu(made)
    for words, act in actions:
        menu.addAction(words).triggered.connect(partial(_run, act))
    made.setMenu(menu)
    return made


def _run(act: Callable[[], object], _checked: bool = False) -> None:
    act()
