"""Checking beside the work: pages from their bytes alone, all else on copies, and the lane asked for moments only."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.kernel.errors import Unavailable
from app.school.health import of_second_place
from app.vault import attachments
from app.vault.copies import backups, keeping, second
from app.vault.drawers import cipher, pages
from app.vault.store import Store, open_store
from tests.builders import DIRECTOR


def _here(work: Callable[[], Any]) -> Any:
    return work()


def _fill(store: Store, count: int = 30) -> None:
    for drawer in store.drawers:
        with drawer.write("fault.prepared") as session:
            for number in range(count):
                attachments.add(session, os.urandom(9000), f"{number}", "text/plain")


def _hurt(path: Path, at: int) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        mark = file.read(1)
        file.seek(at)
        file.write(bytes([mark[0] ^ 1]))


def test_pages_are_right_or_broken_as_sqlcipher_says(store: Store) -> None:
    _fill(store)
    path, key = store.register.path, store.register.key
    store.close()
    data = path.read_bytes()
    assert pages.check([data[:5000], data[5000:]], key).is_whole()
    assert pages.check([data], key).pages == len(data) // pages.PAGE
    for page in (1, 2, len(data) // pages.PAGE):
        for at in (17, 2000, pages.PAGE - 70, pages.PAGE - 1):
            altered = bytearray(data)
            altered[(page - 1) * pages.PAGE + at] ^= 1
            assert pages.check([bytes(altered)], key).broken == [page]
    _hurt(path, 3 * pages.PAGE + 9)
    engine = cipher.open_engine(path, key)
    assert not cipher.sound(engine)
    engine.dispose()


def test_what_was_found_right_before_is_not_looked_at_again_until_it_changes(store: Store) -> None:
    _fill(store)
    path, key = store.register.path, store.register.key
    store.close()
    data, memory = path.read_bytes(), pages.Memory()
    assert pages.check([data], key, memory).is_whole()
    known = 64 * len(memory)
    assert known
    found = pages.check([data], bytes(32), memory)  # with another key only what nobody remembers is wrong
    assert found.broken == list(range(known + 1, len(data) // pages.PAGE + 1))
    for page in (1, 40, known):
        altered = bytearray(data)
        altered[page * pages.PAGE - 900] ^= 1
        assert pages.check([bytes(altered)], key, memory).broken == [page]


def test_a_backup_after_a_check_notices_a_page_that_went_bad_since(store: Store) -> None:
    _fill(store)
    assert store.damaged(_here) == ()
    assert backups.make(store).checked
    _hurt(store.register.path, 30 * pages.PAGE + 900)
    with pytest.raises(Unavailable, match="damaged"):
        backups.make(store)
    assert len(backups.made(store.folder)) == 1


def test_a_file_that_was_cut_or_is_of_another_key_is_not_whole(store: Store) -> None:
    path, key = store.register.path, store.register.key
    store.close()
    data = path.read_bytes()
    assert not pages.check([data[:-1]], key).is_whole()
    assert not pages.check([], key).is_whole()
    assert not pages.check([data], bytes(32)).is_whole()


def test_an_open_store_is_checked_aside_and_nothing_is_left_of_the_copies(store: Store) -> None:
    _fill(store)
    before = {path.name for path in store.folder.iterdir()}
    verdict = store.verify_aside(_here)
    assert verdict == store.verify()
    assert verdict.is_sound
    assert {path.name for path in store.folder.iterdir()} - before <= {"register.db-wal", "casework.db-wal"}
    assert store.damaged(_here) == ()


def test_damage_in_a_store_that_is_in_use_is_found_without_opening_anything(store: Store) -> None:
    _fill(store)
    store.register.hold_still()
    _hurt(store.register.path, 40 * pages.PAGE + 900)
    assert store.damaged(_here) == ("register",)
    assert store.verify_aside(_here).damaged == ("register",)
    store.abandon()


def test_two_copies_at_once_hold_the_file_until_the_last_is_done(store: Store) -> None:
    drawer = store.register
    drawer.hold_still()
    drawer.hold_still()
    drawer.let_go()
    size = drawer.path.stat().st_size
    _fill(store, 800)
    assert drawer.path.stat().st_size == size
    drawer.let_go()
    drawer.note("fault.noted")
    assert drawer.path.stat().st_size > size


def test_a_store_that_closes_meanwhile_has_no_damage_to_tell(store: Store) -> None:
    store.close()
    assert store.damaged(_here) == ()


def test_without_room_for_copies_the_drawers_themselves_are_checked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 0}))
    assert store.verify_aside(_here).is_sound


def test_the_second_place_is_looked_at_and_its_newest_copy_read_back(store: Store, tmp_path: Path) -> None:
    stick, now = tmp_path / "stick", store.clock.now()
    stick.mkdir()
    assert of_second_place(store.folder, now).state == "warn"
    second.choose(store.folder, stick)
    assert "nog geen kopie" in of_second_place(store.folder, now).text
    kept = keeping.keep(store)
    assert of_second_place(store.folder, now).state == "ok"
    _hurt(stick / kept.line.path.name, 5000)
    assert of_second_place(store.folder, now).state == "danger"
    (stick / kept.line.path.name).unlink()
    assert of_second_place(store.folder, now).state == "danger"
    stick.rename(tmp_path / "weg")
    assert "De plek is er nu niet" in of_second_place(store.folder, now).text


def test_a_damaged_file_is_told_after_opening(store: Store) -> None:
    _fill(store)
    path = store.register.path
    store.close()
    _hurt(path, path.stat().st_size - pages.PAGE + 900)
    again = open_store(store.folder, DIRECTOR.name, DIRECTOR.passphrase, store.clock)
    assert again.damaged(_here) == ("register",)
    again.abandon()
