"""What a class list would change of a pupil that is known, field by field; a column that is absent changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.imports.content import lost
from app.imports.matching.doubts import NOT_ENROLLED
from app.imports.readings import ReadGuardian, ReadPupil, Target
from app.imports.rules import FieldChange, GuardianMatch
from app.kernel.calendar import school_year
from app.kernel.formats import postcode, short_date
from app.kernel.names import PersonName, fold, full, listed
from app.people.basics import Address, Authority
from app.people.rules import GuardianLine, NewPupil, PupilCard


def merged(pupil: ReadPupil, card: PupilCard) -> NewPupil:
    """What the register will hold: the list where it says something, what was known where it does not."""
    return NewPupil(
        name=_merged_name(pupil.name, card.name),
        number=pupil.number or card.number,
        birth_date=pupil.birth_date or card.birth_date,
        group=group_in(pupil) or card.group,
        year_group=pupil.year_group if pupil.year_group is not None else _year(pupil, card),
        enrol_date=pupil.enrol_date or card.enrol_date,
        leave_date=pupil.leave_date or (None if returns(pupil, card) else card.leave_date),
        address=merged_address(pupil.address, card.address),
    )


def _merged_name(new: PersonName, old: PersonName) -> PersonName:
    told, known = full(new), full(old)
    return (
        old
        if told == known or lost.is_same(told, known)
        else replace(new, initials=new.initials or old.initials, exact=old.exact)
    )


def _year(pupil: ReadPupil, card: PupilCard) -> int | None:
    return card.year_group if group_in(pupil) in ("", card.group) else None


def returns(pupil: ReadPupil, card: PupilCard) -> bool:
    """A pupil that had left and stands in the list again, in a group, is back."""
    return not card.active and bool(group_in(pupil)) and pupil.active and not pupil.leave_date


def group_in(pupil: ReadPupil) -> str:
    """The group that the list names; a word such as ``uitgeschreven`` is none."""
    return "" if fold(pupil.group) in NOT_ENROLLED else pupil.group


def merged_address(new: Address, old: Address) -> Address:
    """The new address when the list has one."""
    return new if new != Address() else old


def of_pupil(pupil: ReadPupil, card: PupilCard, targets: frozenset[str], since: date) -> tuple[FieldChange, ...]:
    """The fields that differ, old and new as text; who stays in a group of that name does so in a new school year."""
    new = merged(pupil, card)
    year = school_year(since)
    pairs = [
        ("name", listed(card.name), listed(new.name)),
        ("number", card.number, new.number),
        ("birth_date", _day(card.birth_date), _day(new.birth_date)),
        ("group", card.group, new.group),
        ("enrol_date", _day(card.enrol_date), _day(new.enrol_date)),
        ("leave_date", _day(card.leave_date), _day(new.leave_date)),
        ("address", one_line(card.address), one_line(new.address)),
    ]
    if group_in(pupil) == card.group and card.school_year not in ("", year):
        pairs.append(("school_year", card.school_year, year))
    if Target.YEAR_GROUP in targets and new.group and new.year_group is not None:  # who is in no group has no year
        pairs.append(("year_group", _number(card.year_group), _number(new.year_group)))
    return tuple(FieldChange(field, old, told) for field, old, told in pairs if old != told)


def of_guardians(matches: Iterable[GuardianMatch], card: PupilCard) -> tuple[FieldChange, ...]:
    """What changes in the guardians; one that the list does not name stays as it is."""
    own = {line.relation_id: line for line in card.guardians}
    found: list[FieldChange] = []
    for match in matches:
        line = own.get(match.relation_id)
        if line is None:
            found.append(FieldChange("guardian", "", full(match.read.name)))
        else:
            found += of_guardian(match.read, line)
    return tuple(found)


def of_guardian(read: ReadGuardian, line: GuardianLine) -> list[FieldChange]:
    """What a list changes of a guardian that is known."""
    if read.name == line.name and _is_told(read, line):
        return []
    said = read.authority if read.authority is not Authority.ASSUMED else line.authority
    pairs = [
        ("guardian_name", full(line.name), full(_merged_name(read.name, line.name))),
        ("email", line.email, read.email or line.email),
        ("phone", line.phone, read.phone or line.phone),
        ("address", one_line(line.address), one_line(merged_address(read.address, line.address))),
        ("authority", line.authority.value, said.value),
    ]
    return [FieldChange(field, old, new, full(line.name)) for field, old, new in pairs if old != new]


def guardian_name(read: PersonName, known: PersonName) -> PersonName:
    """The name to keep of a guardian."""
    return _merged_name(read, known)


def one_line(address: Address) -> str:
    """An address in one line."""
    return " ".join(part for part in (address.street, address.number, postcode(address.postcode), address.city) if part)


def _day(on: date | None) -> str:
    return short_date(on) if on else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _is_told(read: ReadGuardian, line: GuardianLine) -> bool:
    """Whether the list says nothing but what is known; by far the commonest, and quickly seen."""
    return (
        read.email in ("", line.email)
        and read.phone in ("", line.phone)
        and read.authority in (Authority.ASSUMED, line.authority)
        and read.address in (Address(), line.address)
    )
