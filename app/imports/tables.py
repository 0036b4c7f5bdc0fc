"""The register's history of imports, and what it remembers of layouts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase, UtcDateTime


class Import(RegisterBase):
    """One class list that was taken over: who, when, which file, how many.

    ``log_line`` is the line of the log that holds what it changed: the list from which it can be undone.
    """

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
    left: Mapped[int] = mapped_column(default=0)
    log_line: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    undone_by: Mapped[str] = mapped_column(default="")


class ImportLayout(RegisterBase):
    """What the user said about the columns of a layout, for the next list that looks like it."""

    __tablename__ = "import_layouts"
    __topic__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    signature: Mapped[str] = mapped_column(unique=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
