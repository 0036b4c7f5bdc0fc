"""A key file beside the passphrase: without it nothing opens, and whoever lost it has a way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Unavailable
from app.vault.copies import backups, reading, restore
from app.vault.keys import keyfile, rotation, second_factor
from app.vault.keys.keydocument import glance
from app.vault.keys.keyring import RECOVERY
from app.vault.store import Store, open_store
from tests.builders import BOARD, CHEAP, DIRECTOR


@pytest.fixture
def content(store: Store, tmp_path: Path) -> str:
    made = second_factor.make(tmp_path / second_factor.NAME, store.folder)
    store.change_passphrase(DIRECTOR.passphrase, second_factor.joined(DIRECTOR.passphrase, made))
    return made


def test_a_key_file_is_read_back_as_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / second_factor.NAME
    assert second_factor.make(path, tmp_path / "school") == second_factor.read(path)
    assert second_factor.first_in([tmp_path / "nothing", tmp_path]) == path


def test_a_key_file_never_replaces_another_and_lies_beside_no_store(tmp_path: Path) -> None:
    path = tmp_path / second_factor.NAME
    second_factor.make(path, tmp_path / "school")
    with pytest.raises(Unavailable, match="not_saved"):
        second_factor.make(path, tmp_path / "school")
    with pytest.raises(Unavailable, match="beside"):
        second_factor.make(tmp_path / "school" / "backups" / "a.sleutel", tmp_path / "school")


@pytest.mark.parametrize(
    "data", [b"", b"x" * 5000, b"\xff\xfe", b"Meldboek sleutelbestand 1\nabcd\n", b"a\n" + b"0" * 64]
)
def test_another_file_is_no_key_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(Unavailable, match="unreadable"):
        second_factor.read(tmp_path / "a")


def test_the_passphrase_alone_opens_nothing_any_more(store: Store, content: str, clock: FixedClock) -> None:
    assert glance(store.folder).with_file == {DIRECTOR.name}
    store.close()
    with pytest.raises(Unavailable, match="key_file_wanted"):
        open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        open_store(store.folder, DIRECTOR.name, second_factor.joined(DIRECTOR.passphrase, "00" * 32), clock)
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        open_store(store.folder, DIRECTOR.name, second_factor.joined("een heel andere zin", content), clock)
    open_store(store.folder, DIRECTOR.name, second_factor.joined(DIRECTOR.passphrase, content), clock).close()


def test_taking_the_word_out_of_the_keys_does_not_help(store: Store, content: str, clock: FixedClock) -> None:
    store.close()
    path = store.folder / keyfile.NAME
    path.write_text(path.read_text("utf-8").replace('"asks_file": true', '"asks_file": false'), "utf-8")
    for secret in (DIRECTOR.passphrase, second_factor.joined(DIRECTOR.passphrase, content)):
        with pytest.raises(Unavailable):
            open_store(store.folder, DIRECTOR.name, secret, clock)


def test_it_is_taken_away_again_with_the_file_itself(store: Store, content: str) -> None:
    with pytest.raises(Unavailable):
        store.change_passphrase(DIRECTOR.passphrase, DIRECTOR.passphrase)
    store.change_passphrase(second_factor.joined(DIRECTOR.passphrase, content), DIRECTOR.passphrase)
    assert not store.asks_file
    actions = [line.action for line in store.register.log(2)]
    assert actions == ["key_file.removed", "key_file.added"]


def test_a_long_key_file_makes_no_short_passphrase_long(store: Store, content: str) -> None:
    with pytest.raises(Invalid, match="passphrase_short"):
        store.change_passphrase(
            second_factor.joined(DIRECTOR.passphrase, content), second_factor.joined("kort", content)
        )


def test_who_lost_the_file_is_given_a_new_passphrase(store: Store, content: str, clock: FixedClock) -> None:
    user = next(user for user in store.users() if user.name == DIRECTOR.name)
    store.reset_passphrase(user.id, "een heel andere zin", CHEAP)
    store.close()
    open_store(store.folder, DIRECTOR.name, "een heel andere zin", clock).close()


def test_the_recovery_key_asks_no_file(store: Store, content: str, clock: FixedClock) -> None:
    fresh = store.new_recovery_key(CHEAP)
    store.close()
    open_store(store.folder, RECOVERY, fresh, clock).close()


def test_it_is_still_asked_after_the_keys_were_renewed(store: Store, content: str, clock: FixedClock) -> None:
    board = store.add_user(BOARD, CHEAP) if BOARD.name not in {user.name for user in store.users()} else None
    leaving = board or next(user for user in store.users() if user.name == BOARD.name)
    rotation.remove_user(store, leaving.id)
    assert glance(store.folder).with_file == {DIRECTOR.name}
    open_store(store.folder, DIRECTOR.name, second_factor.joined(DIRECTOR.passphrase, content), clock).close()


def test_a_backup_is_read_and_put_back_with_the_file_of_its_day(store: Store, content: str, clock: FixedClock) -> None:
    made = backups.make(store).path
    store.close()
    secret = second_factor.joined(DIRECTOR.passphrase, content)
    with pytest.raises(Unavailable, match="key_file_wanted"):
        restore.rehearse(made, DIRECTOR.name, DIRECTOR.passphrase)
    reading.open_newest(store.folder, DIRECTOR.name, secret, clock).close()
    restore.restore(store.folder, made, DIRECTOR.name, secret, clock)
    open_store(store.folder, DIRECTOR.name, secret, clock).close()
