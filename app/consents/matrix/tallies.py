"""What SQL counts of the answers of a whole school, so that only the few doubtful pupils are read and judged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Date, Integer, bindparam, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.consents.answers.reading import codes_of
from app.consents.rules import EventKind
from app.consents.tables import ConsentEvent, Publication, PublicationPerson, RoundForm

ANSWERS = tuple(kind.value for kind in (EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN))
_NOES = (EventKind.REFUSED.value, EventKind.WITHDRAWN.value)
# Tables, not classes: what is only counted does not need to become objects, and Vandaag waits for it.
_SAID, _FORM = ConsentEvent.__table__.c, RoundForm.__table__.c
_YES, _NO = ConsentEvent.__table__.alias("yes"), ConsentEvent.__table__.alias("no")
_DAY = bindparam("day", type_=Date)
_TAKEN_OUT = select(_SAID.about_id).where(_SAID.about_id.is_not(None))
_SPOKEN = select(_SAID.pupil_id).where(_SAID.kind.in_(ANSWERS), _SAID.given_on <= _DAY, _SAID.id.not_in(_TAKEN_OUT))
_SPOKEN = _SPOKEN.distinct()
_MENDED = select(_SAID.pupil_id).where(_SAID.about_id.is_not(None))
_OPPOSED = (
    select(_YES.c.pupil_id, _YES.c.purposes, _NO.c.purposes)
    .select_from(_NO)
    .join(_YES, _YES.c.pupil_id == _NO.c.pupil_id)
    .where(_YES.c.kind == EventKind.GIVEN.value, _NO.c.kind.in_(_NOES))
    .where(func.coalesce(_YES.c.guardian_id, 0) != func.coalesce(_NO.c.guardian_id, 0))
    .distinct()
)


def spoken(session: Session, on: date) -> tuple[set[int], set[int]]:
    """Of whom an answer counts that day for sure, and of whom something was taken out: those are to be read."""
    sure, mended = session.execute(_SPOKEN, {"day": on}).all(), session.execute(_MENDED).all()
    return {row[0] for row in sure}, {row[0] for row in mended}


def opposed(session: Session) -> set[int]:
    """The pupils of whom two people ever said different things of one purpose."""
    pairs = session.execute(_OPPOSED).all()
    return {pupil for pupil, agreed, denied in pairs if codes_of(agreed) & codes_of(denied)}


class FormCounts(NamedTuple):
    """How many forms and families a round has, how many of both answered, and how many forms were reminded of."""

    forms: int
    families: int
    answered: int
    families_answered: int
    reminded: int


_ANSWERED = exists().where(_SAID.pupil_id == _FORM.pupil_id, _SAID.kind.in_(ANSWERS), _SAID.given_on >= _DAY)
_FAMILY = (
    select(
        func.count().label("forms"),
        func.sum(type_coerce(_ANSWERED, Integer)).label("answered"),  # else the sum of yes and no would be a yes
        func.sum(type_coerce(_FORM.reminders > 0, Integer)).label("reminded"),
    )
    .where(_FORM.round_id == bindparam("round"))
    .group_by(_FORM.family)
    .subquery()
)
_FORMS = select(
    func.coalesce(func.sum(_FAMILY.c.forms), 0),
    func.count(),
    func.coalesce(func.sum(_FAMILY.c.answered), 0),
    func.count().filter(_FAMILY.c.answered == _FAMILY.c.forms),
    func.coalesce(func.sum(_FAMILY.c.reminded), 0),
).select_from(_FAMILY)


def of_round(session: Session, round_id: int, started_on: date) -> FormCounts:
    """How far a round is; an answer counts from the day it began."""
    return FormCounts(*session.execute(_FORMS, {"round": round_id, "day": started_on}).one())


def _has_no() -> ColumnElement[bool]:
    """Whether somebody ever said no to what a publication is for; codes stand between spaces."""
    codes = func.instr(" " + _SAID.purposes + " ", " " + Publication.purpose + " ")
    return exists().where(_SAID.pupil_id == PublicationPerson.person_id, _SAID.kind.in_(_NOES), codes > 0)


_DOUBTFUL = or_(
    PublicationPerson.allowed.is_(False),
    PublicationPerson.person_id.in_(bindparam("people", expanding=True)),
    _has_no(),
)
_SEEN = (
    select(PublicationPerson, Publication)
    .join(Publication, Publication.id == PublicationPerson.publication_id)
    .where(Publication.removed_note == "")
    .order_by(Publication.published_on.desc(), Publication.id.desc(), PublicationPerson.id)
)
_TO_JUDGE = _SEEN.where(PublicationPerson.done_on.is_(None), _DOUBTFUL)
_DONE = _SEEN.where(PublicationPerson.done_on.is_not(None))


def doubtful(session: Session, people: Collection[int]) -> list[tuple[PublicationPerson, Publication]]:
    """Whose image may have to go: who was shown without consent, said no, or is one of these people."""
    return [(one, row) for one, row in session.execute(_TO_JUDGE, {"people": list(people)})]


def taken_down(session: Session) -> list[tuple[PublicationPerson, Publication]]:
    """Whose image went."""
    return [(one, row) for one, row in session.execute(_DONE)]


def form_recorded_at(session: Session, number: str) -> datetime | None:
    """When answers from the form with this number were taken down last, those that were taken back apart."""
    query = select(func.max(_SAID.recorded_at)).where(
        _SAID.form_number == number, _SAID.kind.in_(ANSWERS), _SAID.id.not_in(_TAKEN_OUT)
    )
    found: datetime | None = session.scalar(query)
    return found
