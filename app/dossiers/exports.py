"""What left the program as a dossier, and whether a print or file is the same as what was given."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from app.dossiers.rules import Dossier
from app.dossiers.tables import DossierExport
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.kernel.names import full
from app.kernel.texts import _
from app.people.service import People
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class ExportLine:
    """One dossier that was given away."""

    id: int
    person_id: int
    person: str
    at: datetime
    by: str
    purpose: str
    kind: str
    control: str
    sha256: str
    pages: int
    is_encrypted: bool
    receiver: str


class Exports:
    """The list of dossiers that were given away."""

    def __init__(self, casework: Drawer, people: People, clock: Clock) -> None:
        self._drawer = casework
        self._people = people
        self._clock = clock

    def keep(
        self,
        dossier: Dossier,
        data: bytes,
        *,
        is_encrypted: bool,
        receiver: str,
        pages: int,
        action: str = "dossier.exported",
    ) -> int:
        """Remember that a dossier left the program, with the numbers by which it can be recognised."""
        with self._drawer.write(action, f"person:{dossier.person_id}") as session:
            row = DossierExport(
                person_id=dossier.person_id,
                at=self._clock.now(),
                by_name=self._drawer.user.name,
                purpose=dossier.purpose,
                kind=dossier.version.value,
                control=dossier.control,
                sha256=hashlib.sha256(data).hexdigest(),
                pages=pages,
                is_encrypted=is_encrypted,
                receiver=receiver.strip(),
            )
            session.add(row)
            session.flush()
            return row.id

    def of(self, person_id: int) -> tuple[ExportLine, ...]:
        """What was given of this person, newest first."""
        return self._lines(DossierExport.person_id.in_(self._people.aliases(person_id)))

    def recent(self, limit: int = 200) -> tuple[ExportLine, ...]:
        """What was given away, newest first."""
        return self._lines(limit=limit)

    def is_this(self, file: bytes) -> tuple[ExportLine, ...]:
        """The exports that are this very file, byte for byte; empty when it was changed or is of elsewhere."""
        return self._lines(DossierExport.sha256 == hashlib.sha256(file).hexdigest())

    def with_control(self, typed: str) -> tuple[ExportLine, ...]:
        """The exports with this control number, as it stands at the foot of every page.

        Raises Invalid when what was typed can be no control number.
        """
        bare = re.sub(r"[^0-9a-f]", "", typed.casefold())
        if len(bare) != 8:
            raise Invalid("control", "dossiers.no_control")
        return self._lines(DossierExport.control == f"{bare[:4]} {bare[4:]}")

    def _lines(self, *conditions: ColumnElement[bool], limit: int = 1000) -> tuple[ExportLine, ...]:
        query = select(DossierExport).where(*conditions).order_by(DossierExport.id.desc()).limit(limit)
        with self._drawer.read() as session:
            rows = session.scalars(query).all()
            names = self._people.names([row.person_id for row in rows])
            return tuple(
                ExportLine(
                    id=row.id,
                    person_id=row.person_id,
                    person=full(names[row.person_id].name) if row.person_id in names else _("onbekend"),
                    at=row.at,
                    by=row.by_name,
                    purpose=row.purpose,
                    kind=row.kind,
                    control=row.control,
                    sha256=row.sha256,
                    pages=row.pages,
                    is_encrypted=row.is_encrypted,
                    receiver=row.receiver,
                )
                for row in rows
            )
