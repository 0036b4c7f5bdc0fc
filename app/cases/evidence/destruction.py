"""Destroying evidence in two steps that survive a power cut: out of the drawer, then out of every backup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import timeline
from app.cases.beside.tables import CaseSignOff, ComplaintPaper, Destruction
from app.cases.evidence import loose
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.cases.tables import Case, Evidence
from app.kernel.errors import Refused
from app.kernel.texts import _, ngettext
from app.vault import attachments, search
from app.vault.keys.keyring import User

_OF_CASES = frozenset({Evidence.__tablename__, ComplaintPaper.__tablename__, CaseSignOff.__tablename__})


@dataclass(frozen=True)
class Destroying:
    """A destruction on its way: ``digests`` are the SHA-256 of what has to leave the backups too."""

    id: int
    name: str
    digests: tuple[str, ...]


def begin(session: Session, case: Case, row: Evidence, why: str, by: User, now: datetime) -> Destroying:
    """Take the content out of the drawer, and remember that the backups still hold it.

    Raises Refused when it is also part of something that must stay, such as a letter that was sent.
    """
    name, digests = row.name, tuple(dict.fromkeys(_take_out(session, row, why, by, now)))
    loose.take_out(session, digests)
    found = Destruction(case_id=case.id, name=name, digests=list(digests), reason=why, began_at=now)
    session.add(found)
    session.flush()
    return Destroying(found.id, name, digests)


def unfinished(session: Session) -> tuple[Destroying, ...]:
    """The destructions of which the backups may still hold something, the oldest first."""
    rows = session.scalars(select(Destruction).filter_by(done_at=None).order_by(Destruction.id))
    return tuple(Destroying(row.id, row.name, tuple(row.digests)) for row in rows)


def finish(session: Session, destruction_id: int, cleaned: int, by: User, now: datetime) -> None:
    """Write in the case that the backups are clean too; once."""
    row = session.get(Destruction, destruction_id)
    case = session.get(Case, row.case_id) if row is not None else None
    if row is None or case is None or row.done_at is not None:
        return
    row.done_at = now
    text = _("{name} stond in geen enkele reservekopie.").format(name=row.name)
    if cleaned:
        copies = ngettext("{n} reservekopie", "{n} reservekopieën", cleaned)
        text = _("{name} is ook weg uit {copies}.").format(name=row.name, copies=copies)
    entry = NewEntry(EntryKind.STATUS, _("Vernietiging voltooid"), text, internal=True)
    timeline.add(session, case, entry, by, now)


def _take_out(session: Session, row: Evidence, why: str, by: User, now: datetime) -> Iterator[str]:
    """Every place that holds this content loses it: the same picture may have come twice."""
    originals = attachments.same_as(session, {row.sha256})
    if attachments.holders(session, originals) - _OF_CASES:
        raise Refused("cases.file_elsewhere")
    masked = set()
    for same in session.scalars(select(Evidence).filter_by(sha256=row.sha256, destroyed_at=None)).all():
        if same.masked_id is not None:
            masked.add(same.masked_id)
        same.masked_id = None
        same.destroyed_at, same.destroyed_by, same.destroyed_why = now, by.name, why
        search.take_out(session, "evidence", f"case:{same.case_id}#{same.entry_id}")
    yield row.sha256
    for attachment_id in originals:
        attachments.remove(session, attachment_id)
    for attachment_id in masked:
        digest = attachments.digest(session, attachment_id)
        if attachments.release(session, attachment_id):
            yield digest
