"""Finding a parent by the child: who calls is often known as somebody's mother before anybody asks her name."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.people import reading, spelling
from app.people.reading import shown
from app.people.rules import PersonKind, PersonLine
from app.people.tables import Person, Relation

MOST = 3  # of more children whose name fits, whose parents are meant is not known yet
_WHO = r"(?:de )?(?:ouders?|moeder|vader|mama|papa|verzorgers?|voogd)"
_OF = re.compile(rf"{_WHO}(?: van)? (?P<child>.+)", re.IGNORECASE)


def find_ids(session: Session, text: str, on: date) -> list[int]:
    """The guardians on that day of whom "moeder van Sara Kok" is said; nobody when it says of no child."""
    said = _OF.fullmatch(" ".join(text.split()))
    words = spelling.search_words(said["child"]) if said else ()
    return guardian_ids(session, reading.find_ids(session, words, 10 * MOST), on) if words else []


def near(session: Session, lines: Collection[PersonLine], on: date) -> list[int]:
    """The guardians on that day of the pupils among these persons, when they are few; nobody twice."""
    pupils = [line.id for line in lines if line.kind is PersonKind.PUPIL]
    found = guardian_ids(session, pupils, on) if len(pupils) <= MOST else []
    return [person for person in found if person not in {line.id for line in lines}]


def guardian_ids(session: Session, person_ids: Collection[int], on: date) -> list[int]:
    """The guardians on that day of the pupils among these persons, in the order of the class list."""
    query = (
        select(Relation.guardian_id)
        .join(Person, Person.id == Relation.guardian_id)
        .where(Relation.pupil_id.in_(person_ids), or_(Relation.until.is_(None), Relation.until >= on), shown())
        .order_by(Relation.pupil_id, Relation.position, Relation.id)
    )
    return list(dict.fromkeys(session.scalars(query)))
