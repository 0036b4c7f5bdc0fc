"""The list of cases as a workbook, as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cases.lines import CaseLine
from app.cases.texts import word
from app.kernel.texts import _
from app.sheets.workbook import Sheet, workbook


def as_workbook(lines: Sequence[CaseLine]) -> bytes:
    """One row per case; what happened and who reported it stay inside."""
    heads = (
        _("Nummer"),
        _("Zaak"),
        _("Betrokkenen"),
        _("Zwaarte"),
        _("Fase"),
        _("Behandelaar"),
        _("Geopend"),
        _("Laatst gewijzigd"),
    )
    rows = tuple(
        (
            line.number,
            line.title,
            line.involved,
            word("severity", line.severity),
            word("status", line.status),
            line.owner,
            line.opened_at.date(),
            line.changed_at.date(),
        )
        for line in lines
    )
    return workbook([Sheet(_("Zaken"), heads, rows)])


def write(path: Path, lines: Sequence[CaseLine]) -> Path:
    """Write the workbook and give its place."""
    path.write_bytes(as_workbook(lines))
    return path
