"""What cannot wait for the work of a phase: safety, the law, the police; and steps that fit adults."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.cases.open_items import close_findings, open_items
from app.cases.rules import FIND_OUT, VICE_POLICE, Flag, InvolvementRole, Status, advice_for
from app.cases.steps import (
    AskedMeasure,
    CaseFacts,
    ChainDuty,
    MeasureFacts,
    Party,
    PendingTask,
    Step,
    next_step,
)
from app.cases.texts import TEXTS
from app.kernel.clock import at
from app.kernel.findings import Severity

TODAY = date(2026, 11, 16)
VERA = Party("Vera", InvolvementRole.AFFECTED, id=2)
FATHER = Party("Roel", InvolvementRole.ACTOR, id=1, is_pupil=False)
TEACHER = Party("Loes", InvolvementRole.AFFECTED, id=3, is_pupil=False)
FACTS = CaseFacts(Status.FACTS, TODAY, at(2026, 11, 16, 8, 40), is_triaged=True, parties=(VERA,))
IMAGERY = frozenset({Flag.SEXUAL_IMAGERY, Flag.SEXUAL, Flag.POSSIBLY_CRIMINAL})
CONSULT = frozenset({Flag.STATUTORY_CONSULT_DUE, Flag.SEXUAL_IMAGERY})


def codes(facts: CaseFacts) -> list[str]:
    return [item.code for item in open_items(facts)]


def test_safety_comes_before_a_call_until_it_was_seen_to() -> None:
    facts = replace(FACTS, flags=frozenset({Flag.ACUTE, Flag.PROTOCOL_CALL_DUE}))
    assert next_step(facts) == Step("cases.step.safety", "safety", "protocol A8")
    assert next_step(replace(facts, met=frozenset({Flag.ACUTE}))).action == "inspector"


def test_under_article_4a_parents_are_called_after_the_consult_also_when_there_is_haste() -> None:
    flags = frozenset({Flag.ACUTE, Flag.STATUTORY_CONSULT_DUE})
    facts = replace(FACTS, flags=flags)
    assert next_step(facts).code == "cases.step.safety_4a"
    assert next_step(replace(facts, met=frozenset({Flag.STATUTORY_CONSULT_DUE}))).code == "cases.step.safety"
    assert advice_for(flags)[0].code == "cases.advice.acute_4a"
    for code in ("cases.step.safety_4a", "cases.advice.acute_4a"):
        assert "na het overleg" in TEXTS[code]
        assert f"{code}.title" in TEXTS


def test_one_call_that_meets_two_duties_is_one_open_item() -> None:
    both = frozenset({Flag.STATUTORY_CONSULT_DUE, Flag.PROTOCOL_CALL_DUE})
    facts = replace(FACTS, flags=both)
    assert [item.code for item in open_items(facts) if item.action == "inspector"] == [
        "cases.item.statutory_consult_due"
    ]
    assert [finding.code for finding in close_findings(facts)] == ["cases.close.statutory_consult"]
    (done,) = [item for item in open_items(replace(facts, met=both)) if item.action == "inspector"]
    assert done.is_done
    alone = replace(facts, met=frozenset({Flag.STATUTORY_CONSULT_DUE}))
    assert [item.is_done for item in open_items(alone) if item.action == "inspector"] == [True, False]
    assert [finding.code for finding in close_findings(alone)] == ["cases.close.protocol_call"]


def test_a_task_to_call_the_police_about_a_picture_is_the_only_line_of_it() -> None:
    task = PendingTask(9, "De politie (zeden) bellen", TODAY, template=VICE_POLICE)
    items = [item for item in open_items(replace(FACTS, flags=IMAGERY, pending=(task,))) if item.action == "police"]
    assert [(item.code, item.due_on) for item in items] == [("cases.item.task", TODAY)]


def test_the_police_are_called_about_a_picture_before_a_child_is_heard() -> None:
    facts = replace(FACTS, flags=IMAGERY)
    assert next_step(facts) == Step("cases.step.imagery", "police", "Sr artikel 252")
    assert next_step(replace(facts, at_police=True)).action == "talk:2"


def test_article_4a_goes_before_the_police_about_a_picture() -> None:
    assert next_step(replace(FACTS, flags=CONSULT)).action == "inspector"
    assert next_step(replace(FACTS, flags=CONSULT, met=CONSULT)).action == "talk:2"
    assert "cases.item.police" not in codes(replace(FACTS, flags=CONSULT))


def test_whether_to_go_to_the_police_stays_open_until_it_was_decided() -> None:
    facts = replace(FACTS, flags=frozenset({Flag.POSSIBLY_CRIMINAL}))
    assert next_step(facts).action == "talk:2"
    assert [item.is_done for item in open_items(facts) if item.action == "police"] == [False]
    assert [(one.code, one.severity) for one in close_findings(facts)] == [("cases.close.police", Severity.WARN)]
    decided = replace(facts, at_police=True)
    assert [item.is_done for item in open_items(decided) if item.action == "police"] == [True]
    assert close_findings(decided) == ()


def test_who_may_have_done_something_sexual_is_not_looked_into_by_the_school() -> None:
    unknown = PendingTask(5, "Vragen", template="find_out_sexual")
    assert next_step(replace(FACTS, pending=(unknown,), by_task_holder=True)).code == "cases.step.ask_first"
    assert next_step(replace(FACTS, pending=(unknown,))).action == "talk:2"
    assert next_step(replace(FACTS, by_task_holder=True)).action == "talk:2"


def test_after_a_suspicion_the_school_hears_nobody() -> None:
    facts = replace(FACTS, suspects=True, by_task_holder=True)
    assert next_step(facts) == Step("cases.step.after_suspicion", "move:measures", "WPO artikel 4a")
    assert next_step(replace(facts, uninformed=("Vera",))).action == "parents"
    assert next_step(replace(facts, status=Status.APPROACH)).code == "cases.step.after_suspicion"


def test_adults_are_not_told_of_as_a_small_group_of_pupils() -> None:
    facts = replace(FACTS, parties=(FATHER, TEACHER))
    assert next_step(facts) == Step("cases.step.hear.adult", "talk:3", "protocol A8", {"name": "Loes"})
    heard = replace(facts, parties=(replace(FATHER, is_heard=True), replace(TEACHER, is_heard=True)))
    assert next_step(heard) == Step("cases.step.to_approach", "move:approach", "protocol A8")
    talk = next_step(replace(facts, status=Status.APPROACH))
    assert talk == Step("cases.step.approach.adult", "talk", "protocol A8")
    assert next_step(replace(facts, parties=(TEACHER,))).code == "cases.step.hear.adult"


def test_parents_hear_it_after_the_consult() -> None:
    due = replace(FACTS, flags=CONSULT, uninformed=("Vera",))
    (later,) = [item for item in open_items(due) if item.action == "parents"]
    assert (later.code, later.due_on) == ("cases.item.parents_later", None)
    (now,) = [item for item in open_items(replace(due, met=CONSULT)) if item.action == "parents"]
    assert (now.code, now.due_on) == ("cases.item.parents", TODAY)


def test_each_of_these_steps_has_its_words() -> None:
    for code in ("safety", "imagery", "ask_first", "after_suspicion", "hear.adult", "approach.adult"):
        assert f"cases.step.{code}" in TEXTS
        assert f"cases.step.{code}.title" in TEXTS


def test_a_call_that_meets_two_duties_is_advised_once() -> None:
    both = frozenset({Flag.STATUTORY_CONSULT_DUE, Flag.PROTOCOL_CALL_DUE})
    assert [finding.code for finding in advice_for(both)] == ["cases.advice.statutory_consult_due"]
    assert [one.code for one in advice_for([Flag.PROTOCOL_CALL_DUE])] == ["cases.advice.protocol_call_due"]


REMOVAL = AskedMeasure(7, "Verwijdering", "Stijn")
INTENT = MeasureFacts(unheard=REMOVAL)


def test_an_announced_measure_asks_for_a_day_to_hear_those_whom_it_concerns() -> None:
    facts = replace(FACTS, status=Status.MEASURES, measures=INTENT)
    assert next_step(facts) == Step(
        "cases.step.plan_hearing", "hear:7", "hoor en wederhoor", {"rung": "Verwijdering", "name": "Stijn"}
    )
    for held in (replace(facts, suspects=True), replace(facts, held_by="Politie")):
        assert next_step(held).code == "cases.step.plan_hearing_4a"


def test_a_decision_is_given_before_anything_else_and_whom_it_is_for_needs_no_hearing_any_more() -> None:
    stijn = Party("Stijn", InvolvementRole.ACTOR, id=4, person_id=40)
    facts = replace(FACTS, parties=(stijn, VERA), measures=MeasureFacts(REMOVAL, REMOVAL, frozenset({40})))
    given = Step("cases.step.give", "give:7", "protocol D4, D6", {"rung": "Verwijdering", "name": "Stijn"})
    assert next_step(facts) == given
    done = replace(facts, measures=MeasureFacts(about=frozenset({40})))
    assert next_step(done).values == {"name": "Vera"}
    assert next_step(replace(done, parties=(stijn, replace(VERA, is_heard=True)))).action == "move:approach"


def test_whether_there_is_a_sexual_picture_is_known_before_anybody_is_heard() -> None:
    task = PendingTask(9, "Uitzoeken", template=f"{FIND_OUT}sexual_imagery")
    facts = replace(FACTS, pending=(task,))
    assert next_step(facts) == Step("cases.step.find_imagery", "triage", "Sr artikel 252")
    assert next_step(replace(facts, flags=frozenset({Flag.ACUTE}))).action == "safety"


def test_while_the_inspector_comes_first_no_hearing_is_asked_for() -> None:
    flags = frozenset({Flag.STATUTORY_CONSULT_DUE})
    facts = replace(FACTS, status=Status.MEASURES, measures=INTENT, flags=flags)
    assert next_step(facts).action == "inspector"
    duty = ChainDuty("conclusion", "Conclusie", "Beslis")
    assert next_step(replace(facts, met=flags, chain=duty)).action == "chain"


def test_while_the_police_asked_to_wait_nobody_is_heard_about_the_facts() -> None:
    held = replace(FACTS, held_by="Politie", uninformed=("Vera",))
    assert next_step(held) == Step("cases.step.held", "note", values={"name": "Politie"})
    measures = replace(held, status=Status.MEASURES, uninformed=())
    assert (next_step(measures).code, next_step(measures).source) == ("cases.step.measures_4a", "")
    suspected = replace(measures, held_by="", suspects=True)
    assert next_step(suspected).source == "WPO artikel 4a"
    for code in ("cases.step.held", "cases.step.measures_4a", "cases.step.plan_hearing", "cases.step.plan_hearing_4a"):
        assert f"{code}.title" in TEXTS
