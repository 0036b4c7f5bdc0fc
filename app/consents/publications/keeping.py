"""Whose image can still be seen, for the yearly proposal: the evidence of consent stays as long as that."""

from __future__ import annotations

from sqlalchemy import func, select

from app.consents.tables import PublicationPerson
from app.vault.drawers.database import Drawer


def still_published(register: Drawer) -> dict[int, int]:
    """In how many publications a person can still be seen, as far as the school knows."""
    query = (
        select(PublicationPerson.person_id, func.count())
        .where(PublicationPerson.done_on.is_(None))
        .group_by(PublicationPerson.person_id)
    )
    with register.read() as session:
        return {row[0]: row[1] for row in session.execute(query)}
