"""A page: a header, a body, and lines that are fetched again when their topic changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.kernel.texts import N_, _
from app.vault.keys.keyring import Role
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.table_export import open_menu
from ui.kit.theme import FOLD, GAP, PAGE_PADDING

FRESH = timedelta(minutes=5)  # terms in hours move on by themselves


@dataclass(frozen=True)
class Picture:
    """One state of a page for the pictures: its name and what brings the page there."""

    name: str
    prepare: Callable[[Any], object] = lambda _page: None


class Page(QWidget):
    """One entry of the navigation. Subclass it: name, label, icon, roles, topics, ``fetch``, ``show_lines``."""

    name: ClassVar[str] = ""
    label: ClassVar[str] = N_("Pagina")
    icon: ClassVar[str] = "file-text"
    roles: ClassVar[frozenset[Role]] = frozenset(Role)
    topics: ClassVar[frozenset[str]] = frozenset()
    within: ClassVar[str] = ""  # the page whose entry of the navigation this one shares; empty when it has its own
    _answered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.target: object | None = None
        self.header = Header()
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self.setProperty("look", "canvas")
        self._columns = QHBoxLayout()
        self._columns.setSpacing(GAP + 2)
        self._columns.addLayout(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_PADDING, 22, PAGE_PADDING, 22)
        outer.setSpacing(GAP)
        outer.addWidget(self.header)
        outer.addLayout(self._columns, 1)
        self._side: QWidget | None = None
        self._side_button: QPushButton | None = None
        self._stale, self._loading, self._again = True, False, False
        self._at: datetime | None = None
        desk.changes.topics_changed.connect(self._on_topics)

    @classmethod
    def entry(cls) -> str:
        """The entry of the navigation, and the chapter of the manual, that this page belongs to."""
        return cls.within or cls.name

    def fetch(self) -> Any:
        """Read what the page shows; runs on the database lane, so it touches no widget."""
        return None

    def show_lines(self, lines: Any) -> None:
        """Show what ``fetch`` answered."""

    def open(self, target: object | None) -> None:
        """Go to a target within the page (a case's id, a person's id); None opens it as it is."""
        if target is not None:
            self.target = target
        self.refresh()

    def home(self) -> None:
        """Back to how the page begins; its entry in the navigation was clicked while it was open."""

    def count(self) -> tuple[int, bool]:
        """The number behind the page in the navigation and whether it is overdue; runs on the database lane."""
        return 0, False

    def new(self) -> None:
        """Ctrl+N on this page, when it has something of its own to add."""

    def export_list(self) -> bool:
        """Ask how to export the list of this page that is no table; whether there is one."""
        return False

    def filter_field(self) -> QWidget | None:
        """The field that Ctrl+F goes to."""
        return None

    def once_answered(self, then: Callable[[], object]) -> None:
        """Do something when the first answer of ``fetch`` was shown, or the reason why there is none."""
        self._answered.connect(then, Qt.ConnectionType.SingleShotConnection)

    @property
    def is_loading(self) -> bool:
        """Whether its lines are being fetched."""
        return self._loading

    def reload(self) -> None:
        """Fetch again now."""
        self._stale, self._at = False, self.desk.meldboek.clock.now()
        if self._loading:
            self._again = True
            return
        self._loading = True
        self.desk.jobs.run(self.fetch, owner=self, done=self._fetched, failed=self._not_fetched)

    def refresh(self) -> None:
        """Fetch again as soon as the page can be seen."""
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def set_side(self, widget: QWidget, width: int = 340) -> None:
        """Put a column at the right; it folds away behind a button when the window is narrow."""
        widget.setFixedWidth(width)
        self._columns.addWidget(widget)
        self._side = widget
        self._side_button = self.header.add_button(_("Details"), "panel-right", self._toggle_side)
        self._fold()

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        """The states to draw for the manual and the checks; by default only the page as it opens."""
        return (Picture(cls.name),)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._at is None or self.desk.meldboek.clock.now() - self._at > FRESH:
            self.reload()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        if self._side is not None and self._side_button is not None:
            narrow = self.window().width() < FOLD
            self._side_button.setVisible(narrow)
            self._side.setVisible(not narrow)

    def _toggle_side(self) -> None:
        if self._side is not None:
            self._side.setVisible(not self._side.isVisible())

    def _on_topics(self, topics: frozenset[str]) -> None:
        if self.topics & topics:
            self.refresh()

    def _fetched(self, lines: Any) -> None:
        self._loading = False
        self.show_lines(lines)
        self._repeat()

    def _not_fetched(self, error: Any) -> None:
        self._loading = False
        self.desk.jobs.on_error(error)
        self._repeat()

    def _repeat(self) -> None:
        self._answered.emit()
        if self._again:
            self._again = False
            self.reload()
