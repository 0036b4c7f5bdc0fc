"""The register's history of imports."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase, UtcDateTime


class Import(RegisterBase):
    """One class list that was taken over: who, when, which file, how many."""

    __tablename__ = "imports"
    __topic__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    user_name: Mapped[str]
    file_name: Mapped[str]
    new: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    missing: Mapped[int]
    rejected: Mapped[int]
