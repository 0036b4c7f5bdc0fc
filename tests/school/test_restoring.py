"""Putting a backup back in the window: from Beheer, and from the unlock card of a store that is damaged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.clock import FixedClock
from app.vault.copies import backups, keeping, restore, second
from app.vault.keys.keyring import RECOVERY
from app.vault.store import Store, open_store
from tests.builders import DIRECTOR, Cast
from ui.kit.desk import Desk
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.school.backups import BackupsSection
from ui.school.restore_sheet import RestoreSheet
from ui.shell.unlock import UnlockView


def _said(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def _section(qtbot: QtBot, desk: Desk) -> BackupsSection:
    section = BackupsSection(desk)
    qtbot.addWidget(section)
    section.show()
    desk.dialogs.window = section
    section.read()
    return section


def test_a_damaged_store_is_put_back_from_the_unlock_card(qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    keeping.keep(store)
    store.close()
    (folder / "keys.json").write_text("{}", "utf-8")
    dialogs = Dialogs()
    view = UnlockView(folder, Jobs(inline=True), dialogs, clock)
    qtbot.addWidget(view)
    view.show()
    dialogs.window = view
    view.restore()
    sheet = dialogs.current[-1]
    assert isinstance(sheet, RestoreSheet)
    assert sheet.user.value() != RECOVERY
    sheet.passphrase.set_value("iets heel anders")
    sheet.put_back()
    assert "klopt niet" in _said(sheet)
    sheet.passphrase.set_value(DIRECTOR.passphrase)
    sheet.try_out()
    assert "is heel" in _said(sheet)
    sheet.put_back()
    assert "is teruggezet" in _said(view)
    again = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert again.verify().is_sound
    again.close()


def test_the_recovery_key_puts_back_whoever_is_chosen(qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    key = store.new_recovery_key()
    keeping.keep(store)
    store.close()
    (folder / "casework.db").unlink()
    done: list[restore.Restored] = []
    sheet = RestoreSheet(folder, Jobs(inline=True), Dialogs(), clock, done.append)
    qtbot.addWidget(sheet)
    assert sheet.user.value() != RECOVERY
    sheet.passphrase.set_value(key.lower())
    sheet.put_back()
    assert len(done) == 1
    open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock).close()


def test_beheer_puts_a_backup_back_and_keeps_the_former_store(
    qtbot: QtBot, desk: Desk, cast: Cast, clock: FixedClock
) -> None:
    store: Store = desk.meldboek.store
    keeping.keep(store)
    assert cast.noor
    section = _section(qtbot, desk)
    restarted: list[int] = []
    desk.restart = lambda: restarted.append(1)
    section.restore()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, RestoreSheet)
    sheet.passphrase.set_value(DIRECTOR.passphrase)
    sheet.put_back()
    assert restarted == [1]
    assert list((store.folder / restore.OLD).iterdir())
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert again.register.row_counts()["persons"] > 0
    again.close()


def test_choosing_a_second_place_brings_a_copy_there(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    section = _section(qtbot, desk)
    desk.dialogs.answers.append(stick)
    section.choose_second()
    assert [path.name for path in stick.iterdir()] == [backups.made(desk.meldboek.store.folder)[0].path.name]
    assert str(stick) in section.second.text()
    section.leave_second()
    assert second.chosen(desk.meldboek.store.folder) is None
