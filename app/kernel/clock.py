"""The only place that asks the computer what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the time; every instant carries the zone Europe/Amsterdam."""

    def now(self) -> datetime:
        """This instant, in Dutch local time."""
        ...

    def today(self) -> date:
        """The Dutch calendar day of this instant."""
        ...


class SystemClock:
    """The time of this computer."""

    def now(self) -> datetime:
        """This instant, in Dutch local time."""
        return datetime.now(UTC).astimezone(AMSTERDAM)

    def today(self) -> date:
        """Today's date in the Netherlands."""
        return self.now().date()


@dataclass
class FixedClock:
    """A clock that stands still until it is moved; for screens, samples and tests."""

    at: datetime

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.at.astimezone(AMSTERDAM)

    def today(self) -> date:
        """The date it was set to."""
        return self.now().date()


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant in Dutch local time."""
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM)
