"""Makes class lists of any shape together with what must come out: every choice is drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.imports.writers import WRITERS

FIRST = (
    *("Noor", "Liv", "Fatima", "Pien", "Mees", "Omar", "Teun", "Saar", "Aylin"),
    *("Daan", "Zoë", "Anaïs", "Sem", "Yara", "Ilyas", "Ben", "Jo-Anne", "Özlem"),
)
FAMILY = (
    *(("", "Bakker"), ("de", "Graaf"), ("van den", "Berg"), ("van 't", "Hof"), ("", "Öztürk"), ("", "Smit-Visser")),
    *(("d'", "Hondt"), ("ten", "Broek"), ("", "El Hamdaoui"), ("op den", "Camp"), ("", "Ó Briain"), ("in 't", "Veld")),
    *(("", "Van den Broeck"), ("", "Op 't Eynde"), ("", "De la Cruz")),
)
GROUPS = (("1/2", 1), ("1/2", 2), ("3/4", 3), ("5A", 5), ("5B", 5), ("6", 6), ("7", 7), ("8A", 8), ("1/2A", 2))
NAME_STYLES: dict[str, Callable[[str, str, str], str]] = {
    "spoken": lambda first, infix, last: f"{first} {infix} {last}",
    "listed": lambda first, infix, last: f"{last}, {first} {infix}",
    "behind": lambda first, infix, last: f"{last} {infix}, {first}",
    "before": lambda first, infix, last: f"{infix} {last}, {first}",
    "commas": lambda first, infix, last: f"{last}, {infix}, {first}" if infix else f"{last}, {first}",
    "brackets": lambda first, infix, last: f"{first[0]}. ({first}) {infix} {last}",
}
HEADS: dict[str, Sequence[str]] = {
    "number": ("Leerlingnummer", "Lln. nr.", "Stamnr", "nummer", "LLNR", "Admin nummer", "Leerling-nr"),
    "first": ("Roepnaam", "voornaam", "Roepnaam leerling", "Voornaam kind", "ROEPNAAM", "Voorn.", "Roepn. leerling"),
    "infix": ("Tussenvoegsel", "Tussenv.", "tv", "Voorvoegsel", "Voorv.", "tussenvoegsels"),
    "last": ("Achternaam", "Geslachtsnaam", "Achternaam leerling", "Familienaam", "achternaam kind", "Achtern."),
    "family": ("Achternaam", "Achternaam en voorvoegsel", "Achternaam + tussenv.", "Achternaam incl. tussenvoegsel"),
    "name": ("Naam", "Naam leerling", "Leerling", "Volledige naam", "Naam kind", "leerlingnaam"),
    "birth": ("Geboortedatum", "Geb.datum", "geboren op", "Geb. datum", "geb.dat.", "Geboortedatum leerling"),
    "group": ("Groep", "Klas", "Stamgroep", "Groepsnaam", "Basisgroep", "huidige groep", "Stamgr."),
    "year": ("Leerjaar", "Jaargroep", "leerjaar"),
    "g_name": (
        "Verzorger {n}",
        "Ouder {n}",
        "Ouder/verzorger {n}",
        "Naam verzorger {n}",
        "naam ouder {n}",
        "{n}e verzorger",
    ),
    "g_email": ("E-mail verzorger {n}", "Email ouder {n}", "E-mailadres ouder/verzorger {n}", "mail verzorger {n}"),
    "g_phone": ("Telefoon verzorger {n}", "Mobiel ouder {n}", "Tel. ouder {n}", "Telefoonnummer verzorger {n}"),
    "g_auth": ("Gezag verzorger {n}", "Ouderlijk gezag ouder {n}", "gezag {n}e ouder"),
    "both": ("Ouders/verzorgers", "Ouders", "Verzorgers", "Ouder(s)/verzorger(s)", "Namen ouders"),
    "emails": ("E-mailadressen", "E-mail", "Emailadres verzorgers", "E-mailadres(sen)"),
    "phones": ("Telefoon", "Telefoonnummers", "Telefoon ouders", "Tel."),
}
PARENTS = ("none", "columns", "parts", "one_cell", "per_row", "two_rows", "loose", "family", "numbered")


@dataclass(frozen=True)
class Parent:
    """A guardian as must come out."""

    first: str
    infix: str
    last: str
    email: str
    phone: str
    authority: str


@dataclass(frozen=True)
class Child:
    """A pupil as must come out."""

    number: str
    first: str
    infix: str
    last: str
    birth: date
    group: str
    year: int
    parents: tuple[Parent, ...]


def school(random: Random, pupils: int = 12) -> list[Child]:
    """Pupils with no, one or two guardians; groups in order, as lists have them."""
    groups = sorted((random.choice(GROUPS) for _ in range(pupils)), key=lambda group: group[0])
    return [_child(random, place, group) for place, group in enumerate(groups)]


def _child(random: Random, place: int, group: tuple[str, int]) -> Child:
    infix, last = random.choice(FAMILY)
    born = date(2027 - group[1] - 6, 1, 1) + timedelta(days=random.randrange(300))
    return Child(
        str(1001 + place * 7), random.choice(FIRST), infix, last, born, *group, _parents(random, place, infix, last)
    )


def _parents(random: Random, place: int, infix: str, last: str) -> tuple[Parent, ...]:
    found = []
    for which in range(random.choice((0, 1, 2, 2))):
        tail = (infix, last) if not which else random.choice(FAMILY)
        phone = f"06{random.randrange(10_000_000, 99_999_999)}"
        authority = random.choice(("yes", "no"))
        found.append(Parent(random.choice(FIRST), *tail, f"ouder{place}.{which}@voorbeeld.nl", phone, authority))
    return tuple(found)


@dataclass
class Shape:
    """One way of writing a school down."""

    random: Random
    format: str
    names: str
    parents: str
    group: str
    dates: str
    authority: bool = False
    noise: bool = True
    said: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.format} {self.names} {self.parents} group:{self.group} {self.dates} auth:{self.authority}"

    def head(self, key: str, number: int = 0) -> str:
        """One of the headings for this, the same one throughout the file."""
        found = self.said.setdefault(key, self.random.choice(HEADS[key]))
        return found.format(n=number)


def shape(seed: int, **fixed: str) -> Shape:
    """The shape of this number."""
    random = Random(seed)  # noqa: S311 - shapes, not secrets
    drawn = {
        "format": random.choice(list(WRITERS)),
        "names": random.choice(("parts", "surname", "tail", "mixed", *NAME_STYLES)),
        "parents": random.choice(PARENTS),
        "group": random.choice(("column", "label", "date", "title", "sheet", "both")),
        "dates": random.choice(("cell", "dutch", "slash", "short", "iso", "words", "serial", "time")),
    } | fixed
    return Shape(
        random,
        drawn["format"],
        drawn["names"],
        drawn["parents"],
        drawn["group"],
        drawn["dates"],
        authority=random.random() < 0.5,
    )
