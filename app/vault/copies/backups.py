"""Copies of a store in one container: each drawer under its own key, checked before it counts as a backup.

A copy is made while the store is in use: ``Drawer.hold_still`` keeps new pages in the write-ahead log, so the file
itself stays as it was while its bytes are read. The database lane is asked a few short things (``lane``). The thread
that called ``make`` reads, hashes and writes once, straight into the container; a second one reads back what was
written and holds every page against its HMAC, but for those that are as they were found right since the opening.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from app.kernel.errors import Unavailable
from app.vault.copies import container
from app.vault.copies.container import SUFFIX, BackupLine, Packing
from app.vault.drawers import cipher
from app.vault.drawers.database import Drawer
from app.vault.drawers.pages import PageCheck
from app.vault.keys import keyfile
from app.vault.keys.keyfile import Anchor
from app.vault.store import Store

FOLDER = "backups"
STAMP = container.STAMP
PIECE = 1 << 20  # bytes
T = TypeVar("T")
Lane = Callable[[Callable[[], Any]], Any]
Step = Callable[[float], None]
Counted = tuple[Anchor, dict[str, int]]


def here(work: Callable[[], T]) -> T:
    """The lane of who has only one."""
    return work()


def silent(_part: float) -> None:
    """Tell nobody how far it is."""
    return


def make(store: Store, *, lane: Lane = here, step: Step = silent) -> BackupLine:
    """Write a backup beside the store. Raises Unavailable when there is no room or no right to write.

    A drawer that this user cannot open lies closed and is carried byte for byte. ``lane`` runs a short piece of
    work on the database lane; ``step`` is told the part that is done, and may raise to stop: nothing is left then.
    """
    folder = store.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        _check_room(store, folder)
        with ExitStack() as stack, container.packing(folder, store.clock.now()) as (target, packing):
            _copied(store, packing, stack, lane, step)
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


def _copied(store: Store, packing: Packing, stack: ExitStack, lane: Lane, step: Step) -> None:
    """Every part, read back and looked at before it counts; what is not right is no backup."""
    for each in store.drawers:
        lane(partial(cipher.fold, each.engine))
    counts = {each.name: lane(partial(_counted, each)) for each in store.drawers}
    manifest, keys = lane(lambda: _begun(store, counts, stack, lane))
    names = {store.keys.files[drawer.name]: drawer for drawer in store.drawers}
    digests = {}
    for number, name in enumerate(store.keys.files.values()):
        drawer = names.get(name)
        if drawer is not None:
            check = PageCheck(drawer.key, store.memory[drawer.name])
            digests[name] = packing.add(name, drawer.pieces(PIECE), check)
            whole = check.is_whole()
        else:
            seen = _Digest()
            digests[name] = packing.add(name, container.pieces_of(store.folder / name), seen)
            whole = seen.text() == digests[name]
        if not whole:
            raise Unavailable("vault.damaged")
        step((number + 1) / (len(store.keys.files) + 1))
    digests[keyfile.NAME] = packing.add(keyfile.NAME, [keys], container.Unlooked())
    secrets = {drawer.name: drawer.key for drawer in store.drawers}
    packing.tell(container.signed({**manifest, "sha256": digests}, secrets))


class _Digest:
    """The SHA-256 of what is read back of a drawer without its key."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def take(self, piece: bytes) -> None:
        self._digest.update(piece)

    def text(self) -> str:
        return self._digest.hexdigest()


def _counted(drawer: Drawer) -> Counted:
    """How many rows each table holds, ahead of the moment itself: it takes longest of all that the lane is asked."""
    return drawer.head, drawer.counted()


def _begun(store: Store, counts: Mapping[str, Counted], stack: ExitStack, lane: Lane) -> tuple[dict[str, Any], bytes]:
    """On the database lane: hold every open drawer still, and take down what belongs to this moment."""
    for drawer in store.drawers:
        drawer.hold_still()
        stack.callback(lane, drawer.let_go)
    manifest = {
        "made_at": store.clock.now().isoformat(),
        "checked": [drawer.name for drawer in store.drawers],
        "logs": {drawer.name: {"count": drawer.head.count, "head": drawer.head.head} for drawer in store.drawers},
        "counts": {drawer.name: _now(drawer, *counts[drawer.name]) for drawer in store.drawers},
    }
    return manifest, (store.folder / keyfile.NAME).read_bytes()


def _now(drawer: Drawer, head: Anchor, rows: dict[str, int]) -> dict[str, int]:
    """The rows that were counted, unless something was written since: every write leaves a line in the log."""
    return rows if drawer.head == head else drawer.counted()


def _checked(copy: Path, key: bytes) -> dict[str, int]:
    """How many rows each table of a copy holds. Raises Unavailable when a page or an index is not right."""
    with cipher.meaning(), closing(cipher.raw(copy, key)) as connection:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if pages or connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise Unavailable("vault.damaged")
        return cipher.row_counts(connection)


def _check_room(store: Store, folder: Path) -> None:
    """All of it must fit once more."""
    size = sum((store.folder / name).stat().st_size for name in store.keys.files.values())
    if shutil.disk_usage(folder).free < size + PIECE:
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
