"""A disk that is full: a sentence, nothing lost, and work goes on as soon as there is room."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.application import start
from app.kernel.errors import MeldboekError
from app.vault import attachments
from app.vault.copies import backups
from app.vault.drawers.database import Drawer
from app.vault.store import Store
from tests.faults import schools
from tests.faults.tally import Tally
from tests.faults.whole import with_people

Act = Callable[[Store], object]
PUPILS, LIST_ROOM = 300, 24  # a list, and about the pages that it needs
SENTENCES = frozenset({"vault.disk_full", "vault.disk_failed", "vault.backup_failed", "vault.no_rights"})


def levels(folder: Path, count: int) -> list[Tally]:
    """At so many levels of room left in the drawer: save a line, keep a file, keep many rows."""
    acts: dict[str, Act] = {"a line": _line, "a file": _file, "many rows": _rows}
    return [_filled(folder / f"vol-{number}", name, act, count) for number, (name, act) in enumerate(acts.items())]


def lists(folder: Path, count: int) -> Tally:
    """At so many levels of room: take over a class list; all of its pupils are there afterwards, or none."""
    template = with_people(folder / "template")
    path = folder / "lijst.csv"
    rows = (f"{6000 + number};Kind{number};Jansen;8B;Dorpsstraat {number}" for number in range(PUPILS))
    path.write_text("\n".join(["Leerlingnummer;Roepnaam;Achternaam;Groep;Adres", *rows]), "utf-8")
    wrong = refused = 0
    reading = None
    for level in range(count):
        store = schools.opened(schools.copy(template, folder / "school"))
        imports, before = start(store).imports, store.register.row_counts()
        reading = reading or imports.read(path)
        proposal = imports.compare(reading)
        _leave(store.register, level * LIST_ROOM // count)
        code = _code(lambda: imports.apply(proposal))  # noqa: B023 - called at once
        _leave(store.register, 1 << 20)
        grown = store.register.row_counts()["pupils"] - before["pupils"]
        refused += code == "vault.disk_full"
        wrong += code not in {"", "vault.disk_full"} or grown != (0 if code else PUPILS)
        wrong += bool(code) and store.register.row_counts() != before
        wrong += not store.verify().is_sound
        store.close()
    return Tally("disk full while taking over a class list", count, wrong, f"{refused} refused with a sentence")


def disks(folder: Path, count: int) -> Iterator[Tally]:
    """A disk that really is full, at so many levels of room; only where this process may mount one."""
    template = schools.make(folder / "template")
    with small_disk(folder / "disk", "6m") as place:
        if place is None:
            return
        wrong = refused = 0
        for level in range(count):
            codes, held = _on_full_disk(template, place / "school", level)
            refused += sum(bool(code) for code in codes)
            wrong += not held or not codes <= {"", *SENTENCES}
    note = f"{refused} refused with a sentence"
    yield Tally("disk really full: line, file, backup, opening", 4 * count, wrong, note)


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path | None]:
    """A disk of this size in memory, or None where this process may not mount one."""
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603 - our own folder
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=False)  # noqa: S603, S607


def ballast(place: Path, left: int) -> Path:
    """Fill a disk until so many bytes are left; gives the file to take away again."""
    path = place / "ballast"
    with path.open("wb") as file, suppress(OSError):
        file.write(bytes(max(0, shutil.disk_usage(place).free - left)))
    return path


def _on_full_disk(template: Path, place: Path, level: int) -> tuple[set[str], bool]:
    """Work with so many steps of 12 kB left; the codes of what was refused, and whether nothing was lost."""
    store = schools.opened(schools.copy(template, place))
    filled = ballast(place.parent, level * 12_288)
    before = store.register.head.count
    codes = {_code(lambda: _line(store)), _code(lambda: _file(store)), _code(lambda: backups.make(store))}
    kept = store.register.head.count
    with suppress(MeldboekError):
        store.close()
    store.abandon()
    codes.add(_code(lambda: schools.opened(place).abandon()))
    filled.unlink()
    again = schools.opened(place)
    held = again.verify().is_sound and again.register.head.count >= kept >= before
    _line(again)
    again.close()
    return codes, held


def _filled(place: Path, name: str, act: Act, count: int) -> Tally:
    wrong = refused = 0
    store = schools.opened(schools.make(place))
    for level in range(count):
        before = store.register.row_counts()
        _leave(store.register, level)
        code = _code(lambda: act(store))
        _leave(store.register, 1 << 20)
        refused += code == "vault.disk_full"
        wrong += code not in {"", "vault.disk_full"}
        wrong += bool(code) and store.register.row_counts() != before
    _line(store)
    wrong += not store.verify().is_sound
    store.close()
    return Tally(f"disk full while saving {name}", count, wrong, f"{refused} refused with a sentence")


def _leave(drawer: Drawer, pages: int) -> None:
    """Let the drawer grow by so many pages and no more: SQLite then says what it says of a full disk."""
    with drawer.engine.connect() as connection:
        size = int(connection.exec_driver_sql("PRAGMA page_count").scalar() or 0)
        connection.exec_driver_sql(f"PRAGMA max_page_count = {size + pages}")


def _code(work: Callable[[], object]) -> str:
    try:
        work()
    except MeldboekError as error:
        return error.code
    return ""


def _line(store: Store) -> None:
    store.register.note("fault.noted", "x" * 3000)


def _file(store: Store) -> None:
    with store.register.write("fault.kept") as session:
        attachments.add(session, bytes(range(256)) * 300, "vol.bin", "application/octet-stream")
        session.flush()


def _rows(store: Store) -> None:
    with store.register.write("fault.kept") as session:
        for number in range(40):
            attachments.add(session, bytes([number]) * 2000, f"vol-{number}", "text/plain")
