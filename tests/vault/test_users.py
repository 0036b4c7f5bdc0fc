"""Who opens what: roles, passphrases, the recovery key, and keys that were tampered with."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.vault.copies import backups
from app.vault.keys import keyfile
from app.vault.keys.keyring import NewUser, Role, open_slot
from app.vault.store import Store, create_store, open_store
from tests.builders import ADMINISTRATOR, CHEAP, DIRECTOR, SCHOOL
from tests.vault.test_store import _edit, _refused


def test_an_administrator_cannot_make_herself_director(folder: Path, clock: FixedClock) -> None:
    def promote(document: dict[str, Any]) -> None:
        next(user for user in document["users"] if user["name"] == ADMINISTRATOR.name)["role"] = "director"

    _edit(folder, promote)
    assert _refused(folder, clock) == "vault.keys_altered"
    assert _refused(folder, clock, ADMINISTRATOR) == "vault.keys_altered"


def test_a_swapped_public_key_is_noticed_even_when_the_register_mac_was_made_anew(
    folder: Path, clock: FixedClock
) -> None:
    keys = keyfile.read(folder)
    mine = open_slot(keys.slot(ADMINISTRATOR.name), ADMINISTRATOR.passphrase, keys.store_id)

    def swap(document: dict[str, Any]) -> None:
        director, administrator = document["users"][0], document["users"][2]
        director["public_key"] = administrator["public_key"]

    _edit(folder, swap)
    keyfile.write(folder, keyfile.signed(keyfile.read(folder), mine))
    code = _refused(folder, clock)
    assert code in {"vault.wrong_passphrase", "vault.keys_altered"}


def test_an_administrator_can_change_her_own_passphrase(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    store.change_passphrase(ADMINISTRATOR.passphrase, "een heel nieuwe wachtzin")
    store.close()
    open_store(folder, ADMINISTRATOR.name, "een heel nieuwe wachtzin", clock).close()
    open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock).close()


def test_nothing_that_an_administrator_holds_decrypts_casework(folder: Path, clock: FixedClock) -> None:
    director = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    backups.make(director)
    director.close()
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    assert store.casework is None
    backups.make(store)
    store.close()
    keys = keyfile.read(folder)
    held = open_slot(keys.slot(ADMINISTRATOR.name), ADMINISTRATOR.passphrase, keys.store_id)
    assert list(held) == ["register"]
    for packed in (folder / "backups").glob("*.meldboek"):
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(packed.with_suffix(""))
    drawers = list(folder.rglob("*.db"))
    assert sum(path.name == "casework.db" for path in drawers) == 3
    for path in drawers:
        assert _opens(path, held["register"]) == (path.name == "register.db")


def _opens(path: Path, key: bytes) -> bool:
    connection = dbapi2.connect(str(path))
    try:
        connection.set_key(f"x'{key.hex()}'")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        return False
    else:
        return True
    finally:
        connection.close()


def test_the_recovery_key_opens_everything(tmp_path: Path, clock: FixedClock) -> None:
    store, key = create_store(tmp_path / "s", SCHOOL, DIRECTOR, clock, CHEAP)
    store.close()
    rescued = open_store(tmp_path / "s", "recovery", key.lower(), clock)
    assert rescued.casework is not None
    assert rescued.register.user.name == "herstelsleutel"  # what the log says of who was here
    rescued.close()


def test_who_forgot_a_passphrase_is_given_a_new_one_by_the_director(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    forgetful = next(user for user in store.users() if user.name == ADMINISTRATOR.name)
    store.reset_passphrase(forgetful.id, "weer een nieuwe zin", CHEAP)
    store.close()
    again = open_store(folder, ADMINISTRATOR.name, "weer een nieuwe zin", clock)
    assert again.casework is None
    with pytest.raises(Refused, match="only_director"):
        again.reset_passphrase(forgetful.id, "en nog een nieuwe zin", CHEAP)
    with pytest.raises(Refused, match="only_director"):
        again.add_user(NewUser("Een vreemde", Role.DIRECTOR, "een vreemde met een wachtzin"), CHEAP)
    again.close()


def test_two_users_cannot_share_a_name(store: Store) -> None:
    with pytest.raises(Invalid, match="name_in_use"):
        store.add_user(DIRECTOR, CHEAP)
