"""Reports to the police, in the casework drawer."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
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
