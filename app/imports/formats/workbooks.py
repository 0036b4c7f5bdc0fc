"""Workbooks of Excel and LibreOffice, read by calamine: values only, macros and formulas are never run."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from app.imports.columns.layout import Row, Sheet
from app.imports.refusal import FileRefusedError

_FROM_1904 = 1462  # days between both beginnings
_IS_1904 = re.compile(rb'date1904="(?:1|true)"')
_LOOKED_AT = 1024 * 1024
_BOOK = re.compile(rb"\x09\x08[\x08\x10]\x00\x00\x06\x05\x00")  # where the records of the whole workbook begin
_FIRST_RECORDS, _DATE_MODE = 8192, 0x22


def sheets(path: Path) -> list[Sheet]:
    """All sheets that can be seen; when there are none, the hidden ones."""
    try:
        return _sheets(path)
    except PasswordError:
        raise FileRefusedError("imports.protected") from None
    except CalamineError as error:
        protected = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise FileRefusedError("imports.protected" if protected else "imports.damaged") from None
    except (ValueError, OverflowError, UnicodeError, IndexError, OSError, EOFError):
        raise FileRefusedError("imports.damaged") from None
    except MemoryError:
        raise FileRefusedError("imports.too_large") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # calamine, written in Rust, gave up on broken content
            raise
        raise FileRefusedError("imports.damaged") from None


def _sheets(path: Path) -> list[Sheet]:
    with path.open("rb") as file:  # from a path it would believe the ending of the name
        workbook = CalamineWorkbook.from_filelike(file)
    tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    seen = [sheet for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    later = _FROM_1904 if _counts_from_1904(path) else 0
    return [Sheet(sheet.name, _rows(workbook, sheet.name), later) for sheet in seen or tables]


def _counts_from_1904(path: Path) -> bool:
    """Whether a workbook was made by an old Excel of Apple, which calls 2 January 1904 day 1."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            return _says_1904(file.read(_LOOKED_AT))
    with zipfile.ZipFile(path) as archive:
        name = "xl/workbook.xml"
        return name in archive.namelist() and _IS_1904.search(archive.read(name)[:_LOOKED_AT]) is not None


def _says_1904(head: bytes) -> bool:
    """The same of a workbook of Excel 97, whose first records say so."""
    found = _BOOK.search(head)
    at = found.start() if found else len(head)
    last = min(at + _FIRST_RECORDS, len(head) - 6)
    while at <= last:
        kind, length, value = struct.unpack_from("<HHH", head, at)
        if kind == _DATE_MODE:
            return bool(value == 1)
        at += 4 + length
    return False


def _rows(workbook: CalamineWorkbook, name: str) -> list[Row]:
    return cast("list[Row]", workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
