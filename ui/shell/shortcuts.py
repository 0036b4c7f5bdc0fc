"""The keys of the window, each once: what they do and how the list of them reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from app.kernel.texts import N_, _
from ui.kit.labels import label
from ui.kit.layouts import holder
from ui.kit.sheet import Sheet

LOCK = "lock"  # nobody should have to close a sheet first


@dataclass(frozen=True)
class Key:
    """A key, its name on screen and what it is for; ``act`` names what the window does."""

    keys: str
    shown: str
    meaning: str
    act: str = ""


KEYS = (
    Key("Ctrl+K", N_("Ctrl K"), N_("Zoeken: personen, zaken, brieven en opdrachten"), "search"),
    Key("Ctrl+N", N_("Ctrl N"), N_("Nieuwe melding"), "report"),
    Key("Ctrl+B", N_("Ctrl B"), N_("Mag dit kind op beeld?"), "photo"),
    Key("Ctrl+F", N_("Ctrl F"), N_("Naar het filterveld van deze pagina"), "filter"),
    Key("Ctrl+L", N_("Ctrl L"), N_("Vergrendelen"), LOCK),
    Key("F1", "F1", N_("Hulp bij deze pagina"), "help"),
    Key("F5", "F5", N_("Deze pagina opnieuw laden"), "reload"),
    Key("Ctrl+/", N_("Ctrl /"), N_("Deze lijst met toetsen"), "keys"),
    Key("", N_("Ctrl 1 tot Ctrl 0"), N_("Naar de eerste tot de tiende pagina")),
    Key("", N_("Ctrl T"), N_("Een wachtzin tonen of verbergen")),
    Key("", N_("Ctrl C"), N_("De gekozen rij van een tabel kopiëren")),
    Key("", "Esc", N_("Een venster sluiten of een zoekveld legen")),
)


def bind(window: QWidget, acts: Mapping[str, Callable[[], object]], may: Callable[[], bool]) -> None:
    """Let the keys work in a window, except while ``may`` says no (a sheet is open); locking always works."""
    for key in KEYS:
        if key.act in acts:
            press(window, key.keys, acts[key.act], _always if key.act == LOCK else may)


def press(window: QWidget, keys: str, act: Callable[[], object], may: Callable[[], bool]) -> None:
    """Let one key do one thing."""
    made = QShortcut(QKeySequence(keys), window)
    made.activated.connect(lambda: act() if may() else None)


def _always() -> bool:
    return True


class KeysSheet(Sheet):
    """The list of keys."""

    def __init__(self) -> None:
        super().__init__(_("Toetsen"), width=520)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for at, key in enumerate(KEYS):
            grid.addWidget(label(_(key.shown), "strong"), at, 0)
            grid.addWidget(label(_(key.meaning), "quiet", wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(holder(grid))
        self.add_button(_("Sluiten"), self.dismiss, "primary")
