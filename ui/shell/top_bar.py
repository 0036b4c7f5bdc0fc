"""The bar on top: the program's name, the search field, the school year, who is working, and the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy

from app.kernel.texts import _
from app.vault.keys.keyring import RECOVERY, User
from ui.kit.buttons import button, icon_button
from ui.kit.icons import IconLabel
from ui.kit.labels import label
from ui.kit.theme import NAVIGATION, TOP_BAR
from ui.shell.roles import role_name
from ui.shell.unlock import logo

SEARCH_WIDTH, SEARCH_LEAST, LONGEST_NAME = 460, 300, 28

NAME, NAME_NARROW = NAVIGATION - 21 - 14 + 16, 130


class TopBar(QFrame):
    """``search_wanted``, ``photo_wanted`` and ``lock_wanted`` say what was clicked."""

    search_wanted = Signal()
    photo_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, user: User, school_year: str) -> None:
        super().__init__()
        self._casework = user.role.holds_casework
        self.setProperty("look", "bar")
        self.setFixedHeight(TOP_BAR)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(21, 0, 20, 0)
        inside.setSpacing(14)
        name = logo(12)
        self._name = name
        inside.addWidget(name)
        self._search_button = self._search()
        inside.addWidget(self._search_button, 6)
        meaning = _("Mag dit kind op beeld? (Ctrl+B)")
        self.photo = icon_button("camera", meaning, self.photo_wanted.emit)
        inside.addWidget(self.photo)
        self.busy = QProgressBar(maximum=0, textVisible=False)
        self.busy.setFixedWidth(64)
        self.busy.setAccessibleName(_("Bezig"))
        self.busy.hide()
        inside.addWidget(self.busy)
        inside.addStretch(1)
        self._year = label(_("schooljaar {year}").format(year=school_year), "quiet")
        inside.addWidget(self._year)
        who = QHBoxLayout()
        who.setSpacing(7)
        who.addWidget(IconLabel("circle-user-round"))
        who.addWidget(label(shortened(_(user.name) if user.id == RECOVERY else user.name, LONGEST_NAME), "strong"))
        self._role = label(role_name(user.role), "quiet")
        who.addWidget(self._role)
        inside.addLayout(who)
        lock = button(_("Vergrendel"), "lock", self.lock_wanted.emit)
        lock.setToolTip(_("Vergrendelen (Ctrl+L)"))
        inside.addWidget(lock)

    def fold(self, narrow: bool) -> None:
        """In a narrow window, leave out what can be read elsewhere."""
        self._year.setVisible(not narrow)
        self._name.setFixedWidth(NAME_NARROW if narrow else NAME)
        self._search_button.setText(searching(casework=self._casework, narrow=narrow))

    def _search(self) -> QPushButton:
        made = button(searching(casework=self._casework), "search", self.search_wanted.emit, "search")
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(SEARCH_LEAST)
        made.setMaximumWidth(SEARCH_WIDTH)
        place = QHBoxLayout(made)
        place.setContentsMargins(0, 0, 9, 0)
        place.addStretch(1)
        keys = label(_("Ctrl K"), "secondary")
        keys.setProperty("key", "true")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keys.setFixedHeight(18)
        place.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)
        return made


def searching(*, casework: bool, narrow: bool = False) -> str:
    """What the search field finds for this user."""
    if not casework:
        return _("Zoek een naam of opdracht")
    return _("Zoek een naam of zaak") if narrow else _("Zoek een naam, zaak, brief of opdracht")


def shortened(text: str, longest: int) -> str:
    """The text, cut off when it would push others out of the bar."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
