"""A session that listens to itself: opens the sample school and every page, then tells which sockets were opened.

Run by ``test_silence.py`` as a program of its own, so that the listening starts before anything else is loaded.
"""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from typing import Any

TALK: list[str] = []
LOCAL = getattr(socket, "AF_UNIX", None)
NETS = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


def listen(event: str, arguments: tuple[Any, ...]) -> None:
    """Remember whatever Python does with a socket that could leave this computer."""
    if event.startswith("socket."):
        family = arguments[1] if event == "socket.__new__" else getattr(next(iter(arguments), None), "family", None)
        if LOCAL is None or family != LOCAL:
            TALK.append(f"{event} {arguments[1:]}")


def open_sockets() -> list[str]:
    """What the system says is open, also by what is not written in Python; told by Linux only."""
    mine = {str(path.readlink()) for path in Path("/proc/self/fd").glob("*") if path.is_symlink()}
    known = (line.split() for net in NETS for line in _lines(Path("/proc/self/net", net)))
    return [" ".join(words) for words in known if f"socket:[{words[9]}]" in mine]


def _lines(path: Path) -> list[str]:
    return path.read_text("ascii").splitlines()[1:] if path.exists() else []


def walk(folder: Path) -> list[str]:
    """Open every page as the director and as the administrator; gives their names."""
    # Loaded here, for the listening must have begun before.
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from app.application import open_meldboek  # noqa: PLC0415
    from app.kernel.clock import FixedClock, at  # noqa: PLC0415
    from app.sample.school import build  # noqa: PLC0415
    from app.vault.keys.keyring import Role  # noqa: PLC0415
    from tests.builders import CHEAP  # noqa: PLC0415
    from ui.kit.jobs import Jobs  # noqa: PLC0415
    from ui.shell.front import Front  # noqa: PLC0415

    app, clock, seen = QApplication([]), FixedClock(at(2026, 11, 16, 14, 5)), []
    sample = build(folder, clock, pupils=12, cost=CHEAP)
    for user in sample.users:
        if user.role not in {Role.DIRECTOR, Role.ADMINISTRATOR}:
            continue
        front = Front(folder, Jobs(inline=True), keep=str, clock=clock)
        front.show()
        meldboek = open_meldboek(folder, user.name, user.passphrase, clock)
        front.enter(meldboek)
        assert front.shell is not None
        for page in front.shell.pages:
            front.shell.go(page)
            app.processEvents()
            seen.append(f"{user.role} {page}")
        front.shell.idle.stop()
        front.jobs.close()
        meldboek.store.close()
    return seen


def main(folder: Path) -> None:
    """Walk, and tell what was heard."""
    sys.addaudithook(listen)
    seen = walk(folder)
    told = {"talk": TALK, "open": open_sockets(), "network": "PySide6.QtNetwork" in sys.modules, "seen": seen}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
