"""What stops a decision on the page: a talk without facts; a red field goes with its rung."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.measures.facts import Status
from app.measures.service import Measures
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.measures.page import MeasuresPage
from ui.measures.words import weight_tags


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> MeasuresPage:
    assert desk.meldboek.casework is not None
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.stijn)
    case_id = desk.meldboek.casework.cases.report(NewReport("Appgroep groep 8", involved=(actor,)))
    made = MeasuresPage(desk)
    qtbot.addWidget(made)
    made.resize(1228, 848)
    made.show()
    made.open(("new", case_id, cast.stijn))
    _choose(made, "pupil.CONVERSATION")
    return made


def _choose(page: MeasuresPage, rung: str) -> None:
    assert page.view is not None
    page.view.choose_rung(rung)


def _form(page: MeasuresPage) -> Form:
    assert page.view is not None
    return page.view.form


def _said(page: MeasuresPage) -> str:
    QApplication.processEvents()
    return " ".join(made.text() for made in page.findings.findChildren(QLabel) if made.isVisible())


def _told(page: MeasuresPage) -> list[str]:
    return [tag.text for tag in weight_tags(page.findings.findings)]


def test_a_talk_without_facts_is_kept_but_cannot_be_settled(page: MeasuresPage, desk: Desk) -> None:
    assert desk.meldboek.casework is not None
    measures: Measures = desk.meldboek.casework.measures
    assert "houdt het vaststellen tegen" in _said(page)
    assert _told(page) == ["1 punt houdt dit tegen"]
    assert not page.deciding.isEnabled()
    page.findings.reason.set_values({"reason": "De ouders vroegen om een gesprek."})
    page.settle()
    assert measures.overview() == ()
    QTest.mouseClick(page.saving, Qt.MouseButton.LeftButton)
    assert [line.status for line in measures.overview()] == [Status.PROPOSED]
    QTest.keyClicks(_form(page).rows["facts"].field.inner, "Een bewerkte foto in de appgroep.")
    assert "houdt het vaststellen tegen" not in _said(page)
    QTest.mouseClick(page.deciding, Qt.MouseButton.LeftButton)
    assert [line.status for line in measures.overview()] == [Status.DECIDED]


def test_what_stops_and_what_asks_a_reason_are_counted_apart(page: MeasuresPage) -> None:
    _choose(page, "pupil.WARNING")
    assert _told(page) == ["1 punt houdt dit tegen", "5 punten vragen een reden"]
    said = _said(page)
    assert said.count("houdt het vaststellen tegen") == 1
    assert said.count("doorgaan kan met een reden") == 5


def test_what_is_wrong_goes_away_with_another_rung(page: MeasuresPage) -> None:
    _choose(page, "pupil.SUSPENSION")
    _form(page).show_wrong({"first_day": "Dit is geen datum."})
    _choose(page, "pupil.CONVERSATION")
    assert not any(made.error for made in _form(page).rows.values())
