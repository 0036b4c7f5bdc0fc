"""An empty workbook to fill in by hand: a sheet that explains, and lists with choices and formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.kernel.texts import _
from app.sheets.workbook import DAY, TEXT, put, saved

LAST = 2000  # as many rows have their choices and formats
_HEAD, _NEEDED = PatternFill("solid", fgColor="E7E6E1"), PatternFill("solid", fgColor="DCECEC")
_CHOICES = "Keuzes"


@dataclass(frozen=True)
class Blank:
    """One column to fill in; ``choices`` may be left for something else when ``open`` says so."""

    head: str
    told: str
    example: str = ""
    needed: bool = False
    day: bool = False
    choices: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class BlankList:
    """One tab to fill in."""

    title: str
    columns: tuple[Blank, ...]


def blank_workbook(title: str, steps: Sequence[str], lists: Sequence[BlankList]) -> bytes:
    """The finished .xlsx file: what to do first, then a tab for each list."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Uitleg"
    _explain(first, title, steps, lists)
    pages = [(book.create_sheet(one.title), one) for one in lists]
    choices = book.create_sheet(_CHOICES)
    choices.sheet_state = "hidden"
    for page, one in pages:
        _lay_out(page, one, choices)
    return saved(book)


def _explain(page: Worksheet, title: str, steps: Sequence[str], lists: Sequence[BlankList]) -> None:
    put(page, 1, 1, title).font = Font(bold=True, size=14)
    for row, step in enumerate(steps, 3):
        put(page, row, 1, step).alignment = Alignment(wrap_text=True, vertical="top")
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=4)
        page.row_dimensions[row].height = 32
    row = len(steps) + 4
    for one in lists:
        row = _describe(page, one, row)
    for letter, width in zip("ABCD", (28, 62, 24, 12), strict=True):
        page.column_dimensions[letter].width = width


def _describe(page: Worksheet, one: BlankList, row: int) -> int:
    """The columns of one list under each other; gives the row after them."""
    put(page, row, 1, _("Blad {sheet}").format(sheet=one.title)).font = Font(bold=True, size=12)
    heads = (_("Kolom"), _("Wat u invult"), _("Voorbeeld"), _("Nodig"))
    for at, text in enumerate(heads, 1):
        cell = put(page, row + 1, at, text)
        cell.font, cell.fill = Font(bold=True), _HEAD
    for number, column in enumerate(one.columns, row + 2):
        texts = (column.head, column.told, column.example, _("ja") if column.needed else "")
        for at, text in enumerate(texts, 1):
            if text:
                put(page, number, at, text).alignment = Alignment(wrap_text=True, vertical="top")
    return row + len(one.columns) + 3


def _lay_out(page: Worksheet, one: BlankList, choices: Worksheet) -> None:
    for at, column in enumerate(one.columns, 1):
        letter = get_column_letter(at)
        head = put(page, 1, at, column.head)
        head.font, head.fill = Font(bold=True), _NEEDED if column.needed else _HEAD
        page.column_dimensions[letter].number_format = DAY if column.day else TEXT
        page.column_dimensions[letter].width = max(len(column.head) + 3, 13)
        _guide(page, column, f"{letter}2:{letter}{LAST}", choices)
    page.freeze_panes = "A2"


def _guide(page: Worksheet, column: Blank, cells: str, choices: Worksheet) -> None:
    """Tell what belongs in a column as soon as one of its cells is chosen, and refuse what cannot be right."""
    if column.day:
        rule = DataValidation("date", operator="between", formula1="DATE(1900,1,1)", formula2="DATE(2200,1,1)")
        rule.error, rule.errorTitle = _("Vul een datum in, zoals 21-06-2018."), _("Geen datum")
    elif column.choices:
        rule = DataValidation("list", formula1=_listed(column.choices, choices))
        rule.error, rule.errorTitle = _("Kies een van de woorden uit het lijstje."), _("Staat niet in het lijstje")
    else:
        return
    rule.allow_blank, rule.showErrorMessage = True, not column.open
    rule.showInputMessage, rule.promptTitle, rule.prompt = True, column.head[:32], column.told[:255]
    page.add_data_validation(rule)
    rule.add(cells)


def _listed(words: Sequence[str], choices: Worksheet) -> str:
    at = choices.max_column + 1 if choices.cell(1, 1).value is not None else 1
    for row, word in enumerate(words, 1):
        put(choices, row, at, word)
    letter = get_column_letter(at)
    return f"{quote_sheetname(choices.title)}!${letter}$1:${letter}${len(words)}"
