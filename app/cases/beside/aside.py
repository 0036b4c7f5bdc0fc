"""Stepping aside: who is involved in a case or related to it is locked out, and another takes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, limits, timeline
from app.cases.beside import granting
from app.cases.beside.lines import AsideLine
from app.cases.beside.tables import CaseRecusal
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind, InvolvementRole
from app.cases.tables import Case, Involvement
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.kernel.names import PersonName, fold, full
from app.kernel.texts import _, speaking
from app.people.rules import PersonKind
from app.people.service import People
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import User

Users = Callable[[], Sequence[User]]
_TOUCHED = frozenset({InvolvementRole.ACTOR, InvolvementRole.AFFECTED, InvolvementRole.GUARDIAN})


class SteppingAside:
    """Locking a user out of one case by hand, and letting them in again."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock
        self._users: Users = tuple

    def follow_users(self, users: Users) -> None:
        """Let the store tell who can open casework now."""
        self._users = users

    def candidates(self) -> tuple[User, ...]:
        """The users who can hold casework."""
        return tuple(user for user in self._users() if user.role.holds_casework)

    @speaking("nl")
    def step_aside(self, case_id: int, user: User, reason: str, replaced_by: User | None) -> None:
        """Lock a user out of a case, with the reason and who takes over."""
        why = limits.line("reason", reason)
        if not why:
            raise Invalid("reason", "cases.no_reason")
        if replaced_by is None or not replaced_by.role.leads or replaced_by.id == user.id:
            raise Invalid("replaced_by", "cases.no_replacement")
        me = self._drawer.user
        if user.id != me.id:
            access.only_leadership(me)
        with self._drawer.write("user.stepped_aside", f"case:{case_id}") as session:
            case = access.seen(session, me, case_id)
            if replaced_by.id in {row.user_id for row in _standing(session, case_id)}:
                raise Invalid("replaced_by", "cases.no_replacement")
            lock(session, case, user, why, replaced_by, me, self._clock.now())

    @speaking("nl")
    def hand_over(self, case_id: int, user: User, reason: str) -> None:
        """Let another handle the case: from the leadership, or a coordinator who may see it. Leadership only."""
        me, now, why = self._drawer.user, self._clock.now(), limits.line("reason", reason)
        access.only_leadership(me)
        if not why:
            raise Invalid("reason", "cases.no_reason")
        with self._drawer.write("case.handed_over", f"case:{case_id}") as session:
            case = access.writable(session, me, case_id)
            aside = {row.user_id for row in _standing(session, case_id)}
            if user.id in {*aside, case.owner_id} or not access.may_see(session, user, case_id):
                raise Invalid("user", "cases.no_handler")
            last = None if user.role.leads else granting.until(session, case_id, user.id)
            if last is not None:
                raise Invalid("user", "cases.handler_leaves", name=user.name, until=last)
            case.owner_id, case.owner_name = user.id, user.name
            title = _("{name} behandelt de zaak").format(name=user.name)
            timeline.add(session, case, NewEntry(EntryKind.STATUS, title, why, internal=True), me, now)

    @speaking("nl")
    def let_back(self, case_id: int, user_id: str, reason: str) -> None:
        """Let a user see the case again; never by that user."""
        access.only_leadership(self._drawer.user)
        why = limits.line("reason", reason)
        if not why:
            raise Invalid("reason", "cases.no_reason")
        with self._drawer.write("user.let_back", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            now, by = self._clock.now(), self._drawer.user
            for row in _standing(session, case_id):
                if row.user_id == user_id:
                    row.lifted_at, row.lifted_by, row.lift_reason = now, by.name, why
                    title = _("{name} kan de zaak weer zien").format(name=row.user_name)
                    timeline.add(session, case, NewEntry(EntryKind.STATUS, title, why, internal=True), by, now)


def aside_from(session: Session, case_id: int) -> tuple[AsideLine, ...]:
    """Who is locked out of this case now."""
    return tuple(
        AsideLine(row.user_id, row.user_name, row.reason, row.replaced_by, row.at, row.by_name)
        for row in _standing(session, case_id)
    )


def lock(session: Session, case: Case, user: User, why: str, other: User, by: User, now: datetime) -> None:
    """Write the lock and hand the case over when it was theirs."""
    session.add(
        CaseRecusal(
            case_id=case.id,
            user_id=user.id,
            user_name=user.name,
            reason=why,
            replaced_by=other.name,
            by_name=by.name,
            at=now,
        )
    )
    if case.owner_id == user.id:
        case.owner_id, case.owner_name = other.id, other.name
    title = _("{name} doet een stap opzij").format(name=user.name)
    text = _("{why} {other} behandelt de zaak.").format(why=_sentence(why), other=other.name)
    timeline.add(session, case, NewEntry(EntryKind.STATUS, title, text, internal=True), by, now)


@speaking("nl")
def notice_relations(
    session: Session, people: People, users: Sequence[User], case: Case, row: Involvement, by: User, now: datetime
) -> None:
    """Lock out the users who are this person or a parent of this child; without another leader only say so."""
    if row.person_id is None or row.role not in _TOUCHED:
        return
    standing = {one.user_id for one in _standing(session, case.id)}
    for user, why in _related(people, users, row):
        others = [one for one in users if one.role.leads and one.id != user.id and one.id not in standing]
        if user.id in standing:
            continue
        if others:
            lock(session, case, user, why, others[0], by, now)
            standing.add(user.id)
        else:
            title = _("{name} is zelf betrokken, en er is niemand anders").format(name=user.name)
            text = _("{why} Vraag het bestuur wie deze zaak kan overnemen.").format(why=_sentence(why))
            timeline.add(session, case, NewEntry(EntryKind.NOTE, title, text, internal=True), by, now)


def _related(people: People, users: Sequence[User], row: Involvement) -> Iterator[tuple[User, str]]:
    """The users whose name is that of this person, or of a guardian of this pupil."""
    person = people.person(row.person_id or 0)
    names: list[tuple[PersonName, str]] = [(person.name, _("Zelf betrokken bij deze zaak."))]
    if person.kind is PersonKind.PUPIL:
        reason = _("Ouder van {name}.").format(name=full(person.name))
        names += [(guardian.name, reason) for guardian in people.pupil(person.id).guardians]
    for user in users:
        if user.role.holds_casework:
            reasons = [reason for name, reason in names if fold(user.name) in _spellings(name)]
            if reasons:
                yield user, reasons[0]


def _spellings(name: PersonName) -> set[str]:
    """The ways in which a user may be called: ``Els Terpstra``, ``E. Terpstra``."""
    firsts = {name.first_name, name.initials, f"{name.first_name[:1]}." if name.first_name else ""} - {""}
    return {fold(f"{first} {name.infix} {name.surname}") for first in firsts}


def _standing(session: Session, case_id: int) -> Sequence[CaseRecusal]:
    query = select(CaseRecusal).filter_by(case_id=case_id, lifted_at=None).order_by(CaseRecusal.id)
    return session.scalars(query).all()


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
