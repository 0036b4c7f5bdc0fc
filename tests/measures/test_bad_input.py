"""What cannot be is refused with a sentence that says why; what is only odd in the calendar is counted right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.kernel.terms import Sector
from app.measures.lines import NewMeasure
from app.measures.rules import findings
from app.people.rules import NewEmployee
from app.protocol.terms import term
from app.sentences import sentence
from tests.measures.conftest import FIRST, LAST, House, decided, propose, sound_draft
from tests.measures.situations import PROTOCOL, summary_dismissal
from tests.measures.test_jurist import EMPLOYEE

REASON = "De groep was in gevaar en er was haast."


def _refusal(house: House, measure_id: int, reason: str = REASON) -> dict[str, str]:
    """The codes that stopped the decision, each with its sentence."""
    with pytest.raises(Refused) as refused:
        house.measures.decide(measure_id, reason)
    return {one.code.removeprefix("measures."): sentence(one) for one in refused.value.findings}


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        ({"last_day": FIRST - timedelta(days=1)}, "end_before_start", "17 november 2026"),
        ({"rung": "employee.SUSPENSION"}, "wrong_ladder", "ladder"),
        ({"rung": "pupil.ACCESS_BAN"}, "wrong_ladder", "ladder"),
        ({"decided_on": date(2026, 11, 17)}, "decided_in_future", "16 november 2026"),
        ({"last_day": LAST + timedelta(days=1)}, "suspension_too_long", "23 november 2026"),
        ({"facts": " "}, "facts_missing", "wat er is gebeurd"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_decided(
    house: House, changes: dict[str, Any], code: str, told: str
) -> None:
    measure_id = propose(house, **changes)
    assert told in _refusal(house, measure_id)[code].lower()
    assert house.measures.measure(measure_id).settled_at is None


def test_a_decision_before_the_hearing_asks_a_reason_and_says_so(house: House) -> None:
    measure_id = propose(house, decided_on=date(2026, 11, 13))
    told = _refusal(house, measure_id, "")
    assert "pupil_heard_too_late" in told
    assert house.measures.measure(measure_id).settled_at is None


def test_two_suspensions_on_one_day_are_refused(house: House) -> None:
    decided(house)
    again = propose(house, first_day=LAST, last_day=LAST)
    assert "overlaps" in _refusal(house, again)


def test_a_signatory_who_left_cannot_decide_any_more(house: House) -> None:
    house.people.add_employee(
        NewEmployee(PersonName("Els", "", "Visser", "E."), start_date=date(2020, 8, 1), end_date=date(2026, 10, 31))
    )
    measure_id = propose(house, decided_by="E. Visser, directeur")
    assert "31 oktober 2026" in _refusal(house, measure_id)["signatory_left"]


def test_a_person_of_another_kind_is_judged_on_the_own_ladder(house: House) -> None:
    guardian = house.people.pupil(house.cast.stijn).guardians[0].id
    draft = replace(sound_draft(house), hearings=())
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, guardian, draft))
    assert set(_refusal(house, measure_id)) == {"not_for_parents"}


def test_the_night_of_25_october_has_an_hour_more(clock: FixedClock) -> None:
    draft = summary_dismissal(knowledge_at=at(2026, 10, 24, 12), decided_on=date(2026, 10, 25))
    found = findings(draft, replace(EMPLOYEE, now=at(2026, 10, 25, 12)))
    assert next(one.values["hours"] for one in found if one.code == "measures.clock_runs") == 25


@pytest.mark.parametrize(
    ("key", "start", "last_day"),
    [
        ("removal.objection", date(2026, 12, 10), date(2027, 1, 21)),  # over new year
        ("removal.objection", date(2026, 11, 20), date(2027, 1, 4)),  # ends on new year's day, a Friday
        ("employee.defence", date(2026, 12, 21), date(2027, 1, 11)),
        ("pupil.suspension.max", date(2026, 12, 30), date(2027, 1, 5)),
        ("pupil.suspension.max", date(2028, 2, 24), date(2028, 3, 1)),  # over 29 February
        ("employee.suspension.max", date(2028, 2, 29), date(2028, 3, 27)),
        ("employee.court", date(2027, 12, 29), date(2028, 2, 29)),
        ("employee.court", date(2026, 12, 31), date(2027, 3, 1)),  # 28 February is a Sunday
    ],
)
def test_a_term_over_new_year_or_29_february_ends_on_its_day(key: str, start: date, last_day: date) -> None:
    assert term(PROTOCOL, key, start, Sector.PRIVATE).last_day == last_day
