"""A list of Vandaag keeps its rows and shows other items in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.agenda.exports import when
from app.agenda.rules import FEW, AgendaItem
from ui.agenda.acts import Acts
from ui.agenda.rows import ItemRow, ListCard
from ui.kit.desk import Desk

DAY = date(2026, 11, 24)


def _items(count: int, *, can_wait: bool = True) -> tuple[AgendaItem, ...]:
    item = AgendaItem("task:1", "list-checks", "Bellen", "zaak SM-001", DAY, "cases", 0, "Openen", can_wait=can_wait)
    return tuple(replace(item, title=f"Bellen {number}", target=number) for number in range(count))


def _shown(card: ListCard) -> list[ItemRow]:
    return [made for made in card.findChildren(ItemRow) if made.isVisibleTo(card)]


def _card(desk: Desk, qtbot: QtBot) -> ListCard:
    owner = QObject()
    card = ListCard("Deze week", "", Acts(desk, owner, lambda: None))
    card.setProperty("owner", owner)
    qtbot.addWidget(card)
    return card


def test_rows_that_are_not_needed_are_out_of_sight_and_come_back(desk: Desk, qtbot: QtBot) -> None:
    card = _card(desk, qtbot)
    assert card.isHidden()
    for count in (3, FEW, 1, FEW):
        card.show_items(_items(count), count, whole=False)
        assert [made.words.partition(" · ")[0] for made in _shown(card)] == [f"Bellen {each}" for each in range(count)]
    card.show_items((), 0, whole=False)
    assert card.isHidden()
    assert _shown(card) == []


def test_a_row_acts_on_what_it_shows_now(desk: Desk, qtbot: QtBot) -> None:
    went: list[object] = []

    def go(_page: str, target: object | None = None) -> None:
        went.append(target)

    desk.go = go
    card = _card(desk, qtbot)
    card.show_items(_items(2), 2, whole=False)
    card.show_items(_items(5)[4:], 1, whole=False)
    shown = _shown(card)[0]
    assert shown.button.accessibleName() == "Openen: Bellen 4"
    shown.button.click()
    assert went == [4]


def test_what_cannot_wait_offers_no_putting_off(desk: Desk, qtbot: QtBot) -> None:
    card = _card(desk, qtbot)
    later = "Uitstellen: Bellen 0"
    for can_wait in (True, False, True):
        card.show_items(_items(1, can_wait=can_wait), 1, whole=False)
        buttons = [made for made in _shown(card)[0].findChildren(QPushButton) if made.toolTip() == later]
        assert [made.isVisibleTo(card) for made in buttons] == [can_wait]


def test_a_whole_list_leaves_no_more_rows_than_are_needed_after_it(desk: Desk, qtbot: QtBot) -> None:
    card = _card(desk, qtbot)
    card.show_items(_items(40), 40, whole=True)
    assert len(_shown(card)) == 40
    card.show_items(_items(40), 40, whole=False)
    qtbot.waitUntil(lambda: len(card.findChildren(ItemRow)) == FEW)
    assert len(_shown(card)) == FEW


def test_a_narrow_row_tells_the_day_before_what_it_is_about(desk: Desk, qtbot: QtBot) -> None:
    card = _card(desk, qtbot)
    card.show_items(_items(1), 1, whole=False)
    row = _shown(card)[0]
    day = when(_items(1)[0])
    assert row._fitting(1000).words.split(" · ")[:3] == ["Bellen 0", "zaak SM-001", day]
    assert row._fitting(620).words.split(" · ")[:3] == ["Bellen 0", day, "zaak SM-001"]
    assert row.heightForWidth(620) <= row.heightForWidth(1000)
