"""A coordinator sees only the pupil cases that were granted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.cases.inputs import CaseFilter, NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, NewTriage
from app.cases.service import Cases
from app.kernel.errors import Refused
from app.vault.keyring import User
from app.vault.store import Store
from tests.builders import COORDINATOR, Cast

AsCoordinator = Callable[[], Cases]


def coordinator(store: Store) -> User:
    return next(user for user in store.users() if user.name == COORDINATOR.name)


@pytest.fixture
def told(store: Store, cases: Cases, school: Cast) -> dict[str, int]:
    """A granted case, one that was granted and taken back, one that was not, and one about a teacher."""
    user = coordinator(store)
    ids = {name: cases.report(NewReport(name)) for name in ("granted", "revoked", "secret")}
    cases.grant(ids["granted"], user)
    cases.grant(ids["revoked"], user)
    cases.revoke(ids["revoked"], user.id)
    teacher = (NewInvolvement(InvolvementRole.ACTOR, school.hartog),)
    ids["teacher"] = cases.report(NewReport("teacher", involved=teacher))
    with pytest.raises(Refused):
        cases.grant(ids["teacher"], user)
    return ids


def test_a_coordinator_sees_only_what_was_granted(told: dict[str, int], as_coordinator: Cases) -> None:
    cases = as_coordinator
    assert [line.id for line in cases.list(CaseFilter(None))] == [told["granted"]]
    assert cases.case(told["granted"]).title == "granted"
    for name in ("revoked", "secret", "teacher"):
        with pytest.raises(Refused):
            cases.case(told[name])
    assert {hit.case_id for hit in cases.search("teacher secret granted")} <= {told["granted"]}
    assert cases.count_open() == 1


def test_a_coordinator_may_report_but_not_decide(told: dict[str, int], as_coordinator: Cases) -> None:
    own = as_coordinator.report(NewReport("Wat ik hoorde"))
    assert as_coordinator.case(own).owner == COORDINATOR.name
    with pytest.raises(Refused):
        as_coordinator.triage(own, NewTriage(True))
    as_coordinator.note(told["granted"], "Gesproken met de groep")


def test_a_case_that_turns_out_to_be_about_a_teacher_is_closed_to_the_coordinator(
    store: Store, cases: Cases, school: Cast
) -> None:
    case_id = cases.report(NewReport("appje"))
    cases.grant(case_id, coordinator(store))
    cases.involve(case_id, NewInvolvement(InvolvementRole.ACTOR, school.smit))
    assert cases.case(case_id).is_employee_case
