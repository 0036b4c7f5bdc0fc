"""The ladders as this school uses them: the shipped rungs, its own between them, and those that it closed or merged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.protocol.rules import Bound, Ladder, Nature, Protocol, Requirement, Rung
from app.protocol.tables import RungRow
from app.vault.drawers.database import Drawer

_NONE_SHORTER = 3  # letters
_SUSPENDS = re.compile(r"time.?out|schors|uit de les|naar huis", re.IGNORECASE)  # no loophole around WPO 40c
OPEN_LIST = {"pupil": "protocol D6", "employee": "protocol D4"}
ARTICLES = {"pupil": "D6", "employee": "D4"}
RETENTION = {"pupil": "pupil_dossier", "employee": "personnel_dossier"}


@dataclass(frozen=True)
class NewRung:
    """A measure that the school adds; ``after`` is the code of the rung under which it stands."""

    ladder: str
    label: str
    applies_to: tuple[Bound, ...]
    nature: Nature = Nature.PEDAGOGIC
    deciders: tuple[str, ...] = ("director", "board")
    mandate: bool = False
    required: tuple[str, ...] = ("reasons",)
    after: str = ""
    note: str = ""


class Ladders:
    """Use cases on the ladders; the school's edits live in the register drawer."""

    def __init__(self, register: Drawer, protocol: Protocol, clock: Clock) -> None:
        self._drawer = register
        self._shipped = protocol
        self._clock = clock
        self._known: Protocol | None = None
        register.listeners.append(self._heard)

    def protocol(self) -> Protocol:
        """The protocol with the school's own ladders; read again only after they changed."""
        if self._known is None:
            with self._drawer.read() as session:
                rows = session.scalars(select(RungRow).order_by(RungRow.id)).all()
                ladders = tuple(self._merged(ladder, rows) for ladder in self._shipped.ladders)
            self._known = replace(self._shipped, ladders=ladders)
        return self._known

    def merges(self) -> dict[str, str]:
        """For every rung that was merged, the rung under which its history now stands."""
        with self._drawer.read() as session:
            merged = {row.code: row.merged_into for row in session.scalars(select(RungRow)) if row.merged_into}
        return {code: _end_of(code, merged) for code in merged}

    def add(self, rung: NewRung) -> str:
        """Put an own rung on a ladder; gives its code. Raises Invalid for what cannot be, Refused for a coordinator."""
        self._drawer.user.must_lead("protocol.only_leadership")
        self._check(rung, "")
        with self._drawer.write("rung.added", "protocol") as session:
            number = len(session.scalars(select(RungRow.id)).all()) + 1
            row = RungRow(code=f"{rung.ladder}.OWN_{number}", is_own=True, valid_from=self._clock.today())
            row.valid_to, row.merged_into = None, ""
            _fill(row, rung)
            session.add(row)
            return row.code

    def change(self, code: str, rung: NewRung) -> None:
        """Say an own rung otherwise; measures that rest on it keep it."""
        self._drawer.user.must_lead("protocol.only_leadership")
        self._check(rung, code)
        with self._drawer.write("rung.changed", "protocol") as session:
            row = _row(session, code)
            if row is None or not row.is_own:
                raise Refused("protocol.rung_is_shipped")
            _fill(row, rung)

    def close(self, code: str, *, merged_into: str = "") -> None:
        """Take a rung off the ladder from tomorrow on, or merge it into another; what rests on it stays."""
        self._drawer.user.must_lead("protocol.only_leadership")
        rung = self.protocol().rung(code)
        if merged_into and (merged_into == code or merged_into.partition(".")[0] != rung.ladder):
            raise Invalid("merged_into", "protocol.merge_elsewhere")
        self._needed(code)
        with self._drawer.write("rung.closed", "protocol") as session:
            row = _row(session, code)
            if row is None:
                row = _closing(rung)
                session.add(row)
            row.valid_to, row.merged_into = self._clock.today() - timedelta(days=1), merged_into

    def reopen(self, code: str) -> None:
        """Put a closed rung back on its ladder."""
        self._drawer.user.must_lead("protocol.only_leadership")
        with self._drawer.write("rung.reopened", "protocol") as session:
            row = _row(session, code)
            if row is None or row.valid_to is None:
                raise Refused("protocol.rung_is_open")
            if row.is_own:
                row.valid_to, row.merged_into = None, ""
            else:
                session.delete(row)

    def _needed(self, code: str) -> None:
        ladder = self.protocol().ladder(code.partition(".")[0])
        if [rung.code for rung in ladder.on(self._clock.today())] == [code]:
            raise Refused("protocol.last_rung")

    def _check(self, rung: NewRung, code: str) -> None:
        if len(rung.label.strip()) < _NONE_SHORTER:
            raise Invalid("label", "protocol.rung_without_name")
        if _SUSPENDS.search(rung.label):
            raise Invalid("label", "protocol.is_suspension")
        if not rung.applies_to:
            raise Invalid("applies_to", "protocol.rung_for_nobody")
        if any((bound is Bound.EMPLOYEE) is not (rung.ladder == "employee") for bound in rung.applies_to):
            raise Invalid("applies_to", "protocol.rung_for_others")
        if not rung.deciders:
            raise Invalid("deciders", "protocol.rung_without_decider")
        others = [one for one in self.protocol().ladder(rung.ladder).rungs if one.code != code]
        if rung.label.strip().casefold() in {one.label.casefold() for one in others}:
            raise Invalid("label", "protocol.rung_exists")

    def _merged(self, ladder: Ladder, rows: Sequence[RungRow]) -> Ladder:
        rungs = list(ladder.rungs)
        for row in (row for row in rows if row.code.partition(".")[0] == ladder.code):
            if not row.is_own:
                rungs = [replace(rung, valid_to=row.valid_to) if rung.code == row.code else rung for rung in rungs]
                continue
            place = next((at for at, rung in enumerate(rungs) if rung.code == row.after), len(rungs) - 1)
            rungs.insert(place + 1, self._rung(row))
        return replace(ladder, rungs=tuple(rungs))

    def _rung(self, row: RungRow) -> Rung:
        ladder = row.code.partition(".")[0]
        known: dict[str, Requirement] = {one.code: one for one in self._shipped.requirements}
        return Rung(
            code=row.code,
            label=row.label,
            applies_to=tuple(Bound(bound) for bound in row.applies_to),
            nature=Nature(row.nature),
            deciders=tuple(row.deciders),
            mandate=row.mandate,
            required=tuple(known[code] for code in row.required if code in known),
            advised=(),
            terms=(),
            letters=("invitation", "hearing_report") if ladder == "pupil" else (),
            retention=RETENTION[ladder],
            article=ARTICLES[ladder],
            source=OPEN_LIST[ladder],
            note=row.note,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )

    def _heard(self, topics: frozenset[str]) -> None:
        if "protocol" in topics:
            self._known = None


def _end_of(code: str, merged: Mapping[str, str]) -> str:
    seen = {code}
    while code in merged and merged[code] not in seen:
        code = merged[code]
        seen.add(code)
    return code


def _row(session: Session, code: str) -> RungRow | None:
    return session.scalars(select(RungRow).filter_by(code=code)).one_or_none()


def _fill(row: RungRow, rung: NewRung) -> None:
    row.label, row.note = rung.label.strip(), rung.note.strip()
    row.applies_to, row.deciders = [bound.value for bound in rung.applies_to], list(rung.deciders)
    row.nature, row.mandate = rung.nature.value, rung.mandate
    row.required, row.after = list(rung.required), rung.after


def _closing(rung: Rung) -> RungRow:
    """The row that closes a shipped rung; what it says otherwise stays with the data."""
    return RungRow(
        code=rung.code,
        is_own=False,
        label=rung.label,
        applies_to=[],
        nature=rung.nature.value,
        deciders=[],
        mandate=rung.mandate,
        required=[],
        after="",
        note="",
        valid_from=date(rung.valid_from.year, rung.valid_from.month, rung.valid_from.day),
    )
