"""Asking for a store that somebody else has open: a note in its folder, which the program there sees within seconds."""

from __future__ import annotations

import json
import platform
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.kernel.clock import Clock
from app.vault.door import occupied

NAME = ".gevraagd.json"
STANDS = timedelta(minutes=15)  # a question of longer ago was left behind


@dataclass(frozen=True)
class Question:
    """Who would like to open the store, on which computer, since when."""

    who: str
    where: str
    since: datetime


def ask(folder: Path, who: str, clock: Clock) -> None:
    """Let whoever has the store open know; where that cannot be written, nobody hears it."""
    facts = {"who": who, "where": platform.node(), "since": clock.now().isoformat(timespec="seconds")}
    with suppress(OSError):
        (folder / NAME).write_text(json.dumps(facts, ensure_ascii=False), "utf-8")


def asked(folder: Path, now: datetime) -> Question | None:
    """Who asked for this store, or None."""
    try:
        facts = json.loads((folder / NAME).read_text("utf-8"))
        found = Question(str(facts["who"]), str(facts["where"]), datetime.fromisoformat(facts["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if now - found.since < STANDS else None


def withdraw(folder: Path) -> None:
    """Nobody asks any more."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def is_free(folder: Path) -> bool:
    """Whether nobody has the store open now."""
    return occupied.is_free(folder)
