"""Sheets lie over the window, hold the focus, and answer once."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.desk import Desk
from ui.kit.dialogs import Dialogs
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import Scroll
from ui.kit.sheet import Sheet


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def dialogs(window: QWidget) -> Dialogs:
    return Dialogs(window)


def _press(sheet: Sheet, text: str) -> None:
    next(each for each in sheet.findChildren(QPushButton) if each.text() == text).click()


def test_the_verb_is_a_yes(dialogs: Dialogs) -> None:
    answers: list[bool] = []
    dialogs.ask("Weggooien?", "Dit kan niet terug.", "Weggooien", answers.append, danger=True)
    assert dialogs.is_open
    _press(dialogs.current[0], "Weggooien")
    assert answers == [True]
    assert not dialogs.is_open


def _fits(sheet: Sheet) -> bool:
    scrolled = sheet.findChild(Scroll)
    assert scrolled is not None
    return scrolled.verticalScrollBar().maximum() == 0


def test_a_scrolling_form_is_as_high_as_what_is_in_it_until_the_window_ends(
    qtbot: QtBot, window: QWidget, dialogs: Dialogs, desk: Desk
) -> None:
    form = Form(desk)
    notes = [form.field(f"note{number}", f"Vraag {number}", TextField()) for number in range(3)]
    more = label("Een uitleg die over meer dan een regel loopt in een smal blad. " * 4, wrap=True)
    form.add(more)
    more.hide()
    sheet = FormSheet("Vragen", form, "Vastleggen", lambda _values: None, width=420, scrolls=True)
    dialogs.open(sheet)
    qtbot.waitUntil(lambda: _fits(sheet))
    low = sheet._card.height()
    assert low < window.height() - 80
    assert sheet._card.rect().contains(notes[-1].mapTo(sheet._card, notes[-1].rect().bottomRight()))
    more.show()
    qtbot.waitUntil(lambda: sheet._card.height() > low and _fits(sheet))
    window.resize(900, low)
    qtbot.waitUntil(lambda: not _fits(sheet))
    assert sheet._card.height() == low - 80


def test_escape_is_a_no_and_gives_the_focus_back(qtbot: QtBot, window: QWidget, dialogs: Dialogs) -> None:
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    answers: list[bool] = []
    dialogs.ask("Weggooien?", "", "Weggooien", answers.append)
    QTest.keyClick(dialogs.current[0], Qt.Key.Key_Escape)
    assert answers == [False]
    assert QApplication.focusWidget() is field


def test_tab_stays_within_the_sheet(qtbot: QtBot, dialogs: Dialogs) -> None:
    sheet = Sheet("Toetsen")
    first, second = sheet.add_button("Een"), sheet.add_button("Twee")
    dialogs.open(sheet)
    visited = set()
    for _turn in range(4):
        sheet.focusNextPrevChild(True)
        visited.add(QApplication.focusWidget())
    assert visited == {first, second}


def test_a_sheet_closes_also_when_what_had_the_focus_was_made_anew(window: QWidget, dialogs: Dialogs) -> None:
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    answers: list[bool] = []
    dialogs.ask("Intrekken?", "", "Intrekken", answers.append)
    shiboken6.delete(field)
    _press(dialogs.current[0], "Intrekken")
    assert answers == [True]
    assert not dialogs.is_open


def test_enter_presses_the_primary_button(qtbot: QtBot, dialogs: Dialogs) -> None:
    pressed: list[int] = []
    sheet = Sheet("Kies")
    sheet.add_button("Annuleren", sheet.dismiss)
    sheet.add_button("Doen", lambda: pressed.append(1), "primary")
    dialogs.open(sheet)
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert pressed == [1]


def test_answers_of_a_test_come_in_place_of_a_window(dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.answers.extend([tmp_path / "lijst.xlsx", None, True])
    chosen: list[object] = []
    dialogs.choose_file("Klassenlijst kiezen", chosen.append)
    dialogs.save_file("Dossier bewaren", "dossier.pdf", chosen.append)
    dialogs.ask("Zeker?", "", "Ja", chosen.append)
    assert chosen == [tmp_path / "lijst.xlsx", None, True]
    assert dialogs.asked == ["Klassenlijst kiezen", "Dossier bewaren", "Zeker?"]
    assert not dialogs.is_open


def test_a_form_in_a_sheet_closes_only_after_the_save(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    desk.dialogs.window = window
    form = Form(desk)
    name = form.field("name", "Naam", TextField())
    done: list[str] = []
    sheet = FormSheet("Naam wijzigen", form, "Bewaren", lambda values: str(values["name"]), done.append)
    desk.dialogs.open(sheet)
    name.edit.setText("Noor")
    name.edit.textEdited.emit("Noor")
    desk.dialogs.answers.append(False)
    sheet.dismiss()
    assert desk.dialogs.is_open
    sheet.submit()
    assert done == ["Noor"]
    assert not desk.dialogs.is_open


def test_enter_never_throws_away_what_was_typed(dialogs: Dialogs) -> None:
    dialogs.ask("Weggooien?", "Dit kan niet terug.", "Weggooien", lambda _yes: None, danger=True)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Annuleren"


def test_a_sheet_with_a_long_sentence_has_no_empty_strip_below_it(window: QWidget, dialogs: Dialogs) -> None:
    sheet = Sheet("Brief vaststellen", width=560)
    told = label("Hierna verandert de brief niet meer. Hij krijgt een kenmerk en komt in het dossier. " * 3, wrap=True)
    sheet.body.addWidget(told)
    closing = sheet.add_button("Sluiten", sheet.dismiss)
    dialogs.open(sheet)
    QApplication.processEvents()
    assert told.height() == told.heightForWidth(told.width())
    card = closing.parentWidget()
    assert card is not None
    assert card.height() - closing.geometry().bottom() < 30
