"""Inspecteur: call, keep what is said, follow the chain, and look back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar

from app.inspector.chain import ChainStep, Step
from app.inspector.lines import CallLine, CallNotes
from app.inspector.rules import CallKind, Reason, Suspicion
from app.inspector.service import Inspector, what_misses
from app.kernel.errors import MeldboekError
from app.kernel.findings import blocks
from app.kernel.texts import N_, _
from app.sentences import sentence
from app.vault.keys.keyring import Role
from ui.inspector import scenes
from ui.inspector.about_cards import told_of
from ui.inspector.acts import InspectorActs
from ui.inspector.call_view import CallView
from ui.inspector.chain_card import ChainActs, ChainCard
from ui.inspector.log_part import Lines, LogPart
from ui.inspector.log_view import LogView
from ui.kit.buttons import BETWEEN
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField
from ui.kit.icons import icon
from ui.kit.layouts import row
from ui.kit.page import Page, Picture
from ui.kit.theme import ICON

CALL, LOG, POLICE = 0, 1, 2
SIDE = 318
CHOICE = 36


class InspectorPage(Page):
    """Targets: ``("call", case_id)`` opens the sheet of a case (None: without one), ``("said", call_id)`` a call of
    the log, ``"log"`` the log, ``("follow_up", case_id)`` the sheet that was put ready to go on from a call.
    """

    name: ClassVar[str] = "inspector"
    label: ClassVar[str] = N_("Inspecteur")
    icon: ClassVar[str] = "phone"
    roles: ClassVar[frozenset[Role]] = frozenset(role for role in Role if role.leads)
    topics: ClassVar[frozenset[str]] = frozenset({"inspector", "cases"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        casework = desk.meldboek.casework
        assert casework is not None  # noqa: S101 - the shell makes this page only for those who hold casework
        self._inspector: Inspector = casework.inspector
        self._cases = casework.cases
        self.case_id: int | None = None
        self._is_placed = False
        self._lines: Lines | None = None
        self._noted: object = self
        self.acts = InspectorActs(desk, self._inspector, self, self._show_call)
        self.call = CallView(desk)
        chain = ChainActs(self.record_step, self._write_letter, self._correct_step, self._print_account, self.acts.help)
        self.chain = ChainCard(desk.meldboek.clock, chain)
        self._arrange()
        self.part = LogPart(desk, self.acts, (self.stack, self.side), self._show_call, self.reload)
        self.missed = self.header.add_button(_("Geen gehoor"), "", self.record_no_answer)
        self.main = self.header.add_button(_("Gesprek beginnen"), "phone", self.start_or_finish, primary=True)
        self.call.keep.connect(self._keep)
        self.call.reason_chosen.connect(lambda _reason: self._show_chain())

    @property
    def log(self) -> LogView:
        """The list of calls."""
        return self.part.view

    def open(self, target: object | None) -> None:
        kind, value = target if isinstance(target, tuple) else (target, None)
        if kind == "follow_up":
            self.call.forget()
        if kind in {"call", "follow_up"}:
            self._place(value)
            self.tabs.setCurrentIndex(CALL)
        elif kind in {"log", "said"}:
            self.part.wanted = value
            self.tabs.setCurrentIndex(LOG)
        self.refresh()

    def fetch(self) -> Lines:
        case_id = self.case_id if self._is_placed else self._first_case()
        self.case_id, self._is_placed = case_id, True
        open_cases = tuple((case.id, shorten(f"{case.short_number}  {case.title}")) for case in self._cases.list())
        inspector = self._inspector
        return Lines(inspector.sheet(case_id), inspector.log(self.part.year), inspector.years(), open_cases)

    def show_lines(self, lines: Lines) -> None:
        self._lines = lines
        sheet = lines.sheet
        self._show_title()
        self.which.set_options(((0, _("Zonder zaak")), *lines.cases))
        self.which.set_value(sheet.case_id or 0)
        self.call.show_sheet(sheet)
        if self.tabs.currentIndex() == LOG:
            self.part.show_lines(self._lines)
        self.main.setText(_("Gesprek afronden") if sheet.call else _("Gesprek beginnen"))
        self.main.setIcon(icon("circle-dot" if sheet.call else "phone", "on_accent", ICON, BETWEEN))
        self.tabs.setTabText(LOG, _("Logboek · {n}").format(n=len(lines.log)) if lines.log else _("Logboek"))
        self._show_chain()
        self._note_view()

    def count(self) -> tuple[int, bool]:
        due = self._cases.due_calls()
        now = self.desk.meldboek.clock.now()
        return len({call.case_id for call in due}), any(call.due_at <= now for call in due)

    def start_or_finish(self) -> None:
        """Begin the call, or end it when it runs."""
        if self._lines is None:
            return
        call, notes, case_id = self._lines.sheet.call, self.call.value(), self.case_id
        self.tabs.setCurrentIndex(CALL)
        if call is None:
            self._run(lambda: self._inspector.start(case_id, notes), lambda _id: None)
        elif self.call.notes.problem():
            self.call.show_problem(self.call.notes.problem())
        else:
            self.call.settle()
            self._end(call, notes)

    def _end(self, call: CallLine, notes: CallNotes) -> None:
        """End the call; what only warns is asked about first."""
        missing = what_misses(notes)

        def finish() -> None:
            self._run(lambda: self._inspector.finish(call.id, notes), lambda _none: self._finished(call, notes))

        if not missing or blocks(missing):
            finish()
            return
        text = "\n".join(sentence(finding) for finding in missing)
        asked = lambda yes: finish() if yes else None  # noqa: E731 - one expression
        title = _("Afronden zonder dit op te schrijven?")
        self.desk.dialogs.ask(title, text, _("Toch afronden"), asked, cancel=_("Nog aanvullen"))

    def record_no_answer(self) -> None:
        """Keep that nobody answered; what was typed stays for the next attempt."""
        case_id, notes = self.case_id, self.call.value()
        said = _("De poging is vastgelegd. Wat u typte, blijft staan.")
        work = lambda: self._inspector.record_no_answer(case_id, notes)  # noqa: E731 - one expression for the lane
        self._run(work, lambda _id: self.desk.messages.info(said))

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        return scenes.pictures()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.call.notes.notes.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.call.settle()
        super().hideEvent(event)

    def _arrange(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(_("Gesprek"))
        self.tabs.addTab(_("Logboek"))
        self.tabs.addTab(_("Politie"))
        self.which = ChoiceField(((0, _("Zonder zaak")),))
        self.which.set_name(_("Zaak"))
        self.which.setFixedWidth(300)
        self.which.changed.connect(lambda: self.open(("call", self.which.value() or None)))
        self.body.addLayout(row(self.tabs, 1, self.which))
        self.stack, self.side = QStackedWidget(), QStackedWidget()
        self.stack.addWidget(self.call)
        self.side.addWidget(self.chain)
        self.body.addWidget(self.stack, 1)
        self.set_side(self.side, SIDE)
        self.tabs.currentChanged.connect(self._turn)

    def _turn(self, tab: int) -> None:
        self.call.settle()
        if tab == POLICE:
            self.tabs.setCurrentIndex(CALL)
            self.desk.go("police", self.case_id)
            return
        self.stack.setCurrentWidget(self.log if tab == LOG else self.call)
        self.side.setCurrentWidget(self.part.detail if tab == LOG else self.chain)
        self.which.setVisible(tab == CALL)
        self.missed.setVisible(tab == CALL)
        if tab == LOG and self._lines is not None:
            self.part.show_lines(self._lines)
        self._show_title()
        self._note_view()

    def _note_view(self) -> None:
        """Every look at a sheet or at the log stays in the log of Meldboek; a reload is no new look."""
        is_log = self.tabs.currentIndex() == LOG
        seen = (is_log, None if is_log else self.case_id)
        if self.isVisible() and self._lines is not None and seen != self._noted:
            self._noted, case_id = seen, self.case_id
            work = self._inspector.note_log if is_log else (lambda: self._inspector.note_sheet(case_id))
            self.desk.jobs.run(work, owner=self, done=lambda _none: None)

    def _show_title(self) -> None:
        if self._lines is None:
            return
        sheet = self._lines.sheet
        overline = _("Zaak {number}").format(number=sheet.case_number) if sheet.case_number else _("Zonder zaak")
        title = _("Gesprek met de vertrouwensinspecteur")
        if sheet.notes.kind is CallKind.NOTIFICATION:
            title = _("Inspecteur van de aangifte vertellen")
        if self.tabs.currentIndex() == LOG:
            overline, title = self.part.overline, _("Gesprekken met de vertrouwensinspecteur")
        self.header.set_title(title, overline=overline)

    def _place(self, case_id: int | None) -> None:
        if not self._is_placed or case_id != self.case_id:
            self.call.settle()
        self.case_id, self._is_placed = case_id, True

    def _first_case(self) -> int | None:
        running = self._inspector.open_call()
        if running is not None:
            return running.case_id
        due = self._cases.due_calls()
        return due[0].case_id if due else None

    def _show_chain(self) -> None:
        if self._lines is not None:
            self.chain.show_sheet(self._lines.sheet, self.call.reason.value())

    def _keep(self) -> None:
        case_id, notes = self.case_id, self.call.value()
        self._run(lambda: self._inspector.keep(case_id, notes), lambda _none: None)

    def _finished(self, call: CallLine, notes: CallNotes) -> None:
        self.call.forget()
        said = _("Het gesprek is vastgelegd.")
        if call.case_id is not None and notes.reason is Reason.STATUTORY_4A and notes.kind is CallKind.CONSULT:
            said = _(
                "Het gesprek is vastgelegd. Wat de inspecteur vindt, is een advies: het bevoegd gezag concludeert."
            )
        self.desk.messages.info(said)
        self.part.wanted = call.id
        self.tabs.setCurrentIndex(LOG)
        self.reload()

    def _show_call(self, line: CallLine | None) -> None:
        if line is None:
            return
        cases = self._lines.cases if self._lines else ()
        self.desk.jobs.run(
            lambda: self._inspector.view(line.id),
            owner=self,
            done=lambda whole: self.part.detail.show_line(whole, cases),
        )

    def record_step(self, step: Step) -> None:
        """Open the sheet of one duty of article 4a."""
        if self.case_id is not None and self._lines is not None:
            advised = told_of(self._lines.sheet) if step is Step.CONCLUSION else ""
            self.acts.record(self.case_id, step, advised)

    def _write_letter(self, code: str) -> None:
        if self.case_id is not None:
            self.acts.write(self.case_id, code)

    def _correct_step(self, line: ChainStep) -> None:
        if self.case_id is not None and self._lines is not None:
            steps = {step.step for step in self._lines.sheet.chain}
            found = Suspicion.NO if Step.FOLLOW_UP in steps else Suspicion.YES
            self.acts.correct(self.case_id, line, found)

    def _print_account(self) -> None:
        if self.case_id is not None and self._lines is not None:
            self.acts.account(self.case_id, self._lines.sheet.case_number)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self.desk.jobs.run(work, owner=self, done=done, failed=self._failed)

    def _failed(self, error: MeldboekError) -> None:
        self.tabs.setCurrentIndex(CALL)
        self.call.show_error(error)


def shorten(text: str) -> str:
    """A line that fits in the list of cases."""
    return text if len(text) <= CHOICE else f"{text[: CHOICE - 1].rstrip()}…"
