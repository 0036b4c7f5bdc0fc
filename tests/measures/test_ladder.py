"""How far a measure is, what may be recorded, and which rung is proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.kernel.errors import Invalid
from app.measures import ladder
from app.measures.facts import Draft, Earlier, Status
from app.measures.rules import Course, check_recording, status_of
from app.people.rules import PersonKind
from tests.measures.situations import MONDAY, PROTOCOL, SUNDAY, background, suspension

PUPIL = background()
ALL_EMPLOYEE = background(
    PersonKind.EMPLOYEE,
    earlier=tuple(Earlier(1, f"employee.{kind}", 4, MONDAY) for kind in ("WARNING", "REPRIMAND", "DISMISSAL")),
)
DAY = timedelta(days=1)

STATUSES: tuple[tuple[Course, Status], ...] = (
    (Course(), Status.PROPOSED),
    (Course(intent_on=MONDAY), Status.ANNOUNCED),
    (Course(decided_on=MONDAY), Status.DECIDED),
    (Course(decided_on=MONDAY, first_day=MONDAY + DAY), Status.DECIDED),
    (Course(decided_on=MONDAY, first_day=MONDAY, last_day=MONDAY), Status.RUNNING),
    (Course(decided_on=MONDAY - DAY, first_day=MONDAY - DAY, last_day=MONDAY - DAY), Status.ENDED),
    (Course(decided_on=MONDAY, communicated_on=MONDAY), Status.ENDED),
    (Course(decided_on=MONDAY, first_day=MONDAY, communicated_on=MONDAY), Status.RUNNING),
    (Course(decided_on=MONDAY, first_day=MONDAY, last_day=SUNDAY, ended_on=MONDAY), Status.ENDED),
    (Course(decided_on=MONDAY, first_day=MONDAY, last_day=SUNDAY, ended_on=SUNDAY), Status.RUNNING),
    (Course(decided_on=MONDAY, communicated_on=MONDAY, is_contested=True), Status.CONTESTED),
    (Course(decided_on=MONDAY, first_day=MONDAY, is_contested=True), Status.RUNNING),
    (Course(decided_on=MONDAY, probation_until=SUNDAY, communicated_on=MONDAY), Status.CONDITIONAL),
    (Course(decided_on=MONDAY - DAY, probation_until=MONDAY - DAY), Status.ENDED),
    (Course(decided_on=MONDAY, withdrawn_on=MONDAY), Status.WITHDRAWN),
)


@pytest.mark.parametrize(("course", "status"), STATUSES)
def test_the_status_follows_from_the_dates(course: Course, status: Status) -> None:
    assert status_of(course, MONDAY) is status


def test_an_unknown_rung_is_not_recorded() -> None:
    check_recording(suspension(), PUPIL)
    with pytest.raises(Invalid, match="unknown_rung"):
        check_recording(Draft("pupil.TIME_OUT"), PUPIL)


def test_the_next_rung_is_proposed_with_its_reasons() -> None:
    proposal = ladder.propose(PUPIL, "medium")
    assert proposal is not None
    assert proposal.rung == "pupil.SUSPENSION"
    assert [reason.code for reason in proposal.reasons] == [
        "measures.propose_after",
        "measures.propose_not_lower",
        "measures.propose_not_higher",
    ]


def test_a_serious_case_starts_with_a_warning() -> None:
    fresh = replace(PUPIL, earlier=())
    light, serious = ladder.propose(fresh, "light"), ladder.propose(fresh, "serious")
    assert light is not None
    assert serious is not None
    assert (light.rung, serious.rung) == ("pupil.CONVERSATION", "pupil.WARNING")


def test_the_last_rung_stays_the_last_and_no_ladder_gives_no_proposal() -> None:
    last = ladder.propose(ALL_EMPLOYEE, "serious")
    assert last is not None
    assert last.rung == "employee.DISMISSAL"
    assert ladder.propose(replace(PUPIL, protocol=replace(PROTOCOL, ladders=())), "light") is None


def test_an_unknown_rung_has_no_name_and_shows_its_code() -> None:
    assert PUPIL.label("pupil.OTHER") == "pupil.OTHER"
