"""Brieven on the real services: draft, edit, finalise, tray, and what an administrator sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek, start
from app.kernel.clock import FixedClock
from app.letters.paper.layout import pages_of
from app.letters.rules import Delivery, Sending
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR
from tests.kit.test_printing import Paper
from tests.letters.conftest import Office
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.kit.printing import send
from ui.letters.lists import DRAFTS, SENT, TRAY
from ui.letters.page import LettersPage
from ui.shell.pages import pages_for


def opened(desk: Desk, qtbot: QtBot) -> LettersPage:
    made = LettersPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


@pytest.fixture
def drafts(office: Office) -> tuple[int, ...]:
    return office.letters.draft_for_measure(office.measure())


@pytest.fixture
def page(desk: Desk, drafts: tuple[int, ...], qtbot: QtBot) -> LettersPage:
    return opened(desk, qtbot)


def texts(widget: QWidget) -> str:
    return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget))


def buttons(page: LettersPage) -> set[str]:
    return {found.text() for found in page.header.findChildren(QPushButton) if found.isVisibleTo(page)}


def press(widget: QWidget, text: str) -> None:
    next(found for found in widget.findChildren(QPushButton) if found.text() == text).click()


def sheet(desk: Desk) -> FormSheet:
    (found,) = desk.dialogs.current
    assert isinstance(found, FormSheet)
    return found


def test_a_draft_is_shown_as_the_paper_it_will_be(page: LettersPage, drafts: tuple[int, ...]) -> None:
    page.open(drafts[0])
    assert page.preview.pdf.pages
    assert {"Bewerken", "Vaststellen", "Weggooien"} <= buttons(page)


def test_editing_shows_at_once_which_compulsory_part_is_gone(page: LettersPage, desk: Desk, office: Office) -> None:
    page.open_first(DRAFTS)
    page.edit()
    editor = page.editor
    assert editor is not None
    before = editor.text.value()
    editor.text.set_value(before.replace("[bij herhaling]", ""))
    page.keep_edit()
    assert page.editor is None
    assert [card.finding.code for card in page.preview.findChildren(FindingCard)] == ["letters.part_missing"]
    assert not page.buttons["finalise"].isEnabled()
    assert page.buttons["finalise"].toolTip() == "Er ontbreekt: bij herhaling"
    assert office.letters.recent()[0].is_final is False


def test_without_an_address_the_letter_can_only_be_given_by_hand(
    page: LettersPage, desk: Desk, office: Office, drafts: tuple[int, ...]
) -> None:
    office.letters.change(drafts[0], office.letters.letter(drafts[0]).body, address=("Mevrouw C. Mulder",))
    page.open(drafts[0])
    assert {card.finding.code for card in page.preview.findChildren(FindingCard)} == {"letters.no_address"}
    assert page.buttons["finalise"].isEnabled()
    page.finalise()
    assert sheet(desk).form.values()["delivery"] is Delivery.MYSELF
    assert "geen volledig adres bekend" in texts(sheet(desk))
    press(sheet(desk), "In de printbak")
    assert not sheet(desk).button.isEnabled()
    assert "houdt het vaststellen tegen" in texts(sheet(desk))
    press(sheet(desk), "Ik druk hem zelf af")
    sheet(desk).submit()
    assert office.letters.letter(drafts[0]).is_final


def test_what_was_typed_stays_as_a_draft_and_is_thrown_away_only_on_a_yes(page: LettersPage, desk: Desk) -> None:
    page.open_first(DRAFTS)
    page.edit()
    assert page.editor is not None
    page.editor.subject.set_value("Iets anders")
    page.open(None)
    assert not desk.dialogs.asked
    page.edit()
    assert page.editor is not None
    assert page.editor.subject.value() == "Iets anders"
    desk.dialogs.answers.append(True)
    page.cancel_edit()
    assert page.editor is None


def test_a_letter_is_finalised_into_the_tray_and_posted(page: LettersPage, desk: Desk, office: Office) -> None:
    page.open_first(DRAFTS)
    page.finalise()
    sheet(desk).form.set_values({"delivery": Delivery.TRAY})
    sheet(desk).submit()
    assert not desk.dialogs.current
    assert len(page.tables[TRAY].lines_model.shown) == 1
    page.open_first(TRAY)
    page.record_sent()
    sheet(desk).form.set_values({"sending": Sending.REGISTERED, "proof": ""})
    sheet(desk).submit()
    assert "nummer" in texts(sheet(desk))
    sheet(desk).form.set_values({"proof": "3SRPKS"})
    sheet(desk).submit()
    assert page.tables[TRAY].lines_model.shown == ()
    assert [line.proof for line in office.letters.recent() if line.is_final] == ["3SRPKS"]


def test_a_final_letter_is_saved_replaced_and_marked_as_sent(
    page: LettersPage, desk: Desk, office: Office, drafts: tuple[int, ...], tmp_path: Path
) -> None:
    office.letters.finalise(drafts[0], to_tray=False)
    page.open(drafts[0])
    assert {"PDF opslaan", "Afdrukken", "Vervangen", "Verstuurd"} <= buttons(page)
    desk.dialogs.answers.append(tmp_path / "brief.pdf")
    page.save()
    assert (tmp_path / "brief.pdf").read_bytes() == office.letters.preview(drafts[0])
    desk.dialogs.answers.append(tmp_path / "geen map" / "brief.pdf")
    page.save()
    assert desk.messages.last is not None
    assert "andere map" in desk.messages.last.text
    page.record_sent()
    sheet(desk).submit()
    assert office.letters.letter(drafts[0]).sending is Sending.POST
    page.open_first(SENT)
    page.correct()
    assert "Deze brief vervangt" in office.letters.recent()[0].subject + office.letters.letter(3).body


def test_a_draft_is_thrown_away_after_a_question(page: LettersPage, desk: Desk, office: Office) -> None:
    page.open_first(DRAFTS)
    desk.dialogs.answers.append(True)
    page.discard()
    assert len(office.letters.recent()) == 1


def test_a_new_letter_says_what_is_missing(page: LettersPage, desk: Desk, office: Office) -> None:
    page.new_letter()
    sheet(desk).submit()
    assert "Kies de zaak" in texts(sheet(desk))
    sheet(desk).form.set_values({"case": office.case_id, "person": office.cast.stijn})
    sheet(desk).submit()
    assert not desk.dialogs.current
    assert office.letters.recent()[0].template == "invitation"


def test_the_administrator_sees_an_envelope_and_no_trace_of_the_case(
    office: Office, drafts: tuple[int, ...], clock: FixedClock, qtbot: QtBot
) -> None:
    office.letters.finalise(drafts[0], to_tray=True)
    folder = office.store.folder
    office.store.close()
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    try:
        meldboek = start(store)
        page = opened(Desk(meldboek, Jobs(inline=True)), qtbot)
        page.open_first(TRAY)
        shown = texts(page) + str(page.tables[TRAY].texts()) + str(buttons(page))
        assert "Mevrouw C. Mulder" in shown
        assert page.preview.pdf.pages == 0
        for trace in ("SM-001", "Waarschuwing", "Pien", "Zaak", "Concept", "Vastgesteld"):
            assert trace not in shown
        verbs = {"Brief aan ouders", "Alles kiezen", "Etiketten", "PDF opslaan", "Afdrukken", "Verstuurd"}
        assert buttons(page) == verbs
        look = next(one for one in page.preview.findChildren(QPushButton) if one.text() == "Brief bekijken")
        look.click()
        assert page.preview.pdf.pages == pages_of(page._data)
        assert [line.action for line in store.register.log(1)] == ["tray.viewed"]
        assert [one.name for one in pages_for(meldboek.user.role) if one.name in {"letters", "dossiers"}] == ["letters"]
    finally:
        store.close()


def test_the_number_beside_brieven_counts_drafts_and_the_tray(page: LettersPage, meldboek: Meldboek) -> None:
    assert page.count() == (2, False)


def test_a_printer_that_is_gone_leaves_the_letter_in_the_tray(
    page: LettersPage,
    desk: Desk,
    office: Office,
    drafts: tuple[int, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office.letters.finalise(drafts[0], to_tray=True)
    page.open("tray")
    page.choose_all()
    (line,) = page.in_tray
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.print_out()
    assert desk.messages.last is not None
    assert "geen printer gevonden" in desk.messages.last.text
    gone, pdfs = Paper(tmp_path / "papier.pdf", 1), [office.tray.pdf(line.id)] * 2
    marked = lambda: office.tray.mark_printed([line.id])  # noqa: E731 - what the page does when all came out
    send(desk.jobs, desk.messages, page, gone, pdfs, "gedrukt", marked)
    assert "niet gelukt" in desk.messages.last.text
    assert [(one.can_print, one.printed_at, one.posted_at) for one in office.tray.waiting()] == [(True, None, None)]
    send(desk.jobs, desk.messages, page, Paper(tmp_path / "papier.pdf"), pdfs, "gedrukt", marked)
    assert office.tray.waiting()[0].printed_at is not None


def test_the_letters_of_a_measure_are_written_when_a_measure_asks_for_them(
    desk: Desk, office: Office, qtbot: QtBot
) -> None:
    page, measure_id = opened(desk, qtbot), office.measure()
    page.open(("new", "measure", measure_id))
    drafts = {line.id for line in office.letters.of_measure(measure_id)}
    assert drafts
    assert page.tables[DRAFTS].selected.id in drafts
    page.open(("new", "measure", measure_id))
    assert {line.id for line in office.letters.of_measure(measure_id)} == drafts


def test_a_warning_is_written_in_english_from_its_draft(
    page: LettersPage, office: Office, drafts: tuple[int, ...]
) -> None:
    page.open(drafts[0])
    assert page.buttons["english"].isEnabled()
    page.write_english()
    english = page.tables[DRAFTS].selected
    assert (english.language, english.template) == ("en", "pupil_warning")
    assert not page.buttons["english"].isEnabled()
