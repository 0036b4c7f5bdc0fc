"""Of very many tasks only those that are shown are read, and the others are counted; no list is silently cut off."""

from __future__ import annotations

from datetime import date, timedelta

from app.agenda.choosing_rules import chosen, key_of, tasks_among
from app.agenda.rules import AgendaLists, arranged, days_between, lists_by_day
from app.kernel.clock import at

NOW = at(2026, 11, 16, 14, 5)
TODAY = NOW.date()


def test_rules_the_first_of_each_list_are_read_and_the_others_counted_by_day() -> None:
    days = {TODAY: (4, 5, 6), TODAY - timedelta(days=1): (1, 2), TODAY - timedelta(days=2): (3,)}
    found = chosen(days, (), lists_by_day(NOW), 2)
    assert found.ids == {3, 1, 4, 5}
    assert found.more == {TODAY - timedelta(days=1): 1, TODAY: 1}


def test_rules_what_was_put_off_is_read_and_takes_no_place() -> None:
    days = {TODAY: (1, 2, 3)}
    assert chosen(days, {1, 99}, lists_by_day(NOW), 2).ids == {1, 2, 3}
    assert chosen(days, {1, 99}, lists_by_day(NOW), 1).more == {TODAY: 1}


def test_rules_what_is_too_far_ahead_is_neither_read_nor_counted() -> None:
    found = chosen({TODAY + timedelta(days=40): (1,)}, (), lists_by_day(NOW), 8)
    assert (found.ids, found.more) == (frozenset(), {})


def test_rules_a_line_of_a_task_is_known_by_its_key() -> None:
    assert tasks_among([key_of(7), "call:3:x"]) == {7}


def test_rules_lists_count_what_was_not_read() -> None:
    lists = arranged([], NOW, None, {TODAY: 3, TODAY - timedelta(days=1): 2, TODAY + timedelta(days=3): 5})
    assert (lists.count("overdue"), lists.count("today"), lists.count("week"), lists.urgent) == (2, 3, 5, 5)
    assert AgendaLists().count("later") == 0


def test_rules_what_is_late_stands_at_today_when_today_is_among_the_days() -> None:
    first, last = date(2026, 11, 16), date(2026, 11, 22)
    day_of = days_between(first, last, date(2026, 11, 18))
    assert [day_of(date(2026, 11, day)) for day in (2, 17, 22, 23)] == ["2026-11-18", "2026-11-17", "2026-11-22", ""]
    assert not days_between(first, last, date(2026, 11, 30))(date(2026, 11, 2))
