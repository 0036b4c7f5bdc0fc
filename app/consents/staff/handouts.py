"""The protocol handed out: who received which version when, who signed for it, and who is missing (protocol D1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.consents.tables import Handout
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.people.rules import EmployeeLine, PersonLine
from app.people.service import People

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

HOWS = ("paper", "mail", "meeting")


@dataclass(frozen=True)
class NewHandout:
    """A version of the protocol given to these people; ``how`` is paper, mail or meeting."""

    version: str
    person_ids: tuple[int, ...]
    handed_on: date
    how: str = "paper"
    signed_on: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class HandoutLine:
    """Somebody received the protocol."""

    id: int
    person: PersonLine
    version: str
    handed_on: date
    how: str
    signed_on: date | None
    evidence: str
    recorded_by: str


class Handouts:
    """Use cases on handing out the protocol."""

    def __init__(self, register: Drawer, people: People, clock: Clock) -> None:
        self._drawer = register
        self._people = people
        self._clock = clock

    def record(self, new: NewHandout) -> tuple[int, ...]:
        """Record that these people received the protocol; gives the ids."""
        self._check(new)
        with self._drawer.write("protocol.handed_out", f"persons:{len(new.person_ids)}") as session:
            rows = [
                Handout(
                    person_id=person,
                    version=new.version.strip(),
                    handed_on=new.handed_on,
                    how=new.how,
                    signed_on=new.signed_on,
                    evidence=new.evidence.strip(),
                    recorded_at=self._clock.now(),
                    recorded_by=self._drawer.user.name,
                )
                for person in dict.fromkeys(new.person_ids)
            ]
            session.add_all(rows)
            session.flush()
            return tuple(row.id for row in rows)

    def sign(self, handout_ids: Sequence[int], on: date, evidence: str = "") -> None:
        """Record that they signed for it, and where the signature lies."""
        with self._drawer.write("protocol.signed", f"handouts:{len(handout_ids)}") as session:
            for row in session.scalars(select(Handout).where(Handout.id.in_(list(handout_ids)))):
                self._check_signed(row.handed_on, on)
                row.signed_on, row.evidence = on, evidence.strip() or row.evidence

    def list(self, version: str | None = None) -> tuple[HandoutLine, ...]:
        """Who received it, the last first; of one version or all."""
        query = select(Handout).order_by(Handout.handed_on.desc(), Handout.id.desc())
        with self._drawer.read() as session:
            rows = list(session.scalars(query if version is None else query.where(Handout.version == version)))
            names = self._people.names({row.person_id for row in rows})
            return tuple(
                HandoutLine(
                    id=row.id,
                    person=names[row.person_id],
                    version=row.version,
                    handed_on=row.handed_on,
                    how=row.how,
                    signed_on=row.signed_on,
                    evidence=row.evidence,
                    recorded_by=row.recorded_by,
                )
                for row in rows
                if row.person_id in names
            )

    def versions(self) -> tuple[str, ...]:
        """The versions that were handed out, the last first."""
        query = select(Handout.version).group_by(Handout.version).order_by(func.max(Handout.handed_on).desc())
        with self._drawer.read() as session:
            return tuple(session.scalars(query))

    def missing(self, version: str) -> tuple[EmployeeLine, ...]:
        """Who works here and has not signed for this version, in Dutch order."""
        query = select(Handout.person_id).where(Handout.version == version, Handout.signed_on.is_not(None))
        with self._drawer.read() as session:
            signed = set(session.scalars(query))
        return tuple(one for one in self._people.employees() if one.id not in signed)

    def _check(self, new: NewHandout) -> None:
        if not new.version.strip():
            raise Invalid("version", "consents.handout_version")
        if not new.person_ids:
            raise Invalid("person_ids", "consents.handout_nobody")
        if new.handed_on > self._clock.today():
            raise Invalid("handed_on", "consents.in_future")
        if new.how not in HOWS:
            raise Invalid("how", "consents.handout_how")
        if new.signed_on is not None:
            self._check_signed(new.handed_on, new.signed_on)

    def _check_signed(self, handed_on: date, signed_on: date) -> None:
        if signed_on < handed_on:
            raise Invalid("signed_on", "consents.signed_before")
        if signed_on > self._clock.today():
            raise Invalid("signed_on", "consents.in_future")
