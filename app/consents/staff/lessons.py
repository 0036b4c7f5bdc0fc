"""Recordings in a lesson: allowed beforehand, by whom, for what, and destroyed after use (protocol A1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Date, bindparam, select
from sqlalchemy.orm import Session

from app.consents.rules import Medium
from app.consents.tables import LessonRecording
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer


_TO_DESTROY = (
    select(LessonRecording)
    .where(LessonRecording.cancelled_note == "", LessonRecording.destroyed_on.is_(None))
    .where(LessonRecording.keep_until <= bindparam("by", type_=Date))
    .order_by(LessonRecording.keep_until)
)
_NEEDED = {
    "lesson": "consents.lesson_lesson",
    "recorder": "consents.lesson_recorder",
    "purpose": "consents.lesson_purpose",
    "allowed_by": "consents.lesson_allowed_by",
}


@dataclass(frozen=True)
class NewLesson:
    """Permission to record: who records which lesson when, what for, and who allowed it on what day."""

    on: date
    lesson: str
    recorder: str
    medium: Medium
    purpose: str
    allowed_by: str
    allowed_on: date
    group: str = ""
    recorder_id: int | None = None
    keep_until: date | None = None


@dataclass(frozen=True)
class LessonLine:
    """A recording in a lesson as a list shows it."""

    id: int
    on: date
    lesson: str
    group: str
    recorder: str
    medium: Medium
    purpose: str
    allowed_by: str
    allowed_on: date
    keep_until: date | None
    destroyed_on: date | None
    recorded_at: datetime
    recorded_by: str


class Lessons:
    """Use cases on recordings in lessons."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._drawer = register
        self._clock = clock

    def allow(self, new: NewLesson) -> int:
        """Record that a recording was allowed beforehand; gives its id."""
        _check(new, self._clock.today())
        with self._drawer.write("recording.allowed") as session:
            row = LessonRecording(
                held_on=new.on,
                lesson=new.lesson.strip(),
                group_name=new.group.strip(),
                recorder=new.recorder.strip(),
                recorder_id=new.recorder_id,
                medium=new.medium.value,
                purpose=new.purpose.strip(),
                allowed_by=new.allowed_by.strip(),
                allowed_on=new.allowed_on,
                keep_until=new.keep_until,
                recorded_at=self._clock.now(),
                recorded_by=self._drawer.user.name,
            )
            session.add(row)
            session.flush()
            return row.id

    def destroyed(self, recording_id: int, on: date) -> None:
        """Record that the recording is gone."""
        with self._drawer.write("recording.destroyed", f"recording:{recording_id}") as session:
            row = _recording(session, recording_id)
            if on < row.held_on or on > self._clock.today():
                raise Invalid("on", "consents.destroyed_when")
            row.destroyed_on = on

    def cancel(self, recording_id: int, note: str) -> None:
        """Take out what was typed wrong or did not go on; the log keeps it."""
        if not note.strip():
            raise Invalid("note", "consents.no_note")
        with self._drawer.write("recording.cancelled", f"recording:{recording_id}") as session:
            _recording(session, recording_id).cancelled_note = note.strip()

    def list(self, limit: int = 200) -> tuple[LessonLine, ...]:
        """The recordings, newest first."""
        query = select(LessonRecording).where(LessonRecording.cancelled_note == "")
        query = query.order_by(LessonRecording.held_on.desc(), LessonRecording.id.desc()).limit(limit)
        with self._drawer.read() as session:
            return tuple(_line(row) for row in session.scalars(query))

    def to_destroy(self, by: date) -> tuple[LessonLine, ...]:
        """The recordings that must be gone by that day and are not."""
        with self._drawer.read() as session:
            return tuple(_line(row) for row in session.scalars(_TO_DESTROY, {"by": by}))


def _check(new: NewLesson, today: date) -> None:
    for field, code in _NEEDED.items():
        if not getattr(new, field).strip():
            raise Invalid(field, code)
    if new.allowed_on > min(new.on, today):
        raise Invalid("allowed_on", "consents.lesson_afterwards")
    if new.keep_until and new.keep_until < new.on:
        raise Invalid("keep_until", "consents.lesson_kept")


def _recording(session: Session, recording_id: int) -> LessonRecording:
    row = session.get(LessonRecording, recording_id)
    if row is None or row.cancelled_note:
        raise Refused("consents.recording_unknown")
    return row


def _line(row: LessonRecording) -> LessonLine:
    return LessonLine(
        id=row.id,
        on=row.held_on,
        lesson=row.lesson,
        group=row.group_name,
        recorder=row.recorder,
        medium=Medium(row.medium),
        purpose=row.purpose,
        allowed_by=row.allowed_by,
        allowed_on=row.allowed_on,
        keep_until=row.keep_until,
        destroyed_on=row.destroyed_on,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
    )
