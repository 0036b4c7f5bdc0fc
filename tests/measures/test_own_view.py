"""The own view of the person stands in the letter that carries out the measure, in the words in which it came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.letters.contents.heard import own_view
from app.letters.lines import NewLetter
from app.letters.templates.catalogue import templates
from app.letters.templates.rules import DECISIONS
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from tests.letters.conftest import Office, office

__all__ = ["office"]
VIEW = "Het was een grap, en dat had ik niet moeten doen."


def test_the_view_and_the_answer_to_the_report_are_quoted() -> None:
    own = Hearing(HeardAs.EMPLOYEE, "J. Hartog", 4, comment="Ik zei: bijna altijd.")
    other = Hearing(HeardAs.GUARDIAN, "R. Bakker", 5, comment="Van een ander.")
    told = own_view(VIEW, (own, other, own), {4})
    assert told == (
        f"Dit is de zienswijze die wij kregen: “{VIEW}”\n\n"
        "Op het verslag van het gesprek kwam deze reactie: “Ik zei: bijna altijd.”"
    )
    assert own_view(" ", (other,), {4}) == ""


@pytest.mark.parametrize("code", sorted(DECISIONS - {"objection_decision", "summary_dismissal"}))
def test_every_letter_of_a_decision_has_room_for_the_view(code: str) -> None:
    assert "{{ own_view }}" in templates()[code].body


def test_a_reprimand_prints_the_defence(office: Office) -> None:
    draft = Draft(
        "employee.REPRIMAND",
        decided_on=date(2026, 11, 16),
        decider=Decider.BOARD,
        facts="Een bericht over een leerling.",
        reasons="Het is de tweede keer.",
        intent_on=date(2026, 10, 19),
        views_on=date(2026, 10, 30),
        views_text=VIEW,
    )
    made = office.measures.propose(NewMeasure(office.case_id, office.cast.hartog, draft))
    (letter,) = office.letters.draft(NewLetter("reprimand", office.case_id, office.cast.hartog, made))
    body = office.letters.letter(letter).body
    assert "U hebt op 30 oktober 2026 uw zienswijze gegeven." in body
    assert f"“{VIEW}”" in body


def test_a_suspension_prints_what_the_family_wrote_and_none_leaves_no_hole(office: Office) -> None:
    measure = office.measure("pupil.SUSPENSION")
    before = office.letters.letter(office.letters.draft_for_measure(measure)[0]).body
    assert "zienswijze die wij kregen" not in before
    card = office.measures.measure(measure)
    hearings = tuple(
        replace(one, comment="Dit klopt zo.", person_id=office.cast.pien) if one.role is HeardAs.PUPIL else one
        for one in card.draft.hearings
    )
    again = replace(
        card.draft, hearings=hearings, views_text=VIEW, first_day=date(2026, 11, 18), last_day=date(2026, 11, 19)
    )
    second = office.measures.propose(NewMeasure(office.case_id, office.cast.stijn, again))
    (letter, *_rest) = office.letters.draft(NewLetter("pupil_suspension", office.case_id, office.cast.stijn, second))
    body = office.letters.letter(letter).body
    assert f"“{VIEW}”" in body
    assert "Dit klopt zo." not in body  # the answer of another person than whom the letter is about
