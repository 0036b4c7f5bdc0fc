"""Every user reads the rules of conduct once, says so, and that stays in the log."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek, open_meldboek
from app.kernel.clock import FixedClock
from app.school import conduct
from tests.builders import ADMINISTRATOR, DIRECTOR
from ui.agenda.page import AgendaPage
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs
from ui.school.conduct import ConductSection
from ui.school.page import SchoolPage


def test_a_user_reads_the_rules_once_and_the_log_says_so(meldboek: Meldboek) -> None:
    rules = meldboek.school.conduct
    assert rules.is_due()
    rules.accept()
    rules.accept()
    assert not rules.is_due()
    told = [line for line in meldboek.store.register.log(20) if line.action == "conduct.read"]
    assert [line.subject for line in told] == [f"user:{meldboek.user.id}"]


def test_another_user_and_other_rules_are_read_again(
    meldboek: Meldboek, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    meldboek.school.conduct.accept()
    monkeypatch.setattr(conduct, "VERSION", 2)
    assert meldboek.school.conduct.is_due()
    monkeypatch.undo()
    meldboek.store.close()
    theirs = open_meldboek(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    assert theirs.school.conduct.is_due()
    theirs.store.close()
    again = open_meldboek(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert not again.school.conduct.is_due()
    again.store.close()


def _shown(desk: Desk, qtbot: QtBot) -> ConductSection:
    page = SchoolPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open("conduct")
    assert isinstance(page.section, ConductSection)
    return page.section


def test_vandaag_asks_for_it_until_it_was_read(desk: Desk, qtbot: QtBot) -> None:
    gone: list[object] = []
    desk.go = lambda page, target: gone.append((page, target))
    today = AgendaPage(desk)
    qtbot.addWidget(today)
    today.show()
    read = next(one for one in today.findChildren(QPushButton) if one.text() == "Lezen")
    read.click()
    assert gone == [("school", "conduct")]
    section = _shown(desk, qtbot)
    assert section.others.isVisible()
    section.read_button.click()
    assert not section.read_button.isVisible()
    assert section.told.text() == "U las dit op 16 november 2026."
    today.reload()
    assert not [one for one in today.findChildren(QPushButton) if one.text() == "Lezen" and one.isVisible()]


def test_only_the_leadership_sees_who_read_them(as_administrator: Meldboek, qtbot: QtBot) -> None:
    section = _shown(Desk(as_administrator, Jobs(inline=True)), qtbot)
    assert not section.others.isVisible()
    assert section.read_button.isVisible()
    words = [one.text() for one in section.findChildren(QLabel)]
    assert conduct.RULES[0] in words
