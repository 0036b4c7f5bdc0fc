"""Gives every heading its use: of whom it is, and what the values say where a heading can mean two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.imports.columns.blocked import holds_bsn
from app.imports.columns.headings import Heading, heading, is_plain_name, is_representative, names_pupil, normal
from app.imports.columns.layout import Column, Layout
from app.imports.content import cells, contacts
from app.imports.content.cell_notes import is_relation
from app.imports.readings import Target
from app.imports.recognition import EMPLOYEES, PUPILS, UNUSED, Mapping

_SAMPLE = 60
_SHARED = frozenset({Target.EMAIL, Target.PHONE, Target.AUTHORITY, Target.AUTHORITY_SINCE, Target.RELATION})
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_PARTS = frozenset({*_NAMES, Target.INFIX, Target.INITIALS})
_SEVERAL = frozenset({Target.EMAIL, Target.PHONE, Target.BLOCKED})  # more columns of one kind are of use
_STAFF = frozenset({"personeel", "medewerkers", "leerkrachten", "team", "medewerker", "personeelslijst", "collegas"})
_RELATIONS = {"voogd": "guardian_person", "pleegouder": "carer", "partner": "carer"}
_COUNTING = frozenset({"nr", "no", "volgnr", "volgnummer"})
_FEWEST_COUNTED = 3
_COUNTED = 500  # rows by which it is seen that a column counts them
_GROUP_RANK = ("stamgroep", "groepsnaam", "basisgroep", "klas", "huidige groep", "groep")


@dataclass
class _Found:
    """One heading on its way to a use."""

    index: int
    header: str
    head: Heading
    key: str


def given_out(layout: Layout) -> Layout:
    """The layout with a use for every column that can be told."""
    found = [
        _Found(index, text, heading(text), heading(text).guardian) for index, text in enumerate(layout.headers) if text
    ]
    _set_apart(found)
    _place_guardians(found)
    numbers = _numbers(found)
    columns = [
        Column(one.index, one.header, one.head.target, numbers.get(one.key, 0)) for one in found if one.head.target
    ]
    relations = tuple(
        (number, relation) for key, number in numbers.items() if (relation := _RELATIONS.get(key.rstrip("1234"), ""))
    )
    settled = replace(layout.with_columns(columns), subject=_subject(layout, columns), relations=relations)
    return _once(_settled(settled))


def _set_apart(found: Sequence[_Found]) -> None:
    """``Voornaam leerling`` beside a bare ``Voornaam``, in a list that names no guardian: it is a guardian's.

    So is ``Naam`` beside ``Leerling`` when a column says who somebody is to the pupil.
    """
    related = any(one.head.target is Target.RELATION for one in found)
    names = [one for one in found if one.head.target in _PARTS and (related or one.head.target is not Target.FULL_NAME)]
    bare = [one for one in names if not names_pupil(one.header)]
    own = {one.head.target for one in names if names_pupil(one.header)}
    if any(one.key for one in found) or not {one.head.target for one in bare} & own & _NAMES:
        return
    for one in found:
        if one in bare or (one.head.target in _SHARED and not names_pupil(one.header)):
            one.key = "*"


def _place_guardians(found: Sequence[_Found]) -> None:
    """Say of whom columns are that do not say it themselves."""
    named = {one.key for one in found if one.key and one.key != "*" and not one.head.loose}
    has_guardians = bool(named) or any(one.key == "*" for one in found)
    _number_unnamed(found)
    if "2" in named and "1" not in named:  # "Ouder" and "Tweede ouder"
        for one in found:
            one.key = "1" if one.key == "*" else one.key
    repeated = Counter(one.head.target for one in found if not one.key and one.head.target in _SHARED)
    current = ""
    for one in found:
        if one.head.loose and not has_guardians:
            one.head, one.key = Heading(None), ""
        if one.key and not one.head.loose:
            current = one.key
        elif not one.key and one.head.target in _SHARED and repeated[one.head.target] > 1 and current:
            one.key = current


def _number_unnamed(found: Sequence[_Found]) -> None:
    """``Ouder | E-mail ouder | Ouder | E-mail ouder`` are two guardians: a part of a name comes back."""
    unnamed = [one for one in found if one.key == "*"]
    names = Counter(one.head.target for one in unnamed if one.head.target in _PARTS)
    if max(names.values(), default=0) < 2:
        return
    number = 1
    seen: set[Target | None] = set()
    for one in unnamed:
        if one.head.target in _PARTS and one.head.target in seen:
            number, seen = number + 1, set()
        seen.add(one.head.target)
        one.key = str(number)


def _numbers(found: Sequence[_Found]) -> dict[str, int]:
    """The guardians in the order in which their columns come, numbered ones by their number."""
    keys = list(dict.fromkeys(one.key for one in found if one.key and one.key != "*"))
    digits = sorted((key for key in keys if key.isdigit()), key=int)
    named = [key for key in keys if not key.isdigit()]
    order = digits + named if not named or keys[0].isdigit() else named + digits
    numbers = {key: place for place, key in enumerate(order, 1)}
    if any(one.key == "*" for one in found):
        names = any(one.key == "*" and one.head.target in _NAMES for one in found)
        others = any(one.key not in ("", "*") and one.head.target in _NAMES for one in found)
        if names and others:  # "Ouders" beside "Naam vader"
            numbers = {key: number + 1 for key, number in numbers.items()}
        numbers["*"] = 1 if names or not order else 0
    return numbers


def _subject(layout: Layout, columns: Sequence[Column]) -> str:
    targets = {column.target for column in columns if not column.guardian}
    words = {word for row in layout.above for cell in row for word in normal(cells.text(cell)[:120]).split()}
    words |= set(normal(layout.sheet.name).split())
    if Target.BIRTH_DATE not in targets and (Target.JOB_TITLE in targets or words & _STAFF):
        return EMPLOYEES
    if targets & _NAMES or (Target.NUMBER in targets and any(column.guardian for column in columns)):
        return PUPILS
    if Target.TEACHER in targets and not any(column.guardian for column in columns):
        return EMPLOYEES
    return UNUSED if not any(column.guardian for column in columns) else PUPILS


def _settled(layout: Layout) -> Layout:
    """What the values say: which ``naam`` is the surname, which ``groep`` the group, and who represents whom."""
    columns = [_related(layout, _represented(layout, column)) for column in layout.columns]
    layout = layout.with_columns(_called(columns))
    columns = [one for one in _named(layout) if not (_for_need(layout, one) or _counts_rows(layout, one))]
    if layout.subject == PUPILS:
        columns = _grouped(layout.with_columns(columns))
    return layout.with_columns(columns)


def _called(columns: Sequence[Column]) -> list[Column]:
    """``Voornaam`` beside ``Roepnaam`` holds the names in full."""
    first = [one for one in columns if one.target is Target.FIRST_NAME and not one.guardian]
    called = [one for one in first if "roep" in normal(one.header)]
    full = [one for one in first if called and one not in called]
    return [replace(one, target=Target.GIVEN_NAMES) if one in full else one for one in columns]


def counts_from_one(layout: Layout) -> bool:
    """Whether the column for the number holds 1, 2, 3 to the last row, beside the names of pupils."""
    column = layout.find(Target.NUMBER)
    if column is None or not layout.has(*_NAMES):
        return False
    said = _of_rows_with_names(layout, column)
    return bool(said) and said == [str(number) for number in range(1, len(said) + 1)]


def _of_rows_with_names(layout: Layout, column: Column) -> list[str]:
    """What a column says in the first rows, but for words where nobody is named: a note below the table."""
    names = [one.index for one in layout.columns if one.target in _NAMES and not one.guardian]
    rows = layout.sheet.rows[layout.first : layout.first + _COUNTED]
    told = [(cells.text(row[column.index]), row) for row in rows if column.index < len(row)]
    return [
        text for text, row in told if text and (text.isdecimal() or any(row[one] for one in names if one < len(row)))
    ]


def _represented(layout: Layout, column: Column) -> Column:
    if column.target is not Target.AUTHORITY or not is_representative(column.header):
        return column
    values = [cells.text(value) for value in layout.values(column, _SAMPLE)]
    names = sum(not contacts.is_about_authority(value) and " " in value for value in values)
    if names * 2 <= len(values):
        return column
    return replace(column, target=Target.FULL_NAME, guardian=column.guardian or max(layout.guardians, default=0) + 1)


def _related(layout: Layout, column: Column) -> Column:
    """A column that seems to name a guardian, but says who that is: ``Relatie 1`` with ``moeder`` below."""
    if not column.guardian or column.target is not Target.FULL_NAME:
        return column
    values = [cells.text(value) for value in layout.values(column, _SAMPLE)]
    said = sum(map(is_relation, values))
    return replace(column, target=Target.RELATION) if said and said * 3 >= len(values) * 2 else column


def _counts_rows(layout: Layout, column: Column) -> bool:
    """Whether a column only counts the rows, 1, 2, 3: from 1 again in every group, or below a heading that says so."""
    if column.target is not Target.NUMBER or column.guardian:
        return False
    said = _of_rows_with_names(layout, column)
    if len(said) < _FEWEST_COUNTED or not all(one.isdecimal() and len(one) < 5 for one in said):
        return False
    numbers = [int(one) for one in said]
    counted = all(after in (1, before + 1) for before, after in pairwise([0, *numbers]))
    begins_anew = any(before > 1 and after == 1 for before, after in pairwise(numbers))
    once_each = len(set(numbers)) == len(numbers)
    return counted and (begins_anew or (once_each and normal(column.header) in _COUNTING))


def _for_need(layout: Layout, column: Column) -> bool:
    """Whether a telephone is of whoever helps in need, because guardians have columns of their own for theirs."""
    own = any(one.target is Target.PHONE and one.guardian for one in layout.columns)
    return own and column.target is Target.PHONE and not column.guardian and "nood" in normal(column.header)


def _named(layout: Layout) -> list[Column]:
    first, last = layout.find(Target.FIRST_NAME), layout.find(Target.SURNAME)
    part = first or last
    if part is None:
        return list(layout.columns)
    columns = []
    for column in layout.columns:
        if column.target is not Target.FULL_NAME or column.guardian:
            columns.append(column)
        elif not (first and last) and not _repeats(layout, part, column):
            other = Target.SURNAME if first else Target.FIRST_NAME
            if other is Target.FIRST_NAME or is_plain_name(column.header):
                columns.append(replace(column, target=other))
            else:
                columns.append(column)
        elif not (first and last):
            columns.append(column)
    return columns


def _repeats(layout: Layout, part: Column, whole: Column) -> bool:
    """Whether the whole name holds the part in most rows, so that it is more than the rest of the name."""
    both = [
        (cells.text(row[part.index]).casefold(), cells.text(row[whole.index]).casefold())
        for row in layout.sheet.rows[layout.first : layout.first + _SAMPLE]
        if max(part.index, whole.index) < len(row)
    ]
    told = [(one, name) for one, name in both if one and name]
    return bool(told) and sum(one in name and one != name for one, name in told) * 2 > len(told)


def _grouped(layout: Layout) -> list[Column]:
    """Of two columns for the group the one that tells groups apart; the other may tell the year group."""
    groups = layout.all(Target.GROUP)
    if len(groups) < 2:
        return list(layout.columns)
    plain = {column: _is_year_group(layout, column) for column in groups}
    named = [column for column in groups if not plain[column]] or list(groups)
    chosen = min(named, key=lambda column: (_rank(column.header), column.index))
    has_year = layout.has(Target.YEAR_GROUP)
    columns = []
    for column in layout.columns:
        if column.target is not Target.GROUP or column.guardian or column == chosen:
            columns.append(column)
        elif plain[column] and not has_year:
            columns.append(replace(column, target=Target.YEAR_GROUP))
    return columns


def _is_year_group(layout: Layout, column: Column) -> bool:
    values = [cells.group(value) for value in layout.values(column, _SAMPLE)]
    return bool(values) and all(value in {*"12345678"} for value in values)


def _rank(header: str) -> int:
    plain = normal(header)
    return next((place for place, word in enumerate(_GROUP_RANK) if word in plain), len(_GROUP_RANK))


def _once(layout: Layout) -> Layout:
    """One column for one use, the first; of e-mail addresses and telephones there may be more."""
    kept: list[Column] = []
    for column in layout.columns:
        twice = any((one.target, one.guardian) == (column.target, column.guardian) for one in kept)
        if column.target is Target.NUMBER and not column.guardian and holds_bsn(layout, column):
            continue
        if not twice or column.target in _SEVERAL:
            kept.append(column)
    return layout.with_columns(kept)


def as_decided(layout: Layout, mapping: Mapping) -> Layout:
    """The layout with the uses that the user decided on."""
    known = {target.value: target for target in Target if target is not Target.BLOCKED}
    columns = tuple(
        Column(use.index, layout.headers[use.index], known[use.target], use.guardian)
        for use in mapping.uses
        if use.target in known and 0 <= use.index < len(layout.headers)
    )
    return replace(layout, columns=columns, subject=mapping.subject)
