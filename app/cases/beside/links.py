"""Cases that have to do with each other."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.cases import access, limits
from app.cases.beside.lines import LinkLine
from app.cases.beside.tables import CaseLink
from app.cases.tables import Case
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User


class CaseLinks:
    """Linking two cases and taking the link away; both must be visible to the user."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def link(self, case_id: int, other_id: int, reason: str) -> None:
        """Say that two cases belong together, and why. Raises Invalid for the same case or the same link twice."""
        if case_id == other_id:
            raise Invalid("other_id", "cases.link_itself")
        why = limits.line("reason", reason)
        if not why:
            raise Invalid("reason", "cases.no_reason")
        first, second = sorted((case_id, other_id))
        with self._drawer.write("case.linked", f"case:{case_id}") as session:
            for one in (first, second):
                access.seen(session, self._drawer.user, one)
            if session.scalars(select(CaseLink).filter_by(case_id=first, other_id=second)).first() is not None:
                raise Invalid("other_id", "cases.linked_already")
            now, by = self._clock.now(), self._drawer.user.name
            session.add(CaseLink(case_id=first, other_id=second, reason=why, by_name=by, at=now))

    def unlink(self, case_id: int, link_id: int) -> None:
        """Take a link away; that it stood there stays in the log."""
        with self._drawer.write("case.unlinked", f"case:{case_id}") as session:
            access.seen(session, self._drawer.user, case_id)
            row = session.get(CaseLink, link_id)
            if row is not None and case_id in {row.case_id, row.other_id}:
                session.delete(row)


def links_of(session: Session, user: User, case_id: int) -> tuple[LinkLine, ...]:
    """The other cases, as far as this user may see them."""
    query = select(CaseLink).where(or_(CaseLink.case_id == case_id, CaseLink.other_id == case_id))
    rows = {row.other_id if row.case_id == case_id else row.case_id: row for row in session.scalars(query)}
    cases = select(Case.id, Case.number, Case.title).where(Case.id.in_(rows), access.visible_to(user))
    found = session.execute(cases.order_by(Case.id.desc()))
    return tuple(LinkLine(rows[other].id, other, number, title, rows[other].reason) for other, number, title in found)
