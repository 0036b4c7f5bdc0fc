"""A store on disk: made, opened, refused with a reason, and never half."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from app import sentences
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Unavailable
from app.vault.copies import backups, container
from app.vault.keys.keydocument import glance
from app.vault.keys.keyring import NewUser, Role
from app.vault.store import Store, create_store, open_store
from tests.builders import ADMINISTRATOR, CHEAP, DIRECTOR, SCHOOL


def _picture(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != ".lock"}


def _edit(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    path = folder / "keys.json"
    document = json.loads(path.read_text("utf-8"))
    change(document)
    path.write_text(json.dumps(document), "utf-8")


def _refused(folder: Path, clock: FixedClock, user: NewUser = DIRECTOR) -> str:
    """Try to open; gives the code, and sees that nothing changed on disk and that a sentence exists."""
    before = _picture(folder)
    with pytest.raises(Unavailable) as caught:
        open_store(folder, user.name, user.passphrase, clock)
    assert _picture(folder) == before
    assert sentences.sentence(caught.value).endswith(".")
    return caught.value.code


def test_a_closed_store_is_five_things_and_no_journal(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()} - {".lock"}
    assert names == {"register.db", "casework.db", "keys.json", "backups"}


def test_the_unlock_window_learns_the_school_and_its_users_without_a_key(folder: Path) -> None:
    seen = glance(folder)
    assert (seen.school, [*dict(seen.users)]) == (SCHOOL, ["E. Terpstra", "M. Postma", "H. van Vliet", "S. Koning"])


def test_no_name_and_no_text_stands_readable_in_a_drawer(store: Store, folder: Path) -> None:
    store.register.note("canary.laid", "kanarie-in-de-la")
    store.close()
    for name in ("register.db", "casework.db"):
        data = (folder / name).read_bytes()
        assert b"kanarie" not in data
        assert not data.startswith(b"SQLite format 3")


def test_a_wrong_passphrase_is_refused(folder: Path, clock: FixedClock) -> None:
    assert _refused(folder, clock, NewUser(DIRECTOR.name, Role.DIRECTOR, "fout")) == "vault.wrong_passphrase"


def test_an_unknown_user_is_refused(folder: Path, clock: FixedClock) -> None:
    assert _refused(folder, clock, NewUser("Niemand", Role.DIRECTOR, "x")) == "vault.unknown_user"


def test_a_folder_without_a_store_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    assert _refused(tmp_path, clock) == "vault.no_store"


def test_missing_keys_are_named(folder: Path, clock: FixedClock) -> None:
    (folder / "keys.json").unlink()
    assert _refused(folder, clock) == "vault.keys_missing"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', "\x00\xff"])
def test_unreadable_keys_are_named(folder: Path, clock: FixedClock, text: str) -> None:
    (folder / "keys.json").write_bytes(text.encode("latin-1"))
    assert _refused(folder, clock) == "vault.keys_altered"


def test_a_store_of_a_newer_meldboek_is_refused_by_its_keys(folder: Path, clock: FixedClock) -> None:
    _edit(folder, lambda document: document.update(format=99))
    assert _refused(folder, clock) == "vault.newer"


def test_a_drawer_of_a_newer_meldboek_is_refused(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    with store.register.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    assert _refused(folder, clock) == "vault.newer"


def test_a_missing_drawer_is_named(folder: Path, clock: FixedClock) -> None:
    (folder / "casework.db").unlink()
    assert _refused(folder, clock) == "vault.drawer_missing"


@pytest.mark.parametrize("name", ["register.db", "casework.db"])
def test_a_damaged_drawer_is_refused(folder: Path, clock: FixedClock, name: str) -> None:
    path = folder / name
    data = bytearray(path.read_bytes())
    data[100] ^= 0xFF
    path.write_bytes(data)
    assert _refused(folder, clock) == "vault.damaged"


def test_a_file_that_is_no_store_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(b"PK")
    with pytest.raises(Unavailable):
        open_store(file, DIRECTOR.name, DIRECTOR.passphrase, clock)


def test_a_store_that_is_open_tells_who_where_and_since_when(store: Store, folder: Path, clock: FixedClock) -> None:
    with pytest.raises(Unavailable) as caught:
        open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    assert caught.value.code == "vault.open_elsewhere"
    assert caught.value.values["who"] == "E. Terpstra"
    assert "ma 16 nov 14:05" in sentences.sentence(caught.value)


def test_what_was_committed_is_there_after_a_crash(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    store.register.note("something.happened")
    store.abandon()
    again = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert again.register.log()[0].action == "something.happened"
    assert again.verify().is_sound
    again.close()


@pytest.mark.parametrize("name", [".lock", ".geopend.json", "keys.json"])
def test_a_folder_in_which_a_file_cannot_be_read_or_made_is_named(folder: Path, clock: FixedClock, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()  # binds the superuser too, as taking away rights would not
    assert _refused(folder, clock) == "vault.no_rights"


def test_a_new_store_wants_an_empty_folder(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "iets.txt").write_text("x")
    with pytest.raises(Unavailable, match="folder_not_empty"):
        create_store(tmp_path, SCHOOL, DIRECTOR, clock, CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["iets.txt"]


def test_a_short_passphrase_is_invalid_and_makes_nothing(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(Invalid) as caught:
        create_store(tmp_path / "s", SCHOOL, NewUser("E. Terpstra", Role.DIRECTOR, "kort"), clock, CHEAP)
    assert caught.value.field == "passphrase"
    assert not (tmp_path / "s").exists()


def test_verify_finds_a_drawer_that_was_put_back(folder: Path, clock: FixedClock, tmp_path: Path) -> None:
    shutil.copy(folder / "register.db", tmp_path / "old.db")
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    store.register.note("something.happened")
    store.close()
    shutil.copy(tmp_path / "old.db", folder / "register.db")
    again = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert again.verify().rolled_back == again.older == ("register",)
    again.close()
    after = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert after.older == ()
    assert "drawer.found_older" in {line.action for line in after.register.log(10)}
    after.abandon()


def test_verify_finds_a_changed_log_line(store: Store) -> None:
    store.register.note("a.b")
    with store.register.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_keeps_lines")
        connection.exec_driver_sql("UPDATE audit SET action = 'c.d' WHERE id = (SELECT max(id) FROM audit)")
    assert set(store.verify().broken_logs) == {"register"}


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET action = 'x'", "DELETE FROM audit", "INSERT OR REPLACE INTO audit SELECT * FROM audit"],
)
def test_the_drawer_itself_refuses_to_change_its_log(store: Store, statement: str) -> None:
    store.register.note("a.b")
    bare: Any = store.register.engine.raw_connection()
    with pytest.raises((sqlite3.DatabaseError, dbapi2.DatabaseError)):
        bare.execute(statement)
    bare.rollback()
    bare.close()


def test_a_backup_is_whole_and_says_what_was_checked(store: Store) -> None:
    line = backups.make(store)
    assert line.casework_checked
    assert container.is_whole(line.path)
    assert backups.made(store.folder) == (line,)


def test_a_damaged_backup_is_not_whole(store: Store) -> None:
    path = backups.make(store).path
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert not container.is_whole(path)
