"""The backups beside the school, and making one now."""

from __future__ import annotations

from typing import ClassVar

from app.kernel.formats import long_time
from app.kernel.texts import N_, _
from app.vault import backups, container
from app.vault.container import BackupLine
from app.vault.keyring import Role
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.school.section import EVERYONE, Section

MEGABYTE = 1_000_000


class BackupsSection(Section):
    """A backup holds everything, encrypted as the school itself is."""

    key: ClassVar[str] = "backups"
    label: ClassVar[str] = N_("Reservekopieën")
    icon: ClassVar[str] = "archive"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        nothing = EmptyState(
            "archive",
            _("Nog geen reservekopie"),
            _("Maak er nu een. Zet hem daarna ook op een USB-stick die niet op school blijft."),
        )
        columns = _columns(with_cases=desk.meldboek.casework is not None)
        self.table = Table(columns, empty=nothing, name=_("Reservekopieën"), key=lambda line: line.path)
        self.table.verb_clicked.connect(lambda line, _column: self.check(line))
        self.where = label("", "secondary", wrap=True, selectable=True)
        card = Card()
        card.add(self.table, self.where)
        self.body.addWidget(card)

    def fetch(self) -> tuple[BackupLine, ...]:
        return backups.made(self.desk.meldboek.store.folder)

    def show_lines(self, lines: tuple[BackupLine, ...]) -> None:
        self.table.set_lines(lines)
        folder = self.desk.meldboek.store.folder / backups.FOLDER
        told = _("De reservekopieën staan in {folder}. Ze zijn versleuteld; zonder wachtzin kan niemand ze lezen.")
        self.where.setText(told.format(folder=folder))

    def verbs(self, header: Header) -> None:
        header.add_button(_("Nu een reservekopie maken"), "archive", self.make, primary=True)

    def make(self) -> None:
        """Make a backup now."""
        store = self.desk.meldboek.store
        lane = self.desk.jobs.on_lane
        self.desk.jobs.run_long(
            _("Reservekopie maken"),
            lambda progress: backups.make(store, lane=lane, step=progress.step),
            owner=self,
            done=lambda _line: self._made(),
        )

    def check(self, line: BackupLine) -> None:
        """Read a backup back and say whether it is whole."""
        path = line.path
        self.desk.jobs.render(lambda: container.is_whole(path), owner=self, done=self._checked)

    def _made(self) -> None:
        self.desk.messages.info(_("De reservekopie is gemaakt en gecontroleerd."))
        self.desk.changes.publish(frozenset({"backups"}))
        self.read()

    def _checked(self, whole: bool) -> None:
        if whole:
            self.desk.messages.info(_("Deze reservekopie is heel."))
        else:
            self.desk.messages.error(_("Deze reservekopie is beschadigd. Maak een nieuwe en bewaar deze niet."))


def _columns(*, with_cases: bool) -> tuple[Column, ...]:
    return (
        Column(_("Gemaakt"), lambda line: long_time(line.at), sort=lambda line: line.at),
        Column(_("Grootte"), _size, 90, "right", sort=lambda line: line.size),
        Column(_("Stand"), width=240, tag=lambda line: _state(line, with_cases=with_cases)),
        Column("", lambda line: _("Controleren") if line.is_readable else "", 112, verb=True),
    )


def _size(line: BackupLine) -> str:
    return _("{size} MB").format(size=f"{line.size / MEGABYTE:.1f}".replace(".", ","))


def _state(line: BackupLine, *, with_cases: bool) -> TagText:
    if not line.is_readable:
        return TagText(_("beschadigd"), "danger", "circle-x")
    if line.casework_checked or not with_cases:
        return TagText(_("gecontroleerd"), "ok", "circle-check")
    return TagText(_("zaken meegenomen, nog niet nagekeken"), "neutral", "lock")
