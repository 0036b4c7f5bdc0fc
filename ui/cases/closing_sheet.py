"""Closing a case: what must be done first, the outcome per person, and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from app.cases.inputs import NewClosure
from app.cases.lines import CaseCard
from app.cases.rules import InvolvementRole, Outcome
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.findings import Finding, Severity
from app.kernel.formats import long_date
from app.kernel.texts import _
from ui.cases.cards import verb_of
from ui.cases.words import options
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.finding import FindingCard
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

OUTCOME, WHY, FITS = "outcome_", "why_", 3
_OUTCOMES = {
    InvolvementRole.ACTOR: (Outcome.ESTABLISHED, Outcome.NOT_PROVEN, Outcome.NOTHING_FOUND),
    InvolvementRole.AFFECTED: (Outcome.HELPED, Outcome.NOTHING_FOUND),
}
_ASKED_HERE = "cases.close.outcome"
_ACTS = {
    "cases.close.triage": "triage",
    "cases.close.statutory_consult": "inspector",
    "cases.close.protocol_call": "inspector",
    "cases.close.signature": "sign",
    "cases.close.held": "police",
    "cases.close.chain": "chain",
    "cases.close.police": "police",
    "cases.close.parents": "parents",
}


class ClosingSheet(FormSheet):
    """``act`` does what a button beside something that is open says; the sheet makes room for it."""

    def __init__(
        self,
        desk: Desk,
        cases: Cases,
        card: CaseCard,
        found: Sequence[Finding],
        act: Callable[[str], object],
        done: Callable[[Any], object],
    ) -> None:
        self._cases, self._case_id, self._act = cases, card.id, act
        self._concerned = [party for party in card.parties if party.role in _OUTCOMES]
        form = Form(desk)
        shown = [finding for finding in found if finding.code != _ASKED_HERE]
        stops = [finding for finding in shown if finding.severity is Severity.BLOCK]
        many = len(shown) + (0 if stops else len(self._concerned)) > FITS
        super().__init__(_("Zaak afsluiten"), form, _("Afsluiten"), self._close, done, width=760, scrolls=many)
        warns = [finding for finding in shown if finding.severity is Severity.WARN]
        self._tell(_("Eerst moet dit. Daarna kan de zaak dicht."), stops, _("houdt het afsluiten tegen"))
        self._tell(_("Dit staat nog open"), warns, _("mag open blijven met een reden"))
        self._tell_evaluation(card.evaluate_on, desk.meldboek.clock.today())
        self.button.setEnabled(not stops)
        if not stops:
            self._ask(with_reason=bool(warns))

    def _ask(self, *, with_reason: bool) -> None:
        form = self.form
        if with_reason:
            form.field("despite", _("Waarom dit open mag blijven"), AreaField(lines=2))
            form.need("despite", said("cases.no_reason"))
        self._ask_outcomes()
        form.field("reason", _("Hoe is het afgelopen"), AreaField(lines=4))
        form.need("reason", said("cases.no_ending"))

    def _tell(self, title: str, found: Sequence[Finding], effect: str) -> None:
        if found:
            self.form.add(label(title, "section"))
        for finding in found:
            shown = FindingCard(finding, effect)
            act, inside = _ACTS.get(finding.code), shown.layout()
            if act is not None and inside is not None:
                inside.addWidget(button(_verb(act), "", partial(self._go, act)))
            self.form.add(shown)

    def _tell_evaluation(self, day: date | None, today: date) -> None:
        """Nobody is reminded of a closed case; a day that has still to come is told, and may stay as it is."""
        if day is None or day <= today:
            return
        text = _("De evaluatie staat op {day}. Sluit u nu af, dan staat zij niet meer op Vandaag.")
        self.form.add(label(text.format(day=long_date(day)), "quiet", wrap=True))

    def _ask_outcomes(self) -> None:
        if self._concerned:
            self.form.section(_("Uitkomst per persoon"))
        for party in self._concerned:
            choices = options("outcome", _OUTCOMES[party.role])
            self.form.field(f"{OUTCOME}{party.id}", party.name, ChipsField(choices, party.outcome), share=3)
            why = TextField(party.outcome_why, placeholder=_("waarom deze uitkomst"))
            self.form.field(f"{WHY}{party.id}", "", why, beside=True, share=2)
            why.set_name(_("Waarom deze uitkomst voor {name}").format(name=party.name))
            if party.role is InvolvementRole.ACTOR:
                self.form.need(f"{OUTCOME}{party.id}", said("cases.no_outcome"))

    def _go(self, act: str) -> None:
        """What was typed here is there again when the sheet is opened after it."""
        self.form.may_leave(lambda: self._left_for(act))

    def _left_for(self, act: str) -> None:
        self.close_sheet()
        self._act(act)

    def _close(self, values: dict[str, Any]) -> None:
        outcomes = tuple((party.id, values[f"{OUTCOME}{party.id}"]) for party in self._concerned)
        given = tuple((party, outcome) for party, outcome in outcomes if outcome is not None)
        why = tuple((party.id, values[f"{WHY}{party.id}"]) for party in self._concerned)
        self._cases.close(self._case_id, NewClosure(values["reason"], given, values.get("despite", ""), why))


def _verb(act: str) -> str:
    return _("Tweede handtekening") if act == "sign" else verb_of(act)
