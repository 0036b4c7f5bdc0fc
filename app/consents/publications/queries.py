"""Queries on publications and who can be seen in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.consents.tables import Publication, PublicationPerson
from app.kernel.errors import Refused


def rows(session: Session) -> list[Publication]:
    """Every publication, newest first."""
    query = select(Publication).where(Publication.removed_note == "")
    return list(session.scalars(query.order_by(Publication.published_on.desc(), Publication.id.desc())))


def publication(session: Session, publication_id: int) -> Publication:
    """One publication. Raises Refused for one that was taken out."""
    row = session.get(Publication, publication_id)
    if row is None or row.removed_note:
        raise Refused("consents.publication_unknown")
    return row


def people(session: Session, ids: Iterable[int]) -> dict[int, list[PublicationPerson]]:
    """Who can be seen in each of these publications."""
    found: dict[int, list[PublicationPerson]] = defaultdict(list)
    query = select(PublicationPerson).where(PublicationPerson.publication_id.in_(list(ids)))
    for one in session.scalars(query.order_by(PublicationPerson.id)):
        found[one.publication_id].append(one)
    return found


def shown(session: Session) -> dict[int, int]:
    """In how many publications each person can still be seen."""
    query = select(PublicationPerson.person_id, func.count()).join(
        Publication, Publication.id == PublicationPerson.publication_id
    )
    query = query.where(Publication.removed_note == "", PublicationPerson.done_on.is_(None))
    return dict(session.execute(query.group_by(PublicationPerson.person_id)).all())
