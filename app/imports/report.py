"""The result of an import as the command line and the workbook tell it, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.imports.readings import Rejection
from app.imports.results import Result
from app.imports.texts import TEXTS
from app.kernel.texts import _


def as_json(result: Result) -> dict[str, Any]:
    """Counts, rejected rows, dropped columns and groups."""
    return {
        "new": result.new,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "missing": result.missing + result.left,
        "rejected": [_rejection(rejection) for rejection in result.rejected],
        "dropped_columns": [{"header": column.header, "code": column.code} for column in result.dropped],
        "groups": list(result.groups),
    }


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "row": rejection.place.row,
        "column": rejection.place.column,
        "code": rejection.code,
        "text": told(rejection),
    }


def reason(rejection: Rejection) -> str:
    """Why this row or cell is told apart."""
    return _(TEXTS[rejection.code]).format(**rejection.values)


def told(rejection: Rejection) -> str:
    """Who was not taken over, and why."""
    why = reason(rejection)
    if not rejection.name:
        return why
    return _("{name} is NIET overgenomen: {reason}").format(name=rejection.name, reason=why[:1].lower() + why[1:])


def line_of(rejection: Rejection) -> str:
    """A rejection in one line, with its place in the file."""
    return f"{where(rejection)}: {told(rejection)}"


def where(rejection: Rejection) -> str:
    """The place in the file, in words."""
    place = rejection.place
    row = _("rij {row}").format(row=place.row)
    return ", ".join(part for part in (place.sheet, row, place.column) if part)


def remarks(result: Result, doubts: Iterable[Rejection] = ()) -> list[str]:
    """Everything beside the counts, a line each: what was refused, what asks for a look, what is never kept."""
    return [
        *map(line_of, result.rejected),
        *(_("controleer {line}").format(line=_doubt(one)) for one in doubts),
        *(_("{column}: niet bewaard").format(column=column.header) for column in result.dropped),
    ]


def _doubt(one: Rejection) -> str:
    said = f" ({one.value})" if one.value else ""
    return f"{where(one)}: {' '.join(filter(None, (one.name, reason(one))))}{said}"


def rejected_rows(rejections: Iterable[Rejection]) -> tuple[tuple[object, ...], ...]:
    """The rejections as the rows of a sheet, headings first."""
    headings = (_("Blad"), _("Rij"), _("Kolom"), _("Naam"), _("Waarde"), _("Reden"))
    rows = ((one.place.sheet, one.place.row, one.place.column, one.name, one.value, reason(one)) for one in rejections)
    return (headings, *rows)
