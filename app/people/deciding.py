"""The little that decides about consent, of many pupils at once: birth date, blocks, and who has what authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import String, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.people.reading import block_lines, chunks
from app.people.rules import Authority, BlockLine
from app.people.tables import AuthorityStatement, Pupil, Relation

_AUTHORITIES = {authority.value: authority for authority in Authority}
_Said = tuple[date, str, Authority]


@dataclass(frozen=True)
class HouseholdLine:
    """What decides about one pupil on a day; guardians are ids with their authority, in the order of the class list."""

    birth_date: date | None
    guardians: tuple[tuple[int, Authority], ...]
    blocks: tuple[BlockLine, ...]


def households(session: Session, on: date, pupil_ids: Collection[int]) -> dict[int, HouseholdLine]:
    """The households of these pupils on a day, in a handful of statements."""
    births = {
        pupil: born
        for chunk in chunks(pupil_ids)
        for pupil, born in session.execute(select(Pupil.id, Pupil.birth_date).where(Pupil.id.in_(chunk)))
    }
    guardians = _guardians(session, on, pupil_ids)
    blocks = block_lines(session, pupil_ids)
    return {pupil: HouseholdLine(born, tuple(guardians[pupil]), tuple(blocks[pupil])) for pupil, born in births.items()}


def _guardians(session: Session, on: date, pupil_ids: Collection[int]) -> dict[int, list[tuple[int, Authority]]]:
    row = Relation
    query = select(row.id, row.pupil_id, row.guardian_id).order_by(row.pupil_id, row.position, row.id)
    query = query.where(or_(row.until.is_(None), row.until >= on))
    relations = [one for chunk in chunks(pupil_ids) for one in session.execute(query.where(row.pupil_id.in_(chunk)))]
    stated = _authorities(session, on, [relation for relation, _pupil, _guardian in relations])
    found: dict[int, list[tuple[int, Authority]]] = defaultdict(list)
    for relation, pupil, guardian in relations:
        found[pupil].append((guardian, stated.get(relation, Authority.ASSUMED)))
    return found


def _authorities(session: Session, on: date, relation_ids: Collection[int]) -> dict[int, Authority]:
    """As ``rules.authority_on``: the newest since, of those the last recorded."""
    row = AuthorityStatement
    query = select(row.relation_id, row.authority, row.since, type_coerce(row.recorded_at, String)).order_by(row.id)
    best: dict[int, _Said] = {}
    for chunk in chunks(relation_ids):
        for relation, authority, since, recorded in session.execute(query.where(row.relation_id.in_(chunk))):
            if since is not None and since > on:
                continue
            said = (since or date.min, recorded, _AUTHORITIES[authority])
            known = best.get(relation)
            if known is None or said[:2] > known[:2]:
                best[relation] = said
    return {relation: authority for relation, (_since, _recorded, authority) in best.items()}
