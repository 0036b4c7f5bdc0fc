"""Where the school's folder is: remembered between two starts, and what its keys.json shows to everyone."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.kernel.errors import Unavailable
from ui.kit import folders

KEYS, NEWEST = "keys.json", 1


@dataclass(frozen=True)
class Glance:
    """What can be seen of a store without any key: the school's name, and who may open it as which role."""

    school: str
    users: tuple[tuple[str, str], ...]


def glance(folder: Path) -> Glance:
    """Look at a store from outside; quick, for the start of the program. Raises Unavailable with the reason."""
    try:
        document = json.loads((folder / KEYS).read_text("utf-8"))
        if document.get("format", NEWEST) > NEWEST:
            raise Unavailable("vault.newer")
        return Glance(document["school"], tuple((user["name"], user["role"]) for user in _people(document)))
    except FileNotFoundError:
        raise Unavailable("vault.keys_missing" if any(folder.glob("*.db")) else "vault.no_store") from None
    except OSError:
        raise Unavailable("vault.no_rights") from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Unavailable("vault.keys_altered") from None


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


def _people(document: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    return [user for user in document["users"] if user["id"] != "recovery"]


def _note() -> Path:
    return folders.settings() / "laatste-school.txt"
