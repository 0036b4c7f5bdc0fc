"""Copies of a store in one container: each drawer under its own key, checked before it counts as a backup.

A copy is made while the store is in use: ``Drawer.hold_still`` keeps new pages in the write-ahead log, so the file
itself stays as it was while its bytes are read. The database lane is asked three short things (``lane``); reading,
checking and packing happen on the thread that called ``make``.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from app.kernel.errors import Unavailable
from app.vault import cipher, container, keyfile
from app.vault.container import SUFFIX, BackupLine
from app.vault.database import Drawer
from app.vault.store import Store

FOLDER = "backups"
STAMP = container.STAMP
PIECE = 1 << 20  # bytes
T = TypeVar("T")
Lane = Callable[[Callable[[], Any]], Any]
Step = Callable[[float], None]


def here(work: Callable[[], T]) -> T:
    """The lane of who has only one."""
    return work()


def silent(_part: float) -> None:
    """Tell nobody how far it is."""
    return


@dataclass(frozen=True)
class _Part:
    """One file of a backup: where its bytes are now, and their SHA-256."""

    name: str
    path: Path
    sha256: str


def make(store: Store, *, lane: Lane = here, step: Step = silent) -> BackupLine:
    """Write a backup beside the store. Raises Unavailable when there is no room or no right to write.

    A drawer that this user cannot open lies closed and is carried byte for byte. ``lane`` runs a short piece of
    work on the database lane; ``step`` is told the part that is done, and may raise to stop: nothing is left then.
    """
    folder = store.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        _check_room(store, folder)
        with ExitStack() as stack:
            manifest, parts = _copied(store, folder, stack, lane, step)
            target = container.pack(folder, store.clock.now(), manifest, {part.name: part.path for part in parts})
    except OSError:
        raise Unavailable("vault.backup_failed") from None
    lane(lambda: store.register.note("backup.made", target.name))
    return container.line(target)


def made(folder: Path) -> tuple[BackupLine, ...]:
    """The backups beside a store, newest first; one that cannot be read is there too, and says so."""
    return tuple(container.line(path) for path in sorted((folder / FOLDER).glob(f"*{SUFFIX}"), reverse=True))


def last_made(folder: Path) -> datetime | None:
    """When the newest backup beside a store was made, from its name alone."""
    newest = max((folder / FOLDER).glob(f"*{SUFFIX}"), default=None, key=lambda path: path.name)
    return container.moment_of(newest) if newest is not None else None


def _copied(
    store: Store, folder: Path, stack: ExitStack, lane: Lane, step: Step
) -> tuple[dict[str, Any], tuple[_Part, ...]]:
    """Every part of the backup as a checked file of its own, taken away again by the stack."""
    manifest, keys = lane(lambda: _begun(store, stack, lane))
    names = {store.keys.files[drawer.name]: drawer for drawer in store.drawers}
    parts, counts = [], {}
    for number, name in enumerate(store.keys.files.values()):
        copy = folder / f"{name}.part"
        stack.callback(copy.unlink, missing_ok=True)
        drawer = names.get(name)
        digest = _copy_live(drawer, copy) if drawer else _copy_closed(store.folder / name, copy)
        step((number + 1) / (len(store.keys.files) + 1))
        if drawer is not None:
            counts[drawer.name] = _checked(copy, drawer.key, free_pages=False)
        parts.append(_Part(name, copy, digest))
    copy = folder / f"{keyfile.NAME}.part"
    stack.callback(copy.unlink, missing_ok=True)
    copy.write_bytes(keys)
    parts.append(_Part(keyfile.NAME, copy, hashlib.sha256(keys).hexdigest()))
    manifest |= {"counts": counts, "sha256": {part.name: part.sha256 for part in parts}}
    secrets = {drawer.name: drawer.key for drawer in store.drawers}
    return container.signed(manifest, secrets), tuple(parts)


def _begun(store: Store, stack: ExitStack, lane: Lane) -> tuple[dict[str, Any], bytes]:
    """On the database lane: hold every open drawer still, and take down what belongs to this moment."""
    for drawer in store.drawers:
        drawer.hold_still()
        stack.callback(lane, drawer.let_go)
    manifest = {
        "made_at": store.clock.now().isoformat(),
        "checked": [drawer.name for drawer in store.drawers],
        "logs": {drawer.name: {"count": drawer.head.count, "head": drawer.head.head} for drawer in store.drawers},
    }
    return manifest, (store.folder / keyfile.NAME).read_bytes()


def _copy_live(drawer: Drawer, target: Path) -> str:
    with target.open("wb") as file:
        return _written(drawer.pieces(PIECE), file.write)


def _copy_closed(source: Path, target: Path) -> str:
    with source.open("rb") as old, target.open("wb") as file:
        return _written(iter(lambda: old.read(PIECE), b""), file.write)


def _written(pieces: Iterator[bytes], write: Callable[[bytes], object]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
        write(piece)
    return digest.hexdigest()


def _checked(copy: Path, key: bytes, *, free_pages: bool = True) -> dict[str, int]:
    """How many rows each table of a copy holds. Raises Unavailable when a page or an index is not right.

    Every page that is read is held against its HMAC; only the empty ones are not read without ``free_pages``.
    """
    with cipher.meaning(), closing(cipher.raw(copy, key)) as connection:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall() if free_pages else []
        if pages or connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise Unavailable("vault.damaged")
        return cipher.row_counts(connection)


def _check_room(store: Store, folder: Path) -> None:
    """A backup lies on the disk twice for a moment: as parts and as the container."""
    size = sum((store.folder / name).stat().st_size for name in store.keys.files.values())
    if shutil.disk_usage(folder).free < 2 * size + PIECE:
        raise Unavailable("vault.disk_full")


@contextmanager
def trial(path: Path, folder: Path, secrets: dict[str, bytes]) -> Iterator[dict[str, dict[str, int]]]:
    """Unpack a backup beside the store and open it: the rows of each drawer whose key is at hand; leaves nothing."""
    with ExitStack() as stack:
        counts = {}
        manifest = container.manifest(path)
        container.check_signature(manifest, secrets)
        files = container.keys(path).files
        for drawer, key in secrets.items():
            copy = folder / f"{files[drawer]}.proef"
            stack.callback(copy.unlink, missing_ok=True)
            container.unpack(path, files[drawer], copy)
            counts[drawer] = _checked(copy, key)
        yield counts
