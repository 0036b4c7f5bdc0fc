"""Letting coordinators into one case and out again; what was given stays on record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.rules import Confidentiality
from app.cases.tables import Case, CaseGrant
from app.vault.keys.keyring import User


def set_access(
    session: Session, case: Case, users: Collection[User], by: User, now: datetime, with_files: Collection[str] | None
) -> None:
    """Let exactly these users in: new ones from now, the others no longer.

    ``with_files`` are the ids of those who may look at photos and other files too; None means all of them.
    """
    rows = {row.user_id: row for row in session.scalars(select(CaseGrant).filter_by(case_id=case.id, revoked_at=None))}
    wanted = {user.id for user in users}
    for user_id, row in rows.items():
        if user_id not in wanted:
            row.revoked_at = now
    for user in users:
        sees_files = with_files is None or user.id in with_files
        if user.id in rows:
            rows[user.id].sees_files = sees_files
        else:
            session.add(
                CaseGrant(
                    case_id=case.id,
                    user_id=user.id,
                    user_name=user.name,
                    by_name=by.name,
                    sees_files=sees_files,
                    granted_at=now,
                    revoked_at=None,
                )
            )
    case.confidentiality = Confidentiality.GRANTED if users else Confidentiality.LEADERSHIP
