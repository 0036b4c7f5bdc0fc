"""Calls with the vertrouwensinspecteur and the steps of article 4a, in the casework drawer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, UtcDateTime


class CallRow(CaseworkBase):
    """One call or attempt; ``ended_at`` is empty while it runs."""

    __tablename__ = "inspector_calls"
    __topic__ = "inspector"
    __table_args__ = (Index("ix_inspector_calls_log", "started_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    case_number: Mapped[str]  # a case keeps its number for ever
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    reached: Mapped[bool]
    caller_id: Mapped[str]
    caller: Mapped[str]
    number: Mapped[str]
    kind: Mapped[str]
    reason: Mapped[str]
    domain: Mapped[str | None]
    for_board: Mapped[bool]
    inspector_name: Mapped[str]
    reference: Mapped[str]
    facts: Mapped[str]
    notes: Mapped[str]
    advice: Mapped[str]
    advice_followed: Mapped[str | None]
    why_not: Mapped[str]
    suspicion: Mapped[str | None]
    agreed: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    parents_told_on: Mapped[date | None]
    person_told_on: Mapped[date | None]
    follow_up_on: Mapped[date | None] = mapped_column(index=True)
    follow_up_done: Mapped[bool]
    follow_up_of: Mapped[int | None]  # the earlier call that this one goes on from
    caller_role: Mapped[str] = mapped_column(default="", server_default="")
    read_by: Mapped[str] = mapped_column(default="", server_default="")
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ChainStepRow(CaseworkBase):
    """One duty of article 4a that was done in one case: ``by_name`` did it, ``recorded_by`` wrote it down."""

    __tablename__ = "statutory_steps"
    __topic__ = "inspector"
    __table_args__ = (UniqueConstraint("case_id", "step"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    step: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_name: Mapped[str]
    note: Mapped[str]
    suspicion: Mapped[str | None]
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str] = mapped_column(default="", server_default="")
    corrected_why: Mapped[str] = mapped_column(default="", server_default="")
