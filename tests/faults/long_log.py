"""A log of many lines, made quickly: what a school writes in twenty years."""

from __future__ import annotations

import hashlib
from datetime import UTC

from app.vault.drawers.database import Drawer
from app.vault.tables import AuditMixin
from app.vault.trail import audit


def fill(drawer: Drawer, count: int) -> None:
    """Chain so many lines more, as the drawer does, without a commit for each."""
    key, at = drawer._audit_key, drawer.clock.now()
    text = at.astimezone(UTC).isoformat(timespec="microseconds")
    with drawer.write("bench.filled") as session:
        last = session.query(drawer.tables.audit).order_by(drawer.tables.audit.id.desc()).first()
        assert last is not None
        previous, number, rows = last.mac, last.id, []
        kind: type[AuditMixin] = drawer.tables.audit
        for _line in range(count):
            number += 1
            line = kind(id=number, at=at, user_id="u", user_name="N", action="bench.made", subject=f"bench:{number}")  # type: ignore[call-arg] # a mapped class
            line.salt, line.digest = b"0" * 16, hashlib.sha256(b"0" * 16).digest()
            line.mac = previous = audit.mac(key, previous, line)
            told = (number, text, "u", "N", "bench.made", line.subject)
            rows.append((*told, line.salt, None, line.digest, previous))
        bare = session.connection().connection.driver_connection
        assert bare is not None
        bare.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        drawer._head = audit.Head(number, previous)
