"""Letters on the real encrypted store."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.cases.inputs import NewInvolvement
from app.cases.rules import InvolvementRole
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Severity
from app.letters.lines import NewLetter
from app.letters.rules import Delivery, LetterStatus, Sending
from app.letters.templates.catalogue import for_cases, templates
from app.letters.templates.rules import AddresseeKind, parts_of
from app.measures.facts import Draft, Ladder
from app.measures.lines import NewMeasure
from tests.letters.conftest import Office


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_warning_becomes_one_draft_per_parent_who_lives_apart(office: Office) -> None:
    mother, father = (office.letters.letter(one) for one in office.letters.draft_for_measure(office.measure()))
    assert (mother.addressee, father.addressee) == ("Mevrouw C. Mulder", "De heer R. Mulder")
    assert mother.body == father.body
    assert father.note == "Een brief met dezelfde inhoud gaat vandaag naar mevrouw C. Mulder."
    assert "gesproken met Pien (op 11 november 2026)" in mother.body
    assert mother.findings == ()


def test_drafting_twice_gives_the_same_drafts(office: Office) -> None:
    measure = office.measure()
    assert set(office.letters.draft_for_measure(measure)) == set(office.letters.draft_for_measure(measure))


def test_a_suspension_of_more_than_a_day_also_tells_the_inspectorate(office: Office) -> None:
    made = [office.letters.letter(one) for one in office.letters.draft_for_measure(office.measure("pupil.SUSPENSION"))]
    assert [letter.template for letter in made] == ["pupil_suspension", "pupil_suspension", "inspectorate_notice"]
    assert "3 schooldagen" in made[0].body
    assert "Pien" not in made[2].body
    assert not made[2].is_filed


def test_a_final_letter_is_frozen_with_reference_and_hash(office: Office, clock: FixedClock) -> None:
    first, second = office.letters.draft_for_measure(office.measure())
    office.letters.finalise(first, to_tray=False)
    office.letters.finalise(second, to_tray=False)
    card, pdf = office.letters.letter(first), office.letters.preview(first)
    assert (card.status, card.reference) == (LetterStatus.FINAL, "2026-2027/SM-001/BR-01")
    assert office.letters.letter(second).reference == "2026-2027/SM-001/BR-02"
    assert hashlib.sha256(pdf).hexdigest() == card.sha256
    assert card.control in text_of(pdf)
    clock.at = clock.at.replace(year=2027)
    assert office.letters.preview(first) == pdf
    with pytest.raises(Refused, match=r"letters\.is_final"):
        office.letters.change(first, "anders")
    with pytest.raises(Refused, match=r"letters\.is_final"):
        office.letters.discard(first)


def test_a_letter_that_lost_a_compulsory_part_cannot_be_final(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body
    office.letters.change(letter, body.replace("[bij herhaling]\n", ""))
    with pytest.raises(Refused) as refusal:
        office.letters.finalise(letter)
    assert [finding.code for finding in refusal.value.findings] == ["letters.part_missing"]
    assert office.letters.letter(letter).status is LetterStatus.DRAFT


def test_the_name_of_another_pupil_is_flagged(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body
    office.letters.change(letter, body + "\n\nHet filmpje ging over Stijn Bakker.", subject="Over Pien")
    (found,) = office.letters.letter(letter).findings
    assert (found.code, found.severity, found.values["names"]) == (
        "letters.other_name",
        Severity.WARN,
        "Stijn Bakker",
    )
    with pytest.raises(Invalid):
        office.letters.change(letter, body, subject=" ")


def test_the_name_of_an_employee_who_had_a_part_in_it_is_flagged(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body
    office.letters.change(letter, body + "\n\nMeester Hartog had de foto ook.")
    assert "letters.other_name" not in {found.code for found in office.letters.letter(letter).findings}
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.ACTOR, office.cast.hartog))
    (found,) = [one for one in office.letters.letter(letter).findings if one.code == "letters.other_name"]
    assert "Hartog" in str(found.values["names"])


def test_the_name_of_a_protected_reporter_is_flagged_but_not_that_of_who_gets_the_letter(office: Office) -> None:
    ilse = next(line.id for line in office.people.find("Ilse"))
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.REPORTER, ilse))
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.REPORTER, name="buurvrouw De Wit"))
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body
    office.letters.change(letter, body + "\n\nIlse de Graaf en buurvrouw De Wit vertelden het ons.")
    assert "letters.other_name" not in {found.code for found in office.letters.letter(letter).findings}
    office.cases.shield_reporter(office.case_id, shielded=True, reason="Zij vroegen het.")
    (found,) = [one for one in office.letters.letter(letter).findings if one.code == "letters.other_name"]
    assert found.values["names"] == "buurvrouw De Wit, Ilse de Graaf"
    office.letters.change(letter, body)
    carla = next(line.id for line in office.people.find("Carla"))
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.REPORTER, carla))
    assert "letters.other_name" not in {found.code for found in office.letters.letter(letter).findings}


def test_assumed_authority_is_told(office: Office) -> None:
    new = NewLetter("invitation", office.case_id, office.cast.aylin)
    found = {finding.code: finding.severity for finding in office.letters.letter(office.letters.draft(new)[0]).findings}
    assert found["letters.authority_assumed"] is Severity.INFO
    assert found["letters.unfilled"] is Severity.BLOCK
    assert found["letters.no_address"] is Severity.BLOCK


def test_a_letter_to_an_employee_is_printed_by_the_director(office: Office) -> None:
    draft = Draft(f"{Ladder.EMPLOYEE}.WARNING", facts="U plaatste een foto van een klas.")
    measure = office.measures.propose(NewMeasure(office.case_id, office.cast.hartog, draft))
    (made,) = office.letters.draft_for_measure(measure)
    letter = office.letters.letter(made)
    assert (letter.addressee, letter.delivery) == ("De heer J. Hartog", Delivery.MYSELF)
    assert "U plaatste een foto" in letter.body


def test_dismissal_letters_are_left_to_a_jurist(office: Office) -> None:
    draft = Draft(f"{Ladder.EMPLOYEE}.DISMISSAL")
    measure = office.measures.propose(NewMeasure(office.case_id, office.cast.hartog, draft))
    with pytest.raises(Refused, match=r"letters\.with_jurist"):
        office.letters.draft_for_measure(measure)


def test_without_mandate_the_director_cannot_sign(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure("pupil.SUSPENSION"))[0]
    office.school.set_mandates([])
    with pytest.raises(Refused) as refusal:
        office.letters.finalise(letter)
    assert refusal.value.findings[0].code == "letters.no_signature"


def test_a_final_letter_stands_in_the_case_and_starts_the_terms_once_sent(office: Office) -> None:
    measure = office.measure("pupil.SUSPENSION")
    letter, _other, notice = office.letters.draft_for_measure(measure)
    for one in (letter, notice):
        office.letters.finalise(one, to_tray=False)
        office.letters.mark_sent(one, Sending.POST)
    titles = [entry.title for entry in office.cases.timeline(office.case_id)]
    assert {"Brief: Schorsing van Pien", "Verstuurd: Schorsing van Pien"} <= set(titles)
    card, sent_at = office.measures.measure(measure), office.letters.letter(letter).sent_at
    assert sent_at is not None
    assert (card.communicated_on, card.communicated_how) == (sent_at.date(), "per post")
    assert card.authority_told_on is not None


def test_a_correction_is_a_new_letter_that_names_the_old(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    with pytest.raises(Refused, match=r"letters\.not_final"):
        office.letters.correct(letter)
    office.letters.finalise(letter, to_tray=False)
    fresh = office.letters.letter(office.letters.correct(letter))
    assert fresh.status is LetterStatus.DRAFT
    assert fresh.body.startswith("Deze brief vervangt onze brief van 16 november 2026 met kenmerk 2026-2027/SM-001/BR")


def test_only_filed_final_letters_enter_the_dossier(office: Office) -> None:
    letters = office.letters.draft_for_measure(office.measure("pupil.SUSPENSION"))
    assert office.letters.of_person(office.cast.pien) == ()
    for one in letters:
        office.letters.finalise(one, to_tray=False)
    assert [line.addressee for line in office.letters.of_person(office.cast.pien)] == [
        "Mevrouw C. Mulder",
        "De heer R. Mulder",
    ]
    assert len(office.letters.of_case(office.case_id)) == len(office.letters.recent()) == 3


def test_an_unknown_letter_is_refused(office: Office) -> None:
    with pytest.raises(Refused, match=r"letters\.unknown"):
        office.letters.letter(99)


@pytest.mark.parametrize("code", sorted(for_cases()))
def test_every_letter_can_be_started_without_a_measure_and_shows_what_is_open(office: Office, code: str) -> None:
    person = office.cast.hartog if templates()[code].addressee is AddresseeKind.EMPLOYEE else office.cast.pien
    if templates()[code].addressee is AddresseeKind.PERSON:
        person = office.people.pupil(office.cast.pien).guardians[0].id
    for letter in office.letters.start(NewLetter(code, office.case_id, person)):
        card = office.letters.letter(letter)
        assert set(templates()[code].parts) <= set(parts_of(card.body))
        assert office.letters.preview(letter).startswith(b"%PDF")
        assert card.about_id == (office.cast.hartog if person == office.cast.hartog else office.cast.pien)


def test_a_letter_for_the_wrong_kind_of_person_is_refused(office: Office) -> None:
    with pytest.raises(Invalid, match=r"letters\.wrong_person"):
        office.letters.start(NewLetter("employee_warning", office.case_id, office.cast.pien))


@pytest.mark.parametrize("rung", ["pupil.WARNING", "pupil.SUSPENSION"])
def test_a_warning_and_a_suspension_are_written_in_english_beside_the_dutch_letter(office: Office, rung: str) -> None:
    mother, father, *_notices = office.letters.draft_for_measure(office.measure(rung))
    english = office.letters.in_english(father)
    assert office.letters.in_english(father) == english
    dutch, made = office.letters.letter(father), office.letters.letter(english)
    assert (made.to.lines[1:], made.language, made.measure_id) == (dutch.to.lines[1:], "en", dutch.measure_id)
    assert made.to.salutation.startswith("Dear")
    assert "{{" not in made.body
    assert [found.code for found in made.findings if found.severity is Severity.BLOCK] == ["letters.unfilled"]
    assert ": Op dinsdag 10 november" in made.body
    office.letters.change(english, re.sub("‹[^›]*›", "In our words.", made.body))
    office.letters.finalise(english, to_tray=False)
    assert office.letters.letter(english).is_final
    assert not office.letters.letter(mother).is_final


def test_a_letter_without_english_words_stays_dutch(office: Office) -> None:
    (letter,) = office.letters.draft(NewLetter("access_answer", 0, office.cast.hartog))
    with pytest.raises(Refused, match=r"letters\.no_english"):
        office.letters.in_english(letter)


@pytest.mark.parametrize("code", ["police_cover", "board_notice", "report_parents_notice", "employee_invitation"])
def test_the_director_prints_what_is_for_the_police_of_article_4a_or_about_an_employee(
    office: Office, code: str
) -> None:
    person = office.cast.hartog if code == "employee_invitation" else office.cast.pien
    (letter, *_others) = office.letters.start(NewLetter(code, office.case_id, person))
    assert office.letters.letter(letter).delivery is Delivery.MYSELF
