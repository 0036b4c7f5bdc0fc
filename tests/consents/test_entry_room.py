"""No purpose out of sight while forms are entered; where the window is too low for that, it is said."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from ui.consents.answers import LOWEST, ROW_HEIGHT, AnswersField


@pytest.fixture
def field(meldboek: Meldboek, qtbot: QtBot) -> AnswersField:
    made = AnswersField()
    qtbot.addWidget(made)
    made.resize(360, 400)
    made.show()
    made.set_purposes(meldboek.consents.catalogue.all())
    return made


def last_row_ends(field: AnswersField) -> int:
    row = len(field.table.lines) - 1
    return field.table.rowViewportPosition(row) + field.table.rowHeight(row)


def beside(field: AnswersField) -> str:
    return next((one.text() for one in field.findChildren(QLabel) if one.isVisible() and "beeld" in one.text()), "")


def test_the_rows_grow_lower_before_one_falls_out_of_sight(field: AnswersField) -> None:
    count = len(field.table.lines)
    for height in (count * ROW_HEIGHT + 60, count * LOWEST + 34):
        field.resize(360, height)
        assert last_row_ends(field) <= field.table.viewport().height()
        assert beside(field) == ""
    assert field.table.rowHeight(0) < ROW_HEIGHT


def test_what_is_out_of_sight_is_counted(field: AnswersField) -> None:
    field.resize(360, len(field.table.lines) * LOWEST // 2)
    assert beside(field).endswith("doelen staan buiten beeld: scrol.")
    out = sum(
        field.table.rowViewportPosition(row) + LOWEST > field.table.viewport().height()
        for row in range(len(field.table.lines))
    )
    assert int(beside(field).split()[0]) >= out > 0


def test_every_box_stands_in_a_narrow_panel(field: AnswersField) -> None:
    field.resize(330, 500)
    header = field.table.horizontalHeader()
    assert header.length() <= field.table.viewport().width()
