"""Letters about consents: in the register, so an administrator can make them too."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.application import Meldboek
from app.letters.families.consent_letters import ConsentLetters, NewConfirmation
from app.letters.families.form_choices import FormChoice
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
