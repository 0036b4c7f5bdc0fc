"""The duties of article 4a at the side of the call, or what to expect when the article does not apply."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inspector.chain import ChainStep, Step, StepState
from app.inspector.lines import CallSheet
from app.inspector.rules import Reason
from app.inspector.texts import STEP_NOTES, STEPS
from app.kernel.clock import Clock
from app.kernel.formats import weekday_time
from app.kernel.texts import _, ngettext
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.finding import FindingCard
from ui.kit.labels import bare
from ui.kit.rows import PlainRow
from ui.kit.steps import State, StepList
from ui.kit.steps import Step as Row
from ui.kit.tag import TagText

_BY_PHONE = (Step.CONSULT, Step.INSPECTOR_TOLD)


class ChainCard(QWidget):
    """``record`` is called with the step that can be recorded now."""

    def __init__(self, clock: Clock, record: Callable[[Step], object]) -> None:
        super().__init__()
        bare(self)
        self._clock, self._record = clock, record
        self._card = Card()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._card)

    def show_sheet(self, sheet: CallSheet, reason: Reason) -> None:
        """The chain when the law applies or this call is made for it; else what a call is like."""
        self._card.clear()
        if sheet.is_statutory or reason is Reason.STATUTORY_4A:
            self._show_chain(sheet)
        else:
            self._show_help()
        self._card.body.addStretch(1)

    def _show_chain(self, sheet: CallSheet) -> None:
        self._card.set_title(_("De wettelijke stappen"))
        steps = StepList("chain")
        steps.set_steps(rows(sheet.chain, self._clock.now()))
        self._card.add(steps)
        now = next((step for step in sheet.chain if step.state is StepState.NOW), None)
        if sheet.case_id is not None and now is not None and now.step not in _BY_PHONE:
            text = _("Leg vast: {step}").format(step=_(STEPS[now.step]).lower())
            self._card.add(button(text, "check", lambda: self._record(now.step)))
        if sheet.warning is not None:
            self._card.add(FindingCard(sheet.warning, _("tot het overleg is afgerond")))

    def _show_help(self) -> None:
        self._card.set_title(_("Zo gaat het gesprek"))
        for icon, text in (
            ("ear", _("De inspecteur luistert, vraagt door en denkt met u mee over de volgende stap.")),
            ("eye-off", _("U hoeft geen namen te noemen. De functie of de groep is genoeg.")),
            ("lock", _("Wat u vertelt, blijft in een vertrouwelijk dossier van de inspecteur.")),
            ("scale", _("De inspecteur beslist niet voor u en start zelf geen onderzoek.")),
            ("clipboard-list", _("Schrijf het advies op, ook als u het niet volgt, en waarom.")),
            ("siren", _("Is er nu gevaar? Bel dan eerst 112.")),
        ):
            self._card.add(PlainRow(icon, text, tone="ink2"))


def rows(chain: tuple[ChainStep, ...], now: datetime) -> list[Row]:
    """The steps as they are shown; parents and the person concerned are one row."""
    shown: list[Row] = []
    by_step = {step.step: step for step in chain}
    for step in chain:
        if step.step is Step.PERSON_TOLD:
            continue
        shown.append(_told_both(step, by_step[Step.PERSON_TOLD], now) if _has_pair(step, by_step) else _row(step, now))
    return shown


def _has_pair(step: ChainStep, by_step: dict[Step, ChainStep]) -> bool:
    return step.step is Step.PARENTS_TOLD and Step.PERSON_TOLD in by_step


def _row(step: ChainStep, now: datetime) -> Row:
    return Row(_(STEPS[step.step]), _note(step), _STATES[step.state], _tag(step, now))


def _told_both(parents: ChainStep, person: ChainStep, now: datetime) -> Row:
    open_step = parents if parents.state is not StepState.DONE else person
    note = _("beide, vóór de aangifte")
    if open_step is person and person.state is not StepState.DONE:
        note = _("ouders weten het, de betrokkene nog niet")
    elif person.done is not None:
        note = _note(person)
    return Row(_("Ouders en betrokkene ingelicht"), note, _STATES[open_step.state], _tag(open_step, now))


def _note(step: ChainStep) -> str:
    if step.done is None:
        return _(STEP_NOTES[step.step])
    at = weekday_time(step.done.at)
    if step.hours_after is not None:
        after = ngettext("binnen {n} uur na bekend worden", "binnen {n} uur na bekend worden", step.hours_after)
        return f"{at}, {after}"
    return _("{moment}, {name}").format(moment=at, name=step.done.by) if step.done.by else at


def _tag(step: ChainStep, now: datetime) -> TagText:
    if step.state is StepState.DONE:
        return TagText(_("gedaan"), "ok")
    if step.state is StepState.WAITING:
        return TagText(_("wacht"))
    if step.red_from is not None and now >= step.red_from:
        return TagText(_("te laat"), "danger")
    return TagText(_("nu"), "accent")


_STATES: dict[StepState, State] = {StepState.DONE: "done", StepState.NOW: "now", StepState.WAITING: "open"}
