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
        Column("", tag=_tag, width=150, sort=lambda line: not line.left_out),
        Column(_("Wie en waar"), strong=lambda line: line.rejection.name, detail=_where, width=180, sort=_place),
        Column(_("Kolom en inhoud"), text=_column, detail=lambda line: line.rejection.value, width=160),
        Column(_("Waarom"), text=_what, detail=_reason, tip=_reason),
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


def _what(line: Check) -> str:
    name = line.rejection.name or _("Deze rij")
    if line.left_out:
        return _("{name} is NIET overgenomen").format(name=name)
    return _("{name} is wel gelezen").format(name=name)


def _reason(line: Check) -> str:
    return reason(line.rejection)
