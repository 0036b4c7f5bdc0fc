"""The second place of backups: a USB stick, a share or a folder that is synchronised; a fire takes only one place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.kernel.errors import Invalid, Unavailable
from app.vault.copies import container, thinning
from app.vault.keys import keyfile

NAME = "tweede-plek.json"
REMIND_AFTER = timedelta(days=14)


@dataclass(frozen=True)
class SecondPlace:
    """Where copies go besides the store's own folder, and when the last one arrived."""

    folder: Path
    at: datetime | None

    @property
    def is_there(self) -> bool:
        """Whether the stick or the share is within reach now."""
        return self.folder.is_dir()


def chosen(store_folder: Path) -> SecondPlace | None:
    """The second place of this store, or None when none was chosen."""
    try:
        kept = json.loads((store_folder / NAME).read_text("utf-8"))
        at = kept.get("at")
        return SecondPlace(Path(kept["folder"]), datetime.fromisoformat(at) if at else None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def choose(store_folder: Path, folder: Path) -> None:
    """Let copies go there from now on. Raises Invalid for the store's own folder, Unavailable without rights."""
    if folder.resolve().is_relative_to(store_folder.resolve()):
        raise Invalid("folder", "vault.second_place_same")
    trial = folder / ".meldboek-proef"
    try:
        trial.write_bytes(b"")
        trial.unlink()
    except OSError:
        raise Unavailable("vault.second_place_no_rights") from None
    _write(store_folder, folder, None)


def leave(store_folder: Path) -> None:
    """No second place any more; what lies there stays."""
    (store_folder / NAME).unlink(missing_ok=True)


def bring(store_folder: Path, backup: Path, now: datetime, destroyed: Iterable[datetime] = ()) -> bool | None:
    """Copy a backup to the second place and read it back; None without such a place, False when it did not arrive."""
    place = chosen(store_folder)
    if place is None:
        return None
    if not place.is_there:
        return False
    target = place.folder / backup.name
    fresh = target.with_suffix(".part")
    try:
        shutil.copyfile(backup, fresh)
        if not container.is_whole(fresh):
            return False
        fresh.replace(target)
        _write(store_folder, place.folder, now)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    store_id = container.keys(backup).store_id
    thinning.thin(place.folder, now, destroyed, lambda path: _is_of(path, store_id))
    return True


def newest(store_folder: Path) -> Path | None:
    """The last copy of this store in the second place, or None when none of it is there."""
    place = chosen(store_folder)
    if place is None or not place.is_there:
        return None
    store_id = keyfile.read(store_folder).store_id
    found = sorted(place.folder.glob(f"*{container.SUFFIX}"), reverse=True)
    return next((path for path in found if _is_of(path, store_id)), None)


def is_late(store_folder: Path, now: datetime) -> bool:
    """Whether no copy reached a second place in the last two weeks."""
    place = chosen(store_folder)
    return place is None or place.at is None or now - place.at > REMIND_AFTER


def _is_of(path: Path, store_id: str) -> bool:
    """Whether a backup in the second place is one of this store; another school's are left alone."""
    try:
        return container.keys(path).store_id == store_id
    except Unavailable:
        return False


def _write(store_folder: Path, folder: Path, at: datetime | None) -> None:
    content = {"folder": str(folder), "at": at.isoformat() if at else None}
    try:
        (store_folder / NAME).write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    except OSError:
        raise Unavailable("vault.no_rights") from None
