"""A disk that is full: a sentence, nothing lost, and work goes on as soon as there is room."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from app.kernel.errors import MeldboekError
from app.vault import attachments, backups
from app.vault.database import Drawer
from app.vault.store import Store
from tests.faults import schools
from tests.faults.tally import Tally

Act = Callable[[Store], object]
_SENTENCES = frozenset({"vault.disk_full", "vault.disk_failed", "vault.backup_failed", "vault.no_rights"})


def levels(folder: Path, count: int) -> list[Tally]:
    """At so many levels of room left in the drawer: save a line, keep a file, keep many rows."""
    acts: dict[str, Act] = {"a line": _line, "a file": _file, "many rows": _rows}
    return [_filled(folder / f"vol-{number}", name, act, count) for number, (name, act) in enumerate(acts.items())]


def disks(folder: Path, count: int) -> Iterator[Tally]:
    """A disk that really is full, at so many levels of room; only where this process may mount one."""
    place = folder / "disk"
    place.mkdir(parents=True)
    template = schools.make(folder / "template")
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    mounted = subprocess.run(mount, check=False, capture_output=True)  # noqa: S603 - our own folder
    if mounted.returncode:
        return
    try:
        wrong = refused = 0
        for level in range(count):
            codes, held = _on_full_disk(template, place / "school", level)
            refused += sum(bool(code) for code in codes)
            wrong += not held or not codes <= {"", *_SENTENCES}
        yield Tally(
            "disk really full: line, file, backup, opening", 4 * count, wrong, f"{refused} refused with a sentence"
        )
    finally:
        subprocess.run(["umount", place], check=False)  # noqa: S603, S607


def _on_full_disk(template: Path, place: Path, level: int) -> tuple[set[str], bool]:
    """Work with so many steps of 12 kB left; the codes of what was refused, and whether nothing was lost."""
    store = schools.opened(schools.copy(template, place))
    ballast = place.parent / "ballast"
    with ballast.open("wb") as file:
        left = max(0, shutil.disk_usage(place).free - level * 12_288)
        with suppress(OSError):
            file.write(bytes(left))
    before = store.register.head.count
    codes = {_code(lambda: _line(store)), _code(lambda: _file(store)), _code(lambda: backups.make(store))}
    kept = store.register.head.count
    with suppress(MeldboekError):
        store.close()
    store.abandon()
    codes.add(_code(lambda: schools.opened(place).abandon()))
    ballast.unlink()
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
