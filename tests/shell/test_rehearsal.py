"""What the unlock window prepares while the user types really serves the opening that follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from app.application import Meldboek
from app.kernel.clock import FixedClock
from app.rehearsal import rehearse
from app.vault.copies import backups
from app.vault.drawers import cipher


def test_the_first_reading_of_vandaag_compiles_almost_nothing_after_a_rehearsal(
    meldboek: Meldboek, clock: FixedClock
) -> None:
    cipher.COMPILED.clear()
    rehearse(clock).store.abandon()
    known, read = len(cipher.COMPILED), []
    for drawer in meldboek.store.drawers:
        event.listen(drawer.engine, "before_cursor_execute", lambda *told: read.append(told[2]))
    meldboek.agenda.page()
    assert len(set(read)) > 10
    assert len(cipher.COMPILED) - known < len(set(read)) / 3


def test_a_rehearsal_leaves_nothing_on_disk(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rehearse(clock).store.abandon()
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_has_no_file_that_could_be_damaged(clock: FixedClock) -> None:
    store = rehearse(clock).store
    try:
        assert store.damaged(backups.here) == ()
    finally:
        store.abandon()
