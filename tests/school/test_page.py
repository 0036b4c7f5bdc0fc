"""The page Beheer: the profile, mandates, the term calculator, backups, the log; and what an administrator sees."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.school.rules import Mandate
from app.vault.copies import backups
from app.vault.keys import keyring
from app.vault.keys.keyring import Role
from tests.builders import ADMINISTRATOR, DIRECTOR
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.school.page import SchoolPage
from ui.school.profile import ProfileSection


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SchoolPage:
    return _opened(desk, qtbot)


def _opened(desk: Desk, qtbot: QtBot) -> SchoolPage:
    page = SchoolPage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    page.show()
    return page


def _section(page: SchoolPage, key: str) -> Any:
    page.open(key)
    return page.section


def test_the_profile_is_shown_changed_and_kept(page: SchoolPage, desk: Desk) -> None:
    section = page.section
    assert isinstance(section, ProfileSection)
    form = section.form
    assert form.values()["name"] == "Basisschool De Wilgenhof"
    form.set_values({"newsletter": "Wilgenblad", "phone": "053-765 43 21"})
    section.save()
    profile = desk.meldboek.school.profile()
    assert (profile.newsletter, profile.phone) == ("Wilgenblad", "0537654321")


def test_a_wrong_postcode_is_said_under_its_field_and_nothing_is_lost(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "school")
    section.form.set_values({"postcode": "12", "city": "Hengelo"})
    section.save()
    assert "vier cijfers" in section.form.rows["postcode"].error
    assert section.form.values()["city"] == "Hengelo"
    assert desk.meldboek.school.profile().city == "Enschede"


def test_leaving_what_was_typed_asks_first(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "school")
    section.form.set_values({"city": "Hengelo"})
    desk.dialogs.answers.append(False)
    page.open("users")
    assert page.current == "school"
    assert desk.dialogs.asked == ["Nog niet bewaard"]


def test_a_mandate_is_ticked_and_kept(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "signing")
    section.form.set_values({"pupil.SUSPENSION": True, f"title:{desk.meldboek.user.id}": "directeur-bestuurder"})
    section.save()
    assert desk.meldboek.school.mandates() == (Mandate("pupil.SUSPENSION", "director"),)
    assert desk.meldboek.school.signatory(desk.meldboek.user).job_title == "directeur-bestuurder"


def test_the_term_calculator_tells_last_day_and_why(page: SchoolPage) -> None:
    section = _section(page, "terms")
    section.form.set_values({"key": "removal.objection", "start": date(2026, 2, 23)})
    section.count()
    told = " ".join(each.text() for each in section.answer.findChildren(QLabel))
    assert "dinsdag 7 april 2026" in told
    assert "6 april 2026" in told


def test_a_term_in_hours_says_why_it_is_no_date(page: SchoolPage) -> None:
    section = _section(page, "terms")
    section.form.set_values({"key": "4a.consult"})
    section.count()
    assert "24 uur" in " ".join(each.text() for each in section.answer.findChildren(QLabel))


def test_a_backup_is_made_and_found_whole(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "backups")
    section.make()
    (line,) = backups.made(desk.meldboek.store.folder)
    assert len(section.table.lines_model.lines) == 1
    section.check(line)
    assert desk.messages.last is not None
    assert desk.messages.last.text == "Deze reservekopie is heel."


def test_the_log_tells_who_did_what_in_dutch(page: SchoolPage) -> None:
    section = _section(page, "log")
    lines = section.table.lines_model.lines
    assert {line.user for line in lines} == {DIRECTOR.name}
    assert "gegevens van de school: bewaard" in {line.what for line in lines}


def test_the_own_passphrase_is_changed_after_typing_it_twice(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "users")
    section.change_passphrase()
    (sheet,) = desk.dialogs.current
    assert isinstance(sheet, FormSheet)
    new = "nieuwe vier losse woorden"
    sheet.form.set_values({"old": DIRECTOR.passphrase, "passphrase": new, "repeat": "iets anders hier"})
    sheet.submit()
    assert "niet gelijk" in sheet.form.rows["repeat"].error
    sheet.form.set_values({"repeat": new})
    sheet.submit()
    assert desk.dialogs.current == []


def test_an_administrator_is_added_and_opens_the_school(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "users")
    section.add_user()
    (sheet,) = desk.dialogs.current
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"name": DIRECTOR.name, "passphrase": "kort", "repeat": "anders"})
    sheet.submit()
    assert "niet gelijk" in sheet.form.rows["repeat"].error
    sheet.form.set_values({"passphrase": "bloem wiel kast ster", "repeat": "bloem wiel kast ster"})
    sheet.submit()
    assert "al een gebruiker" in sheet.form.rows["name"].error
    sheet.form.set_values({"name": "J. Nieuwenhuis"})
    sheet.submit()
    assert ("J. Nieuwenhuis", Role.ADMINISTRATOR) in {
        (user.name, user.role) for user in section.table.lines_model.lines
    }


def test_the_protocol_tells_a_chosen_article_in_full(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "protocol")
    section.stack.currentWidget().select(desk.meldboek.protocol.article("A8"))
    assert section.told.isVisible()


def test_an_administrator_sees_six_sections_and_only_reads_the_profile(
    as_administrator: Meldboek, qtbot: QtBot
) -> None:
    page = _opened(Desk(as_administrator, Jobs(inline=True)), qtbot)
    made = [each.objectName() for each in page._choices.buttons()]
    assert made == ["school", "users", "backups", "health", "conduct", "display"]
    section = _section(page, "school")
    assert not section.form.rows["name"].field.inner.isEnabled()
    page.open("log")
    assert page.current == "school"
    backups_of_hers = _section(page, "backups")
    assert "Zaken" not in backups_of_hers.table.texts()[0]


def test_the_appearance_is_remembered_on_this_computer(page: SchoolPage) -> None:
    from ui.school import preferences  # noqa: PLC0415 - the folder is set by the fixture

    section = _section(page, "display")
    section.look.set_value("dark")
    section._keep()
    assert preferences.load().dark is True
    section.look.set_value("system")
    section._keep()
    assert preferences.load().dark is None


def test_the_director_gives_a_new_passphrase_to_who_forgot_it(page: SchoolPage, desk: Desk) -> None:
    section = _section(page, "users")
    section.reset_passphrase()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    forgetful = next(user for user in desk.meldboek.store.users() if user.name == ADMINISTRATOR.name)
    new = "weer een nieuwe zin"
    sheet.form.set_values({"user": forgetful.id, "passphrase": new, "repeat": new})
    sheet.submit()
    keys = desk.meldboek.store.keys
    assert set(keyring.open_slot(keys.slot(forgetful.id), new, keys.store_id)) == {"register"}
