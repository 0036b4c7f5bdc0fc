"""The backups beside the school: making one now, checking, the second place, and putting one back."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from app.kernel.formats import long_date, long_time
from app.kernel.texts import N_, _
from app.vault.copies import backups, container, keeping, second
from app.vault.copies.container import BackupLine
from app.vault.copies.keeping import Kept
from app.vault.copies.second import SecondPlace
from app.vault.keys.keyring import Role
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.school.kept_words import told
from ui.school.restore_sheet import RestoreSheet
from ui.school.section import EVERYONE, Section

MEGABYTE = 1_000_000
Lines = tuple[tuple[BackupLine, ...], SecondPlace | None]


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
        self.second = label("", "body", wrap=True, selectable=True)
        self.leave = button(_("Niet meer gebruiken"), "", self.leave_second, "link")
        self.body.addWidget(self._second_card())
        card = Card()
        card.add(self.table, self.where)
        self.body.addWidget(card, 1)

    def fetch(self) -> Lines:
        folder = self.desk.meldboek.store.folder
        return backups.made(folder), second.chosen(folder)

    def show_lines(self, lines: Lines) -> None:
        made, place = lines
        self.table.set_lines(made)
        folder = self.desk.meldboek.store.folder / backups.FOLDER
        told = _(
            "Meldboek maakt zelf een kopie na elk half uur werk, bij het sluiten, en voor een import of vernietiging. "
            "De kopieën staan in {folder}. Ze zijn versleuteld; zonder wachtzin kan niemand ze lezen."
        )
        self.where.setText(told.format(folder=folder))
        self.second.setText(_told(place))
        self.leave.setVisible(place is not None)

    def verbs(self, header: Header) -> None:
        if self.desk.meldboek.user.role is Role.DIRECTOR:
            header.add_button(_("Reservekopie terugzetten"), "undo-2", self.restore)
        header.add_button(_("Nu een reservekopie maken"), "archive", self.make, primary=True)

    def make(self) -> None:
        """Make a backup now."""
        store = self.desk.meldboek.store
        lane = self.desk.jobs.on_lane
        self.desk.jobs.run_long(
            _("Reservekopie maken"),
            lambda progress: keeping.keep(store, lane=lane, step=progress.step),
            owner=self,
            done=self._made,
        )

    def check(self, line: BackupLine) -> None:
        """Read a backup back and say whether it is whole."""
        path = line.path
        self.desk.jobs.render(lambda: container.is_whole(path), owner=self, done=self._checked)

    def choose_second(self) -> None:
        """Point at a USB stick, a share or a folder that is synchronised; a copy goes there at once."""
        self.desk.dialogs.choose_folder(_("Kies de tweede plek"), self._chosen)

    def leave_second(self) -> None:
        """No second place any more."""
        second.leave(self.desk.meldboek.store.folder)
        self.read()

    def restore(self) -> None:
        """Put a backup back in the place of this school, which is closed first."""
        meldboek, jobs = self.desk.meldboek, self.desk.jobs
        leave = meldboek.store.close
        sheet = RestoreSheet(
            meldboek.store.folder, jobs, self.desk.dialogs, meldboek.clock, lambda _found: self.desk.restart(), leave
        )
        self.desk.dialogs.open(sheet)

    def _chosen(self, folder: Path | None) -> None:
        if folder is not None:
            store = self.desk.meldboek.store

            def work() -> None:
                second.choose(store.folder, folder)
                store.register.note("second_place.chosen")

            self.desk.jobs.run(work, owner=self, done=lambda _none: self.make())

    def _made(self, kept: Kept) -> None:
        self.desk.messages.info(told(kept))
        self.desk.changes.publish(frozenset({"backups"}))
        self.read()

    def _checked(self, whole: bool) -> None:
        if whole:
            self.desk.messages.info(_("Deze reservekopie is heel."))
        else:
            self.desk.messages.error(_("Deze reservekopie is beschadigd. Maak een nieuwe en bewaar deze niet."))

    def _second_card(self) -> Card:
        card = Card(_("Tweede plek"))
        card.add(self.second)
        choose = button(_("Tweede plek kiezen"), "hard-drive", self.choose_second)
        card.add(holder(row(choose, self.leave, 1)))
        return card


def _told(place: SecondPlace | None) -> str:
    if place is None:
        return _("Nog geen. Kies een USB-stick of een map op het netwerk, tegen brand en diefstal.")
    if place.at is None:
        return _("{folder}. Er staat nog geen kopie.").format(folder=place.folder)
    day = long_date(place.at.date())
    if not place.is_there:
        return _("{folder}. De laatste kopie is van {day}. De plek is er nu niet.").format(folder=place.folder, day=day)
    return _("{folder}. De laatste kopie is van {day}.").format(folder=place.folder, day=day)


def _columns(*, with_cases: bool) -> tuple[Column, ...]:
    return (
        Column(_("Gemaakt"), lambda line: long_time(line.at), 215, sort=lambda line: line.at),
        Column(_("Grootte"), _size, 90, "right", sort=lambda line: line.size),
        Column(_("Stand"), tag=lambda line: _state(line, with_cases=with_cases)),
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
