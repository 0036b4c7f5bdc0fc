"""One backup as a file: a zip without compression with both drawers, ``keys.json`` and a signed manifest."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Unavailable
from app.vault.keys import keyfile
from app.vault.keys.keyfile import KeyFile, sub_key
from app.vault.keys.keyring import CASEWORK

SUFFIX = ".meldboek"
STAMP = "%Y-%m-%d_%H%M%S"
MANIFEST = "manifest.json"
_STAMP_LENGTH = 17
_PIECE = 1 << 20  # bytes
_BROKEN = (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile)


@dataclass(frozen=True)
class BackupLine:
    """One backup: when, how large in bytes, which drawers were opened and checked, and their rows.

    ``is_readable`` is False for a file that is no backup any more; ``rows`` counts per drawer and table.
    """

    path: Path
    at: datetime
    size: int
    checked: tuple[str, ...] = ()
    rows: Mapping[str, Mapping[str, int]] | None = None
    is_readable: bool = True

    @property
    def casework_checked(self) -> bool:
        """Whether casework was opened and checked, or only carried along."""
        return CASEWORK in self.checked


class Check(Protocol):
    """Looks at the bytes of a part as they are read back."""

    def take(self, piece: bytes) -> None:
        """The next bytes."""


class Packing:
    """A container that is being written: parts one after another, each read back while the next bytes are written."""

    def __init__(self, path: Path, pack_: zipfile.ZipFile) -> None:
        self._path, self._zip = path, pack_

    def add(self, name: str, pieces: Iterable[bytes], check: Check) -> str:
        """Write one part and let ``check`` look at what the file holds of it now; gives its SHA-256."""
        digest, file = hashlib.sha256(), self._zip.fp
        assert file is not None  # noqa: S101 - narrows the type
        with (
            self._zip.open(name, "w", force_zip64=True) as place,
            self._path.open("rb") as back,
            ThreadPoolExecutor(1, "read back") as looker,
        ):
            back.seek(file.tell())
            looks = []
            for piece in pieces:
                digest.update(piece)
                place.write(piece)
                file.flush()
                looks.append(looker.submit(_look, back, len(piece), check))
            for look in looks:
                look.result()
        return digest.hexdigest()

    def tell(self, manifest: Mapping[str, Any]) -> None:
        """Write the table of contents, after all parts."""
        self._zip.writestr(MANIFEST, json.dumps(manifest, indent=1))


@contextmanager
def packing(folder: Path, at: datetime) -> Iterator[tuple[Path, Packing]]:
    """Write a container in one atomic step, at the path that is given; an interrupted one leaves no trace."""
    target = _free(folder / f"{at.astimezone(AMSTERDAM).strftime(STAMP)}{SUFFIX}")
    fresh = target.with_suffix(".part")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_STORED) as pack_:
            yield target, Packing(fresh, pack_)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    keyfile.sync_folder(folder)


def pack(folder: Path, at: datetime, manifest: dict[str, Any], parts: Mapping[str, Path]) -> Path:
    """Write a container of files that lie ready, and give its path."""
    with packing(folder, at) as (target, made):
        for name, path in parts.items():
            made.add(name, pieces_of(path), Unlooked())
        made.tell(manifest)
    return target


class Unlooked:
    """For a part whose bytes nobody needs to see again."""

    def take(self, piece: bytes) -> None:
        """Nothing to do."""


def pieces_of(path: Path) -> Iterator[bytes]:
    """A file from its beginning."""
    with path.open("rb") as file:
        yield from iter(lambda: file.read(_PIECE), b"")


def _look(back: BinaryIO, size: int, check: Check) -> None:
    check.take(back.read(size))


def line(path: Path) -> BackupLine:
    """What the list of backups tells of this one; never an error: a damaged one is listed as such."""
    at, size = moment_of(path), path.stat().st_size if path.exists() else 0
    try:
        found = manifest(path)
    except Unavailable:
        return BackupLine(path, at, size, is_readable=False)
    return BackupLine(path, at, size, tuple(found.get("checked", ())), found.get("counts"))


def moment_of(path: Path) -> datetime:
    """When a backup was made, by its name; else when its file was written."""
    try:
        return datetime.strptime(path.stem[:_STAMP_LENGTH], STAMP).replace(tzinfo=AMSTERDAM)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, AMSTERDAM)


def manifest(path: Path) -> dict[str, Any]:
    """The table of contents. Raises Unavailable when the file is no backup any more."""
    with _opened(path) as container:
        found = json.loads(container.read(MANIFEST))
        if not isinstance(found, dict):
            raise TypeError(found)
        return found


def keys(path: Path) -> KeyFile:
    """The ``keys.json`` inside: who could open the store when the backup was made."""
    with _opened(path) as container:
        return keyfile.parsed(container.read(keyfile.NAME))


def is_whole(path: Path) -> bool:
    """Whether every part of a backup is what was put into it; asks no key."""
    try:
        with _opened(path) as container:
            digests = json.loads(container.read(MANIFEST))["sha256"]
            return bool(digests) and all(_digest(container, name) == digest for name, digest in digests.items())
    except Unavailable:
        return False


def unpack(path: Path, name: str, target: Path) -> None:
    """Put one part of a backup in a file of its own. Raises Unavailable when it is not what was put in."""
    with _opened(path) as container:
        wanted = json.loads(container.read(MANIFEST))["sha256"][name]
        digest = hashlib.sha256()
        with container.open(name) as source, target.open("wb") as file:
            for piece in iter(lambda: source.read(_PIECE), b""):
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != wanted:
            raise Unavailable("vault.backup_damaged")


def signed(content: Mapping[str, Any], secrets: Mapping[str, bytes]) -> dict[str, Any]:
    """The manifest with a MAC under the key of each drawer at hand."""
    return {**content, "macs": {drawer: _mac(key, content) for drawer, key in secrets.items()}}


def check_signature(found: Mapping[str, Any], secrets: Mapping[str, bytes]) -> None:
    """Raise Unavailable when a manifest is not as one of these keys signed it."""
    content = {name: value for name, value in found.items() if name != "macs"}
    macs = found.get("macs", {})
    for drawer, key in secrets.items():
        if drawer in macs and not hmac.compare_digest(_mac(key, content), str(macs[drawer])):
            raise Unavailable("vault.backup_damaged")


def _mac(key: bytes, content: Mapping[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True).encode()
    return hmac.new(sub_key(key, "backup-manifest"), text, hashlib.sha256).hexdigest()


def _digest(container: zipfile.ZipFile, name: str) -> str:
    with container.open(name) as part:
        return hashlib.file_digest(part, "sha256").hexdigest()  # type: ignore[arg-type]  # reads like a file


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as container:
            yield container
    except _BROKEN:
        raise Unavailable("vault.backup_damaged") from None


def _free(path: Path) -> Path:
    """The path itself, or with a number when a backup of this second stands there already."""
    number = 2
    while path.exists():
        path = path.with_name(f"{path.stem[:_STAMP_LENGTH]}-{number}{SUFFIX}")
        number += 1
    return path
