"""From Toestemmingen to paper: the confirmation of a withdrawal, and the form of one child."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.people.rules import Authority
from tests.builders import Cast
from ui.consents.page import ConsentsPage
from ui.consents.withdrawal import WithdrawnSheet
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.letters.lists import TRAY
from ui.letters.page import LettersPage

INSTAGRAM = "SOCIAL_PUBLIC.INSTAGRAM"


class Visited:
    """Remembers where the desk went."""

    def __init__(self) -> None:
        self.places: list[tuple[str, object | None]] = []

    def __call__(self, name: str, target: object | None = None) -> None:
        self.places.append((name, target))


@pytest.fixture
def visited() -> Visited:
    return Visited()


@pytest.fixture
def desk(qtbot: QtBot, meldboek: Meldboek, visited: Visited) -> Desk:
    return Desk(meldboek, Jobs(inline=True), go=visited)


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> ConsentsPage:
    made = ConsentsPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    desk.dialogs.window = made
    made.show()
    return made


def text_of(pdf: bytes) -> str:
    text = " ".join(reader.extract_text() for reader in PdfReader(BytesIO(pdf)).pages)
    return text.replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ")


def withdraw(page: ConsentsPage, pupil: int, *, letter: str = "", **values: object) -> None:
    """Record a withdrawal in the sheet, and take the letter that it offers in this language, or none."""
    page.pupils.card.withdrawal_wanted.emit(pupil)
    (sheet,) = page.desk.dialogs.current
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"purposes": (INSTAGRAM,), **values})
    sheet.submit()
    for offered in page.desk.dialogs.current:
        assert isinstance(offered, WithdrawnSheet)
        offered.language.set_value(letter or "nl")
        (offered.confirm if letter else offered.close_sheet)()
    assert not page.desk.dialogs.current


def test_a_withdrawal_is_confirmed_by_letter_and_the_tray_opens_at_it(
    page: ConsentsPage, desk: Desk, cast: Cast, visited: Visited, qtbot: QtBot
) -> None:
    withdraw(page, cast.noor, letter="nl", media=("photo",))
    (line,) = desk.meldboek.tray.waiting()
    assert (line.addressee, visited.places) == ("Mevrouw I. de Graaf", [("letters", ("tray", line.id))])
    text = text_of(desk.meldboek.tray.pdf(line.id))
    assert "Sociale media van de school: Instagram (alleen foto)" in text
    assert "uiterlijk op 23 november 2026" in text
    letters = LettersPage(desk)
    qtbot.addWidget(letters)
    letters.show()
    letters.open(("tray", line.id))
    assert letters.tables[TRAY].selected.id == line.id


def test_the_confirmation_can_be_in_english(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    withdraw(page, cast.noor, letter="en", media=("photo",))
    text = text_of(desk.meldboek.tray.pdf(desk.meldboek.tray.waiting()[0].id))
    assert "You have withdrawn your consent" in text
    assert "(alleen" not in text


def test_the_english_form_is_saved_from_the_card(page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path) -> None:
    page.pupils.table.select(cast.noor, 1)
    (button,) = (one for one in page.pupils.card.findChildren(QPushButton) if one.text() == "Engels formulier")
    desk.dialogs.answers.append(tmp_path / "form.pdf")
    button.click()
    assert "Consent for photos, film and sound of Noor" in text_of((tmp_path / "form.pdf").read_bytes())


def test_without_a_wish_for_a_letter_none_is_made(page: ConsentsPage, desk: Desk, cast: Cast, visited: Visited) -> None:
    withdraw(page, cast.noor)
    assert (desk.meldboek.tray.waiting(), visited.places) == ((), [])


def test_who_has_no_authority_is_not_sent_a_confirmation(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    mother = desk.meldboek.people.pupil(cast.noor).guardians[0]
    desk.meldboek.people.set_authority(mother.relation_id, Authority.NO, page.desk.meldboek.clock.today(), "uitspraak")
    withdraw(page, cast.noor)
    assert desk.messages.last is not None
    assert "telt niet mee" in desk.messages.last.text
    assert desk.meldboek.tray.waiting() == ()


def test_a_pupil_of_twelve_withdraws_and_both_parents_read_it(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    withdraw(page, cast.pien, letter="nl", guardian_id=0)
    lines = desk.meldboek.tray.waiting()
    assert [line.addressee for line in lines] == ["Mevrouw C. Mulder", "De heer R. Mulder"]
    text = text_of(desk.meldboek.tray.pdf(lines[0].id))
    assert "Pien heeft zelf de toestemming ingetrokken" in text
    assert "dezelfde inhoud gaat vandaag naar de heer R. Mulder" in text


def test_the_form_of_a_child_is_saved_from_the_card(page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path) -> None:
    page.pupils.table.select(cast.noor, 1)
    (button,) = (one for one in page.pupils.card.findChildren(QPushButton) if one.text() == "Formulier maken")
    desk.dialogs.answers.append(tmp_path / "formulier.pdf")
    button.click()
    text = text_of((tmp_path / "formulier.pdf").read_bytes())
    for words in (
        "Noor de Graaf, groep 5A",
        "Sociale media van de school: Instagram",
        "iedereen",
        "Naam: Ilse de Graaf",
    ):
        assert words in text
    assert desk.meldboek.store.register.log(1)[0].action == "form.printed"
    desk.dialogs.answers.append(tmp_path / "geen map" / "formulier.pdf")
    button.click()
    assert desk.messages.last is not None
    assert "andere map" in desk.messages.last.text
