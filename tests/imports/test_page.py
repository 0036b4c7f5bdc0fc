"""The page Klassenlijst inlezen: from a file to the register, and every way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.imports.rules import LineKind
from tests.imports.lists import AYLIN, HEADINGS, NOOR, clean, workbook
from ui.imports.page import ImportsPage
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ImportsPage:
    return _opened(desk, qtbot)


def _opened(desk: Desk, qtbot: QtBot) -> ImportsPage:
    page = ImportsPage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    page.open(None)
    page.show()
    return page


def _said(page: ImportsPage) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_chosen_file_is_looked_at_taken_over_and_told(page: ImportsPage, tmp_path: Path) -> None:
    page.desk.dialogs.answers.append(clean(tmp_path / "lijst.xlsx"))
    page.choose_file()
    people = page.desk.meldboek.people
    assert people.pupils() == ()
    assert [line.kind for line in page.preview.table.lines_model.shown] == [LineKind.NEW, LineKind.NEW]
    assert "met Ilse de Graaf en R. van den Berg" in page.preview.table.texts()[1]
    assert page.primary.text() == "Klassenlijst overnemen"
    page.primary.click()
    assert len(people.pupils()) == 2
    assert "De klassenlijst is overgenomen" in _said(page)
    page.start()
    page.reload()
    assert "lijst.xlsx" in _said(page)


def test_the_preview_tells_what_changes_and_can_be_narrowed(page: ImportsPage, tmp_path: Path) -> None:
    page.read(clean(tmp_path / "lijst.xlsx"))
    page.take_over()
    moved = list(NOOR)
    moved[5], moved[10] = "5b", "nee"
    namesake = (1003, *AYLIN[1:4], "1-1-2016", *AYLIN[5:])
    nameless = (1004, "", "", "", "1-1-2017")
    rows = ((*HEADINGS, "BSN"), moved, (*namesake, 111222333), nameless)
    page.read(workbook(tmp_path / "nieuw.xlsx", *rows))
    cells = {row[1]: row[3] for row in page.preview.table.texts()[1:]}
    assert cells["Noor de Graaf"] == "groep 5A → 5B; Ilse de Graaf: gezag ja → nee"
    page.preview.kinds.set_value("missing")
    page.preview._keep("missing")
    assert [line.name.first_name for line in page.preview.table.lines_model.shown] == ["Aylin"]
    assert "Niet gelezen: BSN" in _said(page)
    assert "Rij 4, Achternaam" in _said(page)


def test_a_list_that_changes_nothing_cannot_be_taken_over(page: ImportsPage, tmp_path: Path) -> None:
    path = clean(tmp_path / "lijst.xlsx")
    page.read(path)
    page.take_over()
    page.take_over()
    page.read(path)
    assert not page.primary.isEnabled()
    assert page.primary.text() == "Er verandert niets"


def test_a_file_that_is_no_list_is_refused_on_the_page(page: ImportsPage, tmp_path: Path) -> None:
    (tmp_path / "brief.xlsx").write_bytes(b"%PDF-1.7\x00")
    page.read(tmp_path / "brief.xlsx")
    assert "Dit is geen Excel-bestand" in _said(page)
    page.start()
    assert "Dit is geen Excel-bestand" not in _said(page)


def test_leaving_halfway_leaves_nothing(page: ImportsPage, tmp_path: Path) -> None:
    page.open(clean(tmp_path / "lijst.xlsx"))
    assert page.proposal is not None
    page.open(None)
    page.take_over()
    assert page.desk.meldboek.people.pupils() == ()


def test_choosing_nothing_changes_nothing(page: ImportsPage) -> None:
    page.desk.dialogs.answers.append(None)
    page.new()
    assert page.proposal is None


def test_a_dropped_file_is_read(page: ImportsPage, tmp_path: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(clean(tmp_path / "lijst.xlsx")))])
    here, none = QPointF(9, 9), Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(here, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: page.proposal is not None)
    went: list[str] = []
    page.desk.go = lambda name, _target: went.append(name)
    page._leave()
    assert went == ["people"]


def test_an_administrator_takes_over_a_list(as_administrator: Meldboek, qtbot: QtBot, tmp_path: Path) -> None:
    page = _opened(Desk(as_administrator, Jobs(inline=True)), qtbot)
    page.read(clean(tmp_path / "lijst.xlsx"))
    page.take_over()
    assert as_administrator.imports.history()[0].user_name == as_administrator.user.name
