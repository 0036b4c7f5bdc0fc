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


class PurposeEdit(RegisterBase):
    """The school's own words about a purpose, from a day on; laid over the shipped data, never changed."""

    __tablename__ = "purpose_edits"
    __topic__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    valid_from: Mapped[date]
    label: Mapped[str]
    short: Mapped[str]
    channel: Mapped[str] = mapped_column(default="")
    audience: Mapped[str]
    policy: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    in_use: Mapped[bool]
    asked_of: Mapped[str]
    asks_since: Mapped[date | None] = mapped_column(default=None)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]


class ConsentSetting(RegisterBase):
    """How long a yes holds in this school, from a day on; the last row of a day counts."""

    __tablename__ = "consent_settings"
    __topic__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    valid_from: Mapped[date]
    validity: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]


class Publication(RegisterBase):
    """Something that the school published: what, where, when."""

    __tablename__ = "publications"
    __topic__ = "publications"

    id: Mapped[int] = mapped_column(primary_key=True)
    published_on: Mapped[date] = mapped_column(index=True)
    purpose: Mapped[str]
    medium: Mapped[str]
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    removed_note: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]


class PublicationPerson(RegisterBase):
    """Who can be seen in a publication, the answer of that day, and that the image was taken down."""

    __tablename__ = "publication_persons"
    __topic__ = "publications"

    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    allowed: Mapped[bool]
    reason: Mapped[str]
    done_on: Mapped[date | None] = mapped_column(default=None)
    done_by: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")


class Round(RegisterBase):
    """A time that the school asked families; ``purposes`` are codes with spaces between, ``text`` stood on the form."""

    __tablename__ = "consent_rounds"
    __topic__ = "rounds"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    school_year: Mapped[str]
    text_version: Mapped[str]
    text: Mapped[str] = mapped_column(default="", server_default="")
    purposes: Mapped[str]
    started_on: Mapped[date]
    close_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    recorded_by: Mapped[str]


class RoundForm(RegisterBase):
    """One numbered form of a round, for one pupil; ``family`` numbers the families of the round."""

    __tablename__ = "round_forms"
    __topic__ = "rounds"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("consent_rounds.id"), index=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    number: Mapped[str] = mapped_column(unique=True)
    family: Mapped[int]
    reminded_on: Mapped[date | None] = mapped_column(default=None)
    reminders: Mapped[int] = mapped_column(default=0)


class LessonRecording(RegisterBase):
    """Permission, given beforehand, to record in a lesson (protocol A1)."""

    __tablename__ = "lesson_recordings"
    __topic__ = "lessons"

    id: Mapped[int] = mapped_column(primary_key=True)
    held_on: Mapped[date] = mapped_column(index=True)
    lesson: Mapped[str]
    group_name: Mapped[str] = mapped_column(default="")
    recorder: Mapped[str]
    recorder_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), default=None)
    medium: Mapped[str]
    purpose: Mapped[str]
    allowed_by: Mapped[str]
    allowed_on: Mapped[date]
    keep_until: Mapped[date | None] = mapped_column(default=None)
    destroyed_on: Mapped[date | None] = mapped_column(default=None)
    cancelled_note: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]


class Handout(RegisterBase):
    """That somebody received a version of the protocol, and signed for it (protocol D1)."""

    __tablename__ = "protocol_handouts"
    __topic__ = "handouts"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    version: Mapped[str] = mapped_column(index=True)
    handed_on: Mapped[date]
    how: Mapped[str]
    signed_on: Mapped[date | None] = mapped_column(default=None)
    evidence: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]


class ImageClearance(RegisterBase):
    """That the images of an employee who left were cleared away from website and noticeboard."""

    __tablename__ = "image_clearances"
    __topic__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    done_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[str]
