"""The school's own kinds of reports on screen: added, changed, hidden, chosen, listed by and judged."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.cases.beside.category_lines import NewCategory
from app.cases.inputs import NewEvidence, NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole
from app.cases.service import Cases
from app.protocol.rules import Bound
from tests.builders import Cast
from tests.cases import samples
from tests.cases.test_report_files import begin
from ui.cases.kinds_sheets import KindsSheet
from ui.cases.page import CasesPage
from ui.cases.triage_form import TriageSheet, questions
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet

PRANK = NewCategory("Prank", (Bound.PUPIL,), CaseSeverity.MEDIUM, sexual=True)


def fill(sheet: object, **values: object) -> None:
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values(values)
    sheet.submit()


def test_a_kind_is_added_changed_hidden_and_brought_back(page: CasesPage, known: Cases) -> None:
    page.list.kinds_button.click()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, KindsSheet)
    sheet.add()
    fill(page.desk.dialogs.current[-1], title="Prank", sides=(Bound.PUPIL,), severity=CaseSeverity.MEDIUM)
    (own,) = [one for one in known.categories.all() if one.is_own]
    assert "Prank" in [page.list.category.combo.itemText(at) for at in range(page.list.category.combo.count())]
    sheet.change(own)
    fill(page.desk.dialogs.current[-1], title="Uitdaging")
    (own,) = [one for one in known.categories.all() if one.is_own]
    assert (own.title, own.severity) == ("Uitdaging", CaseSeverity.MEDIUM)
    sheet.turn(own)
    assert [one.is_hidden for one in known.categories.all() if one.is_own] == [True]
    assert "Uitdaging" not in [page.list.category.combo.itemText(at) for at in range(page.list.category.combo.count())]
    sheet.turn(next(one for one in known.categories.all() if one.is_own))
    assert [one.is_hidden for one in known.categories.all() if one.is_own] == [False]


def test_the_list_shows_only_cases_of_a_kind(page: CasesPage, known: Cases, cast: Cast) -> None:
    code = known.categories.add(PRANK)
    did = NewInvolvement(InvolvementRole.ACTOR, cast.stijn, category=code)
    known.report(NewReport("Een prank", involved=(did,)))
    known.report(NewReport("Iets anders"))
    page.refresh()
    page.list.category.set_value(code)
    page.list.category.changed.emit()
    assert [line.title for line in page.list.table.lines_model.shown] == ["Een prank"]
    assert page.list.wanted().category == code


def test_a_report_proposes_the_weight_of_a_kind_until_the_user_says_otherwise(
    page: CasesPage, known: Cases, cast: Cast
) -> None:
    code = known.categories.add(PRANK)
    form = begin(page).form
    row = form.involved.add_person(page.desk.meldboek.people.person(cast.pien))
    assert form.severity.value() is None
    row.category.set_value(code)
    row.category.changed.emit()
    assert form.severity.value() is CaseSeverity.MEDIUM
    assert row.no_picture.isVisibleTo(form)
    row.category.set_value("THREAT")
    row.category.changed.emit()
    assert form.severity.value() is CaseSeverity.SERIOUS
    form.severity.set_value(CaseSeverity.LIGHT)
    row.category.set_value("STALKING")
    row.category.changed.emit()
    assert form.severity.value() is CaseSeverity.LIGHT


def test_a_picture_with_a_report_about_sexual_imagery_needs_a_yes(page: CasesPage, cast: Cast) -> None:
    form = begin(page).form
    files = form.files
    assert files is not None
    files.take(samples.picture(), "eerst.png")
    row = form.involved.add_person(page.desk.meldboek.people.person(cast.pien))
    row.category.set_value("SEXTING")
    row.category.changed.emit()
    assert not files.rows[0].shown.isVisibleTo(form)
    page.desk.dialogs.answers.extend((False, True))
    files.take(samples.picture(size=(30, 30)), "nee.png")
    assert [one.value().name for one in files.rows] == ["eerst.png"]
    files.take(samples.picture(size=(20, 30)), "ja.png")
    assert [one.value().name for one in files.rows] == ["eerst.png", "ja.png"]
    files.take(b"Hoi", "woorden.txt")
    assert isinstance(files.rows[-1].value(), NewEvidence)


def test_triage_asks_of_which_kind_each_part_is_and_weighs_it(
    page: CasesPage, desk: Desk, qtbot: QtBot, known: Cases, cast: Cast
) -> None:
    did = NewInvolvement(InvolvementRole.ACTOR, cast.stijn)
    case_id = known.report(NewReport("Iets", involved=(did,)))
    page.open(case_id)
    page.view.triage()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, TriageSheet)
    ((party, choice),) = sheet.form.about.choices.items()
    choice.set_value("THREAT")
    for name, _question in questions():
        sheet.form.rows[name].field.set_value(False)
    sheet.form.rows["school_related"].field.set_value(True)
    sheet.form.rows["reason"].field.set_value("Gezien op het plein.")
    sheet.save()
    assert desk.dialogs.current == []
    assert [(one.id, one.category) for one in known.case(case_id).parties] == [(party, "THREAT")]
    assert "Bedreiging" in known.file(case_id).about.values()
