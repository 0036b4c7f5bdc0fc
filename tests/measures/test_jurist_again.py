"""Twenty more situations of a school jurist, at the edges of the calendar, of authority and of the order of steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.kernel.clock import at
from app.kernel.findings import Severity
from app.kernel.terms import Sector
from app.measures.facts import Background, Decider, Draft, Earlier, HeardAs
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
FRIDAY = date(2026, 3, 13)
AWAY: dict[str, Any] = {"held_at": None, "report": "", "why_not": "Tweemaal uitgenodigd, niet gekomen."}
UNHEARD: dict[str, Any] = {"held_at": None, "report": ""}
BAN = suspension(rung="pupil.ACCESS_BAN", hearings=(heard(HeardAs.GUARDIAN),))

SITUATIONS = (
    Situation(
        "21. decided on Good Friday: the inspectorate hears it that day, and after Easter Monday it is late",
        suspension(decided_on=date(2026, 4, 3), first_day=date(2026, 4, 7), last_day=date(2026, 4, 8)),
        replace(PUPIL, now=at(2026, 4, 3, 9)),
        I,
        "tell_inspectorate",
        "WPO artikel 40c",
        {"on": date(2026, 4, 3), "last_day": date(2026, 4, 7)},
    ),
    Situation(
        "22. one Friday at home asks no notice to the inspectorate",
        suspension(decided_on=FRIDAY, first_day=FRIDAY, last_day=FRIDAY),
        replace(PUPIL, now=at(2026, 3, 13, 8)),
        I,
        "no_notice_needed",
        "WPO artikel 40c",
    ),
    Situation(
        "23. a week over new year is a week; back on the first working day after it",
        suspension(decided_on=date(2026, 12, 29), first_day=date(2026, 12, 30), last_day=date(2027, 1, 5)),
        replace(PUPIL, now=at(2026, 12, 29, 9)),
        I,
        "comes_back",
        "goed gebruik",
        {"on": date(2027, 1, 6)},
    ),
    Situation(
        "24. a week that holds 29 February is seven days, not eight",
        suspension(decided_on=date(2028, 2, 25), first_day=date(2028, 2, 28), last_day=date(2028, 3, 6)),
        replace(PUPIL, now=at(2028, 2, 25, 9)),
        B,
        "suspension_too_long",
        "WPO artikel 40c",
        {"days": 8, "last_day": date(2028, 3, 5)},
    ),
    Situation(
        "25. a father without authority was heard, the mother who has it was not",
        removal(
            hearings=(
                heard(HeardAs.TEACHER),
                heard(HeardAs.GUARDIAN, name="P. Bakker", has_authority=False),
                heard(HeardAs.GUARDIAN, name="S. Smit", **UNHEARD),
            )
        ),
        PUPIL,
        B,
        "parents_not_heard",
        "WPO artikel 40 lid 11",
    ),
    Situation(
        "26. both parents were invited twice and stayed away: doubtful, not void",
        removal(hearings=(heard(HeardAs.TEACHER), heard(HeardAs.GUARDIAN, **AWAY))),
        PUPIL,
        W,
        "parents_stayed_away",
        "WPO artikel 40 lid 11",
    ),
    Situation(
        "27. the other school agreed after the decision to remove",
        removal(decided_on=date(2026, 3, 9)),
        PUPIL,
        B,
        "other_school_later",
        "WPO artikel 40 lid 11",
        {"on": date(2026, 3, 10)},
    ),
    Situation(
        "28. parents were heard after the decision to remove",
        removal(decided_on=date(2026, 3, 12), hearings=(heard(HeardAs.TEACHER, 11), heard(HeardAs.GUARDIAN, 13))),
        PUPIL,
        B,
        "parents_not_heard",
        "WPO artikel 40 lid 11",
    ),
    Situation(
        "29. objection to a removal of Friday 13 November at a public school runs over Christmas",
        removal(decided_on=date(2026, 11, 13)),
        replace(PUPIL, now=at(2026, 11, 13, 9), sector=Sector.PUBLIC),
        I,
        "remedy_until",
        "",
        {"last_day": date(2026, 12, 28)},
    ),
    Situation(
        "30. views that came before the intention are no views on it",
        reprimand(intent_on=date(2026, 3, 12), views_on=date(2026, 3, 2), decided_on=date(2026, 3, 16)),
        EMPLOYEE,
        B,
        "views_still_open",
        "CAO PO",
        {"last_day": date(2026, 4, 2)},
    ),
    Situation(
        "31. a reprimand on the last day for views is a day too early",
        reprimand(intent_on=date(2026, 2, 23), decided_on=date(2026, 3, 16)),
        EMPLOYEE,
        B,
        "views_still_open",
        "CAO PO",
        {"last_day": date(2026, 3, 16)},
    ),
    Situation(
        "32. a reprimand signed by a director to whom the board gave no mandate",
        reprimand(),
        replace(EMPLOYEE, mandates=tuple(one for one in MANDATES if "REPRIMAND" not in one.rung)),
        B,
        "no_mandate",
        "WPO artikel 33a en 40c",
    ),
    Situation(
        "33. a reprimand of 29 February leaves the file on 28 February, three years later",
        reprimand(intent_on=date(2028, 1, 31), decided_on=date(2028, 2, 29)),
        replace(EMPLOYEE, now=at(2028, 2, 29, 9)),
        I,
        "reprimand_lapses",
        "bewaartermijn van de school",
        {"on": date(2031, 2, 28)},
    ),
    Situation(
        "34. a second four weeks right after the first needs a necessity that still stands",
        employee_suspension(first_day=date(2026, 3, 16)),
        replace(
            EMPLOYEE,
            earlier=(
                *EMPLOYEE.earlier,
                Earlier(8, "employee.SUSPENSION", 4, date(2026, 2, 13), date(2026, 2, 16), date(2026, 3, 15)),
            ),
        ),
        W,
        "suspension_extended",
        "Rechtbank Haarlem 2012:BX0763",
        {"last_day": date(2026, 3, 15)},
    ),
    Situation(
        "35. a suspension that is meant as a punishment",
        employee_suspension(is_disciplinary=True),
        EMPLOYEE,
        W,
        "disciplinary_disputed",
        "CAO PO",
    ),
    Situation(
        "36. the clock of a summary dismissal knows the night of 29 March, which has an hour less",
        summary_dismissal(knowledge_at=at(2026, 3, 28, 12), decided_on=date(2026, 3, 29)),
        replace(EMPLOYEE, now=at(2026, 3, 29, 12)),
        I,
        "clock_runs",
        "BW 7:677",
        {"hours": 23},
    ),
    Situation(
        "37. known on 30 December, nothing done on the first working days: late from 5 January",
        summary_dismissal(knowledge_at=at(2026, 12, 30, 9), decided_on=date(2027, 1, 5)),
        replace(EMPLOYEE, now=at(2027, 1, 5, 9)),
        W,
        "silent_too_long",
        "BW 7:677",
        {"on": date(2026, 12, 30)},
    ),
    Situation(
        "38. a director who left last week signs",
        suspension(decided_by="E. Terpstra"),
        replace(PUPIL, left=(("E. Terpstra", date(2026, 3, 9)),)),
        B,
        "signatory_left",
        "WPO artikel 33a en 40c",
        {"last_day": date(2026, 3, 9)},
    ),
    Situation(
        "39. a ban on a mother for a whole school year is hard to defend",
        replace(BAN, last_day=date(2027, 3, 15)),
        replace(PARENT, earlier=(replace(WARNED, rung="pupil.CONTACT_LIMIT"),)),
        W,
        "ban_too_long",
        "zorgvuldigheid",
    ),
    Situation(
        "40. a telephone taken on Friday and given back on Monday",
        suspension(rung="pupil.DEVICE_CUSTODY", decider=Decider.TEACHER, first_day=FRIDAY, last_day=date(2026, 3, 16)),
        PUPIL,
        W,
        "device_far_too_long",
        "goed gebruik",
    ),
)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.told[:40])
def test_the_rules_answer_a_jurist_who_asks_on(situation: Situation) -> None:
    answered(situation)


def _words(draft: Draft, known: Background) -> set[str]:
    return {finding.code for finding in findings(draft, known)}


def test_a_case_that_was_quiet_before_the_leadership_knew_raises_no_alarm() -> None:
    known = replace(EMPLOYEE, last_activity_at=at(2026, 2, 2, 9))
    assert "measures.silent_too_long" not in _words(summary_dismissal(), known)


def test_on_the_fourth_of_january_two_working_days_have_not_passed() -> None:
    draft = summary_dismissal(knowledge_at=at(2026, 12, 30, 9), decided_on=date(2027, 1, 4))
    assert "measures.silent_too_long" not in _words(draft, replace(EMPLOYEE, now=at(2027, 1, 4, 17)))


def test_where_nobody_has_known_authority_a_guardian_who_was_heard_counts() -> None:
    draft = removal(hearings=(heard(HeardAs.TEACHER), heard(HeardAs.GUARDIAN, has_authority=False)))
    assert "measures.parents_not_heard" not in _words(draft, PUPIL)
