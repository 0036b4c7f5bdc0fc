"""When only keys.json was lost, a backup gives back that file and no work is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.kernel.clock import FixedClock
from app.kernel.errors import Unavailable
from app.vault.copies import backups, restore
from app.vault.keys import keyfile, rotation
from app.vault.store import Store, open_store
from tests.builders import ADMINISTRATOR, DIRECTOR


def _copied_and_gone_on(store: Store) -> Path:
    """The backup of a store in which work was done after it."""
    path = backups.make(store).path
    store.register.note("after.backup")
    return path


def _restored(folder: Path, path: Path, clock: FixedClock) -> tuple[restore.Restored, list[str]]:
    found = restore.restore(folder, path, DIRECTOR.name, DIRECTOR.passphrase, clock)
    again = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    actions = [line.action for line in again.register.log()]
    assert again.verify().is_sound
    again.close()
    return found, actions


@pytest.mark.parametrize("killed", [False, True])
def test_whole_drawers_stay_when_only_the_keys_were_lost(store: Store, clock: FixedClock, killed: bool) -> None:
    path = _copied_and_gone_on(store)
    store.abandon() if killed else store.close()
    (store.folder / keyfile.NAME).unlink()
    found, actions = _restored(store.folder, path, clock)
    assert found.only_keys
    assert actions[:2] == ["keys.restored", "after.backup"]
    assert not (store.folder / restore.OLD).exists()


def test_a_damaged_drawer_is_put_back_with_the_keys(store: Store, clock: FixedClock) -> None:
    path = _copied_and_gone_on(store)
    store.close()
    (store.folder / keyfile.NAME).unlink()
    drawer = store.folder / "casework.db"
    drawer.write_bytes(drawer.read_bytes()[:-4096] + bytes(4096))
    found, actions = _restored(store.folder, path, clock)
    assert not found.only_keys
    assert actions[0] == "store.restored"
    assert "after.backup" not in actions


def test_older_keys_never_let_somebody_in_again_who_was_taken_out(store: Store, clock: FixedClock) -> None:
    path = _copied_and_gone_on(store)
    rotation.remove_user(store, next(user.id for user in store.users() if user.name == ADMINISTRATOR.name))
    (store.folder / keyfile.NAME).unlink()
    found, actions = _restored(store.folder, path, clock)
    assert not found.only_keys  # the drawers have other keys by now: all of that day comes back
    assert "after.backup" not in actions


def test_the_keys_alone_still_need_the_passphrase(store: Store, clock: FixedClock) -> None:
    path = _copied_and_gone_on(store)
    store.close()
    (store.folder / keyfile.NAME).unlink()
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        restore.restore(store.folder, path, DIRECTOR.name, "iets heel anders", clock)
    assert not (store.folder / keyfile.NAME).exists()
