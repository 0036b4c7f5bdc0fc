"""When only ``keys.json`` was lost: that of a backup, beside the drawers as they lie, so that no work is lost."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.kernel.clock import Clock
from app.kernel.errors import Unavailable
from app.vault.drawers.database import Drawer
from app.vault.keys import keyfile
from app.vault.keys.keyfile import KeyFile
from app.vault.keys.keyring import User

Counts = Mapping[str, Mapping[str, int]]


def put_back(
    folder: Path, keys: KeyFile, secrets: Mapping[str, bytes], holder: User, clock: Clock
) -> tuple[KeyFile, Counts] | None:
    """Write these keys when they open every drawer in the folder and all of them are whole; None when they do not."""
    if (folder / keyfile.NAME).exists():
        return None
    files, counts = dict[str, str](), dict[str, Mapping[str, int]]()
    for name in keys.files:
        for path in sorted(folder.glob(f"{name}*.db"), key=_changed, reverse=True):
            found = _counted(Drawer(name, path, secrets[name], holder, clock))
            if found is not None:
                files[name], counts[name] = path.name, found
                break
    if files.keys() != keys.files.keys():
        return None
    fresh = keyfile.signed(replace(keys, files=files), secrets)
    keyfile.write(folder, fresh)
    return fresh, counts


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def _counted(drawer: Drawer) -> Mapping[str, int] | None:
    """The rows of each table; None for a drawer that this key does not open, or that is not whole."""
    with suppress(Unavailable):
        try:
            drawer.open(drawer.check())
            return drawer.row_counts() if drawer.is_sound() else None
        finally:
            drawer.drop()
    return None
