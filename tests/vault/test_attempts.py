"""Wrong passphrases are counted without names, the wait survives a new start, and no store goes into a cloud folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.clock import FixedClock
from app.kernel.errors import Refused
from app.vault.door import attempts, place
from app.vault.store import create_store
from tests.builders import CHEAP, DIRECTOR, SCHOOL


def test_the_wait_grows_and_is_still_there_after_a_new_start(tmp_path: Path, clock: FixedClock) -> None:
    waits = [attempts.failed(tmp_path, clock.now()) for _ in range(8)]
    assert waits == [0, 0, 2, 4, 8, 16, 32, 32]
    assert attempts.waiting(tmp_path, clock.now()) == 32
    clock.at += timedelta(seconds=30)
    assert attempts.waiting(tmp_path, clock.now()) == 2
    clock.at += timedelta(seconds=3)
    assert attempts.waiting(tmp_path, clock.now()) == 0
    clock.at -= timedelta(days=2)
    assert attempts.waiting(tmp_path, clock.now()) == 32
    attempts.forget(tmp_path)
    assert (attempts.count_of(tmp_path), attempts.waiting(tmp_path, clock.now())) == (0, 0)


def test_what_cannot_be_read_makes_nobody_wait(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / attempts.NAME).write_text("[]", "utf-8")
    assert attempts.waiting(tmp_path, clock.now()) == 0


@pytest.mark.parametrize(
    "part", ["OneDrive - De Wilgenhof", "Dropbox", "Google Drive", "Mijn Drive", "iCloudDrive", "Nextcloud"]
)
def test_a_store_is_not_made_where_a_cloud_service_carries_files_off(
    tmp_path: Path, clock: FixedClock, part: str
) -> None:
    with pytest.raises(Refused, match=r"vault\.cloud_folder"):
        create_store(tmp_path / part / "Meldboek", SCHOOL, DIRECTOR, clock, CHEAP)
    assert not (tmp_path / part).exists()


def test_a_folder_that_onedrive_names_itself_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "School"))
    assert place.cloud_of(tmp_path / "School" / "x") == "OneDrive"
    assert place.cloud_of(tmp_path / "Documenten") == ""
