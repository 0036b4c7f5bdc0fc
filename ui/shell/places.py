"""Where the school's folder is: remembered between two starts, or proposed for a new one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ui.kit import folders


def last_folder() -> Path | None:
    """The store that was opened last on this computer, when it is still there."""
    with suppress(OSError, ValueError):
        folder = Path(_note().read_text("utf-8").strip())
        return folder if folder.is_absolute() and folder.is_dir() else None
    return None


def remember(folder: Path) -> None:
    """Open this store next time; only its path is kept."""
    with suppress(OSError):
        _note().parent.mkdir(parents=True, exist_ok=True)
        _note().write_text(str(folder.resolve()), "utf-8")


def proposed_folder() -> Path:
    """Where a new school goes unless the director says otherwise."""
    return folders.documents() / "Meldboek"


def sample_folder() -> Path:
    """Where the sample school lives."""
    return folders.data() / "voorbeeldschool"


def _note() -> Path:
    return folders.settings() / "laatste-school.txt"
