"""The school's own rows in the register drawer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase, UtcDateTime


class ProfileRow(RegisterBase):
    """The one school of this store."""

    __tablename__ = "school"
    __topic__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    board_name: Mapped[str]
    brin: Mapped[str]
    school_type: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    website: Mapped[str]
    board_address: Mapped[str]
    dpo_name: Mapped[str]
    dpo_email: Mapped[str]
    newsletter: Mapped[str]
    region: Mapped[str]
    window: Mapped[str]
    preprinted: Mapped[bool]
    logo_id: Mapped[int | None]


class MandateRow(RegisterBase):
    """The board lets a role decide on a rung."""

    __tablename__ = "mandates"
    __topic__ = "school"
    __table_args__ = (UniqueConstraint("rung", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rung: Mapped[str]
    role: Mapped[str]


class SignatoryRow(RegisterBase):
    """The name and position under the letters of one user."""

    __tablename__ = "signatories"
    __topic__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    job_title: Mapped[str]


class ConductReading(RegisterBase):
    """A user said that they read this version of the rules of conduct."""

    __tablename__ = "conduct_readings"
    __topic__ = "school"
    __table_args__ = (UniqueConstraint("user_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str]
    version: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
