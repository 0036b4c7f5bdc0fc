"""Making one person of two entries, and taking them apart again: what refers to the one that goes finds the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.formats import short_date
from app.kernel.names import full
from app.people import reading
from app.people.merge_rules import MergeDifference, MergeLine, MergeMove, MergePreview
from app.people.nicknames import Nicknames
from app.people.persons import person_lines
from app.people.tables import Employee, Membership, Merge, Person, Pupil, Relation
from app.vault.drawers import bulk
from app.vault.references import to_persons
from app.vault.tables import RegisterBase

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

_CODES = {
    "guardian_relations": "people.merge_relations",
    "memberships": "people.merge_groups",
    "consent_events": "people.merge_answers",
    "publication_blocks": "people.merge_blocks",
}
_NAME = ("first_name", "infix", "surname", "initials")
_ADDRESS = ("street", "house_number", "postcode", "city")
_FILLED: tuple[tuple[type[RegisterBase], tuple[str, ...]], ...] = (
    (Person, ("email", "phone", *_ADDRESS)),
    (Pupil, ("number", "birth_date", "enrol_date")),
    (Employee, ("job_title", "start_date")),
)
Steps = list[list[Any]]  # table, column, id, old value, new value


class Merging:
    """The part of the register that makes one person of two."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._register = register
        self._clock = clock
        self.nicknames = Nicknames(register)

    def merge_preview(self, gone_id: int, kept_id: int) -> MergePreview:
        """What making one person of these two would move; changes nothing."""
        with self._register.read() as session:
            _check(session, gone_id, kept_id)
            lines = person_lines(session, [gone_id, kept_id], self._clock.today())
            counted = Counter(
                _CODES.get(table, "people.merge_other") for table, _column, _id in _refers(session, gone_id)
            )
            moves = tuple(MergeMove(code, count) for code, count in sorted(counted.items()))
            return MergePreview(lines[gone_id], lines[kept_id], moves, _differences(session, gone_id, kept_id))

    def merge(self, gone_id: int, kept_id: int) -> int:
        """Make one person of two; the one that goes is from now on another name for the one that stays."""
        with self._register.write("person.merged", f"person:{kept_id}") as session:
            _check(session, gone_id, kept_id)
            row = Merge(
                at=self._clock.now(),
                user_name=self._register.user.name,
                gone_id=gone_id,
                kept_id=kept_id,
                steps=_Mover(session, gone_id, kept_id, self._clock.today()).move(),
            )
            session.add(row)
            session.flush()
            return row.id

    def undo_merge(self, merge_id: int) -> None:
        """Take two persons apart again. Raises Refused when what moved was changed since."""
        with self._register.write("merge.undone", f"merge:{merge_id}") as session:
            row = session.get(Merge, merge_id)
            if row is None or row.undone_at is not None:
                raise Refused("people.merge_undone")
            _take_back(session, row.steps)
            row.undone_at, row.undone_by = self._clock.now(), self._register.user.name

    def merges(self) -> tuple[MergeLine, ...]:
        """Who was made one, newest first."""
        with self._register.read() as session:
            query = select(Merge, Person).join(Person, Person.id == Merge.gone_id).order_by(Merge.id.desc())
            rows = session.execute(query).all()
            kept = person_lines(session, {row.kept_id for row, _gone in rows}, self._clock.today())
            return tuple(
                MergeLine(row.id, row.at, row.user_name, full(reading.name_of(gone)), kept[row.kept_id], row.undone_at)
                for row, gone in rows
            )


def _check(session: Session, gone_id: int, kept_id: int) -> None:
    rows = {row.id: row for row in session.scalars(select(Person).where(Person.id.in_([gone_id, kept_id])))}
    if gone_id == kept_id:
        raise Refused("people.merge_same")
    if len(rows) < len({gone_id, kept_id}) or any(row.merged_into or row.withdrawn_on for row in rows.values()):
        raise Refused("people.unknown")
    if len({row.kind for row in rows.values()}) > 1:
        raise Refused("people.merge_kinds")


def _refers(session: Session, person_id: int) -> list[tuple[str, str, int]]:
    """Every row that refers to this person, but for the merges of before."""
    found: list[tuple[str, str, int]] = []
    for reference in to_persons(RegisterBase):
        if reference.table in ("persons", "merges") or reference.is_list:
            continue
        found += [(reference.table, reference.column, key) for key, who in reference.rows(session) if who == person_id]
    return found


def _differences(session: Session, gone_id: int, kept_id: int) -> tuple[MergeDifference, ...]:
    found: list[MergeDifference] = []
    compared: tuple[tuple[type[RegisterBase], tuple[str, ...]], ...] = ((Person, _NAME), *_FILLED)
    for mapped, names in compared:
        gone, kept = session.get(mapped, gone_id), session.get(mapped, kept_id)
        for name in names if gone and kept else ():
            pair = (_told(getattr(gone, name)), _told(getattr(kept, name)))
            found += [MergeDifference(name, *pair)] if pair[0] != pair[1] else []
    return tuple(found)


def _told(value: object) -> str:
    return short_date(value) if isinstance(value, date) else str(value or "")


class _Mover:
    """Moves everything of one person to another and keeps what it did, step by step."""

    def __init__(self, session: Session, gone_id: int, kept_id: int, today: date) -> None:
        self._session = session
        self._gone = gone_id
        self._kept = kept_id
        self._today = today
        self._steps: Steps = []

    def move(self) -> Steps:
        """Move, fill what is empty, and let the one that goes answer as the other."""
        closed, staying = self._double_relations(), self._overlapping()
        self._set(Relation, {key: {"until": self._today - timedelta(days=1)} for key in closed})
        changes: dict[tuple[str, str], list[int]] = defaultdict(list)
        for table, column, key in _refers(self._session, self._gone):
            if (table, key) not in staying:
                changes[table, column].append(key)
        for (table, column), keys in changes.items():
            self._set(bulk.mapped_by_table(RegisterBase)[table], {key: {column: self._kept} for key in keys})
        self._fill()
        earlier = bulk.ids_where(self._session, Person, "merged_into", self._gone)
        self._set(Person, {key: {"merged_into": self._kept} for key in (*earlier, self._gone)})
        return self._steps

    def _double_relations(self) -> list[int]:
        """Relations of the one that goes which the other has as well: they end instead of standing there twice."""
        rows = self._session.scalars(select(Relation).where(Relation.until.is_(None))).all()
        own = {(row.pupil_id, row.guardian_id) for row in rows}
        swapped = {self._gone: self._kept}
        return [
            row.id
            for row in rows
            if self._gone in (row.pupil_id, row.guardian_id)
            and (swapped.get(row.pupil_id, row.pupil_id), swapped.get(row.guardian_id, row.guardian_id)) in own
        ]

    def _overlapping(self) -> set[tuple[str, int]]:
        """Groups of the one that goes at a time when the other sat in a group: they stay behind."""
        query = select(Membership).where(Membership.pupil_id.in_([self._gone, self._kept]))
        rows = self._session.scalars(query).all()
        kept = [(row.start, row.until or date.max) for row in rows if row.pupil_id == self._kept]
        return {
            ("memberships", row.id)
            for row in rows
            if row.pupil_id == self._gone
            and any(row.start <= until and start <= (row.until or date.max) for start, until in kept)
        }

    def _fill(self) -> None:
        for mapped, names in _FILLED:
            gone, kept = self._session.get(mapped, self._gone), self._session.get(mapped, self._kept)
            if gone is None or kept is None:
                continue
            has_address = mapped is Person and any(getattr(kept, name) for name in _ADDRESS)
            values = {
                name: getattr(gone, name)
                for name in names
                if getattr(gone, name) and not getattr(kept, name) and not (name in _ADDRESS and has_address)
            }
            if values:
                self._set(mapped, {self._kept: values})
            if "number" in values:
                person = self._session.get_one(Person, self._kept)
                self._set(Person, {self._kept: {"folded": f"{person.folded} {values['number']}"}})

    def _set(self, mapped: type[RegisterBase], changes: Mapping[int, Mapping[str, object]]) -> None:
        for key, values in changes.items():
            names = list(values)
            before = bulk.current(self._session, mapped, names, [key])[key]
            bulk.change(self._session, mapped, {key: values})
            after = bulk.current(self._session, mapped, names, [key])[key]
            table = str(mapped.__tablename__)
            self._steps += [
                [table, name, key, old, new] for name, old, new in zip(names, before, after, strict=True) if old != new
            ]


def _take_back(session: Session, steps: Steps) -> None:
    mapped = bulk.mapped_by_table(RegisterBase)
    for table, column, key, _old, new in steps:
        now = bulk.current(session, mapped[table], [column], [key])
        if now.get(key) != (new,):
            raise Refused("people.merge_changed")
    for table, column, key, old, _new in reversed(steps):
        bulk.put_back(session, mapped[table], [column], {key: [old]})
