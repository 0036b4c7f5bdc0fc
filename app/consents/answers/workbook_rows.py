"""The rows of a workbook with answers, cell by cell: which pupil, who speaks, what day, and what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.consents.purposes.lines import PurposeLine
from app.consents.rules import EventKind
from app.kernel.errors import Refused
from app.kernel.names import fold
from app.kernel.texts import N_
from app.people.rules import PupilCard

Cell = str | int | float | bool | date | datetime | None
Row = tuple[int, Sequence[Cell]]

HEADS = ("Leerlingnummer", "Verzorger", "Datum")
ANSWERS: dict[str, str] = {
    "consents.list_no_number": N_("In deze rij staat geen leerlingnummer."),
    "consents.list_pupil_unknown": N_("Er is geen leerling met nummer {number}."),
    "consents.list_nobody": N_("Schrijf het e-mailadres van de ouder of verzorger, of ‘leerling’."),
    "consents.list_guardian_unknown": N_("{who} is op die dag geen ouder of verzorger van deze leerling."),
    "consents.list_guardian_twice": N_("Deze leerling heeft twee ouders of verzorgers met {who}. Schrijf de naam."),
    "consents.list_no_day": N_("In deze rij staat geen datum."),
    "consents.list_day_unreadable": N_("Deze datum is niet te lezen. Schrijf de datum als dag-maand-jaar."),
    "consents.list_in_future": N_("Deze datum ligt in de toekomst."),
    "consents.list_answer_unreadable": N_(
        "{said} is geen antwoord. Schrijf ja, nee of ingetrokken, of laat de cel leeg."
    ),
}
_WORDS = {
    **dict.fromkeys(("ja", "j", "yes", "akkoord"), EventKind.GIVEN),
    **dict.fromkeys(("nee", "n", "neen", "no"), EventKind.REFUSED),
    **dict.fromkeys(("ingetrokken", "ingetr", "trekt in", "intrekking"), EventKind.WITHDRAWN),
}
_NOTHING = frozenset({"", "-", "–", "—"})  # what people write in a cell that they mean to leave empty
_OWN = frozenset({"leerling", "de leerling", "kind", "zelf"})
_WHO = frozenset({"verzorger", "ouder", "ouder verzorger", "ouder/verzorger", "verzorger e mail"})
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?")
_WORDED = re.compile(r"(\d{1,2})[- ]([a-z]+)\.?[- ](\d{4})")
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(1, 80_000)


@dataclass(frozen=True)
class Rejected:
    """A cell that could not be taken over; ``code`` names the sentence that says why."""

    row: int
    column: str
    code: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Columns:
    """Where everything stands; ``purposes`` are places with their code and heading."""

    number: int
    who: int
    day: int
    purposes: tuple[tuple[int, str, str], ...]
    dropped: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ListRow:
    """One row that can be understood; ``is_own`` when the pupil speaks."""

    number: int
    pupil: PupilCard
    who: str
    is_own: bool
    on: date
    answers: tuple[tuple[str, EventKind], ...]


class _RejectedError(ValueError):
    def __init__(self, column: str, code: str, **values: object) -> None:
        super().__init__(code)
        self.column, self.code, self.values = column, code, values


def columns(rows: Sequence[Row], purposes: Sequence[PurposeLine]) -> Columns:
    """Which column holds what, from the first row. Raises Refused when a needed heading is not there."""
    heads = [_text(cell) for cell in rows[0][1]] if rows else []
    places = {fold(head): place for place, head in reversed(list(enumerate(heads)))}
    found = [places.get(fold(HEADS[0])), _first(places, _WHO), places.get(fold(HEADS[2]))]
    if None in found:
        raise Refused("consents.list_headings", heads=", ".join(HEADS))
    known = {fold(word): line.code for line in reversed(purposes) for word in (line.label, line.short, line.code)}
    known |= {fold(line.code): line.code for line in purposes}
    taken: dict[str, tuple[int, str, str]] = {}
    dropped: list[tuple[str, str]] = []
    for place, head in enumerate(heads):
        code = known.get(fold(head))
        if place in found or not head:
            continue
        if code is None or code in taken:
            dropped.append((head, "consents.column_twice" if code else "consents.column_unknown"))
        else:
            taken[code] = (place, code, head)
    if not taken:
        raise Refused("consents.list_no_purposes")
    number, who, day = (place or 0 for place in found)
    return Columns(number, who, day, tuple(taken.values()), tuple(dropped))


def read_rows(
    rows: Sequence[Row], where: Columns, pupils: Mapping[str, PupilCard], today: date
) -> tuple[tuple[ListRow, ...], tuple[Rejected, ...]]:
    """The rows that can be understood, and what cannot; one bad cell does not lose the rest of its row."""
    found: list[ListRow] = []
    rejected: list[Rejected] = []
    for number, cells in rows:
        try:
            answers, bad = _answers(number, cells, where)
            found.append(_row(number, cells, where, pupils, today, answers))
            rejected += bad
        except _RejectedError as error:
            rejected.append(Rejected(number, error.column, error.code, error.values))
    return tuple(found), tuple(rejected)


def _row(
    number: int,
    cells: Sequence[Cell],
    where: Columns,
    pupils: Mapping[str, PupilCard],
    today: date,
    answers: tuple[tuple[str, EventKind], ...],
) -> ListRow:
    pupil = _pupil(_text(_at(cells, where.number)), pupils)
    who = _text(_at(cells, where.who)).removeprefix("mailto:")
    if not who:
        raise _RejectedError(HEADS[1], "consents.list_nobody")
    on = _day(_at(cells, where.day))
    if on > today:
        raise _RejectedError(HEADS[2], "consents.list_in_future")
    return ListRow(number, pupil, who, fold(who) in _OWN, on, answers)


def _pupil(said: str, pupils: Mapping[str, PupilCard]) -> PupilCard:
    if not said:
        raise _RejectedError(HEADS[0], "consents.list_no_number")
    if said in pupils:
        return pupils[said]
    alike = [card for number, card in pupils.items() if number.lstrip("0") == said.lstrip("0")]
    if len(alike) != 1:
        raise _RejectedError(HEADS[0], "consents.list_pupil_unknown", number=said)
    return alike[0]


def _answers(
    number: int, cells: Sequence[Cell], where: Columns
) -> tuple[tuple[tuple[str, EventKind], ...], list[Rejected]]:
    found: list[tuple[str, EventKind]] = []
    bad: list[Rejected] = []
    for place, code, head in where.purposes:
        said = _text(_at(cells, place))
        kind = _WORDS.get(fold(said).rstrip("."))
        if kind:
            found.append((code, kind))
        elif said not in _NOTHING:
            bad.append(Rejected(number, head, "consents.list_answer_unreadable", {"said": said}))
    return tuple(found), bad


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and int(cell) in _SERIALS:
        return _DAY_ZERO + timedelta(days=int(cell))
    said = _text(cell).casefold()
    if not said:
        raise _RejectedError(HEADS[2], "consents.list_no_day")
    try:
        return _written(said)
    except ValueError:
        raise _RejectedError(HEADS[2], "consents.list_day_unreadable") from None


def _written(said: str) -> date:
    if found := _ISO.fullmatch(said):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(said):
        year = int(found[3])
        return date(year if len(found[3]) > 2 else year + 2000, int(found[2]), int(found[1]))
    found = _WORDED.fullmatch(said)
    short = found[2].replace("maart", "mrt")[:3] if found else ""
    if found is None or short not in _MONTHS:
        raise ValueError
    return date(int(found[3]), _MONTHS.index(short) + 1, int(found[1]))


def _at(cells: Sequence[Cell], place: int) -> Cell:
    return cells[place] if place < len(cells) else None


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).replace("\xa0", " ").replace("\u200b", "").split())


def _first(places: Mapping[str, int], words: frozenset[str]) -> int | None:
    return min((place for word, place in places.items() if word in words), default=None)
