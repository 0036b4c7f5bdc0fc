"""Putting a backup back: the store as it was, under new file names; what stood there is kept beside it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.kernel.clock import Clock
from app.kernel.errors import Refused, Unavailable
from app.vault.copies import backups, container, only_keys
from app.vault.door.occupied import Occupation
from app.vault.keys import keyfile, recovery
from app.vault.keys.keyfile import KeyFile
from app.vault.keys.keyring import CASEWORK, RECOVERY, User, open_slot
from app.vault.store import Store

OLD = "voor-herstel"
KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Restored:
    """What was put back: from when, the rows of each drawer's tables, and where the former store is kept.

    ``only_keys`` says that the drawers were whole and stayed as they lie: only ``keys.json`` was missing.
    """

    made_at: datetime
    rows: Mapping[str, Mapping[str, int]]
    kept_in: Path
    only_keys: bool = False


def try_out(path: Path, store: Store) -> Mapping[str, Mapping[str, int]]:
    """Unpack a backup, open its drawers, check every page, and count; the open store is not touched.

    Raises Unavailable when it is damaged, or was made before the keys were changed.
    """
    secrets = {drawer.name: drawer.key for drawer in store.drawers}
    return _tried(path, path.parent, secrets)


def restore(folder: Path, path: Path, user: str, passphrase: str, clock: Clock) -> Restored:
    """Make the store in ``folder`` what it was when the backup was made; the folder may be new or damaged.

    When it only misses ``keys.json``, that alone is put back, and the drawers stay as they lie.

    Any director of that day, or the recovery key of that day (user ``recovery``), may do it: only they can sign for
    both drawers. Until the last step, one atomic replace of ``keys.json``, the former store is untouched.

    Raises Unavailable for a wrong passphrase, a damaged backup, no room or a store in use; Refused for others.
    """
    keys, holder, secrets = _unlocked(path, user, passphrase)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        occupation = Occupation(folder, holder, clock)
        try:
            restored, fresh = _only_keys(folder, path, keys, secrets, holder, clock) or _put_back(
                folder, path, keys, secrets, clock
            )
        finally:
            occupation.release()
    except OSError:
        raise Unavailable("vault.restore_failed") from None
    _note(
        Store(folder, fresh, holder, secrets, clock), "keys.restored" if restored.only_keys else "store.restored", path
    )
    return restored


def rehearse(path: Path, user: str, passphrase: str) -> Restored:
    """Do everything of a restore but putting it back: unlock, unpack, check every page, count; leaves nothing.

    Works without an open store. Raises what ``restore`` raises.
    """
    _keys, _holder, secrets = _unlocked(path, user, passphrase)
    try:
        with tempfile.TemporaryDirectory(prefix="meldboek-") as place:
            return Restored(container.moment_of(path), _tried(path, Path(place), secrets), path)
    except OSError:
        raise Unavailable("vault.restore_failed") from None


def _unlocked(path: Path, user: str, passphrase: str) -> tuple[KeyFile, User, Mapping[str, bytes]]:
    """The keys inside a backup, opened by a director of its day or by its recovery key."""
    keys = container.keys(path)
    slot = keys.slot(user)
    typed = recovery.typed(passphrase) if slot.user.id == RECOVERY else passphrase
    secrets = open_slot(slot, typed, keys.store_id)
    keyfile.check(keys, secrets)
    if CASEWORK not in secrets:
        raise Refused("vault.only_director")
    return keys, slot.user, secrets


def forget_old(folder: Path, now: datetime) -> None:
    """Take away former stores that were kept for a month after a restore."""
    for old in (folder / OLD).glob("*"):
        if now.timestamp() - old.stat().st_mtime > KEPT.total_seconds():
            shutil.rmtree(old, ignore_errors=True)


def _put_back(
    folder: Path, path: Path, keys: KeyFile, secrets: Mapping[str, bytes], clock: Clock
) -> tuple[Restored, KeyFile]:
    rows = _tried(path, folder, secrets)
    mark = clock.now().strftime(container.STAMP)
    files = {name: f"{name}-{mark}.db" for name in keys.files}
    with ExitStack() as undo:
        for name, file in files.items():
            undo.callback((folder / file).unlink, missing_ok=True)
            container.unpack(path, keys.files[name], folder / file)
        kept = _keep_former(folder, mark)
        keyfile.sync_folder(folder)  # the files are surely there before the keys name them
        fresh = keyfile.signed(replace(keys, files=files), secrets)
        keyfile.write(folder, fresh)
        undo.pop_all()
    _move_former(folder, kept, {*files.values()})
    return Restored(container.moment_of(path), rows, kept), fresh


def _only_keys(
    folder: Path, path: Path, keys: KeyFile, secrets: Mapping[str, bytes], holder: User, clock: Clock
) -> tuple[Restored, KeyFile] | None:
    found = only_keys.put_back(folder, keys, secrets, holder, clock)
    return None if found is None else (Restored(container.moment_of(path), found[1], folder, only_keys=True), found[0])


def _note(store: Store, action: str, path: Path) -> None:
    """Leave the first line in the log of what was put back."""
    store.open()
    try:
        for drawer in store.drawers:
            drawer.note(action, path.name)
    finally:
        store.close()


def _tried(path: Path, folder: Path, secrets: Mapping[str, bytes]) -> Mapping[str, Mapping[str, int]]:
    with backups.trial(path, folder, dict(secrets)) as counts:
        return counts


def _keep_former(folder: Path, mark: str) -> Path:
    """A copy of the former ``keys.json``: from here on everything of the former store is still there."""
    kept = folder / OLD / mark
    kept.mkdir(parents=True)
    if (folder / keyfile.NAME).exists():
        shutil.copy2(folder / keyfile.NAME, kept / keyfile.NAME)
    return kept


def _move_former(folder: Path, kept: Path, in_use: set[str]) -> None:
    """The former drawers, with what their logs still held; those of an interrupted restore go along."""
    for file in [*folder.glob("*.db"), *folder.glob("*.db-*")]:
        if file.name.partition(".db")[0] + ".db" not in in_use:
            file.replace(kept / file.name)
