"""The rows that were left out, and those that ask for a look: where, of whom, what stood there and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.imports.readings import Rejection
from app.imports.report import reason
from app.kernel.texts import _
from ui.imports import words
from ui.imports.draft import Draft
from ui.kit.table import Column, Table
from ui.kit.tag import TagText


@dataclass(frozen=True)
class Check:
    """One rejected row or cell, or one that was read but asks for a look."""

    rejection: Rejection
    left_out: bool


def checks_of(rejected: Iterable[Rejection], doubts: Iterable[Rejection] = ()) -> tuple[Check, ...]:
    """First what was left out."""
    return (*(Check(each, True) for each in rejected), *(Check(each, False) for each in doubts))


def checks_table() -> Table:
    """The table of them."""
    columns = (
        Column("", tag=_tag, width=154, sort=lambda line: not line.left_out),
        Column(_("Wie en waar"), strong=lambda line: line.rejection.name, detail=_where, width=156, sort=_place),
        Column(_("Kolom en inhoud"), text=_column, detail=lambda line: line.rejection.value, width=144),
        Column(_("Waarom"), text=_why, detail=_further, tip=_reason),
    )
    return Table(columns, name=_("Na te kijken rijen"), key=lambda line: line)


def set_checks(table: Table, draft: Draft) -> None:
    """Show the rows of this comparison."""
    table.set_lines(checks_of(draft.proposal.rejected, draft.doubts))


def _tag(line: Check) -> TagText:
    if line.left_out:
        return TagText(_("niet overgenomen"), "warn", "circle-x")
    return TagText(_("kijk na"), "info", "eye")


def _where(line: Check) -> str:
    return words.where(line.rejection.place)


def _column(line: Check) -> str:
    return line.rejection.place.column


def _place(line: Check) -> tuple[str, int]:
    return line.rejection.place.sheet, line.rejection.place.row


def _why(line: Check) -> str:
    """What is wrong, in the first sentence; what to do about it stands below."""
    first, dot, _rest = _reason(line).partition(". ")
    return first + dot.strip()


def _further(line: Check) -> str:
    return _reason(line).partition(". ")[2]


def _reason(line: Check) -> str:
    return reason(line.rejection)
