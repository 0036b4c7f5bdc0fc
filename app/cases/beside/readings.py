"""Who read what: a case in which somebody else wrote since you looked at it is new to you."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.cases.beside.tables import CaseReading
from app.cases.tables import Case
from app.vault.keys.keyring import User

_UNREAD = (
    select(Case.id)
    .outerjoin(CaseReading, (CaseReading.case_id == Case.id) & (CaseReading.user_id == bindparam("user")))
    .where(Case.id.in_(bindparam("cases", expanding=True)), Case.last_entry_by.not_in(("", bindparam("user"))))
    .where(or_(CaseReading.at.is_(None), CaseReading.at < Case.last_entry_at))
)


def keep(session: Session, user: User, case_id: int, now: datetime) -> None:
    """Remember that this user looks at the case now."""
    row = session.scalars(select(CaseReading).filter_by(user_id=user.id, case_id=case_id)).first()
    if row is None:
        session.add(CaseReading(user_id=user.id, case_id=case_id, at=now))
    else:
        row.at = now


def unread(session: Session, user: User, case_ids: Collection[int]) -> frozenset[int]:
    """Of these cases, those in which somebody else wrote last and this user did not look since."""
    return frozenset(session.scalars(_UNREAD, {"cases": list(case_ids), "user": user.id}))
