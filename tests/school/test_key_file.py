"""A key file through the window: made in Beheer, asked at the door, at a change, at a restore, and taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.vault.copies import backups
from app.vault.keys import second_factor
from app.vault.store import Store
from tests.builders import ADMINISTRATOR, DIRECTOR
from ui.kit.desk import Desk
from ui.kit.dialogs import Dialogs
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.school import user_sheets
from ui.school.key_file_field import KeyFileField
from ui.school.page import SchoolPage
from ui.school.restore_sheet import RestoreSheet
from ui.school.users import UsersSection
from ui.shell.front import Front
from ui.shell.unlock import UnlockView


@pytest.fixture
def section(qtbot: QtBot, desk: Desk) -> UsersSection:
    page = SchoolPage(desk)
    qtbot.addWidget(page)
    page.show()
    desk.dialogs.window = page
    page.open("users")
    assert isinstance(page.section, UsersSection)
    return page.section


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stick.sleutel"


def _sheet(desk: Desk) -> FormSheet:
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def _begun(section: UsersSection, path: Path) -> None:
    section.desk.dialogs.answers.append(path)
    section.change_key_file()
    sheet = _sheet(section.desk)
    sheet.form.set_values({"passphrase": DIRECTOR.passphrase})
    sheet.submit()


def test_a_key_file_is_made_where_the_user_says(section: UsersSection, path: Path) -> None:
    _begun(section, path)
    assert second_factor.read(path)
    assert section.desk.meldboek.store.asks_file
    assert "niet meer" in section.key_file.text()


def test_a_wrong_passphrase_leaves_no_file_and_changes_nothing(section: UsersSection, path: Path) -> None:
    section.desk.dialogs.answers.append(path)
    section.change_key_file()
    sheet = _sheet(section.desk)
    sheet.form.set_values({"passphrase": "iets heel anders"})
    sheet.submit()
    assert section.desk.dialogs.is_open
    assert not path.exists()
    assert not section.desk.meldboek.store.asks_file


def test_it_is_taken_away_with_the_passphrase_and_the_file(section: UsersSection, path: Path) -> None:
    _begun(section, path)
    section.change_key_file()
    sheet = _sheet(section.desk)
    sheet.form.set_values({"passphrase": DIRECTOR.passphrase})
    sheet.submit()
    assert "sleutelbestand" in sheet.form.rows["file"].error
    field = sheet.form.rows["file"].field
    assert isinstance(field, KeyFileField)
    field.take(path)
    sheet.submit()
    assert not section.desk.meldboek.store.asks_file
    assert "Ook een" in section.key_file.text()


def test_another_passphrase_keeps_the_same_file(section: UsersSection, path: Path) -> None:
    _begun(section, path)
    section.desk.dialogs.open(user_sheets.change_passphrase(section.desk, ()))
    sheet = _sheet(section.desk)
    new = "een heel andere zin"
    sheet.form.set_values({"old": DIRECTOR.passphrase, "passphrase": new, "repeat": new})
    field = sheet.form.rows["file"].field
    assert isinstance(field, KeyFileField)
    field.take(path)
    sheet.submit()
    store = section.desk.meldboek.store
    store.vouched(store.user.id, second_factor.joined(new, second_factor.read(path)))
    assert store.asks_file


def test_a_file_that_is_none_is_told_and_opens_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.sleutel").write_text("niets")
    field = KeyFileField(Dialogs())
    qtbot.addWidget(field)
    field.take(tmp_path / "a.sleutel")
    assert field.value() == ""
    assert "geen sleutelbestand" in field.problem()


@pytest.fixture
def front(qtbot: QtBot, store: Store, path: Path) -> Iterator[Front]:
    content = second_factor.make(path, store.folder)
    store.change_passphrase(DIRECTOR.passphrase, second_factor.joined(DIRECTOR.passphrase, content))
    backups.make(store)
    store.close()
    made = Front(store.folder, Jobs(inline=True), keep=str)
    qtbot.addWidget(made)
    made.show()
    yield made
    if made.shell is not None:
        made.shell.rest()
        made.shell.desk.meldboek.store.close()
        made.shell = None


def _row(front: Front, path: Path | None) -> UnlockView:
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.name.set_value(DIRECTOR.name)
    card.passphrase.set_value(DIRECTOR.passphrase)
    assert card.file_row is not None
    field = card.file_row.field
    assert isinstance(field, KeyFileField)
    field.take(path)
    card.unlock()
    return card


def test_the_door_asks_the_file_and_says_when_it_misses(front: Front) -> None:
    card = _row(front, None)
    assert front.shell is None
    assert "sleutelbestand" in " ".join(label.text() for label in card.findChildren(QLabel))


def test_the_door_opens_with_both(front: Front, path: Path) -> None:
    _row(front, path)
    assert front.shell is not None


def test_others_are_asked_nothing_and_see_nothing_of_it(front: Front) -> None:
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.name.set_value(ADMINISTRATOR.name)
    card.name.changed.emit()
    assert card.file_row is None or not card.file_row.isVisible()


def test_a_backup_is_tried_with_the_file_of_its_day(qtbot: QtBot, store: Store, front: Front, path: Path) -> None:
    sheet = RestoreSheet(store.folder, Jobs(inline=True), Dialogs(), store.clock, lambda _found: None)
    qtbot.addWidget(sheet)
    sheet.show()
    user = next(slot.user for slot in store.keys.slots if slot.user.name == DIRECTOR.name)
    sheet.user.set_value(user.id)
    sheet.passphrase.set_value(DIRECTOR.passphrase)
    sheet.try_out()
    assert "sleutelbestand" in sheet.file_row.error
    sheet.file.take(path)
    sheet.try_out()
    assert "is heel" in " ".join(label.text() for label in sheet.findChildren(QLabel))
