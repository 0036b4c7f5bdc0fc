"""Rounds: hand out forms, see who has not answered, remind, and read answers from a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.consents.dates import BirthdayLine
from app.consents.purposes.lines import PurposeLine
from app.consents.rounds.lines import FormLine, RoundLine
from app.kernel.formats import short_date
from app.kernel.texts import N_, _, ngettext
from app.protocol.law import own_answer_age, own_withdrawal_age
from ui.consents.answer_import import AnswerImport
from ui.consents.filters import MenuButton
from ui.consents.part import Part
from ui.consents.round_papers import PaperOrders
from ui.consents.round_sheets import RoundSheet, choices
from ui.consents.round_side import RoundSide
from ui.consents.round_table import forms_table, is_open, no_round
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.table import Table

SIDE = 340

OPEN, BACK, ALL = "open", "back", "all"


@dataclass(frozen=True)
class Lines:
    """What the tab shows."""

    rounds: tuple[RoundLine, ...]
    forms: tuple[FormLine, ...]
    changed: tuple[PurposeLine, ...]
    birthdays: tuple[BirthdayLine, ...]
    due: bool


class RoundsPart(Part):
    """``open(round_id)`` shows a round; ``open("import")`` reads answers from a workbook."""

    key: ClassVar[str] = "rounds"
    label: ClassVar[str] = N_("Rondes")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.round: int | None = None
        self._lines: Lines | None = None
        self.papers = PaperOrders(desk, self)
        self.rounds = MenuButton("chosen", _("Ronde"))
        self.rounds.chosen.connect(self.show_round)
        self.groups = MenuButton(name=_("Groep"))
        self.groups.chosen.connect(lambda _group: self._filter())
        self.chips = Chips([(OPEN, _("nog niet terug")), (BACK, _("terug")), (ALL, _("alle"))], value=OPEN)
        self.chips.setMinimumWidth(300)
        self.chips.chosen.connect(lambda _which: self._filter())
        for widget in (self.rounds, self.groups, self.chips):
            self.top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addStretch(1)
        self.table: Table = forms_table()
        self.table.line_activated.connect(lambda line: desk.go("consents", line.pupil.id))
        self.importing = AnswerImport(desk)
        self.importing.left.connect(self.leave_import)
        self._empty = no_round(self.start)
        self.stack = QStackedWidget()
        self._forms = Card(padding=8).add(self.table)
        for step in (self._forms, self._empty, self.importing):
            self.stack.addWidget(step)
        self.body.addWidget(self.stack, 1)
        self.side = RoundSide(self.papers)
        self.side.close_wanted.connect(self.close_round)
        self.side.start_wanted.connect(self.start)
        self.set_side(self.side, SIDE)

    def fetch(self) -> Lines:
        consents = self.desk.meldboek.consents
        rounds = consents.rounds.list()
        if rounds and all(line.id != self.round for line in rounds):
            running = next((line for line in rounds if line.closed_on is None), rounds[0])
            self.round = running.id
        forms = consents.rounds.forms(self.round) if rounds and self.round is not None else ()
        changed = consents.catalogue.changed_since_asked()
        letters = self.desk.meldboek.consent_letters
        told = {
            (pupil, age) for age in (own_withdrawal_age(), own_answer_age()) for pupil in letters.birthdays_told(age)
        }
        birthdays = tuple(line for line in consents.birthdays() if (line.pupil.id, line.becomes) not in told)
        return Lines(rounds, forms, changed, birthdays, consents.rounds.is_due())

    def show_lines(self, lines: Any) -> None:
        view: Lines = lines
        self._lines = view
        chosen = self.chosen
        self.subtitle = _summary(chosen) if chosen else _("Formulieren uitdelen en weer verzamelen")
        self.rounds.set_options([(line.id, line.name) for line in view.rounds], self.round)
        groups = list(dict.fromkeys(line.pupil.group for line in view.forms))
        kept = self.groups.value if self.groups.value in groups else None
        options = [(group, _("Groep {group}").format(group=group)) for group in groups]
        self.groups.set_options([(None, _("Alle groepen")), *options], kept)
        waiting = sum(is_open(line) for line in view.forms)
        self.chips.set_text(OPEN, _("nog niet terug · {n}").format(n=waiting))
        self.chips.set_text(BACK, _("terug · {n}").format(n=len(view.forms) - waiting))
        self.table.set_lines(view.forms)
        self.side.show_round(chosen, view.forms, view.changed, view.birthdays, due=view.due)
        self._filter()
        self._show_state()

    def verbs(self, header: Header) -> None:
        header.add_button(_("Antwoorden inlezen"), "file-spreadsheet", self.start_import)
        header.add_button(_("Ronde starten"), "plus", self.start)

    def open(self, target: object | None) -> None:
        if target == "import":
            self.start_import()
        elif isinstance(target, int):
            self.leave_import()
            self.round = target

    @property
    def chosen(self) -> RoundLine | None:
        """The round that is shown."""
        found = self._lines.rounds if self._lines else ()
        return next((line for line in found if line.id == self.round), None)

    def show_round(self, round_id: int) -> None:
        """Show another round."""
        self.round = round_id
        self.reload()

    def start(self) -> None:
        """Begin a new round."""
        self.desk.jobs.run(
            lambda: choices(self.desk),
            owner=self,
            done=lambda found: self.desk.dialogs.open(RoundSheet(self.desk, found, self._started)),
        )

    def close_round(self) -> None:
        """End the round; what comes in later still counts."""
        chosen, rounds = self.chosen, self.desk.meldboek.consents.rounds
        if chosen is not None:
            text = _("Er komen geen herinneringen meer. Een formulier dat later terugkomt, kunt u gewoon invoeren.")
            self.desk.dialogs.ask(
                _("Ronde {name} sluiten").format(name=chosen.name),
                text,
                _("Ronde sluiten"),
                lambda yes: (
                    self.desk.jobs.run(lambda: rounds.close(chosen.id), owner=self, done=lambda _none: None)
                    if yes
                    else None
                ),
            )

    def start_import(self) -> None:
        """Read answers from a workbook."""
        self.importing.start()
        self.stack.setCurrentWidget(self.importing)
        self._show_state()

    def leave_import(self) -> None:
        """Back to the rounds."""
        self.stack.setCurrentIndex(0)
        self.reload()

    def fold(self) -> None:
        super().fold()
        if hasattr(self, "side") and not self._shows_forms:
            self._hide_side()

    @property
    def _shows_forms(self) -> bool:
        return self.stack.currentWidget() is not self.importing

    def _hide_side(self) -> None:
        self.side.hide()
        self._unfold.hide()

    def _show_state(self) -> None:
        """The rounds, the invitation to start one, or the reading of a workbook."""
        importing = self.stack.currentWidget() is self.importing
        nothing = self._lines is None or not self._lines.rounds
        if not importing:
            self.stack.setCurrentWidget(self._empty if nothing else self._forms)
        for widget in (self.rounds, self.groups, self.chips):
            widget.setVisible(not importing and not nothing)
        self.fold()

    def _filter(self) -> None:
        which, group = self.chips.value(), self.groups.value
        wanted = {OPEN: (True,), BACK: (False,), ALL: (True, False)}[str(which)]
        self.table.set_keep(lambda line: is_open(line) in wanted and (group is None or line.pupil.group == group))

    def _started(self, round_id: int) -> None:
        self.round = round_id
        self.desk.messages.info(_("De ronde is gestart. Maak nu de formulieren en deel ze uit."))
        self.reload()

    def show_first(self) -> None:
        self.chips.set_value(ALL)
        self._filter()

    def filter_field(self) -> QWidget | None:
        return self.groups


def _summary(line: RoundLine) -> str:
    parts = [
        _("{answered} van {forms} formulieren terug").format(answered=line.answered, forms=line.forms),
        ngettext("{n} gezin ontbreekt", "{n} gezinnen ontbreken", line.families - line.families_answered),
    ]
    if line.close_on:
        parts.append(_("terug vóór {date}").format(date=short_date(line.close_on)))
    return " · ".join(parts)
