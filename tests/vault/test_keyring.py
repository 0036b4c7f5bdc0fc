"""Keys: only the right passphrase opens, and only what the role may hold."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest

from app.kernel.errors import Unavailable
from app.vault.keys import recovery
from app.vault.keys.keyring import CASEWORK, REGISTER, Role, User, new_slot, open_slot, with_passphrase
from tests.builders import CHEAP

KEYS = {REGISTER: secrets.token_bytes(32), CASEWORK: secrets.token_bytes(32)}
DIRECTOR = User("d", "E. Terpstra", Role.DIRECTOR)
ADMINISTRATOR = User("a", "M. Postma", Role.ADMINISTRATOR)


def test_the_right_passphrase_gives_the_drawer_keys() -> None:
    assert open_slot(new_slot(DIRECTOR, "wilg sloot", KEYS, "s", CHEAP), "wilg sloot", "s") == KEYS


def test_a_wrong_passphrase_gives_nothing() -> None:
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        open_slot(new_slot(DIRECTOR, "wilg sloot", KEYS, "s", CHEAP), "wilg slot", "s")


def test_accents_may_be_typed_in_either_way() -> None:
    assert open_slot(new_slot(DIRECTOR, "caf\u00e9", KEYS, "s", CHEAP), "cafe\u0301", "s") == KEYS


def test_an_administrator_is_given_no_casework() -> None:
    assert open_slot(new_slot(ADMINISTRATOR, "krijt", KEYS, "s", CHEAP), "krijt", "s") == {REGISTER: KEYS[REGISTER]}


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD, Role.COORDINATOR])
def test_the_others_hold_both_drawers(role: Role) -> None:
    assert open_slot(new_slot(User("x", "X", role), "p", KEYS, "s", CHEAP), "p", "s") == KEYS


def test_a_seal_of_another_store_or_user_does_not_open() -> None:
    slot = new_slot(DIRECTOR, "wilg", KEYS, "s", CHEAP)
    with pytest.raises(Unavailable, match="keys_altered"):
        open_slot(slot, "wilg", "another")
    other = new_slot(ADMINISTRATOR, "krijt", KEYS, "s", CHEAP)
    with pytest.raises(Unavailable, match="keys_altered"):
        open_slot(replace(other, sealed=slot.sealed), "krijt", "s")


def test_a_cheaper_cost_written_into_the_file_does_not_open() -> None:
    slot = new_slot(DIRECTOR, "wilg", KEYS, "s", CHEAP)
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        open_slot(replace(slot, cost=replace(CHEAP, passes=2)), "wilg", "s")


def test_a_new_passphrase_replaces_the_old_one_and_keeps_the_seals() -> None:
    slot = new_slot(DIRECTOR, "oud", KEYS, "s", CHEAP)
    fresh = with_passphrase(slot, "oud", "nieuw")
    assert open_slot(fresh, "nieuw", "s") == KEYS
    assert fresh.sealed == slot.sealed
    with pytest.raises(Unavailable):
        open_slot(fresh, "oud", "s")


def test_a_recovery_key_survives_lower_case_spaces_and_lookalikes() -> None:
    key = recovery.new_recovery_key()
    assert recovery.normal(key.lower().replace("-", " ")) == key
    assert recovery.normal(key.replace("0", "O").replace("1", "l")) == key


def test_a_mistyped_recovery_key_is_noticed() -> None:
    key = recovery.new_recovery_key()
    wrong = ("A" if key[0] != "A" else "B") + key[1:]
    assert recovery.normal(wrong) is None
    assert recovery.normal(key[:-1]) is None
    assert recovery.normal("") is None
    with pytest.raises(Unavailable, match="mistyped"):
        recovery.typed(wrong)


def test_recovery_keys_differ() -> None:
    assert len({recovery.new_recovery_key() for _ in range(50)}) == 50
