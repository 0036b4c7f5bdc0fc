"""Gets the sheets out of a file, whatever its format."""

from __future__ import annotations

from pathlib import Path

from app.imports.files import FileKind
from app.imports.formats import separated, spreadsheet_xml, web_pages, workbooks
from app.imports.layout import Sheet
from app.imports.refusal import FileRefusedError

_READERS = {
    FileKind.WORKBOOK: workbooks.sheets,
    FileKind.HTML: web_pages.sheets,
    FileKind.TEXT: separated.sheets,
    FileKind.SPREADSHEET_XML: spreadsheet_xml.sheets,
}


def sheets(path: Path, kind: FileKind) -> list[Sheet]:
    """All sheets of a file. Raises FileRefusedError when it cannot be read or has none."""
    reader = _READERS.get(kind)
    if reader is None:
        raise FileRefusedError("imports.no_workbook")
    return reader(path)
