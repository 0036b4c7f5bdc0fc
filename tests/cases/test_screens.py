"""The screens of cases on the real services: a report by hand, the case with its timeline, evidence, triage."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, EntryKind, Flag, InvolvementRole, NewTriage, Status
from app.cases.service import Cases
from app.kernel.clock import at
from app.vault import drafts
from tests.builders import Cast
from ui.cases.case_view import read_case
from ui.cases.page import CasesPage
from ui.cases.report import ReportForm
from ui.cases.triage_form import TriageSheet, questions
from ui.kit.finding import FindingCard
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def case_id(known: Cases, cast: Cast) -> int:
    return known.report(
        NewReport(
            "Appgroep groep 8",
            "Pien wil niet naar school.",
            platform="WhatsApp",
            involved=(
                NewInvolvement(InvolvementRole.ACTOR, cast.stijn),
                NewInvolvement(InvolvementRole.AFFECTED, cast.pien),
            ),
        )
    )


def texts(widget: QWidget) -> set[str]:
    return {found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)}


def form_of(page: CasesPage) -> ReportForm:
    assert page.report is not None
    return page.report.form


def test_a_report_with_three_persons_in_their_roles_becomes_a_case(
    page: CasesPage, cast: Cast, known: Cases, meldboek: Meldboek, qtbot: QtBot
) -> None:
    page.new()
    form = form_of(page)
    QTest.keyClicks(form.title.edit, "Nepaccount op Instagram")
    form.summary.set_value("Er staan foto's op van Noor.")
    form.involved.add_person(meldboek.people.person(cast.noor)).role.set_value(InvolvementRole.AFFECTED)
    actor = form.involved.add_person(meldboek.people.person(cast.stijn))
    actor.role.set_value(InvolvementRole.ACTOR)
    actor.category.set_value("IMPERSONATION")
    form.involved.search.edit.setText("Een buurman")
    form.involved.add_outsider("Een buurman").role.set_value(InvolvementRole.REPORTER)
    form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    assert page.report is not None
    page.report.save()

    (line,) = known.list()
    card = known.case(line.id)
    assert [(party.name, party.role) for party in card.parties] == [
        ("Noor de Graaf", InvolvementRole.AFFECTED),
        ("Stijn Bakker", InvolvementRole.ACTOR),
        ("Een buurman", InvolvementRole.REPORTER),
    ]
    assert card.articles == (meldboek.protocol.category("IMPERSONATION").article,)
    assert card.knowledge_at == at(2026, 11, 16, 14, 5)
    assert page.stack.currentWidget() is page.view
    assert {"Nepaccount op Instagram", "Stijn Bakker", "Een buurman"} <= texts(page)


def test_what_is_wrong_stands_under_its_field_and_nothing_typed_is_lost(
    page: CasesPage, known: Cases, qtbot: QtBot
) -> None:
    page.new()
    form = form_of(page)
    QTest.keyClicks(form.summary.edit, "Zonder titel")
    assert page.report is not None
    page.report.save()
    assert form.rows["title"].error == "Schrijf in één regel wat er is gebeurd."
    assert form.summary.value() == "Zonder titel"
    assert known.list() == ()


def test_a_report_half_typed_is_there_again_tomorrow(
    page: CasesPage, meldboek: Meldboek, cast: Cast, qtbot: QtBot
) -> None:
    page.new()
    form = form_of(page)
    QTest.keyClicks(form.title.edit, "Filmpje in de les")
    form.involved.add_person(meldboek.people.person(cast.pien)).role.set_value(InvolvementRole.WITNESS)
    form.keep_draft()
    casework = meldboek.store.casework
    assert casework is not None
    assert drafts.load(casework, "report", "new") is not None

    later = CasesPage(page.desk)
    qtbot.addWidget(later)
    later.show()
    later.open(("draft", "new"))
    again = form_of(later)
    assert again.title.value() == "Filmpje in de les"
    assert again.involved.value() == (NewInvolvement(InvolvementRole.WITNESS, cast.pien),)
    again.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    assert later.report is not None
    later.report.save()
    assert drafts.load(casework, "report", "new") is None


def test_cases_that_may_be_the_same_stand_beside_the_report(
    page: CasesPage, case_id: int, meldboek: Meldboek, cast: Cast, qtbot: QtBot
) -> None:
    page.new()
    form_of(page).involved.add_person(meldboek.people.person(cast.pien))
    report = page.report
    assert report is not None
    qtbot.waitUntil(lambda: any("ook bij Pien Mulder" in text for text in texts(report.similar)))


def test_the_case_shows_its_timeline_and_filters_it(page: CasesPage, case_id: int, known: Cases) -> None:
    known.add_entry(case_id, NewEntry(EntryKind.TALK, "Gesprek met Stijn", "Het was een grap."))
    page.open(case_id)
    assert {"Gesprek met Stijn", "Het was een grap.", "Zaak geopend"} <= texts(page.view)
    page.view.timeline.chips.set_value("talks")
    assert [entry.title for entry in page.view.timeline.shown] == ["Gesprek met Stijn", "Melding, telefoon"]
    page.show_list()
    assert page.stack.currentWidget() is page.list


def test_a_long_story_shows_its_newest_part_first_and_the_rest_on_request(
    page: CasesPage, case_id: int, known: Cases
) -> None:
    for number in range(70):
        known.add_entry(case_id, NewEntry(EntryKind.NOTE, f"Notitie {number}"))
    page.open(case_id)
    assert len(page.view.timeline.shown) == 60
    assert "Zaak geopend" not in texts(page.view)
    page.view.timeline.chips.chosen.emit("all")
    assert len(page.view.timeline.shown) == 72


def test_a_line_is_added_beside_the_timeline(page: CasesPage, case_id: int, known: Cases, qtbot: QtBot) -> None:
    page.open(case_id)
    page.view.add_entry()
    entry = page.view.entry
    assert entry is not None
    QTest.keyClicks(entry.form.title.edit, "Gesprek met Pien")
    parties = known.case(case_id).parties
    entry.form.rows["heard"].field.set_value((parties[1].id,))
    entry.save()
    assert page.view.entry is None
    assert known.timeline(case_id)[0].title == "Gesprek met Pien"
    assert known.case(case_id).parties[1].heard_at is not None


def test_triage_asks_every_question_before_it_can_be_kept(page: CasesPage, case_id: int, known: Cases) -> None:
    page.open(case_id)
    page.view.act("triage")
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, TriageSheet)
    sheet.save()
    assert sheet.form.rows["school_related"].error
    for name, row in sheet.form.rows.items():
        if name not in {"scope", "severity", "reason"}:
            row.field.set_value(name in {"school_related", "sexual_imagery"})
    sheet.form.changed.emit()
    codes = [card.finding.code for card in sheet.findChildren(FindingCard)]
    assert "cases.triage.imagery_is_criminal" in codes
    sheet.save()
    card = known.case(case_id)
    assert card.status is Status.FACTS
    assert card.flags == {Flag.SEXUAL_IMAGERY, Flag.SEXUAL}
    assert [(task.title, task.due_on) for task in card.tasks] == [
        ("De politie (zeden) bellen, 0900-8844", date(2026, 11, 16))
    ]
    assert any("artikel 252, vroeger 240b" in line.text for line in known.timeline(case_id))


def test_a_picture_from_the_clipboard_becomes_evidence(
    page: CasesPage, case_id: int, known: Cases, qtbot: QtBot
) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    page.open(case_id)
    assert page.view.paste()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.rows["description"].field.set_value("schermafdruk van de appgroep")
    sheet.submit()
    entry = known.timeline(case_id, [EntryKind.EVIDENCE])[0]
    assert known.files.load(case_id, entry.id).mime == "image/png"


def test_no_picture_is_taken_in_a_case_about_sexual_imagery(page: CasesPage, case_id: int, known: Cases) -> None:
    known.triage(case_id, NewTriage(True, sexual_imagery=True))
    page.open(case_id)
    page.view.attach(b"\x89PNG\r\n\x1a\n", "x.png")
    sheet = page.desk.dialogs.current[-1]
    assert not isinstance(sheet, FormSheet)
    assert any("Niet bekijken" in text for text in texts(sheet))


def test_the_list_filters_as_you_type(page: CasesPage, case_id: int, known: Cases) -> None:
    known.report(NewReport("Nepaccount"))
    page.reload()
    assert len(page.list.table.lines_model.shown) == 2
    page.list.search.setText("appgroep")
    page.reload()
    assert [line.id for line in page.list.table.lines_model.shown] == [case_id]
    page.list.case_chosen.emit(case_id)
    assert page.case_id == case_id


def test_an_administrator_has_no_cases_at_all(as_administrator: Meldboek) -> None:
    assert as_administrator.casework is None
    assert as_administrator.user.role not in CasesPage.roles


def test_ctrl_enter_opens_the_case_from_any_field(page: CasesPage, known: Cases) -> None:
    page.new()
    form = form_of(page)
    form.set_values({"title": "Filmpje in de gang", "severity": CaseSeverity.LIGHT})
    QTest.keyClick(form.summary.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [line.title for line in known.list()] == ["Filmpje in de gang"]


def test_triage_begins_at_its_first_question(page: CasesPage, known: Cases, case_id: int, qtbot: QtBot) -> None:
    sheet = TriageSheet(page.desk, known, known.case(case_id), lambda: None)
    page.desk.dialogs.open(sheet)
    first = sheet.form.rows["school_related"].field.findChildren(QPushButton)[0]
    qtbot.waitUntil(first.hasFocus)
    answers = dict.fromkeys((name for name, _text in questions()), False)
    sheet.form.set_values({**answers, "school_related": True})
    QTest.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert known.case(case_id).triaged_at is not None


def test_a_click_on_the_words_of_what_is_open_does_it(page: CasesPage, known: Cases, case_id: int) -> None:
    known.triage(case_id, NewTriage(True))
    page.open(case_id)
    page.view.show_lines(read_case(known, case_id), page.desk.meldboek.clock.today())
    words = next(
        each for each in page.view.open.findChildren(QLabel) if each.text() == "Ouders van Stijn Bakker inlichten"
    )
    QTest.mouseClick(words, Qt.MouseButton.RightButton)
    assert not page.desk.dialogs.is_open
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    sheet = page.desk.dialogs.current[-1]
    assert sheet.accessibleName() == "Ouders inlichten"


def test_the_report_says_where_the_reporter_goes(page: CasesPage) -> None:
    page.new()
    assert "Ook wie het meldde: kies daar de rol melder." in texts(form_of(page))


def test_what_the_protocol_says_is_one_click_away_from_the_step(page: CasesPage, known: Cases) -> None:
    case_id = known.report(NewReport("Appgroep", articles=("A8",)))
    page.open(case_id)
    page.view.show_lines(read_case(known, case_id), page.desk.meldboek.clock.today())
    for card in (page.view.step, page.view.where):
        link = next(each for each in card.findChildren(QPushButton) if each.text() == "protocol A8")
        link.click()
        sheet = page.desk.dialogs.current[-1]
        article = next(each for each in page.desk.meldboek.protocol.articles if each.code == "A8")
        assert {f"A8  {article.title}", article.text} <= texts(sheet)
        sheet.close_sheet()
