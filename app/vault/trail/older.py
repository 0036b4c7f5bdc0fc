"""A file that is older than it was when last closed: found at the opening, and kept in the log from then on.

Closing anchors the log anew, so without a line of its own nobody could see it any more afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from app.kernel.errors import Unavailable
from app.vault.drawers.database import Drawer
from app.vault.keys.keyfile import Anchor
from app.vault.trail.verdict import rolled_back

FOUND_OLDER = "drawer.found_older"


def find(drawers: tuple[Drawer, ...], anchors: Mapping[str, Anchor]) -> tuple[str, ...]:
    """The names of these drawers; each gets a line in its own log. Reads one line of each log."""
    found = rolled_back(drawers, anchors)
    for drawer in drawers:
        if drawer.name in found:
            with suppress(Unavailable):  # on a full disk it is told all the same
                drawer.note(FOUND_OLDER, f"drawer:{drawer.name}")
    return found
