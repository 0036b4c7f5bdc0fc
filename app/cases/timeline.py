"""The timeline of a case: its entries, their corrections, what is filed for whom, and the evidence under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases import limits, phones
from app.cases.inputs import NewEntry
from app.cases.lines import EntryLine, EntryVersionLine, EvidenceLine
from app.cases.rules import EntryKind
from app.cases.tables import Case, Entry, EntryFiling, EntryVersion, Evidence, Involvement
from app.kernel.errors import Invalid, Refused
from app.vault import search
from app.vault.keys.keyring import User


def add(session: Session, case: Case, new: NewEntry, user: User, now: datetime, *, is_report: bool = False) -> Entry:
    """Write one line, make it findable, and remember who was heard and whose dossier it enters."""
    at = new.at or now
    if at > now:
        raise Invalid("at", "cases.in_future")
    title, text = limits.line("title", new.title), limits.words("text", new.text)
    if not title:
        raise Invalid("title", "cases.no_title")
    entry = Entry(
        case_id=case.id,
        kind=new.kind,
        at=at,
        recorded_at=now,
        by_id=user.id,
        by_name=user.name,
        title=title,
        text=text,
        internal=new.internal,
        both_sides=new.both_sides,
        comment_asked_on=new.comment_asked_on,
        comment_due=new.comment_due,
        is_report=is_report,
    )
    session.add(entry)
    session.flush()
    session.add_all(EntryFiling(entry_id=entry.id, person_id=person) for person in dict.fromkeys(new.files_for))
    _remember_heard(session, case, new.heard, at)
    case.changed_at = now
    case.last_entry_at, case.last_entry_by = now, user.id
    _index(session, entry)
    return entry


def correct(session: Session, entry: Entry, title: str, text: str, user: User, now: datetime) -> None:
    """Give a line a new version; the old one stays readable."""
    title, text = limits.line("title", title), limits.words("text", text)
    if not title:
        raise Invalid("title", "cases.no_title")
    session.add(
        EntryVersion(
            entry_id=entry.id,
            version=entry.version,
            title=entry.title,
            text=entry.text,
            by_name=entry.by_name,
            recorded_at=entry.recorded_at,
        )
    )
    entry.title, entry.text = title, text
    entry.by_id, entry.by_name = user.id, user.name
    entry.recorded_at = now
    entry.version += 1
    _index(session, entry)


def comment(entry: Entry, on: date, text: str, now: datetime) -> None:
    """Keep what somebody wrote back on a report that was sent to them, beside the report itself."""
    if on > now.date():
        raise Invalid("on", "cases.in_future")
    if entry.comment_asked_on is not None and on < entry.comment_asked_on:
        raise Invalid("on", "cases.comment_too_early")
    entry.comment_on, entry.comment = on, limits.words("text", text)


def entry_of(session: Session, case_id: int, entry_id: int, readable: ColumnElement[bool]) -> Entry:
    """A line of this case that may be read. Raises Refused when the case has no such line."""
    entry = session.scalars(select(Entry).where(Entry.id == entry_id, Entry.case_id == case_id, readable)).first()
    if entry is None:
        raise Refused("cases.entry_unknown")
    return entry


def entries(
    session: Session, case_id: int, kinds: Collection[EntryKind], limit: int, readable: ColumnElement[bool]
) -> tuple[EntryLine, ...]:
    """The newest lines of a case that may be read, newest first; all kinds when none are named."""
    query = select(Entry).where(Entry.case_id == case_id, readable)
    if kinds:
        query = query.where(Entry.kind.in_(kinds))
    return lines_of(session, session.scalars(query.order_by(Entry.at.desc(), Entry.id.desc()).limit(limit)).all())


def lines_of(session: Session, rows: Sequence[Entry]) -> tuple[EntryLine, ...]:
    """Lines for these entries, with their filings and files."""
    ids = [row.id for row in rows]
    filed: dict[int, list[int]] = defaultdict(list)
    query = select(EntryFiling.entry_id, EntryFiling.person_id).where(EntryFiling.entry_id.in_(ids))
    for entry_id, person_id in session.execute(query):
        filed[entry_id].append(person_id)
    files = {row.entry_id: row for row in session.scalars(select(Evidence).where(Evidence.entry_id.in_(ids)))}
    return tuple(_line(row, filed.get(row.id, ()), files.get(row.id)) for row in rows)


def versions(session: Session, entry_id: int) -> tuple[EntryVersionLine, ...]:
    """How a line read before each correction, newest first."""
    query = select(EntryVersion).where(EntryVersion.entry_id == entry_id).order_by(EntryVersion.version.desc())
    return tuple(
        EntryVersionLine(row.version, row.title, row.text, row.by_name, row.recorded_at)
        for row in session.scalars(query)
    )


def _line(row: Entry, filed: Sequence[int], file: Evidence | None) -> EntryLine:
    return EntryLine(
        id=row.id,
        case_id=row.case_id,
        kind=EntryKind(row.kind),
        at=row.at,
        recorded_at=row.recorded_at,
        by=row.by_name,
        title=row.title,
        text=row.text,
        internal=row.internal,
        both_sides=row.both_sides,
        version=row.version,
        is_report=row.is_report,
        comment_asked_on=row.comment_asked_on,
        comment_due=row.comment_due,
        comment_on=row.comment_on,
        comment=row.comment,
        filed_for=tuple(filed),
        evidence=_evidence_line(file, row.recorded_at) if file else None,
    )


def _evidence_line(row: Evidence, filed_at: datetime) -> EvidenceLine:
    return EvidenceLine(
        id=row.id,
        attachment_id=row.attachment_id,
        name=row.name,
        mime=row.mime,
        sha256=row.sha256,
        size=row.size,
        description=row.description,
        captured_at=row.captured_at,
        filed_at=filed_at,
        source=row.source,
        masked_at=row.masked_at if row.masked_id is not None else None,
        masked_by=row.masked_by,
        destroyed_at=row.destroyed_at,
        destroyed_by=row.destroyed_by,
        destroyed_why=row.destroyed_why,
        masked_id=row.masked_id,
    )


def _remember_heard(session: Session, case: Case, involvement_ids: Iterable[int], at: datetime) -> None:
    for involvement_id in involvement_ids:
        row = session.get(Involvement, involvement_id)
        if row is not None and row.case_id == case.id:
            row.heard_at = max(row.heard_at, at) if row.heard_at else at


def _index(session: Session, entry: Entry) -> None:
    body = " ".join((entry.text, *phones.in_text(entry.text)))
    search.put(session, "entry", f"case:{entry.case_id}#{entry.id}", entry.title, body)


def file_for(session: Session, entry: Entry, persons: Sequence[int]) -> None:
    """Make these persons the only ones whose dossier the entry enters."""
    rows = {row.person_id: row for row in session.scalars(select(EntryFiling).filter_by(entry_id=entry.id))}
    for person_id, row in rows.items():
        if person_id not in persons:
            session.delete(row)
    session.add_all(EntryFiling(entry_id=entry.id, person_id=person) for person in persons if person not in rows)
