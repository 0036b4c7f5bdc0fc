"""Backups by themselves: due when something changed, thinned, brought elsewhere; and tried out before putting back."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused, Unavailable
from app.vault import attachments
from app.vault.copies import backups, container, keeping, restore, second
from app.vault.store import Store, open_store
from tests.builders import ADMINISTRATOR, DIRECTOR


def _write(store: Store, name: str = "scan.pdf") -> None:
    with store.register.write("file.added") as session:
        attachments.add(session, name.encode(), name, "application/pdf")


def test_only_a_change_makes_a_backup_due(store: Store) -> None:
    assert keeping.is_changed(store)
    keeping.keep(store)
    store.register.note("dossier.viewed")
    assert not keeping.is_changed(store)
    _write(store)
    assert keeping.is_changed(store)


def test_a_backup_is_due_after_half_an_hour_of_changes(store: Store, clock: FixedClock) -> None:
    keeping.keep(store)
    _write(store)
    assert not keeping.is_due(store)
    clock.at += timedelta(minutes=31)
    assert keeping.is_due(store)


def test_what_another_user_changed_after_the_backup_of_an_administrator_is_seen(
    folder: Path, clock: FixedClock
) -> None:
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    keeping.keep(store)
    store.close()
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert not keeping.is_changed(store)
    assert store.casework is not None
    with store.casework.write("file.added") as session:
        attachments.add(session, b"x", "scan.pdf", "application/pdf")
    assert keeping.is_changed(store)
    store.close()


def test_a_store_that_was_put_back_counts_as_changed(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    first = keeping.keep(store).line
    _write(store)
    clock.at += timedelta(hours=1)
    keeping.keep(store)
    store.close()
    restore.restore(folder, first.path, DIRECTOR.name, DIRECTOR.passphrase, clock)
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert keeping.is_changed(store)
    store.close()


def test_a_year_of_school_days_leaves_the_backups_that_the_table_names(store: Store, clock: FixedClock) -> None:
    made = keeping.keep(store).line.path
    for day in range(1, 400):
        at = clock.now() - timedelta(days=day)
        shutil.copy(made, made.with_name(f"{at:{container.STAMP}}{container.SUFFIX}"))
    keeping.tidy(store.folder, clock.now())
    left = backups.made(store.folder)
    assert 25 <= len(left) <= 33
    assert left[0].path == made
    assert (clock.now() - left[-1].at).days > 200


def test_what_was_destroyed_leaves_the_backups_after_a_month(store: Store, clock: FixedClock) -> None:
    old = keeping.keep(store).line.path
    clock.at += timedelta(days=1)
    store.register.note(keeping.DESTROYED)
    clock.at += timedelta(days=29)
    keeping.keep(store)
    assert old.exists()
    clock.at += timedelta(days=2)
    keeping.keep(store)
    assert not old.exists()


def test_copies_go_to_the_second_place_and_are_thinned_there(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    second.choose(store.folder, stick)
    assert second.is_late(store.folder, clock.now())
    kept = keeping.keep(store)
    assert kept.elsewhere
    assert container.is_whole(stick / kept.line.path.name)
    assert not second.is_late(store.folder, clock.now())
    clock.at += timedelta(days=15)
    assert second.is_late(store.folder, clock.now())


def test_another_school_on_the_same_stick_is_left_alone(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    foreign = stick / "2020-01-01_120000.meldboek"
    foreign.write_bytes(b"of somebody else")
    second.choose(store.folder, stick)
    keeping.keep(store)
    assert foreign.exists()


def test_a_stick_that_is_gone_stops_no_backup(store: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    second.choose(store.folder, stick)
    stick.rmdir()
    assert keeping.keep(store).elsewhere is False


def test_the_second_place_lies_outside_the_folder_of_the_school(store: Store) -> None:
    with pytest.raises(Invalid, match=r"vault\.second_place_same"):
        second.choose(store.folder, store.folder / "backups")


def test_a_trial_counts_and_leaves_the_store_alone(store: Store) -> None:
    line = keeping.keep(store).line
    before = sorted(path.name for path in store.folder.rglob("*"))
    tried = restore.rehearse(line.path, DIRECTOR.name, DIRECTOR.passphrase)
    assert tried.rows == line.rows
    assert sorted(path.name for path in store.folder.rglob("*")) == before
    with pytest.raises(Unavailable, match=r"vault\.wrong_passphrase"):
        restore.rehearse(line.path, DIRECTOR.name, "iets heel anders")
    with pytest.raises(Refused, match=r"vault\.only_director"):
        restore.rehearse(line.path, ADMINISTRATOR.name, ADMINISTRATOR.passphrase)
