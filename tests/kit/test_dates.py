"""Dates as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock
from ui.kit.date_fields import BirthField, DateField, TimeField
from ui.kit.date_text import date_problem, read_date, read_time, show_date

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16-11-2026", TODAY),
        ("16/11/26", TODAY),
        ("16 nov", TODAY),
        ("16 november 2026", TODAY),
        ("ma 16 november 2026", TODAY),
        ("maandag 16 nov", TODAY),
        ("2026-11-16", TODAY),
        ("vandaag", TODAY),
        ("Gisteren", date(2026, 11, 15)),
        ("eergisteren", date(2026, 11, 14)),
        ("morgen", date(2026, 11, 17)),
        ("3 mrt", date(2027, 3, 3)),
        ("3 maart", date(2027, 3, 3)),
        ("20 sept", date(2026, 9, 20)),
        ("2 jan", date(2027, 1, 2)),
        ("12-3-14", date(2014, 3, 12)),
        ("29-2", date(2028, 2, 29)),
        ("yesterday", date(2026, 11, 15)),
        ("afgelopen zaterdag", date(2026, 11, 14)),
        ("afgelopen maandag", date(2026, 11, 9)),
        ("vorige vrijdag", date(2026, 11, 13)),
        ("komende maandag", date(2026, 11, 23)),
        ("komende za", date(2026, 11, 21)),
        ("zaterdag", None),  # the last one or the next
        ("31-2-2026", None),
        ("16 foo", None),
        ("nooit", None),
        ("", None),
    ],
)
def test_a_date_is_understood_as_typed(typed: str, meant: date | None) -> None:
    if typed == "29-2":
        assert read_date(typed, TODAY) is None  # no such day in the years around
    else:
        assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("zaterdag", 14), ("Za", 14), ("zondag", 15), ("maandag", 16), ("dinsdag", 10), ("komende dinsdag", 17)],
)
def test_where_the_past_is_meant_a_weekday_is_the_last_one(typed: str, meant: int) -> None:
    assert read_date(typed, TODAY, past=True) == date(2026, 11, meant)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31 feb", "31 feb bestaat niet. Controleer de dag en de maand."),
        ("29-2-2027", "29-2-2027 bestaat niet. Controleer de dag en de maand."),
        ("16-13-2026", "16-13-2026 bestaat niet. Controleer de dag en de maand."),
        ("29 feb", "29 feb is er niet elk jaar. Typ ook het jaar."),
        ("zaterdag", "Welke zaterdag bedoelt u? Typ afgelopen zaterdag of komende zaterdag, of de datum."),
        ("ergens", "Deze datum is niet te lezen. Typ bijvoorbeeld 16-11-2026, 16 nov of vandaag."),
    ],
)
def test_what_is_no_day_is_told_for_what_it_is(typed: str, told: str) -> None:
    assert date_problem(typed, TODAY) == told


def test_a_field_of_the_past_takes_the_last_weekday_and_another_asks_which(qtbot: QtBot, clock: FixedClock) -> None:
    past, other = DateField(clock, past=True), DateField(clock)
    for field in (past, other):
        qtbot.addWidget(field)
        field.edit.setText("zaterdag")
    assert (past.value(), past.problem()) == (date(2026, 11, 14), "")
    assert other.value() is None
    assert other.problem().startswith("Welke zaterdag bedoelt u?")


def test_a_day_of_birth_has_its_year_and_has_come(qtbot: QtBot, clock: FixedClock) -> None:
    field = BirthField(clock)
    qtbot.addWidget(field)
    assert field.edit.placeholderText() == "bijvoorbeeld 4-3-2016"
    for typed in ("20 nov", "vandaag", "zaterdag"):
        field.edit.setText(typed)
        assert field.value() is None
        assert field.problem()
    field.edit.setText("20 nov 2026")
    assert field.problem().startswith("Deze dag moet nog komen")
    field.edit.setText("4-3-16")
    field.edit.editingFinished.emit()
    assert (field.value(), field.problem()) == (date(2016, 3, 4), "")
    field.edit.setText("31 feb 2016")
    assert field.problem().startswith("31 feb 2016 bestaat niet")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("13:15", time(13, 15)), ("13.15", time(13, 15)), ("1315", time(13, 15)), ("8 uur", time(8)), ("25:00", None)],
)
def test_a_time_is_understood_as_typed(typed: str, meant: time | None) -> None:
    assert read_time(typed) == meant


def test_a_date_is_shown_in_full() -> None:
    assert show_date(TODAY) == "ma 16 nov 2026"


def test_a_date_field_shows_the_date_when_it_is_left(qtbot: QtBot, clock: FixedClock) -> None:
    field = DateField(clock)
    qtbot.addWidget(field)
    field.edit.setText("vandaag")
    field.edit.editingFinished.emit()
    assert field.edit.text() == "ma 16 nov 2026"
    assert field.value() == TODAY


def test_a_date_field_says_what_it_cannot_read(qtbot: QtBot, clock: FixedClock) -> None:
    field = DateField(clock)
    qtbot.addWidget(field)
    assert not field.problem()
    field.edit.setText("ergens in mei")
    assert "16-11-2026" in field.problem()


def test_a_time_field_reads_and_shows(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.edit.setText("8 uur")
    field.edit.editingFinished.emit()
    assert field.edit.text() == "08:00"
    field.edit.setText("laat")
    assert field.problem()
