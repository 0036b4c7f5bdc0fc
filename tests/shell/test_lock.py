"""Locking always works, also over an open sheet, and what was typed is found back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek, start
from app.kernel.clock import FixedClock
from app.kernel.errors import Unavailable
from app.vault import drafts
from app.vault.keys import keyfile
from app.vault.store import open_store
from tests.builders import DIRECTOR
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.shell.front import Front
from ui.shell.window import Shell


def _front(qtbot: QtBot, meldboek: Meldboek, locked: list[Path]) -> tuple[Front, Shell]:
    front = Front(meldboek.store.folder, Jobs(inline=True), keep=str, again=locked.append)
    qtbot.addWidget(front)
    front.show()
    front.enter(meldboek)
    shell = front.shell
    assert shell is not None
    return front, shell


def _open_sheet(shell: Shell) -> TextField:
    form = Form(shell.desk)
    text = form.field("text", "Tekst", TextField())
    shell.desk.dialogs.open(FormSheet("Taak toevoegen", form, "Bewaren", lambda _values: None))
    return text


def test_control_l_locks_over_an_open_sheet_and_its_text_is_found_back(
    qtbot: QtBot, meldboek: Meldboek, clock: FixedClock
) -> None:
    locked: list[Path] = []
    front, shell = _front(qtbot, meldboek, locked)
    text = _open_sheet(shell)
    QApplication.processEvents()
    QTest.keyClicks(text.edit, "half getypt")
    keys = {made.key().toString(): made for made in shell.findChildren(QShortcut)}
    keys["Ctrl+K"].activated.emit()
    assert shell.palette_ is None
    keys["Ctrl+L"].activated.emit()
    assert locked == [meldboek.store.folder]
    front.shell = None
    again = open_store(meldboek.store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    other, shell = _front(qtbot, start(again), [])
    assert _open_sheet(shell).value() == "half getypt"
    shell.rest()
    again.close()
    other.shell = None


def test_the_lock_stays_in_reach_above_a_sheet_and_the_search_waits(qtbot: QtBot, meldboek: Meldboek) -> None:
    locked: list[Path] = []
    front, shell = _front(qtbot, meldboek, locked)
    _open_sheet(shell)
    QApplication.processEvents()
    lock = next(made for made in shell.top.findChildren(QPushButton) if made.text() == "Vergrendel")
    assert front.childAt(lock.mapTo(front, QPoint(5, 5))) is lock
    shell.search()
    assert shell.palette_ is None
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert locked
    front.shell = None


def test_a_store_that_cannot_be_closed_rightly_still_locks_and_never_shows_the_school_again(
    qtbot: QtBot, meldboek: Meldboek, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[Path] = []
    front, shell = _front(qtbot, meldboek, locked)

    tried: list[object] = []

    def full(*args: object) -> None:
        tried.append(args)
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(keyfile, "write", full)
        shell.lock_now(copied=False)
    assert tried
    assert locked == [meldboek.store.folder]
    assert not front.isVisible()
    with pytest.raises(Unavailable, match="closed"):
        meldboek.store.register.note("dossier.viewed")
    front.shell = None
    again = open_store(meldboek.store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    again.close()


@pytest.mark.parametrize("sure", [False, True])
def test_who_locks_by_hand_hears_first_that_what_was_typed_cannot_be_kept(
    qtbot: QtBot, meldboek: Meldboek, monkeypatch: pytest.MonkeyPatch, sure: bool
) -> None:
    locked: list[Path] = []
    front, shell = _front(qtbot, meldboek, locked)
    text = _open_sheet(shell)
    QApplication.processEvents()
    QTest.keyClicks(text.edit, "half getypt")

    def full(*_args: object) -> None:
        raise Unavailable("vault.disk_full")

    monkeypatch.setattr(drafts, "save", full)
    shell.desk.dialogs.answers.append(sure)
    shell.lock()
    assert shell.desk.dialogs.asked[-1] == "Wat u typte, is niet bewaard"
    assert (bool(locked), front.isVisible()) == (sure, not sure)
    if not sure:
        assert text.value() == "half getypt"
        shell.session.left.emit()  # nobody is there any more: then it locks all the same
        assert locked
    front.shell = None
