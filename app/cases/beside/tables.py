"""Beside a case: links, stepping aside, sign-off, complaints, referrals, prevention, filters, and who read what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.tables import OfCase
from app.vault.tables import CaseworkBase, UtcDateTime


class Lifted:
    """When something that stood in the way was taken away again, by whom, and why."""

    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lifted_by: Mapped[str] = mapped_column(default="")
    lift_reason: Mapped[str] = mapped_column(default="")


class CaseLink(CaseworkBase):
    """Two cases that have to do with each other; ``case_id`` is the lower of the two ids."""

    __tablename__ = "case_links"
    __topic__ = "cases"
    __table_args__ = (UniqueConstraint("case_id", "other_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    reason: Mapped[str]
    by_name: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseRecusal(Lifted, OfCase, CaseworkBase):
    """A user who is involved in a case or related to it, and is locked out of it until ``lifted_at``."""

    __tablename__ = "case_recusals"
    __topic__ = "cases"
    __table_args__ = (Index("ix_case_recusals_user", "user_id", "lifted_at", "case_id"),)

    user_id: Mapped[str]
    user_name: Mapped[str]
    reason: Mapped[str]
    replaced_by: Mapped[str]
    by_name: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseSignOff(OfCase, CaseworkBase):
    """A second person agreed to the closing of a case about an employee: on screen, or on paper with a scan."""

    __tablename__ = "case_sign_offs"
    __topic__ = "cases"

    kind: Mapped[str]
    user_id: Mapped[str]
    name: Mapped[str]
    signed_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    void_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Complaint(OfCase, CaseworkBase):
    """A complaint about the school in a case; its papers never enter a dossier (WPO 14)."""

    __tablename__ = "complaints"
    __topic__ = "cases"

    subject: Mapped[str]
    received_on: Mapped[date]
    to_committee_on: Mapped[date | None]
    opinion_on: Mapped[date | None]
    opinion: Mapped[str] = mapped_column(default="")
    answer_due: Mapped[date | None] = mapped_column(index=True)
    answered_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    handled_on: Mapped[date | None]
    by_name: Mapped[str]


class ComplaintPaper(CaseworkBase):
    """A paper of a complaint, kept apart from the timeline."""

    __tablename__ = "complaint_papers"
    __topic__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    attachment_id: Mapped[int]
    name: Mapped[str]
    by_name: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ManagerQuestion(CaseworkBase):
    """An employee asked the leadership first (protocol B4, B5); ``name`` only for who is not in the register."""

    __tablename__ = "manager_questions"
    __topic__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    asked_on: Mapped[date] = mapped_column(index=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(default="")
    question: Mapped[str]
    advice: Mapped[str]
    advised_by: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PreventionEntry(CaseworkBase):
    """An agreement with a class, a lesson or an information meeting (protocol chapter 4), with or without a case."""

    __tablename__ = "prevention_entries"
    __topic__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    held_on: Mapped[date] = mapped_column(index=True)
    groups: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    speaker: Mapped[str] = mapped_column(default="")
    by_name: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SavedFilter(CaseworkBase):
    """A filter of the list of cases under a name, for the user who kept it."""

    __tablename__ = "saved_filters"
    __topic__ = "cases"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str]
    name: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)


class CaseHold(Lifted, OfCase, CaseworkBase):
    """Somebody outside the school, such as the police, asked to keep a case open and everything in it."""

    __tablename__ = "case_holds"
    __topic__ = "cases"

    asked_by: Mapped[str]
    reason: Mapped[str]
    since: Mapped[date]
    look_again_on: Mapped[date | None]
    placed_by: Mapped[str]
    placed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseReferral(OfCase, CaseworkBase):
    """Another body was asked to take something on: whom, why, what they answered, and what came of it."""

    __tablename__ = "case_referrals"
    __topic__ = "cases"

    body: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    reason: Mapped[str]
    referred_on: Mapped[date]
    ask_on: Mapped[date | None]
    task_id: Mapped[int | None]
    state: Mapped[str]
    result: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    by_name: Mapped[str]


class CaseReading(CaseworkBase):
    """When a user last looked at a case; what others wrote later is new to them."""

    __tablename__ = "case_readings"
    __topic__ = "readings"
    __table_args__ = (UniqueConstraint("user_id", "case_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    user_id: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OwnField(CaseworkBase):
    """A field that the school added to its cases; ``choices`` only for one that is chosen."""

    __tablename__ = "own_fields"
    __topic__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[str]
    choices: Mapped[list[str]] = mapped_column(JSON, default=list)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OwnCategory(CaseworkBase):
    """A kind of report that the school added; never deleted, for the parts of persons point at it."""

    __tablename__ = "own_categories"
    __topic__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    sides: Mapped[list[str]] = mapped_column(JSON)
    severity: Mapped[str]
    article: Mapped[str]
    sexual: Mapped[bool]
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Destruction(OfCase, CaseworkBase):
    """Files that were taken out of the drawer and still have to leave its backups, until ``done_at``."""

    __tablename__ = "evidence_destructions"
    __topic__ = "cases"

    name: Mapped[str]
    digests: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str]
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
