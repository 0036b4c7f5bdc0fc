"""The keys that work while forms are entered, always in sight under the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from app.kernel.texts import N_, _
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare, label
from ui.kit.layouts import holder, row

ENTRY_KEYS = (
    (("J",), N_("ja")),
    (("N",), N_("nee")),
    ((N_("spatie"),), N_("leeg")),
    (("A",), N_("de rest ja")),
    (("1", "2", "3"), N_("alleen foto, film, geluid")),
    ((N_("Enter"),), N_("vastleggen")),
    ((N_("Ctrl Z"),), N_("terug")),
)


class KeyHelp(QWidget):
    """Each key with what it does; goes on at the next line when there is no room."""

    def __init__(self, keys: Sequence[tuple[tuple[str, ...], str]] = ENTRY_KEYS) -> None:
        super().__init__()
        bare(self)
        inside = FlowLayout(10)
        self.setLayout(inside)
        for names, meaning in keys:
            inside.addWidget(holder(row(*(_key(_(name)) for name in names), label(_(meaning), "secondary"), gap=4)))
        self.setAccessibleName(", ".join(f"{' '.join(map(_, names))}: {_(meaning)}" for names, meaning in keys))


def _key(name: str) -> QLabel:
    made = label(name)
    made.setProperty("key", "true")
    return made
