"""Closing and reopening a case: what blocks, what passes with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app import sentences
from app.cases.beside.signing import PaperSignature
from app.cases.inputs import (
    NewClosure,
    NewEntry,
    NewTask,
)
from app.cases.rules import (
    CaseSeverity,
    EntryKind,
    Flag,
    NewTriage,
    Outcome,
    Status,
)
from app.cases.service import Cases
from app.kernel.clock import at
from app.kernel.errors import Invalid, Refused
from tests.builders import CROSSED
from tests.cases import samples


def test_a_statutory_consult_that_is_due_blocks_closing_until_it_is_met(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, sexual=True))
    stijn = cases.case(case_id).parties[0].id
    closure = NewClosure("Afgerond.", ((stijn, Outcome.ESTABLISHED),), despite="Ouders weten het al.")
    with pytest.raises(Refused) as refused:
        cases.close(case_id, closure)
    assert refused.value.findings[0].code == "cases.close.statutory_consult"
    assert cases.case(case_id).parties[0].outcome is None
    cases.meet(case_id, "statutory_consult", at(2026, 11, 16, 10))
    signed = PaperSignature("H. van Vliet", date(2026, 11, 16), samples.pdf(), "akkoord.pdf")
    cases.signing.sign_on_paper(case_id, signed)
    cases.close(case_id, closure)
    card = cases.case(case_id)
    assert card.status is Status.CLOSED
    assert card.parties[0].outcome is Outcome.ESTABLISHED
    assert card.closing == "Afgerond.\nOuders weten het al."


def test_warnings_pass_only_with_a_reason(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True))
    stijn = cases.case(case_id).parties[0].id
    with pytest.raises(Refused):
        cases.close(case_id, NewClosure("Klaar", ((stijn, Outcome.ESTABLISHED),)))
    with pytest.raises(Invalid):
        cases.close(case_id, NewClosure(" "))


def test_a_closed_case_takes_facts_but_no_new_work_until_it_is_reopened(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(school_related=False, reason="Niet van school."))
    with pytest.raises(Refused):
        cases.add_task(case_id, NewTask("Bellen"))
    cases.add_entry(case_id, NewEntry(EntryKind.NOTE, "Moeder belde nog."))
    with pytest.raises(Invalid):
        cases.reopen(case_id, "")
    cases.reopen(case_id, "Het gaat door op school.")
    assert cases.case(case_id).status is Status.FACTS
    with pytest.raises(Refused):
        cases.reopen(case_id, "nog eens")


@pytest.mark.parametrize(
    ("triage", "code"),
    [
        (NewTriage(False, task_holder=True, sexual=True, reason="Thuis."), "cases.triage.statutory_consult_due"),
        (NewTriage(False, task_holder=True, transgressive=True, reason="Thuis."), "cases.triage.protocol_call_due"),
    ],
)
def test_a_case_does_not_end_at_triage_while_the_inspector_must_be_called(
    cases: Cases, case_id: int, triage: NewTriage, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        cases.triage(case_id, triage)
    assert [finding.code for finding in refused.value.findings] == [code]
    assert sentences.sentence(refused.value.findings[0]).endswith(".")
    assert cases.case(case_id).status is not Status.CLOSED
    assert cases.case(case_id).triaged_at is None


def test_what_was_due_before_stops_the_end_at_triage_until_it_is_met(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, task_holder=True, sexual=True))
    ends = NewTriage(school_related=False, reason="Niet van school.")
    with pytest.raises(Refused):
        cases.triage(case_id, ends)
    cases.meet(case_id, "statutory_consult", at(2026, 11, 16, 10))
    cases.triage(case_id, ends)
    assert cases.case(case_id).status is Status.CLOSED


def test_a_second_triage_takes_a_duty_back_only_with_a_reason_that_is_kept(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason=CROSSED))
    with pytest.raises(Invalid, match="lowered_without_reason") as invalid:
        cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True))
    assert invalid.value.field == "reason"
    assert Flag.STATUTORY_CONSULT_DUE in cases.case(case_id).flags
    cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, reason="Vergissing bij vraag 5."))
    assert cases.case(case_id).flags == {Flag.PROTOCOL_CALL_DUE}
    told = [entry.text for entry in cases.timeline(case_id) if "Vergissing bij vraag 5." in entry.text]
    assert len(told) == 1
    assert "Niet langer nodig: Overleg verplicht" in told[0]


@pytest.mark.parametrize("hollow", ["", "Ja.", "- - - - - - - - - - - - -"])
def test_who_says_that_a_line_was_crossed_says_why(cases: Cases, case_id: int, hollow: str) -> None:
    with pytest.raises(Invalid, match="transgressive_without_reason") as invalid:
        cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, reason=hollow))
    assert invalid.value.field == "reason"
    assert cases.case(case_id).triaged_at is None
    cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, reason=CROSSED))
    cases.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, task_holder=True, transgressive=True))
    (flag,) = cases.case(case_id).raised
    assert (flag.by, flag.why) == ("E. Terpstra", CROSSED)


@pytest.mark.parametrize("outcome", [Outcome.NOT_PROVEN, Outcome.NOTHING_FOUND])
def test_not_proven_and_nothing_found_need_a_reason(cases: Cases, case_id: int, outcome: Outcome) -> None:
    cases.triage(case_id, NewTriage(True))
    stijn = cases.case(case_id).parties[0].id
    closure = NewClosure("Klaar.", ((stijn, outcome),), despite="Ouders weten het al.")
    with pytest.raises(Invalid, match="no_outcome_why"):
        cases.close(case_id, closure)
    cases.close(case_id, replace(closure, why=((stijn, "Niemand zag het zelf."),)))
    assert cases.case(case_id).parties[0].outcome_why == "Niemand zag het zelf."


def test_what_stops_closing_is_told_beforehand(cases: Cases, case_id: int) -> None:
    assert [finding.code for finding in cases.closing(case_id)] == [
        "cases.close.triage",
        "cases.close.outcome",
        "cases.close.parents",
    ]
    cases.triage(case_id, NewTriage(True, task_holder=True, sexual=True))
    assert {finding.code for finding in cases.closing(case_id)} >= {
        "cases.close.statutory_consult",
        "cases.close.signature",
    }
