"""The folder of a new store: made ready, and emptied again when the making fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.kernel.errors import Unavailable


def prepare(folder: Path) -> None:
    """Make the folder. Raises Unavailable when it holds something already or cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Unavailable("vault.folder_not_empty")
        (folder / "backups").mkdir()
    except (NotADirectoryError, FileExistsError):
        raise Unavailable("vault.folder_not_empty") from None
    except OSError:
        raise Unavailable("vault.no_rights") from None


def check(folder: Path) -> None:
    """Raise Unavailable when no new store can be made here, without making anything."""
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Unavailable("vault.folder_not_empty")
    except NotADirectoryError:
        raise Unavailable("vault.folder_not_empty") from None
    except OSError:
        raise Unavailable("vault.no_rights") from None
    standing = next(place for place in (folder, *folder.parents) if place.exists())
    if not os.access(standing, os.W_OK | os.X_OK):
        raise Unavailable("vault.no_rights")


@contextmanager
def cleared_on_failure(folder: Path) -> Iterator[None]:
    """Take away what was made in a prepared folder when making the store fails, so that a retry works."""
    try:
        yield
    except OSError:
        _clear(folder)
        raise Unavailable("vault.no_rights") from None
    except BaseException:
        _clear(folder)
        raise


def _clear(folder: Path) -> None:
    """Only what a store is made of: the folder was empty, but somebody may have put a file there since."""
    for pattern in ("register.db*", "casework.db*", "keys.json*", ".geopend.json", ".lock"):
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)
    shutil.rmtree(folder / "backups", ignore_errors=True)
