"""Letters that were lost when a list was saved: ``Ayd?n`` is the Aydın who is known already."""

from __future__ import annotations

from app.kernel.names import PersonName


def is_spoiled(name: str) -> bool:
    """Whether a name holds a question mark or the sign for an unknown letter."""
    return "?" in name or "\N{REPLACEMENT CHARACTER}" in name


def in_name(name: PersonName) -> bool:
    """The same of a name in its parts, which need not be put together for it."""
    return is_spoiled(name.first_name) or is_spoiled(name.surname) or is_spoiled(name.infix + name.initials)


def is_same(told: str, known: str) -> bool:
    """Whether two names differ only in letters that were lost."""
    if not is_spoiled(told) or len(told) != len(known):
        return False
    return all(
        new == old or (new in "?\N{REPLACEMENT CHARACTER}" and old.isalpha())
        for new, old in zip(told, known, strict=True)
    )


def oddness_of(name: PersonName) -> str:
    """The code of what is odd in a name: letters that were lost, or figures; empty for an ordinary one."""
    whole = name.first_name + name.infix + name.surname + name.initials
    if whole.isalpha():
        return ""
    if is_spoiled(whole):
        return "imports.letters_lost"
    return "imports.name_of_digits" if any(map(str.isdigit, whole)) else ""
