"""Letting coordinators into one case and out again, for good or until a day; what was given stays on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.rules import Confidentiality
from app.cases.tables import Case, CaseGrant
from app.kernel.errors import Invalid
from app.vault.keys.keyring import User

UNTIL = "until:{}"  # the field of a user's last day


@dataclass(frozen=True)
class Grant:
    """Who is let in, whether to photos and other files too, and the last day, if there is one."""

    user: User
    sees_files: bool = True
    until: date | None = None


def check(case: Case, grants: Sequence[Grant], today: date) -> None:
    """Raise Invalid for a last day that is over, and for one of who handles the case: it would be nobody's then."""
    for grant in grants:
        if grant.until is None:
            continue
        if grant.until < today:
            raise Invalid(UNTIL.format(grant.user.id), "cases.access_day_over")
        if grant.user.id == case.owner_id:
            raise Invalid(UNTIL.format(grant.user.id), "cases.handler_until", name=grant.user.name)


def set_access(session: Session, case: Case, grants: Sequence[Grant], by: User, now: datetime) -> None:
    """Let exactly these users in: new ones from now, the others no longer."""
    rows = {row.user_id: row for row in session.scalars(select(CaseGrant).filter_by(case_id=case.id, revoked_at=None))}
    wanted = {grant.user.id for grant in grants}
    for user_id, row in rows.items():
        if user_id not in wanted:
            row.revoked_at = now
    for grant in grants:
        if grant.user.id in rows:
            rows[grant.user.id].sees_files, rows[grant.user.id].until = grant.sees_files, grant.until
        else:
            session.add(_row(case, grant, by, now))
    case.confidentiality = Confidentiality.GRANTED if grants else Confidentiality.LEADERSHIP


def until(session: Session, case_id: int, user_id: str) -> date | None:
    """The last day on which this user may see the case; None when there is none."""
    query = select(CaseGrant.until).filter_by(case_id=case_id, user_id=user_id, revoked_at=None)
    return session.scalars(query).first()


def _row(case: Case, grant: Grant, by: User, now: datetime) -> CaseGrant:
    return CaseGrant(
        case_id=case.id,
        user_id=grant.user.id,
        user_name=grant.user.name,
        by_name=by.name,
        sees_files=grant.sees_files,
        until=grant.until,
        granted_at=now,
        revoked_at=None,
    )
