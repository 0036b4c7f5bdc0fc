"""Which of several columns holds the group: the one of this school year, and the one that tells groups apart."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from app.imports.columns.headings import normal
from app.imports.columns.layout import Column, Layout
from app.imports.columns.titles import school_year
from app.imports.content import cells
from app.imports.readings import Target
from app.kernel import calendar

_SAMPLE = 60
_RANK = ("stamgroep", "groepsnaam", "basisgroep", "klas", "huidige groep", "groep")
_COMING = re.compile(r"\b(?:nieuwe?|toekomstige)\b")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)\s*[-/]\s*(\d\d)(?!\d)")
_FIRST_MONTH, _LAST_MONTH = 4, 7  # in spring and summer a list tells the groups after the holidays, too


def grouped(layout: Layout, today: date) -> list[Column]:
    """Of two columns for the group the one that tells groups apart; the other may tell the year group."""
    groups = layout.all(Target.GROUP)
    if len(groups) < 2:
        return list(layout.columns)
    if dated := _of_this_year(layout, groups, today):
        return [one for one in layout.columns if one not in groups or one == dated]
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


def _of_this_year(layout: Layout, groups: tuple[Column, ...], today: date) -> Column | None:
    """Where headings name school years, or the new group: the column that holds today."""
    this_year = calendar.school_year(today)
    years = {_year_in(column.header): column for column in groups}
    if len(years) == len(groups) and len(years.keys() - {""}) > 1:
        return years.get(this_year) or years[max(years)]
    coming = [column for column in groups if _COMING.search(normal(column.header))]
    if not coming or len(coming) == len(groups):
        return None
    present = next(column for column in groups if column not in coming)
    for_later = _FIRST_MONTH <= today.month <= _LAST_MONTH
    some_only = len(layout.values(coming[0])) * 2 < len(layout.values(present))
    return present if for_later or some_only else coming[0]


def _year_in(header: str) -> str:
    short = _SHORT_YEAR.search(header)
    return school_year(header) or (school_year(f"20{short[1]}-{short[2]}") if short else "")


def _is_year_group(layout: Layout, column: Column) -> bool:
    values = [cells.group(value) for value in layout.values(column, _SAMPLE)]
    return bool(values) and all(value in {*"12345678"} for value in values)


def _rank(header: str) -> int:
    plain = normal(header)
    return next((place for place, word in enumerate(_RANK) if word in plain), len(_RANK))
