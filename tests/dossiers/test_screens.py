"""Dossiers on the real services: choose a person, look at what was masked, decide, save."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewEvidence
from app.dossiers.rules import Asked, Doubt, Version
from tests.dossiers.conftest import Archive
from ui.dossiers.page import DossiersPage
from ui.kit.desk import Desk
from ui.kit.form import leave


@pytest.fixture
def page(desk: Desk, archive: Archive, qtbot: QtBot) -> DossiersPage:
    made = DossiersPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def test_without_a_person_it_says_what_to_do(page: DossiersPage) -> None:
    assert page.stack.currentIndex() == 0
    assert not page.button.isEnabled()


def test_a_person_opens_with_the_paper_and_what_was_masked(page: DossiersPage, archive: Archive) -> None:
    cast = archive.office.cast
    archive.file("Pien filmde Stijn Bakker.", cast.pien)
    page.open(cast.pien)
    assert page.pdf.pages == 2  # the cover and what happened
    assert [(line.text, line.shown) for line in page.review.table.lines_model.lines] == [("Stijn Bakker", "leerling B")]
    assert page.review.isVisible()


def test_the_page_follows_when_something_is_filed(page: DossiersPage, archive: Archive) -> None:
    page.open(archive.office.cast.pien)
    before = page.pdf.pages
    archive.letters()
    page.reload()
    assert page.pdf.pages > before + 2


def test_a_doubtful_word_may_stay_and_another_word_may_go(page: DossiersPage, archive: Archive) -> None:
    cast = archive.office.cast
    archive.file("Met de familie kwam ook Aylin mee, op de blauwe fiets.", cast.pien)
    page.open(cast.pien)
    shown = page._shown
    assert shown is not None
    (doubt,) = shown.dossier.doubts
    assert (doubt.text, doubt.shown) == ("Aylin", "[naam]")
    page.review.keep(doubt)
    page.review.hide_field.set_value("blauwe fiets")
    page.review.hide_word()
    assert page._shown is not None
    assert "Aylin mee, op de [afgeschermd]" in page._shown.dossier.entries[0].text
    page.review.hide_doubt(Doubt("familie", "familie", ""))
    assert "de [afgeschermd] kwam" in page._shown.dossier.entries[0].text


def test_choices_belong_to_one_person(page: DossiersPage, archive: Archive) -> None:
    page.open(archive.office.cast.pien)
    page.review.hide_field.set_value("fiets")
    page.review.hide_word()
    page.open(archive.office.cast.stijn)
    assert page.review.choices.hide == ()


def test_the_dossier_is_saved_where_the_user_wants_it(
    page: DossiersPage, archive: Archive, desk: Desk, tmp_path: Path
) -> None:
    page.open(archive.office.cast.pien)
    desk.dialogs.answers.append(tmp_path / "dossier.pdf")
    page.save()
    assert (tmp_path / "dossier.pdf").read_bytes().startswith(b"%PDF")
    desk.dialogs.answers.append(tmp_path / "geen map" / "dossier.pdf")
    page.save()
    assert desk.messages.last is not None
    assert "andere map" in desk.messages.last.text


def test_words_that_nobody_judged_are_asked_about_before_the_dossier_leaves(
    page: DossiersPage, archive: Archive, desk: Desk, tmp_path: Path
) -> None:
    cast, file = archive.office.cast, tmp_path / "dossier.pdf"
    archive.file("Met de familie kwam ook Aylin mee.", cast.pien)
    page.open(cast.pien)
    desk.dialogs.answers.extend([False])
    page.save()
    assert desk.dialogs.asked[-1] == "Nog niet alles nagekeken"
    assert archive.dossiers.exports.of(cast.pien) == ()
    desk.dialogs.answers.extend([True, file])
    page.save()
    assert file.exists()
    shown = page._shown
    assert shown is not None
    page.review.keep(shown.dossier.doubts[0])
    desk.dialogs.answers.extend([tmp_path / "nagekeken.pdf"])
    page.save()
    assert (tmp_path / "nagekeken.pdf").exists()


def test_choosing_whose_dossier_to_see_is_nothing_to_save(
    page: DossiersPage, archive: Archive, desk: Desk, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.person.edit, "pien")
    page.open(archive.office.cast.pien)
    QTest.keyClicks(page.purpose.edit, "inzage")
    gone: list[int] = []
    leave(page, lambda: gone.append(1))
    assert gone == [1]
    assert desk.dialogs.asked == []


def test_a_file_is_left_out_and_taken_in_again(page: DossiersPage, archive: Archive) -> None:
    cast, office = archive.office.cast, archive.office
    entry = office.cases.files.attach(office.case_id, NewEvidence(b"Een afspraak over telefoons.", "afspraak.txt"))
    office.cases.file_for(office.case_id, entry, (cast.pien,))
    page.open(cast.pien)
    _press(page, "Weglaten: afspraak.txt")
    assert page._shown is not None
    (left,) = page._shown.dossier.attachments
    assert (left.data, left.why) == (b"", "weggelaten bij het nakijken")
    assert any("weggelaten" in line.note for line in page._shown.dossier.entries)
    _press(page, "Toch opnemen, nagekeken: afspraak.txt")
    (taken,) = page._shown.dossier.attachments
    assert taken.data


def _press(page: DossiersPage, name: str) -> None:
    next(one for one in page.review.findChildren(QPushButton) if one.accessibleName() == name).click()


def test_a_request_opens_the_dossier_for_the_parent_who_asks(page: DossiersPage, archive: Archive) -> None:
    pien = archive.office.people.pupil(archive.office.cast.pien)
    mother = pien.guardians[0]
    page.open(Asked(pien.id, mother.id, "verzoek van C. Mulder"))
    QTest.qWait(10)
    assert page.requester.value() == mother.id
    assert page._shown is not None
    assert page._shown.dossier.purpose == "verzoek van C. Mulder"


def test_a_dossier_for_a_request_is_nothing_to_save_when_the_page_is_left(page: DossiersPage, archive: Archive) -> None:
    cast, people = archive.office.cast, archive.office.people
    page.open(Asked(cast.pien, people.pupil(cast.pien).guardians[0].id, "verzoek van C. Mulder"))
    assert page.requester.value() is not None
    left: list[bool] = []
    leave(page, lambda: left.append(True))
    assert left == [True]


def test_the_version_for_the_board_tells_the_steps(page: DossiersPage, archive: Archive) -> None:
    page.version.set_value(Version.REMOVAL)
    page.open(archive.office.cast.pien)
    assert page._shown is not None
    assert page._shown.dossier.steps
