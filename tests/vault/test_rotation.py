"""Taking access away: the keys are new, the rest is as it was, and a kill at any moment leaves one whole store."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused, Unavailable
from app.vault import search
from app.vault.keys import keyfile, rotation
from app.vault.keys.keyring import RECOVERY, NewUser, Role
from app.vault.store import Store, create_store, open_store
from tests.builders import ADMINISTRATOR, BOARD, CHEAP, COORDINATOR, DIRECTOR, SCHOOL


def _id(store: Store, user: NewUser) -> str:
    return next(known.id for known in store.users() if known.name == user.name)


def _opens(folder: Path, user: NewUser, clock: FixedClock) -> tuple[str, ...]:
    store = open_store(folder, user.name, user.passphrase, clock)
    try:
        assert store.verify().is_sound
        return tuple(drawer.name for drawer in store.drawers)
    finally:
        store.close()


def test_who_is_removed_opens_nothing_and_everybody_else_opens_what_they_did(store: Store, clock: FixedClock) -> None:
    assert store.casework is not None
    with store.casework.write("entry.added") as session:
        search.put(session, kind="entry", ref="case:1", title="Appgroep", body="een zin om terug te vinden")
    old = {drawer.name: (drawer.path, drawer.key) for drawer in store.drawers}
    rotation.remove_user(store, _id(store, COORDINATOR))
    folder = store.folder
    with pytest.raises(Unavailable, match="unknown_user"):
        open_store(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert _opens(folder, DIRECTOR, clock) == ("register", "casework")
    assert _opens(folder, BOARD, clock) == ("register", "casework")
    assert _opens(folder, ADMINISTRATOR, clock) == ("register",)
    assert not any(path.exists() for path, _key in old.values())
    for drawer in folder.glob("*.db"):
        for _path, key in old.values():
            with pytest.raises(dbapi2.DatabaseError):
                _read(drawer, key)
    again = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert again.casework is not None
    with again.casework.read() as session:
        assert [hit.ref for hit in search.find(session, "vinden")] == ["case:1"]
    assert again.register.log(1)[0].action == "user.removed"
    again.close()


def _read(path: Path, key: bytes) -> None:
    connection = dbapi2.connect(str(path))
    try:
        connection.set_key(f"x'{key.hex()}'")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        connection.close()


def test_the_log_from_before_a_second_rotation_still_holds(store: Store, clock: FixedClock) -> None:
    rotation.remove_user(store, _id(store, COORDINATOR))
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    again.register.note("between.rotations")
    rotation.remove_user(again, _id(again, ADMINISTRATOR))
    assert _opens(store.folder, BOARD, clock) == ("register", "casework")


def test_losing_casework_renews_the_keys_and_gaining_it_does_not(store: Store, clock: FixedClock) -> None:
    assert not rotation.change_role(store, _id(store, ADMINISTRATOR), Role.COORDINATOR)
    assert rotation.change_role(store, _id(store, COORDINATOR), Role.ADMINISTRATOR)
    assert _opens(store.folder, ADMINISTRATOR, clock) == ("register", "casework")
    assert _opens(store.folder, COORDINATOR, clock) == ("register",)


def test_only_a_director_takes_access_away_and_never_her_own(store: Store, clock: FixedClock) -> None:
    with pytest.raises(Invalid, match="not_yourself"):
        rotation.remove_user(store, store.user.id)
    store.close()
    board = open_store(store.folder, BOARD.name, BOARD.passphrase, clock)
    with pytest.raises(Refused, match="only_director"):
        rotation.remove_user(board, _id(board, COORDINATOR))
    board.close()


@pytest.mark.parametrize("moment", ["copy", "write"])
def test_a_rotation_that_fails_leaves_the_old_store(
    store: Store, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def fail(*_args: object) -> None:
        raise Unavailable("vault.disk_full")

    monkeypatch.setattr(rotation, "_copy", fail) if moment == "copy" else None
    write = keyfile.write
    if moment == "write":
        calls: list[int] = []

        def second(folder: Path, keys: keyfile.KeyFile) -> None:
            calls.append(1)
            if keys.files["register"] != "register.db":
                fail()
            write(folder, keys)

        monkeypatch.setattr(keyfile, "write", second)
    with pytest.raises(Unavailable, match="disk_full"):
        rotation.remove_user(store, _id(store, COORDINATOR))
    monkeypatch.undo()
    assert {path.name for path in store.folder.glob("*.db")} == {"register.db", "casework.db"}
    assert _opens(store.folder, COORDINATOR, clock) == ("register", "casework")


def test_a_new_recovery_key_replaces_the_old_one(tmp_path: Path, clock: FixedClock) -> None:
    store, old = create_store(tmp_path / "school", SCHOOL, DIRECTOR, clock, CHEAP)
    new = store.new_recovery_key(CHEAP)
    store.close()
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        open_store(store.folder, RECOVERY, old, clock)
    open_store(store.folder, RECOVERY, new, clock).close()
