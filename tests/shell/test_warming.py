"""What is opened unseen while the user types: it comes to an end, leaves nothing, and stops when the school opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.vault.keys.keyring import Role, User
from ui.kit import icons
from ui.kit.jobs import Jobs
from ui.shell.frame import Frame
from ui.shell.warming import Warming
from ui.shell.window import Shell

SIZE, TODAY = QSize(1440, 900), date(2026, 11, 16)


def _warmed(qtbot: QtBot, *, is_wanted: bool = True) -> None:
    owner, jobs, ended = QObject(), Jobs(), []
    warming = Warming(owner, jobs, SIZE, lambda: is_wanted)
    warming.destroyed.connect(lambda: ended.append(True))
    warming.begin()
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    jobs.close()


def _shells() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Shell)}


def test_it_draws_vandaag_and_leaves_no_window_and_no_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    icons._pixmaps.clear()
    before = _shells()
    _warmed(qtbot)
    QApplication.processEvents()
    assert {"clock", "bell"} <= {name for name, *_more in icons._pixmaps}
    assert _shells() <= before
    assert list(tmp_path.iterdir()) == []


def test_it_draws_nothing_when_the_school_is_open(qtbot: QtBot) -> None:
    icons._pixmaps.clear()
    _warmed(qtbot, is_wanted=False)
    assert not icons._pixmaps


def test_a_prepared_frame_serves_only_who_it_was_made_for(qtbot: QtBot) -> None:
    director = User("1", "E. Terpstra", Role.DIRECTOR)
    frame = Frame(director, TODAY)
    qtbot.addWidget(frame)
    frame.prepare(SIZE)
    assert frame.is_for(director, TODAY)
    assert not frame.is_for(User("1", "E. Terpstra", Role.ADMINISTRATOR), TODAY)
    assert not frame.is_for(User("1", "M. Postma", Role.DIRECTOR), TODAY)
    assert not frame.is_for(director, TODAY.replace(year=TODAY.year + 1))
