"""A scrolling column is as high as what is in it, also where the window gives less width than was asked."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.settled import settled
from ui.kit.labels import label
from ui.kit.layouts import Scroll, holder, row


def test_nothing_is_pressed_together_in_a_column_narrower_than_it_asks(qtbot: QtBot) -> None:
    scroll, notes, beside = Scroll(), QPlainTextEdit(), QVBoxLayout()
    notes.setMinimumHeight(134)
    wide = [QLabel("breed"), QLabel("breder")]
    for each in wide:
        each.setMinimumWidth(220)
    beside.addWidget(label("Een zin die in een smalle kolom over veel regels gaat. " * 6, wrap=True))
    beside.addWidget(notes, 1)
    beside.addWidget(holder(row(*wide)))
    scroll.body.addWidget(holder(beside))
    qtbot.addWidget(scroll)
    scroll.resize(330, 300)
    scroll.show()
    settled(scroll)
    assert notes.height() >= 134
    above, last = notes.geometry(), wide[0].parentWidget()
    assert last is not None
    assert last.geometry().top() > above.bottom()
    assert scroll.horizontalScrollBar().maximum() == 0
