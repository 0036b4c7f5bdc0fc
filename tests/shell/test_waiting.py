"""A store that somebody else has: asked for at the door, heard inside, let in after the lock, or read as a copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.application import Meldboek, start
from app.kernel.clock import FixedClock
from app.kernel.errors import Unavailable
from app.vault.copies import backups
from app.vault.door import asking
from app.vault.store import Store, open_store
from tests.builders import ADMINISTRATOR, DIRECTOR, SCHOOL
from tests.builders import profile as enter_profile
from ui.kit.dialogs import Dialogs
from ui.kit.finding import Notice
from ui.kit.jobs import Jobs
from ui.shell import first_steps
from ui.shell.front import Front
from ui.shell.unlock import UnlockView
from ui.shell.waiting import WaysIn
from ui.shell.window import Shell, opened


def _at_the_door(qtbot: QtBot, folder: Path, clock: FixedClock, kept: list[Path]) -> tuple[Front, UnlockView, WaysIn]:
    """The administrator tries while the director has it open."""
    front = Front(folder, Jobs(inline=True), keep=kept.append, clock=clock, again=kept.append)
    qtbot.addWidget(front)
    front.show()
    card = front.centralWidget()
    assert isinstance(card, UnlockView)
    card.name.set_value(ADMINISTRATOR.name)
    card.passphrase.set_value(ADMINISTRATOR.passphrase)
    card.unlock()
    (ways,) = card.findChildren(WaysIn)
    return front, card, ways


def _inside(front: Front) -> Shell | None:
    return front.shell


def test_the_second_asks_and_is_let_in_after_the_lock(qtbot: QtBot, meldboek: Meldboek, clock: FixedClock) -> None:
    folder, locked = meldboek.store.folder, list[Path]()
    shell = opened(meldboek, Jobs(inline=True), Dialogs(), again=locked.append)
    qtbot.addWidget(shell)
    front, _card, ways = _at_the_door(qtbot, folder, clock, [])
    said = " ".join(made.text() for made in front.findChildren(QLabel))
    assert "E. Terpstra" in said
    ways.ask()
    shell.keeper.look_at_door()
    assert shell.desk.messages.last is not None
    assert shell.desk.messages.last.text.startswith(f"{ADMINISTRATOR.name} wil dit Meldboek openen")
    ways.look()
    assert _inside(front) is None
    shell.lock()
    ways.look()
    let_in = _inside(front)
    assert let_in is not None
    assert let_in.desk.meldboek.user.name == ADMINISTRATOR.name
    assert asking.asked(folder, clock.now()) is None
    let_in.rest()
    let_in.desk.meldboek.store.close()
    front.shell = None


def test_a_question_is_told_once(qtbot: QtBot, meldboek: Meldboek, clock: FixedClock) -> None:
    shell = opened(meldboek, Jobs(inline=True), Dialogs(), again=str)
    qtbot.addWidget(shell)
    asking.ask(meldboek.store.folder, ADMINISTRATOR.name, clock)
    shell.keeper.look_at_door()
    shell.desk.messages.info("iets anders")
    shell.keeper.look_at_door()
    assert shell.desk.messages.last is not None
    assert shell.desk.messages.last.text == "iets anders"
    shell.rest()


def test_the_newest_backup_is_read_and_says_so(qtbot: QtBot, meldboek: Meldboek, clock: FixedClock) -> None:
    backups.make(meldboek.store)
    kept: list[Path] = []
    front, _card, ways = _at_the_door(qtbot, meldboek.store.folder, clock, kept)
    ways.read()
    shell = front.shell
    assert shell is not None
    copy = shell.desk.meldboek.store
    assert (copy.read_only, kept) == (True, [meldboek.store.folder])
    shell.keeper.start()
    shell.foot.greet()
    assert shell.desk.messages.last is not None
    assert shell.desk.messages.last.text.startswith("U leest een kopie van 16 november 2026")
    with pytest.raises(Unavailable, match="read_only"):
        shell.desk.meldboek.people.place(1, "8B", None, clock.today())
    shell.lock()
    assert kept == [meldboek.store.folder] * 2
    assert not copy.folder.exists()
    front.shell = None
    assert backups.made(meldboek.store.folder)


def test_every_page_of_a_copy_can_be_read(qtbot: QtBot, folder: Path, clock: FixedClock) -> None:
    store: Store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    enter_profile(start(store).school)
    backups.make(store)
    from app.vault.copies import reading  # noqa: PLC0415 - only here

    copy = reading.open_newest(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    shell = opened(start(copy), Jobs(inline=True), Dialogs(), again=str)
    qtbot.addWidget(shell)
    shell.show()
    for name in shell.pages:
        shell.go(name)
    assert copy.keys.school == SCHOOL
    shell.rest()
    copy.close()
    store.close()


def test_a_folder_on_the_network_is_warned_of(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step = first_steps.SchoolStep(Dialogs(), str, str)
    qtbot.addWidget(step)
    step.use_folder(tmp_path)
    assert not step.findChildren(Notice)
    monkeypatch.setattr("app.vault.door.place.is_network", lambda _folder: True)
    step.use_folder(tmp_path)
    (told,) = step.findChildren(Notice)
    assert "gedeelde map" in told.accessibleName()
