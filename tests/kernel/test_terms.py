"""How terms are counted, apart from which terms there are."""

from datetime import date

import pytest

from app.kernel.errors import Refused
from app.kernel.terms import Sector, Span, TermDefinition, TermKind, Unit, compute_term

SOURCE = "WPO artikel 1"


def definition(kind: TermKind, count: int, unit: Unit, **more: object) -> TermDefinition:
    plain = TermDefinition("key", "Termijn", "start", kind, Span(count, unit), SOURCE, date(2020, 1, 1))
    return TermDefinition(**{**plain.__dict__, **more})


def test_a_maximum_never_moves_for_a_weekend() -> None:
    week = definition(TermKind.MAX_DURATION, 7, Unit.DAYS, first_day_counts=True, extends=True)
    result = compute_term(week, date(2026, 3, 16))
    assert result.last_day == date(2026, 3, 22)
    assert result.extended_from is None
    assert result.target is None


def test_a_term_of_someone_else_runs_to_the_next_working_day() -> None:
    six_weeks = definition(TermKind.OTHER_PARTY_DEADLINE, 6, Unit.WEEKS, extends=True)
    result = compute_term(six_weeks, date(2026, 2, 23))
    assert result.last_day == date(2026, 4, 7)
    assert result.extended_from == date(2026, 4, 6)
    assert result.target is None


def test_a_term_of_our_own_aims_at_the_last_working_day_before_the_unextended_end() -> None:
    four_weeks = definition(TermKind.OWN_DEADLINE, 4, Unit.WEEKS, extends=True)
    result = compute_term(four_weeks, date(2026, 3, 30))  # four weeks later is King's Day
    assert (result.target, result.last_day) == (date(2026, 4, 24), date(2026, 4, 28))
    assert result.extended_from == date(2026, 4, 27)


def test_a_term_of_our_own_that_needs_no_extension_has_no_earlier_day() -> None:
    four_weeks = definition(TermKind.OWN_DEADLINE, 4, Unit.WEEKS, extends=True)
    result = compute_term(four_weeks, date(2026, 4, 1))
    assert (result.target, result.last_day) == (None, date(2026, 4, 29))


def test_a_target_never_lies_before_the_start() -> None:
    at_once = definition(TermKind.OWN_DEADLINE, 1, Unit.WORKING_DAYS, target=Span(0, Unit.DAYS))
    result = compute_term(at_once, date(2026, 11, 14))  # a Saturday
    assert (result.target, result.last_day) == (date(2026, 11, 14), date(2026, 11, 16))


def test_a_reminder_counts_back_from_the_last_day() -> None:
    twelve = definition(TermKind.INFO, 12, Unit.BIRTHDAY, target=Span(-30, Unit.DAYS))
    result = compute_term(twelve, date(2014, 12, 20))
    assert (result.target, result.last_day) == (date(2026, 11, 20), date(2026, 12, 20))


def test_information_has_no_target_of_itself() -> None:
    ten_weeks = definition(TermKind.INFO, 10, Unit.WEEKS)
    assert compute_term(ten_weeks, date(2026, 4, 10)).target is None


def test_a_yearly_day_is_the_first_that_comes() -> None:
    first_of_july = definition(TermKind.OWN_DEADLINE, 701, Unit.YEARLY)
    assert compute_term(first_of_july, date(2026, 7, 1)).last_day == date(2026, 7, 1)
    assert compute_term(first_of_july, date(2026, 7, 2)).last_day == date(2027, 7, 1)


def test_months_and_days_are_counted() -> None:
    assert compute_term(definition(TermKind.INFO, 1, Unit.MONTHS), date(2026, 1, 31)).last_day == date(2026, 2, 28)
    assert compute_term(definition(TermKind.INFO, 3, Unit.DAYS), date(2026, 12, 30)).last_day == date(2027, 1, 2)


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.NONE])
def test_hours_and_what_is_no_term_are_refused_with_the_reason(unit: Unit) -> None:
    with pytest.raises(Refused) as caught:
        compute_term(definition(TermKind.OWN_DEADLINE, 72, unit, reason="protocol.term_in_hours"), date(2026, 1, 1))
    assert caught.value.code == "protocol.term_in_hours"
    assert caught.value.values["hours"] == 72


def test_the_source_may_differ_for_public_education() -> None:
    both = definition(TermKind.INFO, 1, Unit.DAYS, source_public="Awb artikel 6:7")
    assert compute_term(both, date(2026, 1, 1), Sector.PUBLIC).source == "Awb artikel 6:7"
    assert compute_term(both, date(2026, 1, 1)).source == SOURCE
    assert compute_term(definition(TermKind.INFO, 1, Unit.DAYS), date(2026, 1, 1), Sector.PUBLIC).source == SOURCE


def test_a_version_holds_between_its_dates() -> None:
    closed = definition(TermKind.INFO, 1, Unit.DAYS, valid_to=date(2026, 8, 31))
    assert closed.is_valid_on(date(2026, 8, 31))
    assert not closed.is_valid_on(date(2026, 9, 1))
    assert not closed.is_valid_on(date(2019, 12, 31))
    assert definition(TermKind.INFO, 1, Unit.DAYS).is_valid_on(date(2040, 1, 1))


def test_a_result_tells_how_long_it_still_runs() -> None:
    result = compute_term(definition(TermKind.INFO, 2, Unit.DAYS), date(2026, 11, 14))
    assert result.days_left(date(2026, 11, 15)) == 1
    assert not result.is_over(date(2026, 11, 16))
    assert result.is_over(date(2026, 11, 17))
