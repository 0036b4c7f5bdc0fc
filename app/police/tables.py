"""Reports to the police, in the casework drawer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, UtcDateTime


class PoliceReportRow(CaseworkBase):
    """One melding or aangifte about one case."""

    __tablename__ = "police_reports"
    __topic__ = "police"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str]
    for_board: Mapped[bool]
    unit: Mapped[str]
    officer: Mapped[str]
    registration_number: Mapped[str]
    offence: Mapped[str]
    location: Mapped[str]
    evidence: Mapped[str]
    copy_received: Mapped[bool]
    parents_told_on: Mapped[date | None]
    follow_up: Mapped[str]
    outcome: Mapped[str | None]
    closed_on: Mapped[date | None]
    how: Mapped[str] = mapped_column(default="", server_default="")
    school_address: Mapped[bool] = mapped_column(default=True, server_default="1")
    no_parents_reason: Mapped[str] = mapped_column(default="", server_default="")
    why_early: Mapped[str] = mapped_column(default="", server_default="")
    outcome_note: Mapped[str] = mapped_column(default="", server_default="")
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str] = mapped_column(default="", server_default="")


class PoliceDecisionRow(CaseworkBase):
    """The school decided not to go to the police about one case, and why."""

    __tablename__ = "police_decisions"
    __topic__ = "police"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    on: Mapped[date]
    by: Mapped[str]
    reasons: Mapped[str]
    considered: Mapped[str]
    look_again_on: Mapped[date | None]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]


class PolicePackRow(CaseworkBase):
    """A pack that was made for the police: what was in it, and the hash of the PDF."""

    __tablename__ = "police_packs"
    __topic__ = "police"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_name: Mapped[str]
    sha256: Mapped[str]
    pieces: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
