"""Backups: made while work goes on, thinned by age, tried out, and put back by whoever may."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app import sentences
from app.kernel.clock import AMSTERDAM, FixedClock
from app.kernel.errors import Refused, Unavailable
from app.vault import attachments
from app.vault.copies import backups, container, restore
from app.vault.copies.thinning import kept
from app.vault.keys import keyfile
from app.vault.keys.keyring import NewUser
from app.vault.store import Store, create_store, open_store
from tests.builders import ADMINISTRATOR, CHEAP, DIRECTOR, SCHOOL

NOW = datetime(2026, 11, 16, 14, 5, tzinfo=AMSTERDAM)


def _notes(store: Store) -> list[str]:
    return [line.action for line in store.register.log()]


def test_what_is_written_while_the_copy_is_made_spoils_neither(store: Store) -> None:
    with store.register.write("file.added") as session:
        attachments.add(session, bytes(3 << 20), "scan.pdf", "application/pdf")
    wrote: list[float] = []

    def busy(part: float) -> None:
        store.register.note(f"work.done_{len(wrote)}")
        wrote.append(part)

    line = backups.make(store, step=busy)
    assert wrote
    assert container.is_whole(line.path)
    rows = restore.try_out(line.path, store)
    assert rows["register"]["attachments"] == 1
    assert rows == line.rows
    assert rows["register"]["audit"] == len(_notes(store)) - len(wrote) - 1  # the line "backup.made" came after
    assert store.verify().is_sound


def test_the_rows_that_a_backup_tells_are_its_own_also_when_others_write_between_its_steps(store: Store) -> None:
    def busy(work: Callable[[], object]) -> object:
        result = work()
        with store.register.write("file.added") as session:
            attachments.add(session, os.urandom(10), "scan.pdf", "application/pdf")
        return result

    line = backups.make(store, lane=busy)
    assert restore.try_out(line.path, store) == line.rows


def test_a_copy_that_is_being_made_stops_when_the_store_closes(store: Store) -> None:
    with store.register.write("file.added") as session:
        attachments.add(session, bytes(3 << 20), "scan.pdf", "application/pdf")
    store.register.hold_still()
    pieces = store.register.pieces(4096)
    next(pieces)
    store.register._live._stopped = True  # what close does first, from another thread
    with pytest.raises(Unavailable, match=r"vault\.closed"):
        next(pieces)


def test_stopping_halfway_leaves_nothing(store: Store) -> None:
    def stop(_part: float) -> None:
        raise Refused("jobs.cancelled")

    with pytest.raises(Refused):
        backups.make(store, step=stop)
    assert list((store.folder / "backups").iterdir()) == []
    store.register.note("work.goes_on")


def test_there_must_be_room_for_a_backup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(Unavailable, match="disk_full"):
        backups.make(store)


def test_backups_are_thinned_by_day_week_and_month() -> None:
    moments = [NOW - timedelta(hours=6 * number) for number in range(4 * 400)]
    left = sorted(kept(moments, NOW), reverse=True)
    young = [at for at in left if NOW - at <= timedelta(days=2)]
    assert len(young) == 9
    assert len({at.date() for at in left}) == len([at for at in left if at not in young]) + 3
    assert NOW - left[-1] > timedelta(days=200)
    assert len(left) < 9 + 12 + 10 + 9


def test_backups_from_before_a_destruction_go_after_thirty_days() -> None:
    old, fresh, gone = NOW - timedelta(days=40), NOW - timedelta(days=1), NOW - timedelta(days=31)
    assert kept([old, fresh], NOW, [gone]) == {fresh}
    assert kept([old, fresh], NOW, [NOW - timedelta(days=29)]) == {old, fresh}
    assert kept([old], NOW, [gone]) == {old}


def test_a_backup_is_put_back_and_what_stood_there_is_kept(store: Store, clock: FixedClock) -> None:
    store.register.note("before.backup")
    line = backups.make(store)
    store.register.note("after.backup")
    folder = store.folder
    store.close()
    found = restore.restore(folder, line.path, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert found.rows["register"]["audit"] == line.rows["register"]["audit"]  # type: ignore[index]  # it was readable
    again = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    actions = _notes(again)
    assert "before.backup" in actions
    assert "after.backup" not in actions
    assert actions[0] == "store.restored"
    assert again.verify().is_sound
    again.close()
    assert {path.name for path in found.kept_in.iterdir()} == {"register.db", "casework.db", "keys.json"}
    former = open_store(found.kept_in, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert "after.backup" in _notes(former)
    former.close()


def test_the_recovery_key_puts_a_backup_back_in_a_new_folder(tmp_path: Path, clock: FixedClock) -> None:
    made, key = create_store(tmp_path / "school", SCHOOL, DIRECTOR, clock, CHEAP)
    line = backups.make(made)
    made.close()
    restore.restore(tmp_path / "elders", line.path, "recovery", key, clock)
    store = open_store(tmp_path / "elders", DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert store.verify().is_sound
    store.close()


def _attempt(folder: Path, path: Path, user: NewUser, clock: FixedClock) -> str:
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file() and file.name[0] != "."}
    with pytest.raises((Unavailable, Refused)) as caught:
        restore.restore(folder, path, user.name, user.passphrase, clock)
    after = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file() and file.name[0] != "."}
    assert after == before
    assert sentences.sentence(caught.value).endswith(".")
    return caught.value.code


def test_only_who_holds_both_keys_puts_back(store: Store, clock: FixedClock) -> None:
    line = backups.make(store)
    store.close()
    assert _attempt(store.folder, line.path, ADMINISTRATOR, clock) == "vault.only_director"
    stranger = NewUser(DIRECTOR.name, DIRECTOR.role, "heel andere wachtzin")
    assert _attempt(store.folder, line.path, stranger, clock) == "vault.wrong_passphrase"


def test_a_damaged_or_altered_backup_is_not_put_back(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    line = backups.make(store)
    store.close()
    data = bytearray(line.path.read_bytes())
    data[len(data) // 3] ^= 1
    damaged = tmp_path / "2026-11-16_140500.meldboek"
    damaged.write_bytes(data)
    assert _attempt(store.folder, damaged, DIRECTOR, clock) == "vault.backup_damaged"
    altered = tmp_path / "2026-11-16_140501.meldboek"
    with zipfile.ZipFile(line.path) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == container.MANIFEST:
                content = json.dumps({**json.loads(content), "made_at": "2020-01-01T00:00:00+01:00"}).encode()
            new.writestr(name, content)
    assert _attempt(store.folder, altered, DIRECTOR, clock) == "vault.backup_damaged"


def test_a_store_in_use_is_not_replaced(store: Store, clock: FixedClock) -> None:
    line = backups.make(store)
    with pytest.raises(Unavailable, match="open_elsewhere"):
        restore.restore(store.folder, line.path, DIRECTOR.name, DIRECTOR.passphrase, clock)


def test_a_restore_that_fails_at_the_last_step_changes_nothing(
    store: Store, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = backups.make(store)
    store.close()

    def full(*_args: object) -> None:
        raise OSError

    monkeypatch.setattr(keyfile, "write", full)
    assert _attempt(store.folder, line.path, DIRECTOR, clock) == "vault.restore_failed"
    monkeypatch.undo()
    open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock).close()


def test_former_stores_go_after_a_month(store: Store, clock: FixedClock) -> None:
    line = backups.make(store)
    store.close()
    found = restore.restore(store.folder, line.path, DIRECTOR.name, DIRECTOR.passphrase, clock)
    os.utime(found.kept_in, (NOW.timestamp(), NOW.timestamp()))
    restore.forget_old(store.folder, NOW + timedelta(days=29))
    assert found.kept_in.exists()
    restore.forget_old(store.folder, NOW + timedelta(days=31))
    assert not found.kept_in.exists()
