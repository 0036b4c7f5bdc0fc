"""The little that decides about consent, of many pupils at once: birth date, blocks, and who has what authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Date, String, bindparam, or_, select, type_coerce, union
from sqlalchemy.orm import Session

from app.people.guardians import statements
from app.people.reading import block_lines, chunks
from app.people.rules import Authority, AuthorityRecord, BlockLine, RelationKind
from app.people.tables import AuthorityStatement, Employee, PublicationBlock, Pupil, Relation

_AUTHORITIES = {authority.value: authority for authority in Authority}
_Said = tuple[date, str, Authority]
_UNLIKE = union(
    select(PublicationBlock.pupil_id), select(Employee.id).where(Employee.end_date < bindparam("day", type_=Date))
)
_IDS: BindParameter[Collection[int]] = bindparam("ids", expanding=True)
_BIRTHS = select(Pupil.id, Pupil.birth_date).where(Pupil.id.in_(_IDS))
_RELATIONS = (
    select(Relation.id, Relation.pupil_id, Relation.guardian_id)
    .where(or_(Relation.until.is_(None), Relation.until >= bindparam("day", type_=Date)), Relation.pupil_id.in_(_IDS))
    .order_by(Relation.pupil_id, Relation.position, Relation.id)
)
_STATEMENTS = (
    select(
        AuthorityStatement.relation_id,
        AuthorityStatement.authority,
        AuthorityStatement.since,
        type_coerce(AuthorityStatement.recorded_at, String),
    )
    .where(AuthorityStatement.relation_id.in_(_IDS))
    .order_by(AuthorityStatement.id)
)


@dataclass(frozen=True)
class HouseholdLine:
    """What decides about one pupil on a day; guardians are ids with their authority, in the order of the class list."""

    birth_date: date | None
    guardians: tuple[tuple[int, Authority], ...]
    blocks: tuple[BlockLine, ...]


def households(session: Session, on: date, pupil_ids: Collection[int]) -> dict[int, HouseholdLine]:
    """The households of these pupils on a day, in a handful of statements."""
    births = {pupil: born for chunk in chunks(pupil_ids) for pupil, born in session.execute(_BIRTHS, {"ids": chunk})}
    guardians = _guardians(session, on, pupil_ids)
    blocks = block_lines(session, pupil_ids)
    return {pupil: HouseholdLine(born, tuple(guardians[pupil]), tuple(blocks[pupil])) for pupil, born in births.items()}


@dataclass(frozen=True)
class RelationPast:
    """What somebody is or was to a pupil, and what was ever stated about their authority, oldest first."""

    kind: RelationKind
    records: tuple[AuthorityRecord, ...]


def relations_of(session: Session, pupil_id: int) -> dict[int, RelationPast]:
    """Everybody who is or was a guardian of this pupil, by id; the last relation tells what they are."""
    query = select(Relation.id, Relation.guardian_id, Relation.kind, Relation.until).where(
        Relation.pupil_id == pupil_id
    )
    rows = session.execute(query.order_by(Relation.id)).all()
    stated = statements(session, [row.id for row in rows])
    found: dict[int, RelationPast] = {}
    for row in rows:
        before = found[row.guardian_id].records if row.guardian_id in found else ()
        found[row.guardian_id] = RelationPast(RelationKind(row.kind), (*before, *stated[row.id]))
    return found


def unlike_others(session: Session, on: date) -> set[int]:
    """Of whom more than answers decides: the pupils who were ever blocked, and the employees who left by that day."""
    return set(session.scalars(_UNLIKE, {"day": on}))


def _guardians(session: Session, on: date, pupil_ids: Collection[int]) -> dict[int, list[tuple[int, Authority]]]:
    relations = [one for chunk in chunks(pupil_ids) for one in session.execute(_RELATIONS, {"ids": chunk, "day": on})]
    stated = _authorities(session, on, [relation for relation, _pupil, _guardian in relations])
    found: dict[int, list[tuple[int, Authority]]] = defaultdict(list)
    for relation, pupil, guardian in relations:
        found[pupil].append((guardian, stated.get(relation, Authority.ASSUMED)))
    return found


def _authorities(session: Session, on: date, relation_ids: Collection[int]) -> dict[int, Authority]:
    """As ``rules.authority_on``: the newest since, of those the last recorded."""
    best: dict[int, _Said] = {}
    for chunk in chunks(relation_ids):
        for relation, authority, since, recorded in session.execute(_STATEMENTS, {"ids": chunk}):
            if since is not None and since > on:
                continue
            said = (since or date.min, recorded, _AUTHORITIES[authority])
            known = best.get(relation)
            if known is None or said[:2] > known[:2]:
                best[relation] = said
    return {relation: authority for relation, (_since, _recorded, authority) in best.items()}
