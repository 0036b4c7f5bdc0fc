"""The register's rows about consent: what happened with every answer, in the order of recording."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase, UtcDateTime


class ConsentEvent(RegisterBase):
    """One event; never changed, only followed: what one person said at one moment, alike for all ``purposes``.

    ``purposes`` are codes with spaces between, none when it concerns the whole form; ``guardian_id`` is empty for the
    pupil's own word; ``media`` adds up photo 1, film 2 and sound 4; ``given_on`` is the day it acts from; ``about_id``
    is the event that an invalidation or correction takes out.
    """

    __tablename__ = "consent_events"
    __topic__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    purposes: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), default=None)
    authority: Mapped[str] = mapped_column(default="")
    media: Mapped[int]
    given_on: Mapped[date]
    last_day: Mapped[date | None] = mapped_column(default=None)
    how: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"), default=None)
    text_version: Mapped[str] = mapped_column(default="")
    form_number: Mapped[str] = mapped_column(default="", index=True)
    school_year: Mapped[str] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")
    about_id: Mapped[int | None] = mapped_column(ForeignKey("consent_events.id"), default=None)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]
