"""The other tabs of Toestemmingen: publications and what must be taken away, rounds, purposes, answers from a sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.consents.answers.forms import Answer, NewWithdrawal
from app.consents.publications.lines import NewPublication
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from tests.builders import Cast
from tests.consents.pages import GUIDE, INSTAGRAM, SEPTEMBER, says, shown
from ui.consents.page import ConsentsPage
from ui.consents.photo import Picture
from ui.consents.publications import OPEN, PublicationsPart
from ui.consents.purposes import PurposesPart
from ui.consents.rounds import RoundsPart
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: object) -> ConsentsPage:
    return shown(desk)


def sheet(desk: Desk) -> FormSheet:
    found = desk.dialogs.current[-1]
    assert isinstance(found, FormSheet)
    return found


def published(desk: Desk, cast: Cast) -> int:
    says(desk, cast.noor, 0, Answer(INSTAGRAM, yes=True))
    new = NewPublication(date(2026, 9, 10), INSTAGRAM, Medium.PHOTO, "Sportdag", (cast.noor,), "instagram.com/p/1")
    return desk.meldboek.consents.publications.record(new)


def withdrawn(desk: Desk, cast: Cast) -> None:
    guardian = desk.meldboek.people.pupil(cast.noor).guardians[0].id
    new = NewWithdrawal(cast.noor, guardian, (INSTAGRAM,), date(2026, 11, 12), evidence="e-mail")
    desk.meldboek.consents.withdraw(new)


def publications(page: ConsentsPage) -> PublicationsPart:
    page.open("publications")
    assert isinstance(page.part, PublicationsPart)
    return page.part


def test_a_picture_that_was_asked_about_is_kept(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.open(("publications", Picture(GUIDE, Medium.PHOTO, (cast.noor, cast.aylin))))
    form = sheet(desk).form
    assert form.rows["people"].field.value() == (cast.noor, cast.aylin)
    form.set_values({"title": "Schoolgids 2027", "place": "blz. 4"})
    sheet(desk).submit()
    assert "Noor de Graaf, Aylin Öztürk" in form.rows["note"].error
    form.set_values({"note": "gedrukt voor de vakantie"})
    sheet(desk).submit()
    (line,) = desk.meldboek.consents.publications.list()
    assert (line.title, line.people) == ("Schoolgids 2027", 2)
    assert publications(page).tables["all"].lines_model.shown == (line,)


def test_a_withdrawal_gives_a_task_that_is_done_with_proof(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    published(desk, cast)
    withdrawn(desk, cast)
    part = publications(page)
    part.turn(OPEN)
    (task,) = part.tables[OPEN].lines_model.shown
    assert task.target == date(2026, 11, 19)
    part.remove_people((task,))
    sheet(desk).form.set_values({"proof": "schermafdruk"})
    sheet(desk).submit()
    assert desk.meldboek.consents.publications.takedowns() == ()
    (done,) = desk.meldboek.consents.publications.takedowns(open_only=False)
    assert done.done is not None
    assert done.done.proof == "schermafdruk"
    desk.dialogs.answers.append(True)
    part.reopen(done)
    assert len(desk.meldboek.consents.publications.takedowns()) == 1


def test_a_publication_by_mistake_is_taken_out_with_a_reason(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    number = published(desk, cast)
    part = publications(page)
    part.take_out(number)
    sheet(desk).form.set_values({"note": "dubbel"})
    sheet(desk).submit()
    assert desk.meldboek.consents.publications.list() == ()


def test_a_round_is_started_and_shows_who_has_not_answered(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.open("rounds")
    part = page.part
    assert isinstance(part, RoundsPart)
    assert part._empty.isVisible()
    part.start()
    sheet(desk).submit()
    waiting = part.table.lines_model.shown
    assert cast.noor in {line.pupil.id for line in waiting}
    says(desk, cast.noor, 0, Answer(GUIDE, yes=True))
    assert "formulieren terug" in part.subtitle


def test_the_papers_of_a_round_are_saved_per_group_and_reminders_are_noted(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    rounds = desk.meldboek.consents.rounds
    rounds.start(NewRound("Najaar", "4"))
    page.open("rounds")
    part = page.part
    assert isinstance(part, RoundsPart)
    assert part.chosen is not None
    desk.dialogs.answers.append(tmp_path)
    part.papers.forms(part.chosen)
    groups = {line.pupil.group for line in part.table.lines_model.lines}
    assert len(list(tmp_path.glob("formulieren*.pdf"))) == len(groups)
    desk.dialogs.answers.extend([tmp_path, False])
    part.papers.reminders(part.chosen, part.table.lines_model.lines)
    assert not any(line.reminded_on for line in rounds.forms(part.chosen.id))
    desk.dialogs.answers.extend([tmp_path, True])
    part.papers.reminders(part.chosen, part.table.lines_model.lines)
    assert all(line.reminded_on for line in rounds.forms(part.chosen.id))


def test_a_round_is_closed_after_asking(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    desk.meldboek.consents.rounds.start(NewRound("Najaar", "4"))
    page.open("rounds")
    part = page.part
    assert isinstance(part, RoundsPart)
    desk.dialogs.answers.append(True)
    part.close_round()
    assert desk.meldboek.consents.rounds.current() is None


def purposes(page: ConsentsPage) -> PurposesPart:
    page.open("purposes")
    assert isinstance(page.part, PurposesPart)
    return page.part


def test_a_purpose_is_added_changed_and_switched_off(page: ConsentsPage, desk: Desk) -> None:
    part, catalogue = purposes(page), desk.meldboek.consents.catalogue
    part.add()
    sheet(desk).form.set_values({"label": "Kalender van de oudervereniging", "short": "Kalender"})
    sheet(desk).submit()
    own = next(line for line in catalogue.all() if line.short == "Kalender")
    part.change(own)
    sheet(desk).form.set_values({"short": "Jaarkalender"})
    sheet(desk).submit()
    changed = catalogue.purpose(own.code)
    assert (changed.short, changed.version) == ("Jaarkalender", own.version + 1)
    desk.dialogs.answers.append(True)
    part.switch(changed)
    assert not catalogue.purpose(own.code).rule.in_use
    page.open("pupils")
    assert own.code not in {line.code for line in page.pupils.table.purposes}


def test_private_accounts_of_staff_are_used_only_after_a_warning(page: ConsentsPage, desk: Desk) -> None:
    part, catalogue = purposes(page), desk.meldboek.consents.catalogue
    line = catalogue.purpose("PERSONAL_ACCOUNT_STAFF")
    desk.dialogs.answers.append(False)
    part.switch(line)
    assert not catalogue.purpose(line.code).rule.in_use
    desk.dialogs.answers.append(True)
    part.switch(line)
    assert catalogue.purpose(line.code).rule.in_use


def test_how_long_a_yes_holds_is_asked_before_it_changes(page: ConsentsPage, desk: Desk) -> None:
    part = purposes(page)
    desk.dialogs.answers.append(True)
    part.choose_validity("school_year")
    assert desk.meldboek.consents.catalogue.validity() == "school_year"


def test_answers_come_from_a_workbook_in_three_steps(
    page: ConsentsPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    noor = desk.meldboek.people.pupil(cast.noor)
    rows = f"Leerlingnummer;Verzorger;Datum;{GUIDE};Onzin\n{noor.number};{noor.guardians[0].email};3-9-2026;ja;x\n"
    path = tmp_path / "antwoorden.csv"
    path.write_text(rows, "utf-8")
    page.open(("rounds", "import"))
    part = page.part
    assert isinstance(part, RoundsPart)
    desk.dialogs.answers.append(path)
    part.importing.choose_file()
    assert part.importing.stack.currentWidget() is part.importing.preview
    (line,) = part.importing.preview.table.lines_model.shown
    assert (line.kind, line.on) == ("new", SEPTEMBER)
    part.importing.take_over()
    assert part.importing.stack.currentWidget() is part.importing.result
    assert "yes" in {answer.standings[0] for answer in desk.meldboek.consents.card(cast.noor).purposes[0].answers}
    part.leave_import()
    assert part.importing.isHidden()


def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(page: ConsentsPage, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Beste ouders", "utf-8")
    page.open(("rounds", "import"))
    part = page.part
    assert isinstance(part, RoundsPart)
    part.importing.read(path)
    assert part.importing.choose._problem.count() == 1
    desk.dialogs.answers.append(tmp_path / "leeg.xlsx")
    part.importing.save_template()
    assert (tmp_path / "leeg.xlsx").read_bytes().startswith(b"PK")
