"""Gives every heading its use: of whom it is, and what the values say where a heading can mean two things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from app.imports.columns import whose
from app.imports.columns.blocked import holds_bsn
from app.imports.columns.group_columns import grouped
from app.imports.columns.headings import Heading, heading, is_plain_name, is_representative, normal
from app.imports.columns.layout import Column, Layout
from app.imports.content import cells, contacts
from app.imports.content.cell_notes import is_relation
from app.imports.readings import Target
from app.imports.recognition import EMPLOYEES, PUPILS, UNUSED, Mapping

_SAMPLE = 60
_LOOKED_AT = 300  # signs of a cell
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_SEVERAL = frozenset({Target.EMAIL, Target.PHONE, Target.BLOCKED})  # more columns of one kind are of use
_STAFF = frozenset({"personeel", "medewerkers", "leerkrachten", "team", "medewerker", "personeelslijst", "collegas"})
_RELATIONS = {"voogd": "guardian_person", "pleegouder": "carer", "partner": "carer"}
_COUNTING = frozenset({"nr", "no", "volgnr", "volgnummer", "id"})
_FEWEST_COUNTED = 3
_OF_HOUSE = frozenset({"nr", "no", "nummer"})
_NUMBER = Heading(Target.NUMBER)
_COUNTED = 500  # rows by which it is seen that a column counts them


def given_out(layout: Layout, today: date) -> Layout:
    """The layout with a use for every column that can be told."""
    found, numbers = whose.told(layout)
    columns = [
        Column(one.index, one.header, one.head.target, numbers.get(one.key, 0)) for one in found if one.head.target
    ]
    relations = tuple(
        (number, relation) for key, number in numbers.items() if (relation := _RELATIONS.get(key.rstrip("1234"), ""))
    )
    settled = replace(layout.with_columns(columns), subject=_subject(layout, columns), relations=relations)
    return _once(_settled(settled, today))


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


def _settled(layout: Layout, today: date) -> Layout:
    """What the values say: which ``naam`` is the surname, which ``groep`` the group, and who represents whom."""
    columns = [_said_with_mail(layout, _related(layout, _represented(layout, one))) for one in layout.columns]
    layout = layout.with_columns(_called(_borne(_housed(columns))))
    columns = [one for one in _named(layout) if not (_for_need(layout, one) or _counts_rows(layout, one))]
    if layout.subject == PUPILS:
        columns = grouped(layout.with_columns(columns), today)
    return layout.with_columns(columns)


def _housed(columns: Sequence[Column]) -> list[Column]:
    """``Nr.`` behind ``Straat`` is the number of the house."""
    if any(one.target is Target.HOUSE_NUMBER for one in columns):
        return list(columns)
    streets = {one.index + 1 for one in columns if one.target is Target.STREET}
    return [
        replace(one, target=Target.HOUSE_NUMBER)
        if one.target is Target.NUMBER and one.index in streets and normal(one.header) in _OF_HOUSE
        else one
        for one in columns
    ]


def _called(columns: Sequence[Column]) -> list[Column]:
    """``Voornaam`` beside ``Roepnaam`` holds the names in full."""
    first = [one for one in columns if one.target is Target.FIRST_NAME and not one.guardian]
    called = [one for one in first if "roep" in normal(one.header)]
    full = [one for one in first if called and one not in called]
    return [replace(one, target=Target.GIVEN_NAMES) if one in full else one for one in columns]


def _borne(columns: Sequence[Column]) -> list[Column]:
    """``Geboortenaam`` is the surname only where no column holds the name that somebody bears."""
    borne = {(one.target, one.guardian) for one in columns if "geboorte" not in normal(one.header)}
    return [
        one
        for one in columns
        if one.target not in (Target.SURNAME, Target.INFIX)
        or "geboorte" not in normal(one.header)
        or (Target.SURNAME, one.guardian) not in borne
    ]


def counts_from_one(layout: Layout) -> bool:
    """Whether the column for the number holds 1, 2, 3 to the last row, beside the names of pupils."""
    column = layout.find(Target.NUMBER)
    if column is None or not layout.has(*_NAMES):
        return False
    said = _of_rows_with_names(layout, column)
    return bool(said) and said == [str(number) for number in range(1, len(said) + 1)]


def has_lost_count(layout: Layout) -> bool:
    """Whether a column with a heading for the number is not used, because it counts the rows."""
    return layout.find(Target.NUMBER) is None and any(heading(text) == _NUMBER for text in layout.headers if text)


def _of_rows_with_names(layout: Layout, column: Column) -> list[str]:
    """What a column says in the first rows, but for words where nobody is named: a note below the table."""
    names = [one.index for one in layout.columns if one.target in _NAMES and not one.guardian]
    rows = layout.sheet.rows[layout.first : layout.first + _COUNTED]
    told = [(cells.text(row[column.index]).removesuffix("."), row) for row in rows if column.index < len(row)]
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


def _said_with_mail(layout: Layout, column: Column) -> Column:
    """Addresses as a mail program writes them are names, too: ``Kim de Boer <kim@x.nl>``, without a column of names."""
    if column.target is not Target.EMAIL or not column.guardian:
        return column
    if any(one.target in _NAMES and one.guardian == column.guardian for one in layout.columns):
        return column
    values = [cells.text(value)[:_LOOKED_AT] for value in layout.values(column, _SAMPLE)]
    named = sum(contacts.NAMED_EMAIL.search(value) is not None for value in values)
    return replace(column, target=Target.FULL_NAME) if named and named * 2 >= len(values) else column


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
