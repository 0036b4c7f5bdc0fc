"""Employees, lessons and the protocol handed out on screen; prints, scans and the history of a pupil as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.consents.answers.forms import Answer, NewAnswers, Scan
from tests.builders import Cast
from tests.consents.pages import GUIDE, INSTAGRAM, SEPTEMBER, enter, says, shown, type_answers
from ui.consents.page import ConsentsPage
from ui.consents.publications import LESSONS, PublicationsPart
from ui.consents.staff import LEAVING, PROTOCOL, StaffPart
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.timeline import Timeline


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: object) -> ConsentsPage:
    return shown(desk)


def sheet(desk: Desk) -> FormSheet:
    found = desk.dialogs.current[-1]
    assert isinstance(found, FormSheet)
    return found


def staff(page: ConsentsPage) -> StaffPart:
    page.open("staff")
    assert isinstance(page.part, StaffPart)
    return page.part


def test_an_employee_answers_and_takes_back(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    part = staff(page)
    part.record(desk.meldboek.consents.staff.card(cast.hartog))
    answers = sheet(desk).form.rows["answers"].field
    code = desk.meldboek.consents.staff.purposes()[0].code
    answers.set_value((Answer(code, yes=True),))
    sheet(desk).form.set_values({"evidence": "personeelsmap"})
    sheet(desk).submit()
    assert desk.meldboek.consents.staff.card(cast.hartog).cells[0].state == "yes"
    part.withdraw(desk.meldboek.consents.staff.card(cast.hartog))
    sheet(desk).form.set_values({"purposes": (code,)})
    sheet(desk).submit()
    assert desk.meldboek.consents.staff.card(cast.hartog).cells[0].state == "no"
    part.show_first()
    assert part.view.findChildren(Timeline)


def test_the_protocol_is_handed_out_to_who_misses_it_and_signed(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    part, handouts = staff(page), desk.meldboek.consents.handouts
    part.hand_out()
    sheet(desk).form.set_values({"version": "2026-1"})
    sheet(desk).submit()
    assert {one.person.id for one in handouts.list("2026-1")} == {cast.hartog, cast.smit}
    assert part.chips.value() == PROTOCOL
    line = next(line for line in part.handouts.lines_model.shown if line.id == cast.hartog)
    part._hand(line)
    sheet(desk).form.set_values({"evidence": "personeelsmap"})
    sheet(desk).submit()
    assert [one.signed_on for one in handouts.list() if one.person.id == cast.hartog] == [date(2026, 11, 16)]


def test_an_item_of_today_opens_the_right_list(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.open(("staff", cast.hartog))
    part = page.part
    assert isinstance(part, StaffPart)
    assert part.chips.value() != LEAVING
    page.open(("takedowns", 1))
    part = page.part
    assert isinstance(part, PublicationsPart)
    page.open(("rounds", 0))
    assert page.current == "rounds"


def test_a_recording_is_allowed_beforehand_and_destroyed_later(page: ConsentsPage, desk: Desk) -> None:
    page.open("lessons")
    part = page.part
    assert isinstance(part, PublicationsPart)
    part.allow_lesson()
    sheet(desk).form.set_values(
        {"lesson": "Gymles", "recorder": "T. Mulder", "purpose": "beeldcoaching", "on": date(2026, 11, 20)}
    )
    sheet(desk).submit()
    (line,) = part.tables[LESSONS].lines_model.shown
    assert (line.lesson, line.destroyed_on) == ("Gymles", None)


@pytest.mark.parametrize("which", ["contradictions", "blocked", "outstanding"])
def test_the_short_lists_are_saved_as_a_pdf(page: ConsentsPage, desk: Desk, tmp_path: Path, which: str) -> None:
    desk.dialogs.answers.append(tmp_path / "lijst.pdf")
    page.pupils.prints.other(which)
    assert (tmp_path / "lijst.pdf").read_bytes().startswith(b"%PDF")


def test_the_matrix_is_saved_on_paper_and_as_a_workbook(page: ConsentsPage, desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.answers.extend([tmp_path / "matrix.pdf", tmp_path / "matrix.xlsx"])
    page.pupils.prints.matrix()
    page.pupils.prints.workbook()
    assert (tmp_path / "matrix.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "matrix.xlsx").read_bytes().startswith(b"PK")


def test_a_scan_is_added_while_entering_and_saved_from_the_history(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    scan = tmp_path / "formulier.png"
    scan.write_bytes(b"\x89PNG a scan")
    page.pupils.pile.enter(cast.noor, series=False)
    desk.dialogs.answers.append(scan)
    page.pupils.panel.scan.choose()
    type_answers(page, "J")
    enter(page)
    (line,) = [line for line in desk.meldboek.consents.history(cast.noor) if line.attachment_id]
    desk.dialogs.answers.append(tmp_path / "terug.png")
    page.pupils.card.scan_wanted.emit(line.event_id)
    assert (tmp_path / "terug.png").read_bytes() == scan.read_bytes()


def test_the_whole_history_of_a_pupil_is_saved(page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path) -> None:
    says(desk, cast.noor, 0, Answer(GUIDE, yes=True))
    guardian = desk.meldboek.people.pupil(cast.noor).guardians[0].id
    answers = (Answer(INSTAGRAM, yes=True),)
    paper = Scan("brief.pdf", "application/pdf", b"%PDF-1.4 paper")
    desk.meldboek.consents.record(NewAnswers(cast.noor, guardian, answers, SEPTEMBER, scan=paper))
    desk.dialogs.answers.append(tmp_path / "verloop.xlsx")
    page.pupils.card.history_wanted.emit(desk.meldboek.consents.card(cast.noor))
    assert (tmp_path / "verloop.xlsx").read_bytes().startswith(b"PK")
