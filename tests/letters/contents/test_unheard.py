"""A letter about a measure that was decided without a talk says why there was none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.kernel.clock import at
from app.letters.contents.unheard import Passed, unheard_text
from app.letters.lines import NewLetter
from app.letters.templates.rules import BLANK, parts_of
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from app.people.rules import PersonKind
from tests.letters.conftest import Office

REASON = "De ouders reageren niet op onze telefoontjes."
NOT_HEARD = Passed(("measures.parents_not_heard",), REASON)


def warning(office: Office, *hearings: Hearing, reason: str = REASON) -> int:
    draft = replace(
        Draft("pupil.WARNING", decided_on=date(2026, 11, 16), decider=Decider.DIRECTOR, decided_by="E. Terpstra"),
        facts="Pien maakte een filmpje.",
        reasons="Het is de eerste keer.",
        hearings=hearings,
    )
    made = office.measures.propose(NewMeasure(office.case_id, office.cast.pien, draft))
    office.measures.decide(made, reason)
    return made


def test_a_letter_without_a_hearing_tells_the_reason_of_the_measure(office: Office) -> None:
    letter = office.letters.draft_for_measure(warning(office))[0]
    card = office.letters.letter(letter)
    assert parts_of(card.body)["gehoord"] == (
        "Voordat wij beslisten, hebben wij niet met u en Pien gesproken. "
        "De reden daarvan is: De ouders reageren niet op onze telefoontjes."
    )
    assert card.findings == ()
    office.letters.finalise(letter)
    assert office.letters.letter(letter).is_final


def test_a_talk_after_the_decision_is_none_on_which_it_rests(office: Office) -> None:
    measure = warning(office)
    office.measures.add_hearing(measure, Hearing(HeardAs.GUARDIAN, "C. Mulder", held_at=at(2026, 11, 16, 8)))
    heard = parts_of(office.letters.letter(office.letters.draft_for_measure(measure)[0]).body)["gehoord"]
    assert heard.startswith("Voordat wij beslisten, hebben wij niet met u en Pien gesproken.")


def test_in_english_that_reason_waits_for_its_translation(office: Office) -> None:
    new = NewLetter("pupil_warning", office.case_id, office.cast.pien, warning(office), language="en")
    heard = parts_of(office.letters.letter(office.letters.draft(new)[0]).body)["heard"]
    assert f"{BLANK}fill in: translate: De ouders reageren" in heard
    assert "you and Pien" in heard


def test_without_a_reason_the_letter_asks_for_one(office: Office) -> None:
    measure = office.measures.propose(NewMeasure(office.case_id, office.cast.pien, Draft("pupil.WARNING")))
    letter = office.letters.draft_for_measure(measure)[0]
    assert "‹vul in: met wie u hebt gesproken, of waarom dat niet kon›" in office.letters.letter(letter).body


def test_who_was_invited_and_stayed_away_reads_that() -> None:
    absent = Hearing(HeardAs.GUARDIAN, "R. Bakker", 2, invited_on=date(2026, 11, 9), why_not="zij kwamen niet.")
    told = unheard_text((absent,), PersonKind.GUARDIAN, "", Passed())
    assert told == (
        "Op 9 november 2026 hebben wij u uitgenodigd voor een gesprek. "
        "Voordat wij beslisten, hebben wij niet met u gesproken. De reden daarvan is: zij kwamen niet."
    )


def test_who_was_not_heard_beside_somebody_who_was_is_told_apart() -> None:
    pupil = Hearing(HeardAs.PUPIL, "Pien", 1, held_at=at(2026, 11, 11, 10))
    assert unheard_text((pupil,), PersonKind.PUPIL, "Pien", NOT_HEARD).startswith(
        "Met u hebben wij toen niet gesproken."
    )


@pytest.mark.parametrize(
    "passed", [Passed(), Passed(("measures.facts_thin",), REASON), Passed(("measures.parents_not_heard",), " ")]
)
def test_a_reason_for_something_else_is_no_reason_for_not_hearing(passed: Passed) -> None:
    assert unheard_text((), PersonKind.PUPIL, "Pien", passed) == ""


def test_whoever_was_heard_reads_nothing_of_it() -> None:
    employee = Hearing(HeardAs.EMPLOYEE, "J. Hartog", 1, held_at=at(2026, 11, 11, 10))
    assert unheard_text((employee,), PersonKind.EMPLOYEE, "", NOT_HEARD) == ""
