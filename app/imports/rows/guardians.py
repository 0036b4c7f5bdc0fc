"""The guardians in one row: in columns of their own, together in one cell, or with what they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from app.imports.columns.headings import normal
from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, contacts, name_cells, persons
from app.imports.content.name_cells import Named, NamesInCell
from app.imports.readings import Place, ReadGuardian, Rejection, Target
from app.imports.rows.authority_days import AuthorityDays
from app.imports.rows.getters import LONGEST, address_of, cell_of, found_in, text_of
from app.imports.rows.parents import Parents
from app.kernel.names import PersonName
from app.people.basics import Address, Authority

_CARERS = frozenset(
    """pleegouder pleegmoeder pleegvader stiefmoeder stiefvader opa oma oppas tante oom grootouder bonusmoeder
    bonusvader buur buurvrouw""".split()  # noqa: SIM905 - reads better as a text
)


_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME)
_NOBODY = NamesInCell()


@dataclass
class _Slot:
    """The columns of one guardian."""

    number: int
    names: Callable[[Row], NamesInCell]
    emails: Callable[[Row], tuple[str, ...]]
    phones: Callable[[Row], tuple[str, ...]]
    authority: Callable[[Row], object]
    address: Callable[[Row], Address]
    relation: Callable[[Row], str]


@dataclass
class GuardianReader:
    """Reads the guardians of every row of one sheet; ``doubts`` collects what asks for a look."""

    layout: Layout
    doubts: list[Rejection] = field(default_factory=list)
    today: date = date.max

    def __post_init__(self) -> None:
        self._parents = Parents(self.layout)
        self._slots = [_slot(self._parents.others, number) for number in self.layout.guardians]
        self._shared = _slot(self.layout, 0)
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
        for slot in self._slots:
            found += self._of_slot(slot, row, place, found, pupil)
        guardians = self._with_shared(row, self._parents.reached(row, found) if self._parents.columns else found)
        self._check(row, place, guardians)
        if self._days:
            return self._days.filled(row, place, guardians, [number for number, _one in found])
        return tuple(guardians)

    def _of_slot(
        self, slot: _Slot, row: Row, place: Place, before: list[tuple[int, ReadGuardian]], pupil: PersonName
    ) -> list[tuple[int, ReadGuardian]]:
        cell = slot.names(row)
        emails, phones = slot.emails(row), slot.phones(row)
        if cell.unread:
            self._ask(slot, place, "imports.name_unreadable", cell.unread)
        if not cell.people:
            self._give_to_nameless(slot, before, emails, phones)
            return []
        names: Sequence[Named] = cell.people
        if cell.is_special:
            names = name_cells.with_family(names, pupil, cell.joined)
            self._doubt(slot, place, cell.people, pupil)
        if len(names) == 1:
            phones = contacts.mobile_first(phones)
        relation, authority = slot.relation(row), contacts.authority(slot.authority(row))  # type: ignore[arg-type]
        address = slot.address(row)
        return [
            (
                slot.number,
                _guardian(one, emails[index : index + 1], phones[index : index + 1], authority, address, relation),
            )
            for index, one in enumerate(names)
        ]

    def _doubt(self, slot: _Slot, place: Place, names: Sequence[Named], pupil: PersonName) -> None:
        if any(one.doubtful for one in names):
            self._ask(slot, place, "imports.name_doubtful")
        lone = [one for one in names if one.single and one.name.surname.casefold() != pupil.surname.casefold()]
        if lone:
            self._ask(slot, place, "imports.name_single_word", lone[0].name.surname)

    def _ask(self, slot: _Slot, place: Place, code: str, value: str = "") -> None:
        header = self._header(Target.FULL_NAME, slot.number) or self._header(Target.SURNAME, slot.number)
        self.doubts.append(Rejection(replace(place, column=header), code, value=value[:60]))

    def _give_to_nameless(
        self, slot: _Slot, before: list[tuple[int, ReadGuardian]], emails: Sequence[str], phones: Sequence[str]
    ) -> None:
        """The second e-mail address beside two names in one cell is of the second name."""
        index = slot.number - 1
        same_cell = index < len(before) and len({number for number, _guardian in before[: index + 1]}) == 1
        if same_cell and (emails or phones):
            number, guardian = before[index]
            email, phone = guardian.email or next(iter(emails), ""), guardian.phone or next(iter(phones), "")
            before[index] = (number, replace(guardian, email=email, phone=phone))

    def _with_shared(self, row: Row, pairs: list[tuple[int, ReadGuardian]]) -> list[ReadGuardian]:
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
        stated = self._stated(said, [slot for slot, _guardian in pairs])
        return [
            replace(
                guardian,
                email=guardian.email or _left(emails, index, found, "email"),
                phone=guardian.phone or _left(phones, index, found, "phone"),
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
            if cell is None or cell == "" or _plain(cell) in kept or not cells.said(cell):
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
            where = replace(place, column=column.header)
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


def _slot(layout: Layout, number: int) -> _Slot:
    return _Slot(
        number,
        _names(layout, number),
        found_in(layout, Target.EMAIL, number, contacts.emails),
        found_in(layout, Target.PHONE, number, contacts.phones),
        cell_of(layout, Target.AUTHORITY, number),
        address_of(layout, number) if number else lambda _row: Address(),
        _relation(layout, number),
    )


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
        _institution(one) or relation or one.relation,
        one.title,
    )


def _names(layout: Layout, number: int) -> Callable[[Row], NamesInCell]:
    if not number:
        return lambda _row: _NOBODY
    first, infix, surname, initials = (
        text_of(layout, target, number) for target in (Target.FIRST_NAME, Target.INFIX, Target.SURNAME, Target.INITIALS)
    )
    if layout.find(Target.FULL_NAME, number) and not layout.find(Target.SURNAME, number):
        whole = cell_of(layout, Target.FULL_NAME, number)
        has_parts = any(layout.find(part, number) for part in (Target.FIRST_NAME, Target.INFIX, Target.INITIALS))

        def named(row: Row) -> NamesInCell:
            cell = whole(row)
            found = name_cells.read(cells.lines(cell)[:LONGEST]) if cell and cells.said(cell) else _NOBODY
            if has_parts and len(found.people) == 1 and found.people[0].single | (not _is_called(found.people[0])):
                one = found.people[0]
                name = persons.parted(first(row), infix(row), one.name.surname, initials(row))
                single = one.single and not _is_called(one._replace(name=name))
                one = one._replace(name=replace(name, infix=name.infix or one.name.infix), single=single)
                return NamesInCell((one,), found.unread)
            return found

        return named

    def joined(row: Row) -> NamesInCell:
        one, other = first(row), surname(row)
        return _parted(one, infix(row), other, initials(row)) if one or other else _NOBODY

    return joined


@lru_cache(maxsize=16384)
def _parted(first: str, infix: str, surname: str, initials: str) -> NamesInCell:
    if name_cells.is_name(first + surname):
        return NamesInCell((Named(persons.parted(first, infix, surname, initials)),))
    return NamesInCell(unread=" ".join(filter(None, (first, infix, surname))))


def _is_called(one: Named) -> bool:
    return bool(one.name.first_name or one.name.initials)


def _relation(layout: Layout, number: int) -> Callable[[Row], str]:
    fixed = dict(layout.relations).get(number, "")
    said = cell_of(layout, Target.RELATION, number)
    if layout.find(Target.RELATION, number) is None:
        return lambda _row: fixed
    return lambda row: _kind(normal(cells.text(said(row))).split()) or fixed


def _kind(words: list[str]) -> str:
    if _CARERS.intersection(words):
        return "carer"
    if any(word.startswith(("voogdij", "instelling")) for word in words):
        return "guardian_institution"
    return "guardian_person" if any(word.startswith("voogd") for word in words) else ""


def _institution(one: Named) -> str:
    is_one = not one.name.first_name and persons.is_institution(one.name.surname)
    return "guardian_institution" if is_one else ""
