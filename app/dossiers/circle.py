"""Who stands around one person: whose names may stay, and whose must be masked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.cases.lines import CaseCard
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.dossiers.masking_rules import Other
from app.kernel.formats import long_date, phone, postcode
from app.kernel.names import PersonName, fold, full, initialed, split_surname
from app.kernel.texts import _
from app.people.rules import GuardianLine, PersonKind, PupilCard
from app.people.service import People
from app.school.service import School


@dataclass(frozen=True)
class Circle:
    """The subject, those whose names stay, everybody else, words that are no names, and phrases that must go."""

    subject: Other
    detail: str
    own: tuple[PersonName, ...]
    others: tuple[Other, ...]
    kept: tuple[str, ...]
    hidden: tuple[tuple[str, str], ...]
    keeps_addresses: bool
    contacts: tuple[str, ...] = ()

    def masked_address(self, lines: tuple[str, ...], *, of_own: bool = True) -> tuple[str, ...]:
        """The lines of an address block; where parents live apart, neither learns the other's address."""
        if (self.keeps_addresses and of_own) or len(lines) < 2:
            return lines
        return (lines[0], _("[adres afgeschermd]"))


def circle_of(
    person_id: int,
    people: People,
    cases: Cases,
    school: School,
    case_ids: set[int],
    signers: set[str],
) -> Circle:
    """Everybody who may be named in this person's dossier.

    ``case_ids`` are the cases that the dossier draws on; ``signers`` acted for the school, so their names stay.
    """
    person = people.person(person_id)
    card = people.pupil(person_id) if person.kind is PersonKind.PUPIL else None
    guardians = card.guardians if card else ()
    cards = [cases.case(case_id) for case_id in sorted(case_ids)]
    close, outsiders, accounts = _parties(people, cards)
    shielded = {person for card in cards for person in _shielded(card)}
    nicknames = people.nicknames.with_former()
    own_ids = {person_id, *people.aliases(person_id), *(guardian.id for guardian in guardians)}
    known = _others(people, own_ids, close, signers, nicknames)
    others = (*(replace(other, shielded=other.id in shielded) for other in known), *outsiders)
    homes = _homes(people, [other for other in others if other.is_close])
    one_home = _one_home(guardians)
    return Circle(
        subject=Other(person_id, person.kind, person.name, nicknames=nicknames.get(person_id, ())),
        detail=_detail(card) if card else person.detail,
        own=tuple(guardian.name for guardian in guardians),
        others=others,
        kept=(*_kept(school), *sorted(signers), *(_home_words(guardians) if one_home else ())),
        hidden=(*homes, *((account, _("[account]")) for account in accounts)),
        keeps_addresses=one_home,
        contacts=_contacts(guardians),
    )


def _kept(school: School) -> tuple[str, ...]:
    profile = school.profile()
    words = (profile.name, profile.board_name, profile.city, profile.street, profile.email, phone(profile.phone))
    board = (part.strip() for part in profile.board_address.replace("\n", ",").split(","))
    return tuple(word for word in (*words, postcode(profile.postcode), *board) if word)


def _home_words(guardians: tuple[GuardianLine, ...]) -> tuple[str, ...]:
    """The own address, which is no secret to a family that lives together."""
    homes = [guardian.address for guardian in guardians if guardian.address.street]
    words = [f"{home.street} {home.number}" for home in homes] + [postcode(home.postcode) for home in homes]
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _contacts(guardians: tuple[GuardianLine, ...]) -> tuple[str, ...]:
    """How the own guardians are reached: no secret to who had it in a letter."""
    reached = [text for guardian in guardians for text in (guardian.email, phone(guardian.phone))]
    return tuple(text for text in (*reached, *_home_words(guardians)) if text.strip())


def _homes(people: People, close: list[Other]) -> tuple[tuple[str, str], ...]:
    """Streets with numbers, and postcodes, of those close by, wherever they are written in a text."""
    pupils = [other.id for other in close if other.kind is PersonKind.PUPIL]
    found = [guardian.address for lines in people.guardians_of(pupils).values() for guardian in lines]
    streets = ((f"{home.street} {home.number}".strip(), _("[adres]")) for home in found if home.street and home.number)
    codes = ((home.postcode, _("[postcode]")) for home in found if home.postcode.strip())
    return tuple(dict.fromkeys((*streets, *codes)))


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


def _parties(people: People, cards: Iterable[CaseCard]) -> tuple[set[int], tuple[Other, ...], tuple[str, ...]]:
    """The persons of these cases with the guardians of the pupils among them, outsiders, and accounts."""
    close: set[int] = set()
    names: dict[str, Other] = {}
    accounts: list[str] = []
    for card in cards:
        accounts += account_names(card.account)
        for party in card.parties:
            if party.person_id is not None:
                close.add(party.person_id)
            elif party.name.strip():
                outsider = Other(-len(names) - 1, None, outsiders_name(party.name))
                names.setdefault(party.name.strip(), outsider)
    pupils = [number for number, line in people.names(close).items() if line.kind is PersonKind.PUPIL]
    close |= {guardian.id for found in people.guardians_of(pupils).values() for guardian in found}
    return close, tuple(names.values()), tuple(dict.fromkeys(accounts))


def _shielded(card: CaseCard) -> set[int]:
    """Who reported this case and is protected."""
    reporters = (party.person_id for party in card.parties if party.role is InvolvementRole.REPORTER)
    return {person for person in reporters if person is not None and card.reporter_protected}


def account_names(told: str) -> tuple[str, ...]:
    """What an account is called, without the words that say what it is: ``8B rules`` of ``groep '8B rules'``."""
    quoted = tuple(found.strip() for found in _QUOTED.findall(told) if found.strip())
    bare = _WHAT_IT_IS.sub("", told.strip()).strip()
    return tuple(name for name in quoted or (bare,) if name and not _CLASS.fullmatch(name))


_QUOTED = re.compile(r"[‘“'\"„]([^’”'\"]+)[’”'\"]")
_CLASS = re.compile(r"(?:groep|klas)?\s*\d{1,2}\s?[a-z]?", re.IGNORECASE)  # these words name nobody
_WHAT_IT_IS = re.compile(
    r"\A(?:(?:de|het|een|van|met|in|op|account|gebruikersnaam|groep|groepje|groepsapp|groepschat|appgroep|app|chat|"
    r"kanaal|pagina|profiel|whatsapp|snapchat|snap|instagram|insta|tiktok|discord|roblox|facebook|youtube|telegram)"
    r"(?:[\s:,]+|\Z))+",
    re.IGNORECASE,
)


def outsiders_name(text: str) -> PersonName:
    """The name of somebody who is not in the register: in parts when it looks like first name and surname."""
    words = text.split()
    if len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper():
        infix, core = split_surname(" ".join(words[1:]))
        return PersonName(words[0], infix, core)
    return PersonName("", "", " ".join(words), exact=True)


def _others(
    people: People, own: set[int], close: set[int], signers: set[str], nicknames: dict[int, tuple[str, ...]]
) -> tuple[Other, ...]:
    """Everybody in the register but the subject and the own guardians; those close by weigh heavier."""
    pupils = (*people.pupils(), *people.former_pupils(), *people.withdrawn_pupils())
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
        for line in people.all_employees()
        if not {initialed(line.name), full(line.name)} & signers
    ]
    known = {other.id for other in others}
    others += [
        Other(number, line.kind, line.name) for number, line in people.names(close).items() if number not in known
    ]
    return tuple(
        replace(other, nicknames=nicknames[other.id]) if other.id in nicknames else other
        for other in others
        if other.id not in own
    )
