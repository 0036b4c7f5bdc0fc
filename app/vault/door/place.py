"""The folder of a new store: made ready, and emptied again when the making fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.kernel.errors import Refused, Unavailable

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "googledrive": "Google Drive",
    "mydrive": "Google Drive",
    "mijndrive": "Google Drive",
    "gedeeldedrives": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "stackdrive": "STACK",
    "surfdrive": "SURFdrive",
    "pclouddrive": "pCloud",
    "protondrive": "Proton Drive",
}
_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "9p", "ncpfs"}
)
_DRIVE_REMOTE = 4


def prepare(folder: Path) -> None:
    """Make the folder. Raises Unavailable when it holds something already or cannot be written to."""
    _refuse_cloud(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Unavailable("vault.folder_not_empty")
        (folder / "backups").mkdir()
    except (NotADirectoryError, FileExistsError):
        raise Unavailable("vault.folder_not_empty") from None
    except OSError:
        raise Unavailable("vault.no_rights") from None


def cloud_of(folder: Path) -> str:
    """The service that synchronises this folder, or nothing: it would carry off half-written files (reliability)."""
    rooted = folder.expanduser().absolute()
    for name, value in os.environ.items():
        if name.upper().startswith("ONEDRIVE") and value and rooted.is_relative_to(Path(value)):
            return "OneDrive"
    words = [part.casefold().replace(" ", "") for part in rooted.parts]
    for mark, service in _CLOUDS.items():
        if any(word == mark or word.startswith((f"{mark}-", f"{mark}(")) for word in words):
            return service
    return ""


def is_network(folder: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether a folder lies on another computer, as far as the system tells: there one user works at a time."""
    rooted = folder.expanduser().absolute()
    if str(rooted).startswith(("\\\\", "//")):
        return True
    if os.name == "nt":
        import ctypes  # noqa: PLC0415 - only on Windows

        return bool(ctypes.windll.kernel32.GetDriveTypeW(rooted.anchor) == _DRIVE_REMOTE)  # type: ignore[attr-defined] # Windows only
    try:
        lines = [line.split() for line in mounts.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return False
    kinds = {Path(words[1].replace("\\040", " ")): words[2] for words in lines if len(words) > 2}
    nearest = next((place for place in (rooted, *rooted.parents) if place in kinds), None)
    return nearest is not None and kinds[nearest] in _NETWORKS


def _refuse_cloud(folder: Path) -> None:
    service = cloud_of(folder)
    if service:
        raise Refused("vault.cloud_folder", service=service)


def check(folder: Path) -> None:
    """Raise Unavailable when no new store can be made here, without making anything."""
    _refuse_cloud(folder)
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
