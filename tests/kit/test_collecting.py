"""A forgotten widget goes between two events, never while Qt walks through its widgets."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.kernel.garbage import collect_due, uncollected
from ui.kit.collecting import Collector
from ui.kit.theme import apply_theme

FORGOTTEN = "vergeten"


class Greedy(QLabel):
    """Makes more objects than Python lets pass without looking for garbage, each time it is dressed."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt names it
        _kept = [[number] for number in range(5_000)]
        super().changeEvent(event)


@pytest.fixture
def greedy(qtbot: QtBot) -> Iterator[Greedy]:
    made = Greedy()
    qtbot.addWidget(made)
    yield made
    gc.collect()


def _forget() -> None:
    label = QLabel(FORGOTTEN)
    label.__dict__["itself"] = label  # only the collector can undo this knot


def _left() -> int:
    return sum(isinstance(widget, QLabel) and widget.text() == FORGOTTEN for widget in QApplication.allWidgets())


def test_what_is_forgotten_stays_while_the_program_is_dressed_and_goes_after(
    qtbot: QtBot, qapp: QApplication, greedy: Greedy
) -> None:
    owner = QObject()
    Collector(owner)
    for _number in range(50):
        _forget()
    apply_theme(qapp, dark=True)
    apply_theme(qapp, dark=False)
    assert _left() == 50
    work: list[list[int]] = []

    def is_gone() -> bool:
        """Work on, so much that garbage is looked for, also where a window closed meanwhile and gave much back."""
        work.extend([number] for number in range(2 * gc.get_threshold()[0]))
        return _left() == 0

    qtbot.waitUntil(is_gone, timeout=10_000)


def test_the_generation_that_is_due_is_collected_once(greedy: Greedy) -> None:
    gc.collect()
    assert collect_due() is None
    _many = [[number] for number in range(2 * gc.get_threshold()[0])]
    assert collect_due() == 0
    assert collect_due() is None


def test_nothing_is_collected_amid_a_large_list() -> None:
    _many = [[number] for number in range(2 * gc.get_threshold()[0])]
    with uncollected():
        assert collect_due() is None
    assert collect_due() is not None
