"""Altering the files of a closed store: every change is refused at the door or found by the check."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from app.kernel.errors import Unavailable
from app.school.tables import SignatoryRow
from app.vault.keys import keyfile
from tests.faults import schools
from tests.faults.tally import Tally

PAGE = 4096
Damage = Callable[[bytearray, random.Random], None]


def damages(folder: Path, flips: int, swaps: int, cuts: int) -> list[Tally]:
    """Flip bytes, swap pages and cut off the ends of both drawers, and alter ``keys.json``."""
    template = schools.make(folder / "template")
    return [
        _tried(template, folder / "flip", "flipped byte in a drawer", flips, _flip),
        _tried(template, folder / "swap", "two pages swapped", swaps, _swap),
        _tried(template, folder / "cut", "drawer cut short", cuts, _cut),
        _keys(template, folder / "keys", flips),
    ]


def _tried(template: Path, place: Path, name: str, times: int, damage: Damage) -> Tally:
    chance = random.Random(3)  # noqa: S311 - only places
    wrong = 0
    for number in range(times):
        schools.copy(template, place)
        path = place / ("register.db", "casework.db")[number % 2]
        data = bytearray(path.read_bytes())
        damage(data, chance)
        path.write_bytes(data)
        wrong += not _is_noticed(place)
    return Tally(name, times, wrong)


def _is_noticed(place: Path) -> bool:
    try:
        store = schools.opened(place)
    except Unavailable:
        return True
    try:
        return not store.verify().is_sound
    except Unavailable:
        return True
    finally:
        store.abandon()


def _flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _swap(data: bytearray, chance: random.Random) -> None:
    one, other = (page * PAGE for page in chance.sample(range(1, len(data) // PAGE), 2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _keys(template: Path, place: Path, times: int) -> Tally:
    """A flipped byte of ``keys.json`` is refused, or it stood where it tells nothing (between the words)."""
    chance = random.Random(4)  # noqa: S311 - only places
    wrong, original = 0, keyfile.read(template)
    for data in _flipped((template / keyfile.NAME).read_bytes(), times, chance):
        schools.copy(template, place)
        (place / keyfile.NAME).write_bytes(data)
        try:
            schools.opened(place).abandon()
        except Unavailable:
            continue
        wrong += keyfile.read(place) != original
    return Tally("flipped byte in keys.json", times, wrong)


def _flipped(data: bytes, times: int, chance: random.Random) -> Iterator[bytes]:
    for _time in range(times):
        altered = bytearray(data)
        _flip(altered, chance)
        yield bytes(altered)


def older(folder: Path, times: int) -> list[Tally]:
    """Put one drawer back to what it was, and one page of it: both are whole, and both are told."""
    chance = random.Random(11)  # noqa: S311 - only places
    back = replayed = 0
    place = schools.make(folder / "school")
    for number in range(times):
        store = schools.opened(place)
        with store.register.write("signatory.changed") as session:
            row = session.get(SignatoryRow, 1) or SignatoryRow(user_id="a", name="", job_title="")
            row.name = f"{number} {chance.random()}"
            session.add(row)
        for drawer in store.drawers:
            drawer.note("fault.noted", f"round:{number}")
        store.close()
        old = schools.copy(place, folder / "old")
        root = _changed(place, f"later {chance.random()}")
        again = schools.copy(place, folder / "again")
        name = ("register.db", "casework.db")[number % 2]
        shutil.copyfile(old / name, again / name)
        back += not _is_noticed(again)
        again = schools.copy(place, folder / "again")
        data, before = bytearray((again / "register.db").read_bytes()), (old / "register.db").read_bytes()
        data[(root - 1) * PAGE : root * PAGE] = before[(root - 1) * PAGE : root * PAGE]
        (again / "register.db").write_bytes(data)
        replayed += not _is_noticed(again)
    return [Tally("one drawer put back to before", times, back), Tally("one page put back to before", times, replayed)]


def _changed(place: Path, name: str) -> int:
    """Change the row and both logs; the number of the page on which the row lies."""
    store = schools.opened(place)
    with store.register.write("signatory.changed") as session:
        session.get_one(SignatoryRow, 1).name = name
    for drawer in store.drawers:
        drawer.note("fault.noted", "later")
    with store.register.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = 'signatories'").scalar()
    store.close()
    return int(found or 0)
