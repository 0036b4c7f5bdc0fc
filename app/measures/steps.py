"""The course of a measure, step by step: every step is written once, with its day and who wrote it down."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.measures.tables import StepRow
from app.vault.drawers.database import Drawer


class StepWriter:
    """Appends steps within a write that is open already."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def write(self, session: Session, measure_id: int, step: str, on: date | None = None, note: str = "") -> None:
        """Append one step; ``on`` is the day on which it happened (today)."""
        now = self._clock.now()
        session.add(
            StepRow(
                measure_id=measure_id,
                step=step,
                on=on or now.date(),
                at=now,
                by=self._drawer.user.name,
                note=note.strip(),
            )
        )
