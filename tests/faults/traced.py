"""A writer whose every write and sync is written down by ``strace``; ``power.py`` runs it and cuts the power later.

It tells on standard output what is kept, so that its words stand between the writes in the order in which they came.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.vault import attachments
from app.vault.copies import backups
from app.vault.keys import rotation
from tests.builders import COORDINATOR, DIRECTOR
from tests.faults import schools

COMMITS = 30
NEW_PASSPHRASE = "een heel andere zin"


def write(place: Path) -> None:
    """Commits in both drawers, some larger than a checkpoint."""
    store = schools.opened(place)
    for number in range(COMMITS):
        for drawer in store.drawers:
            with drawer.write("fault.written", f"{drawer.name}:{number}") as session:
                size = 300_000 if number % 10 == 9 else 2_000
                attachments.add(session, os.urandom(size), f"{drawer.name}-{number}", "text/plain")
            os.write(1, f"kept {drawer.name}:{number}\n".encode())
    store.close()


def renew(place: Path) -> None:
    """A passphrase, the keys of both drawers, and a backup."""
    store = schools.opened(place)
    store.change_passphrase(DIRECTOR.passphrase, NEW_PASSPHRASE)
    os.write(1, b"passphrase changed\n")
    backups.make(store)
    os.write(1, b"backup made\n")
    rotation.remove_user(store, next(user.id for user in store.users() if user.name == COORDINATOR.name))
    os.write(1, b"keys renewed\n")


if __name__ == "__main__":
    {"write": write, "renew": renew}[sys.argv[1]](Path(sys.argv[2]))
