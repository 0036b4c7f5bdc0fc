"""Referring to another body, and what came of it."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.beside.lines import NewReferral, ReferralState
from app.cases.service import Cases
from app.kernel.errors import Invalid, Refused

TODAY, LATER = date(2026, 11, 16), date(2026, 11, 23)
NEW = NewReferral("Wijkteam Zuid", "Zorgen over de thuissituatie", TODAY, "Mw. Aydin", LATER)


def test_a_referral_stands_in_the_timeline_and_asks_to_be_followed_up(cases: Cases, case_id: int) -> None:
    cases.referrals.refer(case_id, NEW)
    (line,) = cases.file(case_id).referrals
    assert (line.body, line.contact, line.state, line.by) == ("Wijkteam Zuid", "Mw. Aydin", "asked", "E. Terpstra")
    assert cases.timeline(case_id)[0].title == "Doorverwezen naar Wijkteam Zuid"
    (task,) = cases.case(case_id).tasks
    assert (task.title, task.due_on, task.done_on) == ("Navragen bij Wijkteam Zuid", LATER, None)


def test_the_answer_is_kept_and_ends_the_task(cases: Cases, case_id: int) -> None:
    referral = cases.referrals.refer(case_id, NEW)
    cases.referrals.answer(case_id, referral, ReferralState.ACCEPTED, TODAY, "")
    assert cases.case(case_id).tasks[0].done_on is None
    with pytest.raises(Invalid):
        cases.referrals.answer(case_id, referral, ReferralState.DONE, TODAY, " ")
    cases.referrals.answer(case_id, referral, ReferralState.DONE, TODAY, "Gezin krijgt hulp.")
    (line,) = cases.file(case_id).referrals
    assert (line.state, line.result, line.answered_on, line.is_over) == ("done", "Gezin krijgt hulp.", TODAY, True)
    assert cases.case(case_id).tasks[0].done_on == TODAY
    assert cases.timeline(case_id)[0].title == "Wijkteam Zuid: afgerond"


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewReferral(" ", "x", TODAY), "body"),
        (NewReferral("Veilig Thuis", " ", TODAY), "reason"),
        (NewReferral("Veilig Thuis", "x", LATER), "referred_on"),
        (NewReferral("Veilig Thuis", "x", TODAY, ask_on=date(2026, 11, 1)), "ask_on"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(cases: Cases, case_id: int, new: NewReferral, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        cases.referrals.refer(case_id, new)
    assert refused.value.field == field


def test_an_answer_belongs_to_a_referral_of_this_case_and_comes_after_it(cases: Cases, case_id: int) -> None:
    with pytest.raises(Refused):
        cases.referrals.answer(case_id, 99, ReferralState.BUSY, TODAY, "")
    referral = cases.referrals.refer(case_id, NEW)
    for on in (date(2026, 11, 15), LATER):
        with pytest.raises(Invalid):
            cases.referrals.answer(case_id, referral, ReferralState.BUSY, on, "")
