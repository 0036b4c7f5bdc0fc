"""Every figure on Vandaag leads to the list that it counts, already narrowed to it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.agenda.figures import figures_of
from app.cases.inputs import CaseFilter, NewReport
from app.cases.rules import CaseSeverity, NewTriage
from app.consents.matrix.overview import CellState
from app.measures.lines import Wanted
from tests.builders import Cast
from ui.cases.page import CasesPage
from ui.consents.page import ConsentsPage
from ui.kit.desk import Desk
from ui.measures.page import MeasuresPage


def test_each_figure_names_its_list(desk: Desk, cast: Cast) -> None:
    assert cast.pien
    casework = desk.meldboek.casework
    assert casework is not None
    casework.cases.report(NewReport("Dreiging in de appgroep", severity=CaseSeverity.SERIOUS))
    _lists, overview = desk.meldboek.agenda.page()
    targets = {(figure.page, figure.target) for figure in figures_of(overview, has_casework=True)}
    assert ("cases", CaseFilter(to_judge=True)) in targets
    assert ("cases", CaseFilter(severity=CaseSeverity.SERIOUS)) in targets
    assert ("consents", ("pupils", CellState.NO_ANSWER)) in targets


def test_the_list_of_cases_opens_as_asked(desk: Desk, cast: Cast, qtbot: QtBot) -> None:
    assert cast.pien
    casework = desk.meldboek.casework
    assert casework is not None
    casework.cases.report(NewReport("Dreiging in de appgroep", severity=CaseSeverity.SERIOUS))
    casework.cases.report(NewReport("Plagerij", severity=CaseSeverity.LIGHT))
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(CaseFilter(severity=CaseSeverity.SERIOUS))
    assert [line.title for line in page.list.table.lines_model.lines] == ["Dreiging in de appgroep"]
    page.open(CaseFilter(is_open=None))
    assert len(page.list.table.lines_model.lines) == 2


def test_the_figure_of_reports_to_judge_opens_only_those(desk: Desk, cast: Cast, qtbot: QtBot) -> None:
    casework = desk.meldboek.casework
    assert cast.pien
    assert casework is not None
    judged = casework.cases.report(NewReport("Al beoordeeld"))
    casework.cases.report(NewReport("Nog te beoordelen"))
    casework.cases.triage(judged, NewTriage(True))
    _lists, overview = desk.meldboek.agenda.page()
    (figure,) = (one for one in figures_of(overview, has_casework=True) if one.icon == "clipboard-list")
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(figure.target)
    assert [line.title for line in page.list.table.lines_model.lines] == ["Nog te beoordelen"]
    assert figure.count == 1
    assert page.list.wanted() == figure.target


def test_measures_and_consents_open_as_asked(desk: Desk, cast: Cast, qtbot: QtBot) -> None:
    measures, consents = MeasuresPage(desk), ConsentsPage(desk)
    for page in (measures, consents):
        qtbot.addWidget(page)
        page.show()
    measures.open(Wanted.RUNNING)
    assert measures.overview.wanted is Wanted.RUNNING
    consents.open(("pupils", CellState.NO_ANSWER))
    assert consents.pupils.group is None
    assert consents.pupils.counts.tags[CellState.NO_ANSWER].on
    shown = [line.pupil.id for line in consents.pupils.table.lines_model.shown]
    assert set(shown) == {cast.noor, cast.pien, cast.stijn, *shown}
