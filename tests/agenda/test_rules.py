"""Which list an item belongs to, and how its time is told."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.agenda.rules import AgendaItem, AgendaLists, arranged
from app.kernel.clock import at

NOW = at(2026, 11, 16, 14, 5)


def item(due: date | datetime | None, tag: str = "", tone: str = "") -> AgendaItem:
    return AgendaItem(str(due), "phone", "Bellen", "zaak SM-014", due, "cases", 1, tag=tag, tone=tone)


@pytest.mark.parametrize(
    ("due", "where", "tag", "tone"),
    [
        (date(2026, 11, 15), "overdue", "1 dag te laat", "danger"),
        (date(2026, 11, 13), "overdue", "3 dagen te laat", "danger"),
        (at(2026, 11, 16, 13), "overdue", "te laat", "danger"),
        (at(2026, 11, 15, 13), "overdue", "1 dag te laat", "danger"),
        (date(2026, 11, 16), "today", "vandaag", "warn"),
        (at(2026, 11, 16, 15), "today", "over 55 minuten", "warn"),
        (at(2026, 11, 16, 16), "today", "over 2 uur", "warn"),
        (None, "today", "", "neutral"),
        (date(2026, 11, 17), "week", "nog 1 dag", "warn"),
        (at(2026, 11, 18, 9), "week", "nog 2 dagen", "warn"),
        (date(2026, 11, 23), "week", "nog 7 dagen", "neutral"),
        (date(2026, 11, 24), "later", "nog 8 dagen", "neutral"),
        (date(2026, 12, 17), "later", "nog 31 dagen", "neutral"),
    ],
)
def test_an_item_lies_in_the_list_of_its_day(due: date | datetime | None, where: str, tag: str, tone: str) -> None:
    lists = arranged([item(due)], NOW)
    (found,) = getattr(lists, where)
    assert (found.tag, found.tone) == (tag, tone)
    assert not lists.is_empty


def test_what_lies_further_than_a_month_ahead_is_left_out() -> None:
    assert arranged([item(date(2026, 12, 18))], NOW) == AgendaLists()
    assert AgendaLists().is_empty


def test_a_source_may_say_its_own_tag() -> None:
    (found,) = arranged([item(date(2026, 11, 20), "nog 4 werkdagen")], NOW).week
    assert (found.tag, found.tone) == ("nog 4 werkdagen", "neutral")
    (ready,) = arranged([item(None, "klaar", "accent")], NOW).today
    assert ready.tone == "accent"


def test_the_most_urgent_comes_first_and_a_moment_before_the_day_itself() -> None:
    lists = arranged([item(None), item(date(2026, 11, 16)), item(at(2026, 11, 16, 15)), item(date(2026, 11, 2))], NOW)
    assert [each.due for each in lists.today] == [at(2026, 11, 16, 15), date(2026, 11, 16), None]
    assert lists.urgent == 4
