"""Copies of a store in one container: each drawer under its own key, checked before it counts as a backup."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Unavailable
from app.vault import cipher, keyfile
from app.vault.database import Drawer
from app.vault.store import Store

FOLDER = "backups"
SUFFIX = ".meldboek"
_STAMP = "%Y-%m-%d_%H%M%S"


@dataclass(frozen=True)
class BackupLine:
    """One backup: when, how large in bytes, and whether casework was checked or only carried along."""

    path: Path
    at: datetime
    size: int
    casework_checked: bool


def make(store: Store) -> BackupLine:
    """Write a backup beside the store. Raises Unavailable when there is no room or no right to write.

    A drawer that is open is copied by SQLCipher itself; a drawer that this user cannot open lies closed and is
    carried byte for byte.
    """
    folder = store.folder / FOLDER
    moment = store.clock.now()
    target = _free(folder / f"{moment.strftime(_STAMP)}{SUFFIX}")
    copies: list[Path] = []
    try:
        folder.mkdir(exist_ok=True)
        with cipher.meaning():
            for drawer in store.drawers:
                copies.append(folder / f"{drawer.path.name}.part")
                _copy(drawer, copies[-1])
        parts = dict(zip((drawer.path.name for drawer in store.drawers), copies, strict=True))
        for name in store.keys.files.values():
            parts.setdefault(name, store.folder / name)
        parts[keyfile.NAME] = store.folder / keyfile.NAME
        _pack(target, parts, _manifest(store, parts))
    except OSError:
        raise Unavailable("vault.backup_failed") from None
    finally:
        for copy in (*copies, target.with_suffix(".part")):
            copy.unlink(missing_ok=True)
    store.register.note("backup.made", target.name)
    return _line(target)


def made(folder: Path) -> tuple[BackupLine, ...]:
    """The backups beside a store, newest first; a file that cannot be read as one is no backup."""
    found = sorted((folder / FOLDER).glob(f"*{SUFFIX}"), reverse=True)
    return tuple(line for line in map(_readable, found) if line is not None)


def is_whole(path: Path) -> bool:
    """Whether every part of a backup is what was put into it."""
    try:
        with zipfile.ZipFile(path) as container:
            manifest = json.loads(container.read("manifest.json"))
            return all(
                hashlib.sha256(container.read(name)).hexdigest() == digest
                for name, digest in manifest["sha256"].items()
            )
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return False


def _free(path: Path) -> Path:
    """The path itself, or with a number when a backup of this second stands there already."""
    number = 2
    while path.exists():
        path = path.with_name(f"{path.stem[:17]}-{number}{SUFFIX}")
        number += 1
    return path


def _copy(drawer: Drawer, target: Path) -> None:
    target.unlink(missing_ok=True)
    with drawer.engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is None:
            raise Unavailable("vault.backup_failed")
        bare.rollback()
        bare.execute("VACUUM INTO ?", (str(target),))
    check = cipher.raw(target, drawer.key)
    try:
        if check.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Unavailable("vault.backup_failed")
    finally:
        check.close()


def _manifest(store: Store, parts: dict[str, Path]) -> dict[str, Any]:
    return {
        "made_at": store.clock.now().isoformat(),
        "checked": [drawer.name for drawer in store.drawers],
        "logs": {drawer.name: {"count": drawer.head.count, "head": drawer.head.head} for drawer in store.drawers},
        "sha256": {name: _digest(path) for name, path in parts.items()},
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:  # a copy or a closed drawer, never a live one
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(target: Path, parts: dict[str, Path], manifest: dict[str, Any]) -> None:
    fresh = target.with_suffix(".part")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_STORED) as container:
        for name, path in parts.items():
            container.write(path, name)
        container.writestr("manifest.json", json.dumps(manifest, indent=1))
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
    keyfile.sync_folder(target.parent)


def _readable(path: Path) -> BackupLine | None:
    try:
        return _line(path)
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        return None


def _line(path: Path) -> BackupLine:
    with zipfile.ZipFile(path) as container:
        checked = json.loads(container.read("manifest.json"))["checked"]
    at = datetime.strptime(path.stem[:17], _STAMP).replace(tzinfo=AMSTERDAM)
    return BackupLine(path, at, path.stat().st_size, "casework" in checked)
