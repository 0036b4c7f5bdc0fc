"""The middle of a measure: what is decided, by whom, on which facts, who was heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any

from app.cases.rules import short_number
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from app.measures.facts import Decider, Draft, Location
from app.measures.form_lines import MeasureForm
from app.measures.texts import DECIDERS, LOCATIONS
from app.people.rules import PersonKind
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, TextField
from ui.kit.form import Form
from ui.measures.hearings import HearingsField

ALWAYS = frozenset(
    {"decided_by", "decider", "decided_on", "facts", "reasons", "hearings", "views_text", "further_cases"}
)
OWN_RUNG = frozenset({"first_day", "last_day"})
ASKED_BY = {  # what a measure of the school asks before the decision, and where that is filled in
    "intent_announced": {"intent_on", "intent_registered", "counsel_told"},
    "views_received": {"intent_on", "views_on"},
    "interest_stated": {"interest"},
    "decision_registered": {"registered"},
    "jurist": {"jurist_on"},
    "dossier_complete": {"dossier_complete"},
}
SHOWN: dict[str, frozenset[str]] = {
    "pupil.SUSPENSION": frozenset({"first_day", "last_day", "location", "caused_by_parent", "probation_until"}),
    "pupil.REMOVAL": frozenset(
        {
            "intent_on",
            "views_on",
            "other_school",
            "other_school_on",
            "objection_clause",
            "caused_by_parent",
        }
    ),
    "pupil.DEVICE_CUSTODY": frozenset({"first_day", "last_day"}),
    "pupil.CONTACT_LIMIT": frozenset({"first_day", "last_day"}),
    "pupil.ACCESS_BAN": frozenset({"first_day", "last_day"}),
    "employee.SUSPENSION": frozenset({"first_day", "last_day", "registered", "interest", "is_disciplinary"}),
    "employee.REPRIMAND": frozenset(
        {
            "intent_on",
            "views_on",
            "intent_registered",
            "counsel_told",
            "registered",
            "probation_until",
        }
    ),
    "employee.DISMISSAL": frozenset({"jurist_on", "dossier_complete", "leaves_on", "knowledge_on", "knowledge_time"}),
    "employee.SUMMARY_DISMISSAL": frozenset({"jurist_on", "knowledge_on", "knowledge_time", "leaves_on"}),
}


class DecisionForm(Form):
    """Gives a ``Draft`` at any moment; shows only the fields that the chosen rung asks for."""

    def __init__(self, desk: Desk, opening: MeasureForm, *, fixed: bool = False) -> None:
        super().__init__(desk, drafts=_place(desk, opening))
        self._opening, self._background = opening.draft, opening.background
        self._is_parent = opening.background.subject is PersonKind.GUARDIAN
        self.rung = opening.draft.rung
        self._add_dates(desk, opening.draft)
        self._add_words(opening.draft)
        self.section(_("Gehoord"))
        listed = HearingsField(desk, opening.draft.hearings, opening.talks, opening.candidates, fixed=fixed)
        self.hearings = self.field("hearings", "", listed)
        self._add_procedure(desk, opening.draft)
        self._add_cases(opening)
        self.show_rung(self.rung)
        if fixed:
            for made in self.rows.values():
                made.field.inner.setEnabled(made is self.rows["hearings"])

    def show_rung(self, rung: str) -> None:
        """Ask what this rung needs, and hide the rest."""
        self.rung = rung
        wanted = ALWAYS | SHOWN.get(rung, self._of_own(rung) if ".OWN_" in rung else frozenset())
        for name, made in self.rows.items():
            made.setVisible(name in wanted)

    def _of_own(self, rung: str) -> frozenset[str]:
        """What the school's own rung asks."""
        known = self._background.rung(rung)
        asked = (ASKED_BY.get(one.code, set()) for one in known.required) if known else ()
        return OWN_RUNG.union(*asked)

    def draft(self) -> Draft:
        """What stands in the form now, as the rules look at it."""
        values = self.values()
        day, moment = values.pop("knowledge_on"), values.pop("knowledge_time")
        values["knowledge_at"] = datetime.combine(day, moment or time(0), AMSTERDAM) if day else None
        values["location"] = Location(values["location"])
        values["decider"] = Decider(values["decider"]) if values["decider"] else None
        leaves = values.pop("leaves_on")
        if "leaves_on" in SHOWN.get(self.rung, ()):
            values["first_day"], values["last_day"] = leaves, None
        values["further_cases"] = tuple(values.get("further_cases") or ())
        return replace(self._opening, rung=self.rung, **values)

    def _add_dates(self, desk: Desk, draft: Draft) -> None:
        clock = desk.meldboek.clock
        self.field("first_day", _("Eerste dag"), DateField(clock, draft.first_day))
        self.field("last_day", _("Laatste dag"), DateField(clock, draft.last_day), beside=True)
        self.field("decided_by", _("Besloten door"), TextField(draft.decided_by))
        deciders = [(decider, _(DECIDERS[decider])) for decider in Decider]
        self.field("decider", _("Functie"), ChoiceField(deciders, draft.decider), beside=True)
        self.field("decided_on", _("Datum van het besluit"), DateField(clock, draft.decided_on))
        places = [(place, _(LOCATIONS[place])) for place in Location]
        self.field("location", _("Waar"), ChoiceField(places, draft.location), beside=True)

    def _add_words(self, draft: Draft) -> None:
        self.field("facts", _("Feiten waarop het besluit rust"), AreaField(draft.facts, lines=3))
        self.field("reasons", _("Waarom deze maatregel, en niet een lichtere"), AreaField(draft.reasons, lines=2))

        self.field(
            "interest",
            _("Welk belang maakt dit dringend nodig"),
            AreaField(draft.interest, lines=2),
            _("Het belang van de school of het onderzoek, niet de schuld."),
        )

    def _add_cases(self, opening: MeasureForm) -> None:
        """Further cases on which the measure rests; each person has an own measure, invisible to the others."""
        if opening.other_cases:
            options = [(basis.case_id, short_number(basis.case_number)) for basis in opening.other_cases]
            cases = ChipsField(options, opening.draft.further_cases, many=True)
            self.field("further_cases", _("Rust ook op zaak"), cases)

    def _add_procedure(self, desk: Desk, draft: Draft) -> None:
        clock, known = desk.meldboek.clock, draft.knowledge_at
        self.field("intent_on", _("Voornemen verstuurd op"), DateField(clock, draft.intent_on))
        self.field("views_on", _("Zienswijze ontvangen op"), DateField(clock, draft.views_on), beside=True)
        own = AreaField(draft.views_text, lines=2)
        self.field("views_text", _("Zienswijze, zo letterlijk als kan"), own, _("Komt met deze woorden in de brief."))
        self.field("other_school", _("School die de leerling toelaat"), TextField(draft.other_school))
        self.field("other_school_on", _("Bevestigd op"), DateField(clock, draft.other_school_on), beside=True)
        self.field("knowledge_on", _("De leiding wist het op"), DateField(clock, known.date() if known else None))
        self.field("knowledge_time", _("Om"), TimeField(known.timetz() if known else None), beside=True)
        self.field("leaves_on", _("Dienstverband eindigt op"), DateField(clock, draft.first_day))
        self.field("jurist_on", _("Jurist gevraagd op"), DateField(clock, draft.jurist_on))
        self.field(
            "probation_until",
            _("Voorwaardelijk tot"),
            DateField(clock, draft.probation_until),
            _("Leeg laten als de maatregel meteen geldt."),
        )
        for name, text, value in (
            ("is_disciplinary", _("Deze schorsing is als straf bedoeld"), draft.is_disciplinary),
            ("dossier_complete", _("Het personeelsdossier is compleet"), draft.dossier_complete),
            ("intent_registered", _("Het voornemen is aangetekend verstuurd"), draft.intent_registered),
            ("counsel_told", _("Verteld dat een raadsman mag helpen"), draft.counsel_told),
            ("registered", _("Het besluit gaat aangetekend"), draft.registered),
            ("objection_clause", _("De brief noemt bezwaar en de geschillencommissie"), draft.objection_clause),
            ("caused_by_parent", _("De aanleiding is gedrag van een ouder"), draft.caused_by_parent),
        ):
            self.field(name, "", CheckField(text, value))


def _place(desk: Desk, opening: MeasureForm) -> tuple[Any, str, str] | None:
    """Where an unfinished new measure is kept; one that was saved keeps itself."""
    drawer = desk.meldboek.store.casework
    if drawer is None or opening.measure_id is not None:
        return None
    return drawer, "measure", f"case:{opening.case_id}:person:{opening.ladder.person_id}"
