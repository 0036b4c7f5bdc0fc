"""Moves the clock of the sample from day to day, never past the real moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.kernel.calendar import school_year, school_year_days, working_day_from, working_day_until
from app.kernel.clock import AMSTERDAM, FixedClock

MORNING = time(8, 30)
CLOSING = time(14)  # a working day before this hour has no stories of its own yet


@dataclass
class Days:
    """The days of the sample, counted back from the real moment ``now``."""

    clock: FixedClock
    now: datetime

    @property
    def today(self) -> date:
        """The last working day whose events are over."""
        day = self.now.date()
        return working_day_until(day if self.now.time() >= CLOSING else day - timedelta(days=1))

    @property
    def first_day(self) -> date:
        """The first day of this school year."""
        return school_year_days(school_year(self.now.date()))[0]

    @property
    def opening(self) -> date:
        """The first working day after the summer holidays."""
        return working_day_from(self.first_day + timedelta(days=16))

    @property
    def opening_last_year(self) -> date:
        """The same day a year earlier."""
        first = self.first_day
        return working_day_from(first.replace(year=first.year - 1) + timedelta(days=16))

    @property
    def last_day_last_year(self) -> date:
        """A working day shortly before the summer holidays of last school year."""
        return working_day_until(self.first_day - timedelta(days=31))

    def finish(self) -> None:
        """Set the clock to the real moment."""
        self.clock.at = self.now

    def go(self, on: date, at: time = MORNING) -> datetime:
        """Set the clock, never back and never past now; gives the instant."""
        wanted = datetime.combine(on, at, AMSTERDAM)
        self.clock.at = max(self.clock.at, min(wanted, self.now))
        return self.clock.at
