"""Requests about someone's data, what was withheld, and breaches of data."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, UtcDateTime


class AccessRequest(CaseworkBase):
    """Somebody asks to see, change, add to or erase what is kept of a person."""

    __tablename__ = "access_requests"
    __topic__ = "access_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    person_id: Mapped[int] = mapped_column(index=True)
    requester_id: Mapped[int | None]
    requester: Mapped[str]  # the name as it was written down
    capacity: Mapped[str]  # as whom they ask: the pupil, a parent with authority, somebody they sent
    identity: Mapped[str] = mapped_column(default="")
    wish: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date] = mapped_column(index=True)
    extended_on: Mapped[date | None]
    extension_reason: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None] = mapped_column(index=True)
    answered_how: Mapped[str] = mapped_column(default="")
    control: Mapped[str] = mapped_column(default="")  # of the dossier that was given
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class WithheldPart(CaseworkBase):
    """What was not given at a request, and on which ground."""

    __tablename__ = "withheld_parts"
    __topic__ = "access_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("access_requests.id"), index=True)
    what: Mapped[str]
    ground: Mapped[str]
    why: Mapped[str] = mapped_column(default="")


class Breach(CaseworkBase):
    """A breach of personal data (AVG 33): what happened, what was decided, who was told."""

    __tablename__ = "breaches"
    __topic__ = "access_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    discovered_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    happened: Mapped[str]
    data: Mapped[str] = mapped_column(default="")
    persons: Mapped[str] = mapped_column(default="")
    consequences: Mapped[str] = mapped_column(default="")
    actions: Mapped[str] = mapped_column(default="")
    risk: Mapped[str] = mapped_column(default="")
    authority_decision: Mapped[str] = mapped_column(default="")
    authority_why: Mapped[str] = mapped_column(default="")
    authority_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    late_why: Mapped[str] = mapped_column(default="")
    persons_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    persons_told: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(index=True)
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
