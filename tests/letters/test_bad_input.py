"""Odd data from the register to the paper: text stays text, nothing is lost, and what cannot go is said."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from app.application import Meldboek
from app.kernel.errors import Invalid, Refused
from app.kernel.names import PersonName, Title
from app.letters.lines import NewLetter
from app.letters.paper.layout import pages_of
from app.letters.paper.word import as_docx
from app.letters.templates.catalogue import shipped
from app.letters.templates.wordings import NewWording
from app.people.rules import Address, Authority, NewGuardian, NewPupil
from tests.letters.conftest import Office

EVIL = "<b>vet</b> {{ 'z' * 7 }} <img src='/etc/passwd'>"
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 9


def family(office: Office, child: PersonName, parent: PersonName, home: Address) -> int:
    pupil = office.people.add_pupil(NewPupil(child, f"x{child.first_name[:8]}", None, "8B", 8, address=Address()))
    new = NewGuardian(parent, authority=Authority.YES, source="gezagsregister", address=home, title=Title.NEUTRAL)
    office.people.add_guardian(pupil, new)
    return pupil


def final(office: Office, pupil: int, more: str) -> str:
    """The text of the final letter, after it went through the tray and a Word document."""
    (letter,) = office.letters.draft(NewLetter("affected_notice", office.case_id, pupil))
    body = "\n\n".join(f"[{part}]\n{more}" for part in office.letters.letter(letter).parts)
    office.letters.change(letter, body, subject=more[:200])
    office.letters.finalise(letter, to_tray=True, reason="voor de proef")
    pdf = office.tray.pdf(office.tray.waiting()[-1].id)
    assert office.letters.preview(letter) == pdf
    editable = office.letters.editable(letter)
    assert editable.paper is not None
    assert Document(BytesIO(as_docx(editable.paper, editable.at))).paragraphs
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_markup_in_every_field_is_printed_as_it_was_typed(office: Office) -> None:
    home = Address(EVIL, "1", "7511 AB", "Enschede")
    text = final(office, family(office, PersonName(EVIL, "", EVIL), PersonName(EVIL, "", EVIL), home), EVIL)
    assert text.count("{{ 'z' * 7 }}") >= 5
    assert "<b>vet</b>" in text
    assert "zzzzzzz" not in text
    assert "root:" not in text


def test_names_of_three_hundred_characters_fit_on_the_page(office: Office) -> None:
    name = PersonName(LONG[:300].strip(), "", LONG[:300].strip())
    text = final(office, family(office, name, name, Address(LONG[:300], "1", "7511 AB", LONG[:300])), "Een zin.")
    assert "Wolfeschlegelsteinhausen" in text


def test_a_person_without_a_surname_gets_a_letter(office: Office) -> None:
    home = Address("Kerkstraat", "1", "7511 AB", "Enschede")
    text = final(office, family(office, PersonName("Sita", "", ""), PersonName("Asha", "", ""), home), "Een zin.")
    assert "Asha" in text
    assert "None" not in text


def test_a_missing_address_keeps_a_letter_out_of_the_tray_and_loses_nothing(office: Office) -> None:
    pupil = family(office, PersonName("Sita", "", "Jansen"), PersonName("Asha", "", "Jansen"), Address())
    (letter,) = office.letters.draft(NewLetter("affected_notice", office.case_id, pupil))
    body = "\n\n".join(f"[{part}]\nEen zin." for part in office.letters.letter(letter).parts)
    office.letters.change(letter, body)
    with pytest.raises(Refused) as refusal:
        office.letters.finalise(letter, to_tray=True)
    assert [found.code for found in refusal.value.findings] == ["letters.no_address"]
    assert office.letters.letter(letter).body == body
    office.letters.finalise(letter, to_tray=False)


def test_a_letter_of_more_than_twenty_pages_is_numbered_to_the_end(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    card = office.letters.letter(letter)
    office.letters.change(letter, card.body + "\n\n" + "\n\n".join([EVIL + " en nog een zin. " * 40] * 120))
    ready = office.letters.prepare(letter, to_tray=False)
    pdf = ready.draw()
    office.letters.freeze(ready, pdf)
    pages = pages_of(pdf)
    assert pages > 20
    last = PdfReader(BytesIO(pdf)).pages[-1].extract_text()
    assert f"blz. {pages} van {pages}" in last.replace("\N{NO-BREAK SPACE}", " ")
    assert "Met vriendelijke groet" in last


def test_a_bomb_of_a_logo_is_left_out(office: Office) -> None:
    printable = office.letters.printable(office.letters.draft_for_measure(office.measure())[0])
    assert printable.paper is not None
    huge = b"\x89PNG\r\n\x1a\n" + bytes(40 * 1024 * 1024)
    paper = replace(printable.paper, head=replace(printable.paper.head, logo=huge))
    assert pages_of(replace(printable, paper=paper).draw()) == pages_of(printable.draw())


def test_an_address_of_more_lines_than_the_window_shows_is_said(office: Office) -> None:
    (letter,) = office.letters.draft_for_measure(office.measure())[:1]
    card = office.letters.letter(letter)
    with pytest.raises(Invalid, match=r"letters\.address_too_long"):
        office.letters.change(letter, card.body, address=("a", "b", "c", "d", "e", "f"))
    assert office.letters.letter(letter).to == card.to
    office.letters.change(letter, card.body, address=("a", " ", "b", "c", "d", "", "e"))
    assert office.letters.letter(letter).to.lines == ("a", "b", "c", "d", "e")


def test_a_letter_whose_subject_came_out_empty_cannot_be_final(meldboek: Meldboek, office: Office) -> None:
    own = shipped("pupil_warning")
    meldboek.wordings.save(NewWording(own.code, "nl", "{% if inside %}Binnen{% endif %}", own.body))
    (letter,) = office.letters.draft_for_measure(office.measure())[:1]
    with pytest.raises(Refused) as refusal:
        office.letters.finalise(letter)
    assert [found.code for found in refusal.value.findings] == ["letters.no_subject"]
