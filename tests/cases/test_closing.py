"""Closing and reopening a case: what blocks, what passes with a reason."""

from __future__ import annotations

import pytest

from app.cases.inputs import (
    NewClosure,
    NewTask,
)
from app.cases.rules import (
    CaseSeverity,
    NewTriage,
    Outcome,
    Status,
)
from app.cases.service import Cases
from app.kernel.clock import at
from app.kernel.errors import Invalid, Refused


def test_a_statutory_consult_that_is_due_blocks_closing_until_it_is_met(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, sexual=True))
    stijn = cases.case(case_id).parties[0].id
    closure = NewClosure("Afgerond.", ((stijn, Outcome.ESTABLISHED),), despite="Ouders weten het al.")
    with pytest.raises(Refused) as refused:
        cases.close(case_id, closure)
    assert refused.value.findings[0].code == "cases.close.statutory_consult"
    assert cases.case(case_id).parties[0].outcome is None
    cases.meet(case_id, "statutory_consult", at(2026, 11, 16, 10))
    cases.close(case_id, closure)
    card = cases.case(case_id)
    assert card.status is Status.CLOSED
    assert card.parties[0].outcome is Outcome.ESTABLISHED
    assert card.closing == "Afgerond.\nOuders weten het al."


def test_warnings_pass_only_with_a_reason(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True))
    stijn = cases.case(case_id).parties[0].id
    with pytest.raises(Refused):
        cases.close(case_id, NewClosure("Klaar", ((stijn, Outcome.NOT_PROVEN),)))
    with pytest.raises(Invalid):
        cases.close(case_id, NewClosure(" "))


def test_a_closed_case_takes_facts_but_no_new_work_until_it_is_reopened(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(school_related=False, reason="Niet van school."))
    with pytest.raises(Refused):
        cases.add_task(case_id, NewTask("Bellen"))
    cases.note(case_id, "Moeder belde nog.")
    with pytest.raises(Invalid):
        cases.reopen(case_id, "")
    cases.reopen(case_id, "Het gaat door op school.")
    assert cases.case(case_id).status is Status.FACTS
    with pytest.raises(Refused):
        cases.reopen(case_id, "nog eens")
