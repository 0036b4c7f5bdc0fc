"""``keys.json`` as plain data: read in one place, and quickly, for the unlock window looks at it before all else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.kernel.errors import Unavailable

FORMAT = 1
NAME, RECOVERY, ASKS_FILE = "keys.json", "recovery", "asks_file"


@dataclass(frozen=True)
class Glance:
    """What can be seen of a store without any key: the school's name, and who may open it as which role.

    ``with_file`` are those who need their key file beside their passphrase.
    """

    school: str
    users: tuple[tuple[str, str], ...]
    with_file: frozenset[str] = frozenset()


def glance(folder: Path) -> Glance:
    """Look at a store from outside. Raises Unavailable with the reason."""
    document = parsed(read(folder))
    try:
        people = [user for user in document["users"] if user["id"] != RECOVERY]
        with_file = frozenset(user["name"] for user in people if user.get(ASKS_FILE) is True)
        return Glance(str(document["school"]), tuple((user["name"], user["role"]) for user in people), with_file)
    except (LookupError, TypeError, AttributeError):
        raise Unavailable("vault.keys_altered") from None


def read(folder: Path) -> bytes:
    """The bytes of ``keys.json``. Raises Unavailable when they are not there or may not be read."""
    try:
        return (folder / NAME).read_bytes()
    except FileNotFoundError:
        if not folder.exists():
            raise Unavailable("vault.folder_gone", folder=str(folder)) from None
        raise Unavailable("vault.keys_missing" if any(folder.glob("*.db")) else "vault.no_store") from None
    except OSError:
        raise Unavailable("vault.no_rights") from None


def parsed(data: bytes) -> dict[str, Any]:
    """The document in these bytes. Raises Unavailable when it is unreadable or of a later version."""
    try:
        document = json.loads(data.decode("utf-8"))
    except ValueError:
        raise Unavailable("vault.keys_altered") from None
    if not isinstance(document, dict):
        raise Unavailable("vault.keys_altered")
    version = document.get("format", FORMAT)
    if not isinstance(version, int) or version > FORMAT:
        raise Unavailable("vault.newer" if isinstance(version, int) else "vault.keys_altered")
    return document
