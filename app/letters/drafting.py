"""Writes a draft: chooses the templates of a measure, the addressees, and fills in what is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.cases.file_lines import Counsel
from app.cases.lines import CaseCard
from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.formats import phone
from app.kernel.names import address_name, full
from app.kernel.terms import Sector
from app.kernel.texts import _
from app.letters import rules
from app.letters.contents import chain, facts, request
from app.letters.contents.facts import Values
from app.letters.contents.grammar import without_name
from app.letters.contents.heard import heard_text, own_view, talk_facts
from app.letters.contents.unheard import Passed, unheard_text
from app.letters.lines import NewLetter
from app.letters.rules import Addressee, blank
from app.letters.templates.catalogue import DUTCH
from app.letters.templates.filling import filled
from app.letters.templates.rules import BLANK, AddresseeKind, Template
from app.letters.templates.wordings import Wordings
from app.measures.facts import Hearing
from app.measures.lines import MeasureCard
from app.measures.service import Measures
from app.people.rules import Address, Authority, EmployeeLine, GuardianCard, PersonKind, PersonLine, PupilCard
from app.people.service import People
from app.protocol.rules import Rung
from app.protocol.service import load_protocol
from app.school.service import School

_JURIST = frozenset({"DISMISSAL"})
_TO_GUARDIAN = {"pupil_warning": "guardian_warning"}
_ABOUT_PUPIL = frozenset({"invitation", "hearing_report"})
_BEFORE_DECISION = frozenset({"removal_intent", "reprimand_intent"})
_AFTER_DECISION = frozenset({"removal", "municipality_notice", "reprimand"})


@dataclass(frozen=True)
class Draft:
    """A letter as it is first written, one per addressee."""

    template: Template
    to: Addressee
    subject: str
    body: str
    note: str = ""


def codes_of(measure: MeasureCard, rung: Rung) -> tuple[str, ...]:
    """The templates that belong to this measure now. Raises Refused when there is none."""
    kind = measure.draft.kind
    if kind in _JURIST:
        raise Refused("letters.with_jurist")
    codes = rung.letters
    if measure.subject is PersonKind.GUARDIAN:
        codes = tuple(_TO_GUARDIAN.get(code, code) for code in codes if code not in _ABOUT_PUPIL)
    chosen = [code for code in codes if code not in _not_now(measure)]
    if not chosen:
        raise Refused("letters.no_template")
    return tuple(sorted(chosen, key=lambda code: code != "objection_decision"))  # what is to be written now, first


def _not_now(measure: MeasureCard) -> frozenset[str]:
    """The letters of the rung whose time is over or has not come."""
    draft = measure.draft
    is_held = any(hearing.held_at is not None for hearing in draft.hearings)
    conditions = (
        (measure.decided_on is None, _AFTER_DECISION),
        (measure.decided_on is not None, _BEFORE_DECISION),
        (measure.objection_on is None, frozenset({"objection_decision"})),
        (not (draft.days and draft.days > 1), frozenset({"inspectorate_notice"})),
        (True, frozenset({"invitation"} if is_held else {"hearing_report"})),
    )
    return frozenset(code for holds, codes in conditions if holds for code in codes)


def reached(people: People, person_id: int, pupil: PupilCard | None = None) -> tuple[Addressee, ...]:
    """To whom a letter about this person goes: one per address of the guardians with authority, or the person."""
    kind = people.person(person_id).kind
    if kind is PersonKind.PUPIL:
        card = pupil or people.pupil(person_id)
        return rules.to_guardians(card.name, card.guardians, card.address)
    if kind is PersonKind.GUARDIAN:
        guardian = people.guardian(person_id)
        return (rules.to_person(guardian.name, guardian.title, guardian.address, guardian.id),)
    employee = people.employee(person_id)
    return (rules.to_person(employee.name, employee.title, Address(), employee.id),)


def rung_naming(template: str) -> str:
    """The rung of the protocol that this letter belongs to; empty when it belongs to none."""
    rungs = (rung for ladder in load_protocol().ladders for rung in ladder.rungs)
    return next((rung.code for rung in rungs if template in rung.letters), "")


def _to_translate(values: Values, language: str) -> Values:
    """What was typed in Dutch must be put into the other language by hand before the letter can be final."""
    if language == DUTCH:
        return {}
    typed = {name: str(values.get(name, "")) for name in ("facts", "reasons", "rules", "own_view")}
    return {name: _to_be_translated(text) for name, text in typed.items() if text.strip() and BLANK not in text}


def _to_be_translated(text: str) -> str:
    return blank(_("vertaal: {text}").format(text=text))


class Drafting:
    """Reads the facts for letters from the other features."""

    def __init__(
        self, measures: Measures, cases: Cases, people: People, school: School, wordings: Wordings, clock: Clock
    ) -> None:
        self._measures = measures
        self._cases = cases
        self._people = people
        self._school = school
        self._wordings = wordings
        self._clock = clock

    def drafts(self, new: NewLetter) -> tuple[Draft, ...]:
        """The letters that this asks for: one per address, each saying that the other gets it too."""
        template = self._wordings.template(new.template, new.language)
        person = self._people.person(new.person_id)
        pupil = self._people.pupil(person.id) if person.kind is PersonKind.PUPIL else None
        values = self._values(new, person, pupil)
        to = self._addressees(template, person, pupil, values)
        values |= self._told(new, person, to, values)
        values |= _to_translate(values, new.language)
        subject, body = filled(template.subject, values), filled(template.body, values)
        drafts = [Draft(template, one, subject, body) for one in to]
        if template.addressee is AddresseeKind.OFFICE:
            return tuple(drafts)
        return tuple(
            replace(draft, note=rules.twin_note([other.to for other in drafts if other is not draft]))
            for draft in drafts
        )

    def filed_under(self, new: NewLetter) -> int:
        """In whose dossier the letter comes: what goes to a parent, in the child's (protocol D5)."""
        person = self._people.person(new.person_id)
        if person.kind is not PersonKind.GUARDIAN:
            return person.id
        if not new.case_id:
            return next((ward.id for ward in self._people.guardian(person.id).pupils), person.id)
        wards = [ward.id for ward in self._people.guardian(person.id).pupils]
        named = (party.person_id for party in self._cases.case(new.case_id).parties)
        parties = self._people.aliases(*(one for one in named if one is not None))
        return next((ward for ward in wards if ward in parties), wards[0] if wards else person.id)

    def _values(self, new: NewLetter, person: PersonLine, pupil: PupilCard | None) -> dict[str, object]:
        case: CaseCard | None = self._cases.case(new.case_id) if new.case_id else None
        measure = self._measures.measure(new.measure_id) if new.measure_id is not None else None
        profile, protocol = self._school.profile(), load_protocol()
        return {
            **facts.of_school(profile),
            **facts.of_person(person.name, pupil),
            **facts.of_case(case, protocol),
            **facts.of_measure(measure, protocol, self._clock.today(), Sector(profile.school_type.value)),
            **request.open_blanks(),
            **chain.moments(case, self._cases.counsel_on(case) if case else Counsel(), self._inspector()),
        }

    def _inspector(self) -> str:
        return phone(load_protocol().phone("inspector", self._clock.today()).number)

    def _told(self, new: NewLetter, person: PersonLine, to: Sequence[Addressee], said: Values) -> Values:
        """What depends on who reads the letter: the talks that were held, and the facts without the pupil's name."""
        if new.measure_id is None:
            return {}
        card = self._measures.measure(new.measure_id)
        measure, hearings = card.draft, card.draft.hearings
        sole = to[0].person_ids if len(to) == 1 and len(to[0].person_ids) == 1 else ()
        first_name = person.name.first_name
        around = first_name, {**self._called(hearings), person.id: first_name or full(person.name)}, sole
        before = [one for one in hearings if not one.is_late]  # on a later talk the decision did not rest
        nameless = {f"nameless_{key}": without_name(str(said[key]), person.name) for key in ("facts", "reasons")}
        view = own_view(measure.views_text, hearings, {person.id, *sole})
        heard, passed = heard_text(before, *around), Passed(card.warnings, card.warnings_reason)
        worded = str if new.language == DUTCH else _to_be_translated
        unheard = unheard_text(before, person.kind, first_name, passed, worded)
        spoken = " ".join(part for part in (heard, unheard) if part)
        return {
            "heard": spoken or str(facts.open_blanks()["heard"]),
            "is_heard": bool(heard),
            "own_view": view,
            **talk_facts(hearings, *around),
            **nameless,
        }

    def _called(self, hearings: Sequence[Hearing]) -> dict[int, str]:
        """How the grown-ups who were heard are called within a sentence."""
        cards: dict[int, GuardianCard | EmployeeLine] = {}
        for line in self._people.names(one.person_id for one in hearings if one.person_id is not None).values():
            if line.kind is PersonKind.GUARDIAN:
                cards[line.id] = self._people.guardian(line.id)
            elif line.kind is PersonKind.EMPLOYEE:
                cards[line.id] = self._people.employee(line.id)
        return {number: rules.names_in_text(address_name(card.title, card.name)) for number, card in cards.items()}

    def _addressees(
        self, template: Template, person: PersonLine, pupil: PupilCard | None, values: dict[str, object]
    ) -> tuple[Addressee, ...]:
        if template.addressee is AddresseeKind.OFFICE:
            return (rules.to_office([filled(line, values) for line in template.office]),)
        found = reached(self._people, person.id, pupil)
        if not found:
            raise Refused("letters.no_guardians")
        return found

    def assumed(self, to: Addressee) -> str:
        """The guardians among these persons whose authority nobody confirmed, by name."""
        known = self._people.names(to.person_ids)
        if all(line.kind is not PersonKind.GUARDIAN for line in known.values()):
            return ""
        unsure = [
            full(relation.name)
            for guardian_id in to.person_ids
            for relation in self._people.guardian(guardian_id).relations[:1]
            if relation.authority is Authority.ASSUMED
        ]
        return _(" en ").join(unsure)
