"""What stands on the page of dossiers while another person is opened, and what is said of cases left out."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewInvolvement
from app.cases.rules import InvolvementRole
from app.dossiers.rules import USUAL, WHOLE, Asked, Version
from tests.dossiers.conftest import Archive
from ui.dossiers.page import DossiersPage
from ui.dossiers.words import in_figures
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.form import leave


@pytest.fixture
def page(desk: Desk, archive: Archive, qtbot: QtBot) -> DossiersPage:
    made = DossiersPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def test_a_case_of_which_nothing_was_filed_is_told_with_the_way_to_it(
    page: DossiersPage, archive: Archive, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, cast = archive.office, archive.office.cast
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.AFFECTED, cast.noor))
    page.open(cast.noor)
    assert page.unfiled.isVisible()
    (notice,) = page.unfiled.findChildren(Notice)
    assert notice.accessibleName().startswith("1 zaak noemt deze persoon; daaruit is nog niets in dit dossier")
    gone: list[tuple[str, object]] = []
    monkeypatch.setattr(desk, "go", lambda name, target: gone.append((name, target)))
    next(one for one in page.unfiled.findChildren(QPushButton) if one.text().endswith("openen")).click()
    assert gone == [("cases", office.case_id)]
    archive.file("Noor is geholpen.", cast.noor)
    page.reload()
    assert not page.unfiled.isVisible()


def test_nothing_of_the_person_before_stays_in_sight(page: DossiersPage, archive: Archive) -> None:
    cast = archive.office.cast
    archive.file("Pien filmde Stijn Bakker.", cast.pien)
    page.open(cast.pien)
    before = page._shown
    page._forget()
    assert page.stack.currentWidget() is page.stack.making
    assert page.pdf.pages == 0
    assert not page.review.isVisible()
    page._draw(before)  # what was still being made of the person before
    assert page.stack.currentWidget() is page.stack.making
    page.open(cast.stijn)
    assert page.stack.currentWidget() is page.pdf
    assert before is not None
    page.show_lines(before.dossier)
    assert page._shown is not None
    assert page._shown.dossier.person_id == cast.stijn


def test_another_dossier_opens_at_its_first_page(page: DossiersPage, archive: Archive, qtbot: QtBot) -> None:
    cast = archive.office.cast
    for person in (cast.pien, cast.stijn):
        archive.file("Er werd lang gesproken. " * 200, person)
    page.open(cast.pien)
    bar = page.pdf.findChildren(QPdfView)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.reload()
    assert bar.value() > 0  # the same dossier stays where it was read
    page.open(cast.stijn)
    assert bar.value() == 0


def test_consent_comes_along_when_asked_and_for_who_has_a_right_to_everything(
    page: DossiersPage, archive: Archive
) -> None:
    cast, people = archive.office.cast, archive.office.people
    assert set(page.parts.value()) == USUAL
    page.open(cast.pien)
    assert page._shown is not None
    assert page._shown.dossier.consents == ()
    page.version.set_value(Version.SHORT)
    page.open(Asked(cast.pien, people.pupil(cast.pien).guardians[0].id, "verzoek van C. Mulder"))
    assert set(page.parts.value()) == WHOLE
    assert page.version.value() == Version.FULL
    assert page._shown is not None
    assert page._shown.dossier.consents


def test_the_page_counts_what_this_person_got(page: DossiersPage, archive: Archive) -> None:
    cast = archive.office.cast
    archive.letters()
    page.open(cast.pien)
    assert page._shown is not None
    words = in_figures(page._shown.dossier)
    assert words.startswith("1 x waarschuwing · ")
    assert "2 brieven" in words or "1 brief" in words
    assert words in {one.text() for one in page.header.findChildren(QLabel)}
    page.open(cast.noor)
    assert words not in {one.text() for one in page.header.findChildren(QLabel)}


def test_who_only_looked_may_go_without_a_question(page: DossiersPage, archive: Archive, desk: Desk) -> None:
    page.open(archive.office.cast.pien)
    page.start.set_value(date(2026, 11, 1))
    page.version.set_value(Version.SHORT)
    page.open(archive.office.cast.stijn)
    left: list[int] = []
    leave(page, lambda: left.append(1))
    assert left == [1]
    assert desk.dialogs.asked == []
