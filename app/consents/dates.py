"""What of consents has a date and asks for attention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.kernel.calendar import age, birthday, school_year, school_year_days
from app.kernel.names import full
from app.people.rules import PupilLine
from app.protocol import law

if TYPE_CHECKING:
    from app.consents.service import Consents

MONTH = timedelta(days=30)
LATE = timedelta(days=14)  # a birthday that was missed stays in sight this long


@dataclass(frozen=True)
class DatedItem:
    """Something to do by a day; ``code`` and ``values`` make the sentence, ``target`` says where it is done."""

    code: str
    key: str
    on: date
    target: tuple[str, int]
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class BirthdayLine:
    """A pupil who gets a say of their own: at twelve to take back, at sixteen to decide."""

    pupil: PupilLine
    becomes: int
    on: date


def birthdays(pupils: tuple[PupilLine, ...], today: date, within: timedelta = MONTH) -> tuple[BirthdayLine, ...]:
    """The birthdays that the school must tell about, those of the last two weeks too; the first first."""
    found = []
    for pupil in pupils:
        if pupil.birth_date is None:
            continue
        for becomes in (law.own_withdrawal_age(), law.own_answer_age()):
            on = birthday(pupil.birth_date, becomes)
            has_law = becomes == law.own_answer_age() or on >= law.own_withdrawal_since()
            if has_law and today - LATE <= on <= today + within and age(pupil.birth_date, on) == becomes:
                found.append(BirthdayLine(pupil, becomes, on))
    return tuple(sorted(found, key=lambda line: line.on))


def dated(consents: Consents, today: date) -> Iterator[DatedItem]:
    """Everything of consents with a date, birthdays apart."""
    for one in consents.publications.takedowns():
        key = f"takedown:{one.publication_id}:{one.person.id}"
        told = {"title": one.publication, "name": full(one.person.name), "limit": one.limit}
        yield DatedItem("consents.dated.takedown", key, one.target, ("takedowns", one.publication_id), told)
    for line in consents.staff.leaving():
        told = {"name": full(line.employee.name), "end": line.end_date}
        target = ("staff", line.employee.id)
        yield DatedItem("consents.dated.leaving", f"leaving:{line.employee.id}", line.target, target, told)
    for recording in consents.lessons.to_destroy(today + MONTH):
        assert recording.keep_until is not None  # noqa: S101 - that is what was asked for
        told = {"lesson": recording.lesson}
        target = ("lessons", recording.id)
        yield DatedItem("consents.dated.lesson", f"lesson:{recording.id}", recording.keep_until, target, told)
    yield from _of_rounds(consents, today)


def _of_rounds(consents: Consents, today: date) -> Iterator[DatedItem]:
    current = consents.rounds.current()
    if current and current.families_answered < current.families:
        left = current.families - current.families_answered
        on = current.close_on or current.started_on + MONTH
        told: dict[str, object] = {"name": current.name, "left": left, "families": current.families}
        yield DatedItem("consents.dated.round", f"round:{current.id}", on, ("rounds", current.id), told)
    if consents.rounds.is_due():
        on = school_year_days(school_year(today))[0] + 2 * MONTH
        yield DatedItem("consents.dated.round_due", "round_due", on, ("rounds", 0))
