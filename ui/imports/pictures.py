"""The states of the wizard for the pictures: a list is made of the school itself, with something changed in it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.imports.results import KeptLine, UndoPreview
from app.kernel.names import full
from app.people.export import USUAL, pupils_sheet
from app.sheets.workbook import Sheet, Value, workbook
from ui.imports.draft import TO_CHECK
from ui.imports.undo import UndoSheet
from ui.kit.desk import Desk
from ui.kit.page import Picture

if TYPE_CHECKING:
    from ui.imports.page import ImportsPage


def pictures(_desk: Desk) -> Sequence[Picture]:
    """Every step of the wizard."""
    return (
        Picture("imports"),
        Picture("imports_recognised", _read),
        Picture("imports_unrecognised", _read_strange),
        Picture("imports_compare", _compare),
        Picture("imports_check", lambda page: _compare(page, TO_CHECK)),
        Picture("imports_missing", lambda page: _compare(page, "missing")),
        Picture("imports_result", _take_over),
        Picture("imports_undo", _undo),
    )


def _read(page: ImportsPage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page.read(_list(page, Path(folder)))


def _read_strange(page: ImportsPage) -> None:
    """A list of which no heading says anything."""
    heads = ("Spalte 1", "Spalte 2", "Spalte 3")
    rows = (("Noor", "de Graaf", "5A"), ("Mees", "Bakker", "5A"), ("Aylin", "Öztürk", "5B"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "andere_koppen.xlsx"
        path.write_bytes(workbook([Sheet("Blad1", heads, rows)]))
        page.read(path)


def _compare(page: ImportsPage, tab: object = "") -> None:
    _read(page)
    page.look()
    if tab:
        page.compare.show_tab(tab)


def _take_over(page: ImportsPage) -> None:
    """As it would be: the school of the pictures stays as it is."""
    _compare(page)
    if page.draft is not None:
        page.show_result(page.draft.result())


def _undo(page: ImportsPage) -> None:
    """As it would be days later: the school of the pictures has no list to undo."""
    cards = page.desk.meldboek.people.enrolled()
    reasons = ("imports.kept_changed", "imports.kept_answer", "imports.kept_letter")
    kept = tuple(KeptLine(card.id, full(card.name), why) for card, why in zip(cards, reasons, strict=False))
    at, name = page.desk.meldboek.clock.now(), page.desk.meldboek.user.name
    preview = UndoPreview(0, at, name, "leerlingen_november.xlsx", 27, 14, kept)
    page.desk.dialogs.open(UndoSheet(page.desk, preview, lambda _result: None))


def _list(page: ImportsPage, folder: Path) -> Path:
    """The list of a new month: some moved, some gone, one new, one that looks like another, one without a name."""
    cards = page.desk.meldboek.people.enrolled()
    sheet = pupils_sheet(cards, USUAL)
    rows = [list(row) for row in sheet.rows]
    first, last, born, group = (
        sheet.heads.index(head) for head in ("Roepnaam", "Achternaam", "Geboortedatum", "Groep")
    )
    for row in rows[5:9]:
        row[group] = rows[0][group]
    email = sheet.heads.index("E-mail verzorger 1")
    rows[12][email] = "nieuw.adres@voorbeeld.nl"
    twin: list[Value] = [*rows[3]]
    twin[0], twin[born] = "20269001", date(2019, 3, 2)
    fresh: list[Value] = [*rows[20]]
    fresh[0], fresh[first], fresh[last] = "20269002", "Fien", "Zandstra"
    nameless: list[Value] = [*rows[22]]
    nameless[0], nameless[born] = "20269003", "31-31-2018"
    kept = [*rows[:-4], twin, fresh, nameless]
    heads = (*sheet.heads, "BSN")
    path = folder / "leerlingen_november.xlsx"
    path.write_bytes(workbook([Sheet("Leerlingen", heads, tuple((*row, "111222333") for row in kept))]))
    return path
