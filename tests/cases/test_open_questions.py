"""A question of triage that nobody can answer yet becomes a task, and is done with the answer."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.rules import CaseSeverity, NewTriage
from app.cases.service import Cases

OPEN = frozenset({"sexual_imagery", "complaint"})


def test_what_is_not_known_yet_is_found_out(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, unknown=OPEN))
    tasks = {task.title: task.due_on for task in cases.case(case_id).tasks}
    assert tasks == {
        "Uitzoeken of er seksueel beeld is, zonder het te bekijken": date(2026, 11, 16),
        "Uitzoeken of het een klacht over de school is": date(2026, 11, 17),
    }
    assert cases.case(case_id).flags == frozenset()


def test_an_answer_ends_the_task_and_asking_again_makes_no_second(cases: Cases, case_id: int) -> None:
    cases.triage(case_id, NewTriage(True, unknown=OPEN))
    cases.triage(case_id, NewTriage(True, complaint=True, unknown=frozenset({"sexual_imagery"})))
    left = [task.template for task in cases.case(case_id).tasks if task.done_on is None]
    assert left == ["find_out_sexual_imagery"]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (CaseSeverity.SERIOUS, "Zwaarte: ernstig."),
        (CaseSeverity.LIGHT, "Zwaarte: licht. Uit de antwoorden volgde als voorstel: ernstig."),
    ],
)
def test_a_weight_that_was_proposed_and_not_taken_stays_in_the_timeline(
    cases: Cases, case_id: int, chosen: CaseSeverity, told: str
) -> None:
    cases.triage(case_id, NewTriage(True, possibly_criminal=True, severity=chosen))
    text = next(entry.text for entry in cases.timeline(case_id) if entry.title == "Melding beoordeeld")
    assert told in text.splitlines()
