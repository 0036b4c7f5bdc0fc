"""Gets the sheets out of a file: workbooks by calamine, text and web pages by the standard library."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from app.imports.cells import Cell
from app.imports.files import FileKind
from app.imports.layout import Row, Sheet
from app.imports.refusal import FileRefusedError

_SEPARATORS = ";,\t|"


def sheets(path: Path, kind: FileKind) -> list[Sheet]:
    """All sheets of a file. Raises FileRefusedError when it cannot be read."""
    if kind is FileKind.WORKBOOK:
        return _workbook(path)
    text = _decoded(path.read_bytes())
    return [_web_page(text)] if kind is FileKind.HTML else [_separated(text)]


def _workbook(path: Path) -> list[Sheet]:
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        return [Sheet(name, _rows(workbook, name)) for name in workbook.sheet_names]
    except PasswordError:
        raise FileRefusedError("imports.protected") from None
    except CalamineError as error:
        protected = "password" in str(error).lower()
        raise FileRefusedError("imports.protected" if protected else "imports.no_workbook") from None


def _rows(workbook: CalamineWorkbook, name: str) -> list[Row]:
    return cast("list[Row]", workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separated(text: str) -> Sheet:
    first, _, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep="):
        separator = first.strip().strip('"')[4:5] or ";"
        rows = list(csv.reader(io.StringIO(rest, newline=""), delimiter=separator))
        return Sheet("", [[], *rows])
    head = text[:20_000]
    separator = max(_SEPARATORS, key=head.count)
    csv.field_size_limit(1_000_000)
    try:
        return Sheet("", list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error:
        raise FileRefusedError("imports.no_workbook") from None


class _Tables(HTMLParser):
    """Collects the cells of every table row of a web page; a heading above a table becomes a row of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") or (tag in ("h1", "h2", "h3", "caption") and self._cell is None):
            self._close()
            if tag[0] != "t":
                self.rows.append([])
            self._cell, self._span = [], _span(dict(attrs).get("colspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "h1", "h2", "h3", "caption", "table"):
            self._close()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None and self.rows:
            self.rows[-1] += ["".join(self._cell), *[""] * (self._span - 1)]
        self._cell = None


def _span(said: str | None) -> int:
    return min(int(said), 100) if said and said.isdigit() and int(said) else 1


def _web_page(text: str) -> Sheet:
    page = _Tables()
    page.feed(text)
    page.close()
    return Sheet("", page.rows)
