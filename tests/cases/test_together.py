"""One thing done in several cases at once, and cases that lie still."""

from __future__ import annotations

from datetime import date

import pytest

from app.application import Meldboek
from app.cases.beside.lines import Handled
from app.cases.inputs import CaseFilter, NewReport, NewTask
from app.cases.rules import CaseSeverity, NewTriage
from app.cases.service import Cases
from app.kernel.errors import Invalid
from tests.builders import Cast

SOON = date(2026, 12, 1)


@pytest.fixture
def three(known: Cases, cast: Cast) -> list[int]:
    """Two open cases and one that ended at triage."""
    made = [known.report(NewReport(title)) for title in ("Een", "Twee", "Drie")]
    known.triage(made[2], NewTriage(False, CaseSeverity.LIGHT, reason="Hoort niet bij school."))
    return made


def test_a_task_comes_in_every_open_case(known: Cases, three: list[int]) -> None:
    assert known.together.add_task(three, NewTask("Team bijpraten", SOON)) == Handled(2, 1)
    assert [task.title for task in known.open_tasks()] == ["Team bijpraten", "Team bijpraten"]
    assert known.case(three[2]).tasks == ()


def test_they_are_evaluated_on_one_day_or_none_of_them_is(known: Cases, three: list[int]) -> None:
    with pytest.raises(Invalid):
        known.together.plan_evaluation(three, date(2026, 1, 1))
    assert known.together.plan_evaluation(three, SOON) == Handled(2, 1)
    assert [line.evaluate_on for line in known.list()] == [SOON, SOON]


def test_another_takes_over_what_they_may_see_and_do_not_have(
    known: Cases, three: list[int], meldboek: Meldboek
) -> None:
    board = next(user for user in meldboek.store.users() if user.role == "board")
    coordinator = next(user for user in meldboek.store.users() if user.role == "coordinator")
    known.aside.hand_over(three[0], board, "Verlof")
    assert known.together.hand_over(three, board, "Verlof") == Handled(1, 2)
    assert {line.owner for line in known.list(CaseFilter())} == {board.name}
    assert known.together.hand_over(three, coordinator, "Verlof") == Handled(0, 3)
