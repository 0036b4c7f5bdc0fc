"""Letters about consents: in the register, so an administrator can make them too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.letters.families.consent_letters import ConsentLetters, NewConfirmation
from app.letters.families.form_choices import FormChoice
from app.letters.templates.catalogue import shipped
from app.letters.templates.wordings import NewWording
from app.people.rules import NewPupil
from tests.builders import PROFILE
from tests.letters.conftest import Office


@pytest.fixture
def letters(meldboek: Meldboek) -> ConsentLetters:
    return meldboek.consent_letters


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\n", " ")


def test_a_withdrawal_is_confirmed_by_a_letter_in_the_tray(office: Office, letters: ConsentLetters) -> None:
    mother = office.people.pupil(office.cast.pien).guardians[0].id
    days = date(2026, 11, 16), date(2026, 11, 23)
    letters.confirm_withdrawal(NewConfirmation(office.cast.pien, mother, ("Instagram van de school",), *days))
    (line,) = office.tray.waiting()
    text = text_of(office.tray.pdf(line.id))
    for words in ("Instagram van de school", "16 november 2026", "uiterlijk op 23 november 2026", "2026-2027/BR-001"):
        assert words in text
    letters.confirm_withdrawal(NewConfirmation(office.cast.pien, mother, ("Website",), *days))
    assert [one.reference for one in letters.of_pupil(office.cast.pien)] == ["2026-2027/BR-002", "2026-2027/BR-001"]


def test_the_consent_form_says_all_that_a_valid_consent_needs(office: Office, letters: ConsentLetters) -> None:
    form = letters.form(
        office.cast.noor, [FormChoice("Website", "iedereen"), FormChoice("Ouderapp", "ouders")], "2026-1"
    )
    text = text_of(form.draw())
    for words in ("Noor de Graaf, groep 5A", "21 juni 2017", "Website", "Ouderapp", "iedereen", "ja", "nee",
                  "intrekken", "geen gevolgen", "Handtekening", "Stichting De Waaier", "versie 2026-1"):  # fmt: skip
        assert words in text
    assert letters.of_pupil(office.cast.noor) == ()


def test_a_form_and_a_confirmation_can_be_in_english(office: Office, letters: ConsentLetters) -> None:
    assert "Consent for photos, film and sound of Noor" in text_of(letters.form(office.cast.noor, [], "1", "en").draw())
    mother = office.people.pupil(office.cast.pien).guardians[0].id
    new = NewConfirmation(office.cast.pien, mother, ("Instagram",), date(2026, 11, 16), language="en")
    letters.confirm_withdrawal(new)
    (line,) = office.tray.waiting()
    assert "16 November 2026" in text_of(office.tray.pdf(line.id))


def test_what_the_school_did_not_fill_in_never_stands_on_paper_as_an_open_place(
    office: Office, letters: ConsentLetters
) -> None:
    office.school.save_profile(replace(PROFILE, email=""))
    for make in (lambda: letters.birthday(office.cast.noor, 16), lambda: letters.form(office.cast.noor, [], "1")):
        with pytest.raises(Refused, match=r"letters\.not_whole") as refusal:
            make()
        assert refusal.value.values == {"blanks": "e-mailadres van de school"}
    assert not office.tray.waiting()
    assert not letters.of_pupil(office.cast.noor)


def test_what_is_not_known_of_a_child_is_filled_in_by_hand_on_its_form(office: Office, letters: ConsentLetters) -> None:
    pupil = office.people.add_pupil(NewPupil(PersonName("Sita", "", "Jansen"), "2001"))
    text = text_of(letters.form(pupil, [], "1").draw())
    assert "‹" not in text
    assert "geboren op ………………" in text


def test_a_compulsory_part_that_comes_out_empty_stops_a_letter_that_nobody_reads(
    meldboek: Meldboek, office: Office, letters: ConsentLetters
) -> None:
    own = shipped("withdrawal_confirmation")
    hidden = "\n\n".join(f"[{part}]\n{{% if own %}}Een zin.{{% endif %}}" for part in own.parts)
    meldboek.wordings.save(NewWording(own.code, "nl", own.subject, hidden))
    mother = office.people.pupil(office.cast.pien).guardians[0].id
    days = date(2026, 11, 16), date(2026, 11, 23)
    with pytest.raises(Refused, match=r"letters\.not_whole") as refusal:
        letters.confirm_withdrawal(NewConfirmation(office.cast.pien, mother, ("Instagram",), *days))
    assert refusal.value.values == {"blanks": ", ".join(own.parts)}
    assert letters.confirm_withdrawal(NewConfirmation(office.cast.pien, None, ("Instagram",), *days))
