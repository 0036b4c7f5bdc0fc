"""Who may see which case: leadership all but those they stepped aside from, a coordinator what was granted."""

from __future__ import annotations

from functools import cache

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true
from sqlalchemy.orm import Session

from app.cases.beside.tables import CaseRecusal
from app.cases.rules import EntryKind, InvolvementRole, Status
from app.cases.tables import Case, CaseGrant, Entry, Involvement
from app.kernel.errors import Refused
from app.vault.keys.keyring import User


def visible_to(user: User) -> ColumnElement[bool]:
    """The condition on cases that this user, who need not be the one at work, may see."""
    return _visible(user.id, leads=user.role.leads)


@cache
def visible_here(*, leads: bool) -> ColumnElement[bool]:
    """The condition on cases that the user at work may see: the same for everybody, so that statements can be kept."""
    return _visible(func.me(), leads=leads)


@cache
def ids_here(*, leads: bool) -> Select[int]:
    """The ids of the cases that the user at work may see, as a query to keep another one to them; always the same."""
    return select(Case.id).where(visible_here(leads=leads))


def readable_by(user: User) -> ColumnElement[bool]:
    """The condition on lines of a timeline: what is internal is for the leadership, and for who wrote it."""
    if user.role.leads:
        return true()
    return or_(Entry.internal.is_(False), Entry.kind == EntryKind.EVIDENCE, Entry.by_id == user.id)


def known_to(user: User) -> ColumnElement[bool]:
    """The condition on parts in a case of which this user may know whose they are; a protected reporter is hidden."""
    if user.role.leads:
        return true()
    shielded = select(Case.id).where(Case.reporter_protected)
    return or_(Involvement.role != InvolvementRole.REPORTER, Involvement.case_id.not_in(shielded))


def files_closed_to(user: User) -> ColumnElement[bool]:
    """The condition on lines with a file that this user may know of but not look at; never what they brought in."""
    if user.role.leads:
        return false()
    opened = _granted(user.id).where(CaseGrant.sees_files.is_(True))
    return and_(Entry.kind == EntryKind.EVIDENCE, Entry.by_id != user.id, Entry.case_id.not_in(opened))


def refuse_closed_file(session: Session, user: User, entry_id: int) -> None:
    """Raise Refused for the file under a line that this user may not look at: that is a right of its own."""
    if session.scalars(select(Entry.id).where(Entry.id == entry_id, files_closed_to(user))).first() is not None:
        raise Refused("cases.no_files")


def visible_ids(user: User) -> Select[int]:
    """The ids of the cases that this user may see."""
    return select(Case.id).where(visible_to(user))


def hidden_from(session: Session, user: User) -> frozenset[int]:
    """The cases that this user stepped aside from."""
    return frozenset(session.scalars(_stepped_aside(user.id)))


def seen(session: Session, user: User, case_id: int) -> Case:
    """The row of a case that this user may see.

    Raises Refused: the same for absent and for forbidden, another for a case that the user stepped aside from.
    """
    row = session.scalars(select(Case).where(Case.id == case_id, visible_to(user))).first()
    if row is None:
        _explain(session, user, case_id)
        raise Refused("cases.unknown")
    return row


def may_see(session: Session, user: User, case_id: int) -> bool:
    """Whether this user, who need not be the one at work, may see a case."""
    return session.scalars(visible_ids(user).where(Case.id == case_id)).first() is not None


def writable(session: Session, user: User, case_id: int) -> Case:
    """The row of an open case that this user may add to. Raises Refused when it is closed."""
    row = seen(session, user, case_id)
    if row.status == Status.CLOSED:
        raise Refused("cases.is_closed")
    return row


def only_leadership(user: User) -> None:
    """Raise Refused unless the user is the director or the board."""
    user.must_lead("cases.only_leadership")


def _visible(user_id: str | ColumnElement[str], *, leads: bool) -> ColumnElement[bool]:
    allowed = Case.id.not_in(_stepped_aside(user_id))
    if leads:
        return allowed
    return Case.id.in_(_granted(user_id)) & Case.is_employee_case.is_(False) & allowed


def _granted(user_id: str | ColumnElement[str]) -> Select[int]:
    """The cases that a coordinator was let into: not out again since, and the last day, if there is one, counts."""
    lasts = or_(CaseGrant.until.is_(None), CaseGrant.until >= func.today())
    return select(CaseGrant.case_id).where(CaseGrant.user_id == user_id, CaseGrant.revoked_at.is_(None), lasts)


def _stepped_aside(user_id: str | ColumnElement[str]) -> Select[int]:
    return select(CaseRecusal.case_id).where(CaseRecusal.user_id == user_id, CaseRecusal.lifted_at.is_(None))


def _explain(session: Session, user: User, case_id: int) -> None:
    query = select(CaseRecusal).filter_by(case_id=case_id, user_id=user.id, lifted_at=None)
    row = session.scalars(query).first()
    if row is not None:
        raise Refused("cases.stepped_aside", name=row.replaced_by)
