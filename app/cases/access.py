"""Who may see which case: leadership all of them, a coordinator the pupil cases that were granted."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from app.cases.rules import Status
from app.cases.tables import Case, CaseGrant
from app.kernel.errors import Refused
from app.vault.keyring import User


def visible_to(user: User) -> ColumnElement[bool]:
    """The condition on cases that this user may see."""
    if user.role.leads:
        return true()
    granted = select(CaseGrant.case_id).where(CaseGrant.user_id == user.id, CaseGrant.revoked_at.is_(None))
    return Case.id.in_(granted) & Case.is_employee_case.is_(False)


def seen(session: Session, user: User, case_id: int) -> Case:
    """The row of a case that this user may see. Raises Refused, the same for absent and for forbidden."""
    row = session.scalars(select(Case).where(Case.id == case_id, visible_to(user))).first()
    if row is None:
        raise Refused("cases.unknown")
    return row


def writable(session: Session, user: User, case_id: int) -> Case:
    """The row of an open case that this user may add to. Raises Refused when it is closed."""
    row = seen(session, user, case_id)
    if row.status == Status.CLOSED:
        raise Refused("cases.is_closed")
    return row


def only_leadership(user: User) -> None:
    """Raise Refused unless the user is the director or the board."""
    if not user.role.leads:
        raise Refused("cases.only_leadership")
