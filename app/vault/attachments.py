"""Files kept inside a drawer, exactly as they came, once per content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.kernel.errors import Invalid
from app.vault.database import drawer_of

LARGEST = 25 * 1024 * 1024


@dataclass(frozen=True)
class Attachment:
    """A kept file; ``size`` in bytes, ``sha256`` in hexadecimal."""

    id: int
    name: str
    mime: str
    sha256: str
    size: int
    data: bytes


def add(session: Session, data: bytes, name: str, mime: str) -> int:
    """Keep a file and give its id. Raises Invalid above 25 MB."""
    if len(data) > LARGEST:
        raise Invalid("attachment", "vault.attachment_too_large", size=len(data) // 1024 // 1024)
    drawer = drawer_of(session)
    table = drawer.tables.attachments
    digest = hashlib.sha256(data).hexdigest()
    known = session.scalars(select(table).filter_by(sha256=digest, name=name, mime=mime)).first()
    if known is not None:
        return known.id
    row = table()
    row.sha256, row.name, row.mime = digest, name, mime
    row.size, row.added_at, row.data = len(data), drawer.clock.now(), data
    session.add(row)
    session.flush()
    return row.id


def load(session: Session, attachment_id: int) -> Attachment:
    """A kept file with its content. Raises LookupError when there is none of this id."""
    table = drawer_of(session).tables.attachments
    row = session.get(table, attachment_id, options=[undefer(table.data)])
    if row is None:
        raise LookupError(attachment_id)
    return Attachment(row.id, row.name, row.mime, row.sha256, row.size, row.data)


def digest(session: Session, attachment_id: int) -> str:
    """The SHA-256 of a kept file, or nothing when there is none of this id."""
    row = session.get(drawer_of(session).tables.attachments, attachment_id)
    return row.sha256 if row is not None else ""


def remove(session: Session, attachment_id: int) -> None:
    """Take a file out of the drawer; its pages are overwritten (secure_delete)."""
    row = session.get(drawer_of(session).tables.attachments, attachment_id)
    if row is not None:
        session.delete(row)
