"""Filters of the list of cases that a user keeps under a name."""

from __future__ import annotations

from sqlalchemy import select

from app.cases import limits
from app.cases.beside.lines import FilterLine
from app.cases.beside.tables import SavedFilter
from app.cases.inputs import CaseFilter
from app.kernel.errors import Invalid
from app.vault.drawers.database import Drawer


class SavedFilters:
    """Keeping a filter, and forgetting it; every user has their own."""

    def __init__(self, casework: Drawer) -> None:
        self._drawer = casework

    def all(self) -> tuple[FilterLine, ...]:
        """The filters of this user by name."""
        query = select(SavedFilter).filter_by(user_id=self._drawer.user.id).order_by(SavedFilter.name)
        with self._drawer.read() as session:
            return tuple(_line(row) for row in session.scalars(query))

    def keep(self, name: str, wanted: CaseFilter) -> None:
        """Keep a filter; the same name replaces the one before."""
        title = limits.line("name", name, most=40)
        if not title:
            raise Invalid("name", "cases.no_name")
        with self._drawer.write("filter.kept") as session:
            row = session.scalars(select(SavedFilter).filter_by(user_id=self._drawer.user.id, name=title)).first()
            if row is None:
                row = SavedFilter(user_id=self._drawer.user.id, name=title, payload={})
                session.add(row)
            row.payload = {
                "is_open": wanted.is_open,
                "severity": wanted.severity or "",
                "text": wanted.text.strip(),
                "to_judge": wanted.to_judge,
                "archived": wanted.archived,
                "category": wanted.category,
            }

    def forget(self, filter_id: int) -> None:
        """Forget a filter of this user."""
        with self._drawer.write("filter.forgotten") as session:
            row = session.get(SavedFilter, filter_id)
            if row is not None and row.user_id == self._drawer.user.id:
                session.delete(row)


def _line(row: SavedFilter) -> FilterLine:
    said = row.payload
    to_judge, archived = bool(said.get("to_judge")), bool(said.get("archived"))  # older filters do not say
    about = str(said.get("category", ""))
    return FilterLine(row.id, row.name, said["is_open"], said["severity"], said["text"], to_judge, archived, about)
