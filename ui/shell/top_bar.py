"""The bar on top: the program's name, the search field, the school year, who is working, and the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.icons import IconLabel
from ui.kit.labels import label
from ui.kit.theme import NAVIGATION, TOP_BAR
from ui.shell.unlock import logo

SEARCH_WIDTH = 460


class TopBar(QFrame):
    """``search_wanted`` and ``lock_wanted`` say what was clicked."""

    search_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, user: str, role: str, school_year: str) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.setFixedHeight(TOP_BAR)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(21, 0, 20, 0)
        inside.setSpacing(14)
        name = logo(12)
        name.setFixedWidth(NAVIGATION - 21 - 14 + 16)
        inside.addWidget(name)
        inside.addWidget(self._search())
        self.busy = QProgressBar(maximum=0, textVisible=False)
        self.busy.setFixedWidth(64)
        self.busy.setAccessibleName(_("Bezig"))
        self.busy.hide()
        inside.addWidget(self.busy)
        inside.addStretch(1)
        inside.addWidget(label(_("schooljaar {year}").format(year=school_year), "quiet"))
        who = QHBoxLayout()
        who.setSpacing(7)
        who.addWidget(IconLabel("circle-user-round"))
        who.addWidget(label(user, "strong"))
        who.addWidget(label(role, "quiet"))
        inside.addLayout(who)
        lock = button(_("Vergrendel"), "lock", self.lock_wanted.emit)
        lock.setToolTip(_("Vergrendelen (Ctrl+L)"))
        inside.addWidget(lock)

    def _search(self) -> QPushButton:
        made = button(_("Zoek een naam, zaak, brief of opdracht"), "search", self.search_wanted.emit, "search")
        made.setFixedWidth(SEARCH_WIDTH)
        place = QHBoxLayout(made)
        place.setContentsMargins(0, 0, 9, 0)
        place.addStretch(1)
        keys = label(_("Ctrl K"), "secondary")
        keys.setProperty("key", "true")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keys.setFixedHeight(18)
        place.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)
        return made
