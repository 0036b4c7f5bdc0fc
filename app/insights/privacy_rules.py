"""Which numbers may be told: none under five, and none that can be worked out from the others and their sum."""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 5  # a number below this could be about somebody whom the reader knows

Told = int | None  # None: withheld


def may_tell(count: int) -> bool:
    """Whether a number that stands alone may be told: nothing at all, or five and more."""
    return count == 0 or count >= LEAST


def alone(count: int) -> Told:
    """A number that stands alone, or None when it is too small."""
    return count if may_tell(count) else None


def protected(counts: Sequence[int]) -> tuple[Told, ...]:
    """The numbers of one table of which the sum is known; those that would give somebody away are withheld.

    Every small number is withheld. When the rest of the sum would still tell it, the smallest numbers that
    are left are withheld as well, until what is withheld can be divided in more than one way. A table in
    which nearly everything is small is withheld whole, so that even the zeros say nothing.
    """
    hidden = {at for at, count in enumerate(counts) if not may_tell(count)}
    if not hidden:
        return tuple(counts)
    whole = sum(counts)
    if whole < LEAST or whole <= 2 * sum(count > 0 for count in counts):
        return (None,) * len(counts)
    left = sorted({count for count in counts if count >= LEAST}, reverse=True)
    while not _is_safe(counts, hidden) and left:
        smallest = left.pop()  # equals go together: else which of them was taken would tell
        hidden |= {at for at, count in enumerate(counts) if count == smallest}
    if not _is_safe(counts, hidden):
        return (None,) * len(counts)
    return tuple(None if at in hidden else count for at, count in enumerate(counts))


def _is_safe(counts: Sequence[int], hidden: set[int]) -> bool:
    """Whether the sum of what is withheld leaves each of those numbers open."""
    rest, many = sum(counts[at] for at in hidden), len(hidden)
    if many < 2 or rest < max(LEAST, many + 1):
        return False
    only_small = all(counts[at] < LEAST for at in hidden)
    return not only_small or rest < (LEAST - 1) * many
