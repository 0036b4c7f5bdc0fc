"""The columns of one guardian, got at once for all rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from app.imports.columns.headings import normal
from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, contacts, name_cells, persons
from app.imports.content.name_cells import Named, NamesInCell
from app.imports.readings import NOWHERE, Target
from app.imports.rows.getters import LONGEST, address_of, cell_of, found_in, text_of
from app.people.basics import Address

_CARERS = frozenset(
    """pleegouder pleegmoeder pleegvader stiefmoeder stiefvader opa oma oppas tante oom grootouder bonusmoeder
    bonusvader buur buurvrouw""".split()  # noqa: SIM905 - reads better as a text
)
_NOBODY = NamesInCell()


@dataclass
class Slot:
    """The columns of one guardian."""

    number: int
    names: Callable[[Row], NamesInCell]
    emails: Callable[[Row], tuple[str, ...]]
    phones: Callable[[Row], tuple[str, ...]]
    authority: Callable[[Row], object]
    address: Callable[[Row], Address]
    relation: Callable[[Row], str]


def slot_of(layout: Layout, number: int) -> Slot:
    """The columns of this guardian; 0 is for what stands in columns of no one in particular."""
    return Slot(
        number,
        _names(layout, number),
        found_in(layout, Target.EMAIL, number, contacts.emails),
        found_in(layout, Target.PHONE, number, contacts.phones),
        cell_of(layout, Target.AUTHORITY, number),
        address_of(layout, number) if number else lambda _row: NOWHERE,
        _relation(layout, number),
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
