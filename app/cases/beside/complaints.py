"""Complaints about the school: the committee's opinion and the board's answer; papers kept apart (WPO 14)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.cases import access, limits
from app.cases.beside.lines import ComplaintLine, DueAnswer, PaperLine
from app.cases.beside.tables import Complaint, ComplaintPaper
from app.cases.evidence import files
from app.cases.tables import Case
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.terms import compute_term
from app.protocol.rules import Protocol
from app.vault import attachments
from app.vault.attachments import Attachment
from app.vault.drawers.database import Drawer

_TERM = "complaint.board_reaction"


class Complaints:
    """The complaints of a case, for the leadership alone; nothing of them enters a timeline or a dossier."""

    def __init__(self, casework: Drawer, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._protocol = protocol
        self._clock = clock

    def of_case(self, case_id: int) -> tuple[ComplaintLine, ...]:
        """The complaints in a case, the oldest first."""
        access.only_leadership(self._drawer.user)
        with self._drawer.read() as session:
            access.seen(session, self._drawer.user, case_id)
            rows = session.scalars(select(Complaint).filter_by(case_id=case_id).order_by(Complaint.id)).all()
            return tuple(_line(session, row) for row in rows)

    def waiting(self) -> tuple[DueAnswer, ...]:
        """The complaints that the board must still answer, the most urgent first."""
        access.only_leadership(self._drawer.user)
        with self._drawer.read() as session:
            rows = session.execute(_unanswered())
            return tuple(DueAnswer(row.id, row.case_id, row.number, row.answer_due) for row in rows)

    def receive(self, case_id: int, subject: str, received_on: date) -> int:
        """Record that a complaint came in; gives its id."""
        about = limits.line("subject", subject)
        if not about:
            raise Invalid("subject", "cases.no_title")
        self._not_later("received_on", received_on)
        with self._case("complaint.received", case_id) as session:
            name = self._drawer.user.name
            row = Complaint(case_id=case_id, subject=about, received_on=received_on, by_name=name)
            session.add(row)
            session.flush()
            return row.id

    def to_committee(self, case_id: int, complaint_id: int, on: date) -> None:
        """The complaint went to the complaints committee."""
        self._not_later("on", on)
        with self._row("complaint.passed_on", case_id, complaint_id) as (_session, row):
            self._not_before(row.received_on, on)
            row.to_committee_on = on

    def opinion(self, case_id: int, complaint_id: int, on: date, text: str) -> date:
        """The committee gave its opinion; gives the last day for the board's answer."""
        self._not_later("on", on)
        words = limits.words("text", text)
        with self._row("opinion.received", case_id, complaint_id) as (_session, row):
            self._not_before(row.to_committee_on or row.received_on, on)
            row.opinion_on, row.opinion = on, words
            row.answer_due = compute_term(self._protocol.term(_TERM, on), on).last_day
            return row.answer_due

    def answer(self, case_id: int, complaint_id: int, on: date, text: str) -> None:
        """The board answered; with that the complaint is handled."""
        self._not_later("on", on)
        words = limits.words("text", text)
        with self._row("complaint.answered", case_id, complaint_id) as (_session, row):
            self._not_before(row.opinion_on or row.received_on, on)
            row.answered_on, row.answer, row.handled_on = on, words, on

    def add_paper(self, case_id: int, complaint_id: int, data: bytes, name: str) -> None:
        """Keep a paper of the complaint."""
        mime = files.check(data, name)
        with self._row("complaint.filed", case_id, complaint_id) as (session, row):
            kept = attachments.add(session, data, limits.line("name", name), mime)
            by = self._drawer.user.name
            session.add(
                ComplaintPaper(complaint_id=row.id, attachment_id=kept, name=name, by_name=by, at=self._clock.now())
            )

    def paper(self, case_id: int, paper_id: int) -> Attachment:
        """One paper; that it was looked at stays in the log."""
        with self._case("complaint.viewed", case_id) as session:
            row = session.get(ComplaintPaper, paper_id)
            owner = session.get(Complaint, row.complaint_id) if row is not None else None
            if row is None or owner is None or owner.case_id != case_id:
                raise Refused("cases.complaint_unknown")
            return attachments.load(session, row.attachment_id)

    @contextmanager
    def _case(self, action: str, case_id: int) -> Iterator[Session]:
        access.only_leadership(self._drawer.user)
        with self._drawer.write(action, f"case:{case_id}") as session:
            access.seen(session, self._drawer.user, case_id)
            yield session

    @contextmanager
    def _row(self, action: str, case_id: int, complaint_id: int) -> Iterator[tuple[Session, Complaint]]:
        with self._case(action, case_id) as session:
            row = session.get(Complaint, complaint_id)
            if row is None or row.case_id != case_id:
                raise Refused("cases.complaint_unknown")
            yield session, row

    def _not_later(self, field: str, on: date) -> None:
        if on > self._clock.today():
            raise Invalid(field, "cases.in_future")

    def _not_before(self, first: date, on: date) -> None:
        if on < first:
            raise Invalid("on", "cases.complaint_order")


@cache
def _unanswered() -> Select[int, int, str, date | None]:
    """Always the same statement, so that Vandaag need not build it anew."""
    due = Complaint.answer_due.is_not(None)
    query = select(Complaint.id, Complaint.case_id, Case.number, Complaint.answer_due)
    mine = query.join(Case, Case.id == Complaint.case_id).where(access.visible_here(leads=True))
    return mine.where(Complaint.answered_on.is_(None), due).order_by(Complaint.answer_due)


def _line(session: Session, row: Complaint) -> ComplaintLine:
    query = select(ComplaintPaper).filter_by(complaint_id=row.id).order_by(ComplaintPaper.id)
    return ComplaintLine(
        id=row.id,
        case_id=row.case_id,
        subject=row.subject,
        received_on=row.received_on,
        to_committee_on=row.to_committee_on,
        opinion_on=row.opinion_on,
        opinion=row.opinion,
        answer_due=row.answer_due,
        answered_on=row.answered_on,
        answer=row.answer,
        handled_on=row.handled_on,
        papers=tuple(PaperLine(one.id, one.name, one.at, one.by_name) for one in session.scalars(query)),
    )
