"""The school's own edits of the ladders; shipped rungs stay in ``data/protocol/ladders.toml``."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase


class RungRow(RegisterBase):
    """A rung that the school added, or the closing of one; never deleted, for measures point at its code."""

    __tablename__ = "own_rungs"
    __topic__ = "protocol"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    is_own: Mapped[bool]
    label: Mapped[str]
    applies_to: Mapped[list[Any]] = mapped_column(JSON)
    nature: Mapped[str]
    deciders: Mapped[list[Any]] = mapped_column(JSON)
    mandate: Mapped[bool]
    required: Mapped[list[Any]] = mapped_column(JSON)
    after: Mapped[str]
    note: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    merged_into: Mapped[str]
