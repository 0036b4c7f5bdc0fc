"""A report by the keyboard alone: Tab reads from top to bottom, and what is wrong comes into view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.agenda.waiting import waiting
from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole
from app.cases.service import Cases
from tests.builders import Cast
from ui.cases.entry_form import EntryForm
from ui.cases.page import CasesPage
from ui.cases.report import ReportView
from ui.cases.triage_form import TriageForm, TriageSheet
from ui.kit.desk import Desk


@pytest.fixture
def report(desk: Desk, cast: Cast, qtbot: QtBot) -> ReportView:
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1024, 560)
    page.show()
    page.new()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.report is not None
    page.report.page = page  # type: ignore[attr-defined] # the page lives as long as its report
    return page.report


def tab(back: bool = False) -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    return now


def test_tab_reads_the_rows_of_persons_and_comes_back_to_the_search(
    report: ReportView, meldboek: Meldboek, cast: Cast
) -> None:
    involved = report.form.involved
    for person in (cast.pien, cast.stijn):
        row = involved.add_person(meldboek.people.person(person))
        assert QApplication.focusWidget() is row.role.combo
        assert [tab(), tab(), tab()] == [row.category.combo, row.remove, involved.search.edit]
    first, second = involved.rows
    assert [tab(back=True) for _step in range(4)] == [
        second.remove,
        second.category.combo,
        second.role.combo,
        first.remove,
    ]
    outsider = involved.add_outsider("Een buurman")
    assert [tab() for _step in range(4)] == [
        outsider.category.combo,
        outsider.remove,
        outsider.with_task.check,
        involved.search.edit,
    ]
    first.removed.emit()
    assert tab() is report.form.how.combo


def test_the_first_wrong_field_comes_into_view_and_their_number_stands_near_the_button(
    report: ReportView, qtbot: QtBot
) -> None:
    form = report.form
    form.rows["reporter_protected"].field.setFocus()
    report.save()
    assert form.rows["title"].error
    assert QApplication.focusWidget() is form.title.edit
    assert form.note.text() == "2 velden kloppen nog niet."
    qtbot.waitUntil(lambda: not form.title.visibleRegion().isEmpty())
    QTest.keyClicks(form.title.edit, "Filmpje")
    assert form.note.text() == "Eén veld klopt nog niet."
    report.save()
    qtbot.waitUntil(lambda: not form.rows["severity"].visibleRegion().isEmpty())
    chips = form.rows["severity"].field.findChildren(QPushButton)
    assert QApplication.focusWidget() in chips


def test_nobody_gets_a_role_that_was_not_chosen(report: ReportView, meldboek: Meldboek, cast: Cast) -> None:
    form = report.form
    form.title.set_value("Filmpje")
    form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    row = form.involved.add_person(meldboek.people.person(cast.pien))
    report.save()
    assert form.rows["involved"].error == "Kies een rol voor Pien Mulder."
    assert QApplication.focusWidget() is row.role.combo
    row.role.set_value(InvolvementRole.AFFECTED)
    assert form.check()


def test_a_day_that_must_still_come_is_refused_when_it_is_left(report: ReportView) -> None:
    row = report.form.rows["happened_on"]
    edit = row.field.inner
    edit.setFocus()
    QTest.keyClicks(edit, "31-12-2027")
    tab()
    assert row.error == "Deze dag moet nog komen. Kies vandaag of een dag daarvoor."


def test_an_empty_report_is_like_no_case(report: ReportView, qtbot: QtBot) -> None:
    assert not report.similar.isVisible()
    QTest.keyClicks(report.form.title.edit, "Filmpje")
    qtbot.waitUntil(report.similar.isVisible)


def test_triage_weighs_only_when_all_is_answered(
    desk: Desk, meldboek: Meldboek, report: ReportView, qtbot: QtBot
) -> None:
    form = report.form
    form.title.set_value("Filmpje")
    form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    report.save()
    assert meldboek.casework is not None
    cases = meldboek.casework.cases
    (line,) = cases.list()
    sheet = TriageSheet(desk, cases, cases.case(line.id), lambda: None)
    qtbot.addWidget(sheet)

    def advice() -> str:
        items = (sheet._advice.itemAt(at) for at in range(sheet._advice.count()))
        found = [item.widget() for item in items if item is not None]
        return " ".join(one.text() for one in found if isinstance(one, QLabel))

    triage: TriageForm = sheet.form
    assert advice().startswith("Nog 9 vragen te beantwoorden")
    for name in triage.unanswered:
        triage.rows[name].field.set_value(name == "school_related")
    triage.changed.emit()
    assert "vragen te beantwoorden" not in advice()


def test_escape_puts_a_line_away_and_keeps_what_was_typed(
    report: ReportView, desk: Desk, meldboek: Meldboek, qtbot: QtBot
) -> None:
    form = report.form
    form.title.set_value("Filmpje")
    form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    page: CasesPage = report.page  # type: ignore[attr-defined] # put there by the fixture
    report.save()
    view = page.view
    assert QApplication.focusWidget() is view.step.button
    view.add_entry()
    edit = view.right.findChildren(EntryForm)[0].title.edit
    QTest.keyClicks(edit, "Gesprek met Pien")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert view.entry is None
    view.add_entry()
    *_gone, form_again = view.right.findChildren(EntryForm)
    assert form_again.title.value() == "Gesprek met Pien"
    assert "Regel in het verloop: Gesprek met Pien" in {line.title for line in waiting(meldboek.store)}


def test_a_narrow_case_shows_who_and_where_behind_a_button(report: ReportView, qtbot: QtBot) -> None:
    form = report.form
    form.title.set_value("Filmpje")
    form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    page = report.page  # type: ignore[attr-defined] # put there by the fixture
    report.save()
    page.setFixedWidth(940)
    details = next(one for one in page.header.findChildren(QPushButton) if one.text() == "Details")
    qtbot.waitUntil(details.isVisible)
    assert not page.view.involved.isVisible()
    details.click()
    assert page.view.involved.isVisible()
    assert page.view.where.isVisible()
    page.setFixedWidth(1440)
    qtbot.waitUntil(page.view.step.isVisible)
    assert page.view.involved.isVisible()
    assert not details.isVisible()


def test_a_platform_is_completed_and_the_next_name_stays_in_sight(
    report: ReportView, meldboek: Meldboek, cast: Cast, qtbot: QtBot
) -> None:
    form = report.form
    for typed, kept in (("whats", "WhatsApp"), ("Mastodon", "Mastodon"), ("T", "T")):
        form.platform.edit.setText(typed)
        form.platform.edit.editingFinished.emit()
        assert form.platform.value() == kept
    for person in (cast.pien, cast.stijn, cast.noor, cast.aylin, cast.hartog):
        form.involved.add_person(meldboek.people.person(person))
    qtbot.waitUntil(lambda: not form.involved.search.visibleRegion().isEmpty())
    pupil, *_others, teacher = form.involved.rows
    roles = [one for one, _words in pupil.role._options]
    assert InvolvementRole.GUARDIAN not in roles
    assert InvolvementRole.GUARDIAN in [one for one, _words in teacher.role._options]


def test_ctrl_enter_adds_a_line_to_the_timeline(page: CasesPage, known: Cases) -> None:
    case_id = known.report(NewReport("Een foto"))
    page.open(case_id)
    page.view.add_entry()
    entry = page.view.entry
    assert entry is not None
    entry.form.title.set_value("Gesprek met Thijs")
    entry.form.text.set_value("Hij stuurde de foto door.")
    QTest.keyClick(entry.form.text.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Gesprek met Thijs" in [line.title for line in known.timeline(case_id)]
    assert page.view.entry is None


def test_a_talk_with_somebody_by_name_is_a_talk_with_them(page: CasesPage, known: Cases, cast: Cast) -> None:
    did = tuple(NewInvolvement(InvolvementRole.ACTOR, person) for person in (cast.stijn, cast.pien))
    page.open(known.report(NewReport("Een foto", involved=did)))
    page.view.add_entry()
    form = page.view.entry.form if page.view.entry is not None else None
    assert form is not None
    stijn, pien = (option for option, _name in form.parties)
    form.title.set_value("Gesprek met Stijn")
    form.title.changed.emit()
    assert form.heard.value() == (stijn,)
    form.heard.set_value((pien,))
    form.title.set_value("Gesprek met Stijn en Pien")
    form.title.changed.emit()
    assert form.heard.value() == (pien,)
