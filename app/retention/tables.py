"""The list of what was destroyed: numbers and terms, never names."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase, UtcDateTime


class DestructionRow(RegisterBase):
    """How many things of one category were destroyed at one moment, by whom, and who confirmed it.

    ``plan`` says what goes, by numbers, until all of it is gone.
    """

    __tablename__ = "destructions"
    __topic__ = "retention"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    category: Mapped[str]
    count: Mapped[int]
    files: Mapped[int]
    is_nameless: Mapped[bool]
    term: Mapped[str]
    by_name: Mapped[str]
    confirmed_by: Mapped[str]
    confirmed_on: Mapped[date | None]
    confirmed_how: Mapped[str]
    attachment_id: Mapped[int | None]
    plan: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)
