"""Several reports that were begun: asked about, kept apart, and thrown away only on purpose."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.cases.evidence import loose
from app.cases.inputs import NewEvidence
from app.vault import drafts
from app.vault.drawers.database import Drawer
from tests.cases import samples
from ui.cases.page import CasesPage
from ui.cases.report_drafts import DraftsSheet

PNG = samples.picture()


@pytest.fixture
def drawer(page: CasesPage) -> Drawer:
    found = page.desk.meldboek.store.casework
    assert found is not None
    return found


@pytest.fixture
def begun(page: CasesPage, drawer: Drawer) -> CasesPage:
    """A report that was begun, with a picture, and left for the list."""
    page.new()
    assert page.report is not None
    page.report.form.title.set_value("Filmpje in de les")
    assert page.report.form.files is not None
    page.report.form.files.take(PNG, "scherm.png")
    page.report.form.keep_draft()
    page.show_list()
    return page


def asked(page: CasesPage) -> DraftsSheet:
    page.new()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, DraftsSheet)
    return sheet


def press(sheet: DraftsSheet, text: str) -> None:
    next(one for one in sheet.findChildren(QPushButton) if text in {one.text(), one.accessibleName()}).click()


def test_going_on_brings_back_what_was_typed_with_its_picture(begun: CasesPage, qtbot: QtBot) -> None:
    press(asked(begun), "Verder met concept")
    assert begun.report is not None
    form = begun.report.form
    assert form.title.value() == "Filmpje in de les"
    assert form.files is not None
    qtbot.waitUntil(lambda: form.files is not None and len(form.files.rows) == 1)


def test_a_new_report_begins_empty_and_leaves_the_other_as_it_is(begun: CasesPage, drawer: Drawer) -> None:
    press(asked(begun), "Nieuwe melding")
    assert begun.report is not None
    form = begun.report.form
    assert (form.title.value(), form.files.rows if form.files else None) == ("", [])
    form.title.set_value("Nepaccount")
    form.keep_draft()
    kept = drafts.load(drawer, "report", "new-2")
    assert kept is not None
    assert kept["title"] == "Nepaccount"
    assert drafts.load(drawer, "report", "new") is not None


def test_throwing_away_asks_first_and_takes_its_picture_along(begun: CasesPage, drawer: Drawer) -> None:
    begun.desk.dialogs.answers.append(False)
    press(asked(begun), "Concept weggooien: Filmpje in de les")
    assert drafts.load(drawer, "report", "new") is not None
    begun.desk.dialogs.answers.append(True)
    press(asked(begun), "Concept weggooien: Filmpje in de les")
    assert drafts.load(drawer, "report", "new") is None
    assert loose.kept(drawer) == ()


def test_escape_leaves_everything_as_it_was(begun: CasesPage) -> None:
    asked(begun).dismiss()
    assert begun.report is None
    assert begun.stack.currentWidget() is begun.list


def test_files_that_no_report_names_yet_come_with_the_first(drawer: Drawer) -> None:
    loose.keep(drawer, NewEvidence(PNG, "los.png"))
    assert [file.name for file in loose.kept(drawer)] == ["los.png"]
