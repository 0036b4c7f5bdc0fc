"""The small forms for what happens after a decision; one per step, named by its button."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.texts import N_, _
from app.measures.facts import HeardAs, Hearing
from app.measures.lines import Carried, MeasureCard, NewNotice, NewProceeding, Outcome
from app.measures.service import Measures
from app.measures.texts import CARRIED, OUTCOMES, PROCEEDINGS
from app.protocol.remedy_rules import RemedyKind
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.measures.hearing_sheet import hearing_sheet
from ui.measures.words import capital

Done = Callable[[Any], object]
TITLES = {
    "communicate": N_("Besluit gegeven"),
    "receive": N_("Besluit ontvangen"),
    "tell": N_("Melding gedaan"),
    "object": N_("Bezwaar of beroep ontvangen"),
    "hear": N_("Horen over het bezwaar"),
    "settle": N_("Beslissing op bezwaar of beroep"),
    "carry": N_("Uitvoering"),
    "return": N_("Gesprek bij terugkeer plannen"),
    "returned": N_("Gesprek bij terugkeer"),
    "end": N_("Eerder beëindigen"),
    "lapse": N_("Uit het dossier gehaald"),
    "withdraw": N_("Maatregel intrekken"),
}
WAYS = (N_("in een gesprek"), N_("aangetekend"), N_("per post"), N_("per e-mail"))
WITHOUT_DAY = frozenset({"withdraw", "carry"})


def after_sheet(desk: Desk, measures: Measures, card: MeasureCard, step: str, done: Done) -> FormSheet:
    """One of the steps after a decision; ``settle:7`` is about proceeding 7."""
    word, _colon, number = step.partition(":")
    if word == "late":
        return _late_sheet(desk, measures, card, done)
    form = Form(desk)
    clock = desk.meldboek.clock
    if word not in WITHOUT_DAY:
        form.field("on", _("Op"), DateField(clock, clock.today()))
    _fields(desk, form, card, word)
    verb = _("Intrekken") if word == "withdraw" else _("Vastleggen")
    record = _Record(measures, card.id, int(number or 0))
    return FormSheet(_(TITLES[word]), form, verb, lambda values: record.run(word, values), done)


def _fields(desk: Desk, form: Form, card: MeasureCard, word: str) -> None:
    clock = desk.meldboek.clock
    match word:
        case "communicate":
            form.field("how", _("Hoe"), ChoiceField([(_(way), _(way)) for way in WAYS], _(WAYS[0])), beside=True)
            form.field("received_on", _("Ontvangen op"), DateField(clock))
            form.field("proof", _("Bewijs van ontvangst"), TextField(), beside=True)
        case "receive":
            proof = TextField(card.delivery_proof)
            form.field("proof", _("Bewijs van ontvangst"), proof, _("Bijvoorbeeld het nummer van de zending."))
        case "object":
            form.field("kind", _("Wat"), ChoiceField(_worded(RemedyKind, PROCEEDINGS)), beside=True)
            form.field("hearing_on", _("Horen op"), DateField(clock), _("Mag later."))
            form.field("reason", _("Waar het over gaat"), AreaField(lines=2))
        case "settle":
            form.field("outcome", _("Uitkomst"), ChoiceField(_worded(Outcome, OUTCOMES)), beside=True)
            form.field("reason", _("Uitkomst en reden"), AreaField(lines=3))
        case "carry":
            form.field("carried", _("Is de maatregel uitgevoerd"), ChoiceField(_worded(Carried, CARRIED)))
            form.field("reason", _("Zo nee of deels: waarom"), AreaField(lines=2))
        case "return":
            form.field("time", _("Om"), TimeField(time(8, 30)), beside=True)
        case "returned":
            form.field("reason", _("Wat is afgesproken"), AreaField(lines=3))
        case "end" | "withdraw":
            form.field("reason", _("Reden"), AreaField(lines=3))


def _worded(kinds: Iterable[Any], words: dict[str, str]) -> list[tuple[Any, str]]:
    return [(kind, capital(_(words[kind]))) for kind in kinds]


def _late_sheet(desk: Desk, measures: Measures, card: MeasureCard, done: Done) -> FormSheet:
    """A talk after the decision is kept and marked as late; it never counts as heard before."""
    save = lambda hearing: measures.add_hearing(card.id, hearing)  # noqa: E731 - one expression
    people = card.draft.hearings
    title = _("Gesprek achteraf vastleggen")
    return hearing_sheet(desk, Hearing(HeardAs.OTHER), done, people, title=title, save=save)


@dataclass(frozen=True)
class _Record:
    """Writes one step of one measure down."""

    measures: Measures
    measure_id: int
    proceeding_id: int

    def run(self, word: str, values: dict[str, Any]) -> None:
        """Call the use case of this step."""
        reason = values.get("reason", "")
        if word == "withdraw":
            self.measures.withdraw(self.measure_id, reason)
        elif word == "carry":
            self.measures.carry_out(self.measure_id, values["carried"], reason)
        elif values.get("on") is None:
            raise Invalid("on", "measures.no_day")
        else:
            self._dated(word, values, reason)

    def _dated(self, word: str, values: dict[str, Any], reason: str) -> None:
        on, measures, measure_id = values["on"], self.measures, self.measure_id
        match word:
            case "communicate":
                notice = NewNotice(on, values["how"], values["proof"], values["received_on"])
                measures.communicate(measure_id, notice)
            case "receive":
                measures.receive(measure_id, on, values["proof"])
            case "tell":
                measures.tell_authority(measure_id, on)
            case "object":
                new = NewProceeding(RemedyKind(values["kind"]), on, values["hearing_on"], reason)
                measures.proceedings.receive(measure_id, new)
            case "hear":
                measures.proceedings.plan_hearing(self.proceeding_id, on)
            case "settle":
                measures.proceedings.decide(self.proceeding_id, on, Outcome(values["outcome"]), reason)
            case "return":
                at = datetime.combine(on, values["time"] or time(8, 30), AMSTERDAM)
                measures.plan_return(measure_id, at)
            case "returned":
                measures.hold_return(measure_id, on, reason)
            case "lapse":
                measures.lapse(measure_id, on)
            case _:
                measures.end(measure_id, on, reason)
