"""A teacher's chat with a pupil, wholly through the screens: every press is a moment that the paper proves."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.casework import Casework
from app.inspector.chain import Step, StepState
from app.inspector.rules import CallKind, Domain, Reason, Suspicion
from app.kernel.clock import FixedClock, at
from app.police.rules import PoliceKind
from tests.inspector.conftest import opened
from ui.inspector.page import InspectorPage
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.police.page import PolicePage


def _press(page: InspectorPage, begins: str, qtbot: QtBot) -> None:
    """Press the button of the chain that begins with these words."""

    def found() -> QPushButton | None:
        shown = (each for each in page.chain.findChildren(QPushButton) if each.isVisibleTo(page))
        return next((each for each in shown if each.text().startswith(begins)), None)

    qtbot.waitUntil(lambda: found() is not None)
    button = found()
    assert button is not None
    button.click()


def _sheet(desk: Desk) -> FormSheet:
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def _record(page: InspectorPage, clock: FixedClock, hour: int, minute: int, qtbot: QtBot) -> None:
    """Record the step to do now at this time of 16 November."""
    clock.at = at(2026, 11, 16, hour, minute)
    page.open(("call", page.case_id))
    _press(page, "Leg vast", qtbot)
    sheet = _sheet(page.desk)
    assert sheet.form.values()["at"] == clock.at.date()
    sheet.submit()
    assert not page.desk.dialogs.current


def test_the_whole_chain_is_walked_on_screen_and_the_paper_proves_it(
    desk: Desk, work: Casework, case_id: int, clock: FixedClock, qtbot: QtBot, tmp_path: Path
) -> None:
    clock.at = at(2026, 11, 16, 9, 0)
    page = opened(desk, case_id, qtbot)
    assert page.call.reason.value() is Reason.STATUTORY_4A
    page.missed.click()
    _record(page, clock, 9, 5, qtbot)
    _consult(page, clock)
    assert _now(work, case_id) is Step.CONCLUSION
    _conclude(page, clock, qtbot)
    assert _now(work, case_id) is Step.PARENTS_TOLD
    _record(page, clock, 10, 0, qtbot)
    _record(page, clock, 10, 30, qtbot)
    _report(desk, work, case_id, clock, qtbot)
    _tell_inspector(desk, case_id, clock, qtbot)
    chain = work.inspector.chain(case_id)
    assert all(step.state is StepState.DONE for step in chain)
    again = opened(desk, case_id, qtbot)
    path = tmp_path / "verantwoording.pdf"
    desk.dialogs.answers.append(path)
    _press(again, "Verantwoording", qtbot)
    proof = " ".join(one.extract_text() for one in PdfReader(BytesIO(path.read_bytes())).pages).replace("\n", " ")
    moments = ["08:00", "09:00", "09:05", "09:20", "09:45", "10:00", "10:30", "11:30", "11:45"]
    assert [moment for moment in moments if moment not in proof] == []
    assert [proof.index(moment) for moment in moments] == sorted(proof.index(moment) for moment in moments)
    assert "E. Terpstra" in proof
    assert "Hartog" not in proof


def _consult(page: InspectorPage, clock: FixedClock) -> None:
    clock.at = at(2026, 11, 16, 9, 20)
    page.main.click()
    page.call.domain.chips.set_value(Domain.SEXUAL_INTIMIDATION)
    page.call.notes.advice.edit.insertPlainText("Doe aangifte.")
    page.call.notes.suspicion.set_value(Suspicion.YES)
    clock.at = at(2026, 11, 16, 9, 34)
    page.main.click()


def _conclude(page: InspectorPage, clock: FixedClock, qtbot: QtBot) -> None:
    """The conclusion is confirmed with who drew it and why; the inspector's view is only told."""
    clock.at = at(2026, 11, 16, 9, 45)
    page.open(("call", page.case_id))
    _press(page, "Leg vast: conclusie", qtbot)
    sheet = _sheet(page.desk)
    assert any("De inspecteur vond op ma 16 nov 09:20: redelijk vermoeden ja." in told for told in _texts(sheet))
    assert (sheet.form.values()["suspicion"], sheet.form.values()["by"]) == (None, "")
    sheet.form.set_values({"suspicion": Suspicion.YES})
    sheet.submit()
    assert sheet.form.rows["by"].error
    sheet.form.set_values({"by": "H. van Vliet"})
    sheet.submit()
    assert sheet.form.rows["note"].error
    sheet.form.set_values({"note": "De berichten zelf."})
    sheet.submit()
    assert not page.desk.dialogs.current


def _texts(sheet: FormSheet) -> list[str]:
    return [each.text() for each in sheet.findChildren(QLabel)]


def _report(desk: Desk, work: Casework, case_id: int, clock: FixedClock, qtbot: QtBot) -> None:
    clock.at = at(2026, 11, 16, 11, 40)
    police = PolicePage(desk)
    qtbot.addWidget(police)
    police.open((PoliceKind.AANGIFTE, case_id))
    police.show()
    form = _sheet(desk).form
    form.set_values({"offence": "Seksuele berichten aan een leerling", "at": date(2026, 11, 16), "time": time(11, 30)})
    _sheet(desk).submit()
    (line,) = work.police.of_case(case_id)
    assert line.report.at == datetime(2026, 11, 16, 11, 30, tzinfo=line.report.at.tzinfo)


def _tell_inspector(desk: Desk, case_id: int, clock: FixedClock, qtbot: QtBot) -> None:
    clock.at = at(2026, 11, 16, 11, 45)
    page = opened(desk, case_id, qtbot)
    assert page.header.title == "Inspecteur van de aangifte vertellen"
    page.main.click()
    page.call.domain.chips.set_value(Domain.SEXUAL_INTIMIDATION)
    clock.at = at(2026, 11, 16, 11, 49)
    page.main.click()
    assert desk.meldboek.casework is not None
    assert desk.meldboek.casework.inspector.log()[0].notes.kind is CallKind.NOTIFICATION


def _now(work: Casework, case_id: int) -> Step:
    return next(step.step for step in work.inspector.chain(case_id) if step.state is StepState.NOW)
