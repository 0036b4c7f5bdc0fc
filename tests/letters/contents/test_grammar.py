"""The small grammar of letters: sentences, periods, names, and who was heard."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.clock import at
from app.kernel.names import PersonName
from app.letters.contents.grammar import as_sentence, listing, period, without_name
from app.letters.contents.heard import heard_text, talk_facts
from app.letters.rules import names_in_text
from app.letters.templates.rules import BLANK
from app.measures.facts import HeardAs, Hearing

STIJN = PersonName("Stijn", "", "Bakker")
NAMES = {1: "Stijn", 2: "de heer R. Bakker", 3: "mevrouw S. Bakker-Smit", 4: "mevrouw A. van der Sluis"}


def held(person: int | None, day: int, role: HeardAs = HeardAs.GUARDIAN, report: str = "") -> Hearing:
    return Hearing(role, f"persoon {person}", person, held_at=at(2026, 11, day, 10), report=report)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("het was een grap", "Het was een grap."),
        ("ijskoud gezegd!", "IJskoud gezegd!"),
        ("  Al goed.  ", "Al goed."),
        ("’s nachts geschreven (twee keer)", "’s nachts geschreven (twee keer)."),
        ("Hij zei: “nee”", "Hij zei: “nee”"),
        ("", ""),
    ],
)
def test_what_was_typed_becomes_a_sentence(typed: str, written: str) -> None:
    assert as_sentence(typed) == written


def test_lists_and_periods_read_as_dutch() -> None:
    assert [listing([]), listing(["a"]), listing(["a", "b", "c"])] == ["", "a", "a, b en c"]
    monday, friday = date(2026, 11, 16), date(2026, 11, 20)
    assert period(monday, friday) == "van maandag 16 november 2026 tot en met vrijdag 20 november 2026"
    assert period(monday, monday) == "op maandag 16 november 2026"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Stijn filmde. Stijn Bakker lachte.", "De leerling filmde. De leerling lachte."),
        ("Daarna nam de leerkracht Stijns telefoon in.", "Daarna nam de leerkracht diens telefoon in."),
        ("In de Stijnstraat woont Stijn.", "In de Stijnstraat woont de leerling."),
    ],
)
def test_an_office_that_knows_the_pupil_reads_no_name(text: str, shown: str) -> None:
    assert without_name(text, STIJN) == shown


def test_a_text_about_nobody_stays_as_it_is() -> None:
    assert without_name("Niemand.", PersonName("", "", "")) == "Niemand."


@pytest.mark.parametrize(
    ("line", "within"),
    [
        ("Aan de ouder(s)/verzorger(s) van Noor de Graaf", "de ouder(s)/verzorger(s) van Noor de Graaf"),
        ("De heer R. Mulder", "de heer R. Mulder"),
        ("Mevrouw C. Mulder", "mevrouw C. Mulder"),
        ("A. Öztürk", "A. Öztürk"),
        ("De Opvoedpoli Twente", "De Opvoedpoli Twente"),
    ],
)
def test_rules_for_the_first_line_of_an_address_within_a_sentence(line: str, within: str) -> None:
    assert names_in_text(line) == within


def test_who_was_heard_on_one_day_stands_in_one_sentence() -> None:
    hearings = [held(2, 11), held(1, 11, HeardAs.PUPIL), Hearing(HeardAs.GUARDIAN, "niet gehoord", 3)]
    told = heard_text(hearings, "Stijn", NAMES)
    assert told == "Voordat wij beslisten, hebben wij op 11 november 2026 gesproken met de heer R. Bakker en Stijn."


def test_who_was_heard_on_several_days_stands_with_each_day() -> None:
    hearings = [held(1, 10, HeardAs.PUPIL), held(2, 11), held(3, 11), held(4, 12, HeardAs.TEACHER)]
    assert heard_text(hearings, "Stijn", NAMES) == (
        "Voordat wij beslisten, hebben wij gesproken met Stijn (op 10 november 2026), met de heer R. Bakker en "
        "mevrouw S. Bakker-Smit (op 11 november 2026) en met mevrouw A. van der Sluis (op 12 november 2026)."
    )


def test_who_reads_the_letter_is_called_u() -> None:
    hearings = [held(1, 11, HeardAs.PUPIL), held(2, 11)]
    assert heard_text(hearings, "Stijn", NAMES, reader=(2,)).endswith("gesproken met u en Stijn.")
    assert heard_text([held(None, 11, HeardAs.EMPLOYEE)]).endswith("op 11 november 2026 met u gesproken.")
    assert heard_text([held(None, 11, HeardAs.PUPIL)], "Stijn").endswith("gesproken met Stijn.")


def test_before_anybody_was_heard_the_letter_asks_for_it() -> None:
    assert heard_text([]) == ""
    assert all(value.startswith(BLANK) for value in talk_facts([]).values())


def test_the_report_tells_what_the_family_said_on_the_last_day() -> None:
    hearings = [
        held(1, 10, HeardAs.PUPIL, "een grap"),
        held(1, 11, HeardAs.PUPIL, "het spijt Stijn"),
        held(2, 11, report="Vader belt de andere ouders."),
        held(4, 12, HeardAs.TEACHER, "de klas is onrustig"),
    ]
    assert talk_facts(hearings, "Stijn", NAMES, reader=(2,)) == {
        "talk_on": "woensdag 11 november 2026",
        "present": "u en Stijn",
        "told": "Het spijt Stijn.\n\nVader belt de andere ouders.",
    }
