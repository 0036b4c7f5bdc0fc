"""Vandaag of a new school proposes the first steps; what was begun and not saved waits there."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.agenda.first_steps import first_steps
from app.agenda.waiting import waiting
from app.application import Meldboek
from app.vault import drafts
from tests.builders import Cast
from ui.agenda.page import AgendaPage
from ui.kit.cell_row import CellRow
from ui.kit.desk import Desk


def _page(qtbot: QtBot, desk: Desk) -> AgendaPage:
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def _words(page: AgendaPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel)} | {
        word for row in page.findChildren(CellRow) for word in row.words.split(" · ")
    }


def test_a_new_school_is_shown_what_to_do_first(qtbot: QtBot, desk: Desk) -> None:
    went: list[tuple[str, object]] = []
    desk.go = lambda page, target: went.append((page, target))
    page = _page(qtbot, desk)
    assert {"Zo begint u", "Klassenlijst inlezen", "Gebruikers toevoegen", "Toestemmingen vragen"} <= _words(page)
    assert "Vandaag vraagt niets uw aandacht" not in _words(page)
    verb = next(made for made in page.findChildren(QPushButton) if made.text() == "Inlezen")
    verb.click()
    assert went == [("imports", None)]


def test_a_step_that_is_done_says_so(meldboek: Meldboek, cast: Cast) -> None:
    progress = meldboek.agenda.overview().progress
    done = {step.title: step.is_done for step in first_steps(meldboek.store, meldboek.school, progress)}
    assert done["Klassenlijst inlezen"]
    assert not done["Toestemmingen vragen"]


def test_an_administrator_is_asked_for_the_list_and_the_consents_only(as_administrator: Meldboek) -> None:
    progress = as_administrator.agenda.overview().progress
    steps = first_steps(as_administrator.store, as_administrator.school, progress)
    assert [step.page for step in steps] == ["imports", "consents"]


def test_a_draft_waits_on_vandaag_with_one_click_to_go_on(qtbot: QtBot, desk: Desk) -> None:
    went: list[tuple[str, object]] = []
    desk.go = lambda page, target: went.append((page, target))
    casework = desk.meldboek.store.casework
    assert casework is not None
    drafts.save(casework, "report", "new", {"title": "half"})
    page = _page(qtbot, desk)
    assert "Niet afgemaakt · 1" in _words(page)
    next(made for made in page.findChildren(QPushButton) if made.text() == "Verder gaan").click()
    assert went == [("cases", ("draft", "new"))]


def test_every_kind_of_draft_knows_its_page(meldboek: Meldboek) -> None:
    casework = meldboek.store.casework
    assert casework is not None
    for form, key in (
        ("entry", "12"),
        ("letter", "3"),
        ("sheet", "cases:12|Ouders inlichten|abc"),
        ("sheet", "people|Leerling toevoegen|abc"),
        ("sheet", "|Zonder pagina|abc"),
        ("unknown", "1"),
    ):
        drafts.save(casework, form, key, {"a": 1})
    found = {(line.title, line.page, line.target) for line in waiting(meldboek.store)}
    assert found == {
        ("Regel in het verloop", "cases", 12),
        ("Brief", "letters", 3),
        ("Ouders inlichten", "cases", 12),
        ("Leerling toevoegen", "people", None),
    }
