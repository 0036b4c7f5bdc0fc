"""The page Maatregelen: a suspension of fourteen days cannot be decided, a week can; devices and what follows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.kernel.clock import at
from app.measures.facts import Status
from app.measures.lines import MeasureFilter, NewDevice, NewNotice, Outcome, Wanted
from app.measures.service import Measures
from app.school.rules import Mandate
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.tag import Tag
from ui.measures.hearing_sheet import hearing_sheet
from ui.measures.hearings import HearingsField
from ui.measures.page import MeasuresPage

LAST = date(2026, 11, 23)
REASON = "Er was acuut gevaar in de groep."


@pytest.fixture
def measures(meldboek: Meldboek) -> Measures:
    assert meldboek.casework is not None
    return meldboek.casework.measures


@pytest.fixture
def case_id(desk: Desk, cast: Cast) -> int:
    assert desk.meldboek.casework is not None
    desk.meldboek.school.set_mandates([Mandate("pupil.SUSPENSION", "director")])
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.stijn)
    return desk.meldboek.casework.cases.report(NewReport("Appgroep groep 8", involved=(actor,)))


@pytest.fixture
def page(desk: Desk, case_id: int, qtbot: QtBot) -> MeasuresPage:
    made = MeasuresPage(desk)
    qtbot.addWidget(made)
    made.resize(1228, 848)
    made.show()
    return made


def _form(page: MeasuresPage) -> Form:
    assert page.view is not None
    return page.view.form


def _count(page: MeasuresPage) -> int:
    return len(page.overview.table.lines_model.shown)


def _type_date(page: MeasuresPage, qtbot: QtBot, name: str, text: str) -> None:
    edit = _form(page).rows[name].field.inner
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, text)


def _fill(page: MeasuresPage, qtbot: QtBot, case_id: int, cast: Cast, last: str) -> None:
    page.open(("new", case_id, cast.stijn))
    assert page.view is not None
    page.view.choose_rung("pupil.SUSPENSION")
    _type_date(page, qtbot, "first_day", "17-11-2026")
    _type_date(page, qtbot, "last_day", last)
    QTest.keyClicks(_form(page).rows["facts"].field.inner, "Bewerkte foto in de appgroep.")
    QTest.keyClicks(_form(page).rows["reasons"].field.inner, "De waarschuwing hielp niet.")


def _shown(page: MeasuresPage) -> set[str]:
    return {finding.code for finding in page.findings.findings}


def _told(page: MeasuresPage) -> list[str]:
    """The tags beside the title."""
    QApplication.processEvents()
    tags = page.header.findChildren(Tag)
    return [tag.what.text for tag in tags if not tag.isHidden()]


def test_on_a_narrow_window_deciding_shows_what_asks_a_reason(
    page: MeasuresPage, case_id: int, cast: Cast, qtbot: QtBot
) -> None:
    _fill(page, qtbot, case_id, cast, "23-11-2026")
    page.resize(1024, 660)
    assert not page.findings.reason.isVisible()
    page.settle()
    assert page.findings.reason.isVisible()


def _sheet(page: MeasuresPage) -> FormSheet:
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def test_fourteen_days_cannot_be_decided_and_seven_can(
    page: MeasuresPage, measures: Measures, case_id: int, cast: Cast, qtbot: QtBot
) -> None:
    _fill(page, qtbot, case_id, cast, "30-11-2026")
    assert "measures.suspension_too_long" in _shown(page)
    assert not page.deciding.isEnabled()
    assert _told(page) == ["1 punt houdt dit tegen", "4 punten vragen een reden"]
    page.settle()
    assert measures.overview() == ()
    _type_date(page, qtbot, "last_day", "23-11-2026")
    assert "measures.suspension_too_long" not in _shown(page)
    assert page.deciding.isEnabled()
    assert _told(page) == ["4 punten vragen een reden"]
    why = page.findings.reason
    assert why.isVisible()
    for hollow in ("", ".", "Acuut"):
        why.set_values({"reason": hollow})
        QTest.mouseClick(page.deciding, Qt.MouseButton.LeftButton)
        assert measures.overview() == ()
        assert why.rows["reason"].error
    why.set_values({"reason": REASON})
    QTest.mouseClick(page.deciding, Qt.MouseButton.LeftButton)
    (line,) = measures.overview()
    assert (line.status, line.last_day) == (Status.DECIDED, LAST)
    assert page.course is not None
    assert not page.saving.isVisible()
    assert page.letters is not None
    assert page.letters.making.property("kind") == "primary"  # what remains to be done
    measures.communicate(line.id, NewNotice(date(2026, 11, 16), "per post"))
    page.open(("measure", line.id))
    assert page.letters.making.property("kind") == "quiet"


def test_a_proposal_is_kept_as_it_is_and_opens_again(
    page: MeasuresPage, measures: Measures, case_id: int, cast: Cast, qtbot: QtBot
) -> None:
    _fill(page, qtbot, case_id, cast, "30-11-2026")
    QTest.mouseClick(page.saving, Qt.MouseButton.LeftButton)
    (line,) = measures.overview()
    assert line.status is Status.PROPOSED
    assert page.view is not None
    assert page.view.opening.measure_id == line.id
    assert not _form(page).is_dirty
    _type_date(page, qtbot, "last_day", "20-11-2026")
    QTest.mouseClick(page.saving, Qt.MouseButton.LeftButton)
    assert measures.measure(line.id).last_day == date(2026, 11, 20)


def test_what_was_typed_for_a_new_measure_is_there_again(
    page: MeasuresPage, case_id: int, cast: Cast, qtbot: QtBot
) -> None:
    _fill(page, qtbot, case_id, cast, "20-11-2026")
    page.back()
    assert page.view is None
    assert page.adding.isVisible()
    page.open(("new", case_id, cast.stijn))
    assert _form(page).values()["last_day"] == date(2026, 11, 20)


def test_the_form_asks_what_the_rung_needs(page: MeasuresPage, case_id: int, cast: Cast) -> None:
    page.open(("new", case_id, cast.stijn))
    assert page.view is not None
    assert not _form(page).rows["first_day"].isVisible()
    page.view.choose_rung("pupil.REMOVAL")
    assert _form(page).rows["other_school"].isVisible()
    assert not _form(page).rows["location"].isVisible()
    assert page.header.title == "Maatregel: verwijdering van school"
    assert "measures.no_other_school" in _shown(page)


def test_a_hearing_is_written_down_in_its_sheet(page: MeasuresPage, case_id: int, cast: Cast, qtbot: QtBot) -> None:
    page.open(("new", case_id, cast.stijn))
    field = _form(page).rows["hearings"].field
    assert isinstance(field, HearingsField)
    field.edit(0)
    sheet = _sheet(page)
    sheet.form.set_values({"day": date(2026, 11, 16), "purpose_told": True, "report": "Het was een grap."})
    QTest.keyClicks(sheet.form.rows["time"].field.inner, "13:15")
    sheet.submit()
    assert field.value()[0].held_at == at(2026, 11, 16, 13, 15)
    kept = field.keep()
    field.set_value(())
    field.restore(kept)
    assert field.value()[0].report == "Het was een grap."


def test_a_hearing_of_nobody_is_refused(page: MeasuresPage, case_id: int, cast: Cast) -> None:
    page.open(("new", case_id, cast.stijn))
    field = _form(page).rows["hearings"].field
    assert isinstance(field, HearingsField)
    field.add()
    sheet = _sheet(page)
    sheet.submit()
    assert sheet.form.rows["name"].error
    assert len(field.value()) == 3
    assert hearing_sheet(page.desk, field.value()[0], lambda _made: None).form.values()["name"] == "Stijn Bakker"


def test_steps_after_the_decision_are_recorded(
    page: MeasuresPage, measures: Measures, case_id: int, cast: Cast, qtbot: QtBot
) -> None:
    _fill(page, qtbot, case_id, cast, "23-11-2026")
    page.findings.reason.set_values({"reason": REASON})
    page.settle()
    for step in ("communicate", "tell", "object"):
        assert page.course is not None
        button = page.course.buttons[step]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        _sheet(page).submit()
    (line,) = measures.overview(MeasureFilter(Wanted.OBJECTION))
    assert line.communicated_on == date(2026, 11, 16)
    assert page.course is not None
    settle = next(step for step in page.course.buttons if step.startswith("settle"))
    QTest.mouseClick(page.course.buttons[settle], Qt.MouseButton.LeftButton)
    _sheet(page).submit()
    assert _sheet(page).form.rows["reason"].field.inner.isEnabled()
    _sheet(page).form.set_values({"reason": "ongegrond", "outcome": Outcome.REJECTED})
    _sheet(page).submit()
    assert measures.measure(line.id).objection_outcome == "ongegrond"
    assert page.course is not None
    QTest.mouseClick(page.course.buttons["withdraw"], Qt.MouseButton.LeftButton)
    _sheet(page).form.set_values({"reason": "De feiten bleken anders."})
    _sheet(page).submit()
    assert measures.measure(line.id).status is Status.WITHDRAWN


def test_the_chips_count_and_filter(
    page: MeasuresPage, measures: Measures, case_id: int, cast: Cast, qtbot: QtBot
) -> None:
    _fill(page, qtbot, case_id, cast, "23-11-2026")
    QTest.mouseClick(page.saving, Qt.MouseButton.LeftButton)
    page.back()
    page.reload()
    assert _count(page) == 1
    page.overview.filter(Wanted.RUNNING)
    assert _count(page) == 0
    page.overview.filter(Wanted.PROPOSALS)
    assert _count(page) == 1


def test_a_device_is_taken_and_given_back(page: MeasuresPage, measures: Measures, cast: Cast, qtbot: QtBot) -> None:
    page.take_device()
    sheet = _sheet(page)
    sheet.submit()
    assert measures.devices.held() == ()
    sheet.form.set_values({"person_id": cast.pien, "what": "telefoon, roze", "taken_by": "J. Hartog"})
    sheet.submit()
    (device,) = measures.devices.held()
    assert device.return_on == date(2026, 11, 16)
    page.reload()
    assert page.count() == (0, False)
    page.open(("device", device.id))
    _sheet(page).submit()
    assert measures.devices.held() == ()


def test_a_late_device_is_counted_as_overdue(page: MeasuresPage, measures: Measures, cast: Cast) -> None:
    measures.devices.take(NewDevice(cast.pien, "telefoon", "J. Hartog", taken_at=at(2026, 11, 13, 10)))
    assert page.count() == (0, True)


def test_a_new_measure_asks_for_case_and_person(page: MeasuresPage, case_id: int, cast: Cast) -> None:
    page.open(("new", case_id, None))
    sheet = _sheet(page)
    assert sheet.form.values() == {"case_id": case_id, "person_id": cast.stijn}
    sheet.submit()
    assert page.view is not None
    assert page.view.opening.ladder.person == "Stijn Bakker"
    page.back()
    page.new()
    _sheet(page).submit()
    assert _sheet(page).form.rows["case_id"].error
