"""The sheets of Maatregelen: a talk taken over by one click, a message to remove, own rungs, exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole
from app.kernel.clock import at
from app.measures.service import Measures
from app.protocol.rules import Bound
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.measures.hearings import HearingsField
from ui.measures.page import MeasuresPage
from ui.measures.rung_sheets import LaddersSheet, rung_sheet

MOMENT = at(2026, 11, 16, 9, 30)


@pytest.fixture
def measures(meldboek: Meldboek) -> Measures:
    assert meldboek.casework is not None
    return meldboek.casework.measures


@pytest.fixture
def case_id(desk: Desk, cast: Cast) -> int:
    assert desk.meldboek.casework is not None
    cases = desk.meldboek.casework.cases
    made = cases.report(NewReport("Appgroep", involved=(NewInvolvement(InvolvementRole.ACTOR, cast.stijn),)))
    cases.add_entry(made, NewEntry(EntryKind.TALK, "Gesprek met Stijn en ouders", "Hij zegt sorry.", MOMENT))
    return made


@pytest.fixture
def page(desk: Desk, case_id: int, qtbot: QtBot) -> MeasuresPage:
    assert case_id
    made = MeasuresPage(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def _sheet(page: MeasuresPage) -> FormSheet:
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def test_one_click_takes_over_the_talk_of_the_case(page: MeasuresPage, case_id: int, cast: Cast) -> None:
    page.open(("new", case_id, cast.stijn))
    assert page.view is not None
    field = page.view.form.hearings
    assert isinstance(field, HearingsField)
    field.take_over(page.view.opening.talks[0])
    assert [one.held_at for one in field.value()] == [MOMENT, MOMENT, MOMENT]
    assert {one.report for one in field.value()} == {"Hij zegt sorry."}
    assert field.offers.count() == 0


def test_a_hearing_ahead_is_refused_in_its_sheet_and_may_be_planned(
    page: MeasuresPage, case_id: int, cast: Cast
) -> None:
    page.open(("new", case_id, cast.stijn))
    assert page.view is not None
    field = page.view.form.hearings
    field.edit(0)
    sheet = _sheet(page)
    sheet.form.set_values({"day": date(2026, 11, 17)})
    sheet.submit()
    assert sheet.form.rows["day"].error
    sheet.form.set_values({"day": None, "planned_day": date(2026, 11, 17)})
    sheet.submit()
    assert field.value()[0].planned_at == at(2026, 11, 17, 0)


def test_a_guardian_can_be_chosen_to_be_heard(page: MeasuresPage, case_id: int, cast: Cast) -> None:
    page.open(("new", case_id, cast.stijn))
    assert page.view is not None
    field = page.view.form.hearings
    field.set_value(field.value()[:1])
    field.add()
    sheet = _sheet(page)
    assert sheet.form.values()["name"] == "R. Bakker"
    sheet.submit()
    chosen = field.value()[1]
    assert (chosen.name, chosen.has_authority, chosen.person_id is not None) == ("R. Bakker", True, True)


def test_a_message_is_asked_to_go_from_the_overview(
    page: MeasuresPage, measures: Measures, case_id: int, cast: Cast
) -> None:
    page.ask_content()
    sheet = _sheet(page)
    sheet.submit()
    assert sheet.form.rows["case_id"].error
    sheet.form.set_values({"case_id": case_id})
    sheet.form.rows["case_id"].field.changed.emit()
    sheet.form.set_values({"person_id": cast.stijn, "platform": "TikTok", "place": "filmpje van de kleedkamer"})
    sheet.submit()
    (content,) = measures.contents.open()
    assert (content.platform, content.asked_on) == ("TikTok", date(2026, 11, 16))
    page.open(("content", content.id))
    _sheet(page).form.set_values({"in_presence_of": "haar moeder"})
    _sheet(page).submit()
    assert measures.contents.open() == ()


def test_the_school_adds_a_rung_and_closes_it(page: MeasuresPage, measures: Measures) -> None:
    page.exports.show_ladders()
    ladders = page.desk.dialogs.current[-1]
    assert isinstance(ladders, LaddersSheet)
    sheet = rung_sheet(page.desk, measures.ladders, lambda _code: ladders.refresh())
    sheet.form.set_values({"label": "Hersteltaak", "applies_to": (Bound.PUPIL,)})
    sheet.submit()
    rungs = measures.ladders.protocol().ladder("pupil").rungs
    own = next(rung for rung in rungs if rung.label == "Hersteltaak")
    ladders.close_rung(own)
    _sheet(page).submit()
    assert own.code not in {rung.code for rung in measures.ladders.protocol().ladder("pupil").on(date(2026, 11, 16))}
    ladders.reopen(own)
    assert own.code in {rung.code for rung in measures.ladders.protocol().ladder("pupil").on(date(2026, 11, 16))}


def test_the_exports_are_written_where_the_user_says(page: MeasuresPage, tmp_path: Path) -> None:
    for name, act in (
        ("lijst.xlsx", page.exports.save_workbook),
        ("dagen.ics", page.exports.save_calendar),
        ("toestellen.pdf", page.exports.print_devices),
    ):
        page.desk.dialogs.answers.append(tmp_path / name)
        act()
        assert (tmp_path / name).stat().st_size > 0
    assert (tmp_path / "dagen.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
