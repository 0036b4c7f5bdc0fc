"""Gets the sheets out of a file, whatever its format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from app.imports.columns.layout import Sheet
from app.imports.formats.files import FileKind
from app.imports.refusal import FileRefusedError

_READERS = {
    FileKind.WORKBOOK: "workbooks",
    FileKind.HTML: "web_pages",
    FileKind.TEXT: "separated",
    FileKind.SPREADSHEET_XML: "spreadsheet_xml",
}


def sheets(path: Path, kind: FileKind) -> list[Sheet]:
    """All sheets of a file. Raises FileRefusedError when it cannot be read or has none."""
    if kind not in _READERS:
        raise FileRefusedError("imports.no_workbook")
    reader = import_module(f"app.imports.formats.{_READERS[kind]}")  # only this one: the child has to start quickly
    return cast("list[Sheet]", reader.sheets(path))
