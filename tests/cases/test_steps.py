"""What comes next and what is open: the rules without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.open_items import close_findings, open_items
from app.cases.rules import Flag, InvolvementRole, Scope, Status
from app.cases.steps import CaseFacts, ChainDuty, Party, PendingTask, Step, next_step
from app.cases.texts import TEXTS
from app.kernel.clock import at
from app.kernel.findings import Severity

TODAY = date(2026, 11, 16)
CARE = PendingTask(3, "Nazorg", template="aftercare")
CALL = PendingTask(4, "Bellen")
PIEN = Party("Pien", InvolvementRole.AFFECTED, id=2)
THIJS = Party("Thijs", InvolvementRole.ACTOR, id=1)
DUTY = ChainDuty("report", "Aangifte doen", "Zonder uitstel.", at(2026, 11, 17, 14))
FACTS = CaseFacts(Status.FACTS, TODAY, at(2026, 11, 16, 8, 40), is_triaged=True)


def heard(party: Party) -> Party:
    return replace(party, is_heard=True)


@pytest.mark.parametrize(
    ("facts", "code", "action"),
    [
        (replace(FACTS, status=Status.CLOSED), "closed", "reopen"),
        (replace(FACTS, status=Status.INTAKE, is_triaged=False), "triage", "triage"),
        (replace(FACTS, status=Status.TRIAGE, parties=(THIJS,)), "hear.small_group", "talk:1"),
        (replace(FACTS, parties=(THIJS, PIEN), scope=Scope.CLASS), "hear.class", "talk:2"),
        (replace(FACTS, parties=(heard(PIEN), THIJS), scope=Scope.SEVERAL_CLASSES), "hear.several_classes", "talk:1"),
        (replace(FACTS, parties=(heard(PIEN),), uninformed=("Pien",)), "parents", "parents"),
        (replace(FACTS, parties=(heard(PIEN), heard(THIJS))), "to_approach", "move:approach"),
        (replace(FACTS, parties=(THIJS,), chain=DUTY), "chain", "chain"),
        (replace(FACTS, status=Status.MEASURES, chain=DUTY), "chain", "chain"),
        (replace(FACTS, status=Status.APPROACH, uninformed=("Pien",)), "parents", "parents"),
        (replace(FACTS, status=Status.APPROACH), "approach.small_group", "talk"),
        (replace(FACTS, status=Status.APPROACH, scope=Scope.CLASS), "approach.class", "talk"),
        (replace(FACTS, status=Status.APPROACH, talked=True), "to_measures", "move:measures"),
        (replace(FACTS, status=Status.MEASURES, uninformed=("Pien",)), "parents", "parents"),
        (replace(FACTS, status=Status.MEASURES), "measures", "measure"),
        (replace(FACTS, status=Status.MEASURES, decided=True), "to_aftercare", "move:aftercare"),
        (replace(FACTS, status=Status.AFTERCARE, pending=(CARE,)), "aftercare", "task:3"),
        (replace(FACTS, status=Status.AFTERCARE, pending=(CALL,)), "to_evaluation", "move:evaluation"),
        (replace(FACTS, status=Status.EVALUATION, evaluate_on=date(2026, 12, 14)), "wait_for_evaluation", "note"),
        (replace(FACTS, status=Status.EVALUATION, evaluate_on=TODAY), "close", "close"),
        (replace(FACTS, status=Status.EVALUATION), "close", "close"),
    ],
)
def test_the_next_step_follows_from_the_facts(facts: CaseFacts, code: str, action: str) -> None:
    step = next_step(facts)
    assert (step.code, step.action) == (f"cases.step.{code}", action)
    assert step.code in TEXTS
    assert f"{step.code}.title" in TEXTS


def test_the_statutory_consult_comes_before_everything_else() -> None:
    flags = frozenset({Flag.STATUTORY_CONSULT_DUE, Flag.PROTOCOL_CALL_DUE})
    facts = replace(FACTS, flags=flags, parties=(THIJS,), uninformed=("Thijs",))
    assert next_step(facts) == Step("cases.step.statutory_consult_due", "inspector", "WPO artikel 4a")
    met = replace(facts, met=frozenset({Flag.STATUTORY_CONSULT_DUE}))
    assert next_step(met) == Step("cases.step.protocol_call_due", "inspector", "protocol D3")
    chained = next_step(replace(facts, met=flags, chain=DUTY))
    assert (chained.source, chained.values["title"]) == ("WPO artikel 4a", "Aangifte doen")
    assert next_step(replace(facts, met=flags, status=Status.MEASURES)).action == "parents"


def test_an_open_duty_of_article_4a_is_named_when_a_case_would_close() -> None:
    items = open_items(replace(FACTS, chain=DUTY))
    assert (items[1].code, items[1].due_on) == ("cases.item.chain", date(2026, 11, 17))
    assert open_items(replace(FACTS, chain=replace(DUTY, due_at=None)))[1].due_on is None
    assert [finding.code for finding in close_findings(replace(FACTS, chain=DUTY))] == ["cases.close.chain"]


def test_a_guardian_or_witness_need_not_be_heard_first() -> None:
    witness = Party("Guus", InvolvementRole.WITNESS)
    assert next_step(replace(FACTS, parties=(witness,))).code == "cases.step.to_approach"


def test_open_items_stand_in_the_order_of_the_work() -> None:
    facts = replace(
        FACTS,
        flags=frozenset({Flag.PROTOCOL_CALL_DUE, Flag.ACUTE}),
        uninformed=("Thijs Kuipers",),
        pending=(PendingTask(7, "Verslag ter reactie", date(2026, 11, 18), "E. Terpstra"),),
        evaluate_on=date(2026, 12, 14),
    )
    items = open_items(facts)
    assert [item.code for item in items] == [
        "cases.item.triage",
        "cases.item.protocol_call_due",
        "cases.item.parents",
        "cases.item.task",
        "cases.item.evaluation",
    ]
    assert [item.is_done for item in items] == [True, False, False, False, False]
    assert items[1].due_on == date(2026, 11, 16)
    assert items[3].action == "task:7"


def test_without_triage_that_is_the_first_open_item() -> None:
    (item,) = open_items(replace(FACTS, is_triaged=False))
    assert (item.code, item.is_done, item.due_on) == ("cases.item.triage", False, TODAY)


def test_nothing_stops_a_case_that_is_finished() -> None:
    assert close_findings(replace(FACTS, parties=(replace(THIJS, has_outcome=True), PIEN))) == ()


def test_a_statutory_consult_that_was_not_held_blocks_closing() -> None:
    findings = close_findings(replace(FACTS, flags=frozenset({Flag.STATUTORY_CONSULT_DUE})))
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("cases.close.statutory_consult", Severity.BLOCK)
    ]


def test_closing_names_all_that_is_missing() -> None:
    facts = replace(
        FACTS,
        is_triaged=False,
        parties=(THIJS,),
        flags=frozenset({Flag.PROTOCOL_CALL_DUE}),
        uninformed=("Thijs",),
        pending=(PendingTask(1, "Bellen"),),
    )
    findings = {finding.code: finding.severity for finding in close_findings(facts)}
    assert findings == {
        "cases.close.triage": Severity.BLOCK,
        "cases.close.outcome": Severity.BLOCK,
        "cases.close.protocol_call": Severity.BLOCK,
        "cases.close.parents": Severity.WARN,
        "cases.close.tasks": Severity.WARN,
    }
    assert findings.keys() <= TEXTS.keys()
