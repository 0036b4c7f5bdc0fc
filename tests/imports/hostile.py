"""Files that are broken, wrong or meant to harm: by name, each made when it is asked for."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from openpyxl import Workbook

from tests.imports import old_excel, writers

Made = Callable[[], bytes]
HEADINGS: list[object] = ["Nummer", "Roepnaam", "Achternaam", "Groep"]
ROWS: list[list[object]] = [HEADINGS, *([number, "Noor", f"Bos{number}", "5A"] for number in range(1, 40))]
EDEX = (
    "<EDEX><school><brincode>99ZZ</brincode></school><leerlingen>"
    + "".join(
        f"<leerling key='{n}'><achternaam>Bos{n}</achternaam><roepnaam>Noor</roepnaam></leerling>" for n in range(40)
    )
    + "</leerlingen></EDEX>"
).encode()
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


def sound(folder: Path) -> dict[str, bytes]:
    """A good list in every format."""
    found = {"edexml": EDEX}
    for name, (ending, write) in writers.WRITERS.items():
        path = folder / f"goed{ending}"
        write(path, [("Blad1", ROWS)])
        found[name] = path.read_bytes()
        path.unlink()
    return found


def spoiled(good: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The good lists, cut off and damaged in many places."""
    for name in ("xlsx", "xls", "ods", "xml", "edexml", "page", "tab"):
        content = good[name]
        for part in (1, 5, 20, 50, 80, 97):
            yield f"{name} cut at {part} %", content[: max(len(content) * part // 100, 1)]
    for name in ("xlsx", "xls", "ods", "xml", "edexml"):
        for seed in range(8):
            random, broken = Random(seed), bytearray(good[name])  # noqa: S311 - damage, not secrets
            for _ in range(12):
                broken[random.randrange(16, len(broken))] = random.randrange(256)
            yield f"{name} damaged {seed}", bytes(broken)
        yield f"{name} with a hole", good[name][:600] + bytes(512) + good[name][1112:]


def _zip(**parts: bytes | str) -> bytes:
    said = io.BytesIO()
    with zipfile.ZipFile(said, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return said.getvalue()


def _sheet(body: str, before: str = "") -> bytes:
    return _zip(xl__workbook_xml="<workbook/>", xl__worksheets__sheet1_xml=f"{before}<worksheet>{body}</worksheet>")


def _ods(tables: str) -> Made:
    def made() -> bytes:
        path = Path("/dev/shm/mengsel.ods") if Path("/dev/shm").is_dir() else Path("mengsel.ods")  # noqa: S108
        content = writers.open_document_of(tables, path).read_bytes()
        path.unlink()
        return content

    return made


def _book(fill: Callable[[Workbook], None]) -> Made:
    def made() -> bytes:
        book, said = Workbook(), io.BytesIO()
        fill(book)
        book.save(said)
        return said.getvalue()

    return made


def _empty_rows(book: Workbook) -> None:
    for row in ROWS:
        book.worksheets[0].append(row)
    book.worksheets[0].cell(1_048_576, 3).number_format = "0.00"


def _last_row(book: Workbook) -> None:
    book.worksheets[0].append(["Roepnaam", "Achternaam"])
    book.worksheets[0].cell(1_048_576, 2).value = "einde"


def _many_sheets(book: Workbook) -> None:
    for number in range(300):
        book.create_sheet(f"Groep {number}").append(["Roepnaam", "Achternaam"])


def _long_cells(book: Workbook) -> None:
    for sign in ("a", "1", "@", "a@", "(", ", ", "de ", "06 ", "1-", "\n"):
        book.worksheets[0].append(["Roepnaam", "Achternaam", "Ouders", "E-mail", "Telefoon", "Geboortedatum", "Groep"])
        book.worksheets[0].append([(sign * 32_000)[:32_000]] * 7)


BINARY: dict[str, bytes] = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200),
    "gif": b"GIF89a" + bytes(100),
    "program": b"MZ\x90\x00" + bytes(500),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(500),
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(range(256)),
    "rar": b"Rar!\x1a\x07\x00" + bytes(range(256)),
    "sqlite": b"SQLite format 3\x00" + bytes(1000),
    "rtf": b"{\\rtf1\\ansi Klassenlijst}",
    "json": b'{"Roepnaam": "Noor"}',
    "mail": b"From: a@b.nl\r\nSubject: Klassenlijst\r\n\r\nGroep 5A",
    "poem": b"Een gedicht zonder kolommen\nmaar met twee regels",
    "word": _zip(word__document_xml="<document/>"),
    "empty zip": b"PK\x05\x06" + bytes(18),
    "zip in zip": _zip(a=_zip(b=_zip(c="x"))),
    "old word": old_excel.container(bytes(5000), "WordDocument"),
    "no biff": old_excel.container(b"geen biff" * 700),
    "random biff": old_excel.container(Random(1).randbytes(9000)),  # noqa: S311
    "endless record": old_excel.container(struct.pack("<HH", 0x809, 0xFFFF) * 2000),
    "ole loop": old_excel.container(b"x" * 5000)[:512] + b"\x00" * 4096,
    "protected office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + bytes(600)
    + "EncryptedPackage".encode("utf-16-le")
    + bytes(600),
    "protected old": old_excel.container(old_excel.record(0x809, bytes(16)) + old_excel.record(0x2F, bytes(54))),
    "nothing": b"",
    "blanks": b" \r\n\t" * 300,
    "only a mark": b"\xef\xbb\xbf",
    "zeros": bytes(200_000),
    "noise": Random(2).randbytes(100_000),  # noqa: S311
    "headings alone": b"Roepnaam;Achternaam;Groep\r\n",
    "binary in text": b"Roepnaam;Achternaam\r\n" + bytes(range(256)) * 8,
    "zeros in text": b"Roepnaam;Achter\x00naam;Groep\r\nNoor\x00;B\x00os;5\r\n" + b"Pim;Bos;5\r\n" * 9,
    "strange web page": b"<html><table>" + b"<tr><td colspan=999999999 rowspan=999999999>x</td></tr>" * 400,
    "xml of another kind": b"<?xml version='1.0'?><rss><channel/></rss>",
    "edexml without pupils": b"<EDEX><school/></EDEX>",
    "surrogates": b"<EDEX><leerlingen><leerling><roepnaam>&#xD800;Noor</roepnaam></leerling></leerlingen></EDEX>",
}
LARGE: dict[str, Made] = {
    "far cell": lambda: _sheet('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'),
    "far cell late": lambda: _sheet('<c r="A1"><v>1</v></c>' * 50_000 + '<c r="ZZ99999"><v>1</v></c>'),
    "declared sheet": lambda: _sheet("<sheetData/>", f"{LAUGHS}]>"),
    "packed tight": lambda: _sheet("0" * 30_000_000),
    "thousands of parts": lambda: _zip(xl__workbook_xml="<workbook/>", **{f"xl__p{n}": "" for n in range(2500)}),
    "shared text": lambda: _zip(xl__workbook_xml="<workbook/>", xl__sharedStrings_xml="<sst>" + "x" * 40_000_000),
    "ods columns": _ods(
        '<table:table><table:table-row><table:table-cell office:value-type="float" office:value="1" '
        'table:number-columns-repeated="900000000"/></table:table-row></table:table>'
    ),
    "ods rows": _ods(
        '<table:table><table:table-row table:number-rows-repeated="900000000"><table:table-cell '
        'office:value-type="float" office:value="1"/></table:table-row></table:table>'
    ),
    "ods declared": _ods(f"{LAUGHS}]>"),
    "laughing xml": f"<?xml version='1.0'?>{LAUGHS}]><Workbook>&j;</Workbook>".encode,
    "laughing edexml": f"<?xml version='1.0'?>{LAUGHS}]><EDEX>&j;</EDEX>".encode,
    "outside edexml": lambda: b"<!DOCTYPE EDEX SYSTEM 'file:///etc/passwd'><EDEX><leerlingen/></EDEX>",
    "late doctype": lambda: (
        b"<?xml version='1.0'?><!-- " + b"x" * 9000 + b"--><!DOCTYPE EDEX [<!ENTITY a 'b'>]><EDEX/>"
    ),
    "deep xml": lambda: b"<EDEX>" + b"<a>" * 300_000,
    "deep page": lambda: b"<html>" + b"<table><tr><td>" * 100_000,
    "long text in xml": lambda: b"<EDEX><leerlingen><leerling><roepnaam>" + b"x" * 9_000_000,
    "many attributes": lambda: b"<EDEX " + b" ".join(b'a%d="1"' % n for n in range(100_000)) + b"/>",
    "xml far row": lambda: b"<Workbook><Worksheet><Table><Row Index='999999999'><Cell><Data>x</Data></Cell></Row>",
    "xml far cell": lambda: b"<Workbook><Worksheet><Table><Row><Cell Index='9999999'><Data>x</Data></Cell></Row>",
    "unclosed comments": lambda: b"<html><table>" + b"<!--" * 200_000,
    "half tags": lambda: b"<html><table>" + b"<td " * 200_000,
    "page of scripts": lambda: b"<html><table>" + b"<script>" * 400_000,
    "page of quotes": lambda: b"<html><table>" + b"<td title=\"'" * 200_000 + b">" * 200_000,
    "unreadable dates": lambda: (
        b"Naam;Geboortedatum\r\n" + b"".join(b"Noor Bos;99-99-%d\r\n" % number for number in range(60_000))
    ),
    "one line": lambda: b"Roepnaam;Achternaam;" + b"x" * 50_000_000,
    "long fields": lambda: b"Roepnaam;Achternaam\r\n" + b";".join([b"y" * 50_000] * 100),
    "unclosed quote": lambda: b'Roepnaam;Achternaam\r\n"Noor;Bos\r\n' + b"Pim;Bos\r\n" * 20_000,
    "empty lines": lambda: b"Roepnaam;Achternaam\r\nNoor;Bos\r\n" + b";;;;;;;;;;\r\n" * 1_048_576,
    "wide text": lambda: b"Roepnaam;Achternaam" + b";Groep" * 16_384 + b"\r\nNoor;Bos\r\n",
    "many columns": lambda: (b";" * 10_000 + b"\r\n") * 600,
    "text too large": lambda: b"Roepnaam;Achternaam\r\n" + b"Noor;Bos\r\n" * 4_500_000,
    "page too large": lambda: b"<html><table>" + b"<tr><td>Noor</td></tr>" * 700_000,
    "empty rows": _book(_empty_rows),
    "last row": _book(_last_row),
    "many sheets": _book(_many_sheets),
    "long cells": _book(_long_cells),
}
