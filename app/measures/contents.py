"""Messages and images that their owner takes away; nobody of the school searches or wipes a device."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.measures.lines import ContentLine, DatedItem, NewContent
from app.measures.reading import person_name
from app.measures.tables import ContentRow
from app.people.rules import PersonKind
from app.people.service import People
from app.vault.drawers.database import Drawer

_FROM_REGISTER = {"person", "is_pupil"}
_COLUMNS = tuple(getattr(ContentRow, field.name) for field in fields(ContentLine) if field.name not in _FROM_REGISTER)


class Contents:
    """What somebody is asked to remove, and whether it is gone."""

    def __init__(self, casework: Drawer, cases: Cases, people: People, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._people = people
        self._clock = clock

    def ask(self, content: NewContent) -> int:
        """Record that the owner was asked to remove a message or image; gives its id."""
        if not content.place.strip():
            raise Invalid("place", "measures.content_where")
        asked_on = content.asked_on or self._clock.today()
        if asked_on > self._clock.today():
            raise Invalid("asked_on", "measures.in_future")
        row = ContentRow(
            case_id=self._cases.case(content.case_id).id,
            person_id=self._people.person(content.person_id).id,
            place=content.place.strip(),
            platform=content.platform.strip(),
            asked_on=asked_on,
            asked_by=self._drawer.user.name,
            parents_told_on=content.parents_told_on,
            gone_on=None,
            in_presence_of="",
            proof="",
        )
        with self._drawer.write("content.asked", f"case:{row.case_id}") as session:
            session.add(row)
            session.flush()
            return row.id

    def gone(self, content_id: int, in_presence_of: str = "", proof: str = "", on: date | None = None) -> None:
        """Record that it was removed by its owner: when, who saw it, and what shows it."""
        gone_on = on or self._clock.today()
        with self._drawer.write("content.removed", f"content:{content_id}") as session:
            row = session.scalars(select(ContentRow).where(ContentRow.id == content_id, self._seen())).first()
            if row is None:
                raise Refused("measures.content_unknown")
            if row.gone_on is not None:
                raise Refused("measures.content_gone")
            if not row.asked_on <= gone_on <= self._clock.today():
                raise Invalid("on", "measures.in_future")
            row.gone_on, row.in_presence_of, row.proof = gone_on, in_presence_of.strip(), proof.strip()

    def open(self) -> tuple[ContentLine, ...]:
        """What was asked and is not gone yet, the oldest first."""
        return self._lines(_open(self._cases.visible_ids()))

    def all(self, limit: int = 500) -> tuple[ContentLine, ...]:
        """Everything that was ever asked, the newest first."""
        return self._lines(self._query().order_by(ContentRow.id.desc()).limit(limit))

    def of_case(self, case_id: int) -> tuple[ContentLine, ...]:
        """What was asked in one case, the oldest first."""
        return self._lines(self._query(ContentRow.case_id == case_id).order_by(ContentRow.id))

    def of_person(self, person_id: int) -> tuple[ContentLine, ...]:
        """What one person was asked to remove, the oldest first."""
        return self._lines(
            self._query(ContentRow.person_id.in_(self._people.aliases(person_id))).order_by(ContentRow.id)
        )

    def tell_parents(self, content_id: int, on: date) -> None:
        """Record that the parents know what was asked."""
        with self._drawer.write("content.told", f"content:{content_id}") as session:
            row = session.scalars(select(ContentRow).where(ContentRow.id == content_id, self._seen())).first()
            if row is None:
                raise Refused("measures.content_unknown")
            if not row.asked_on <= on <= self._clock.today():
                raise Invalid("on", "measures.told_outside")
            row.parents_told_on = on

    def dated(self) -> tuple[DatedItem, ...]:
        """What must be gone on the day on which it was asked (the same day)."""
        return tuple(
            DatedItem(
                "measures.due.content",
                line.asked_on,
                line.person_id,
                line.case_id,
                ("content", line.id),
                {"person": line.person, "where": line.platform or line.place},
            )
            for line in self.open()
        )

    def _query(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        return select(*_COLUMNS).where(self._seen(), *conditions)

    def _seen(self) -> ColumnElement[bool]:
        return ContentRow.case_id.in_(self._cases.visible_ids())

    def _lines(self, query: Select[Any]) -> tuple[ContentLine, ...]:
        with self._drawer.read() as session:
            rows = session.execute(query).mappings().all()
        names = self._people.names({row["person_id"] for row in rows})
        pupils = {known.id for known in names.values() if known.kind is PersonKind.PUPIL}
        return tuple(
            ContentLine(person=person_name(names, row["person_id"]), is_pupil=row["person_id"] in pupils, **row)
            for row in rows
        )


@cache
def _open(visible: Select[int]) -> Select[*tuple[Any, ...]]:
    mine = ContentRow.case_id.in_(visible)
    return select(*_COLUMNS).where(mine, ContentRow.gone_on.is_(None)).order_by(ContentRow.id)
