"""Files that come with a report: pasted while it is typed, kept with its draft, evidence once it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.evidence import loose
from app.cases.inputs import NewEvidence, NewReport
from app.cases.rules import CaseSeverity, EntryKind
from app.cases.service import Cases
from app.kernel.errors import Invalid
from app.vault.drawers.database import Drawer
from tests.builders import Cast
from tests.cases import samples
from ui.cases.case_view import CaseView, read_case
from ui.cases.page import CasesPage
from ui.cases.report import ReportView
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def drawer(meldboek: Meldboek) -> Drawer:
    assert meldboek.store.casework is not None
    return meldboek.store.casework


def begin(page: CasesPage) -> ReportView:
    page.new()
    assert page.report is not None
    return page.report


def on_the_clipboard(color: Qt.GlobalColor) -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(color)
    QGuiApplication.clipboard().setImage(picture)


def files_in(report: ReportView) -> list[str]:
    assert report.form.files is not None
    return [each.value().name for each in report.form.files.rows]


def test_a_picture_pasted_while_typing_is_evidence_in_the_new_case(
    page: CasesPage, known: Cases, drawer: Drawer
) -> None:
    report = begin(page)
    QTest.keyClicks(report.form.title.edit, "Filmpje in de appgroep")
    on_the_clipboard(Qt.GlobalColor.red)
    QTest.keySequence(report.form.title.edit, "Ctrl+V")
    QTest.keySequence(report.form.summary.edit, "Ctrl+V")
    assert report.form.title.value() == "Filmpje in de appgroep"
    assert files_in(report) == ["schermafdruk.png"]
    assert report.form.files is not None
    report.form.files.rows[0].description.set_value("het filmpje")
    report.form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    report.save()
    (line,) = known.list()
    (entry,) = known.timeline(line.id, [EntryKind.EVIDENCE])
    assert entry.title == "Bewijs: het filmpje"
    assert entry.evidence is not None
    assert known.files.load(line.id, entry.id).data.startswith(b"\x89PNG")
    assert loose.kept(drawer) == ()


def test_words_on_the_clipboard_are_pasted_as_words(page: CasesPage) -> None:
    report = begin(page)
    QGuiApplication.clipboard().setText("uit de mail")
    QTest.keySequence(report.form.title.edit, "Ctrl+V")
    assert report.form.title.value() == "uit de mail"
    assert files_in(report) == []


def test_what_was_dropped_is_there_again_after_a_crash_and_goes_when_it_is_thrown_away(
    page: CasesPage, desk: Desk, drawer: Drawer, tmp_path: Path, qtbot: QtBot
) -> None:
    report = begin(page)
    data = QMimeData()
    paths = [tmp_path / name for name in ("een.png", "twee.pdf")]
    for path, content in zip(paths, (samples.picture(), samples.pdf()), strict=True):
        path.write_bytes(content)
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert report.form.files is not None
    report.form.files.drop(data)
    report.form.files.rows[1].description.set_value("verslag van de wijkagent")
    report.form.keep_draft()
    again = ReportView(desk, page._cases)
    qtbot.addWidget(again)
    again.show()
    assert again.form.files is not None
    assert [(each.value().name, each.value().description) for each in again.form.files.rows] == [
        ("een.png", ""),
        ("twee.pdf", "verslag van de wijkagent"),
    ]
    assert "wijkagent" in again.form.files.rows[1].value().words
    again.form.files.rows[0].removed.emit()
    assert [file.name for file in loose.kept(drawer)] == ["twee.pdf"]
    again.form.discard()
    assert files_in(again) == []
    assert loose.kept(drawer) == ()


def test_a_file_that_cannot_be_evidence_is_refused_and_the_eleventh_waits(page: CasesPage, desk: Desk) -> None:
    report = begin(page)
    assert report.form.files is not None
    report.form.files.take(b"MZ" + bytes(100), "virus.exe")
    assert files_in(report) == []
    for number in range(loose.MOST + 1):
        report.form.files.take(f"Regel {number}".encode(), f"{number}.txt")
    assert len(files_in(report)) == loose.MOST


def test_a_report_with_a_wrong_file_opens_no_case(known: Cases) -> None:
    with pytest.raises(Invalid):
        known.report(NewReport("Filmpje", evidence=(NewEvidence(b"MZ", "virus.exe"),)))
    assert known.list() == ()


def test_several_files_dropped_on_a_case_are_described_one_after_the_other(
    desk: Desk, known: Cases, cast: Cast, tmp_path: Path, qtbot: QtBot
) -> None:
    case_id = known.report(NewReport("Appgroep groep 8"))
    view = CaseView(desk, known)
    qtbot.addWidget(view)
    view.show_lines(read_case(known, case_id), desk.meldboek.clock.today())
    for name, data in (("een.txt", b"Een."), ("fout.exe", b"MZ"), ("twee.txt", b"Twee."), ("drie.txt", b"Drie.")):
        view.attach(data, name)
    for description in ("eerste", "", "derde"):
        sheet = desk.dialogs.current[-1]
        assert isinstance(sheet, FormSheet)
        if description:
            sheet.form.rows["description"].field.set_value(description)
            sheet.submit()
        else:
            sheet.close_sheet()
    assert desk.dialogs.current == []
    assert {entry.title for entry in known.timeline(case_id, [EntryKind.EVIDENCE])} == {
        "Bewijs: eerste",
        "Bewijs: derde",
    }


def test_a_report_about_sexting_warns_that_such_a_picture_is_never_kept(page: CasesPage, cast: Cast) -> None:
    report = begin(page)
    files = report.form.files
    assert files is not None
    assert not files.warning.isVisibleTo(report)
    row = report.form.involved.add_person(page.desk.meldboek.people.person(cast.pien))
    row.category.set_value("SEXTING")
    row.changed.emit()
    assert files.warning.isVisibleTo(report)
