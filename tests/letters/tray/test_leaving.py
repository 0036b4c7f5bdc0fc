"""How letters leave: who may say so, what comes back, the Word file, and the labels."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from app.application import Meldboek, start
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import full
from app.letters.lines import NewLetter
from app.letters.paper.labels import labels, window_sheet
from app.letters.paper.layout import pages_of
from app.letters.paper.word import as_docx
from app.letters.reading import letterhead
from app.letters.rules import Returned, Sending
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR
from tests.letters.conftest import Office


def final(office: Office, *, to_tray: bool) -> int:
    letter = office.letters.draft_for_measure(office.measure())[0]
    office.letters.finalise(letter, to_tray=to_tray)
    return letter


def test_what_comes_back_to_the_tray_is_seen_in_the_case(office: Office) -> None:
    letter = final(office, to_tray=True)
    (line,) = office.tray.waiting()
    with pytest.raises(Refused, match=r"letters\.tray_waits"):
        office.tray.came_back(line.id, Returned.RECEIPT)
    office.tray.post(line.id, Sending.REGISTERED, "3SRPKS1")
    office.letters.settle()
    office.tray.came_back(line.id, Returned.UNDELIVERABLE, "verhuisd")
    for _round in range(2):
        office.letters.settle()
    card = office.letters.letter(letter)
    assert (card.returned, card.return_note) == (Returned.UNDELIVERABLE, "verhuisd")
    told = [entry for entry in office.cases.timeline(office.case_id) if entry.title.startswith("Onbestelbaar")]
    assert len(told) == 1


def test_what_the_director_sent_may_come_back_too(office: Office) -> None:
    letter = final(office, to_tray=False)
    with pytest.raises(Refused, match=r"letters\.not_sent"):
        office.letters.mark_returned(letter, Returned.RECEIPT)
    with pytest.raises(Invalid, match=r"letters\.tray_no_proof"):
        office.letters.mark_sent(letter, Sending.REGISTERED)
    office.letters.mark_sent(letter, Sending.REGISTERED, proof="3S1")
    office.letters.mark_returned(letter, Returned.RECEIPT, "20 november")
    assert office.letters.letter(letter).returned is Returned.RECEIPT


def test_a_letter_that_lies_in_the_tray_is_told_of_there(office: Office) -> None:
    with pytest.raises(Refused, match=r"letters\.lies_in_tray"):
        office.letters.mark_sent(final(office, to_tray=True), Sending.POST)


def test_the_letter_leaves_the_register_at_the_moment_it_is_posted(office: Office, clock: FixedClock) -> None:
    final(office, to_tray=True)
    folder = office.store.folder
    office.store.close()
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    try:
        tray = start(store).tray
        (line,) = tray.waiting()
        tray.post(line.id, Sending.POST)
        assert not any(one.can_print for one in tray.posted())
    finally:
        store.close()


def test_an_answer_to_a_request_for_access_belongs_to_no_case(office: Office) -> None:
    (letter, *_others) = office.letters.start(NewLetter("access_answer", 0, office.cast.pien))
    card = office.letters.letter(letter)
    assert card.enclosures == ("Kopie van het dossier",)
    body = card.body.replace("‹", "(").replace("›", ")")
    office.letters.change(letter, body)
    office.letters.finalise(letter)
    assert office.letters.letter(letter).reference == "2026-2027/INZ/BR-01"
    assert [line.id for line in office.letters.of_requests(office.cast.pien)][-1] == letter


def test_an_english_letter_speaks_english(office: Office) -> None:
    new = NewLetter("pupil_warning", office.case_id, office.cast.pien, office.measure(), language="en")
    (letter, *_others) = office.letters.draft(new)
    card = office.letters.letter(letter)
    assert "With this letter we give Pien a **warning**." in card.body
    assert "if it happens again" in card.parts


def test_a_word_file_holds_the_text_as_text_and_the_log_knows_of_it(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body + "\n\n<b>{{ 7 * 7 }}</b> \x00\n- een\n- **twee**"
    office.letters.change(letter, body)
    found = office.letters.editable(letter)
    assert found.paper is not None
    made = Document(BytesIO(as_docx(found.paper, found.at)))
    text = "\n".join(one.text for one in made.paragraphs)
    assert "<b>{{ 7 * 7 }}</b>" in text
    assert "Mevrouw C. Mulder" in text
    assert office.store.casework is not None
    assert office.store.casework.log(1)[0].action == "letter.exported"


def test_labels_and_the_sheet_for_the_window_are_made_for_any_address(office: Office, meldboek: Meldboek) -> None:
    odd = ("x" * 300, "<b>Straat</b> 1", "{{ 7 * 7 }}", "", "vijf", "zes")
    assert pages_of(labels([odd] * 25)) == 2
    assert pages_of(labels([odd], skip=23)) == 1
    head = letterhead(office.school)
    for one in (head, replace(head, window_right=True, is_preprinted=True)):
        assert pages_of(window_sheet(one, meldboek.clock.now())) == 1


def test_the_full_name_of_any_pupil_of_the_school_is_found(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    body = office.letters.letter(letter).body
    office.letters.change(letter, body + "\n\nOok Aylin was erbij.")
    assert "letters.other_name" not in {found.code for found in office.letters.letter(letter).findings}
    whole = full(office.people.pupil(office.cast.aylin).name)
    office.letters.change(letter, f"{body}\n\nOok {whole} was erbij.")
    (warned,) = [found for found in office.letters.letter(letter).findings if found.code == "letters.other_name"]
    assert whole in str(warned.values["names"])
