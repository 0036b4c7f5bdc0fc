"""Backups by themselves: when one is due, what happens around it, and which old ones may go."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import exists, select

from app.kernel.errors import Unavailable
from app.vault.copies import backups, container, restore, second, thinning
from app.vault.copies.backups import Lane, Step
from app.vault.copies.container import BackupLine
from app.vault.drawers.database import Drawer
from app.vault.keys.keyfile import Anchor
from app.vault.store import Store
from app.vault.trail import logbook

EVERY = timedelta(minutes=30)
COPIES_KEPT = timedelta(days=30)
DESTROYED = "material.destroyed"


@dataclass(frozen=True)
class Kept:
    """A backup that was made; ``elsewhere`` tells whether it lies in the second place too, None without one."""

    line: BackupLine
    elsewhere: bool | None


def is_changed(store: Store) -> bool:
    """Whether anything was written since the newest backup that can be read."""
    anchors = _newest_anchors(store.folder)
    return any(_moved_on(drawer, anchors.get(drawer.name)) for drawer in store.drawers)


def is_due(store: Store) -> bool:
    """Whether half an hour of changes was not copied yet."""
    last = backups.last_made(store.folder)
    return (last is None or store.clock.now() - last >= EVERY) and is_changed(store)


def keep(store: Store, *, lane: Lane = backups.here, step: Step = backups.silent) -> Kept:
    """Make a backup, bring it to the second place, and take away what need not be kept any longer."""
    line = backups.make(store, lane=lane, step=step)
    destroyed = lane(lambda: destructions(store))
    elsewhere = second.bring(store.folder, line.path, store.clock.now(), destroyed)
    tidy(store.folder, store.clock.now(), destroyed)
    return Kept(line, elsewhere)


def keep_if_changed(store: Store) -> None:
    """Before an import or a destruction: what stood there can be put back. Raises Unavailable when it fails."""
    if is_changed(store):
        keep(store)


def destructions(store: Store) -> tuple[datetime, ...]:
    """When material was destroyed on purpose, from the log of the register, which everybody holds."""
    return logbook.moments(store.register, DESTROYED)


def tidy(folder: Path, now: datetime, destroyed: Iterable[datetime] = ()) -> int:
    """Thin the backups beside a store, and forget stores and copies of before that are a month old; how many went."""
    gone = thinning.thin(folder / backups.FOLDER, now, destroyed)
    restore.forget_old(folder, now)
    for copy in (folder / backups.FOLDER).glob("*-voor-versie-*.db"):
        with suppress(OSError):
            if now.timestamp() - copy.stat().st_mtime > COPIES_KEPT.total_seconds():
                copy.unlink()
                gone += 1
    return gone


def _newest_anchors(folder: Path) -> dict[str, Anchor]:
    """How far the logs were in the newest backup that can be read."""
    for path in sorted((folder / backups.FOLDER).glob(f"*{container.SUFFIX}"), reverse=True):
        with suppress(Unavailable):
            logs = container.manifest(path).get("logs", {})
            opened = {name: Anchor(int(log["count"]), str(log["head"])) for name, log in logs.items()}
            return {**container.keys(path).anchors, **opened}
    return {}


def _moved_on(drawer: Drawer, anchor: Anchor | None) -> bool:
    """Whether rows changed after this end of the log, or the log is not the one that ended there."""
    if anchor is None or (anchor.count and drawer.line_mac(anchor.count) != anchor.head):
        return True
    table = drawer.tables.audit
    with drawer.read() as session:
        changed = select(exists().where(table.id > anchor.count, table.detail.is_not(None)))
        return bool(session.scalar(changed))
