"""The recovery key: 160 random bits as words that can be printed, kept in the safe and typed back."""

from __future__ import annotations

from app.kernel.errors import Unavailable
from app.kernel.texts import N_

NAME = N_("herstelsleutel")
"""What stands in the log and in the window for who opened the store with it."""
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LENGTH = 32


def new_recovery_key() -> str:
    """Eight groups of four characters and one group of two check characters, joined by dashes."""
    import secrets  # noqa: PLC0415 - as in _check

    body = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return _spelled(body + _check(body))


def normal(typed: str) -> str | None:
    """The recovery key as it is printed, or None when what was typed cannot be one."""
    text = "".join(character for character in typed.upper().translate(_LOOKALIKES) if character.isalnum())
    body, check = text[:_LENGTH], text[_LENGTH:]
    return _spelled(text) if len(body) == _LENGTH and check == _check(body) else None


def is_one(text: str) -> bool:
    """Whether somebody typed a recovery key, in whatever field."""
    return normal(text) is not None


def typed(text: str) -> str:
    """The recovery key as it is printed. Raises Unavailable when a character is missing or wrong."""
    found = normal(text)
    if found is None:
        raise Unavailable("vault.recovery_key_mistyped")
    return found


def _check(body: str) -> str:
    import hashlib  # noqa: PLC0415 - loads OpenSSL, and the unlock window only asks whether a text is a key

    digest = hashlib.sha256(body.encode()).digest()
    return _ALPHABET[digest[0] % 32] + _ALPHABET[digest[1] % 32]


def _spelled(text: str) -> str:
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))
