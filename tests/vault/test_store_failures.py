"""What stays behind when making, copying or closing a store fails half way: nothing that stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.kernel.clock import FixedClock
from app.kernel.errors import Unavailable
from app.vault.copies import backups, container
from app.vault.drawers import cipher
from app.vault.drawers.database import Drawer
from app.vault.drawers.pages import PageCheck
from app.vault.keys import keyfile
from app.vault.store import Store, create_store, open_store
from tests.builders import CHEAP, DIRECTOR, SCHOOL


def _fail(*_args: object, **_more: object) -> None:
    raise OSError("no room")


def test_a_drawer_that_cannot_be_closed_does_not_keep_the_other_open(
    store: Store, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Drawer.close

    def close(drawer: Drawer) -> None:
        if drawer is store.register:
            raise Unavailable("vault.disk_full")
        real(drawer)

    monkeypatch.setattr(Drawer, "close", close)
    with pytest.raises(Unavailable, match="disk_full"):
        store.close()
    assert store.casework is not None
    with pytest.raises(Unavailable, match="closed"):
        store.casework.note("a.b")
    monkeypatch.undo()
    open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock).close()


@pytest.mark.parametrize("error", [OSError("no room"), Unavailable("vault.disk_full")])
def test_a_store_that_could_not_be_made_can_be_made_again_in_the_same_folder(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    folder = tmp_path / "nieuw"

    def write(*_args: object) -> None:
        raise error

    monkeypatch.setattr(keyfile, "write", write)
    with pytest.raises(Unavailable):
        create_store(folder, SCHOOL, DIRECTOR, clock, CHEAP)
    assert list(folder.iterdir()) == []
    monkeypatch.undo()
    store, _ = create_store(folder, SCHOOL, DIRECTOR, clock, CHEAP)
    store.close()


def test_a_backup_that_fails_leaves_no_partial_copy(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageCheck, "take", _fail)
    with pytest.raises(Unavailable, match="backup_failed"):
        backups.make(store)
    assert list((store.folder / "backups").iterdir()) == []


def test_a_container_that_cannot_be_finished_is_taken_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.vault.copies.container.os.fsync", _fail)
    with pytest.raises(Unavailable, match="backup_failed"):
        backups.make(store)
    monkeypatch.undo()
    assert list((store.folder / "backups").iterdir()) == []


def test_an_error_of_the_file_while_copying_is_told_to_the_user(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise dbapi2.OperationalError("database or disk is full")

    monkeypatch.setattr(cipher, "hold_still", full)
    with pytest.raises(Unavailable, match="disk_full"):
        backups.make(store)


def test_a_page_that_is_not_right_makes_no_backup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageCheck, "is_whole", lambda _check: False)
    with pytest.raises(Unavailable, match="damaged"):
        backups.make(store)
    assert list((store.folder / "backups").iterdir()) == []


def test_a_damaged_backup_is_listed_as_such_and_hides_no_other(store: Store) -> None:
    line = backups.make(store)
    (line.path.parent / f"2026-11-17_080000{container.SUFFIX}").write_bytes(b"PK half a container")
    (line.path.parent / f"kopie{container.SUFFIX}").write_bytes(line.path.read_bytes())
    found = {made.path.stem: made.is_readable for made in backups.made(store.folder)}
    assert found == {"kopie": True, "2026-11-17_080000": False, line.path.stem: True}
