"""Which backups are kept: all of two days, then one for each of 12 days, 10 weeks and 9 months; the rest goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from app.vault.copies import container

ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
DESTROYED_AFTER = timedelta(days=30)
_STEPS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAYS, lambda at: (at.year, at.month, at.day)),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def kept(made: Iterable[datetime], now: datetime, destroyed: Iterable[datetime] = ()) -> frozenset[datetime]:
    """The moments of the backups to keep; the newest of a day, week or month stands for it.

    What was destroyed on purpose may lie in older backups for 30 days (rules_nl 9); then those go as well. The
    newest backup always stays, and so does one that claims to come from the future: the clock may be wrong.
    """
    moments = sorted(set(made), reverse=True)
    found = {at for at in moments if now - at <= ALL_OF} | set(moments[:1])
    for limit, period in _STEPS:
        newest: dict[tuple[int, ...], datetime] = {}
        for at in moments:
            newest.setdefault(period(at), at)
        found |= set(list(newest.values())[:limit])
    spoiled = [gone for gone in destroyed if now - gone >= DESTROYED_AFTER]
    return frozenset(at for at in found if at == moments[0] or not any(at <= gone for gone in spoiled))


def thin(
    folder: Path, now: datetime, destroyed: Iterable[datetime] = (), mine: Callable[[Path], bool] = lambda _path: True
) -> int:
    """Take away the backups in a folder that need not be kept; ``mine`` says which ones count. How many went."""
    found = {path: container.moment_of(path) for path in folder.glob(f"*{container.SUFFIX}") if mine(path)}
    if not found:
        return 0
    stay = kept(found.values(), now, destroyed)
    gone = 0
    for path, at in found.items():
        if at not in stay:
            with suppress(OSError):  # held by a virus scanner: it goes the next time
                path.unlink()
                gone += 1
    return gone
