"""The yearly calendar proposes; the school plans, ticks off, or leaves out with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from app.agenda import year as rules
from app.agenda.year import PROPOSALS, YearState, YearTask
from app.application import Meldboek
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused


def test_rules_the_days_of_a_proposal_lie_in_its_school_year() -> None:
    lines = {line.proposal.code: line for line in rules.lines_of("2026-2027", {}, leads=True)}
    assert (lines["class_lists"].first, lines["class_lists"].last) == (date(2026, 8, 15), date(2026, 9, 15))
    assert lines["monitor"].last == date(2027, 6, 30)
    assert len(lines) == len(PROPOSALS)
    assert next(iter(lines)) in {"class_lists", "consent_forms", "school_guide"}


def test_rules_an_administrator_sees_only_what_is_theirs() -> None:
    codes = {line.proposal.code for line in rules.lines_of("2026-2027", {}, leads=False)}
    assert codes == {"class_lists", "consent_forms", "reminder", "not_pictured", "leavers"}


@pytest.mark.parametrize(
    ("today", "asks"),
    [(date(2026, 9, 14), False), (date(2026, 9, 15), True), (date(2026, 12, 15), True), (date(2026, 12, 16), False)],
)
def test_rules_a_proposal_speaks_from_its_first_day_until_a_month_after_its_last(today: date, asks: bool) -> None:
    line = next(one for one in rules.lines_of("2026-2027", {}, leads=True) if one.proposal.code == "media_week")
    assert line.asks(today) is asks
    assert bool(rules.asking([line], today)) is asks


def test_rules_what_was_planned_speaks_on_its_own_day_and_what_was_done_is_silent() -> None:
    planned = {"report": YearTask("report", YearState.PLANNED, date(2027, 6, 20), "met de MR")}
    line = next(one for one in rules.lines_of("2026-2027", planned, leads=True) if one.proposal.code == "report")
    assert (line.due, line.asks(date(2026, 11, 16)), line.note) == (date(2027, 6, 20), True, "met de MR")
    done = {"report": YearTask("report", YearState.DONE, date(2027, 6, 20))}
    line = next(one for one in rules.lines_of("2026-2027", done, leads=True) if one.proposal.code == "report")
    assert not line.asks(date(2027, 6, 21))
    assert rules.proposal("nothing") is None


def test_a_proposal_waits_on_vandaag_until_it_is_done(meldboek: Meldboek) -> None:
    agenda = meldboek.agenda
    keys = {item.key for item in agenda.today().waits}
    assert "year:media_week:2026" in keys
    agenda.yearly.finish("media_week")
    assert "year:media_week:2026" not in {item.key for item in agenda.today().waits}
    states = {line.proposal.code: line.state for line in agenda.yearly.lines()}
    assert states["media_week"] is YearState.DONE
    agenda.yearly.reopen("media_week")
    assert {line.state for line in agenda.yearly.lines()} == {YearState.OPEN}


def test_a_proposal_is_planned_within_the_school_year_and_left_out_with_a_reason(meldboek: Meldboek) -> None:
    yearly = meldboek.agenda.yearly
    with pytest.raises(Invalid):
        yearly.plan("monitor", date(2027, 9, 1))
    with pytest.raises(Invalid):
        yearly.skip("monitor", " ")
    with pytest.raises(Refused):
        yearly.finish("nothing")
    yearly.plan("monitor", date(2026, 11, 20), "K. Smit")
    assert "year:monitor:2027" in {item.key for item in meldboek.agenda.today().waits}
    yearly.skip("monitor", "in januari al gedaan")
    line = next(one for one in yearly.lines() if one.proposal.code == "monitor")
    assert (line.state, line.note, line.by) == (YearState.SKIPPED, "in januari al gedaan", "E. Terpstra")


def test_a_new_school_year_begins_with_a_clean_calendar(meldboek: Meldboek, clock: FixedClock) -> None:
    meldboek.agenda.yearly.finish("report")
    clock.at = at(2027, 9, 1, 9)
    assert {line.state for line in meldboek.agenda.yearly.lines()} == {YearState.OPEN}


def test_an_administrator_cannot_tick_off_what_the_leadership_does(as_administrator: Meldboek) -> None:
    with pytest.raises(Refused):
        as_administrator.agenda.yearly.finish("report")
