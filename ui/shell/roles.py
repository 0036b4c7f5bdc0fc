"""What a role is called on screen; the names of the roles in keys.json, without loading the vault."""

from __future__ import annotations

from app.kernel.texts import N_, _

_NAMES = {
    "director": N_("directeur"),
    "administrator": N_("administratie"),
    "board": N_("bestuur"),
    "coordinator": N_("coördinator"),
}


def role_name(role: str) -> str:
    """The Dutch word for a role."""
    return _(_NAMES[role]) if role in _NAMES else role
