"""The guardians in one row: in columns of their own, together in one cell, or with what they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, contacts, lost, name_cells, persons
from app.imports.content.name_cells import Named
from app.imports.readings import Place, ReadGuardian, Rejection, Target
from app.imports.rows import sides
from app.imports.rows.authority_days import AuthorityDays
from app.imports.rows.parents import Parents
from app.imports.rows.slots import Slot, slot_of
from app.kernel.names import PersonName, full
from app.people.basics import Address, Authority

_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME)


@dataclass
class GuardianReader:
    """Reads the guardians of every row of one sheet; ``doubts`` collects what asks for a look."""

    layout: Layout
    doubts: list[Rejection] = field(default_factory=list)
    today: date = date.max

    def __post_init__(self) -> None:
        self._sides: list[str] = []  # of the guardians in this row: who is the mother and who the father
        self._parents = Parents(self.layout)
        self._slots = [slot_of(self._parents.others, number) for number in self.layout.guardians]
        self._shared = slot_of(self.layout, 0)
        self._days = AuthorityDays(self.layout, self.today, self.doubts)
        self._has_authority = self.layout.has(Target.AUTHORITY)
        named = any(column.guardian and column.target in _NAMES for column in self.layout.columns)
        contacts_of = [column for column in self.layout.columns if column.target in (Target.EMAIL, Target.PHONE)]
        self._checked = contacts_of if named else []
        for column in contacts_of if not named and self._slots else []:
            where = Place(self.layout.first, column.header)
            self.doubts.append(Rejection(where, "imports.guardians_nameless"))

    def read(self, row: Row, place: Place, pupil: PersonName) -> tuple[ReadGuardian, ...]:
        """The guardians of this pupil in this row."""
        if not self._slots:
            return ()
        found: list[tuple[int, ReadGuardian]] = []
        self._sides.clear()
        for slot in self._slots:
            found += self._of_slot(slot, row, place, found, pupil)
        guardians = self._with_shared(row, place, self._parents.reached(row, found) if self._parents.columns else found)
        self._check(row, place, guardians)
        if self._days:
            return self._days.filled(row, place, guardians, [number for number, _one in found])
        return tuple(guardians)

    def _of_slot(
        self, slot: Slot, row: Row, place: Place, before: list[tuple[int, ReadGuardian]], pupil: PersonName
    ) -> list[tuple[int, ReadGuardian]]:
        cell = slot.names(row)
        emails, phones = slot.emails(row), slot.phones(row)
        if cell.unread:
            self._ask(slot, place, "imports.name_unreadable", cell.unread)
        for one in cell.people:
            if lost.in_name(one.name):
                self._ask(slot, place, "imports.letters_lost", full(one.name))
                break
        if not cell.people:
            self._give_to_nameless(slot, before, emails, phones)
            return []
        names: Sequence[Named] = cell.people
        if cell.is_special:
            names = name_cells.with_family(names, pupil, cell.joined)
            self._doubt(slot, place, cell.people, pupil)
        own = [sides.side_of(one, self._parents.who.get(slot.number, "")) for one in names]
        self._sides += own
        relation, authority = slot.relation(row), contacts.authority(slot.authority(row))  # type: ignore[arg-type]
        address = slot.address(row)
        if len(names) == 1:
            phones = contacts.mobile_first(phones)
            return [(slot.number, _guardian(names[0], emails, phones, authority, address, relation))]
        emails = self._dealt(row, place, Target.EMAIL, slot.number, own) or emails
        phones = self._dealt(row, place, Target.PHONE, slot.number, own) or phones
        return [
            (
                slot.number,
                _guardian(one, emails[index : index + 1], phones[index : index + 1], authority, address, relation),
            )
            for index, one in enumerate(names)
        ]

    def _dealt(self, row: Row, place: Place, target: Target, number: int, own: Sequence[str]) -> tuple[str, ...] | None:
        """The contacts by the parents that their cell names; asks when it is not known who is who."""
        given = sides.dealt(self.layout, row, target, number, own)
        if given is None or given.known:
            return given.values if given else None
        column = self.layout.all(target, number)[0]
        value = cells.text(row[column.index] if column.index < len(row) else None)[:60]
        self.doubts.append(Rejection(place._replace(column=column.header), "imports.contact_of_whom", value=value))
        return None

    def _doubt(self, slot: Slot, place: Place, names: Sequence[Named], pupil: PersonName) -> None:
        unsure = next((one.name for one in names if one.doubtful), None)
        if unsure is not None:
            self._ask(slot, place, "imports.name_doubtful", full(unsure), persons.read_as(unsure))
        lone = [one for one in names if one.single and one.name.surname.casefold() != pupil.surname.casefold()]
        if lone:
            self._ask(slot, place, "imports.name_single_word", lone[0].name.surname)

    def _ask(
        self, slot: Slot, place: Place, code: str, value: str = "", values: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        header = self._header(Target.FULL_NAME, slot.number) or self._header(Target.SURNAME, slot.number)
        self.doubts.append(Rejection(place._replace(column=header), code, dict(values), value=value[:60]))

    def _give_to_nameless(
        self, slot: Slot, before: list[tuple[int, ReadGuardian]], emails: Sequence[str], phones: Sequence[str]
    ) -> None:
        """The second e-mail address beside two names in one cell is of the second name."""
        index = slot.number - 1
        same_cell = index < len(before) and len({number for number, _guardian in before[: index + 1]}) == 1
        if same_cell and (emails or phones):
            number, guardian = before[index]
            email, phone = guardian.email or next(iter(emails), ""), guardian.phone or next(iter(phones), "")
            before[index] = (number, guardian._replace(email=email, phone=phone))

    def _with_shared(self, row: Row, place: Place, pairs: list[tuple[int, ReadGuardian]]) -> list[ReadGuardian]:
        """Fill what stands in columns of no one in particular: e-mail, telephone and authority beside the names."""
        found = [guardian for _slot, guardian in pairs]
        if not found:
            return found
        emails, phones = self._shared.emails(row), self._shared.phones(row)
        if len(found) == 1:
            phones = contacts.mobile_first(phones)
        said = self._shared.authority(row) if self._has_authority else None
        relation = self._shared.relation(row)
        if not (emails or phones or relation or said not in (None, "")):
            return found
        their_emails = self._dealt(row, place, Target.EMAIL, 0, self._sides)
        their_phones = self._dealt(row, place, Target.PHONE, 0, self._sides)
        stated = self._stated(said, [slot for slot, _guardian in pairs])
        return [
            guardian._replace(
                email=guardian.email or (their_emails[index] if their_emails else _left(emails, index, found, "email")),
                phone=guardian.phone or (their_phones[index] if their_phones else _left(phones, index, found, "phone")),
                authority=stated[index] if guardian.authority is Authority.ASSUMED else guardian.authority,
                relation=guardian.relation or relation,
            )
            for index, guardian in enumerate(found)
        ]

    def _stated(self, said: object, slots: Sequence[int]) -> list[Authority]:
        """What one column says of the authority of all; ``alleen moeder`` names one of them."""
        text = cells.text(said)  # type: ignore[arg-type]
        if one := contacts.sole_authority(text):
            return [contacts.of_sole(one, self._parents.who.get(slot, "")) for slot in slots]
        return [contacts.authority(text)] * len(slots)

    def _check(self, row: Row, place: Place, found: Sequence[ReadGuardian]) -> None:
        """Say what stands in a cell for e-mail or telephone and was not taken over."""
        kept = {value for guardian in found for value in (guardian.email, guardian.phone)}
        for column in self._checked:
            cell = row[column.index] if column.index < len(row) else None
            if cell is None or cell == "" or cell in kept or _plain(cell) in kept or not cells.said(cell):
                continue
            is_email = column.target is Target.EMAIL
            values = contacts.emails(cell) if is_email else contacts.phones(cell)
            if not values:
                code = "imports.email_unreadable" if is_email else "imports.phone_unreadable"
            elif kept.isdisjoint(values):
                code = "imports.contact_left_over" if found else "imports.guardian_nameless"
            elif is_email and any(value not in kept for value in values):
                code = "imports.contact_left_over"
            else:
                continue
            where = place._replace(column=column.header)
            self.doubts.append(Rejection(where, code, value=cells.text(cell)[:60]))

    def _header(self, target: Target, guardian: int) -> str:
        column = self.layout.find(target, guardian)
        return column.header if column else ""


def _plain(cell: object) -> str:
    """A cell as it is kept when nothing had to be made of it."""
    if isinstance(cell, str):
        return cell.strip().lower()
    return f"0{cell:.0f}" if isinstance(cell, int | float) else ""


def _left(values: Sequence[str], index: int, found: Sequence[ReadGuardian], kind: str) -> str:
    """The value at this place among what nobody has yet; one value is of the first guardian."""
    taken = {getattr(guardian, kind) for guardian in found}
    free = [value for value in values if value not in taken]
    open_places = [place for place, guardian in enumerate(found) if not getattr(guardian, kind)]
    place = open_places.index(index) if index in open_places else len(free)
    return free[place] if place < len(free) else ""


def _guardian(
    one: Named, emails: Sequence[str], phones: Sequence[str], authority: Authority, address: Address, relation: str
) -> ReadGuardian:
    """One guardian: what stands beside the name in its own cell goes before what stands in other columns."""
    return ReadGuardian(
        one.name,
        one.email or (emails[0] if emails else ""),
        one.phone or (phones[0] if phones else ""),
        one.authority if authority is Authority.ASSUMED else authority,
        address,
        "guardian_institution" if _is_institution(one) else relation or one.relation,
        one.title,
    )


def _is_institution(one: Named) -> bool:
    return not one.name.first_name and persons.is_institution(one.name.surname)
