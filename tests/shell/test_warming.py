"""What is drawn unseen while the user types: it comes to an end, and stops at once when the school opens."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit import icons
from ui.shell.warming import ICONS, Warming, steps


def test_every_step_can_be_drawn_and_leaves_no_window(qtbot: QtBot) -> None:
    shown = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    for made in steps():
        qtbot.addWidget(made)
        assert not made.grab().isNull()
    assert {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()} == shown


def test_the_icons_of_vandaag_are_drawn_when_it_is_done(qtbot: QtBot) -> None:
    icons._pixmaps.clear()
    owner = QObject()
    ended = []
    warming = Warming(owner, lambda: True)
    warming.destroyed.connect(lambda: ended.append(True))
    warming.go_on()
    qtbot.waitUntil(lambda: bool(ended))
    assert set(ICONS) <= {name for name, *_more in icons._pixmaps}


def test_it_stops_when_the_school_is_open(qtbot: QtBot) -> None:
    owner = QObject()
    ended = []
    warming = Warming(owner, lambda: False)
    warming.destroyed.connect(lambda: ended.append(True))
    icons._pixmaps.clear()
    warming.go_on()
    qtbot.waitUntil(lambda: bool(ended))
    assert not icons._pixmaps
