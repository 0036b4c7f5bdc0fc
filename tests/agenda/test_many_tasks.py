"""Vandaag with more tasks than it shows: the counts are of all, and what comes after is read when it is asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.agenda.choosing_rules import key_of
from app.application import Meldboek
from app.cases.inputs import NewReport, NewTask
from app.cases.rules import NewTriage
from tests.builders import Cast
from ui.agenda.page import AgendaPage
from ui.agenda.period import DayItem
from ui.kit.card import Card
from ui.kit.cell_row import CellRow
from ui.kit.desk import Desk

LATE, TODAY, NEXT_WEEK = 11, 13, 20


@pytest.fixture
def tasks(meldboek: Meldboek, cast: Cast) -> tuple[int, ...]:
    assert meldboek.casework is not None
    cases, today = meldboek.casework.cases, meldboek.clock.today()
    case_id = cases.report(NewReport("Veel te doen"))
    cases.triage(case_id, NewTriage(True))
    days = [today - timedelta(days=3)] * LATE + [today] * TODAY + [today + timedelta(days=4)] * NEXT_WEEK
    return tuple(cases.add_task(case_id, NewTask(f"Taak {n}", day)) for n, day in enumerate(days))


def test_few_are_read_and_all_are_counted(meldboek: Meldboek, tasks: tuple[int, ...]) -> None:
    whole, (few, _overview) = meldboek.agenda.today(), meldboek.agenda.page(8)
    for name in ("overdue", "today", "week", "later", "waits"):
        assert few.count(name) == len(getattr(whole, name)), name
        assert getattr(few, name)[:8] == getattr(whole, name)[:8], name
    assert len(few.overdue) == 8
    assert meldboek.agenda.urgent() == (whole.urgent, True)


def test_a_task_that_was_put_off_leaves_its_list_and_its_count(meldboek: Meldboek, tasks: tuple[int, ...]) -> None:
    agenda, today = meldboek.agenda, meldboek.clock.today()
    item = next(one for one in agenda.today().week if one.key == key_of(tasks[-1]))
    agenda.putting_off.put_off(item, today + timedelta(days=2), "wacht op het gesprek")
    few, _overview = agenda.page(8)
    assert few.count("week") == NEXT_WEEK - 1
    assert [one.item.key for one in few.put_off] == [item.key]


def test_a_closed_case_asks_nothing_any_more(meldboek: Meldboek, tasks: tuple[int, ...]) -> None:
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    assert sum(map(len, cases.due_tasks().values())) == len(tasks)
    assert [task.title for task in cases.open_tasks(())] == []
    assert [task.id for task in cases.open_tasks(tasks[:2])] == list(tasks[:2])


def late_card(page: AgendaPage) -> Card:
    """The card of what is late, as it is shown now."""
    return next(one for one in page.findChildren(Card) if one.isVisible() and one.title.text() == f"Te laat · {LATE}")


def test_the_page_says_how_many_there_are_and_shows_them_when_asked(
    desk: Desk, tasks: tuple[int, ...], qtbot: QtBot
) -> None:
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    card = late_card(page)
    assert len(card.findChildren(CellRow)) == 8
    next(one for one in card.findChildren(QPushButton) if one.text() == f"Toon alle {LATE}").click()
    assert len(late_card(page).findChildren(CellRow)) == LATE


def test_a_week_counts_every_day_and_opens_a_full_one(desk: Desk, tasks: tuple[int, ...], qtbot: QtBot) -> None:
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.turn("month")
    friday = [one for one in page.findChildren(DayItem) if "vr 20 nov" in one.accessibleName()]
    assert len(friday) == 2
    cell = next(one for one in page.findChildren(Card) if friday[0] in one.findChildren(DayItem))
    (more,) = (one for one in cell.findChildren(QPushButton) if one.text().startswith("nog "))
    more.click()
    count = len(desk.meldboek.agenda.between(date(2026, 11, 20), date(2026, 11, 20)))
    assert (more.text(), len(desk.dialogs.current[0].findChildren(CellRow))) == (f"nog {count - 2}", count)


def test_days_without_very_many_are_read_whole(meldboek: Meldboek, tasks: tuple[int, ...]) -> None:
    days = meldboek.agenda.days(date(2026, 11, 16), date(2026, 11, 22), 200)
    assert not days.more
    assert days.items == meldboek.agenda.between(date(2026, 11, 16), date(2026, 11, 22))
