"""A class list that is dropped anywhere on the window is read; anything else is left alone."""

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
        self.drop = ListDrop(self.window, lambda: self.free, self.taken.append)

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


def test_a_picture_or_two_files_are_left_alone(place: _Place, tmp_path: Path) -> None:
    assert not place.let_fall(tmp_path / "foto.png")
    assert not place.let_fall(tmp_path / "een.xlsx", tmp_path / "twee.xlsx")
    assert place.taken == []


def test_nothing_is_taken_while_a_sheet_is_open(place: _Place, tmp_path: Path) -> None:
    place.free = False
    assert not place.let_fall(tmp_path / "een.xlsx")
