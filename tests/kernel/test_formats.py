"""Dates and numbers in Dutch."""

from datetime import UTC, date, datetime

import pytest

from app.kernel import formats
from app.kernel.clock import at

MARCH = date(2026, 3, 12)
MONDAY = date(2026, 11, 16)


def test_dates_are_written_for_lists_letters_and_tables() -> None:
    assert formats.short_date(MARCH) == "12 mrt 2026"
    assert formats.long_date(MARCH) == "12 maart 2026"
    assert formats.weekday_date(MONDAY) == "ma 16 nov"
    assert formats.day_month(date(2026, 5, 1)) == "1 mei"
    assert formats.weekday(MONDAY) == "maandag"
    assert formats.long_weekday_date(MONDAY) == "maandag 16 november 2026"


def test_instants_are_written_in_dutch_local_time() -> None:
    assert formats.weekday_time(at(2026, 11, 16, 13, 15)) == "ma 16 nov 13:15"
    assert formats.weekday_time(datetime(2026, 11, 15, 23, 30, tzinfo=UTC)) == "ma 16 nov 00:30"
    assert formats.clock_time(datetime(2026, 7, 1, 6, 5, tzinfo=UTC)) == "08:05"
    assert formats.short_time(at(2026, 3, 12, 9)) == "12 mrt 2026 09:00"
    assert formats.long_time(at(2026, 3, 12, 9)) == "12 maart 2026, 09:00 uur"


@pytest.mark.parametrize(
    ("typed", "shown", "kept"),
    [
        ("06-12345678", "06-1234 5678", "0612345678"),
        ("+31 (0)6 12345678", "06-1234 5678", "0612345678"),
        ("0031612345678", "06-1234 5678", "0612345678"),
        ("053-4328080", "053-432 80 80", "0534328080"),
        ("0541 123456", "0541-12 34 56", "0541123456"),
        ("09001113111", "0900-1113111", "09001113111"),
        ("0900-1113111", "0900-1113111", "09001113111"),
        ("0800-8051", "0800-8051", "08008051"),
        ("0900-8844", "0900-8844", "09008844"),
        ("+49 170 1234567", "+49 170 1234567", "+491701234567"),
        ("onbekend", "onbekend", ""),
        ("12345", "12345", "12345"),
    ],
)
def test_telephone_numbers(typed: str, shown: str, kept: str) -> None:
    assert formats.phone(typed) == shown
    assert formats.phone_digits(typed) == kept


def test_what_is_a_telephone_number() -> None:
    assert formats.is_phone("06 12 34 56 78")
    assert formats.is_phone("0900-1113111")
    assert formats.is_phone("+491701234567")
    assert not formats.is_phone("0012")
    assert not formats.is_phone("061234567")


@pytest.mark.parametrize(
    ("typed", "shown", "right"),
    [
        ("7534ab", "7534 AB", True),
        ("7534 AB", "7534 AB", True),
        ("0534 AB", "0534 AB", False),
        ("7534 SS", "7534 SS", False),
        ("753 AB", "753 AB", False),
    ],
)
def test_postcodes(typed: str, shown: str, right: bool) -> None:
    assert formats.postcode(typed) == shown
    assert formats.is_postcode(typed) is right


def test_the_place_stands_in_capitals_after_two_spaces() -> None:
    assert formats.postcode_place("7534ab", "Enschede") == "7534 AB  ENSCHEDE"
    assert formats.postcode_place("", "Enschede") == "ENSCHEDE"


def test_school_codes() -> None:
    assert formats.is_brin("08XY")
    assert formats.is_brin("08XY01")
    assert not formats.is_brin("08XY1")
    assert not formats.is_brin("8XYZ")
