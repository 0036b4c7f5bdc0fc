"""In a small window: it stays small, a pupil who was asked for is shown, and no label of a purpose is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import Cast
from tests.consents.pages import shown
from ui.consents.page import ConsentsPage
from ui.consents.purposes import PurposesPart
from ui.kit.desk import Desk
from ui.kit.table_paint import SMALL
from ui.kit.theme import font

SMALL_PAGE, USUAL_PAGE = (968, 640), (1228, 840)  # beside the navigation of 1024 x 700 and 1440 x 900


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("tab", ["pupils", "publications", "rounds", "staff", "purposes"])
def test_no_tab_makes_a_small_window_wider(desk: Desk, qtbot: QtBot, tab: str) -> None:
    page = ConsentsPage(desk)
    qtbot.addWidget(page)
    page.open(tab)
    assert page.minimumSizeHint().width() <= SMALL_PAGE[0]
    page.resize(*SMALL_PAGE)
    page.show()
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= SMALL_PAGE[0]


def test_a_pupil_who_is_asked_for_is_shown_and_stands_in_the_list(desk: Desk, cast: Cast, qtbot: QtBot) -> None:
    page = shown(desk, *SMALL_PAGE)
    qtbot.addWidget(page)
    QApplication.processEvents()
    assert not page.pupils.card.isVisible()
    page.open(cast.pien)
    assert page.pupils.card.isVisible()
    assert page.pupils.table.selected.pupil.id == cast.pien


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("size", [SMALL_PAGE, USUAL_PAGE])
def test_every_label_of_a_purpose_can_be_read(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    page = shown(desk, *size)
    qtbot.addWidget(page)
    page.open("purposes")
    QApplication.processEvents()
    part = page.part
    assert isinstance(part, PurposesPart)
    room, letters = part.table.columnWidth(0) - 24, QFontMetrics(font(SMALL))
    cut = [line.label for line in part.table.lines_model.shown if letters.horizontalAdvance(line.label) > room]
    assert cut == [], room
