"""A store that others use too: asking for it, reading a copy meanwhile, and folders that cannot be written to."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from app.application import start
from app.kernel.clock import FixedClock
from app.kernel.errors import Unavailable
from app.school.rules import Mandate
from app.vault import drafts
from app.vault.copies import backups, reading
from app.vault.door import asking, occupied, place
from app.vault.store import Store, open_store
from tests.builders import ADMINISTRATOR, DIRECTOR
from tests.builders import profile as enter_profile


def _read(folder: Path, clock: FixedClock) -> reading.ReadingStore:
    return reading.open_newest(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)


def test_while_another_has_the_store_its_newest_backup_can_be_read(store: Store, clock: FixedClock) -> None:
    meldboek = start(store)
    enter_profile(meldboek.school)
    backups.make(store)
    meldboek.school.set_mandates([Mandate("pupil.SUSPENSION", "director")])
    copy = _read(store.folder, clock)
    assert (copy.home, copy.read_only, copy.made_at) == (store.folder, True, backups.made(store.folder)[0].at)
    opened = start(copy)
    assert opened.school.profile().name == meldboek.school.profile().name
    assert opened.school.mandates() == ()
    with pytest.raises(Unavailable, match="read_only"):
        opened.school.set_mandates([Mandate("pupil.SUSPENSION", "director")])
    head = copy.register.head
    copy.register.note("dossier.viewed", "person:1")
    with copy.register.write("case.opened", "case:1"):
        pass
    drafts.save(copy.register, "report", "new", {"text": "half"})
    assert copy.register.head == head
    assert drafts.load(copy.register, "report", "new") is None
    copy.close()
    assert not copy.folder.exists()
    assert store.verify().is_sound


def test_without_a_backup_it_is_said(store: Store, clock: FixedClock) -> None:
    with pytest.raises(Unavailable, match="no_backup"):
        _read(store.folder, clock)


def test_a_wrong_passphrase_leaves_no_copy_behind(
    store: Store, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(store)
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tijdelijk"))
    with pytest.raises(Unavailable, match="wrong_passphrase"):
        reading.open_newest(store.folder, DIRECTOR.name, "niet de juiste", clock)
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_read_as_it_lies(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    store.register.note("something.happened")
    store.abandon()  # with its last lines still in the log beside the file
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    copy = reading.open_as_it_lies(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert copy.register.log(1)[0].action == "something.happened"
    assert copy.casework is not None
    copy.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    mine = reading.open_as_it_lies(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    assert mine.casework is None
    mine.close()


def test_a_full_disk_lets_the_store_open_to_read(
    folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_text

    def full(path: Path, *words: object, **more: object) -> int:
        if path.name == ".geopend.json":
            raise OSError(errno.ENOSPC, "no space left")
        return real(path, *words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert store.register.log(1)
    store.close()


def test_who_asks_is_seen_for_a_quarter_of_an_hour_and_can_take_it_back(folder: Path, clock: FixedClock) -> None:
    assert asking.asked(folder, clock.now()) is None
    asking.ask(folder, "M. Postma", clock)
    found = asking.asked(folder, clock.now())
    assert found is not None
    assert found.who == "M. Postma"
    assert asking.asked(folder, clock.now() + timedelta(minutes=15)) is None
    asking.withdraw(folder)
    assert asking.asked(folder, clock.now()) is None
    (folder / asking.NAME).write_text("{}")
    assert asking.asked(folder, clock.now()) is None


def test_a_store_is_free_once_it_is_closed(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert not asking.is_free(folder)
    store.close()
    assert asking.is_free(folder)
    assert not occupied.is_free(folder / "nergens" / "diep")


def test_a_folder_on_the_network_is_known_by_the_kind_of_its_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path / 'school'} nfs4 rw 0 0\n//s/y /mnt/een\\040map cifs rw\n"
    )
    assert place.is_network(tmp_path / "school" / "Meldboek", mounts)
    assert place.is_network(Path("/mnt/een map/Meldboek"), mounts)
    assert not place.is_network(tmp_path / "thuis", mounts)
    assert place.is_network(Path("//server/school"), mounts)
    assert not place.is_network(tmp_path, tmp_path / "nergens")
    assert os.sep == "/" or place.is_network(Path("C:/"), mounts) is False
