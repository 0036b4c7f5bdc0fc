"""The name of a protected reporter: for the leadership alone, from the report on or from later on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cases.inputs import CaseFilter, NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.kernel.errors import Invalid, Refused
from app.people.service import People
from app.vault.drawers.database import Drawer
from app.vault.store import Store
from tests.builders import COORDINATOR, Cast
from tests.cases.menus import chosen
from ui.cases.page import CasesPage
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def carla(people: People, school: Cast) -> int:
    return next(line.id for line in people.find("Carla"))


@pytest.fixture
def told(cases: Cases, report: NewReport, carla: int, store: Store) -> int:
    """A case that a parent told of on behalf of a neighbour, under protection, opened to the coordinator."""
    persons = (*report.involved[:2], NewInvolvement(InvolvementRole.REPORTER, carla))
    case_id = cases.report(replace(report, involved=persons, reporter_protected=True, on_behalf_of="buurvrouw De Wit"))
    cases.let_in(case_id, tuple(user for user in store.users() if user.name == COORDINATOR.name))
    return case_id


@pytest.fixture
def others(told: int, as_coordinator: Cases) -> Cases:
    return as_coordinator


def test_who_need_not_know_finds_no_case_by_the_name_of_the_reporter(
    told: int, others: Cases, school: Cast, carla: int
) -> None:
    assert others.list(CaseFilter(text="Carla")) == ()
    assert others.search("Carla") == ()
    assert others.cases_of(carla) == ()
    card = others.case(told)
    assert [party.name for party in card.parties][-1] == "beschermde melder"
    assert card.on_behalf_of == ""
    assert [line.id for line in others.list(CaseFilter(text="Stijn"))] == [told]
    assert [line.id for line in others.cases_of(school.stijn)] == [told]


def test_the_leadership_finds_the_case_of_a_protected_reporter(told: int, cases: Cases, carla: int) -> None:
    assert [line.id for line in cases.list(CaseFilter(text="Carla"))] == [told]
    assert [line.id for line in cases.cases_of(carla)] == [told]
    assert cases.case(told).on_behalf_of == "buurvrouw De Wit"


def test_protection_is_given_and_taken_back_later_with_a_reason(case_id: int, cases: Cases, casework: Drawer) -> None:
    with pytest.raises(Invalid):
        cases.shield_reporter(case_id, shielded=True, reason=" ")
    cases.shield_reporter(case_id, shielded=True, reason="Dat is afgesproken.")
    assert cases.case(case_id).reporter_protected
    assert cases.search("buurvrouw") == (), "the index names the reporter no longer"
    newest = cases.timeline(case_id)[0]
    assert (newest.title, newest.text, newest.internal) == (
        "Naam van de melder beschermd",
        "Dat is afgesproken.",
        True,
    )
    assert casework.log(1)[0].action == "protection.changed"
    cases.shield_reporter(case_id, shielded=False, reason="Het hoeft niet meer.")
    assert not cases.case(case_id).reporter_protected
    assert len(cases.search("Een buurvrouw")) == 1


def test_a_coordinator_takes_no_protection_away(told: int, others: Cases) -> None:
    with pytest.raises(Refused):
        others.shield_reporter(told, shielded=False, reason="Ik wil het weten.")


def tells(page: CasesPage, shielded: bool) -> bool:
    told = {each.text() for each in page.view.where.findChildren(QLabel) if each.isVisibleTo(page)}
    return ("naam van de melder beschermd" in told) is shielded


def test_the_leadership_protects_a_reporter_from_the_menu(page: CasesPage, known: Cases, qtbot: QtBot) -> None:
    case_id = known.report(NewReport("Appgroep", involved=(NewInvolvement(InvolvementRole.REPORTER, name="Buur"),)))
    page.open(case_id)
    for shielded, title in ((True, "Naam van de melder beschermen"), (False, "Bescherming van de melder opheffen")):
        chosen(page.view, "Bescherming van de melder")
        sheet = page.desk.dialogs.current[-1]
        assert isinstance(sheet, FormSheet)
        assert sheet.accessibleName() == title
        sheet.submit()
        assert sheet.form.rows["reason"].error
        sheet.form.rows["reason"].field.set_value("De melder vroeg het.")
        sheet.submit()
        assert known.case(case_id).reporter_protected is shielded
        page.reload()
        qtbot.waitUntil(partial(tells, page, shielded))
