"""The table sorts in Dutch order, filters, copies, keeps its choice and says when it is empty."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.kernel.names import PersonName, full, sort_key
from tests.settled import settled
from ui.kit.table import Column, Table
from ui.kit.tag import TagText


@dataclass(frozen=True)
class Line:
    id: int
    name: PersonName
    state: str = "open"


LINES = (
    Line(1, PersonName("Bram", "van den", "Berg")),
    Line(2, PersonName("Aylin", "", "Öztürk"), "dicht"),
    Line(3, PersonName("Noor", "de", "Graaf")),
    Line(4, PersonName("Jasmijn", "van 't", "Hof")),
    Line(5, PersonName("Ilyas", "", "Bakker")),
)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table(
        (
            Column("Naam", text=lambda line: full(line.name), sort=lambda line: sort_key(line.name)),
            Column("Stand", tag=lambda line: TagText(line.state), width=90),
            Column("", text=lambda _line: "Openen", verb=True, width=80),
        )
    )
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.set_lines(LINES)
    made.show()
    return made


def _names(table: Table) -> list[str]:
    return [line.name.surname for line in table.lines_model.shown]


def test_it_sorts_by_dutch_names_both_ways(table: Table) -> None:
    table.lines_model.sort(0, Qt.SortOrder.AscendingOrder)
    assert _names(table) == ["Bakker", "Berg", "Graaf", "Hof", "Öztürk"]
    table.lines_model.sort(0, Qt.SortOrder.DescendingOrder)
    assert _names(table) == ["Öztürk", "Hof", "Graaf", "Berg", "Bakker"]


def test_it_filters_without_accents_and_on_all_words(table: Table) -> None:
    table.set_filter("ozturk")
    assert _names(table) == ["Öztürk"]
    table.set_filter("den bram")
    assert _names(table) == ["Berg"]
    table.set_filter("dicht")
    assert _names(table) == ["Öztürk"]
    table.set_filter("")
    assert len(_names(table)) == 5


def test_the_same_line_stays_chosen_when_the_lines_come_again(table: Table) -> None:
    table.select(3)
    table.set_lines(tuple(reversed(LINES)))
    assert table.selected.id == 3
    table.set_lines(LINES[:2])
    assert table.selected is None


def test_it_says_when_it_is_empty_and_when_a_filter_finds_nothing(table: Table) -> None:
    assert not table._empty.isVisible()
    table.set_filter("zzz")
    assert table._nothing.isVisible()
    table.set_lines(())
    assert table._empty.isVisible()
    assert not table._nothing.isVisible()


def test_ctrl_c_copies_the_chosen_row_as_text(qtbot: QtBot, table: Table) -> None:
    table.select(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Bram van den Berg\topen\tOpenen"


@pytest.mark.parametrize(
    ("typed", "copied"),
    [("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'=1"), ("-", "-"),
     ("Jan\tde\nWit", "Jan de Wit")],
)  # fmt: skip
def test_what_is_copied_is_no_formula_in_a_workbook(qtbot: QtBot, typed: str, copied: str) -> None:
    made = Table((Column("Wat", lambda line: line),), name="Lijst")
    qtbot.addWidget(made)
    made.set_lines((typed,))
    made.selectRow(0)
    made.copy()
    assert QGuiApplication.clipboard().text() == copied


def test_enter_opens_the_chosen_line_and_a_click_on_a_verb_does_that_verb(qtbot: QtBot, table: Table) -> None:
    table.select(2)
    with qtbot.waitSignal(table.line_activated) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [LINES[1]]
    cell = table.visualRect(table.lines_model.index(0, 2)).center()
    with qtbot.waitSignal(table.verb_clicked) as done:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert done.args == [LINES[0], 2]


def test_arrows_move_the_choice(qtbot: QtBot, table: Table) -> None:
    table.select(1)
    with qtbot.waitSignal(table.line_selected) as moved:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert moved.args == [LINES[1]]


def test_the_texts_for_a_workbook_have_titles_on_top(table: Table) -> None:
    assert table.texts()[:2] == (("Naam", "Stand", ""), ("Bram van den Berg", "open", "Openen"))


@pytest.mark.parametrize("focused", [False, True], ids=["fresh", "after the focus came by itself"])
def test_the_first_click_chooses_its_row(qtbot: QtBot, table: Table, focused: bool) -> None:
    told: list[tuple[object, object]] = []
    table.line_selected.connect(lambda line: told.append((line, table.selected)))
    if focused:
        table.activateWindow()
        qtbot.waitUntil(table.isActiveWindow)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
    assert told == []
    spot = table.visualRect(table.lines_model.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == [(LINES[0], LINES[0])]


@pytest.mark.parametrize(("width", "moves"), [(340, False), (300, False), (250, True)])
def test_a_table_gives_way_a_little_before_it_moves_sideways(table: Table, width: int, moves: bool) -> None:
    table.resize(width, 400)
    settled(table)
    assert (table.horizontalScrollBar().maximum() > 0) is moves
    assert table.horizontalHeader().sectionSize(0) >= 105
