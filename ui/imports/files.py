"""The files of the wizard: which are offered, and what is saved on request."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.imports.report import rejected_rows
from app.imports.results import Result
from app.imports.rules import Decision
from app.kernel.names import full
from app.kernel.texts import _
from app.people.template import template_workbook
from app.sheets.workbook import Sheet, workbook
from ui.imports import words
from ui.imports.draft import Draft, Row
from ui.kit.desk import Desk
from ui.kit.saving import save_workbook


def patterns() -> tuple[str, ...]:
    """What the window for choosing a file shows."""
    return (
        _("Klassenlijsten (*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.xml *.htm *.html)"),
        _("Alle bestanden (*)"),
    )


def save_template(desk: Desk, owner: QObject) -> None:
    """Ask where the empty workbook goes, and write it there."""
    people = desk.meldboek.people
    save_workbook(
        desk,
        owner,
        _("meldboek-sjabloon.xlsx"),
        _("Leeg sjabloon bewaren"),
        lambda: tuple(line.name for line in people.groups()),
        template_workbook,
    )


def save_comparison(desk: Desk, owner: QObject, draft: Draft | None) -> None:
    """Ask where the workbook with everything that would change goes, and write it there."""
    if draft is None:
        return
    heads = (_("Soort"), _("Naam"), _("Nummer"), _("Groep"), _("Wat er verandert"), _("Besluit"))
    sheet = Sheet(_("Vergelijking"), heads, tuple(_compared(row, draft.decision(row)) for row in draft.rows))
    title = _("Vergelijking bewaren")
    save_workbook(desk, owner, _("vergelijking.xlsx"), title, lambda: [sheet], workbook)


def _compared(row: Row, decision: Decision) -> tuple[str, ...]:
    tag = words.decision_tag(row, decision)
    number = row.pupil.number if row.pupil else ""
    what = words.what_changes(row, decision)
    return (words.row_tag(row).text, full(row.name), number, row.group, what, tag.text if tag else "")


def save_rejected(desk: Desk, owner: QObject, result: Result | None) -> None:
    """Ask where the workbook of the rejected rows goes, and write it there."""
    if result is None:
        return
    heads, *rows = rejected_rows(result.rejected)
    sheet = Sheet(_("Niet overgenomen"), tuple(map(str, heads)), tuple(rows))  # type: ignore[arg-type] # texts and numbers
    title = _("Niet overgenomen rijen bewaren")
    save_workbook(desk, owner, _("niet-overgenomen.xlsx"), title, lambda: [sheet], workbook)
