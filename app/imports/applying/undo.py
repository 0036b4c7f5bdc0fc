"""Takes an import back as one step, from its line in the log; what was changed or used since stays as it is.

A person who goes is withdrawn, not erased: name, number and birth date stay under the id, shown nowhere, so that a
case that refers to them (which who undoes may not be allowed to know) still finds a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.imports.applying.holding import Referred
from app.imports.results import KeptLine, UndoPreview, UndoResult
from app.imports.tables import Import
from app.kernel.errors import Refused
from app.kernel.names import full, sort_key
from app.people.persons import person_lines
from app.vault.drawers import bulk
from app.vault.drawers.database import drawer_of
from app.vault.references import links_to, to_persons
from app.vault.tables import RegisterBase
from app.vault.trail import audit
from app.vault.trail.audit import Kind

Row = tuple[str, int]
_OWN = {"persons": "id", "pupils": "id", "employees": "id", "memberships": "pupil_id", "guardian_relations": "pupil_id"}
_REASONS = {
    "consent_events": "imports.kept_answer",
    "letters": "imports.kept_letter",
    "print_tray": "imports.kept_letter",
}
_BARE: dict[str, object] = dict.fromkeys(("email", "phone", "street", "house_number", "postcode", "city"), "")


@dataclass
class Journal:
    """What an import wrote: per row the values of before (none of a row it made) and of after."""

    made: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    before: dict[Row, dict[str, object]] = field(default_factory=lambda: defaultdict(dict))
    after: dict[Row, dict[str, object]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, batch: audit.Batch) -> None:
        """Add what one batch of the log tells."""
        names = batch.columns[1:]
        for key, *values in batch.rows:
            row = (batch.table, int(key))
            self.after[row] |= dict(zip(names, values[-len(names) :], strict=True))
            if batch.kind is Kind.NEW:
                self.made[batch.table].add(int(key))
            else:
                for name, value in zip(names, values[: len(names)], strict=True):
                    self.before[row].setdefault(name, value)


@dataclass
class _Plan:
    session: Session
    journal: Journal
    referred: Referred
    owners: dict[Row, int] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mapped = bulk.mapped_by_table(RegisterBase)
        self.persons = self.journal.made["persons"]
        self.owners = dict(self._owned())
        for row in self._differing():
            self._keep(self.owners.get(row), "imports.kept_changed")
        for person, reason in self._used():
            self._keep(person, reason)
        for person, reason in self.referred(self.persons).items():
            self._keep(person, reason)
        self._keep_families()

    def _keep(self, person: int | None, reason: str) -> None:
        if person is not None:
            self.reasons.setdefault(person, reason)

    @property
    def touched(self) -> set[int]:
        """Everybody who came in by the import or was changed by it."""
        return set(self.owners.values())

    def _owned(self) -> Iterator[tuple[Row, int]]:
        """Of whom each row tells: a statement about authority tells of the pupil."""
        by_table: dict[str, list[int]] = defaultdict(list)
        for table, key in self.journal.after:
            by_table[table].append(key)
        for table, name in _OWN.items():
            keys = by_table[table]
            owners = {key: (key,) for key in keys} if name == "id" else self._now(table, [name], keys)
            for key, (owner,) in owners.items():
                yield (table, key), owner
        relations = self._now("authority_statements", ["relation_id"], by_table["authority_statements"])
        pupils = self._now("guardian_relations", ["pupil_id"], [relation for (relation,) in relations.values()])
        for key, (relation,) in relations.items():
            yield ("authority_statements", key), pupils[relation][0]

    def _now(self, table: str, names: list[str], keys: Collection[int]) -> dict[int, tuple[Any, ...]]:
        return bulk.current(self.session, self.mapped[table], names, keys)

    def _differing(self) -> Iterator[Row]:
        """The rows that are no longer as the import left them."""
        by_columns: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
        for (table, key), values in self.journal.after.items():
            if table != "school_groups":
                by_columns[table, tuple(values)].append(key)
        for (table, names), keys in by_columns.items():
            now = self._now(table, list(names), keys)
            for key in keys:
                if now.get(key) != tuple(self.journal.after[table, key].values()):
                    yield table, key

    def _used(self) -> Iterator[tuple[int, str]]:
        """Who came in by the import and is referred to by a row that did not."""
        for reference in to_persons(RegisterBase):
            made = self.journal.made.get(reference.table, set())
            reason = _REASONS.get(reference.table, "imports.kept_related")
            for key, person in reference.rows(self.session):
                if person in self.persons and key not in made and (reference.table, key) not in self.journal.before:
                    yield person, reason
        relations = self.journal.made["guardian_relations"]
        for reference in links_to(RegisterBase, "guardian_relations"):
            made = self.journal.made.get(reference.table, set())
            for key, relation in reference.rows(self.session):
                if relation in relations and key not in made:
                    yield self.owners["guardian_relations", relation], "imports.kept_changed"

    def _keep_families(self) -> None:
        """A pupil who stays keeps the guardians; a guardian who changed, or would have no pupil, keeps the pupils."""
        pairs = [self.journal.after["guardian_relations", key] for key in self.journal.made["guardian_relations"]]
        families = [(int(str(one["pupil_id"])), int(str(one["guardian_id"]))) for one in pairs]
        staying = {guardian for pupil, guardian in families if pupil in self.reasons}
        own = {
            person
            for person, reason in self.reasons.items()
            if person in self.persons and (reason == "imports.kept_changed" or person not in staying)
        }
        for pupil, guardian in families:
            if guardian in own:
                self._keep(pupil, "imports.kept_related")
        for pupil, guardian in families:
            if pupil in self.reasons and guardian in self.persons:
                self._keep(guardian, "imports.kept_related")

    def kept(self) -> tuple[KeptLine, ...]:
        """Who stays as they are, and why, in Dutch order."""
        touched = self.touched
        lines = person_lines(self.session, [one for one in self.reasons if one in touched], date.max)
        ordered = sorted(lines.items(), key=lambda pair: (sort_key(pair[1].name), pair[0]))
        return tuple(KeptLine(person, full(line.name), self.reasons[person]) for person, line in ordered)

    def going(self) -> set[int]:
        """Who came in by the import and goes again."""
        return {person for person in self.persons if person not in self.reasons}

    def restored(self) -> set[int]:
        """Who was there before and gets the old values back."""
        return self.touched - self.persons - set(self.reasons)


def preview(session: Session, row: Import, referred: Referred) -> UndoPreview:
    """What undoing would do."""
    about = (row.id, row.at, row.user_name, row.file_name)
    note = _hindrance(session, row)
    if note:
        return UndoPreview(*about, 0, 0, (), is_possible=False, note=note)
    plan = _Plan(session, _journal(session, row), referred)
    return UndoPreview(*about, len(plan.going()), len(plan.restored()), plan.kept())


def carry_out(session: Session, row: Import, referred: Referred, today: date) -> UndoResult:
    """Take back what can be taken back. Raises Refused when nothing can."""
    note = _hindrance(session, row)
    if note:
        raise Refused(note)
    plan = _Plan(session, _journal(session, row), referred)
    result = UndoResult(len(plan.going()), len(plan.restored()), plan.kept())
    going = plan.going()
    for table in ("authority_statements", "guardian_relations", "memberships"):
        made = plan.journal.made[table]
        bulk.delete(session, plan.mapped[table], [key for key in made if plan.owners[table, key] not in plan.reasons])
    _put_back(plan)
    bulk.change(session, plan.mapped["persons"], {person: {**_BARE, "withdrawn_on": today} for person in going})
    _drop_groups(plan)
    return result


def _hindrance(session: Session, row: Import) -> str:
    if row.undone_at is not None:
        return "imports.undone_already"
    told = audit.batches(session, drawer_of(session).tables, row.log_line) if row.log_line else None
    return "imports.undo_too_late" if told is None else ""


def _journal(session: Session, row: Import) -> Journal:
    journal = Journal()
    for batch in audit.batches(session, drawer_of(session).tables, row.log_line) or ():
        journal.take(batch)
    return journal


def _put_back(plan: _Plan) -> None:
    groups: dict[tuple[str, tuple[str, ...]], dict[int, list[object]]] = defaultdict(dict)
    for (table, key), values in plan.journal.before.items():
        if plan.owners.get((table, key)) not in plan.reasons:
            groups[table, tuple(values)][key] = list(values.values())
    for (table, names), rows in groups.items():
        bulk.put_back(plan.session, plan.mapped[table], names, rows)


def _drop_groups(plan: _Plan) -> None:
    """Groups that came with the import go when nobody sits in them and nobody said anything about them."""
    made = plan.journal.made["school_groups"]
    used = {
        group for reference in links_to(RegisterBase, "school_groups") for _key, group in reference.rows(plan.session)
    }
    mapped = plan.mapped["school_groups"]
    now = bulk.current(plan.session, mapped, ["label", "teacher_id"], made - used)
    labels = {key: plan.journal.after["school_groups", key]["label"] for key in made}
    bulk.delete(plan.session, mapped, [key for key, said in now.items() if said == (labels[key], None)])
