"""Writes one and the same table in every format that schools export."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from pathlib import Path

from openpyxl import Workbook

from tests.imports import old_excel

Sheets = Sequence[tuple[str, Sequence[Sequence[object]]]]
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def excel(path: Path, sheets: Sheets) -> None:
    """A workbook of Excel."""
    book = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    book.save(path)


def old(path: Path, sheets: Sheets) -> None:
    """A workbook of Excel 97."""
    old_excel.write(path, sheets)


def said(cell: object) -> str:
    """A cell as a text file has it."""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return "" if cell is None else str(cell)


def page(path: Path, sheets: Sheets) -> None:
    """A web page that calls itself a workbook."""
    rows = [row for _name, some in sheets for row in some]
    body = "".join("<tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    path.write_text(f"<html><head><meta charset='utf-8'></head><body><table>{body}</table></body></html>", "utf-8")


def _html(cell: object) -> str:
    return escape(said(cell)).replace("\n", "<br>") or "&nbsp;"


def bare_xml(path: Path, sheets: Sheets) -> None:
    """SpreadsheetML as other programs than Excel write it, without prefixes."""
    xml(path, sheets)
    text = path.read_text("utf-8").replace("xmlns:ss=", "xmlns=").replace("ss:", "")
    path.write_text(text, "utf-8")


def xml(path: Path, sheets: Sheets) -> None:
    """SpreadsheetML of Excel 2003; leaves empty cells out and numbers the next one."""
    parts = []
    for name, rows in sheets:
        lines = [f"<ss:Row>{_xml_cells(row)}</ss:Row>" for row in rows]
        parts.append(f'<ss:Worksheet ss:Name="{escape(name)}"><ss:Table>{"".join(lines)}</ss:Table></ss:Worksheet>')
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' + "".join(parts) + "</ss:Workbook>",
        "utf-8",
    )


def _xml_cells(row: Sequence[object]) -> str:
    cells = []
    for place, cell in enumerate(row, 1):
        if cell in (None, ""):
            continue
        if isinstance(cell, date):
            kind, text = "DateTime", f"{cell.isoformat()}T00:00:00.000"
        else:
            kind, text = ("Number" if isinstance(cell, int | float) else "String"), escape(str(cell))
        cells.append(f'<ss:Cell ss:Index="{place}"><ss:Data ss:Type="{kind}">{text}</ss:Data></ss:Cell>')
    return "".join(cells)


def open_document(path: Path, sheets: Sheets) -> None:
    """A spreadsheet of LibreOffice, with the empty cells and rows that it puts behind everything."""
    tables = []
    for name, rows in sheets:
        body = "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}"
            '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
            for row in rows
        )
        rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        tables.append(f'<table:table table:name="{escape(name)}">{body}{rest}</table:table>')
    open_document_of("".join(tables), path)


def open_document_of(tables: str, path: Path) -> Path:
    """A spreadsheet of LibreOffice with these tables."""
    names = "".join(
        f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<manifest><file-entry media-type="{_ODS}"/></manifest>')
    return path


def _ods_cell(cell: object) -> str:
    if cell in (None, ""):
        return "<table:table-cell/>"
    if isinstance(cell, date | int | float):
        kind, name = ("date", "date-value") if isinstance(cell, date) else ("float", "value")
        value = f'office:value-type="{kind}" office:{name}="{cell}"'
        return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(cell).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def separated(separator: str, encoding: str, first: str = "") -> Callable[[Path, Sheets], None]:
    """A writer of text files with this separator, encoding and first line."""

    def write(path: Path, sheets: Sheets) -> None:
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=separator)
        for _name, rows in sheets:
            writer.writerows([said(cell) for cell in row] for row in rows)
        path.write_bytes((first + text.getvalue()).encode(encoding, "replace"))

    return write


WRITERS: dict[str, tuple[str, Callable[[Path, Sheets], None]]] = {
    "xlsx": (".xlsx", excel),
    "xlsm": (".xlsm", excel),
    "xls": (".xls", old),
    "page": (".xls", page),
    "xml": (".xls", xml),
    "bare xml": (".xml", bare_xml),
    "ods": (".ods", open_document),
    "semicolon": (".csv", separated(";", "cp1252")),
    "comma": (".csv", separated(",", "utf-8-sig")),
    "tab": (".txt", separated("\t", "utf-16")),
    "utf8": (".csv", separated(";", "utf-8")),
    "pipe": (".txt", separated("|", "utf-8")),
    "tab8": (".txt", separated("\t", "utf-8")),
    "comma1252": (".csv", separated(",", "cp1252")),
    "utf16be": (".csv", separated("\t", "utf-16-be", "\ufeff")),
    "utf16le": (".txt", separated(";", "utf-16-le")),
    "septab": (".csv", separated("\t", "utf-16", "sep=\t\r\n")),
    "cp850": (".csv", separated(";", "cp850")),
    "mac": (".csv", separated(";", "mac_roman")),
    "sep": (".csv", separated(";", "cp1252", "sep=;\r\n")),
}
