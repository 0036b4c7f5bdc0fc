"""A message lies over the window, but never over a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.messages import READ, MessageBar, Messages

SIZE = (1024, 700)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(*SIZE)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("left", [40, 400, 820])
def test_a_message_covers_no_button_at_the_bottom(window: QWidget, left: int) -> None:
    messages = Messages()
    bar = MessageBar(messages, window)
    button = QPushButton("Zaak openen", window)
    button.setGeometry(left, 640, 140, 36)
    button.show()
    messages.info("Wat u eerder typte, staat er weer.", undo=lambda: None)
    assert not bar.geometry().intersects(button.geometry())
    assert window.rect().contains(bar.geometry())


def test_a_message_gives_way_to_a_button_that_comes_later(window: QWidget, qtbot: QtBot) -> None:
    messages = Messages()
    bar = MessageBar(messages, window)
    messages.info("De melding is bewaard.")
    late = QPushButton("Bewaren", window)
    late.setGeometry(QRect(bar.pos() + QPoint(10, 5), late.sizeHint()))
    late.show()
    qtbot.waitUntil(lambda: not bar.geometry().intersects(late.geometry()))


@pytest.mark.parametrize(("seconds", "stays"), [(READ, True), (0, False)])
def test_a_warning_goes_with_the_page_once_it_could_be_read(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, seconds: int, stays: bool
) -> None:
    monkeypatch.setattr("ui.kit.messages.READ", seconds)
    messages, pages = Messages(), QStackedWidget(window)
    pages.addWidget(QWidget())
    pages.addWidget(QWidget())
    bar = MessageBar(messages, window, pages.currentChanged)
    messages.warning("De lijst is niet gelezen.")
    QTest.qWait(2)
    pages.setCurrentIndex(1)
    assert bar.isVisible() is stays
