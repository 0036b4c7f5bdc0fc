"""A log of many lines, made quickly: what a school writes in twenty years."""

from __future__ import annotations

import hashlib
from datetime import UTC

from app.vault.drawers.database import Drawer
from app.vault.trail import audit


def fill(drawer: Drawer, count: int) -> None:
    """Chain so many lines more, as the drawer does, without a commit for each."""
    key, at = drawer._audit_key, drawer.clock.now()
    text = at.astimezone(UTC).isoformat(timespec="microseconds")
    with drawer.write("bench.filled") as session:
        last = session.query(drawer.tables.audit).order_by(drawer.tables.audit.id.desc()).first()
        assert last is not None
        previous, number, rows = last.mac, last.id, []
        salt, digest = b"0" * 16, hashlib.sha256(b"0" * 16).digest()
        line = {"at": at, "user_id": "u", "user_name": "N", "action": "bench.made", "digest": digest}
        for _line in range(count):
            number += 1
            subject = f"bench:{number}"
            previous = audit.mac(key, previous, {**line, "id": number, "subject": subject})
            rows.append((number, text, "u", "N", "bench.made", subject, salt, None, digest, previous))
        bare = session.connection().connection.driver_connection
        assert bare is not None
        bare.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        drawer._head = audit.Head(number, previous)
