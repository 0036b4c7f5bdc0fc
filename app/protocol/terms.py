"""The term calculator: from the key of a term and a day to its last day, target and source."""

from __future__ import annotations

from datetime import date

from app.kernel.terms import Sector, TermResult, compute_term
from app.protocol.rules import Protocol

BY_SECTOR = "removal.objection_decision"


def term(protocol: Protocol, key: str, start: date, sector: Sector = Sector.PRIVATE) -> TermResult:
    """The term with this key as it holds on its first day; the key of an objection decision may leave out the sector.

    Raises:
        Invalid: there is no term with this key.
        Refused: the key is counted in hours, or is no term.
    """
    full_key = f"{key}.{sector}" if key == BY_SECTOR else key
    return compute_term(protocol.term(full_key, start), start, sector)
