"""A disk as it is after the power went: what was synced stands there, of the rest any part, in any order, some torn.

Built from what ``strace`` wrote down of one process. Directories are as hard as files: a name that was made, given
or taken away counts for sure only after its folder was synced.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,close,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,unlink,unlinkat,sendfile"
SECTOR = 512
_HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")
_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")


Names = dict[str, "Content | None"]


@dataclass(eq=False)
class Content:
    """One file: what is surely on the disk, what was changed since, and what a reader sees."""

    kept: bytearray = field(default_factory=bytearray)
    seen: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes]] = field(default_factory=list)  # a cut has no bytes

    def write(self, at: int, data: bytes) -> None:
        """Something was written and not synced yet."""
        _put(self.seen, at, data)
        self.waiting.append((at, data))

    def cut(self, size: int) -> None:
        """Made this long."""
        _cut(self.seen, size)
        self.waiting.append((size, b""))

    def sync(self) -> None:
        """All of it is surely there."""
        self.kept, self.waiting = bytearray(self.seen), []

    def after_power_loss(self, chance: random.Random) -> bytes:
        """What was synced with any part of what was not."""
        left = bytearray(self.kept)
        for at, data in self.waiting:
            fate = chance.random()
            if fate < 0.4:
                continue
            if not data:
                _cut(left, at)
            elif fate < 0.5 and len(data) > SECTOR:
                _put(left, at, data[: SECTOR * chance.randrange(1, len(data) // SECTOR + 1)])
            else:
                _put(left, at, data)
        return bytes(left)


@dataclass
class Disk:
    """The files under one folder while a trace is played; names are told relative to it."""

    folder: str
    names: dict[str, Content] = field(default_factory=dict)
    kept_names: dict[str, Content] = field(default_factory=dict)
    moves: list[tuple[str, Names]] = field(default_factory=list)  # in which folder, and what its names are now
    open_at: dict[int, tuple[Content, int]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def read(self, place: Path) -> None:
        """Take over what stands in a folder: all of it is surely there."""
        for path in place.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                self.names[str(path.relative_to(place))] = Content(bytearray(data), bytearray(data))
        self.kept_names = dict(self.names)

    def play(self, lines: Iterator[str]) -> Iterator[str]:
        """Do what each call did; gives the name of every call that changed something."""
        for line in lines:
            found = _CALL.match(line)
            act = _ACTS.get(found[1]) if found else None
            if found and act is not None and int(found[3]) >= 0 and act(self, _split(found[2]), int(found[3])):
                yield found[1]

    def lay_out(self, target: Path, chance: random.Random) -> None:
        """Write a folder as it may be found after the power went now."""
        names = dict(self.kept_names)
        for _folder, changed in self.moves:
            if chance.random() < 0.5:
                _rename(names, changed)
        for name, content in names.items():
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.after_power_loss(chance))

    def within(self, path: str) -> str | None:
        """The name of a path inside the folder, or None."""
        return path[len(self.folder) + 1 :] if path.startswith(f"{self.folder}/") else None

    def name(self, changed: Names) -> None:
        """These names now mean this, or nothing any more: in one step, as every system does it."""
        _rename(self.names, changed)
        self.moves.append((next(iter(changed)).rpartition("/")[0], changed))


def _rename(names: dict[str, Content], changed: Names) -> None:
    for name, content in changed.items():
        if content is None:
            names.pop(name, None)
        else:
            names[name] = content


def _put(data: bytearray, at: int, piece: bytes) -> None:
    data.extend(bytes(max(0, at - len(data))))
    data[at : at + len(piece)] = piece


def _cut(data: bytearray, size: int) -> None:
    del data[size:]
    data.extend(bytes(size - len(data)))


def _split(arguments: str) -> list[bytes]:
    """The arguments of a call, without quotes; commas inside quotes do not occur, for those are in hex."""
    parts = (part[1:-1] if part.startswith('"') else part for part in arguments.split(", "))
    return [_HEX.sub(_unhexed, part).encode("latin-1") for part in parts]


def _unhexed(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("\\x", "")).decode("latin-1")


def _handle(argument: bytes) -> tuple[int, str]:
    number, _mark, path = argument.decode("latin-1").partition("<")
    return int(number), path.rstrip(">")


def _opened(disk: Disk, words: list[bytes], handle: int) -> bool:
    name = disk.within(words[1].decode("latin-1"))
    if name is None:
        return False
    flags, made = words[2].decode(), disk.names.get(name)
    if made is None and "O_CREAT" not in flags:
        return False  # a folder
    if made is None:
        made = Content()
        disk.name({name: made})
    elif "O_TRUNC" in flags:
        made.cut(0)
    disk.open_at[handle] = (made, 0)
    return "O_CREAT" in flags or "O_TRUNC" in flags


def _closed(disk: Disk, words: list[bytes], _result: int) -> bool:
    disk.open_at.pop(_handle(words[0])[0], None)
    return False


def _written(disk: Disk, words: list[bytes], result: int) -> bool:
    handle, _path = _handle(words[0])
    if handle == 1:
        disk.told += words[1].decode().splitlines()
        return True
    if handle not in disk.open_at:
        return False
    content, at = disk.open_at[handle]
    content.write(at, words[1][:result])
    disk.open_at[handle] = (content, at + result)
    return True


def _written_at(disk: Disk, words: list[bytes], result: int) -> bool:
    handle, _path = _handle(words[0])
    if handle in disk.open_at:
        disk.open_at[handle][0].write(int(words[3]), words[1][:result])
    return handle in disk.open_at


def _sought(disk: Disk, words: list[bytes], result: int) -> bool:
    handle, _path = _handle(words[0])
    if handle in disk.open_at:
        disk.open_at[handle] = (disk.open_at[handle][0], result)
    return False


def _synced(disk: Disk, words: list[bytes], _result: int) -> bool:
    handle, path = _handle(words[0])
    if handle in disk.open_at:
        disk.open_at[handle][0].sync()
        return True
    if path != disk.folder and disk.within(path) is None:
        return False
    folder = "" if path == disk.folder else str(disk.within(path))
    for place, changed in disk.moves:
        if place == folder:
            _rename(disk.kept_names, changed)
    disk.moves = [move for move in disk.moves if move[0] != folder]
    return True


def _shortened(disk: Disk, words: list[bytes], _result: int) -> bool:
    handle, _path = _handle(words[0])
    if handle in disk.open_at:
        disk.open_at[handle][0].cut(int(words[1]))
    return handle in disk.open_at


def _renamed(disk: Disk, words: list[bytes], _result: int) -> bool:
    old, new = (disk.within(word.decode("latin-1")) for word in words[:2])
    if old is None or new is None:
        return False
    disk.name({new: disk.names[old], old: None})
    return True


def _unlinked(disk: Disk, words: list[bytes], _result: int) -> bool:
    name = disk.within(words[0].decode("latin-1"))
    if name is None:
        return False
    disk.name({name: None})
    return True


def _sent(disk: Disk, words: list[bytes], result: int) -> bool:
    """One file copied to another by the system itself, each from where it stands."""
    (target, _to), (source, _from) = _handle(words[0]), _handle(words[1])
    if target not in disk.open_at or source not in disk.open_at:
        return False
    content, at = disk.open_at[target]
    start = int(words[2][1 : words[2].index(b"]")])
    content.write(at, bytes(disk.open_at[source][0].seen[start : start + result]))
    disk.open_at[target] = (content, at + result)
    return True


_ACTS: dict[str, Callable[[Disk, list[bytes], int], bool]] = {
    "openat": _opened,
    "close": _closed,
    "write": _written,
    "pwrite64": _written_at,
    "lseek": _sought,
    "fsync": _synced,
    "fdatasync": _synced,
    "ftruncate": _shortened,
    "rename": _renamed,
    "unlink": _unlinked,
    "sendfile": _sent,
}
