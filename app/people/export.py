"""People as a workbook that can be read in again: the user chooses the columns, the heads are those of a class list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.formats import postcode
from app.kernel.names import PersonName
from app.kernel.texts import N_
from app.people.rules import Authority, EmployeeLine, GuardianLine, PupilCard
from app.sheets.workbook import Sheet, Value, workbook

PUPILS, EMPLOYEES = "Leerlingen", "Medewerkers"
_AUTHORITY = {Authority.YES: "ja", Authority.NO: "nee", Authority.ASSUMED: ""}


class Part(StrEnum):
    """What the user may leave out of an export; the name, and a pupil's number, always go along."""

    GROUP = "group"
    BIRTH_DATE = "birth_date"
    ENROLMENT = "enrolment"
    ADDRESS = "address"
    GUARDIANS = "guardians"
    CONTACT = "contact"
    AUTHORITY = "authority"
    GUARDIAN_ADDRESS = "guardian_address"


PARTS: dict[Part, str] = {
    Part.GROUP: N_("groep en leerjaar"),
    Part.BIRTH_DATE: N_("geboortedatum"),
    Part.ENROLMENT: N_("in- en uitschrijving"),
    Part.ADDRESS: N_("adres"),
    Part.GUARDIANS: N_("ouders en verzorgers"),
    Part.CONTACT: N_("hun e-mail en telefoon"),
    Part.AUTHORITY: N_("hun gezag"),
    Part.GUARDIAN_ADDRESS: N_("hun adres"),
}
USUAL = (Part.GROUP, Part.BIRTH_DATE, Part.GUARDIANS, Part.CONTACT, Part.AUTHORITY)


@dataclass(frozen=True)
class _Column:
    head: str
    value: Callable[..., Value]
    part: Part | None = None


def _name(*, of: Callable[..., PersonName] = lambda line: line.name) -> tuple[_Column, ...]:
    return (
        _Column("Roepnaam", lambda line: of(line).first_name),
        _Column("Voorletters", lambda line: of(line).initials),
        _Column("Tussenvoegsel", lambda line: of(line).infix),
        _Column("Achternaam", lambda line: of(line).surname),
    )


def _address(part: Part) -> tuple[_Column, ...]:
    return (
        _Column("Straat", lambda line: line.address.street, part),
        _Column("Huisnummer", lambda line: line.address.number, part),
        _Column("Postcode", lambda line: postcode(line.address.postcode), part),
        _Column("Woonplaats", lambda line: line.address.city, part),
    )


_PUPIL = (
    _Column("Leerlingnummer", lambda card: card.number),
    *_name(),
    _Column("Geboortedatum", lambda card: card.birth_date, Part.BIRTH_DATE),
    _Column("Groep", lambda card: card.group, Part.GROUP),
    _Column("Leerjaar", lambda card: card.year_group, Part.GROUP),
    _Column("Inschrijfdatum", lambda card: card.enrol_date, Part.ENROLMENT),
    _Column("Uitschrijfdatum", lambda card: card.leave_date, Part.ENROLMENT),
    *_address(Part.ADDRESS),
)
_GUARDIAN = (
    *_name(),
    _Column("E-mail", lambda line: line.email, Part.CONTACT),
    _Column("Telefoon", lambda line: line.phone, Part.CONTACT),
    _Column("Gezag", lambda line: _AUTHORITY[line.authority], Part.AUTHORITY),
    *_address(Part.GUARDIAN_ADDRESS),
)
_EMPLOYEE = (
    *_name(),
    _Column("Functie", lambda line: line.job_title),
    _Column("E-mail", lambda line: line.email),
    _Column("Telefoon", lambda line: line.phone),
    _Column("In dienst sinds", lambda line: line.start_date),
    _Column("Uit dienst per", lambda line: line.end_date),
)


def people_workbook(pupils: Sequence[PupilCard], employees: Sequence[EmployeeLine], parts: Collection[Part]) -> bytes:
    """The .xlsx of these people; a tab that would be empty is left out."""
    sheets = [pupils_sheet(pupils, parts)] if pupils else []
    if employees:
        sheets.append(Sheet(EMPLOYEES, *_laid_out(_EMPLOYEE, employees)))
    return workbook(sheets or [Sheet(PUPILS, tuple(column.head for column in _PUPIL), ())])


def pupils_sheet(cards: Sequence[PupilCard], parts: Collection[Part]) -> Sheet:
    """The tab with these pupils and their guardians."""
    own = _wanted(_PUPIL, parts)
    of_guardian = _wanted(_GUARDIAN, parts) if Part.GUARDIANS in parts else ()
    most = max((len(card.guardians) for card in cards), default=0) if of_guardian else 0
    heads = [column.head for column in own]
    heads += [f"{column.head} verzorger {number}" for number in range(1, most + 1) for column in of_guardian]
    rows = tuple((*_cells(own, card), *_of_guardians(of_guardian, card.guardians, most)) for card in cards)
    return Sheet(PUPILS, tuple(heads), rows)


def _of_guardians(columns: Sequence[_Column], lines: Sequence[GuardianLine], most: int) -> tuple[Value, ...]:
    found: list[Value] = []
    for number in range(most):
        found += _cells(columns, lines[number]) if number < len(lines) else [None] * len(columns)
    return tuple(found)


def _laid_out(
    columns: Sequence[_Column], lines: Sequence[object]
) -> tuple[tuple[str, ...], tuple[tuple[Value, ...], ...]]:
    return tuple(column.head for column in columns), tuple(tuple(_cells(columns, line)) for line in lines)


def _cells(columns: Sequence[_Column], line: object) -> list[Value]:
    return [column.value(line) for column in columns]


def _wanted(columns: Sequence[_Column], parts: Collection[Part]) -> tuple[_Column, ...]:
    return tuple(column for column in columns if column.part is None or column.part in parts)
