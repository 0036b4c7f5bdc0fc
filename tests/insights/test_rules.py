"""Counting without names: months, medians, platforms, and a report that withholds what it must."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.insights import rules
from app.insights.rules import CaseFact, Figure, Labels, Part, YearFacts

LABELS: Labels = {
    "severity": {"light": "licht", "medium": "middel", "serious": "ernstig"},
    "lead_time": dict.fromkeys(rules.LASTED, "x"),
    "consent": {"answered": "ja", "missing": "nee"},
}


def case(severity: str = "light", closed: date | None = None) -> CaseFact:
    return CaseFact(date(2026, 9, 1), severity, frozenset({"INSULT"}), closed)


def test_rules_a_school_year_begins_in_august() -> None:
    months = rules.months_of("2026-2027")
    assert (months[0], months[-1]) == (date(2026, 8, 1), date(2027, 7, 1))
    assert rules.year_before("2026-2027") == "2025-2026"


def test_rules_how_long_a_case_lasted_falls_in_a_class() -> None:
    days = (date(2026, 9, 8), date(2026, 10, 2), date(2026, 11, 1), date(2027, 3, 1), None)
    assert [rules.lead_time(case(closed=day)) for day in days] == ["week", "month", "quarter", "longer", "open"]
    assert rules.days_to_close([case(closed=date(2026, 9, 5)), case(closed=date(2026, 9, 11)), case()]) == 7
    assert rules.days_to_close([case()]) is None


def test_rules_a_platform_is_recognised_in_what_was_typed() -> None:
    known = ("WhatsApp", "TikTok")
    assert [rules.platform_of(typed, known) for typed in ("whats app groep", "TIKTOK", "Bluesky", "")] == [
        "WhatsApp",
        "TikTok",
        "other",
        "none",
    ]


def test_rules_a_group_tells_its_years() -> None:
    assert rules.year_group_of("7/8") == {"7", "8"}
    assert rules.year_group_of("8B") == {"8"}
    assert rules.year_group_of("De Vlinders") == frozenset()


def test_rules_the_whole_report_counts_everything() -> None:
    facts = YearFacts("2026-2027", (case(), case("serious")), calls=("voluntary",), families=(90, 92))
    found = rules.report(facts, YearFacts("2025-2026"), LABELS, public=False)
    assert (found.totals.cases, found.totals.open_cases, found.totals.calls) == (2, 2, 1)
    assert found.part("severity").bars[0] == Figure("licht", 1, 0)
    assert (found.totals.answered, found.totals.families) == (90, 92)


def test_rules_a_public_report_withholds_small_numbers_and_what_tells_them() -> None:
    closed = [case("light", date(2026, 9, 3)) for _number in range(9)]
    cases = (*closed, case("serious"), case("serious"))
    facts = YearFacts("2026-2027", cases, calls=("voluntary",), families=(90, 92))
    found = rules.report(facts, YearFacts("2025-2026"), LABELS, public=True)
    assert [bar.count for bar in found.part("severity").bars] == [None, 0, None]
    assert (found.totals.cases, found.totals.open_cases, found.totals.calls) == (11, None, None)
    assert found.totals.days_to_close == 2
    assert (found.totals.answered, found.totals.families) == (None, 92)
    assert found.is_public


def test_rules_what_is_open_of_older_years_does_not_tell_what_one_of_those_years_withheld() -> None:
    last = tuple(replace(case(), opened_on=date(2025, 10, 1)) for _number in range(6))
    one = replace(case(), opened_on=date(2024, 10, 1))
    now = YearFacts("2026-2027", tuple(case() for _number in range(8)), older=(*last, one))
    before = YearFacts("2025-2026", last, older=(one,))
    found = rules.report(now, before, LABELS, public=True)
    assert (found.before.open_cases, found.before.older_open) == (6, None)
    assert found.totals.older_open is None  # 7 - 6 would tell the one case that is withheld
    assert rules.report(now, before, LABELS, public=False).totals.older_open == 7
    known = rules.report(replace(now, older=last), replace(before, older=()), LABELS, public=True)
    assert (known.totals.older_open, known.before.older_open) == (6, 0)


def test_rules_a_median_of_fewer_than_five_is_not_told() -> None:
    cases = tuple(case(closed=date(2026, 9, 3)) for _number in range(4))
    found = rules.report(YearFacts("2026-2027", cases), YearFacts("2025-2026"), LABELS, public=True)
    assert found.totals.days_to_close is None


def test_rules_a_table_of_nothing_is_empty() -> None:
    assert Part("rung", (Figure("Gesprek", 0, 0),)).is_empty
    assert not Part("rung", (Figure("Gesprek", None, 0),)).is_empty
    assert not Part("rung", (Figure("Gesprek", 0, 3),)).is_empty


def test_rules_a_table_of_dashes_only_is_withheld() -> None:
    assert Part("rung", (Figure("Gesprek", None, None), Figure("Berisping", None, None))).is_withheld
    assert not Part("rung", (Figure("Gesprek", None, 0),)).is_withheld
    assert not Part("rung", (Figure("Gesprek", 5, None),)).is_withheld
