"""A copy to read in: the newest backup while somebody else has the store, or a folder that cannot be written to.

The copy lies in a folder of its own, encrypted as it was, and is taken away when it closes. Nothing can be changed
in it, and it does not pretend to keep what was read: only the store itself has a log.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.kernel.clock import Clock
from app.kernel.errors import Unavailable
from app.vault.copies import backups, container
from app.vault.keys import keyfile
from app.vault.keys.keyring import open_slot
from app.vault.store import Store

Lay = Callable[[Path], datetime]


class ReadingStore(Store):
    """``made_at`` tells of when the copy is; ``home`` is the school that it was taken from."""

    made_at: datetime
    _home: Path

    @property
    def home(self) -> Path:
        """The folder of the school itself."""
        return self._home

    def close(self) -> None:
        """Let go; there is nothing to keep."""
        self.abandon()

    def abandon(self) -> None:
        """Let go and take the copy away."""
        super().abandon()
        shutil.rmtree(self.folder, ignore_errors=True)


def open_newest(folder: Path, user: str, passphrase: str, clock: Clock) -> ReadingStore:
    """Open the newest backup beside a store to read in. Raises Unavailable without one, or as ``open_store`` does."""
    made = [line.path for line in backups.made(folder) if line.is_readable]
    if not made:
        raise Unavailable("vault.no_backup")

    def lay(place: Path) -> datetime:
        keys = container.keys(made[0])
        for name in keys.files.values():
            container.unpack(made[0], name, place / name)
        keyfile.write(place, keys)
        return container.moment_of(made[0])

    return _opened(folder, lay, user, passphrase, clock)


def open_as_it_lies(folder: Path, user: str, passphrase: str, clock: Clock) -> ReadingStore:
    """Open a store that lies closed in a folder that cannot be written to. Raises what ``open_store`` raises."""

    def lay(place: Path) -> datetime:
        for name in keyfile.read(folder).files.values():
            for path in folder.glob(f"{name}*"):
                shutil.copyfile(path, place / path.name)
        shutil.copyfile(folder / keyfile.NAME, place / keyfile.NAME)
        return clock.now()

    return _opened(folder, lay, user, passphrase, clock)


def _opened(home: Path, lay: Lay, user: str, passphrase: str, clock: Clock) -> ReadingStore:
    place = Path(tempfile.mkdtemp(prefix="meldboek-lezen-"))
    try:
        made_at = lay(place)
        keys = keyfile.read(place)
        slot = keys.slot(user)
        secrets = open_slot(slot, passphrase, keys.store_id)
        keyfile.check(keys, secrets)
        store = ReadingStore(place, keys, slot.user, secrets, clock)
        store.made_at, store._home = made_at, home  # noqa: SLF001 - its own maker
        store.open()
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        raise Unavailable("vault.no_reading_copy") from None
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    for drawer in store.drawers:
        drawer.read_only = True
    return store
