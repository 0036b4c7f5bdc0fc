"""What can be done from the page of the inspector beside the call itself: weigh, attach, tick, note, correct, print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.inspector import paper
from app.inspector.chain import ChainStep, Step
from app.inspector.lines import CallLine
from app.inspector.rules import AdviceFollowed, Suspicion
from app.inspector.service import Inspector
from app.inspector.texts import FOLLOWED
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from ui.inspector.about_cards import help_sheet
from ui.inspector.step_form import correct_sheet, step_sheet
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.saving import save_drawn
from ui.kit.words import sentence_of

Shown = Callable[[CallLine], object]


class InspectorActs:
    """Opens the sheets and writes the papers; ``shown`` shows a call again after a change."""

    def __init__(self, desk: Desk, inspector: Inspector, owner: QObject, shown: Shown) -> None:
        self._desk, self._inspector, self._owner, self._shown = desk, inspector, owner, shown

    def attach(self, line: CallLine, case_id: int) -> None:
        """Say to which case a call belongs."""
        self._run(lambda: self._inspector.attach_to_case(line.id, case_id), line)

    def close_follow_up(self, line: CallLine) -> None:
        """The agreed follow-up was done in another way."""
        self._run(lambda: self._inspector.close_follow_up(line.id), line)

    def tick(self, line: CallLine, number: int) -> None:
        """A step that was agreed is done."""
        self._run(lambda: self._inspector.tick_agreed(line.id, number), line)

    def read_along(self, line: CallLine) -> None:
        """The user read the record as the second."""
        self._run(lambda: self._inspector.read_along(line.id), line)

    def call_back(self, line: CallLine) -> None:
        """Put a sheet ready that goes on from this call, and open it."""
        self._desk.jobs.run(
            lambda: self._inspector.prepare_follow_up(line.id),
            owner=self._owner,
            done=lambda case_id: self._desk.go("inspector", ("follow_up", case_id)),
        )

    def weigh(self, line: CallLine) -> None:
        """Record whether the advice was followed, and if not, why."""
        form = Form(self._desk)
        options = [(each, _(FOLLOWED[each])) for each in AdviceFollowed]
        form.field("followed", _("Is het advies gevolgd?"), ChipsField(options, AdviceFollowed.YES))
        form.field("why_not", _("Waarom niet, of niet helemaal"), AreaField(lines=3))
        save: Callable[[dict[str, Any]], None] = lambda values: self._inspector.weigh_advice(  # noqa: E731 - one line
            line.id, values["followed"], values["why_not"]
        )
        sheet = FormSheet(_("Advies"), form, _("Vastleggen"), save, lambda _none: self._shown(line))
        self._desk.dialogs.open(sheet)

    def record(self, case_id: int, step: Step, advised: str = "") -> None:
        """Record a step of article 4a; the aangifte has its own form with the police."""
        if step is Step.REPORT:
            self._desk.go("police", ("aangifte", case_id))
        else:
            self._desk.dialogs.open(step_sheet(self._desk, self._inspector, case_id, step, advised))

    def write(self, case_id: int, code: str) -> None:
        """Open the letter of a duty of article 4a, written as far as the case is known."""
        casework = self._desk.meldboek.casework
        assert casework is not None  # noqa: S101 - this page is made only for who holds casework
        work = partial(casework.letters.draft_for_chain, case_id, code)
        self._desk.jobs.run(work, owner=self._owner, done=lambda ids: self._desk.go("letters", ids[0]))

    def correct(self, case_id: int, line: ChainStep, suspicion: Suspicion) -> None:
        """Replace a step that was recorded wrongly."""
        self._desk.dialogs.open(correct_sheet(self._desk, self._inspector, case_id, line, suspicion))

    def help(self) -> None:
        """What is good to know about calling."""
        self._desk.dialogs.open(help_sheet())

    def note(self, line: CallLine) -> None:
        """The note of one call as a PDF."""
        meldboek = self._desk.meldboek
        school, subjects, at = self._school, meldboek.protocol.domains, meldboek.clock.now()
        name = _("Gespreksnotitie {day}.pdf").format(day=f"{line.started_at:%Y-%m-%d}")
        save_drawn(
            self._desk,
            self._owner,
            name,
            lambda: self._inspector.note_of(line.id),
            lambda whole: paper.call_note(whole, school, subjects, at),
        )

    def account(self, case_id: int, number: str) -> None:
        """Who knew and did what when, as a PDF."""
        school, at = self._school, self._desk.meldboek.clock.now()
        name = _("Verantwoording {number}.pdf").format(number=number.replace("/", "-"))
        save_drawn(
            self._desk,
            self._owner,
            name,
            lambda: self._inspector.account(case_id),
            lambda found: paper.chain_note(found, school, at),
        )

    def log(self, year: str) -> None:
        """The calls of a year without names, as a PDF for the board."""
        meldboek = self._desk.meldboek
        school, subjects, at = self._school, meldboek.protocol.domains, meldboek.clock.now()

        def read() -> tuple[CallLine, ...]:
            self._inspector.note_log("printed")
            return self._inspector.log(year)

        name = _("Gesprekken {year}.pdf").format(year=year)
        draw = lambda lines: paper.log_paper(lines, year, school, subjects, at)  # noqa: E731 - one expression
        save_drawn(self._desk, self._owner, name, read, draw)

    @property
    def _school(self) -> str:
        return self._desk.meldboek.school.profile().name

    def _run(self, work: Callable[[], Any], line: CallLine) -> None:
        self._desk.jobs.run(work, owner=self._owner, done=lambda _none: self._shown(line), failed=self._failed)

    def _failed(self, error: MeldboekError) -> None:
        self._desk.messages.error(sentence_of(error))
