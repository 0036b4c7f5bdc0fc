"""Reading the log: who did what and when, filtered in the drawer, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from app.vault.drawers.database import Drawer
from app.vault.trail.audit import AuditLine, told


@dataclass(frozen=True)
class LogFilter:
    """Which lines: of one user (id), about these subjects (``case:12``), of one noun, since a moment and before one."""

    user_id: str = ""
    subjects: tuple[str, ...] = ()
    noun: str = ""
    since: datetime | None = None
    before: datetime | None = None
    drafts: bool = False


def lines(drawer: Drawer, wanted: LogFilter, limit: int = 500) -> tuple[AuditLine, ...]:
    """The newest lines that are wanted, without what changed: that is read for one line (``line``)."""
    table = drawer.tables.audit
    with drawer.read() as session:
        rows = session.scalars(select(table).where(*_conditions(drawer, wanted)).order_by(table.id.desc()).limit(limit))
        return tuple(told(row, with_changes=False) for row in rows)


def line(drawer: Drawer, number: int) -> AuditLine | None:
    """One line with what it changed, before and after; None when there is none."""
    with drawer.read() as session:
        row = session.get(drawer.tables.audit, number)
        return None if row is None else told(row, with_changes=True)


def last_opened(drawer: Drawer) -> dict[str, datetime]:
    """Per user (id) when they last opened the store before now."""
    table = drawer.tables.audit
    with drawer.read() as session:
        newest = select(table.user_id, func.max(table.at)).where(table.action == OPENED).group_by(table.user_id)
        return {row[0]: row[1] for row in session.execute(newest)}


def moments(drawer: Drawer, action: str) -> tuple[datetime, ...]:
    """When something was done, oldest first."""
    table = drawer.tables.audit
    with drawer.read() as session:
        return tuple(session.scalars(select(table.at).where(table.action == action).order_by(table.id)))


OPENED = "store.opened"


def _conditions(drawer: Drawer, wanted: LogFilter) -> list[ColumnElement[bool]]:
    table = drawer.tables.audit
    found: list[ColumnElement[bool]] = []
    if wanted.user_id:
        found.append(table.user_id == wanted.user_id)
    if wanted.subjects:
        found.append(table.subject.in_(wanted.subjects))
    if wanted.noun:
        found.append(table.action.startswith(f"{wanted.noun}.", autoescape=True))
    if wanted.since is not None:
        found.append(table.at >= wanted.since)
    if wanted.before is not None:
        found.append(table.at < wanted.before)
    if not wanted.drafts:
        found.append(~table.action.startswith("draft.", autoescape=True))
    return found
