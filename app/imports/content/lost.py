"""Letters that were lost when a list was saved: ``Ayd?n`` is the Aydın who is known already."""

from __future__ import annotations


def is_spoiled(name: str) -> bool:
    """Whether a name holds a question mark or the sign for an unknown letter."""
    return "?" in name or "\N{REPLACEMENT CHARACTER}" in name


def is_same(told: str, known: str) -> bool:
    """Whether two names differ only in letters that were lost."""
    if not is_spoiled(told) or len(told) != len(known):
        return False
    return all(
        new == old or (new in "?\N{REPLACEMENT CHARACTER}" and old.isalpha())
        for new, old in zip(told, known, strict=True)
    )


def oddness(name: str) -> str:
    """The code of what is odd in a name: letters that were lost, or figures; empty for an ordinary one."""
    if is_spoiled(name):
        return "imports.letters_lost"
    return "imports.name_of_digits" if any(sign.isdigit() for sign in name) else ""
