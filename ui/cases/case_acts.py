"""What can be done with the case that is open: each act opens its form over the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.cases.beside.category_lines import CategoryLine
from app.cases.beside.lines import ComplaintLine, ReferralLine
from app.cases.file_lines import CaseFile
from app.cases.inputs import CaseFilter
from app.cases.lines import CaseCard, CaseLine, EntryLine
from app.cases.rules import InvolvementRole, Status
from app.cases.service import Cases
from app.kernel.findings import Finding
from app.kernel.texts import _
from ui.cases import beside_sheets, more_sheets, prevention_sheets, sheets
from ui.cases.access_sheet import access_sheet
from ui.cases.closing_sheet import ClosingSheet
from ui.cases.triage_form import TriageSheet
from ui.cases.which_sheet import WhichSheet
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet

Open = Callable[[Desk, Cases, CaseCard, sheets.Done], FormSheet]


@dataclass(frozen=True)
class CaseLines:
    """All that the page of one case shows; the timeline may hold only its newest entries."""

    file: CaseFile
    entries: tuple[EntryLine, ...]
    has_more: bool

    @property
    def card(self) -> CaseCard:
        """The case itself."""
        return self.file.card


class CaseActs(QWidget):
    """Opens the forms of the case in ``lines``; ``changed`` after something was kept."""

    changed = Signal()

    def __init__(self, desk: Desk, cases: Cases) -> None:
        super().__init__()
        self._desk, self._cases = desk, cases
        self.lines: CaseLines | None = None

    def triage(self) -> None:
        """Answer the questions of triage."""
        self._desk.jobs.run(self._cases.categories.all, owner=self, done=self._triage)

    def _triage(self, kinds: tuple[CategoryLine, ...]) -> None:
        if self.lines is not None:
            sheet = TriageSheet(self._desk, self._cases, self.lines.card, self.changed.emit, kinds)
            self._desk.dialogs.open(sheet)

    def make_safe(self) -> None:
        """Write down what was done for everybody's safety."""
        self._open(sheets.safety_sheet)

    def inform(self, pupil_id: int | None = None) -> None:
        """Record that parents were told, of this pupil first."""
        self._open(lambda desk, cases, card, done: sheets.parents_sheet(desk, cases, card, done, pupil_id))

    def involve(self) -> None:
        """Add persons."""
        self._ask(self._cases.categories.all, sheets.involve_sheet)

    def add_task(self) -> None:
        """Plan something to do."""
        self._open(sheets.task_sheet)

    def plan_evaluation(self) -> None:
        """Set the day of the evaluation."""
        self._open(sheets.evaluation_sheet)

    def close_case(self) -> None:
        """Close the case with its outcomes; what still stops it is shown first."""
        if self.lines is not None:
            case_id = self.lines.card.id
            self._desk.jobs.run(lambda: self._cases.closing(case_id), owner=self, done=self._close_with)

    def reopen(self) -> None:
        """Take the case up again."""
        self._open(sheets.reopen_sheet)

    def archive(self) -> None:
        """Put a closed case out of sight, or take it out of the archive again."""
        if self.lines is None:
            return
        case_id, archive = self.lines.card.id, self._cases.archive
        lies_there = self.lines.card.archived_at is not None
        work = partial(archive.take_out if lies_there else archive.put_away, case_id)
        told = _("De zaak staat weer bij afgesloten.") if lies_there else _("De zaak ligt in het archief.")
        self._desk.jobs.run(work, owner=self, done=lambda _none: self._desk.messages.info(told))

    def leads(self) -> bool:
        """Whether a case is shown to somebody of the leadership, who can do more with it."""
        return self.lines is not None and self._desk.meldboek.user.role.leads

    def readers(self) -> list[tuple[str, Callable[[], None]]]:
        """What the leadership can change about who sees this case: its words, and what does it."""
        if self.lines is None:
            return []
        file = self.lines.file
        acts: list[tuple[str, Callable[[], None]]] = [
            (_("Zaak overdragen"), self.hand_over),
            (_("Stap opzij doen"), self.aside),
        ]
        if file.aside:
            acts.append((_("Stap opzij opheffen"), self.let_back))
        if file.card.is_employee_case:
            return [*acts, (_("Tweede handtekening"), self.sign)]
        return [*acts, (_("Toegang voor ondersteuning"), self.grant)]

    def call_inspector(self) -> None:
        """Open the call sheet of this case."""
        if self.lines is not None:
            self._desk.go("inspector", ("call", self.lines.card.id))

    def police(self) -> None:
        """Show what was done with the police in this case."""
        if self.lines is not None:
            self._desk.go("police", self.lines.card.id)

    def grant(self) -> None:
        """Choose which coordinators may see the case."""
        self._open(access_sheet)

    def link(self) -> None:
        """Link another case, open or closed."""
        self._desk.jobs.run(
            lambda: self._cases.list(CaseFilter(is_open=None)),
            owner=self,
            done=lambda others: self._open(partial(_linking, others)),
        )

    def unlink(self, link_id: int) -> None:
        """Take a link away."""
        if self.lines is not None:
            case_id = self.lines.card.id
            self._desk.jobs.run(lambda: self._cases.links.unlink(case_id, link_id), owner=self, done=self._done)

    def hand_over(self) -> None:
        """Choose who handles the case from now on."""
        if self.lines is not None:
            sheet = beside_sheets.hand_over_sheet(self._desk, self._cases, self.lines.file, self._done)
            self._desk.dialogs.open(sheet)

    def aside(self) -> None:
        """Lock a user who is involved out of the case."""
        self._open(beside_sheets.aside_sheet)

    def let_back(self) -> None:
        """Let a user who stepped aside see the case again."""
        if self.lines is not None:
            file = self.lines.file
            sheet = beside_sheets.back_sheet(self._desk, self._cases, file.card, file.aside, self._done)
            self._desk.dialogs.open(sheet)

    def refer(self) -> None:
        """Record that another body was asked."""
        self._open(more_sheets.referral_sheet)

    def prevent(self) -> None:
        """Record an agreement, a lesson or a meeting that follows from the case."""
        card = self.lines.card if self.lines is not None else None
        if card is not None:
            self._desk.dialogs.open(
                prevention_sheets.record_sheet(self._desk, self._cases, (card,), self._done, card.id)
            )

    def answer(self, line: ReferralLine) -> None:
        """Record what another body answered."""
        self._open(lambda desk, cases, card, done: more_sheets.answer_sheet(desk, cases, card, line, done))

    def wait(self) -> None:
        """Say what the case waits for."""
        self._ask(self._cases.waiting_words, more_sheets.waiting_sheet)

    def fill_own(self) -> None:
        """Fill in the school's own fields."""
        self._ask(self._cases.own_fields.all, more_sheets.own_sheet)

    def shield(self) -> None:
        """Keep the name of who reported it to the leadership, or no longer."""
        self._open(more_sheets.shield_sheet)

    def sign(self) -> None:
        """Put the second signature under the closing of a case about an employee."""
        if self.lines is not None:
            self._desk.dialogs.open(beside_sheets.sign_sheet(self._desk, self._cases, self.lines.file, self._done))

    def complain(self) -> None:
        """Record a complaint, or its next step."""
        if self.lines is not None:
            case_id = self.lines.card.id
            self._desk.jobs.run(
                lambda: self._cases.complaints.of_case(case_id),
                owner=self,
                done=lambda found: self._open(partial(_complaining, found)),
            )

    def move_to(self, to: Status | None = None) -> None:
        """Bring the case to another phase."""
        self._open(lambda desk, cases, card, done: sheets.move_sheet(desk, cases, card, to, done))

    def choose_measure(self) -> None:
        """Go to the measures for who did it; when several did, ask for whom."""
        if self.lines is None:
            return
        did = [party for party in self.lines.card.parties if party.role is InvolvementRole.ACTOR]
        actors = list({party.person_id: party for party in did if party.person_id is not None}.values())
        if len(actors) > 1:
            self._desk.dialogs.open(WhichSheet(actors, self._measure_for))
        else:
            self._measure_for(actors[0].person_id if actors else None)

    def _measure_for(self, person_id: int | None) -> None:
        if self.lines is not None:
            self._desk.go("measures", ("new", self.lines.card.id, person_id))

    def _ask(self, read: Callable[[], Any], make: Callable[..., FormSheet]) -> None:
        """Read first what the form offers, then open it."""
        opened: Callable[[Any], None] = lambda found: self._open(  # noqa: E731 - one expression
            lambda desk, cases, card, done: make(desk, cases, card, found, done)
        )
        self._desk.jobs.run(read, owner=self, done=opened)

    def _open(self, make: Open) -> None:
        if self.lines is not None:
            self._desk.dialogs.open(make(self._desk, self._cases, self.lines.card, self._done))

    def _close_with(self, found: tuple[Finding, ...]) -> None:
        self._open(lambda desk, cases, card, done: ClosingSheet(desk, cases, card, found, self.act, done))

    def act(self, action: str) -> None:
        """Do what the button of a next step says."""

    def _done(self, _result: object) -> None:
        self.changed.emit()

    def _finish(self, task_id: int) -> None:
        """Tick off a task; of aftercare is written down how it went."""
        if self.lines is None:
            return
        case_id, tasks = self.lines.card.id, self.lines.card.tasks
        care = [task for task in tasks if task.id == task_id and task.template == "aftercare"]
        if care:
            self._open(lambda desk, cases, card, done: sheets.aftercare_sheet(desk, cases, card, done, care[0]))
        else:
            self._desk.jobs.run(lambda: self._cases.finish_task(case_id, task_id), owner=self, done=self._done)


def _linking(others: tuple[CaseLine, ...], desk: Desk, cases: Cases, card: CaseCard, done: sheets.Done) -> FormSheet:
    return beside_sheets.link_sheet(desk, cases, card, others, done)


def _complaining(
    found: tuple[ComplaintLine, ...], desk: Desk, cases: Cases, card: CaseCard, done: sheets.Done
) -> FormSheet:
    return beside_sheets.complaint_sheet(desk, cases, card, found, done)
