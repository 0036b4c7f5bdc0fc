"""Inspecteur: call, keep what is said, follow the chain, and look back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar

from app.inspector.chain import Step
from app.inspector.lines import CallLine, CallNotes, CallSheet
from app.inspector.rules import AdviceFollowed, CallKind, Reason, Suspicion
from app.inspector.service import Inspector
from app.inspector.texts import FOLLOWED
from app.kernel.calendar import school_year
from app.kernel.errors import MeldboekError
from app.kernel.texts import N_, _
from app.vault.keyring import Role
from ui.inspector.call_view import CallView
from ui.inspector.chain_card import ChainCard
from ui.inspector.log_view import CallDetail, LogView
from ui.inspector.step_form import step_sheet
from ui.kit.buttons import BETWEEN
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.icons import icon
from ui.kit.layouts import row
from ui.kit.page import Page, Picture
from ui.kit.theme import ICON

CALL, LOG = 0, 1
SIDE = 318
CHOICE = 36


@dataclass(frozen=True)
class Lines:
    """What the page shows: one sheet, the log, and the cases a call can belong to."""

    sheet: CallSheet
    log: tuple[CallLine, ...]
    cases: tuple[tuple[int, str], ...]


class InspectorPage(Page):
    """Targets: ``("call", case_id)`` opens the sheet of a case, ``("call", None)`` one without, ``"log"`` the log."""

    name: ClassVar[str] = "inspector"
    label: ClassVar[str] = N_("Inspecteur")
    icon: ClassVar[str] = "phone"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.DIRECTOR, Role.BOARD})
    topics: ClassVar[frozenset[str]] = frozenset({"inspector", "cases"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert desk.meldboek.casework is not None  # noqa: S101 - an administrator never gets this page
        self._inspector: Inspector = desk.meldboek.casework.inspector
        self._cases = desk.meldboek.casework.cases
        self.case_id: int | None = None
        self._is_placed = False
        self._lines: Lines | None = None
        self.call = CallView(desk)
        self.chain = ChainCard(desk.meldboek.clock, self._record_step)
        self._arrange()
        self.missed = self.header.add_button(_("Geen gehoor vastleggen"), "", self.record_no_answer)
        self.main = self.header.add_button(_("Gesprek beginnen"), "phone", self.start_or_finish, primary=True)
        self.call.keep.connect(self._keep)
        self.call.reason_chosen.connect(lambda _reason: self._show_chain())

    @cached_property
    def log(self) -> LogView:
        """The list of calls; made when it is first looked at, so that calling opens at once."""
        made = LogView(self.desk.meldboek.protocol.domains)
        made.table.line_selected.connect(self._show_call)
        made.show_lines(self._lines.log if self._lines else ())
        self.stack.addWidget(made)
        return made

    @cached_property
    def detail(self) -> CallDetail:
        """One call of the list, at the side."""
        made = CallDetail(self._attach, self._weigh, self._close_follow_up)
        self.side.addWidget(made)
        return made

    def open(self, target: object | None) -> None:
        if target == "log":
            self.tabs.setCurrentIndex(LOG)
        elif isinstance(target, tuple) and target and target[0] == "call":
            self._place(target[1])
            self.tabs.setCurrentIndex(CALL)
        self.refresh()

    def fetch(self) -> Lines:
        case_id = self.case_id if self._is_placed else self._first_case()
        self.case_id, self._is_placed = case_id, True
        year = school_year(self.desk.meldboek.clock.today())
        open_cases = tuple((case.id, shorten(f"{case.short_number}  {case.title}")) for case in self._cases.list())
        return Lines(self._inspector.sheet(case_id), self._inspector.log(year), open_cases)

    def show_lines(self, lines: Lines) -> None:
        self._lines = lines
        sheet = lines.sheet
        self._show_title()
        self.which.set_options(((0, _("Zonder zaak")), *lines.cases))
        self.which.set_value(sheet.case_id or 0)
        self.call.show_sheet(sheet)
        if "log" in self.__dict__:
            self.log.show_lines(lines.log)
        self.main.setText(_("Gesprek afronden") if sheet.call else _("Gesprek beginnen"))
        self.main.setIcon(icon("circle-dot" if sheet.call else "phone", "on_accent", ICON, BETWEEN))
        self.tabs.setTabText(LOG, _("Logboek · {n}").format(n=len(lines.log)) if lines.log else _("Logboek"))
        self._show_chain()

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
        else:
            self.call.settle()
            self._run(lambda: self._inspector.finish(call.id, notes), lambda _none: self._finished(call.id))

    def record_no_answer(self) -> None:
        """Keep that nobody answered; what was typed stays for the next attempt."""
        case_id, notes = self.case_id, self.call.value()
        said = _("De poging is vastgelegd. Wat u typte, blijft staan.")
        work = lambda: self._inspector.record_no_answer(case_id, notes)  # noqa: E731 - one expression for the lane
        self._run(work, lambda _id: self.desk.messages.info(said))

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        return (
            Picture("inspector"),
            Picture("inspector_call", _in_a_call),
            Picture("inspector_log", lambda page: page.open("log")),
            Picture("inspector_without_case", lambda page: page.open(("call", None))),
        )

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
        self.tabs.addTab(_("Gesprek"))
        self.tabs.addTab(_("Logboek"))
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
        self.stack.setCurrentWidget(self.log if tab == LOG else self.call)
        self.side.setCurrentWidget(self.detail if tab == LOG else self.chain)
        self.which.setVisible(tab == CALL)
        self._show_title()

    def _show_title(self) -> None:
        if self._lines is None:
            return
        sheet = self._lines.sheet
        overline = _("Zaak {number}").format(number=sheet.case_number) if sheet.case_number else _("Zonder zaak")
        title = _("Gesprek met de vertrouwensinspecteur")
        if sheet.notes.kind is CallKind.NOTIFICATION:
            title = _("Inspecteur van de aangifte vertellen")
        if self.tabs.currentIndex() == LOG:
            title, overline = _("Gesprekken met de vertrouwensinspecteur"), _("Dit schooljaar")
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

    def _finished(self, call_id: int) -> None:
        self.call.forget()
        self.desk.messages.info(_("Het gesprek is vastgelegd."))
        self.tabs.setCurrentIndex(LOG)
        self.reload()
        self.log.table.select(call_id)

    def _show_call(self, line: CallLine) -> None:
        cases = self._lines.cases if self._lines else ()
        self.desk.jobs.run(
            lambda: self._inspector.view(line.id),
            owner=self,
            done=lambda whole: self.detail.show_line(whole, cases),
        )

    def _record_step(self, step: Step) -> None:
        if self.case_id is not None:
            self.desk.dialogs.open(step_sheet(self.desk, self.case_id, step))

    def _attach(self, line: CallLine, case_id: int) -> None:
        work = lambda: self._inspector.attach_to_case(line.id, case_id)  # noqa: E731 - one expression for the lane
        self._run(work, lambda _none: self._show_call(line))

    def _close_follow_up(self, line: CallLine) -> None:
        self._run(lambda: self._inspector.close_follow_up(line.id), lambda _none: self._show_call(line))

    def _weigh(self, line: CallLine) -> None:
        form = Form(self.desk)
        options = [(each, _(FOLLOWED[each])) for each in AdviceFollowed]
        form.field("followed", _("Is het advies gevolgd?"), ChipsField(options, AdviceFollowed.YES))
        form.field("why_not", _("Waarom niet, of niet helemaal"), AreaField(lines=3))
        save: Callable[[dict[str, Any]], None] = lambda values: self._inspector.weigh_advice(  # noqa: E731
            line.id, values["followed"], values["why_not"]
        )
        sheet = FormSheet(_("Advies"), form, _("Vastleggen"), save, lambda _none: self._show_call(line))
        self.desk.dialogs.open(sheet)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self.desk.jobs.run(work, owner=self, done=done, failed=self._failed)

    def _failed(self, error: MeldboekError) -> None:
        self.tabs.setCurrentIndex(CALL)
        self.call.show_error(error)


def shorten(text: str) -> str:
    """A line that fits in the list of cases."""
    return text if len(text) <= CHOICE else f"{text[: CHOICE - 1].rstrip()}…"


def _in_a_call(page: InspectorPage) -> None:
    """The page while a call runs, for the pictures."""
    page.open(("call", page.case_id))
    page.call.reason.set_value(Reason.STATUTORY_4A)
    page.call.notes.show_notes(
        CallNotes(
            notes=_("Eerst niet zelf met de medewerker in gesprek gaan over de feiten."),
            advice=_("Aangifte lijkt aangewezen; overleg met de zedenpolitie."),
            suspicion=Suspicion.NOT_YET,
        )
    )
    if page.main.text() == _("Gesprek beginnen"):
        page.start_or_finish()
