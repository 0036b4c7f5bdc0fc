"""A key file as second factor: what somebody has, beside the passphrase that they know; it lies on a USB stick.

Its 32 random bytes go into the derivation together with the passphrase, so without the file no passphrase opens the
slot, on this computer or on any other. Both travel as one text, ``joined``, wherever a passphrase is asked.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from app.kernel.errors import Unavailable

NAME, SUFFIX = "meldboek.sleutel", ".sleutel"
_HEAD = "Meldboek sleutelbestand 1"
_JOINT = "\0"  # nobody can type it
_SIZE, _LARGEST = 32, 1000  # bytes


def make(path: Path, store: Path) -> str:
    """Write a new key file and read it back; gives what it holds.

    Raises Unavailable beside the store that it guards, and when it is not kept.
    """
    if path.resolve().is_relative_to(store.resolve()):
        raise Unavailable("vault.key_file_beside")
    content = secrets.token_hex(_SIZE)
    try:
        with path.open("x", encoding="ascii") as file:
            file.write(f"{_HEAD}\n{content}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        raise Unavailable("vault.key_file_not_saved") from None
    if read(path) != content:
        raise Unavailable("vault.key_file_not_saved")
    return content


def read(path: Path) -> str:
    """What a key file holds. Raises Unavailable when it is none, or cannot be read."""
    try:
        with path.open("rb") as file:
            head, _line, rest = file.read(_LARGEST).decode("ascii").partition("\n")
        content = bytes.fromhex(rest.strip())
    except (OSError, ValueError):
        raise Unavailable("vault.key_file_unreadable") from None
    if head.strip() != _HEAD or len(content) != _SIZE:
        raise Unavailable("vault.key_file_unreadable")
    return content.hex()


def first_in(folders: Iterable[Path]) -> Path | None:
    """The key file in the first of these folders that has one, such as the stick that was just put in."""
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def joined(passphrase: str, content: str) -> str:
    """The passphrase with what the key file holds; without a file the passphrase itself."""
    return f"{passphrase}{_JOINT}{content}" if content else passphrase


def typed(secret: str) -> str:
    """The passphrase alone."""
    return secret.partition(_JOINT)[0]


def content_of(secret: str) -> str:
    """What came from the key file, or nothing."""
    return secret.partition(_JOINT)[2]
