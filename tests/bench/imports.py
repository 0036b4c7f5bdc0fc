"""Class lists: from file to committed against the least that any program would have to do, preview, memory, growth."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sqlalchemy.engine.interfaces import DBAPICursor

from app.imports.service import Imports
from app.kernel.clock import FixedClock, at
from app.people.service import People
from app.vault.drawers.database import Drawer
from app.vault.store import create_store
from tests.bench.measuring import Measured
from tests.builders import CHEAP, DIRECTOR, SCHOOL

PUPILS, PREVIEWED = 5_000, 1_000
SIZES = (500, PUPILS, 50_000)
_TABLES = ("persons", "pupils", "school_groups", "memberships", "guardian_relations", "authority_statements")
_HEADINGS = (
    *("Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Groep", "Leerjaar"),
    *("Naam verzorger 1", "E-mail verzorger 1", "Telefoon verzorger 1", "Gezag verzorger 1"),
    *("Naam verzorger 2", "E-mail verzorger 2", "Telefoon verzorger 2", "Gezag verzorger 2"),
)
_FIRST = "Noor Mees Elif Sem Saar Finn Aylin Daan Tess Luuk Yara Ravi Zoë Björn".split()  # noqa: SIM905 - easier to read
_LAST = "Graaf Bakker Yılmaz Öztürk Berg Vries Jansen Smit Mulder Haar".split()  # noqa: SIM905


def measure(folder: Path) -> Iterator[Measured]:
    """The promises about a large class list."""
    folder.mkdir()
    path = workbook(folder / "lijst.xlsx", PUPILS)
    pairs = [(_floor(path, folder, number), _take_over(path, folder / f"school{number}")) for number in range(3)]
    floor, whole = (min(seconds) for seconds in zip(*pairs, strict=True))
    note = f"{whole:.2f} s against a floor of {floor:.2f} s, {PUPILS:,} pupils with two guardians"
    yield Measured("class list, from file to committed, against the floor", whole / floor, 3, "x", note)
    yield Measured("class list, preview of 1,000 pupils", _preview(folder) * 1000, 1000, "ms")
    seconds = {size: _once(folder, size) for size in SIZES}
    table = ", ".join(f"{size:,} in {took:.1f} s" for size, took in seconds.items())
    smaller, larger = (seconds[size] / size for size in SIZES[-2:])
    yield Measured("class list, cost per pupil at 50,000 against 5,000", larger / smaller, 1.5, "x", table)
    yield Measured(
        "class list, memory at 5,000 pupils", _memory(folder, path), 300, "MB", "peak of a process of its own"
    )


def workbook(path: Path, pupils: int) -> Path:
    """A class list of so many pupils, each with two guardians."""
    chance = random.Random(1)  # noqa: S311
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Leerlingen")
    sheet.append(_HEADINGS)
    for number in range(pupils):
        surname = f"{chance.choice(_LAST)}{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}"
        year, letter = 1 + number % 8, "ABCD"[number // 8 % 4]
        first, infix = chance.choice(_FIRST), chance.choice(["", "de", "van den"])
        born = date(2022 - year, 1 + number % 12, 1 + number % 28)
        one = (f"{chance.choice(_FIRST)} de {surname}", f"a{number}@voorbeeld.nl", f"06{10000000 + number}", "ja")
        other = (f"{chance.choice(_FIRST)} {chance.choice(_LAST)}", f"b{number}@voorbeeld.nl", f"06{50000000 + number}")
        row = (str(1_000_000 + number), first, infix, surname, born, f"{year}{letter}", year, *one, *other, "")
        sheet.append(row)
    book.save(path)
    return path


def _best(work: Callable[[int], float]) -> float:
    """The least of three runs: what else the computer does only ever adds."""
    return min(work(number) for number in range(3))


@contextmanager
def _school(folder: Path) -> Iterator[tuple[Drawer, Imports]]:
    clock = FixedClock(at(2026, 11, 16, 14, 5))
    store, _ = create_store(folder, SCHOOL, DIRECTOR, clock, CHEAP)
    yield store.register, Imports(store.register, People(store.register, clock), clock)
    store.close()


def _let_get_ready(imports: Imports) -> None:
    """As in the window, where the reading process is loaded by the time that somebody has found the file."""
    imports.prepare()
    time.sleep(2)


def _take_over(path: Path, folder: Path) -> float:
    with _school(folder) as (_register, imports):
        _let_get_ready(imports)
        began = time.perf_counter()
        imports.apply(imports.compare(imports.read(path)))
        return time.perf_counter() - began


def _floor(path: Path, folder: Path, number: int) -> float:
    """Only reading the cells, and only writing the same rows: no names understood, nothing compared, no log."""
    rows = _rows(path, folder / f"rows{number}")
    with _school(folder / f"floor{number}") as (register, _imports):
        connection = register.engine.raw_connection()
        connection.rollback()
        took = _bare(path, connection.cursor(), rows)
        connection.close()
        return took


def _bare(path: Path, cursor: DBAPICursor, rows: dict[str, list[tuple[object, ...]]]) -> float:
    began = time.perf_counter()
    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    cursor.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        places = ",".join("?" * len(values[0]))
        cursor.executemany(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608 - names of our own
    cursor.execute("COMMIT")
    return time.perf_counter() - began


def _rows(path: Path, folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with _school(folder) as (register, imports):
        imports.apply(imports.compare(imports.read(path)))
        connection = register.engine.raw_connection()
        cursor = connection.cursor()
        rows = {table: list(_all(cursor, table)) for table in _TABLES}
        connection.close()
        return rows


def _all(cursor: DBAPICursor, table: str) -> Iterator[tuple[object, ...]]:
    cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 - names of our own
    yield from cursor.fetchall()


def _preview(folder: Path) -> float:
    """Reading a list and holding it against a school that has all of it already."""
    path = workbook(folder / "preview.xlsx", PREVIEWED)
    with _school(folder / "preview") as (_register, imports):
        imports.apply(imports.compare(imports.read(path)))

        def once(_number: int) -> float:
            _let_get_ready(imports)
            began = time.perf_counter()
            imports.compare(imports.read(path))
            return time.perf_counter() - began

        return _best(once)


def _once(folder: Path, size: int) -> float:
    return _take_over(workbook(folder / f"{size}.xlsx", size), folder / f"size{size}")


def _memory(folder: Path, path: Path) -> float:
    """The peak of a process that takes over the list and nothing else, in megabytes."""
    command = [sys.executable, "-m", "tests.bench.imports", str(path), str(folder / "memory")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    return float(done.stdout)


if __name__ == "__main__":
    _take_over(Path(sys.argv[1]), Path(sys.argv[2]))
    # not ru_maxrss: a process begins with the peak of the one that started it
    told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    sys.stdout.write(str(int(told.partition("VmHWM:")[2].split()[0]) / 1024))
