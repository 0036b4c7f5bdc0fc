"""Web pages with a table, mostly called .xls."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from app.imports.columns.headings import heading
from app.imports.columns.layout import Sheet
from app.imports.content.cells import Cell
from app.imports.formats.decoding import decoded
from app.imports.limits import LONGEST_CELL, MOST_BYTES_OF_PAGE
from app.imports.refusal import FileRefusedError

_WIDEST = 200
_MOST_COLUMNS = 2000
_MOST_OPEN = 100
_LONGEST_TAG = 4000
_SILENT = frozenset({"script", "style", "head", "title"})
_CELLS = frozenset({"td", "th"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_PART = re.compile(
    rf"""<!--.*?-->|<[!?][^>]{{0,{_LONGEST_TAG}}}>
    |<(?P<end>/?)(?P<tag>[a-z][^\s<>/"']*)
     (?P<more>(?:[^<>"']|"[^"<]{{0,{_LONGEST_TAG}}}"|'[^'<]{{0,{_LONGEST_TAG}}}')*+|[^<>]{{0,{_LONGEST_TAG}}})>
    |(?P<text>[^<]+|<)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE | re.ASCII)


class _Tables:
    """Collects the cells of every table row; text outside a table becomes a row of its own, as a title.

    Looks for nothing but tables, which is several times as quick as understanding the page.
    """

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self._said: list[str] = []
        self._length = 0
        self._in_cell = False
        self._silent = ""
        self._across = self._down = 1
        self._covered: set[int] = set()
        self._below: dict[int, int] = {}  # column -> rows that a cell above still covers
        self._above: dict[int, str] = {}  # what such a cell says; a heading says it once

    def read(self, page: str) -> None:
        """Go through the whole page; what no tag closed counts, too."""
        for part in _PART.finditer(page):
            if text := part["text"]:
                self._hear(text)
            elif tag := part["tag"]:
                self._end(tag.lower()) if part["end"] else self._begin(tag.lower(), part["more"])
        self._close()

    def _begin(self, tag: str, more: str) -> None:
        if tag == "body" and self._silent in ("head", "title"):
            self._silent = ""
        elif tag in _SILENT:
            self._silent = self._silent or tag
        elif tag == "tr":
            self._close()
            self.rows.append([])
            self._cover()
        elif tag in _CELLS:
            self._close()
            said = {name.lower(): min(int(number), _WIDEST) or 1 for name, number in _SPAN.findall(more)}
            self._in_cell, self._across, self._down = True, said.get("colspan", 1), said.get("rowspan", 1)
        elif tag in _BREAKS and self._in_cell:
            self._said.append("\n")
        elif not self._in_cell and (tag in _BREAKS or tag == "table"):
            self._close()

    def _end(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in _CELLS or tag in ("tr", "table", "caption") or (tag[0] == "h" and not self._in_cell):
            self._close()

    def _hear(self, text: str) -> None:
        if self._silent:
            return
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise FileRefusedError("imports.too_large")
        self._said.append(unescape(text) if "&" in text else text)

    def _close(self) -> None:
        text = "".join(self._said)
        if self._in_cell and self.rows:
            row = self.rows[-1]
            for offset in range(self._across):
                if self._down > 1:
                    self._below[len(row)] = self._down - 1
                    self._above[len(row)] = "" if offset or heading(text[:120]).target else text
                row.append(text if not offset else "")
            self._fill(row)
        elif text.strip():
            self.rows.append([text])
        self._said, self._length, self._in_cell = [], 0, False

    def _cover(self) -> None:
        self._covered = {column for column, left in self._below.items() if left > 0}
        self._below = {column: left - 1 for column, left in self._below.items() if left > 1}
        self._fill(self.rows[-1])

    def _fill(self, row: list[Cell]) -> None:
        """Say again what a cell above says of the places that it covers."""
        while len(row) in self._covered:
            row.append(self._above.get(len(row), ""))
        if len(row) > _MOST_COLUMNS:
            raise FileRefusedError("imports.too_large")


def sheets(path: Path) -> list[Sheet]:
    """The one sheet that all tables of a page make together."""
    if path.stat().st_size > MOST_BYTES_OF_PAGE:
        raise FileRefusedError("imports.too_large")
    text = decoded(path.read_bytes())
    _check_tags(text)
    page = _Tables()
    page.read(text)
    return [Sheet("", page.rows)]


def _check_tags(text: str) -> None:
    """Tags and comments that nobody closes make the parser look through the rest again and again."""
    tags, comments = text.count("<") - text.count(">"), text.count("<!--") - text.count("-->")
    if tags > _MOST_OPEN or comments > _MOST_OPEN:
        raise FileRefusedError("imports.damaged")
