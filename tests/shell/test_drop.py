"""A class list that is dropped anywhere on the window is read; of anything else is said what to drop instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.drop import ListDrop

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class _Place:
    """A window on which files are dropped."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.free = True
        self.taken: list[Path] = []
        self.said: list[str] = []
        self.drop = ListDrop(self.window, lambda: self.free, self.taken.append, self.said.append)

    def let_fall(self, *paths: Path) -> bool:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NONE)
        event.ignore()
        self.drop.eventFilter(self.window, event)
        return event.isAccepted()


@pytest.fixture
def place(qtbot: QtBot) -> _Place:
    return _Place(qtbot)


def test_one_list_is_taken_wherever_it_falls(place: _Place, tmp_path: Path, qtbot: QtBot) -> None:
    assert place.window.acceptDrops()
    assert place.let_fall(tmp_path / "Groepen.XLSX")
    qtbot.waitUntil(lambda: place.taken == [tmp_path / "Groepen.XLSX"])


def test_of_a_picture_and_of_two_files_is_said_what_to_drop(place: _Place, tmp_path: Path, qtbot: QtBot) -> None:
    place.let_fall(tmp_path / "foto.png")
    place.let_fall(tmp_path / "een.xlsx", tmp_path / "twee.xlsx")
    qtbot.waitUntil(lambda: len(place.said) == 2)
    picture, two = place.said
    assert picture.startswith("foto.png is geen klassenlijst. Sleep een lijst uit uw schoolsysteem hierheen")
    assert "één bestand" in two
    assert place.taken == []


def test_what_is_no_file_is_left_alone(place: _Place) -> None:
    assert not place.let_fall()
    assert place.said == []


def test_nothing_is_taken_while_a_sheet_is_open(place: _Place, tmp_path: Path) -> None:
    place.free = False
    assert not place.let_fall(tmp_path / "een.xlsx")
