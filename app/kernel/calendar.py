"""Dutch days: school years, public holidays, working days, months and hours.

The public holidays are computed here, not taken from a library: importing one costs half a second at the
start of the program. A test compares sixty years of them with the ``holidays`` library.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from app.kernel.clock import AMSTERDAM

SATURDAY = 5
FIRST_MONTH_OF_SCHOOL_YEAR = 8
NO_DAYS: frozenset[date] = frozenset()


def school_year(on: date) -> str:
    """The school year of a day, as ``2026-2027`` (1 August to 31 July)."""
    first = on.year if on.month >= FIRST_MONTH_OF_SCHOOL_YEAR else on.year - 1
    return f"{first}-{first + 1}"


def school_year_days(label: str) -> tuple[date, date]:
    """First and last day of the school year with this label."""
    first = int(label[:4])
    return date(first, 8, 1), date(first + 1, 7, 31)


def easter(year: int) -> date:
    """Easter Sunday (the rule of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    corrected = century - (century + 8) // 25 + 1
    epact = (19 * golden + century - century // 4 - corrected // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    usual = date(year, 4, 27)
    return usual - timedelta(days=1) if usual.weekday() == SATURDAY + 1 else usual


@lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[date]:
    """The general holidays of article 3 of the Algemene termijnenwet: Good Friday and every 5 May included."""
    sunday = easter(year)
    moving = (-2, 0, 1, 39, 49, 50)
    fixed = (date(year, 1, 1), kings_day(year), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset(sunday + timedelta(days=days) for days in moving) | frozenset(fixed)


def is_working_day(on: date, closed: frozenset[date] = NO_DAYS) -> bool:
    """Monday to Friday, no general holiday; ``closed`` are days that the school itself adds."""
    return on.weekday() < SATURDAY and on not in holidays(on.year) and on not in closed


def working_day_from(on: date, closed: frozenset[date] = NO_DAYS) -> date:
    """This day, or the first working day after it."""
    while not is_working_day(on, closed):
        on += timedelta(days=1)
    return on


def working_day_until(on: date, closed: frozenset[date] = NO_DAYS) -> date:
    """This day, or the last working day before it."""
    while not is_working_day(on, closed):
        on -= timedelta(days=1)
    return on


def add_working_days(on: date, count: int, closed: frozenset[date] = NO_DAYS) -> date:
    """The day that many working days after (negative: before) this one, which itself does not count."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        on += step
        left -= is_working_day(on, closed)
    return on


def working_days(first: date, last: date, closed: frozenset[date] = NO_DAYS) -> int:
    """How many working days lie in this period, both ends included."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return sum(is_working_day(day, closed) for day in days)


def add_months(on: date, count: int) -> date:
    """The same day so many months later; 31 January plus one month is the last day of February."""
    months = on.year * 12 + on.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def birthday(born: date, age: int) -> date:
    """The day on which this age is reached; who was born on 29 February waits for 1 March in an ordinary year."""
    year = born.year + age
    if (born.month, born.day) == (2, 29) and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return born.replace(year=year)


def age(born: date, on: date) -> int:
    """Age in whole years on this day."""
    years = on.year - born.year
    return years if on >= birthday(born, years) else years - 1


def add_hours(at: datetime, hours: float) -> datetime:
    """The instant so many real hours later, also when the clock changes in between."""
    return (at.astimezone(UTC) + timedelta(hours=hours)).astimezone(AMSTERDAM)


def hours_between(first: datetime, last: datetime) -> float:
    """Real hours from one instant to another, also when the clock changes in between."""
    return (last.astimezone(UTC) - first.astimezone(UTC)) / timedelta(hours=1)
