"""Queries about guardians: who they are to a pupil and what authority they have on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from app.kernel.names import Title, sort_key
from app.people import rules
from app.people.persons import person_lines
from app.people.reading import (
    address_of,
    became,
    block_lines,
    chunks,
    name_columns,
    name_of,
    pupil_line,
    pupils_query,
    shown,
)
from app.people.rules import Authority, AuthorityRecord, GuardianCard, GuardianLine, PersonLine, PupilCard, RelationKind
from app.people.tables import AuthorityStatement, Person, Pupil, Relation


def statements(session: Session, relation_ids: Iterable[int]) -> dict[int, list[AuthorityRecord]]:
    """What was ever stated about the authority in these relations, oldest first."""
    found: dict[int, list[AuthorityRecord]] = defaultdict(list)
    table = AuthorityStatement
    for chunk in chunks(relation_ids):
        for row in session.execute(
            select(table.relation_id, table.authority, table.since, table.source, table.recorded_at)
            .where(table.relation_id.in_(chunk))
            .order_by(table.id)
        ):
            record = AuthorityRecord(Authority(row.authority), row.since, row.source, row.recorded_at)
            found[row.relation_id].append(record)
    return found


_DAY = bindparam("day", type_=Date)
_FAMILIES = (  # built once: Vandaag asks it
    select(Pupil.id, Relation.guardian_id)
    .join(Person, Person.id == Pupil.id)
    .outerjoin(Relation, and_(Relation.pupil_id == Pupil.id, or_(Relation.until.is_(None), Relation.until >= _DAY)))
    .where(shown(), or_(Pupil.enrol_date.is_(None), Pupil.enrol_date <= _DAY))
    .where(or_(Pupil.leave_date.is_(None), Pupil.leave_date > _DAY))
)


def families(session: Session, on: date) -> dict[int, frozenset[int]]:
    """The ids of the guardians of each pupil on the roll that day."""
    found: dict[int, set[int]] = {}
    for pupil, guardian in session.execute(_FAMILIES, {"day": on}):
        own = found.setdefault(pupil, set())
        if guardian is not None:
            own.add(guardian)
    return {pupil: frozenset(own) for pupil, own in found.items()}


def guardian_lines(session: Session, on: date, pupil_ids: Iterable[int]) -> dict[int, tuple[GuardianLine, ...]]:
    """The guardians of these pupils on that day, in the order of the class list."""
    rows = [row for chunk in chunks(pupil_ids) for row in session.execute(
        select(
            Relation.id.label("relation_id"), Relation.pupil_id, Relation.kind.label("relation"), Person.id,
            *name_columns(Person), Person.email, Person.phone, Person.title,
            Person.street, Person.house_number, Person.postcode, Person.city,
        )
        .join(Person, Person.id == Relation.guardian_id)
        .where(Relation.pupil_id.in_(chunk), or_(Relation.until.is_(None), Relation.until >= on))
        .order_by(Relation.pupil_id, Relation.position, Relation.id)
    )]  # fmt: skip
    known = statements(session, [row.relation_id for row in rows])
    found: dict[int, list[GuardianLine]] = defaultdict(list)
    for row in rows:
        found[row.pupil_id].append(_line(row, rules.authority_on(known[row.relation_id], on)))
    return {pupil: tuple(lines) for pupil, lines in found.items()}


def _line(row: Row[Any], record: AuthorityRecord | None) -> GuardianLine:
    return GuardianLine(
        id=row.id,
        relation_id=row.relation_id,
        name=name_of(row),
        relation=RelationKind(row.relation),
        authority=record.authority if record else Authority.ASSUMED,
        authority_since=record.since if record else None,
        authority_source=record.source if record else "",
        email=row.email,
        phone=row.phone,
        address=address_of(row),
        title=Title(row.title),
    )


def ward_ids(session: Session, guardian_id: int) -> list[int]:
    """The pupils of this guardian, in the order in which they were joined."""
    query = select(Relation.pupil_id).where(Relation.guardian_id == guardian_id).order_by(Relation.id)
    return list(session.scalars(query))


def guardian_cards(session: Session, on: date, pupil_ids: Collection[int]) -> tuple[GuardianCard, ...]:
    """The guardians of these pupils in Dutch order, each with those of the pupils that are theirs."""
    pupils = person_lines(session, pupil_ids, on)
    relations: dict[int, list[tuple[int, GuardianLine]]] = defaultdict(list)
    for pupil, lines in guardian_lines(session, on, pupil_ids).items():
        for line in lines:
            relations[line.id].append((pupil, line))
    found = [_card(pairs, pupils) for pairs in relations.values()]
    return tuple(sorted(found, key=lambda card: (sort_key(card.name), card.id)))


def _card(pairs: list[tuple[int, GuardianLine]], pupils: Mapping[int, PersonLine]) -> GuardianCard:
    line = pairs[0][1]
    return GuardianCard(
        id=line.id,
        name=line.name,
        title=line.title,
        email=line.email,
        phone=line.phone,
        address=line.address,
        pupils=tuple(pupils[pupil] for pupil, _relation in pairs),
        relations=tuple(relation for _pupil, relation in pairs),
    )


def pupil_cards(session: Session, on: date, ids: Collection[int]) -> tuple[PupilCard, ...]:
    """Everything of these pupils, in Dutch order; one that was merged answers as the pupil it became."""
    merged = became(session, ids)
    ids = [merged.get(pupil, pupil) for pupil in ids]
    rows = [row for chunk in chunks(ids) for row in session.execute(pupils_query(on).where(Pupil.id.in_(chunk)))]
    return _cards(session, on, sorted(rows, key=lambda row: (row.sort_name, row.id)))


def enrolled_cards(session: Session, on: date) -> tuple[PupilCard, ...]:
    """Everything of the pupils on the roll that day, in Dutch order."""
    rows = session.execute(pupils_query(on).where(shown())).all()
    return _cards(session, on, [row for row in rows if rules.is_enrolled(row.enrol_date, row.leave_date, on)])


def _cards(session: Session, on: date, rows: Sequence[Row[Any]]) -> tuple[PupilCard, ...]:
    ids = [row.id for row in rows]
    guardians = guardian_lines(session, on, ids)
    blocks = block_lines(session, ids)
    return tuple(
        PupilCard(
            **vars(pupil_line(row, on)),
            guardians=guardians.get(row.id, ()),
            blocked=rules.is_blocked(blocks[row.id], on),
            enrol_date=row.enrol_date,
            leave_date=row.leave_date,
            address=address_of(row),
            blocks=tuple(blocks[row.id]),
            school_year=row.school_year or "",
            to_special=row.to_special,
        )
        for row in rows
    )
