"""Referring to another body: whom, why, when to ask how it stands, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, course, limits, timeline
from app.cases.beside.lines import OVER, NewReferral, ReferralLine, ReferralState
from app.cases.beside.tables import CaseReferral
from app.cases.inputs import NewEntry, NewTask
from app.cases.rules import EntryKind
from app.cases.tables import Case, CaseTask
from app.cases.texts import word
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.texts import _, speaking
from app.vault.drawers.database import Drawer

TASK = "referral"


class Referrals:
    """Asking another body, and keeping what it answered; each leaves a line in the timeline."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    @speaking("nl")
    def refer(self, case_id: int, new: NewReferral) -> int:
        """Record that another body was asked, with a task for the day to ask how it stands; gives its id."""
        body, reason = limits.line("body", new.body), limits.words("reason", new.reason)
        if not body:
            raise Invalid("body", "cases.no_body")
        if not reason:
            raise Invalid("reason", "cases.no_reason")
        if new.referred_on > self._clock.today():
            raise Invalid("referred_on", "cases.in_future")
        if new.ask_on is not None and new.ask_on < new.referred_on:
            raise Invalid("ask_on", "cases.due_before")
        with self._drawer.write("referral.made", f"case:{case_id}") as session:
            case = access.writable(session, self._drawer.user, case_id)
            row = CaseReferral(case_id=case_id, body=body, reason=reason, referred_on=new.referred_on)
            row.contact, row.ask_on = limits.line("contact", new.contact), new.ask_on
            row.state, row.by_name = ReferralState.ASKED, self._drawer.user.name
            if new.ask_on is not None:
                task = NewTask(_("Navragen bij {body}").format(body=body), new.ask_on, template=TASK)
                row.task_id = course.add_task(session, case, task).id
            session.add(row)
            session.flush()
            self._tell(session, case, _("Doorverwezen naar {body}").format(body=body), reason)
            return row.id

    @speaking("nl")
    def answer(self, case_id: int, referral_id: int, state: ReferralState, on: date, result: str) -> None:
        """Keep what the other body answered; its task is done once nothing more is expected."""
        words = limits.words("result", result)
        if state in OVER and not words:
            raise Invalid("result", "cases.no_result")
        if on > self._clock.today():
            raise Invalid("on", "cases.in_future")
        with self._drawer.write("referral.answered", f"case:{case_id}") as session:
            case = access.writable(session, self._drawer.user, case_id)
            row = session.get(CaseReferral, referral_id)
            if row is None or row.case_id != case_id:
                raise Refused("cases.referral_unknown")
            if on < row.referred_on:
                raise Invalid("on", "cases.due_before")
            row.state, row.result, row.answered_on = state, words, on
            task = session.get(CaseTask, row.task_id) if row.task_id is not None else None
            if task is not None and task.done_on is None and state in OVER:
                task.done_on = on
            title = _("{body}: {state}").format(body=row.body, state=word("referral", state))
            self._tell(session, case, title, words)

    def _tell(self, session: Session, case: Case, title: str, text: str) -> None:
        entry = NewEntry(EntryKind.NOTE, title, text, internal=True)
        timeline.add(session, case, entry, self._drawer.user, self._clock.now())


def of_case(session: Session, case_id: int) -> tuple[ReferralLine, ...]:
    """The referrals of a case, the newest first."""
    query = select(CaseReferral).filter_by(case_id=case_id).order_by(CaseReferral.id.desc())
    rows: Sequence[CaseReferral] = session.scalars(query).all()
    return tuple(
        ReferralLine(
            id=row.id,
            body=row.body,
            contact=row.contact,
            reason=row.reason,
            referred_on=row.referred_on,
            ask_on=row.ask_on,
            state=ReferralState(row.state),
            result=row.result,
            answered_on=row.answered_on,
            by=row.by_name,
        )
        for row in rows
    )
