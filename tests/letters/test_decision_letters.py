"""A letter that carries out a measure waits for its decision, is written in Dutch, and knows who prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.cases.rules import NewTriage
from app.kernel import texts
from app.kernel.errors import Refused
from app.letters.lines import LetterCard, NewLetter
from app.letters.rules import Delivery, LetterStatus
from app.letters.templates.catalogue import templates
from app.letters.templates.rules import DECISIONS
from tests.letters.conftest import Office


@pytest.fixture
def english() -> Iterator[None]:
    texts.use_language("en")
    yield
    texts.use_language("nl")


def filled_in(office: Office, letter_id: int) -> LetterCard:
    body = office.letters.letter(letter_id).body
    office.letters.change(letter_id, re.sub("‹[^›]*›", "ingevuld", body))
    return office.letters.letter(letter_id)


def codes(letter: LetterCard) -> set[str]:
    return {finding.code for finding in letter.findings}


def test_every_letter_of_a_decision_is_a_template() -> None:
    assert set(templates()) >= DECISIONS


def test_a_suspension_that_is_only_proposed_gets_no_final_letter(office: Office) -> None:
    measure = office.measure("pupil.SUSPENSION", decide=False)
    letter = office.letters.draft_for_measure(measure)[0]
    assert "letters.not_decided" in codes(filled_in(office, letter))
    with pytest.raises(Refused) as refusal:
        office.letters.finalise(letter, to_tray=False)
    assert "letters.not_decided" in {finding.code for finding in refusal.value.findings}
    office.measures.decide(measure, "de vader is niet bereikbaar")
    office.letters.finalise(letter, to_tray=False)
    assert office.letters.letter(letter).status is LetterStatus.FINAL


def test_a_letter_of_a_withdrawn_decision_stays_a_draft(office: Office) -> None:
    measure = office.measure()
    letter = office.letters.draft_for_measure(measure)[0]
    office.measures.withdraw(measure, "het was iemand anders")
    assert "letters.not_decided" in codes(office.letters.letter(letter))


def test_without_a_measure_a_warning_waits_and_an_invitation_goes(office: Office) -> None:
    warning = office.letters.start(NewLetter("pupil_warning", office.case_id, office.cast.stijn))[0]
    assert "letters.not_decided" in codes(filled_in(office, warning))
    invitation = office.letters.start(NewLetter("invitation", office.case_id, office.cast.stijn))[0]
    assert "letters.not_decided" not in codes(filled_in(office, invitation))
    office.letters.finalise(invitation, to_tray=False)


def test_letters_in_a_case_under_article_4a_are_printed_by_the_director(office: Office) -> None:
    new = NewLetter("invitation", office.case_id, office.cast.stijn)
    assert office.letters.letter(office.letters.start(new)[0]).delivery is Delivery.TRAY
    office.cases.triage(office.case_id, NewTriage(school_related=True, task_holder=True, sexual=True))
    assert office.letters.letter(office.letters.start(new)[0]).delivery is Delivery.MYSELF


@pytest.mark.usefixtures("english")
def test_what_is_written_with_an_english_screen_is_dutch(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure("pupil.SUSPENSION"))[0]
    office.letters.finalise(letter, to_tray=False)
    card = office.letters.letter(letter)
    assert "dinsdag 17 november" in card.body
    assert card.to.salutation == "Geachte mevrouw Mulder,"
    titles = {entry.title for entry in office.cases.timeline(office.case_id)}
    assert {"Zaak geopend", "Melding beoordeeld", "Brief: Schorsing van Pien"} <= titles
    assert any(title.startswith("Besluit: schorsing") for title in titles)
    assert texts.language() == "en"
