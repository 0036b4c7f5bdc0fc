"""Who stands around one person: whose names may stay, and whose must be masked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.cases.service import Cases
from app.dossiers.rules import Other
from app.kernel.formats import long_date, phone
from app.kernel.names import PersonName, fold, full, initialed, split_surname
from app.kernel.texts import _
from app.people.rules import GuardianLine, PersonKind, PupilCard
from app.people.service import People
from app.school.service import School

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")


@dataclass(frozen=True)
class Circle:
    """The subject, those whose names stay, everybody else, and the words that are no names."""

    subject: Other
    detail: str
    own: tuple[PersonName, ...]
    others: tuple[Other, ...]
    kept: tuple[str, ...]
    keeps_addresses: bool

    def masked_address(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The lines of an address block; where parents live apart, neither learns the other's address."""
        if self.keeps_addresses or len(lines) < 2:
            return lines
        return (lines[0], _("[adres afgeschermd]"))


def circle_of(
    person_id: int, people: People, cases: Cases, school: School, case_ids: set[int], signers: set[str]
) -> Circle:
    """Everybody who may be named in this person's dossier.

    ``case_ids`` are the cases of its letters; ``signers`` acted for the school, so their names stay.
    """
    person = people.person(person_id)
    card = people.pupil(person_id) if person.kind is PersonKind.PUPIL else None
    guardians = card.guardians if card else ()
    own_ids = {person_id, *(guardian.id for guardian in guardians)}
    close, outsiders = _parties(person_id, people, cases, case_ids)
    profile = school.profile()
    kept = (profile.name, profile.board_name, profile.city, profile.street, profile.email, phone(profile.phone))
    return Circle(
        subject=Other(person_id, person.kind, person.name),
        detail=_detail(card) if card else person.detail,
        own=tuple(guardian.name for guardian in guardians),
        others=(*_others(people, own_ids, close, signers), *outsiders),
        kept=tuple(word for word in (*kept, *sorted(signers)) if word),
        keeps_addresses=_one_home(guardians),
    )


def _detail(card: PupilCard) -> str:
    parts = (
        _("groep {group}").format(group=card.group) if card.group else "",
        _("geboren {day}").format(day=long_date(card.birth_date)) if card.birth_date else "",
        _("leerlingnummer {number}").format(number=card.number) if card.number else "",
    )
    return " · ".join(part for part in parts if part)


def _one_home(guardians: tuple[GuardianLine, ...]) -> bool:
    homes = {
        (guardian.address.postcode.replace(" ", "").upper(), fold(guardian.address.number))
        for guardian in guardians
        if guardian.address.street
    }
    return len(homes) < 2


def _parties(person_id: int, people: People, cases: Cases, case_ids: set[int]) -> tuple[set[int], tuple[Other, ...]]:
    """The persons of the cases that this dossier draws on, with the guardians of the pupils among them."""
    numbers = case_ids | {item.case_id for item in cases.items_for_dossier(person_id)}
    close: set[int] = set()
    names: dict[str, Other] = {}
    for case_id in sorted(numbers):
        for party in cases.case(case_id).parties:
            if party.person_id is not None:
                close.add(party.person_id)
            elif party.name.strip():
                outsider = Other(-len(names) - 1, None, outsiders_name(party.name))
                names.setdefault(party.name.strip(), outsider)
    pupils = [number for number, line in people.names(close).items() if line.kind is PersonKind.PUPIL]
    close |= {guardian.id for found in people.guardians_of(pupils).values() for guardian in found}
    return close, tuple(names.values())


def outsiders_name(text: str) -> PersonName:
    """The name of somebody who is not in the register: in parts when it looks like first name and surname."""
    words = text.split()
    if len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper():
        infix, core = split_surname(" ".join(words[1:]))
        return PersonName(words[0], infix, core)
    return PersonName("", "", " ".join(words), exact=True)


def _others(people: People, own: set[int], close: set[int], signers: set[str]) -> tuple[Other, ...]:
    """Everybody in the register but the subject and the own guardians; those close by weigh heavier."""
    pupils = (*people.pupils(), *people.former_pupils())
    children: dict[int, int] = {}
    guardians: dict[int, PersonName] = {}
    for pupil_id, found in people.guardians_of([pupil.id for pupil in pupils]).items():
        for guardian in found:
            guardians[guardian.id] = guardian.name
            if guardian.id not in children or pupil_id in close:
                children[guardian.id] = pupil_id
    others = [Other(pupil.id, PersonKind.PUPIL, pupil.name, None, pupil.id in close) for pupil in pupils]
    others += [
        Other(number, PersonKind.GUARDIAN, name, children[number], number in close)
        for number, name in guardians.items()
    ]
    others += [
        Other(line.id, PersonKind.EMPLOYEE, line.name, None, line.id in close)
        for line in people.employees()
        if not {initialed(line.name), full(line.name)} & signers
    ]
    known = {other.id for other in others}
    others += [
        Other(line.id, line.kind, line.name) for number, line in people.names(close).items() if number not in known
    ]
    return tuple(other for other in others if other.id not in own)
