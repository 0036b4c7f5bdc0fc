"""Backups in daily life: every one that is made is put back and compared, and thinning keeps exactly the table."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from app.kernel.clock import FixedClock
from app.vault import attachments, drafts
from app.vault.copies import backups, restore
from app.vault.copies.thinning import kept
from app.vault.store import Store, open_store
from tests.builders import DIRECTOR
from tests.faults import schools
from tests.faults.tally import Tally

Rows = Mapping[str, list[tuple[object, ...]]]


def cycles(folder: Path, times: int) -> Tally:
    """Write, back up, write on, put back: all rows of both drawers are those of the moment of the backup."""
    chance = random.Random(5)  # noqa: S311 - only contents
    place = schools.make(folder / "school")
    wrong = 0
    for number in range(times):
        clock = FixedClock(schools.CLOCK.now() + timedelta(hours=number))
        store = open_store(place, DIRECTOR.name, DIRECTOR.passphrase, clock)
        _work(store, chance, f"before {number}")
        then = _rows(store)
        line = backups.make(store)
        _work(store, chance, f"after {number}")
        store.close()
        restore.restore(place, line.path, DIRECTOR.name, DIRECTOR.passphrase, clock)
        again = open_store(place, DIRECTOR.name, DIRECTOR.passphrase, clock)
        wrong += _rows(again) != then or not again.verify().is_sound
        again.close()
    return Tally("backup and restore, row by row", times, wrong)


def thinned(times: int) -> Tally:
    """Random histories of backups: what is kept covers every promised day, week and month, and hardly more."""
    chance = random.Random(6)  # noqa: S311 - only moments
    now, wrong = schools.CLOCK.now(), 0
    for _time in range(times):
        moments = [now - timedelta(hours=chance.uniform(0, 24 * 400)) for _ in range(chance.randint(1, 400))]
        left = kept(moments, now)
        days = {at.date() for at in moments}
        newest = {max(at for at in moments if at.date() == day) for day in sorted(days, reverse=True)[:12]}
        young = {at for at in moments if now - at <= timedelta(days=2)}
        wrong += not (newest | young <= left <= set(moments)) or len(left - young) > 12 + 10 + 9
    return Tally("backups thinned by the table", times, wrong)


def _work(store: Store, chance: random.Random, what: str) -> None:
    for drawer in store.drawers:
        with drawer.write("fault.worked", what) as session:
            attachments.add(session, chance.randbytes(chance.randrange(20_000)), what, "text/plain")
        drafts.save(drawer, form="report", key=what, payload={"text": what})


def _rows(store: Store) -> Rows:
    """Every row of every table, but the lines in the log that making and putting back a copy leave."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for drawer in store.drawers:
        with drawer.read() as session:
            for table in drawer.tables.base.metadata.sorted_tables:
                if table.name != "audit":
                    rows = session.execute(select(table)).all()
                    found[f"{drawer.name}.{table.name}"] = sorted((tuple(row) for row in rows), key=repr)
    return found
