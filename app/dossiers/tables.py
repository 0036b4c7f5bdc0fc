"""Dossiers that left the program, so that a print can be held against what was given."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, UtcDateTime


class DossierExport(CaseworkBase):
    """A dossier that left the program: for whom, with which numbers, so that a print can be held against it."""

    __tablename__ = "dossier_exports"
    __topic__ = "dossiers"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]
    control: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    pages: Mapped[int]
    is_encrypted: Mapped[bool] = mapped_column(default=False)
    receiver: Mapped[str] = mapped_column(default="")
