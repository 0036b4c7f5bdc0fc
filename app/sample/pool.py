"""Draws names, addresses and numbers for invented people; nobody ever gets a name that is taken."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from app.kernel.names import PersonName, fold, full, split_surname
from app.people.rules import Address
from app.sample.source import Table, read

_MAIL = str.maketrans("", "", " .'’")


@dataclass
class Pool:
    """Everything that is drawn by chance, from one seed."""

    chance: random.Random
    taken: set[str] = field(default_factory=set)
    barred: set[str] = field(default_factory=set)
    _addresses: int = 0
    _phones: int = 0

    def origin(self) -> Table:
        """Where a family comes from, as often as in such a town."""
        origins = read("names")["origin"]
        drawn: Table = self.chance.choices(origins, [origin["weight"] for origin in origins])[0]
        return drawn

    def surname(self, origin: Table) -> tuple[str, str]:
        """Infix and surname of a family; never the surname of a user."""
        while True:
            infix, core = split_surname(self.chance.choice(origin["surnames"]))
            if fold(core) not in self.barred:
                return infix, core

    def person(self, first_names: list[str], infix: str, surname: str, *, female: bool = False) -> PersonName | None:
        """A person of this family with a name that is still free, or None when all are taken."""
        form = re.sub(r"ski\b", "ska", surname) if female else surname
        for first in self.chance.sample(first_names, len(first_names)):
            name = PersonName(first, infix, form)
            if self.take(name):
                return name
        return None

    def grown_up(self, key: str, origin: Table, infix: str, surname: str) -> PersonName:
        """A guardian with this surname; when all first names of the origin are taken, with one of another origin."""
        for names in (origin[key], *(other[key] for other in read("names")["origin"])):
            name = self.person(names, infix, surname, female=key == "women")
            if name is not None:
                return name
        return self.grown_up(key, origin, *self.surname(origin))

    def take(self, name: PersonName) -> bool:
        """Take this full name; False when somebody bears it already."""
        key = fold(full(name))
        if key in self.taken:
            return False
        self.taken.add(key)
        return True

    def address(self) -> Address:
        """An address in town, each one once."""
        streets = read("names")["streets"]
        self._addresses += 1
        street = streets["names"][self._addresses % len(streets["names"])]
        number = str(3 + self._addresses // len(streets["names"]) * 4 + self.chance.randint(0, 2))
        code = streets["postcodes"][self._addresses % len(streets["postcodes"])]
        letters = "".join(self.chance.choice("ABCDEGHJKLMNPRTVWXZ") for _position in range(2))
        return Address(street, number, f"{code} {letters}", streets["city"])

    def mobile(self) -> str:
        """A mobile number of the range that nobody has."""
        self._phones += 1
        return f"06-0000{self._phones:04d}"


def email(name: PersonName) -> str:
    """An e-mail address at a domain for examples."""
    parts = (fold(name.first_name), fold(name.infix), fold(name.surname))
    return ".".join(part.translate(_MAIL) for part in parts if part) + "@voorbeeld.nl"
