"""Files kept inside a drawer, exactly as they came, once per content."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Column, func, select
from sqlalchemy.orm import Session, undefer

from app.kernel.errors import Invalid, Refused
from app.vault.drawers.database import Drawer, drawer_of

LARGEST = 25 * 1024 * 1024
_NAMES = ("attachment_id", "masked_id", "logo_id", "scan_id", "proof_id")  # columns that refer to one without a key


class Missing(Refused, LookupError):  # noqa: N818 - named as its parent
    """There is no file of this id any more: it was destroyed, or an older copy of the drawer was put back."""


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
    """A kept file with its content. Raises Missing when there is none of this id."""
    table = drawer_of(session).tables.attachments
    row = session.get(table, attachment_id, options=[undefer(table.data)])
    if row is None:
        raise Missing("vault.attachment_gone")
    return Attachment(row.id, row.name, row.mime, row.sha256, row.size, row.data)


def digest(session: Session, attachment_id: int) -> str:
    """The SHA-256 of a kept file, or nothing when there is none of this id."""
    row = session.get(drawer_of(session).tables.attachments, attachment_id)
    return row.sha256 if row is not None else ""


def remove(session: Session, attachment_id: int) -> None:
    """Take a file out of the drawer, whoever refers to it; its pages are overwritten (secure_delete)."""
    row = session.get(drawer_of(session).tables.attachments, attachment_id)
    if row is not None:
        session.delete(row)


def release(session: Session, attachment_id: int) -> bool:
    """Take a file out of the drawer when no row refers to it any more; whether it went.

    The same content under the same name is kept once, so another row may need it.
    """
    session.flush()
    if holders(session, (attachment_id,)):
        return False
    remove(session, attachment_id)
    return True


def holders(session: Session, ids: Collection[int]) -> frozenset[str]:
    """The tables in which a row refers to one of these files."""
    return frozenset(
        column.table.name
        for column in columns(drawer_of(session))
        if session.scalar(select(func.count()).select_from(column.table).where(column.in_(ids)))
    )


def columns(drawer: Drawer) -> Iterator[Column[int]]:
    """Every column of a drawer that refers to a file."""
    for table in drawer.tables.base.metadata.sorted_tables:
        for column in table.columns:
            if column.name in _NAMES or any(key.target_fullname == "attachments.id" for key in column.foreign_keys):
                yield column


def same_as(session: Session, digests: Collection[str]) -> tuple[int, ...]:
    """The ids of all files with one of these contents, under whatever name."""
    table = drawer_of(session).tables.attachments
    return tuple(session.scalars(select(table.id).where(table.sha256.in_(digests))))
