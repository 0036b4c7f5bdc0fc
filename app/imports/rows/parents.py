"""Addresses and telephones in columns of the mother and of the father, beside names that do not say who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.imports.columns.headings import normal
from app.imports.columns.layout import Column, Layout, Row
from app.imports.content import contacts
from app.imports.readings import ReadGuardian, Target
from app.imports.rows.getters import found_in

_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME)
_TITLES = {"mrs": "moeder", "mr": "vader"}
Found = list[tuple[int, ReadGuardian]]


class Parents:
    """Whose the columns are that name the mother or the father while the column of the name does not.

    ``others`` is the layout without those columns; ``who`` says which guardian is the mother and which the father.
    """

    def __init__(self, layout: Layout) -> None:
        named = {number: _named(layout, number) for number in layout.guardians}
        self.columns = [one for one in layout.columns if one.guardian and _strays(one, named[one.guardian])]
        everyone = any(column is not None for column in named.values())
        self.columns = self.columns if everyone else []
        self.others = layout.with_columns([one for one in layout.columns if one not in self.columns])
        self.who = {number: who for number in layout.guardians if (who := _said(self.others, number))}
        self._sides = list(dict.fromkeys(who_in(column.header) for column in self.columns))
        of_side = {side: [one for one in self.columns if who_in(one.header) == side] for side in self._sides}
        self._get = {
            side: [
                found_in(_alone(layout, columns, target), target, 1, find)
                for target, find in ((Target.EMAIL, contacts.emails), (Target.PHONE, contacts.phones))
            ]
            for side, columns in of_side.items()
        }

    def reached(self, row: Row, found: Found) -> Found:
        """These guardians with what the columns of mother and father hold; what could be of either is left out."""
        sides = {side: (emails(row), phones(row)) for side, (emails, phones) in self._get.items()}
        filled = [side for side in self._sides if any(sides[side])]
        who = self._assigned(found, filled)
        return [
            (number, _filled(guardian, *sides[who[place]]) if place in who else guardian)
            for place, (number, guardian) in enumerate(found)
        ]

    def _assigned(self, found: Found, filled: Sequence[str]) -> dict[int, str]:
        """The place of each guardian with the side it is of."""
        told = {place: self.who.get(number) or _TITLES.get(one.title, "") for place, (number, one) in enumerate(found)}
        who = {place: side for place, side in told.items() if side in filled}
        open_places = [place for place, side in told.items() if not side]
        open_sides = [side for side in self._sides if side not in told.values()]
        if len(open_places) == len(open_sides) and (len(found) > 1 or len(filled) == 1):
            who |= {place: side for place, side in zip(open_places, open_sides, strict=True) if side in filled}
        elif len(open_places) == 1 and len(open_sides) > 1 and len(filled) == 1:
            who[open_places[0]] = filled[0]
        return who


def who_in(header: str) -> str:
    """``moeder`` or ``vader`` when a heading names one of them."""
    return contacts.parent_in(normal(header).split())


def _named(layout: Layout, number: int) -> Column | None:
    return next((one for target in _NAMES if (one := layout.find(target, number))), None)


def _strays(column: Column, name: Column | None) -> bool:
    if column.target not in (Target.EMAIL, Target.PHONE) or not (who := who_in(column.header)):
        return False
    return name is None or who_in(name.header) != who


def _said(layout: Layout, number: int) -> str:
    words = {word for one in layout.columns if one.guardian == number for word in normal(one.header).split()}
    return contacts.parent_in(words)


def _alone(layout: Layout, columns: Sequence[Column], target: Target) -> Layout:
    return layout.with_columns([replace(one, guardian=1) for one in columns if one.target is target])


def _filled(guardian: ReadGuardian, emails: Sequence[str], phones: Sequence[str]) -> ReadGuardian:
    email, phone = next(iter(emails), ""), next(iter(contacts.mobile_first(tuple(phones))), "")
    return guardian._replace(email=guardian.email or email, phone=guardian.phone or phone)
