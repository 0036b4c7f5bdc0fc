"""After a withdrawal on screen: the scan, the letter, the images that must go, and the card that lists them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.consents.answers.forms import Answer
from app.consents.publications.lines import NewPublication
from app.consents.rules import EventKind, Medium
from app.consents.staff.lessons import NewLesson
from app.consents.staff.service import NewStaffAnswers
from tests.builders import Cast
from tests.consents.pages import INSTAGRAM, says, shown
from ui.consents.page import ConsentsPage
from ui.consents.publications import LESSONS, OPEN, PublicationsPart
from ui.consents.scans import ScanField
from ui.consents.seen import SeenRow
from ui.consents.withdrawal import WithdrawnSheet
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: object) -> ConsentsPage:
    made = shown(desk)
    desk.go = lambda _name, target: made.open(target)
    says(desk, cast.noor, 0, Answer(INSTAGRAM, yes=True))
    new = NewPublication(date(2026, 9, 10), INSTAGRAM, Medium.PHOTO, "Sportdag", (cast.noor,), "instagram.com/p/1")
    desk.meldboek.consents.publications.record(new)
    made.pupils.show_pupil(cast.noor)
    return made


def sheet(desk: Desk) -> FormSheet:
    found = desk.dialogs.current[-1]
    assert isinstance(found, FormSheet)
    return found


def attach(form: Form) -> None:
    field = form.rows["scan"].field
    assert isinstance(field, ScanField)
    field.chooser.choose()


def withdraw(page: ConsentsPage, desk: Desk, pupil: int, scan: Path) -> WithdrawnSheet:
    scan.write_bytes(b"%PDF-1.4 mail")
    page.pupils.card.withdrawal_wanted.emit(pupil)
    form = sheet(desk).form
    desk.dialogs.answers.append(scan)
    attach(form)
    form.rows["purposes"].field.set_value((INSTAGRAM,))
    sheet(desk).submit()
    found = desk.dialogs.current[-1]
    assert isinstance(found, WithdrawnSheet)
    return found


def test_a_withdrawal_takes_a_scan_and_points_at_what_must_go(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    withdraw(page, desk, cast.noor, tmp_path / "mail.pdf").show_takedowns()
    newest = desk.meldboek.consents.history(cast.noor)[0]
    assert newest.kind is EventKind.WITHDRAWN
    assert desk.meldboek.consents.scan(newest.event_id).data == b"%PDF-1.4 mail"
    part = page.part
    assert isinstance(part, PublicationsPart)
    assert part.chips.value() == OPEN
    assert [task.person.id for task in part.tables[OPEN].lines_model.shown] == [cast.noor]


def test_after_the_letter_one_stands_at_what_must_go(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    withdraw(page, desk, cast.noor, tmp_path / "mail.pdf").confirm()
    assert desk.meldboek.tray.waiting()
    assert isinstance(page.part, PublicationsPart)
    assert page.part.chips.value() == OPEN


def test_the_card_lists_where_the_pupil_can_be_seen_and_opens_it(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    withdraw(page, desk, cast.noor, tmp_path / "mail.pdf").close_sheet()
    line = page.pupils.card.findChildren(SeenRow)[-1]  # older cards may still wait to be deleted
    assert "Sportdag" in line.accessibleName()
    (title,) = line.findChildren(QPushButton)
    title.click()
    part = page.part
    assert isinstance(part, PublicationsPart)
    assert part.chosen == desk.meldboek.consents.publications.list()[0].id


@pytest.mark.parametrize("wants", [lambda part, card: part.record(card), lambda part, card: part.withdraw(card)])
def test_what_an_employee_says_takes_a_scan(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path, wants: Callable[..., None]
) -> None:
    consents = desk.meldboek.consents
    code = consents.staff.purposes()[0].code
    consents.staff.record(NewStaffAnswers(cast.hartog, (Answer(code, yes=True),), date(2026, 9, 7), evidence="map"))
    page.open(("staff", cast.hartog))
    wants(page.part, consents.staff.card(cast.hartog))
    scan = tmp_path / "brief.pdf"
    scan.write_bytes(b"%PDF-1.4 brief")
    form = sheet(desk).form
    desk.dialogs.answers.append(scan)
    attach(form)
    if "purposes" in form.rows:
        form.rows["purposes"].field.set_value((code,))
    else:
        form.rows["answers"].field.set_value((Answer(code, yes=True),))
    sheet(desk).submit()
    newest = consents.staff.card(cast.hartog).history[0]
    assert consents.scan(newest.event_id).data == b"%PDF-1.4 brief"


def test_a_recording_that_does_not_go_on_is_taken_out_with_a_reason(page: ConsentsPage, desk: Desk) -> None:
    lessons, today = desk.meldboek.consents.lessons, date(2026, 11, 16)
    lessons.allow(NewLesson(today, "Gymles", "T. Mulder", Medium.FILM, "beeldcoaching", "E. Terpstra", today))
    page.open("lessons")
    part = page.part
    assert isinstance(part, PublicationsPart)
    table = part.tables[LESSONS]
    (line,) = table.lines_model.shown
    table.verb_clicked.emit(line, len(table.lines_model.columns) - 1)
    sheet(desk).form.set_values({"note": "de les valt uit"})
    sheet(desk).submit()
    assert lessons.list() == ()
