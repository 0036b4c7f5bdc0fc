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
    # as it went on
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str]
    warnings: Mapped[list[Any]] = mapped_column(JSON)
    warnings_reason: Mapped[str]
    communicated_on: Mapped[date | None]
    communicated_how: Mapped[str]
    delivery_proof: Mapped[str]
    authority_told_on: Mapped[date | None]
    objection_on: Mapped[date | None]
    objection_decided_on: Mapped[date | None]
    objection_outcome: Mapped[str]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str]
    withdrawn_on: Mapped[date | None]
    withdraw_reason: Mapped[str]


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
    held_at: Mapped[datetime | None]
    report: Mapped[str]
    why_not: Mapped[str]


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
    gone_on: Mapped[date | None]
    in_presence_of: Mapped[str]
    proof: Mapped[str]
