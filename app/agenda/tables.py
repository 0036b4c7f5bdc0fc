"""What somebody put off, in the drawer of the thing itself, and how far the yearly calendar is."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, RegisterBase, UtcDateTime


class SnoozeColumns:
    """One line of Vandaag that one user put off, and why."""

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    user_id: Mapped[str]
    until: Mapped[date]
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SnoozeRow(SnoozeColumns, RegisterBase):
    """Put off: something of people or consents."""

    __tablename__ = "agenda_snoozes"
    __topic__ = "agenda"
    __table_args__ = (UniqueConstraint("key", "user_id"),)


class CaseSnoozeRow(SnoozeColumns, CaseworkBase):
    """Put off: something of a case, which nobody may read about in the register."""

    __tablename__ = "case_snoozes"
    __topic__ = "agenda"
    __table_args__ = (UniqueConstraint("key", "user_id"),)


class YearTaskRow(RegisterBase):
    """What became of one proposal of the yearly calendar in one school year."""

    __tablename__ = "year_tasks"
    __topic__ = "agenda"
    __table_args__ = (UniqueConstraint("school_year", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_year: Mapped[str]
    code: Mapped[str]
    state: Mapped[str]
    on: Mapped[date]
    note: Mapped[str]
    by: Mapped[str]
