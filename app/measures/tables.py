"""Measures and what hangs on them; a ``person_id`` is the id of a person in the register."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase


class MeasureRow(CaseworkBase):
    """One measure for one person, from proposal to end."""

    __tablename__ = "measures"
    __topic__ = "measures"
    __table_args__ = (Index("ix_measures_person_rung", "person_id", "rung"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(index=True)
    case_number: Mapped[str]
    person_id: Mapped[int]
    subject: Mapped[str]
    rung: Mapped[str]
    proposed_at: Mapped[datetime]
    proposed_by: Mapped[str]
    # as typed in the form
    first_day: Mapped[date | None]
    last_day: Mapped[date | None] = mapped_column(index=True)
    location: Mapped[str]
    decided_on: Mapped[date | None]
    decider: Mapped[str | None]
    decided_by: Mapped[str]
    facts: Mapped[str]
    reasons: Mapped[str]
    intent_on: Mapped[date | None]
    intent_registered: Mapped[bool]
    counsel_told: Mapped[bool]
    views_on: Mapped[date | None]
    registered: Mapped[bool]
    other_school: Mapped[str]
    other_school_on: Mapped[date | None]
    objection_clause: Mapped[bool]
    jurist_on: Mapped[date | None]
    caused_by_parent: Mapped[bool]
    knowledge_at: Mapped[datetime | None]
    interest: Mapped[str] = mapped_column(default="")
    is_disciplinary: Mapped[bool] = mapped_column(default=False)
    dossier_complete: Mapped[bool] = mapped_column(default=False)
    views_text: Mapped[str] = mapped_column(default="")
    probation_until: Mapped[date | None]
    # as it went on
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str]
    warnings: Mapped[list[Any]] = mapped_column(JSON)
    warnings_reason: Mapped[str]
    communicated_on: Mapped[date | None]
    communicated_how: Mapped[str]
    delivery_proof: Mapped[str]
    received_on: Mapped[date | None]
    authority_told_on: Mapped[date | None]
    carried_out: Mapped[str] = mapped_column(default="")
    carried_out_note: Mapped[str] = mapped_column(default="")
    return_talk_at: Mapped[datetime | None]
    return_talk_held_on: Mapped[date | None]
    return_talk_note: Mapped[str] = mapped_column(default="")
    lapses_on: Mapped[date | None] = mapped_column(index=True)
    lapsed_on: Mapped[date | None]
    quashed_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str]
    withdrawn_on: Mapped[date | None]
    withdraw_reason: Mapped[str]


class BasisRow(CaseworkBase):
    """A further case on which a measure rests, beside the one in which it was proposed."""

    __tablename__ = "measure_cases"
    __topic__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"), index=True)
    case_id: Mapped[int] = mapped_column(index=True)
    case_number: Mapped[str]


class StepRow(CaseworkBase):
    """One step of a measure: what happened, on which day, and who wrote it down when."""

    __tablename__ = "measure_steps"
    __topic__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"), index=True)
    step: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[str]
    note: Mapped[str]


class ProceedingRow(CaseworkBase):
    """An objection, an appeal or a dispute about one decision."""

    __tablename__ = "proceedings"
    __topic__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"), index=True)
    kind: Mapped[str]
    received_on: Mapped[date]
    hearing_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    outcome: Mapped[str]
    note: Mapped[str]
    recorded_by: Mapped[str] = mapped_column(default="")


class HearingRow(CaseworkBase):
    """One person who is heard, or ought to be, before the decision."""

    __tablename__ = "hearings"
    __topic__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"), index=True)
    person_id: Mapped[int | None]
    role: Mapped[str]
    name: Mapped[str]
    has_authority: Mapped[bool]
    invited_on: Mapped[date | None]
    purpose_told: Mapped[bool]
    assistance_told: Mapped[bool]
    assisted_by: Mapped[str] = mapped_column(default="")
    planned_at: Mapped[datetime | None]
    held_at: Mapped[datetime | None]
    report: Mapped[str]
    report_sent_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")
    why_not: Mapped[str]
    entry_id: Mapped[int | None]
    is_late: Mapped[bool] = mapped_column(default=False)
    recorded_by: Mapped[str] = mapped_column(default="")


class DeviceRow(CaseworkBase):
    """A device in custody: never its number, its code or what is on it."""

    __tablename__ = "devices"
    __topic__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(index=True)
    person_id: Mapped[int] = mapped_column(index=True)
    what: Mapped[str]
    damage: Mapped[str]
    switched_off: Mapped[bool]
    taken_at: Mapped[datetime]
    taken_by: Mapped[str]
    kept_where: Mapped[str]
    parents_told_at: Mapped[datetime | None]
    return_on: Mapped[date]
    returned_at: Mapped[datetime | None]
    returned_to: Mapped[str]
    returned_by: Mapped[str] = mapped_column(default="")
    is_signed: Mapped[bool] = mapped_column(default=False)
    recorded_by: Mapped[str] = mapped_column(default="")


class ContentRow(CaseworkBase):
    """A message or image that its owner is asked to take away."""

    __tablename__ = "content_removals"
    __topic__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(index=True)
    person_id: Mapped[int] = mapped_column(index=True)
    place: Mapped[str]
    platform: Mapped[str]
    asked_on: Mapped[date]
    asked_by: Mapped[str]
    parents_told_on: Mapped[date | None]
    gone_on: Mapped[date | None]
    in_presence_of: Mapped[str]
    proof: Mapped[str]
