"""The page Inspecteur around the call: what is asked before it ends, the log, corrections, papers and looks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.casework import Casework
from app.inspector.chain import Step
from app.inspector.lines import AgreedStep, CallNotes, NewStep
from app.inspector.rules import Domain, Reason, Suspicion
from app.kernel.clock import at
from ui.inspector.page import CALL, LOG, InspectorPage
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.form_sheet import FormSheet


def test_ending_without_advice_is_asked_about_first(page: InspectorPage, desk: Desk, qtbot: QtBot) -> None:
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    page.call.domain.chips.set_value(Domain.SEXUAL_INTIMIDATION)
    page.call.notes.suspicion.set_value(Suspicion.NOT_YET)
    desk.dialogs.answers.append(False)
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert desk.dialogs.asked == ["Afronden zonder dit op te schrijven?"]
    assert page.main.text() == "Gesprek afronden"
    desk.dialogs.answers.append(True)
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert page.tabs.currentIndex() == LOG


def test_a_day_that_cannot_be_read_keeps_the_call_open(page: InspectorPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    page.call.notes.parents_on.edit.setText("morgenochtend ergens")
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert page.main.text() == "Gesprek afronden"
    assert page.call.findChildren(Notice)


def test_what_is_agreed_has_an_owner_and_a_day(page: InspectorPage, work: Casework, case_id: int, qtbot: QtBot) -> None:
    field = page.call.notes.agreed
    field.set_value((AgreedStep("Ouders bellen", "directeur", date(2026, 11, 17)),))
    QTest.mouseClick(field.more, Qt.MouseButton.LeftButton)
    assert [step.what for step in field.value()] == ["Ouders bellen"]
    page.call.keep.emit()
    assert work.inspector.sheet(case_id).notes.agreed == field.value()


def test_a_call_of_the_log_is_ticked_off_and_put_on_paper(
    page: InspectorPage, desk: Desk, work: Casework, tmp_path: Path
) -> None:
    said = CallNotes(
        Reason.PROTOCOL_D3, domain=Domain.SEXUAL_ABUSE, advice="Bel de ouders.", agreed=(AgreedStep("Ouders bellen"),)
    )
    call_id = work.inspector.start(None, said)
    work.inspector.finish(call_id, said)
    page.open(("said", call_id))
    assert page.tabs.currentIndex() == LOG
    line = page.log.table.selected
    page.acts.tick(line, 0)
    assert work.inspector.view(call_id).notes.agreed[0].done_on == date(2026, 11, 16)
    files = [tmp_path / name for name in ("notitie.pdf", "lijst.pdf", "verantwoording.pdf")]
    desk.dialogs.answers.extend(files)
    page.acts.note(line)
    page.acts.log("2026-2027")
    page._print_account()
    assert all(file.read_bytes()[:5] == b"%PDF-" for file in files)


def test_the_log_is_filtered_by_subject_and_by_what_is_left_to_do(page: InspectorPage, work: Casework) -> None:
    for domain in (Domain.DISCRIMINATION, Domain.PHYSICAL_VIOLENCE):
        said = CallNotes(Reason.VOLUNTARY, domain=domain, advice="Praat met de groep.")
        work.inspector.finish(work.inspector.start(None, said), said)
    page.open("log")
    view, shown = page.log, page.log.table.lines_model
    view.domain.set_value(Domain.DISCRIMINATION)
    view.domain.changed.emit()
    assert len(shown.shown) == 1
    view.domain.set_value("")
    for state, count in (("missed", 0), ("loose", 2), ("reached", 2), ("open", 2)):
        view.state.set_value(state)
        view.state.changed.emit()
        assert len(shown.shown) == count


def test_a_recorded_step_is_corrected_from_the_chain(
    page: InspectorPage, desk: Desk, work: Casework, case_id: int
) -> None:
    work.inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 9)))
    page.reload()
    page._correct_step(work.inspector.chain(case_id)[0])
    (sheet,) = desk.dialogs.current
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"by": "H. van Vliet", "why": "Iemand anders belde."})
    sheet.submit()
    done = work.inspector.chain(case_id)[0].done
    assert done is not None
    assert done.by == "H. van Vliet"


def test_every_look_at_a_sheet_is_noted_once(page: InspectorPage, desk: Desk, case_id: int) -> None:
    page.reload()
    page.open(("call", None))
    looks = [line for line in desk.meldboek.store.drawers[-1].log(50) if line.action == "inspector_sheet.viewed"]
    assert [line.subject for line in looks] == ["", f"case:{case_id}"]


def test_a_follow_up_opens_the_sheet_that_was_put_ready(page: InspectorPage, desk: Desk, work: Casework) -> None:
    said = CallNotes(Reason.VOLUNTARY, domain=Domain.DISCRIMINATION, facts="een ouder", advice="Bel nog eens.")
    call_id = work.inspector.start(None, said)
    work.inspector.finish(call_id, said)
    desk.go = lambda _name, target: page.open(target)
    page.open(("call", None))
    page.acts.call_back(work.inspector.view(call_id))
    assert page.tabs.currentIndex() == CALL
    assert page.call.facts.text.value() == "een ouder"
    assert page.call.value().follow_up_of == call_id
