"""Users, backups, the log and the health of the Meldboek, through Beheer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.inputs import NewInvolvement, NewReport, NewTask
from app.cases.rules import InvolvementRole
from app.cases.tables import Case
from app.kernel.clock import FixedClock
from app.school.health import checks
from app.vault.copies import backups
from app.vault.keys.keydocument import glance
from app.vault.keys.keyring import Role, User
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR, BOARD, COORDINATOR, DIRECTOR, Cast
from ui.kit.cell_row import CellRow
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.form_sheet import FormSheet
from ui.school.backups import BackupsSection
from ui.school.log_section import LogSection
from ui.school.log_sheet import LogSheet
from ui.school.page import SchoolPage
from ui.school.passphrase_field import PassphraseField
from ui.school.recovery_sheet import RecoverySheet
from ui.school.section import Section
from ui.school.users import UsersSection

Kind = TypeVar("Kind", bound=Section)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SchoolPage:
    made = SchoolPage(desk)
    qtbot.addWidget(made)
    made.show()
    desk.dialogs.window = made
    return made


def _opened(page: SchoolPage, key: str, kind: type[Kind]) -> Kind:
    page.open(key)
    assert isinstance(page.section, kind)
    return page.section


def _words(widget: QWidget) -> str:
    rows = [row.words for row in widget.findChildren(CellRow)]
    return " | ".join([*(label.text() for label in widget.findChildren(QLabel)), *rows])


def _user(desk: Desk, name: str) -> User:
    return next(user for user in desk.meldboek.store.users() if user.name == name)


def test_a_role_is_changed_and_who_gains_casework_needs_no_restart(page: SchoolPage, desk: Desk) -> None:
    section = _opened(page, "users", UsersSection)
    restarted: list[int] = []
    desk.restart = lambda: restarted.append(1)
    section.change_role(_user(desk, COORDINATOR.name))
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"role": Role.BOARD})
    sheet.submit()
    assert _user(desk, COORDINATOR.name).role is Role.BOARD
    assert not restarted


def test_who_takes_over_the_cases_of_a_leaver_is_asked_first(page: SchoolPage, desk: Desk) -> None:
    casework = desk.meldboek.casework
    assert casework is not None
    section = _opened(page, "users", UsersSection)
    restarted: list[int] = []
    desk.restart = lambda: restarted.append(1)
    gone, board = _user(desk, COORDINATOR.name), _user(desk, BOARD.name)
    first, second = (casework.cases.report(NewReport(title)) for title in ("Een melding", "Nog een melding"))
    for case_id in (first, second):
        casework.cases.let_in(case_id, (gone,))
        casework.cases.aside.hand_over(case_id, gone, "Kent de kinderen.")
    section.remove_user(gone)
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    assert "S. Koning behandelt 2 open zaken" in _words(sheet)
    sheet.form.set_values({"handler": board.id})
    store = desk.meldboek.store
    sheet.submit()
    assert restarted
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, store.clock)
    assert again.casework is not None
    with again.casework.read() as session:
        assert set(session.scalars(select(Case.owner_name))) == {BOARD.name}
    assert [user.name for user in again.users()] == [DIRECTOR.name, ADMINISTRATOR.name, BOARD.name]
    again.close()


def test_a_role_without_cases_hands_them_over_as_well(page: SchoolPage, desk: Desk) -> None:
    casework = desk.meldboek.casework
    assert casework is not None
    section = _opened(page, "users", UsersSection)
    case_id = casework.cases.report(NewReport("Een melding"))
    board = _user(desk, BOARD.name)
    casework.cases.aside.hand_over(case_id, board, "Kent de kinderen.")
    section.change_role(board)
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"role": Role.COORDINATOR})
    sheet.submit()
    assert casework.cases.case(case_id).owner == BOARD.name
    section.change_role(_user(desk, BOARD.name))
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"role": Role.ADMINISTRATOR})
    seen: list[str] = []
    desk.restart = lambda: seen.append("again")
    store = desk.meldboek.store
    sheet.submit()
    assert seen
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, store.clock)
    assert again.casework is not None
    with again.casework.read() as session:
        assert session.scalars(select(Case.owner_name)).one() == DIRECTOR.name
    again.close()


def test_taking_access_away_is_asked_renews_the_keys_and_starts_again(page: SchoolPage, desk: Desk) -> None:
    section = _opened(page, "users", UsersSection)
    restarted: list[int] = []
    desk.restart = lambda: restarted.append(1)
    desk.dialogs.answers.extend([False, True])
    gone = _user(desk, ADMINISTRATOR.name)
    section.remove_user(gone)
    assert not restarted
    section.remove_user(gone)
    assert restarted == [1]
    assert ADMINISTRATOR.name not in dict(glance(desk.meldboek.store.folder).users)


def test_a_new_recovery_key_is_typed_back_before_its_sheet_closes(page: SchoolPage, desk: Desk, tmp_path: Path) -> None:
    section = _opened(page, "users", UsersSection)
    desk.dialogs.answers.extend([True, tmp_path / "sleutel.pdf"])
    section.new_recovery_key()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, RecoverySheet)
    sheet.save()
    assert (tmp_path / "sleutel.pdf").read_bytes().startswith(b"%PDF")
    sheet.dismiss()
    assert desk.dialogs.is_open
    sheet.typed.set_value(sheet._key.lower().replace("-", " "))
    sheet.dismiss()
    assert not desk.dialogs.is_open


def test_all_that_is_missing_in_a_new_user_is_said_at_once(page: SchoolPage, desk: Desk) -> None:
    section = _opened(page, "users", UsersSection)
    section.add_user()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.submit()
    assert all(sheet.form.rows[name].error for name in ("name", "passphrase", "repeat"))
    field = sheet.form.rows["passphrase"].field
    assert isinstance(field, PassphraseField)
    field.edit.setText("wachtwoord")
    sheet.submit()
    shown = [each.text() for each in sheet.findChildren(QLabel) if each.isVisibleTo(sheet)]
    assert len([text for text in shown if text.startswith(("Te kort", "Makkelijk"))]) == 1
    field.propose()
    assert "Sterk genoeg" in _words(field)


def test_a_damaged_backup_is_listed_as_damaged_and_a_new_one_tells_the_window(page: SchoolPage, desk: Desk) -> None:
    told: list[frozenset[str]] = []
    desk.changes.topics_changed.connect(told.append)
    folder = desk.meldboek.store.folder / backups.FOLDER
    (folder / "2026-11-10_120000.meldboek").write_bytes(b"geen zip")
    section = _opened(page, "backups", BackupsSection)
    section.make()
    assert frozenset({"backups"}) in told
    rows = section.table.texts()
    assert [row[2] for row in rows[1:]] == ["gecontroleerd", "beschadigd"]


def test_the_log_is_filtered_looked_into_checked_and_printed(
    page: SchoolPage, desk: Desk, cast: Cast, tmp_path: Path
) -> None:
    assert desk.meldboek.casework is not None
    desk.meldboek.casework.cases.report(NewReport("Appgroep van groep 8"))
    section = _opened(page, "log", LogSection)
    everything = len(section.table.texts())
    section.noun.set_value("case")
    section.read()
    rows = section.table.texts()[1:]
    assert 0 < len(rows) < everything
    assert all(row[2].startswith("zaak") for row in rows)
    section.show_line(section.table.lines_model.shown[0])
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, LogSheet)
    assert ("titel", "–", "Appgroep van groep 8") in sheet.table.texts()
    sheet.dismiss()
    section.check()
    assert "Het logboek klopt" in _words(section.findChildren(Notice)[0])
    desk.dialogs.answers.append(tmp_path / "logboek.pdf")
    section.save()
    assert (tmp_path / "logboek.pdf").read_bytes().startswith(b"%PDF")


def test_the_log_shows_only_the_days_that_are_asked(page: SchoolPage, desk: Desk, clock: FixedClock) -> None:
    clock.at += timedelta(days=2)
    desk.meldboek.store.register.note("backup.made", "later")
    section = _opened(page, "log", LogSection)
    everything = len(section.table.lines_model.shown)
    later, earlier = (clock.today() - timedelta(days=days) for days in (1, 2))
    section.first.set_value(later)
    section.read()
    assert [line.subject for line in section.table.lines_model.shown] == ["later"]
    section.first.set_value(None)
    section.last.set_value(earlier)
    section.read()
    assert len(section.table.lines_model.shown) == everything - 1
    assert all(line.at.date() <= earlier for line in section.table.lines_model.shown)


def test_health_says_what_is_in_order_and_what_is_not(page: SchoolPage, desk: Desk) -> None:
    page.open("health")
    words = _words(page.section)
    assert "Er is geen reservekopie" in words
    assert "Er is één directeur" in words
    backups.make(desk.meldboek.store)
    store = desk.meldboek.store
    states = {check.title: check.state for check in checks(store, store.verify())}
    assert states["Reservekopieën"] == states["Logboek"] == states["Zaken"] == "ok"
    assert states["Toegang"] == "warn"
    assert desk.meldboek.user.name == DIRECTOR.name


def test_the_log_about_a_person_tells_of_the_cases_too(page: SchoolPage, desk: Desk, cast: Cast) -> None:
    assert desk.meldboek.casework is not None
    involved = (NewInvolvement(InvolvementRole.ACTOR, cast.stijn),)
    cases = desk.meldboek.casework.cases
    cases.add_task(cases.report(NewReport("Zaak", involved=involved)), NewTask("bellen", None, ""))
    section = _opened(page, "log", LogSection)
    section.person.set_value(desk.meldboek.people.person(cast.stijn))
    told = [line.about for line in section.fetch() if line.drawer == "zaken"]
    assert "SM-001" in told
    assert any(line.about == "Stijn Bakker" for line in section.fetch())
    section.person.set_value(desk.meldboek.people.person(cast.noor))
    assert not [line for line in section.fetch() if line.drawer == "zaken"]
