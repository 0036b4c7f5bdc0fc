"""What of a destroyed letter lies in the print tray: address lines and the PDF, in the other drawer."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from app.letters.tables import CaseLetter, OutboxRow, RegisterLetter, TrayRow
from app.vault.drawers.database import Drawer


def tray_ids(register: Drawer, casework: Drawer, cases: Collection[int], persons: Collection[int]) -> frozenset[int]:
    """The rows of the print tray that came from letters of these cases or about these persons."""
    with casework.read() as session:
        query = select(OutboxRow.key).join(CaseLetter, CaseLetter.id == OutboxRow.letter_id)
        keys = set(session.scalars(query.where(CaseLetter.case_id.in_(list(cases)))))
    with register.read() as session:
        found = set(session.scalars(select(TrayRow.id).where(TrayRow.key.in_(keys))))
        about = select(RegisterLetter.tray_id).where(RegisterLetter.about_id.in_(list(persons)))
        return frozenset(found | {one for one in session.scalars(about) if one is not None})
