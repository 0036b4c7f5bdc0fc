"""What the program looks at by itself after it was opened."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.application import start
from app.kernel.clock import FixedClock
from app.school.health import checks
from app.vault.store import open_store
from tests.builders import DIRECTOR
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.shell.unlock import UnlockView
from ui.shell.window import Shell, opened


def _shell(qtbot: QtBot, folder: Path, clock: FixedClock) -> Shell:
    shell = opened(start(open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)), Jobs(inline=True), Dialogs())
    qtbot.addWidget(shell)
    shell.keeper.start()
    return shell


def _close(shell: Shell) -> None:
    shell.rest()
    shell.desk.meldboek.store.close()


@pytest.mark.parametrize(("drawer", "words"), [("register", "leerlingen en toestemmingen"), ("casework", "zaken")])
def test_a_file_put_back_against_the_other_is_told_at_the_next_opening(
    qtbot: QtBot, folder: Path, clock: FixedClock, tmp_path: Path, drawer: str, words: str
) -> None:
    shutil.copy(folder / f"{drawer}.db", tmp_path / "old.db")
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    for one in store.drawers:
        one.note("case.viewed")
    store.close()
    shutil.copy(tmp_path / "old.db", folder / f"{drawer}.db")

    shell = _shell(qtbot, folder, clock)
    assert shell.desk.messages.last is not None
    assert f"ouder dan het laatst was: {words}" in shell.desk.messages.last.text
    _close(shell)

    shell = _shell(qtbot, folder, clock)
    assert shell.desk.messages.last is None
    store = shell.desk.meldboek.store
    told = {check.title: check for check in checks(store, store.verify())}
    assert told["Logboek"].state == "warn"
    assert "16 november 2026" in told["Logboek"].text
    _close(shell)


def test_a_school_as_it_was_left_says_nothing(qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
    shell = _shell(qtbot, folder, clock)
    assert shell.desk.messages.last is None
    _close(shell)


def test_a_clock_that_was_set_back_is_told_at_the_opening(qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
    shell = _shell(qtbot, folder, clock)
    shell.desk.meldboek.store.register.note("case.viewed")
    _close(shell)
    shell = _shell(qtbot, folder, FixedClock(clock.now() - timedelta(days=3)))
    shell.foot.greet()
    assert shell.desk.messages.last is not None
    assert shell.desk.messages.last.text.startswith("De klok van deze computer loopt achter")
    _close(shell)


def test_a_folder_that_is_away_is_asked_for_again(qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
    away = folder.rename(folder.parent / "losgekoppeld")
    view = UnlockView(folder, Jobs(inline=True), Dialogs(), clock)
    qtbot.addWidget(view)
    assert any("is er nu niet" in made.text() for made in view.findChildren(QLabel))
    (again,) = [made for made in view.findChildren(QPushButton) if made.text() == "Opnieuw proberen"]
    away.rename(folder)
    again.click()
    assert not view.passphrase_row.isHidden()
