"""A measure of the school on the screen: added with its mandate, changed, and deciding asks what it needs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.measures.facts import Draft
from app.measures.lines import NewMeasure
from app.protocol.ladders import Ladders
from app.protocol.rules import Bound, Rung
from app.school.rules import Mandate
from tests.measures.conftest import House, sound_draft
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.measures.decision_form import ASKED_BY, DecisionForm
from ui.measures.rung_sheets import REQUIRED, LaddersSheet, rung_sheet
from ui.school.signing import SigningSection


@pytest.fixture
def sheet(desk: Desk, house: House, qtbot: QtBot) -> LaddersSheet:
    """The sheet with both ladders; everything happens on the desk's own school."""
    made = LaddersSheet(desk, desk.meldboek.ladders)
    qtbot.addWidget(made)
    return made


def _add(desk: Desk, **values: object) -> Rung:
    form_sheet = rung_sheet(desk, desk.meldboek.ladders, lambda _code: None)
    form_sheet.form.set_values(values)
    if "ladder" in values:
        form_sheet.form.rows["ladder"].field.changed.emit()
    form_sheet.submit()
    return _own(desk.meldboek.ladders)[-1]


def _own(ladders: Ladders) -> list[Rung]:
    return [rung for ladder in ladders.protocol().ladders for rung in ladder.rungs if rung.is_own]


def test_who_decides_is_chosen_with_the_mandate_that_it_needs(
    desk: Desk, house: House, sheet: LaddersSheet, qtbot: QtBot
) -> None:
    rung = _add(desk, label="Geen tablet", applies_to=(Bound.PUPIL,), mandate=True)
    assert (rung.mandate, rung.deciders) == (True, ("director", "board"))
    draft = sound_draft(house, rung=rung.code)
    assert "measures.no_mandate" in _judged(house, draft)
    section = SigningSection(desk)
    qtbot.addWidget(section)
    section.show_lines(section.fetch())
    section.form.set_values({rung.code: True})
    section.save()
    assert Mandate(rung.code, "director") in desk.meldboek.school.mandates()
    assert "measures.no_mandate" not in _judged(house, draft)


def _judged(house: House, draft: Draft) -> set[str]:
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, draft))
    return {one.code for one in house.measures.findings(measure_id)}


def test_a_measure_of_the_school_is_said_otherwise(desk: Desk, sheet: LaddersSheet) -> None:
    rung = _add(desk, label="Hersteltaak", applies_to=(Bound.PUPIL,), after="pupil.CONVERSATION")
    sheet.change(rung)
    change = desk.dialogs.current[-1]
    assert isinstance(change, FormSheet)
    assert change.form.values()["after"] == "pupil.CONVERSATION"
    change.form.set_values({"label": "Hersteltaak in de pauze", "mandate": True, "required_pupil": ("heard_pupil",)})
    change.submit()
    (changed,) = _own(desk.meldboek.ladders)
    assert (changed.code, changed.label, changed.mandate) == (rung.code, "Hersteltaak in de pauze", True)
    assert [one.code for one in changed.required] == ["heard_pupil"]


def test_views_are_asked_on_an_intention(desk: Desk, sheet: LaddersSheet) -> None:
    rung = _add(desk, ladder="employee", label="Functioneringstraject", required_employee=("views_received", "jurist"))
    assert rung.applies_to == (Bound.EMPLOYEE,)
    assert [one.code for one in rung.required] == ["intent_announced", "views_received", "jurist"]


def test_the_form_has_a_field_for_everything_that_an_own_measure_may_ask(
    desk: Desk, house: House, sheet: LaddersSheet, qtbot: QtBot
) -> None:
    assert set(ASKED_BY) <= {code for codes in REQUIRED.values() for code in codes}
    rung = _add(desk, ladder="employee", label="Functioneringstraject", required_employee=REQUIRED["employee"])
    opening = house.measures.new_form(house.employee_case, house.cast.hartog, rung.code)
    form = DecisionForm(desk, opening)
    qtbot.addWidget(form)
    shown = {name for name, made in form.rows.items() if not made.isHidden()}
    assert {name for names in ASKED_BY.values() for name in names} <= shown
