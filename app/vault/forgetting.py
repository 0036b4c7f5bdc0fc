"""Taking a destroyed file out of every backup too: a copy that stays is no destruction."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from app.kernel.errors import Unavailable
from app.vault import cipher, container
from app.vault.backups import FOLDER
from app.vault.keyring import CASEWORK
from app.vault.store import Store


@dataclass(frozen=True)
class Forgotten:
    """How many copies lost the file, and the names of those that could not be opened."""

    cleaned: int
    left: tuple[str, ...]


def forget(store: Store, digests: Collection[str]) -> Forgotten:
    """Take these files out of the copies of casework beside the store. Slow: not for the database lane."""
    secrets = {drawer.name: drawer.key for drawer in store.drawers}
    folder = store.folder / FOLDER
    cleaned, left = 0, []
    for path in [*sorted(folder.glob(f"*{container.SUFFIX}")), *sorted(folder.glob(f"{CASEWORK}*.db"))]:
        try:
            if path.suffix == container.SUFFIX:
                cleaned += bool(_from_backup(path, secrets, digests))
            else:
                cleaned += bool(_from_copy(path, secrets[CASEWORK], digests))
        except (Unavailable, dbapi2.Error, OSError, KeyError):
            left.append(path.name)
    return Forgotten(cleaned, tuple(left))


def _from_backup(path: Path, secrets: Mapping[str, bytes], digests: Collection[str]) -> int:
    """Unpack a backup, clean its casework, and pack it again under the same name; how many files went."""
    manifest = container.manifest(path)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".") as place:
        parts = {name: Path(place) / name for name in manifest["sha256"]}
        for name, part in parts.items():
            container.unpack(path, name, part)
        mine = [part for name, part in parts.items() if name.startswith(CASEWORK)]
        gone = sum(_from_copy(part, secrets[CASEWORK], digests) for part in mine)
        if gone:
            _count_down(manifest, gone)
            manifest["sha256"] |= {part.name: _digest(part) for part in mine}
            content = {name: value for name, value in manifest.items() if name != "macs"}
            fresh = container.pack(path.parent, container.moment_of(path), container.signed(content, secrets), parts)
            fresh.replace(path)
    return gone


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _count_down(manifest: dict[str, dict[str, dict[str, int]]], gone: int) -> None:
    """The manifest tells how many rows there are: so many less now."""
    rows = manifest.get("counts", {}).get(CASEWORK, {})
    if "attachments" in rows:
        rows["attachments"] -= gone


def _from_copy(path: Path, key: bytes, digests: Collection[str]) -> int:
    """Clean one copy of the drawer; how many files went."""
    marks = ", ".join("?" for _ in digests)
    with closing(cipher.raw(path, key)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        query = f"DELETE FROM attachments WHERE sha256 IN ({marks})"  # noqa: S608 - only question marks
        gone = connection.execute(query, tuple(digests)).rowcount
        connection.commit()
        if gone:
            connection.execute("VACUUM")
    return gone
