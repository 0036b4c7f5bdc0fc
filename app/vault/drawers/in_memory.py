"""A store that lies in memory only: to play something in that nobody keeps."""

from __future__ import annotations

import secrets
from pathlib import Path

from app.kernel.clock import Clock
from app.vault.door.occupied import Occupation
from app.vault.keys.keyfile import KeyFile
from app.vault.keys.keyring import CASEWORK, REGISTER, User
from app.vault.store import Store
from app.vault.trail.verdict import Lane


class MemoryStore(Store):
    """Both drawers without a folder; let go of it with ``abandon``, and nothing is left."""

    def __init__(self, user: User, clock: Clock) -> None:
        keys = {name: secrets.token_bytes(32) for name in (REGISTER, CASEWORK)}
        super().__init__(Path(), KeyFile("", "", dict.fromkeys(keys, ":memory:"), ()), user, keys, clock)
        self.open(fresh=True)

    def damaged(self, lane: Lane) -> tuple[str, ...]:  # noqa: ARG002 - what a store on a disk needs
        """There is no file that could be damaged."""
        return ()

    def _occupied(self) -> Occupation:
        return _Alone()


class _Alone(Occupation):
    """There is nobody to keep out of this process's own memory."""

    def __init__(self) -> None:
        """Take nothing."""

    def release(self) -> None:
        """Nobody waits."""
