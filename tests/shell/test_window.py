"""The open school: pages by role, counts, palette, help, lock with drafts, idle, crash."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewEntry, NewReport
from app.cases.rules import EntryKind
from tests.builders import Cast
from ui.kit.dialogs import Dialogs
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.kit.page import Page
from ui.kit.theme import theme
from ui.shell.crash import CrashSheet, describe, install
from ui.shell.help import CHAPTERS, MANUAL, Manual
from ui.shell.idle_sheet import IdleSheet
from ui.shell.pages import page_classes
from ui.shell.relaunch import command
from ui.shell.window import Shell, opened


def _shell(qtbot: QtBot, meldboek: Meldboek) -> tuple[Shell, list[Path]]:
    locked: list[Path] = []
    made = opened(meldboek, Jobs(inline=True), Dialogs(), again=locked.append)
    made.desk.dialogs.window = made
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: len(made.made) == len(made.pages), timeout=60_000)
    return made, locked


def _page(shell: Shell) -> Page:
    assert shell.page is not None
    return shell.page


@pytest.fixture
def shell(qtbot: QtBot, meldboek: Meldboek) -> Iterator[Shell]:
    made, _locked = _shell(qtbot, meldboek)
    yield made
    made.idle.stop()


def test_a_director_sees_every_page_and_an_administrator_no_trace_of_cases(
    qtbot: QtBot, as_administrator: Meldboek
) -> None:
    made, _locked = _shell(qtbot, as_administrator)
    allowed = {page.name for page in page_classes()} - {"cases", "measures", "inspector", "dossiers", "insights"}
    assert set(made.pages) <= allowed
    words = " ".join(button.text() for button in made.findChildren(QPushButton))
    assert "Zaken" not in words
    made.report()
    assert made.page is not None
    assert made.page.name != "cases"
    made.idle.stop()


def test_the_pages_open_in_the_order_of_the_navigation(shell: Shell) -> None:
    assert next(iter(shell.pages)) == "agenda"
    for name in shell.pages:
        shell.go(name)
        assert shell.page is not None
        assert shell.page.name == name
        assert shell.navigation.buttons[shell.page.entry()].isChecked()


def test_the_palette_finds_a_person_and_goes_there(qtbot: QtBot, shell: Shell, cast: Cast) -> None:
    shell.search()
    palette = shell.palette_
    assert palette is not None
    QTest.keyClicks(palette.edit, "pien mul")
    qtbot.waitUntil(lambda: any("Pien Mulder" in one.title for one in palette.table.lines_model.shown))
    palette.table.select(f"person:{cast.pien}")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert shell.page is not None
    assert shell.page.name == "people"


def test_the_palette_finds_a_line_of_a_timeline_and_opens_its_case(qtbot: QtBot, shell: Shell) -> None:
    casework = shell.desk.meldboek.casework
    assert casework is not None
    case_id = casework.cases.report(NewReport("Appgroep van groep 8"))
    casework.cases.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met de wijkagent"))
    shell.search()
    palette = shell.palette_
    assert palette is not None
    QTest.keyClicks(palette.edit, "wijkagent")
    qtbot.waitUntil(lambda: any("wijkagent" in one.title for one in palette.table.lines_model.shown))
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert shell.page is not None
    assert (shell.page.name, shell.page.target) == ("cases", case_id)


def test_the_palette_knows_commands(qtbot: QtBot, shell: Shell) -> None:
    shell.search()
    palette = shell.palette_
    assert palette is not None
    QTest.keyClicks(palette.edit, "vergren")
    qtbot.waitUntil(lambda: palette.table.selected is not None and palette.table.selected.id == "lock")
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_help_opens_at_the_page_and_comes_back(shell: Shell) -> None:
    shell.go("people")
    shell.help()
    assert shell.page is None
    assert shell._manual is not None
    assert shell._manual.chapters.currentItem().text() == "Personen"
    assert "Personen" in shell._manual.text.toPlainText()
    shell._manual.closed.emit()
    assert _page(shell).name == "people"


def test_a_manual_that_is_gone_hears_nothing_of_the_appearance(qapp: QApplication) -> None:
    shiboken6.delete(Manual())
    theme.changed.emit()


def test_every_page_has_its_chapter() -> None:
    names = {name for name, _title in CHAPTERS}
    assert {page.entry() for page in page_classes()} <= names
    assert all((MANUAL / f"{name}.md").stat().st_size > 100 for name in names)


def test_locking_keeps_the_draft_and_closes_the_store(qtbot: QtBot, meldboek: Meldboek) -> None:
    made, locked = _shell(qtbot, meldboek)
    form = Form(made.desk, drafts=(meldboek.store.register, "visit", "new"))
    name = form.field("name", "Naam", TextField())
    made.stack.addWidget(form)
    made.stack.setCurrentWidget(form)
    name.edit.setText("half getypt")
    name.edit.textEdited.emit("half getypt")
    made.lock()
    assert locked == [meldboek.store.folder]
    assert not (meldboek.store.folder / ".geopend.json").exists()


def test_idle_warns_and_any_key_takes_the_warning_away(shell: Shell) -> None:
    shell.idle._warn()
    assert isinstance(shell.desk.dialogs.current[0], IdleSheet)
    shell.idle.touch()
    assert not shell.desk.dialogs.is_open


def test_at_the_end_of_the_warning_the_program_locks(qtbot: QtBot, meldboek: Meldboek) -> None:
    made, locked = _shell(qtbot, meldboek)
    made.idle.expired.emit()
    assert locked


def test_shortcuts_wait_while_a_sheet_is_open(qtbot: QtBot, shell: Shell) -> None:
    shell.keys()
    assert not shell._is_free()
    shell.desk.dialogs.current[0].dismiss()
    assert shell._is_free()


def test_the_program_starts_again_at_the_same_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command(tmp_path) == (sys.executable, ["-m", "ui.shell.main", "--store", str(tmp_path)])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command(tmp_path) == (sys.executable, ["--store", str(tmp_path)])


def test_a_crash_shows_where_but_never_what_it_was_about(qtbot: QtBot, shell: Shell) -> None:
    before = sys.excepthook
    install(shell.desk.dialogs)
    try:
        int("Noor de Graaf, groep 5A")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.excepthook = before
    sheet = shell.desk.dialogs.current[0]
    assert isinstance(sheet, CrashSheet)
    assert "Noor" not in sheet.details
    assert "tests/shell/test_window.py" in sheet.details
    sheet.copy()
    assert QApplication.clipboard().text() == sheet.details
    sheet.dismiss()


def test_a_description_names_the_kind_of_error() -> None:
    assert "KeyError" in describe(KeyError, None)


def test_the_message_bar_undoes(qtbot: QtBot, shell: Shell) -> None:
    undone: list[int] = []
    shell.desk.messages.info("De brief is weggegooid.", undo=lambda: undone.append(1))
    assert shell.bar.isVisible()
    shell.bar._undo.click()
    assert undone == [1]
    assert not shell.bar.isVisible()


def test_every_button_and_field_has_an_accessible_name(shell: Shell) -> None:
    for name in shell.pages:
        shell.go(name)
    nameless = [
        (page.name, type(widget).__name__, widget.objectName())
        for page in shell.made.values()
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
        for widget in page.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []
