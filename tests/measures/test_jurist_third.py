"""Thirty situations more: who signs, what is announced and heard, conditional measures, parents, the public school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.kernel.clock import at
from app.kernel.findings import Severity
from app.measures.facts import Decider, Earlier, HeardAs
from app.measures.rules import findings
from tests.measures.situations import (
    MANDATES,
    WARNED,
    employee_suspension,
    heard,
    removal,
    reprimand,
    summary_dismissal,
    suspension,
)
from tests.measures.test_jurist import EMPLOYEE, PARENT, PUPIL, Situation, answered

B, W, I, O = Severity.BLOCK, Severity.WARN, Severity.INFO, Severity.OK  # noqa: E741
MANDATE, WPO_40 = "WPO artikel 33a en 40c", "WPO artikel 40 lid 11"
STAFF_TALK = (heard(HeardAs.EMPLOYEE),)
WARNING = suspension(rung="employee.WARNING", first_day=None, last_day=None, hearings=STAFF_TALK)
DISMISSAL = replace(WARNING, rung="employee.DISMISSAL", decider=Decider.BOARD, jurist_on=date(2026, 3, 13))
BAN = suspension(rung="pupil.ACCESS_BAN", hearings=(heard(HeardAs.GUARDIAN),))
CONDITIONAL = suspension(first_day=None, last_day=None, probation_until=date(2026, 7, 1))
BOARD_GAVE = (*MANDATES, *(replace(MANDATES[0], rung=rung) for rung in ("pupil.REMOVAL", "employee.SUMMARY_DISMISSAL")))

EMPLOYEES = (
    Situation("41. a director warns after a talk; no mandate is needed", WARNING, replace(EMPLOYEE, earlier=()), None),
    Situation(
        "42. a teacher signs the warning", replace(WARNING, decider=Decider.TEACHER), EMPLOYEE, B, "wrong_decider"
    ),
    Situation(
        "43. a suspension never stops the salary; the form cannot even ask it",
        employee_suspension(),
        EMPLOYEE,
        I,
        "salary_continues",
        "CAO PO",
    ),
    Situation(
        "44. a mandate to suspend pupils gives none to suspend employees",
        employee_suspension(),
        replace(EMPLOYEE, mandates=MANDATES[:1]),
        B,
        "no_mandate",
        MANDATE,
    ),
    Situation(
        "45. the deputy signs as director",
        employee_suspension(decided_by="A. Vermeer"),
        replace(EMPLOYEE, director="E. Terpstra"),
        W,
        "other_signatory",
        MANDATE,
        {"name": "A. Vermeer", "director": "E. Terpstra"},
    ),
    Situation(
        "46. twenty-nine days from Monday 16 March is one too many",
        employee_suspension(last_day=date(2026, 4, 13)),
        EMPLOYEE,
        B,
        "employee_suspension_too_long",
        "CAO PO",
        {"days": 29, "last_day": date(2026, 4, 12)},
    ),
    Situation(
        "47. no interest of the school was named", employee_suspension(interest=""), EMPLOYEE, B, "interest_missing"
    ),
    Situation(
        "48. three weeks end on Easter Monday: the employee may still answer on Tuesday 7 April",
        reprimand(intent_on=date(2026, 3, 16), decided_on=date(2026, 4, 7)),
        replace(EMPLOYEE, now=at(2026, 4, 7, 9)),
        B,
        "views_still_open",
        "CAO PO",
        {"last_day": date(2026, 4, 7)},
    ),
    Situation(
        "49. the employee answered early, so the reprimand need not wait",
        reprimand(intent_on=date(2026, 3, 9), views_on=date(2026, 3, 12)),
        EMPLOYEE,
        O,
        "views_received",
        "CAO PO",
        {"on": date(2026, 3, 12)},
    ),
    Situation("50. a reprimand out of the blue", reprimand(intent_on=None), EMPLOYEE, B, "intent_missing", "CAO PO"),
    Situation("51. a director dismisses", replace(DISMISSAL, decider=Decider.DIRECTOR), EMPLOYEE, B, "wrong_decider"),
    Situation("52. dismissal without a jurist", replace(DISMISSAL, jurist_on=None), EMPLOYEE, B, "ask_jurist"),
    Situation(
        "53. known on Friday, nothing done on Monday and Tuesday: late on Wednesday",
        summary_dismissal(decided_on=date(2026, 3, 18)),
        replace(EMPLOYEE, now=at(2026, 3, 18, 9)),
        W,
        "silent_too_long",
        "BW 7:677",
        {"on": date(2026, 3, 13)},
    ),
    Situation(
        "54. summary dismissal without the other side",
        summary_dismissal(hearings=()),
        EMPLOYEE,
        B,
        "employee_not_heard",
    ),
    Situation(
        "55. summary dismissal by a director, whatever the board put on paper",
        summary_dismissal(decider=Decider.DIRECTOR),
        replace(EMPLOYEE, mandates=BOARD_GAVE),
        B,
        "wrong_decider",
    ),
)
FAMILIES = (
    Situation(
        "56. a week from Wednesday to Tuesday is allowed",
        suspension(first_day=date(2026, 3, 18), last_day=date(2026, 3, 24)),
        PUPIL,
        O,
        "suspension_length_ok",
        "WPO artikel 40c",
        {"days": 7, "last_day": date(2026, 3, 24)},
    ),
    Situation(
        "57. Friday and Monday are two school days: the inspectorate is told",
        suspension(first_day=date(2026, 3, 20), last_day=date(2026, 3, 23)),
        PUPIL,
        I,
        "tell_inspectorate",
        "WPO artikel 40c",
        {"on": date(2026, 3, 16), "last_day": date(2026, 3, 17)},
    ),
    Situation(
        "58. a school for special education admits the pupil",
        removal(other_school="SO De Parel"),
        PUPIL,
        O,
        "other_school_ok",
        WPO_40,
        {"school": "SO De Parel", "on": date(2026, 3, 10)},
    ),
    Situation(
        "59. a director removes, with a mandate; only the bevoegd gezag may",
        removal(decider=Decider.DIRECTOR),
        replace(PUPIL, mandates=BOARD_GAVE),
        B,
        "wrong_decider",
        MANDATE,
    ),
    Situation(
        "60. parents heard of the removal from the decision", removal(intent_on=None), PUPIL, W, "removal_not_announced"
    ),
    Situation("61. a pupil is reprimanded", reprimand(), PUPIL, B, "wrong_ladder"),
    Situation(
        "62. the director bans a father from the school grounds without mandate",
        BAN,
        replace(PARENT, mandates=()),
        B,
        "no_mandate",
        MANDATE,
    ),
    Situation("63. a ban without an end", replace(BAN, last_day=None), PARENT, B, "last_day_missing"),
    Situation(
        "64. a first written warning to a mother with whom nobody spoke before",
        suspension(rung="pupil.WARNING", first_day=None, last_day=None, hearings=(heard(HeardAs.GUARDIAN),)),
        replace(PARENT, earlier=()),
        W,
        "rung_skipped",
        "protocol D6",
    ),
    Situation("65. a conditional suspension has no days yet", CONDITIONAL, PUPIL, None),
    Situation(
        "66. conditional, and yet from Monday to Sunday: it cannot be both",
        suspension(probation_until=date(2026, 7, 1)),
        PUPIL,
        B,
        "conditional_has_days",
    ),
    Situation(
        "67. nobody's name stands under the decision",
        suspension(decided_by=" "),
        PUPIL,
        B,
        "signatory_missing",
        MANDATE,
    ),
    Situation(
        "68. decided on a Saturday, told to the municipality on that Saturday",
        removal(decided_on=date(2026, 3, 14)),
        PUPIL,
        I,
        "tell_municipality",
        "Leerplichtwet artikel 18",
        {"on": date(2026, 3, 14)},
    ),
    Situation(
        "69. a week for a pupil who leaves on Wednesday",
        suspension(),
        replace(PUPIL, person_until=date(2026, 3, 18)),
        W,
        "person_left",
        "zorgvuldigheid",
    ),
    Situation(
        "70. a child is removed because of a quarrel with its father",
        removal(caused_by_parent=True),
        PUPIL,
        W,
        "caused_by_parent",
        "Rechtbank Limburg 2022:5138",
    ),
)


@pytest.mark.parametrize("situation", [*EMPLOYEES, *FAMILIES], ids=lambda situation: situation.told[:40])
def test_the_rules_answer_a_jurist_who_does_not_let_go(situation: Situation) -> None:
    answered(situation)


def test_a_second_suspension_for_new_facts_is_no_stretched_week() -> None:
    before = Earlier(8, "pupil.SUSPENSION", 4, date(2026, 3, 9), date(2026, 3, 9), date(2026, 3, 15))
    known = replace(PUPIL, earlier=(WARNED, before))
    codes = {finding.code for finding in findings(suspension(), known)}
    assert "measures.suspended_again" not in codes
    assert "measures.suspended_again" in {finding.code for finding in findings(suspension(further_cases=(4,)), known)}


def test_two_working_days_may_pass_between_knowing_and_a_step() -> None:
    draft = summary_dismissal(decided_on=date(2026, 3, 17))
    codes = {finding.code for finding in findings(draft, replace(EMPLOYEE, now=at(2026, 3, 17, 17)))}
    assert "measures.silent_too_long" not in codes


def test_the_director_may_be_written_otherwise_and_the_board_signs_for_itself() -> None:
    known = replace(EMPLOYEE, director="E. Terpstra")
    for draft in (
        employee_suspension(decided_by="Els Terpstra, directeur"),
        employee_suspension(decided_by="mw. E. Terpstra"),
        employee_suspension(decided_by="H. van Vliet", decider=Decider.BOARD),
    ):
        assert "measures.other_signatory" not in {finding.code for finding in findings(draft, known)}
