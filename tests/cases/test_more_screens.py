"""Referrals, own fields, waiting, several cases at once, templates and open questions, on the screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.beside.lines import OwnKind, ReferralState
from app.cases.inputs import NewEntry, NewEvidence, NewInvolvement, NewReport
from app.cases.report_templates import TEMPLATES
from app.cases.rules import CaseSeverity, EntryKind, InvolvementRole
from app.cases.service import Cases
from app.vault.copies import backups
from tests.builders import Cast
from tests.cases import samples
from ui.cases.evidence.destroyer import Destroyer
from ui.cases.page import CasesPage
from ui.cases.triage_form import UNKNOWN, TriageSheet, questions
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.tag import Tag


@pytest.fixture
def case_id(known: Cases, cast: Cast) -> int:
    return known.report(NewReport("Appgroep", involved=(NewInvolvement(InvolvementRole.ACTOR, cast.stijn),)))


def sheet_of(page: CasesPage) -> FormSheet:
    found = page.desk.dialogs.current[-1]
    assert isinstance(found, FormSheet)
    return found


def send(page: CasesPage, **values: object) -> None:
    sheet = sheet_of(page)
    sheet.form.set_values(values)
    sheet.submit()


def test_a_referral_is_made_and_answered_from_the_case(page: CasesPage, case_id: int, known: Cases) -> None:
    page.open(case_id)
    page.view.refer()
    send(page, body="Wijkteam Zuid", reason="Zorgen over thuis")
    link = next(one for one in page.view.linked.findChildren(QPushButton) if one.text() == "Wijkteam Zuid")
    link.click()
    send(page, state=ReferralState.DONE, result="Gezin krijgt hulp.")
    assert known.file(case_id).referrals[0].result == "Gezin krijgt hulp."
    shown = {one.text() for one in page.view.linked.findChildren(QLabel)}
    assert "afgerond, ma 16 nov" in shown


def test_what_the_case_waits_for_stands_on_top_of_it_and_in_the_list(page: CasesPage, case_id: int) -> None:
    page.open(case_id)
    page.view.wait()
    send(page, what="advies van de jurist")
    assert any("wacht op advies van de jurist" in one.accessibleName() for one in page.header.findChildren(Tag))
    page.show_list()
    assert any("wacht op advies van de jurist" in cell for row in page.list.table.texts() for cell in row)


def test_own_fields_are_added_filled_in_and_taken_away(page: CasesPage, case_id: int, known: Cases) -> None:
    page.open(case_id)
    page.view.fill_own()
    next(one for one in sheet_of(page).findChildren(QPushButton) if one.text().startswith("Velden toevoegen")).click()
    send(page, title="Locatie", kind=OwnKind.CHOICE, choices="Hoofdgebouw\nDependance")
    for kind in (OwnKind.DAY, OwnKind.YES_NO, OwnKind.TEXT):
        known.own_fields.add(f"Veld {kind}", kind)
    wing, day, yes_no, text = (f"own_{one.id}" for one in known.own_fields.all())
    page.view.fill_own()
    today = page.desk.meldboek.clock.today()
    send(page, **{wing: "Dependance", day: today, yes_no: "ja", text: "kort"})
    assert dict(known.case(case_id).own) == {
        "Locatie": "Dependance",
        "Veld day": "16 nov 2026",
        "Veld yes_no": "ja",
        "Veld text": "kort",
    }
    assert "Locatie: Dependance" in {one.text() for one in page.view.where.findChildren(QLabel)}
    page.view.fill_own()
    assert sheet_of(page).form.values()[day] == today
    next(one for one in sheet_of(page).findChildren(QPushButton) if one.text().startswith("Velden toevoegen")).click()
    away = "‘Locatie’ niet meer vragen"
    next(one for one in sheet_of(page).findChildren(QPushButton) if one.accessibleName() == away).click()
    assert [one.title for one in known.own_fields.all()] == ["Veld day", "Veld yes_no", "Veld text"]


def test_several_cases_get_a_task_at_once(page: CasesPage, known: Cases, case_id: int) -> None:
    known.report(NewReport("Nog een"))
    page.show_list()
    table = page.list.table
    assert not page.list.several.isVisible()
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 1):
        table.selectionModel().select(table.lines_model.index(row, 0), select)
    assert page.list.several.isVisible()
    page.list.several.task_wanted.emit()
    send(page, title="Team bijpraten")
    assert [task.title for task in known.open_tasks()] == ["Team bijpraten", "Team bijpraten"]
    for row in (0, 1):
        table.selectionModel().select(table.lines_model.index(row, 0), select)
    page.list.several.evaluation_wanted.emit()
    send(page, on=known.list()[0].opened_at.date())
    for row in (0, 1):
        table.selectionModel().select(table.lines_model.index(row, 0), select)
    page.list.several.hand_over_wanted.emit()
    assert sheet_of(page).accessibleName() == "2 zaken overdragen"


def test_a_template_fills_in_what_is_empty_and_proposes_the_category(
    page: CasesPage, meldboek: Meldboek, cast: Cast
) -> None:
    page.new()
    assert page.report is not None
    form = page.report.form
    form.title.set_value("Eigen woorden")
    form.take_template(TEMPLATES[0])
    values = form.values()
    assert (values["title"], values["platform"], values["severity"]) == ("Eigen woorden", "WhatsApp", "medium")
    assert values["summary"].startswith("Wie zitten er in de groep?")
    added = form.involved.add_person(meldboek.people.person(cast.stijn))
    added.role.combo.setCurrentIndex(next(at for at, one in enumerate(added.role._options) if one[0] == "actor"))
    added.role.changed.emit()
    assert added.category.value() == "CYBERBULLYING"


def test_weet_ik_nog_niet_is_an_answer_that_becomes_a_task(
    page: CasesPage, desk: Desk, known: Cases, case_id: int, qtbot: QtBot
) -> None:
    sheet = TriageSheet(desk, known, known.case(case_id), lambda: None)
    qtbot.addWidget(sheet)
    for name, _text in questions():
        sheet.form.rows[name].field.set_value(name == "school_related")
    sheet.form.rows["sexual"].field.set_value(UNKNOWN)
    sheet.form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    sheet.form.changed.emit()
    assert any("Dat wordt 1 taak in de zaak." in one.text() for one in sheet.findChildren(QLabel))
    sheet.save()
    assert [task.template for task in known.case(case_id).tasks] == ["find_out_sexual"]
    again = TriageSheet(desk, known, known.case(case_id), lambda: None)
    qtbot.addWidget(again)
    assert again.form.rows["sexual"].field.value() == UNKNOWN
    assert again.form.rows["acute"].field.value() is False


def test_the_lines_of_the_timeline_are_chosen_by_keyboard(page: CasesPage, known: Cases, case_id: int) -> None:
    known.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn", "Hij gaf het toe."))
    page.open(case_id)
    newest, older, *_rest = page.view.timeline._timeline.entries
    assert newest.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not older.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert newest.accessibleName().startswith("Gesprek met Stijn")
    newest.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(newest, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is older
    QTest.keyClick(older, Qt.Key.Key_Home)
    assert QApplication.focusWidget() is newest
    QTest.keyClick(newest, Qt.Key.Key_Return)
    assert page.desk.dialogs.current


def test_the_place_in_the_timeline_stays_when_something_is_added(page: CasesPage, known: Cases, case_id: int) -> None:
    page.open(case_id)
    first = page.view.timeline._timeline.entries[-1]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    known.add_entry(case_id, NewEntry(EntryKind.NOTE, "Iets nieuws"))
    page.reload()
    now = QApplication.focusWidget()
    assert now is page.view.timeline._timeline.entries[-1]


def test_a_destruction_that_was_broken_off_is_taken_up_when_the_school_opens(
    page: CasesPage, desk: Desk, known: Cases, case_id: int
) -> None:
    entry = known.files.attach(case_id, NewEvidence(samples.picture(), "scherm.png"))
    backups.make(desk.meldboek.store)
    known.files.destroy(case_id, entry, "Weg ermee.")
    Destroyer(desk, known, page).take_up()
    assert known.files.unfinished() == ()
    assert known.timeline(case_id)[0].text == "scherm.png is ook weg uit 1 reservekopie."
