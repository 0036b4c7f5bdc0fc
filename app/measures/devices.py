"""Devices in custody: taken by whom, kept where, back when and to whom."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, true

from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.measures.lines import DatedItem, DeviceLine, NewDevice
from app.measures.reading import person_name
from app.measures.tables import DeviceRow
from app.people.service import People
from app.vault.drawers.database import Drawer
from app.vault.drawers.once import once

_FIELDS = tuple(field.name for field in fields(DeviceLine) if field.name not in {"person", "detail"})
_COLUMNS = tuple(getattr(DeviceRow, name) for name in _FIELDS)


class Devices:
    """Devices in custody: back at the end of the same school day; no code, no number, nothing of what is on it."""

    def __init__(self, casework: Drawer, cases: Cases, people: People, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._people = people
        self._clock = clock

    def take(self, device: NewDevice) -> int:
        """Take a device into custody; gives the id of its receipt."""
        now = self._clock.now()
        if not device.what.strip():
            raise Invalid("what", "measures.device_what")
        if not device.taken_by.strip():
            raise Invalid("taken_by", "measures.device_by")
        taken_at = device.taken_at or now
        if taken_at > now:
            raise Invalid("taken_at", "measures.in_future")
        if device.parents_told_at is not None and device.parents_told_at > now:
            raise Invalid("parents_told", "measures.in_future")
        if device.case_id is not None:
            self._cases.case(device.case_id)
        row = DeviceRow(
            case_id=device.case_id,
            person_id=self._people.person(device.person_id).id,
            what=device.what.strip(),
            damage=device.damage.strip(),
            switched_off=device.switched_off,
            taken_at=taken_at,
            taken_by=device.taken_by.strip(),
            kept_where=device.kept_where.strip(),
            parents_told_at=device.parents_told_at,
            return_on=device.return_on or taken_at.date(),
            returned_at=None,
            returned_to="",
            recorded_by=self._drawer.user.name,
        )
        if row.return_on < taken_at.date():
            raise Invalid("return_on", "measures.device_before")
        with self._drawer.write("device.taken", f"person:{row.person_id}") as session:
            session.add(row)
            session.flush()
            return row.id

    def give_back(
        self, device_id: int, to: str, at: datetime | None = None, *, by: str = "", signed: bool = False
    ) -> None:
        """Record to whom the device went back, who gave it, and whether the receipt was signed."""
        if not to.strip():
            raise Invalid("to", "measures.device_to_whom")
        with self._drawer.write("device.returned", f"device:{device_id}") as session:
            row = session.scalars(select(DeviceRow).where(DeviceRow.id == device_id, self._seen())).first()
            if row is None:
                raise Refused("measures.device_unknown")
            if row.returned_at is not None:
                raise Refused("measures.device_returned")
            returned_at = at or self._clock.now()
            if returned_at < row.taken_at:
                raise Invalid("at", "measures.device_before")
            if returned_at > self._clock.now():
                raise Invalid("at", "measures.in_future")
            row.returned_at, row.returned_to = returned_at, to.strip()
            row.returned_by, row.is_signed = by.strip() or self._drawer.user.name, signed

    def tell_parents(self, device_id: int, at: datetime | None = None) -> None:
        """Record that the parents know that the device was taken in."""
        told_at = at or self._clock.now()
        with self._drawer.write("device.told", f"device:{device_id}") as session:
            row = session.scalars(select(DeviceRow).where(DeviceRow.id == device_id, self._seen())).first()
            if row is None:
                raise Refused("measures.device_unknown")
            if not row.taken_at <= told_at <= self._clock.now():
                raise Invalid("at", "measures.told_outside")
            row.parents_told_at = told_at

    def held(self) -> tuple[DeviceLine, ...]:
        """The devices that are not given back, the oldest first."""
        with self._drawer.read() as session:
            return once(session, "devices.held", lambda: self._lines(_held(self._seen())))

    def all(self, limit: int = 500) -> tuple[DeviceLine, ...]:
        """All receipts, the newest first."""
        return self._lines(self._query().order_by(DeviceRow.id.desc()).limit(limit))

    def of_person(self, person_id: int) -> tuple[DeviceLine, ...]:
        """The receipts of one person, the oldest first."""
        return self._lines(self._query(DeviceRow.person_id.in_(self._people.aliases(person_id))).order_by(DeviceRow.id))

    def dated(self) -> tuple[DatedItem, ...]:
        """The devices that must go back, with their day."""
        return tuple(
            DatedItem(
                "measures.due.device",
                line.return_on,
                line.person_id,
                line.case_id,
                ("device", line.id),
                {"person": line.person, "what": line.what},
            )
            for line in self.held()
        )

    def _query(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        return select(*_COLUMNS).where(self._seen(), *conditions)

    def _seen(self) -> ColumnElement[bool]:
        """A coordinator sees the receipts of granted cases, and without a case those of what they took themselves."""
        user, visible = self._drawer.user, self._cases.visible_ids()
        return _seen(visible, "" if user.role.leads else user.name)

    def _lines(self, query: Select[Any]) -> tuple[DeviceLine, ...]:
        with self._drawer.read() as session:
            rows = session.execute(query).mappings().all()
        names = self._people.names({row["person_id"] for row in rows})
        return tuple(
            DeviceLine(
                person=person_name(names, row["person_id"]),
                detail=names[row["person_id"]].detail if row["person_id"] in names else "",
                **row,
            )
            for row in rows
        )


@lru_cache(maxsize=8)
def _seen(visible: Select[int], only_of: str) -> ColumnElement[bool]:
    own = or_(DeviceRow.taken_by == only_of, DeviceRow.recorded_by == only_of) if only_of else true()
    return or_(DeviceRow.case_id.in_(visible), and_(DeviceRow.case_id.is_(None), own))


@lru_cache(maxsize=8)
def _held(seen: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(*_COLUMNS).where(seen, DeviceRow.returned_at.is_(None)).order_by(DeviceRow.id)
