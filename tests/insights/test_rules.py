"""Counting without names."""

from datetime import date

from app.insights import rules
from app.insights.rules import CaseFact, Figure

MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


def fact(opened: date, closed: date | None = None) -> CaseFact:
    return CaseFact(opened, "light", frozenset(), closed)


def test_months_run_from_august_to_july_and_leave_other_years_out() -> None:
    days = [date(2026, 8, 1), date(2026, 11, 16), date(2026, 11, 2), date(2027, 7, 31), date(2025, 11, 1)]
    figures = rules.per_month(days, "2026-2027", MONTHS)
    assert [figure.label for figure in figures] == [*MONTHS[7:], *MONTHS[:7]]
    assert {figure.label: figure.count for figure in figures if figure.count} == {"aug": 1, "nov": 2, "jul": 1}


def test_figures_stand_in_the_order_of_the_labels_with_their_zeros() -> None:
    assert rules.in_order(["b", "b", "unknown"], {"a": "A", "b": "B"}) == (Figure("A", 0), Figure("B", 2))


def test_the_most_frequent_comes_first_and_what_never_occurs_is_left_out() -> None:
    labels = {"a": "A", "b": "B", "c": "C"}
    assert rules.most_first(["c", "a", "c"], labels) == (Figure("C", 2), Figure("A", 1))


def test_the_time_to_close_is_the_middle_of_the_closed_cases() -> None:
    opened = date(2026, 9, 1)
    cases = [fact(opened, date(2026, 9, 3)), fact(opened, date(2026, 9, 11)), fact(opened, date(2026, 12, 1))]
    assert rules.days_to_close([*cases, fact(opened)]) == 10
    assert rules.days_to_close([fact(opened)]) is None
