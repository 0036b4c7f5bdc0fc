"""Dutch days against known dates and against a library."""

from datetime import date

import holidays as library
import pytest

from app.kernel import calendar
from app.kernel.calendar import add_months, age, birthday, school_year
from app.kernel.clock import at


@pytest.mark.parametrize(
    ("on", "label"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2026, 12, 31), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(1999, 9, 1), "1999-2000"),
    ],
)
def test_a_school_year_runs_from_august_to_july(on: date, label: str) -> None:
    assert school_year(on) == label
    first, last = calendar.school_year_days(label)
    assert first <= on <= last


def test_holidays_are_those_of_the_library_for_sixty_years() -> None:
    for year in range(1991, 2051):
        known = library.country_holidays("NL", years=year, categories=("public", "optional"))
        if year < 2014:  # the queen's day was 30 April
            ours = {day for day in calendar.holidays(year) if day.month != 4 or day.day < 26}
            theirs = {day for day in known if day.month != 4 or day.day < 26}
            assert ours - {calendar.kings_day(year)} == theirs, year
        else:
            assert calendar.holidays(year) == frozenset(known), year


def test_fifth_of_may_is_a_holiday_every_year() -> None:
    assert all(date(year, 5, 5) in calendar.holidays(year) for year in range(2024, 2031))


def test_kings_day_is_a_day_earlier_when_the_27th_is_a_sunday() -> None:
    assert calendar.kings_day(2025) == date(2025, 4, 26)
    assert calendar.kings_day(2026) == date(2026, 4, 27)


@pytest.mark.parametrize(
    ("on", "working"),
    [
        (date(2026, 4, 2), True),
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 4), False),
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 4, 7), True),
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 5, 25), False),  # Whit Monday
        (date(2026, 12, 24), True),
        (date(2026, 12, 26), False),
        (date(2026, 12, 31), True),
    ],
)
def test_working_days(on: date, working: bool) -> None:
    assert calendar.is_working_day(on) is working


def test_the_school_may_add_days_on_which_it_is_closed() -> None:
    closed = frozenset({date(2026, 11, 16)})
    assert not calendar.is_working_day(date(2026, 11, 16), closed)
    assert calendar.add_working_days(date(2026, 11, 13), 1, closed) == date(2026, 11, 17)
    assert calendar.working_day_from(date(2026, 11, 14), closed) == date(2026, 11, 17)
    assert calendar.working_day_until(date(2026, 11, 16), closed) == date(2026, 11, 13)
    assert calendar.working_days(date(2026, 11, 13), date(2026, 11, 17), closed) == 2


def test_working_days_are_counted_over_holidays_forwards_and_backwards() -> None:
    assert calendar.add_working_days(date(2026, 12, 24), 2) == date(2026, 12, 29)
    assert calendar.add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 7)
    assert calendar.add_working_days(date(2026, 4, 7), -1) == date(2026, 4, 2)
    assert calendar.add_working_days(date(2026, 11, 15), 0) == date(2026, 11, 15)
    assert calendar.working_days(date(2026, 3, 16), date(2026, 3, 22)) == 5


@pytest.mark.parametrize(
    ("on", "months", "result"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_end_at_the_last_day_of_the_month(on: date, months: int, result: date) -> None:
    assert add_months(on, months) == result


def test_who_was_born_on_29_february_is_older_on_1_march_in_ordinary_years() -> None:
    born = date(2016, 2, 29)
    assert birthday(born, 12) == date(2028, 2, 29)
    assert birthday(born, 16) == date(2032, 2, 29)
    assert birthday(born, 11) == date(2027, 3, 1)
    assert age(born, date(2027, 2, 28)) == 10
    assert age(born, date(2027, 3, 1)) == 11
    assert age(born, date(2028, 2, 28)) == 11
    assert age(born, date(2028, 2, 29)) == 12


def test_age_counts_from_the_birthday_itself() -> None:
    assert age(date(2014, 11, 16), date(2026, 11, 15)) == 11
    assert age(date(2014, 11, 16), date(2026, 11, 16)) == 12


def test_a_day_of_24_hours_stays_24_hours_when_the_clock_changes() -> None:
    before_winter = at(2026, 10, 24, 14)
    assert calendar.add_hours(before_winter, 24) == at(2026, 10, 25, 13)
    assert calendar.hours_between(before_winter, at(2026, 10, 25, 14)) == 25
    before_summer = at(2026, 3, 28, 14)
    assert calendar.add_hours(before_summer, 24) == at(2026, 3, 29, 15)
    assert calendar.hours_between(before_summer, at(2026, 3, 29, 14)) == 23
