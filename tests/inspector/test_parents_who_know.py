"""A parent who reports it knows it; the sheet says so of that parent, and not of the other."""

from __future__ import annotations

from dataclasses import replace

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport, ParentsTold
from app.cases.rules import InvolvementRole, NewTriage
from app.kernel.clock import FixedClock
from tests.builders import CROSSED, Cast

REPORTER = InvolvementRole.REPORTER


def _case(meldboek: Meldboek, cast: Cast, reporter: NewInvolvement, *more: NewInvolvement) -> int:
    assert meldboek.casework is not None
    did = NewInvolvement(InvolvementRole.ACTOR, cast.hartog, task_holder=True)
    involved = (did, NewInvolvement(InvolvementRole.AFFECTED, cast.stijn), reporter, *more)
    case_id = meldboek.casework.cases.report(NewReport("Berichten aan Stijn", involved=involved))
    judged = NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason=CROSSED)
    meldboek.casework.cases.triage(case_id, judged)
    return case_id


def _facts(meldboek: Meldboek, case_id: int) -> tuple[str, str]:
    assert meldboek.casework is not None
    told = {fact.label: fact.text for fact in meldboek.casework.inspector.sheet(case_id).facts}
    return told["knows"], told["informed"]


def _parents(meldboek: Meldboek, pupil: int) -> list[int]:
    return [one.id for one in meldboek.people.pupil(pupil).guardians]


def test_a_reporting_parent_knows_and_the_other_does_not_yet(meldboek: Meldboek, cast: Cast) -> None:
    father, mother = _parents(meldboek, cast.stijn)
    one = _case(meldboek, cast, NewInvolvement(REPORTER, mother))
    assert _facts(meldboek, one) == (
        "de ouder die het meldde, directeur",
        "de ouder die het meldde weet het, de andere ouder nog niet",
    )
    both = _case(meldboek, cast, NewInvolvement(REPORTER, mother), NewInvolvement(REPORTER, father))
    assert _facts(meldboek, both)[1] == "de ouders weten het"
    beside = _case(meldboek, cast, NewInvolvement(REPORTER, mother), NewInvolvement(REPORTER, name="Buurvrouw"))
    assert _facts(meldboek, beside)[0] == "de ouder die het meldde, van buiten de school, directeur"


def test_parents_of_another_pupil_are_named_as_others(meldboek: Meldboek, cast: Cast) -> None:
    mother = _parents(meldboek, cast.stijn)[1]
    case_id = _case(
        meldboek, cast, NewInvolvement(REPORTER, mother), NewInvolvement(InvolvementRole.AFFECTED, cast.pien)
    )
    assert _facts(meldboek, case_id)[1] == "de ouder die het meldde weet het, andere ouders nog niet"


def test_another_reporter_tells_nothing_of_the_parents(meldboek: Meldboek, cast: Cast, clock: FixedClock) -> None:
    assert meldboek.casework is not None
    case_id = _case(meldboek, cast, NewInvolvement(REPORTER, cast.smit))
    assert _facts(meldboek, case_id)[1] == "de ouders weten het nog niet"
    told = replace(ParentsTold(cast.stijn), at=clock.now(), how="gebeld", by="E. Terpstra")
    meldboek.casework.cases.inform_parents(case_id, told)
    assert _facts(meldboek, case_id)[1] == "de ouders weten het"
