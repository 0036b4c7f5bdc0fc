"""Evidence on screen: dropped, covered with boxes, saved outside, destroyed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QRectF, QUrl
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases import pictures
from app.cases.inputs import NewEvidence, NewReport
from app.cases.service import Cases
from tests.cases import samples
from ui.cases import incoming
from ui.cases.case_view import CaseView, read_case
from ui.cases.mask_editor import MaskEditor
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.sheet import Sheet

PHOTO = samples.picture("JPEG", (200, 100))


@pytest.fixture
def known(meldboek: Meldboek) -> Cases:
    assert meldboek.casework is not None
    return meldboek.casework.cases


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


def test_a_dropped_file_is_read_and_a_dropped_text_is_not(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://voorbeeld.nl/b.png")])
    assert incoming.paths_in(data) == (tmp_path / "a.png",)
    assert incoming.picture_in(QMimeData()) is None
