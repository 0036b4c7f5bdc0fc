"""Writes a school down in a shape, and says what must be read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.imports.readings import ReadGuardian, Reading, ReadPupil
from tests.imports.shapes import NAME_STYLES, Child, Parent, Shape
from tests.imports.writers import WRITERS

Row = list[object]
CellOf = Callable[[Child, int], object]
Column = tuple[str, str, CellOf]  # heading above, heading, cell of a pupil and a row
ONE_SHEET = frozenset(WRITERS) - {"xlsx", "xlsm", "xls", "xml", "bare xml", "ods"}
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


class Written:
    """One list on its way to a file."""

    def __init__(self, shape: Shape, children: Sequence[Child]) -> None:
        self.shape = shape
        self.children = children
        self._random = shape.random
        self._names = self._random.choice(("spoken", "listed", "titled"))
        self._columns = [*self._own(), *self._guardians(), *self._extras()]

    def save(self, folder: Path) -> Path:
        """The file."""
        ending, write = WRITERS[self.shape.format]
        path = folder / f"lijst{ending}"
        write(path, self._sheets())
        return path

    def _sheets(self) -> list[tuple[str, list[Row]]]:
        groups = list(dict.fromkeys(child.group for child in self.children))
        of_group = {group: [child for child in self.children if child.group == group] for group in groups}
        if self.shape.group in ("sheet", "both") and self.shape.format not in ONE_SHEET:
            title = "Groep" if self.shape.group == "sheet" else ""
            return [
                (f"{title} {group.replace('/', '-')}".strip(), self._table(of_group[group], group if not title else ""))
                for group in groups
            ]
        if self.shape.group in ("title", "sheet", "both"):
            rows = self._titles()
            for group in groups:
                rows += [[f"Groep: {group}   juf Anneke"], *self._headings(), *map_rows(self._rows, of_group[group])]
            return [("Leerlingen", rows + self._footer())]
        return [("Overzicht", self._table(self.children, ""))]

    def _table(self, children: Sequence[Child], group: str) -> list[Row]:
        rows = self._titles() + ([[f"Groepslijst {group}"]] if group else []) + self._headings()
        for place, child in enumerate(children):
            if self.shape.noise and place == 7:
                rows += [["Pagina 1 van 2"], *self._headings()]
            rows += self._rows(child)
        return rows + self._footer()

    def _titles(self) -> list[Row]:
        if not self.shape.noise:
            return []
        return [["Basisschool De Proef - leerlingenoverzicht"], ["Peildatum: 01-10-2026"], []]

    def _footer(self) -> list[Row]:
        if not self.shape.noise:
            return []
        return [
            ["", "", ""],
            ["Totaal:", len(self.children)],
            ["J: 5 M: 7"],
            ["Afgedrukt op 12-11-2026"],
            [],
            [""] * 30,
        ]

    def _headings(self) -> list[Row]:
        lower: Row = [head for _over, head, _get in self._columns]
        if not any(over for over, _head, _get in self._columns):
            return [lower]
        upper: Row = [over or head for over, head, _get in self._columns]
        under: Row = [head if over else "" for over, head, _get in self._columns]
        seen: set[object] = set()
        for place, (over, _head, _get) in enumerate(self._columns):
            upper[place] = "" if over and over in seen else upper[place]
            seen.add(over)
        return [upper, under]

    def _rows(self, child: Child) -> list[Row]:
        if self.shape.parents == "per_row" and child.parents:
            return [[get(child, which) for _over, _head, get in self._columns] for which in range(len(child.parents))]
        return [[get(child, 0) for _over, _head, get in self._columns]]

    def _own(self) -> list[Column]:
        head = self.shape.head
        columns: list[Column] = [("", head("number"), lambda child, _: self._number(child)), *self._name_columns()]
        columns.append(("", head("birth"), lambda child, _: self._day(child.birth)))
        if self.shape.group in ("column", "label", "date"):
            columns.append(("", head("group"), lambda child, _: self._group(child)))
        columns.append(("", head("year"), lambda child, _: child.year))
        if self._random.random() < 0.4:
            self._random.shuffle(columns)
        return columns

    def _number(self, child: Child) -> object:
        if self.shape.dates == "serial":
            return f"{child.number},0"  # as a number that went through a sheet
        return int(child.number) if self.shape.dates == "cell" else child.number

    def _name_columns(self) -> list[Column]:
        head, style = self.shape.head, self.shape.names
        if style in NAME_STYLES or style == "mixed":
            return [("", head("name"), lambda child, _: self._one_name(child))]
        if style == "parts":
            infix: list[Column] = [("", head("infix"), lambda child, _: child.infix)]
            last: list[Column] = [("", head("last"), lambda child, _: child.last)]
            return [("", head("first"), lambda child, _: child.first), *infix, *last]
        family = self._whole if style == "surname" else self._tail
        return [("", head("first"), lambda child, _: child.first), ("", head("family"), family)]

    def _whole(self, child: Child, _which: int) -> str:
        return f"{child.infix} {child.last}".strip()

    def _tail(self, child: Child, _which: int) -> str:
        return f"{child.last}, {child.infix}" if child.infix else child.last

    def _one_name(self, child: Child) -> str:
        style = self.shape.names if self.shape.names != "mixed" else self._random.choice(list(NAME_STYLES))
        return " ".join(NAME_STYLES[style](child.first, child.infix, child.last).split())

    def _day(self, day: date) -> object:
        numbers = f"{day.day}-{day.month}-{day.year}"
        return {
            "cell": day,
            "dutch": numbers,
            "slash": f"{day:%d/%m/%Y}",
            "short": f"{day:%d-%m-%y}",
            "iso": day.isoformat(),
            "words": f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            "serial": (day - date(1899, 12, 30)).days,
            "time": f"{numbers} 00:00:00",
        }[self.shape.dates]

    def _group(self, child: Child) -> object:
        if self.shape.group == "date" and child.group in ("1/2", "3/4"):
            one, other = map(int, child.group.split("/"))
            spoiled = date(2026, other, one)
            return spoiled if self._random.random() < 0.5 else f"{one}-{MONTHS[other - 1][:3]}".replace("maa", "mrt")
        if self.shape.group == "label":
            style = self._random.choice(
                ("Groep {}", "groep {}", "gr. {}", "{}", "Klas {}", "{} (juf Els)", "Groep {} - meester Jan")
            )
            return style.format(child.group if self._random.random() < 0.5 else child.group.replace("/", "-"))
        return child.group.lower() if self._random.random() < 0.3 else child.group

    def _extras(self) -> list[Column]:
        if not self.shape.noise:
            return []
        bsn: Column = ("", "BSN", lambda _child, _: 111222333)
        return [bsn, ("", "Nationaliteit", lambda _child, _: "NL"), ("", "Gymdag", lambda _child, _: "dinsdag")]

    def _guardians(self) -> list[Column]:
        kind, head = self.shape.parents, self.shape.head
        if kind == "none":
            return []
        if kind == "one_cell":
            sign = self._random.choice((" / ", "\n", " en ", " & ", "; "))
            other = self._random.choice(("; ", ", ", "\n", " / "))
            return [
                ("", head("both"), lambda child, _: sign.join(map(self._called, child.parents))),
                ("", head("emails"), lambda child, _: other.join(one.email for one in child.parents)),
                ("", head("phones"), lambda child, _: other.join(map(self._phone_text, child.parents))),
            ]
        if kind == "per_row":
            names = self._part_columns("verzorger", lambda which: which)
            return names + self._contact("", ("E-mailadres verzorger", "Mobiel verzorger", "Ouderlijk gezag"), None)
        columns: list[Column] = []
        for number, who in ((1, "moeder"), (2, "vader")):
            columns += self._of_one(kind, number, who)
        return sorted(columns, key=lambda column: column[1][:4]) if kind == "numbered" else columns

    def _of_one(self, kind: str, number: int, who: str) -> list[Column]:
        head, place = self.shape.head, number - 1

        def called(child: Child, _row: int) -> str:
            return self._called(child.parents[place]) if place < len(child.parents) else ""

        if kind == "two_rows":
            over = f"Verzorger {number}"
            return [(over, "Naam", called), *self._contact(over, ("E-mail", "Telefoon", "Gezag"), place)]
        if kind == "loose":
            return [("", f"Ouder {number}", called), *self._contact("", ("E-mail", "Telefoon", "Gezag"), place)]
        if kind == "family":
            theirs = (f"E-mail {who}", f"Mobiel {who}", f"Gezag {who}")
            return [("", f"Naam {who}", called), *self._contact("", theirs, place)]
        if kind == "numbered":
            return [
                ("", f"Ouder {number}", called),
                *self._contact("", (f"E-mail {number}", f"Tel. {number}", ""), place),
            ]
        said = tuple(head(key, number) for key in ("g_email", "g_phone", "g_auth"))
        if kind == "parts":
            return [*self._part_columns(f"ouder {number}", lambda _which: place), *self._contact("", said, place)]
        return [("", head("g_name", number), called), *self._contact("", said, place)]

    def _part_columns(self, whose: str, which: Callable[[int], int]) -> list[Column]:
        def part(name: str) -> CellOf:
            return lambda child, row: (
                getattr(child.parents[which(row)], name) if which(row) < len(child.parents) else ""
            )

        heads = ((f"Voornaam {whose}", "first"), (f"Tussenvoegsel {whose}", "infix"), (f"Achternaam {whose}", "last"))
        return [("", head, part(name)) for head, name in heads]

    def _contact(self, over: str, heads: Sequence[str], place: int | None) -> list[Column]:
        def of(get: Callable[[Parent], object]) -> CellOf:
            def cell(child: Child, row: int) -> object:
                which = row if place is None else place
                return get(child.parents[which]) if which < len(child.parents) else ""

            return cell

        columns = [(over, heads[0], of(self._email)), (over, heads[1], of(self._phone))]
        if self.shape.authority and heads[2]:
            columns.append((over, heads[2], of(lambda one: {"yes": "ja", "no": "nee"}[one.authority])))
        return columns

    def _called(self, one: Parent) -> str:
        style = "listed" if self._names == "listed" else "spoken"
        title = self._random.choice(("dhr. ", "mw. ", "Mevr. ")) if self._names == "titled" else ""
        return title + " ".join(NAME_STYLES[style](one.first, one.infix, one.last).split())

    def _email(self, one: Parent) -> str:
        return self._random.choice((one.email, f" {one.email.upper()} ", f"mailto:{one.email}"))

    def _phone(self, one: Parent) -> object:
        return int(one.phone) if self._random.random() < 0.4 else self._phone_text(one)

    def _phone_text(self, one: Parent) -> str:
        tail = one.phone[2:]
        return self._random.choice(
            (one.phone, f"06-{tail}", f"+31 6 {tail}", f"06 {tail[:4]} {tail[4:]}", f"0031 6{tail}")
        )


def map_rows(rows: Callable[[Child], list[Row]], children: Sequence[Child]) -> list[Row]:
    """The rows of all these pupils."""
    return [row for child in children for row in rows(child)]


def differences(shape: Shape, children: Sequence[Child], reading: Reading) -> list[str]:
    """Every field that came out otherwise than it went in."""
    found = {pupil.number: pupil for pupil in reading.pupils}
    wrong = [f"rejected {one}" for one in reading.rejected]
    wrong += [f"unknown {number}" for number in found.keys() - {child.number for child in children}]
    for child in children:
        pupil = found.get(child.number)
        wrong += [f"missing {child}"] if pupil is None else _differing(shape, child, pupil)
    return wrong


def _differing(shape: Shape, child: Child, pupil: ReadPupil) -> list[str]:
    name = pupil.name
    went = (child.first, child.infix, child.last, child.birth, child.group, child.year)
    came = (name.first_name, name.infix, name.surname, pupil.birth_date, pupil.group, pupil.year_group)
    parents = () if shape.parents == "none" else child.parents
    guardians = [_told(guardian) for guardian in pupil.guardians]
    expected = [_expected(shape, one) for one in parents]
    wrong = [f"{one!r} became {other!r}" for one, other in zip(went, came, strict=True) if one != other]
    return wrong + ([f"{expected} became {guardians}"] if guardians != expected else [])


def _expected(shape: Shape, one: Parent) -> tuple[str, ...]:
    knows = shape.authority and shape.parents not in ("one_cell", "numbered")
    return (one.first, one.infix, one.last, one.email, one.phone, one.authority if knows else "assumed")


def _told(one: ReadGuardian) -> tuple[str, ...]:
    name = one.name
    return (name.first_name, name.infix, name.surname, one.email, one.phone, one.authority.value)
