"""Evidence on screen: dropped, covered with boxes, saved outside, destroyed."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QMimeData, QRectF, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.cases.evidence import files, pictures
from app.cases.evidence.papers import MOST_DRAWN, MOST_GLANCED
from app.cases.inputs import NewEvidence, NewReport
from app.cases.rules import CaseSeverity, EntryKind, NewTriage
from app.cases.service import Cases
from app.kernel.errors import Invalid, Refused
from app.vault.drawers.database import Drawer
from tests.cases import samples
from ui.cases.case_view import CaseView, read_case
from ui.cases.evidence import incoming, pdf_pages
from ui.cases.evidence.mask_editor import MaskEditor
from ui.cases.evidence.mask_sheet import MaskSheet
from ui.cases.evidence.showing import EvidenceDesk
from ui.cases.page import CasesPage
from ui.cases.timeline_view import EvidenceBox
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.icons import IconLabel
from ui.kit.sheet import Sheet

PHOTO = samples.picture("JPEG", (200, 100))


@pytest.fixture
def case_id(known: Cases) -> int:
    return known.report(NewReport("Appgroep groep 8"))


@pytest.fixture
def look(desk: Desk, known: Cases, case_id: int, qtbot: QtBot) -> Callable[[], Sheet]:
    """Open the newest evidence of the case as a click in the timeline does."""
    known.files.attach(case_id, NewEvidence(PHOTO, "foto.jpg", "foto van het plein"))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    desk.dialogs.window = window
    view = CaseView(desk, known)
    qtbot.addWidget(view)

    def open_it() -> Sheet:
        view.show_lines(read_case(known, case_id), desk.meldboek.clock.today())
        shown = next(line for line in known.timeline(case_id) if line.evidence is not None)
        view.timeline.entry_chosen.emit(shown)
        return desk.dialogs.current[-1]

    return open_it


def press(sheet: Sheet, text: str) -> None:
    next(button for button in sheet.findChildren(QPushButton) if button.text() == text).click()


def test_boxes_are_drawn_and_kept_in_a_copy(look: Callable[[], Sheet], desk: Desk) -> None:
    press(look(), "Afdekken")
    sheet = desk.dialogs.current[-1]
    editor = sheet.findChild(MaskEditor)
    assert isinstance(editor, MaskEditor)
    editor.cover(QRectF(0, 0, 2, 2))
    assert list(editor.boxes) == []
    editor.cover(QRectF(0, 0, 100, 50))
    editor.cover(QRectF(150, 50, 20, 20))
    editor.take_back()
    assert editor.boxes == (pictures.Box(0, 0, 0.5, 0.5),)
    press(sheet, "Kopie bewaren")
    press(look(), "Afgedekte kopie tonen")
    press(desk.dialogs.current[-1], "Origineel tonen")


@pytest.mark.parametrize(("verb", "hidden"), [("Kopie opslaan", False), ("Origineel opslaan", True)])
def test_what_is_saved_outside_tells_only_what_was_asked(
    look: Callable[[], Sheet], desk: Desk, tmp_path: Path, verb: str, hidden: bool
) -> None:
    target = tmp_path / "uit"
    desk.dialogs.answers.append(target)
    press(look(), verb)
    told = dict(pictures.hidden_data(target.read_bytes()))
    assert ("merk" in told) is hidden


def test_destroying_asks_why_and_says_that_it_was_done(look: Callable[[], Sheet], desk: Desk, known: Cases) -> None:
    press(look(), "Vernietigen")
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.submit()
    assert sheet.form.rows["reason"].error
    sheet.form.rows["reason"].field.set_value("Op verzoek van de politie.")
    sheet.submit()
    line = next(each.evidence for each in known.timeline(1) if each.evidence is not None)
    assert line.destroyed_why == "Op verzoek van de politie."


def test_a_picture_that_may_not_be_seen_any_more_can_still_be_destroyed(
    look: Callable[[], Sheet], desk: Desk, known: Cases, casework: Drawer
) -> None:
    known.triage(1, NewTriage(True, CaseSeverity.SERIOUS, sexual_imagery=True))
    sheet = look()
    assert {button.text() for button in sheet.findChildren(QPushButton)} == {"Vernietigen", "Sluiten"}
    assert not any(each.pixmap().width() > 100 for each in sheet.findChildren(QLabel))
    press(sheet, "Vernietigen")
    asked = desk.dialogs.current[-1]
    assert isinstance(asked, FormSheet)
    asked.form.rows["reason"].field.set_value("De politie zei dat het mag.")
    asked.submit()
    line = next(each.evidence for each in known.timeline(1) if each.evidence is not None)
    assert line.destroyed_why == "De politie zei dat het mag."
    assert "evidence.destroyed" in {each.action for each in casework.log(5)}


def test_a_dropped_file_is_read_and_a_dropped_text_is_not(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://voorbeeld.nl/b.png")])
    assert incoming.paths_in(data) == (tmp_path / "a.png",)
    assert incoming.picture_in(QMimeData()) is None


def test_a_covered_copy_of_a_pdf_holds_pictures_alone_and_black_where_a_box_was(
    desk: Desk, known: Cases, case_id: int, look: Callable[[], Sheet]
) -> None:
    paper = samples.pages("Stijn Bakker, groep 8B", "Niets bijzonders", "Pien Mulder")
    known.files.attach(case_id, NewEvidence(paper, "verslag.pdf", "verslag"))
    look()
    view = desk.dialogs.current[-1]
    newest = next(line for line in known.timeline(case_id) if line.evidence and line.evidence.name == "verslag.pdf")
    assert newest.evidence is not None
    view.close_sheet()
    work = EvidenceDesk(desk, known, newest, newest.evidence, lambda _none: None)
    work.show()
    press(desk.dialogs.current[-1], "Afdekken")
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, MaskSheet)
    assert not sheet.back.isEnabled()
    sheet.editor.cover(QRectF(0, 0, 400, 400))
    sheet.turn(2)
    assert sheet.where.text() == "bladzijde 3 van 3, 1 met een vak"
    assert list(sheet.editor.boxes) == []
    sheet.turn(0)
    assert len(sheet.editor.boxes) == 1
    press(sheet, "Kopie bewaren")
    copy = known.files.load(case_id, newest.id, masked=True)
    assert copy.mime == files.PDF
    reader = PdfReader(io.BytesIO(copy.data))
    assert len(reader.pages) == 3
    assert "".join(page.extract_text() for page in reader.pages) == ""
    assert not any(word in copy.data for word in (b"Stijn", b"Mulder", b"/Author", b"/Font", b"/Annots"))
    drawn = [Image.open(io.BytesIO(page.images[0].data)).convert("L") for page in reader.pages]
    assert [page.crop((10, 10, 30, 30)).histogram()[:20] != [0] * 20 for page in drawn] == [True, False, False]
    assert sum(drawn[1].histogram()[:100])  # what was not covered can still be read
    assert known.files.load(case_id, newest.id).data == paper
    work.show(masked=True)


@pytest.mark.parametrize("data", [b"%PDF-1.7 kapot", samples.pages(*["x"] * 61)])
def test_a_pdf_that_cannot_be_covered_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Invalid):
        pdf_pages.drawn(data)


@pytest.mark.parametrize("size", [MOST_DRAWN, 96_000_000])
def test_a_page_of_endless_strokes_is_never_drawn(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "_drawn", lambda *_page: pytest.fail("drawn"))
    bomb = samples.drawing(size)
    with pytest.raises(Invalid) as refused:
        pdf_pages.drawn(bomb)
    assert refused.value.code == "cases.page_heavy"
    with pytest.raises(Invalid):
        pdf_pages.first(bomb, 400)


def test_a_page_with_many_strokes_is_drawn_where_somebody_asks_for_it() -> None:
    busy = samples.drawing(MOST_GLANCED)
    with pytest.raises(Invalid):
        pdf_pages.first(busy, 400)
    assert len(pdf_pages.drawn(busy)) == 1
    assert pdf_pages.first(samples.drawing(1_000), 400)


def test_a_page_as_large_as_a_field_becomes_no_larger_picture() -> None:
    (page,) = pdf_pages.drawn(samples.pages("x", size=(14_000, 14_000)))
    assert Image.open(io.BytesIO(page)).size == (1800, 1800)


def pictures_in(view: CaseView) -> list[bool]:
    return [not box.mark.pixmap().isNull() and box.mark.width() > 40 for box in view.findChildren(EvidenceBox)]


def test_the_list_shows_small_pictures_until_they_may_not_be_seen(
    desk: Desk, known: Cases, case_id: int, qtbot: QtBot, casework: Drawer
) -> None:
    for data, name in ((PHOTO, "foto.jpg"), (samples.pdf(), "verslag.pdf"), (b"In woorden.", "tekst.txt")):
        known.files.attach(case_id, NewEvidence(data, name))
    view = CaseView(desk, known)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    before = casework.head.count

    def show() -> list[bool]:
        view.show_lines(read_case(known, case_id), desk.meldboek.clock.today())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        return pictures_in(view)

    assert show() == [False, True, True]
    assert show() == [False, True, True]
    assert casework.head.count == before
    known.triage(case_id, NewTriage(True, CaseSeverity.SERIOUS, sexual_imagery=True))
    assert show() == [False, False, False]
    assert view.timeline._thumbnails._kept == {}
    with pytest.raises(Refused):
        known.files.glance(case_id, known.timeline(case_id, [EntryKind.EVIDENCE])[-1].id)


def test_the_small_picture_is_that_of_the_covered_copy(known: Cases, case_id: int) -> None:
    entry = known.files.attach(case_id, NewEvidence(PHOTO, "foto.jpg"))
    assert known.files.glance(case_id, entry).data == PHOTO
    covered = pictures.masked(PHOTO, (pictures.Box(0, 0, 1, 1),))
    known.files.mask(case_id, entry, covered)
    assert known.files.glance(case_id, entry).data == covered


def test_while_nobody_knows_of_a_sexual_picture_a_file_is_asked_about_before_it_is_shown(
    page: CasesPage, known: Cases, case_id: int
) -> None:
    known.triage(case_id, NewTriage(school_related=True, unknown=frozenset({"sexual_imagery"})))
    page.open(case_id)
    for answer in (False, True):
        page.desk.dialogs.answers.append(answer)
        page.view.attach(PHOTO, "foto.jpg")
        assert len(page.desk.dialogs.current) == int(answer)
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.submit()
    page.reload()
    boxes = page.view.timeline.findChildren(EvidenceBox)
    assert boxes
    assert all(isinstance(box.mark, IconLabel) for box in boxes)
    page.view.attach(b"Wie het zag, zei niets.", "gesprek.txt")
    assert isinstance(page.desk.dialogs.current[-1], FormSheet)


@pytest.mark.parametrize("place", ["case", "report"])
def test_a_file_of_two_gigabytes_is_refused_by_its_name_and_never_read(
    page: CasesPage, case_id: int, tmp_path: Path, place: str
) -> None:
    huge = tmp_path / "film.png"
    huge.touch()
    os.truncate(huge, 2 * 1024**3)
    page.open(case_id if place == "case" else ("draft", "new"))
    page.desk.dialogs.answers.append(huge)
    if page.report is not None and page.report.form.files is not None:
        page.report.form.files.choose()
    else:
        page.view.attach_file()
    told = page.desk.messages.last
    assert told is not None
    assert told.text == "film.png: Dit bestand is te groot. Een bewijsstuk mag hoogstens 20 MB zijn."
