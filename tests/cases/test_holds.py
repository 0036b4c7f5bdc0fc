"""A case that somebody outside asked to hold: it stays open, and nothing of it is destroyed."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.beside.holds import NewHold
from app.cases.inputs import NewClosure, NewEvidence, NewReport
from app.cases.rules import NewTriage
from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.people.service import People
from app.protocol.service import load_protocol
from app.sentences import sentence
from app.vault.drawers.database import Drawer

ASKED = NewHold("Politie Oost-Nederland", "Het onderzoek loopt nog.", date(2026, 11, 16))


@pytest.fixture
def cases(register: Drawer, casework: Drawer, clock: FixedClock) -> Cases:
    return Cases(casework, People(register, clock), load_protocol(), clock)


@pytest.fixture
def case_id(cases: Cases) -> int:
    made = cases.report(NewReport("Bedreiging in een appgroep"))
    cases.triage(made, NewTriage(school_related=True))
    return made


def test_a_held_case_is_not_closed_until_the_hold_is_lifted(cases: Cases, case_id: int) -> None:
    hold = cases.holds.place(case_id, ASKED)
    with pytest.raises(Refused) as refused:
        cases.close(case_id, NewClosure("Klaar.", despite="Toch."))
    assert "16 november 2026" in " ".join(sentence(one) for one in refused.value.findings)
    cases.holds.lift(hold, "De politie liet weten dat het onderzoek klaar is.")
    cases.close(case_id, NewClosure("Klaar."))
    (line,) = cases.holds.all()
    assert line.lifted_by == "E. Terpstra"
    assert cases.holds.all(standing_only=True) == ()


def test_nothing_of_a_held_case_is_destroyed(cases: Cases, case_id: int) -> None:
    entry = cases.files.attach(case_id, NewEvidence(b"Wat er stond", "bericht.txt"))
    cases.holds.place(case_id, ASKED)
    with pytest.raises(Refused, match=r"cases\.held"):
        cases.files.destroy(case_id, entry, "Niet meer nodig.")


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewHold(" ", "x", date(2026, 11, 16)), "asked_by"),
        (NewHold("Politie", " ", date(2026, 11, 16)), "reason"),
        (NewHold("Politie", "x", date(2026, 11, 17)), "since"),
        (NewHold("Politie", "x", date(2026, 11, 16), date(2026, 11, 15)), "look_again_on"),
    ],
)
def test_a_hold_needs_who_why_and_a_day_that_has_been(cases: Cases, case_id: int, new: NewHold, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        cases.holds.place(case_id, new)
    assert wrong.value.field == field


def test_a_hold_is_lifted_once_and_with_a_reason(cases: Cases, case_id: int) -> None:
    hold = cases.holds.place(case_id, ASKED)
    with pytest.raises(Invalid):
        cases.holds.lift(hold, " ")
    cases.holds.lift(hold, "Klaar.")
    with pytest.raises(Refused, match=r"cases\.hold\.unknown"):
        cases.holds.lift(hold, "Nog eens.")


def test_a_flag_tells_who_raised_it_and_why(cases: Cases, case_id: int) -> None:
    reason = "Een leerkracht stuurt geen privéberichten."
    cases.triage(case_id, NewTriage(school_related=True, task_holder=True, transgressive=True, reason=reason))
    (flag,) = cases.case(case_id).raised
    assert (flag.by, flag.why, flag.met_at) == ("E. Terpstra", "Een leerkracht stuurt geen privéberichten.", None)
