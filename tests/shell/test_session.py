"""The program locks when the system says that nobody is there, and says when a user was here before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.errors import Unavailable
from app.vault.trail import logbook
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.shell import session
from ui.shell.session import LinuxWatch
from ui.shell.unlock import UnlockView
from ui.shell.window import Shell, opened


def _shell(qtbot: QtBot, meldboek: Meldboek, locked: list[Path]) -> Shell:
    shell = opened(meldboek, Jobs(inline=True), Dialogs(), again=locked.append)
    qtbot.addWidget(shell)
    shell.show()
    shell.start()
    return shell


def test_the_program_locks_once_and_hides_when_the_session_is_left(qtbot: QtBot, meldboek: Meldboek) -> None:
    locked: list[Path] = []
    shell = _shell(qtbot, meldboek, locked)
    shell.session.left.emit()
    shell.session.left.emit()
    assert locked == [meldboek.store.folder]
    assert not shell.isVisible()


def test_only_what_means_that_nobody_is_there_counts(qtbot: QtBot) -> None:
    watch, left = LinuxWatch(), list[int]()
    watch.left.connect(lambda: left.append(1))
    watch.changed(False)
    assert not left
    watch.changed(True)
    watch.locked()
    assert len(left) == 2


@pytest.mark.parametrize(("name", "path"), [("3", "_33"), ("c2", "c2"), ("", "")])
def test_the_path_of_a_session_is_spelled_as_logind_does(name: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", name)
    assert session._session_path() == f"/org/freedesktop/login1/session/{path}"


def test_opening_is_written_down_and_the_time_before_is_said(qtbot: QtBot, meldboek: Meldboek) -> None:
    shell = _shell(qtbot, meldboek, [])
    shell.foot.greet()
    assert meldboek.user.id in logbook.last_opened(meldboek.store.register)
    shell.foot.greet()
    assert shell.desk.messages.last is not None
    assert shell.desk.messages.last.text.startswith("U opende dit Meldboek het laatst op")
    shell.rest()


def test_from_the_third_wrong_passphrase_on_the_next_has_to_wait(qtbot: QtBot, folder: Path) -> None:
    view = UnlockView(folder, Jobs(inline=True), Dialogs(), None)
    qtbot.addWidget(view)
    button: QPushButton = view.open_button
    for _turn in range(2):
        view.show_refusal(Unavailable("vault.wrong_passphrase"))
        assert button.isEnabled()
    view.show_refusal(Unavailable("vault.wrong_passphrase"))
    assert (button.isEnabled(), button.text()) == (False, "Wacht 2 seconden")
    view.show_refusal(Unavailable("vault.wrong_passphrase"))
    assert button.text() == "Wacht 4 seconden"
