"""What one kind of fault came to: how often it was tried and how often something was wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """One row of the proof; ``wrong`` must be zero."""

    name: str
    tried: int
    wrong: int
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether it was tried at all, and nothing was wrong."""
        return self.tried > 0 and self.wrong == 0

    def line(self) -> str:
        """The row as text."""
        mark = "ok  " if self.holds else "LOST"
        return f"{mark}  {self.name:<52} {self.tried:>7} tried {self.wrong:>5} wrong  {self.note}"
