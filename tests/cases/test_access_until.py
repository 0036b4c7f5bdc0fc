"""A coordinator can be let into a case until a day: the day itself counts, and nothing of it is seen after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from app.cases.inputs import CaseFilter
from app.cases.rules import Confidentiality
from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.vault.keys.keyring import User
from app.vault.store import Store
from tests.builders import COORDINATOR
from ui.cases.access_sheet import AccessForm, access_sheet
from ui.kit.desk import Desk

LAST = date(2026, 11, 20)


@pytest.fixture
def user(store: Store) -> User:
    return next(user for user in store.users() if user.name == COORDINATOR.name)


@pytest.mark.parametrize(("later", "seen"), [(0, True), (4, True), (5, False)])
def test_the_last_day_counts_and_the_day_after_is_too_late(
    cases: Cases, user: User, case_id: int, clock: FixedClock, request: pytest.FixtureRequest, later: int, seen: bool
) -> None:
    cases.let_in(case_id, (user,), until={user.id: LAST})
    theirs: Cases = request.getfixturevalue("as_coordinator")
    clock.at += timedelta(days=later)
    assert [line.id for line in theirs.list(CaseFilter(None))] == ([case_id] if seen else [])
    if not seen:
        with pytest.raises(Refused, match="unknown"):
            theirs.case(case_id)


def test_the_case_is_the_leaderships_alone_once_every_access_has_ended(
    cases: Cases, user: User, case_id: int, clock: FixedClock
) -> None:
    cases.let_in(case_id, (user,), until={user.id: LAST})
    clock.at += timedelta(days=4)
    assert cases.case(case_id).open_to is Confidentiality.GRANTED
    clock.at += timedelta(days=1)
    assert cases.case(case_id).open_to is Confidentiality.LEADERSHIP


def test_the_log_tells_until_when_and_the_file_right_ends_with_it(cases: Cases, user: User, case_id: int) -> None:
    cases.let_in(case_id, (user,))
    cases.let_in(case_id, (user,), with_files=(), until={user.id: LAST})
    (line,) = cases.case(case_id).access
    assert (line.until, line.ended, line.sees_files) == (LAST, False, False)
    (told,) = cases._drawer.log(1)
    assert told.action == "case.shared"
    assert "2026-11-20" in str(told.changes)
    cases.let_in(case_id, (user,))
    assert cases.case(case_id).access[0].until is None


def test_a_day_that_is_over_is_refused(cases: Cases, user: User, case_id: int) -> None:
    with pytest.raises(Invalid, match="access_day_over"):
        cases.let_in(case_id, (user,), until={user.id: date(2026, 11, 15)})
    assert cases.case(case_id).access == ()


def test_who_handles_the_case_never_loses_sight_of_it(cases: Cases, user: User, case_id: int) -> None:
    cases.let_in(case_id, (user,), until={user.id: LAST})
    with pytest.raises(Invalid, match="handler_leaves"):
        cases.aside.hand_over(case_id, user, "Kent de kinderen.")
    cases.let_in(case_id, (user,))
    cases.aside.hand_over(case_id, user, "Kent de kinderen.")
    with pytest.raises(Invalid, match="handler_until"):
        cases.let_in(case_id, (user,), until={user.id: LAST})


def test_the_sheet_asks_a_last_day_of_who_is_let_in_and_tells_that_it_is_over(
    desk: Desk, cases: Cases, user: User, case_id: int, clock: FixedClock
) -> None:
    sheet = access_sheet(desk, cases, cases.case(case_id), lambda _none: None)
    form = sheet.form
    assert isinstance(form, AccessForm)
    day = form.rows[f"until:{user.id}"]
    assert day.isHidden()
    form.set_values({"users": (user.id,), f"until:{user.id}": LAST})
    form.rows["users"].field.changed.emit()
    assert not day.isHidden()
    sheet.submit()
    assert cases.case(case_id).access[0].until == LAST
    clock.at += timedelta(days=7)
    again = access_sheet(desk, cases, cases.case(case_id), lambda _none: None)
    words = " ".join(one.text() for one in again.findChildren(QLabel))
    assert "De toegang liep af op 20 november 2026." in words
    assert again.form.values()["users"] == ()
