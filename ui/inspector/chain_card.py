"""The duties of article 4a at the side of the call, or what to expect when the article does not apply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inspector.chain import ChainStep, Step, StepState
from app.inspector.lines import CallSheet
from app.inspector.rules import Reason
from app.inspector.texts import STEP_NOTES, STEPS
from app.kernel.clock import Clock
from app.kernel.formats import weekday_time
from app.kernel.texts import N_, _
from app.protocol.hours import red_hours
from ui.inspector.about_cards import help_rows
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import FindingCard
from ui.kit.labels import bare
from ui.kit.layouts import Scroll
from ui.kit.steps import State, StepList
from ui.kit.steps import Step as Row
from ui.kit.tag import TagText

LETTERS: dict[Step, tuple[tuple[str, str], ...]] = {
    Step.BOARD_INFORMED: (("board_notice", N_("Brief aan het bestuur")),),
    Step.PARENTS_TOLD: (("report_parents_notice", N_("Brief aan de ouders")),),
    Step.PERSON_TOLD: (("report_person_notice", N_("Brief aan de betrokkene")),),
    Step.REPORT: (("police_cover", N_("Brief aan de politie")),),
    Step.INSPECTOR_TOLD: (("report_inspector_notice", N_("Brief aan de inspecteur")),),
    Step.FOLLOW_UP: (
        ("cleared_person_notice", N_("Brief aan de betrokkene")),
        ("cleared_parents_notice", N_("Brief aan de ouders")),
    ),
}
_BY_PHONE = (Step.CONSULT, Step.INSPECTOR_TOLD)
_SHORT = {Step.CONCLUSION: N_("conclusie")}  # the whole name does not fit on a button


@dataclass(frozen=True)
class ChainActs:
    """What can be done from the chain: record the step to do now, write its letter, correct one, paper, and help."""

    record: Callable[[Step], object]
    write: Callable[[str], object]
    correct: Callable[[ChainStep], object]
    account: Callable[[], object]
    help: Callable[[], object]


class ChainCard(QWidget):
    """A click on a step that was recorded corrects it."""

    def __init__(self, clock: Clock, acts: ChainActs) -> None:
        super().__init__()
        bare(self)
        self._clock, self._acts = clock, acts
        self._scroll = Scroll()
        self._card = Card()
        self._scroll.body.addWidget(self._card)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)

    def show_sheet(self, sheet: CallSheet, reason: Reason) -> None:
        """The chain when the law applies or this call is made for it; else what a call is like."""
        self._card.clear()
        if sheet.is_statutory or reason is Reason.STATUTORY_4A:
            self._show_chain(sheet)
        else:
            self._show_help()

    def _show_chain(self, sheet: CallSheet) -> None:
        self._card.set_title(_("De wettelijke stappen"))
        steps = StepList("chain")
        steps.set_steps(rows(sheet.chain, self._clock.now()))
        steps.step_chosen.connect(self._acts.correct)
        self._card.add(steps)
        now = next((step for step in sheet.chain if step.state is StepState.NOW), None)
        if sheet.case_id is not None and now is not None and now.step not in _BY_PHONE:
            text = _("Leg vast: {step}").format(step=_(_SHORT.get(now.step, STEPS[now.step])).lower())
            self._card.add(button(text, "check", lambda: self._acts.record(now.step)))
        if sheet.warning is not None:
            self._card.add(FindingCard(sheet.warning, _("tot het overleg is afgerond")))
        if sheet.case_id is not None:
            self._show_letters(sheet)
        if any(step.done for step in sheet.chain):
            self._card.add(button(_("Verantwoording als PDF"), "file-text", self._acts.account, "quiet"))
        self._card.add(button(_("Hoe werkt dit?"), "circle-question-mark", self._acts.help, "quiet"))

    def _show_letters(self, sheet: CallSheet) -> None:
        """The letters of what was done and of what is to be done now; parents and person are told together."""
        begun = {step.step for step in sheet.chain if step.state is not StepState.WAITING}
        if Step.PARENTS_TOLD in begun:
            begun.add(Step.PERSON_TOLD)
        for step in (step.step for step in sheet.chain if step.step in begun):
            for code, label in LETTERS.get(step, ()):
                self._card.add(button(_(label), "mail", partial(self._acts.write, code), "quiet"))

    def _show_help(self) -> None:
        self._card.set_title(_("Zo gaat het gesprek"))
        self._card.add(*help_rows())
        self._card.add(button(_("Meer over bellen"), "circle-question-mark", self._acts.help, "quiet"))


def rows(chain: tuple[ChainStep, ...], now: datetime) -> list[Row]:
    """The steps as they are shown; parents and the person concerned are one row until either was told."""
    by_step = {step.step: step for step in chain}
    told = (by_step.get(Step.PARENTS_TOLD), by_step.get(Step.PERSON_TOLD))
    are_one = not any(step is not None and step.done for step in told)
    shown = (step for step in chain if not (are_one and step.step is Step.PERSON_TOLD))
    return [_both(step, now) if are_one and step.step is Step.PARENTS_TOLD else _row(step, now) for step in shown]


def _row(step: ChainStep, now: datetime) -> Row:
    ref = step if step.done is not None and step.done.recorded_at and step.step not in _BY_PHONE else None
    return Row(_(STEPS[step.step]), _note(step), _STATES[step.state], _tag(step, now), ref)


def _both(step: ChainStep, now: datetime) -> Row:
    return Row(_("Ouders en betrokkene ingelicht"), _("beide, vóór de aangifte"), _STATES[step.state], _tag(step, now))


def _note(step: ChainStep) -> str:
    if step.done is None:
        return _(STEP_NOTES[step.step])
    at = weekday_time(step.done.at)
    told = _("{moment}, {name}").format(moment=at, name=step.done.by) if step.done.by else at
    if step.hours_after is None:
        return told
    late = step.hours_after > red_hours(step.done.at.date())
    after = _("pas {n} uur na bekend worden") if late else _("binnen {n} uur na bekend worden")
    return f"{told}, {after.format(n=step.hours_after)}"


def _tag(step: ChainStep, now: datetime) -> TagText:
    if step.state is StepState.DONE:
        return TagText(_("gedaan"), "ok")
    if step.state is StepState.WAITING:
        return TagText(_("wacht"))
    if step.red_from is not None and now >= step.red_from:
        return TagText(_("te laat"), "danger")
    if step.due is not None and now > step.due:
        return TagText(_("had al gemoeten"), "warn")
    return TagText(_("nu"), "accent")


_STATES: dict[StepState, State] = {StepState.DONE: "done", StepState.NOW: "now", StepState.WAITING: "open"}
