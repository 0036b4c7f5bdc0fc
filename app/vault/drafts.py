"""What somebody was typing, kept in the drawer so that a crash, a lock or a phone call loses nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.vault.drawers.database import Drawer, drawer_of
from app.vault.tables import DraftMixin


@dataclass(frozen=True)
class DraftLine:
    """An unfinished form: which, about what, since when, and the title that was typed in it."""

    form: str
    key: str
    at: datetime
    title: str = ""


def save(drawer: Drawer, form: str, key: str, payload: Mapping[str, Any]) -> None:
    """Keep the last version of what this user typed; a key may hold a name, so the log tells the form only."""
    with drawer.write("draft.kept", form) as session:
        row = _row(session, drawer, form, key)
        if row is None:
            row = drawer.tables.drafts()
            row.form, row.key, row.user_id = form, key, drawer.user.id
            session.add(row)
        row.at = drawer.clock.now()
        row.payload = dict(payload)


def load(drawer: Drawer, form: str, key: str) -> dict[str, Any] | None:
    """What this user had typed in this form, or None."""
    with drawer.read() as session:
        row = _row(session, drawer, form, key)
        return None if row is None else dict(row.payload)


def discard(drawer: Drawer, form: str, key: str) -> None:
    """Forget what was typed, because it was saved or thrown away."""
    if load(drawer, form, key) is None:
        return
    with drawer.write("draft.discarded", form) as session:
        row = _row(session, drawer, form, key)
        if row is not None:
            session.delete(row)


def take_out(session: Session, form: str, keys: Collection[str]) -> None:
    """Take away these unfinished forms of every user, in a write block."""
    table = drawer_of(session).tables.drafts
    for row in session.scalars(select(table).where(table.form == form, table.key.in_(keys))).all():
        session.delete(row)


def of_user(drawer: Drawer) -> tuple[DraftLine, ...]:
    """This user's unfinished forms, newest first."""
    table = drawer.tables.drafts
    with drawer.read() as session:
        rows = session.scalars(select(table).filter_by(user_id=drawer.user.id).order_by(table.at.desc()))
        return tuple(DraftLine(row.form, row.key, row.at, _title(row.payload)) for row in rows)


def _title(payload: Mapping[str, Any]) -> str:
    title = payload.get("title", "")
    return " ".join(title.split()) if isinstance(title, str) else ""


def _row(session: Session, drawer: Drawer, form: str, key: str) -> DraftMixin | None:
    table = drawer.tables.drafts
    return session.scalars(select(table).filter_by(form=form, key=key, user_id=drawer.user.id)).first()
