"""Makes class lists of many shapes, all fictitious, for the tests of imports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

Row = Sequence[object]
HEADINGS = (
    *("Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Groep", "Leerjaar"),
    *("Verzorger 1", "E-mail verzorger 1", "Telefoon verzorger 1", "Gezag verzorger 1"),
    *("Verzorger 2", "E-mail verzorger 2", "Telefoon verzorger 2", "Gezag verzorger 2"),
)
NOOR = (
    *(1001, "Noor", "de", "Graaf", date(2017, 6, 21), "Groep 5a", 5),
    *("Ilse de Graaf", "ILSE@Voorbeeld.nl ", 612345678, "ja"),
    *("R. van den Berg", "rob@voorbeeld.nl", "053-432 80 80", "nee"),
)
AYLIN = (1002, "Aylin", None, "Öztürk", "30-1-2017", "5A", 5, "Leyla Öztürk", None, "0687654321", None)


def workbook(path: Path, *rows: Row, title: str = "Blad1") -> Path:
    """An Excel file with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def clean(path: Path) -> Path:
    """The clean list: one row of headings, two pupils."""
    return workbook(path, HEADINGS, NOOR, AYLIN)


def separated(path: Path, *rows: Row, separator: str = ";", encoding: str = "cp1252", before: str = "") -> Path:
    """A text file with these rows."""
    body = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_bytes((before + body + "\r\n").encode(encoding))
    return path
