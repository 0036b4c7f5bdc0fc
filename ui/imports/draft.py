"""What the user decided so far about a comparison: one row for every pupil and employee, one decision for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.imports.readings import Rejection
from app.imports.results import Result, result_of
from app.imports.rules import Choice, Course, Decision, EmployeeProposal, LineKind, Proposal, ProposalLine
from app.imports.service import Imports
from app.kernel.names import PersonName, fold, full
from app.vault.copies import keeping
from app.vault.store import Store

ALL, EMPLOYEES, TO_CHECK, UNUSUAL = "all", "employees", "check", "unusual"
TABS = (
    LineKind.DOUBTFUL,
    LineKind.NEW,
    LineKind.CHANGED,
    UNUSUAL,
    LineKind.MOVED,
    LineKind.MISSING,
    EMPLOYEES,
    TO_CHECK,
    LineKind.UNCHANGED,
    ALL,
)
MANY_MISSING = 0.25  # of the school: then the list is perhaps of a part of the school


@dataclass(frozen=True)
class Row:
    """One line of the comparison; one of ``pupil`` and ``employee`` is there. ``folded`` is for searching."""

    key: int
    kind: LineKind
    name: PersonName
    group: str
    pupil: ProposalLine | None = None
    employee: EmployeeProposal | None = None
    folded: str = ""

    @property
    def is_unusual(self) -> bool:
        """Whether this pupil goes into the new school year otherwise than nearly all do."""
        return self.pupil is not None and self.pupil.course.is_unusual

    @property
    def goes_on(self) -> bool:
        """Whether this pupil only goes on to the next year group."""
        return self.kind is LineKind.MOVED and self.pupil is not None and self.pupil.course is Course.ON


class Draft:
    """A proposal with the decisions about it."""

    def __init__(self, proposal: Proposal, doubts: tuple[Rejection, ...] = ()) -> None:
        self.proposal = proposal
        self.doubts = doubts
        self.is_checked = False  # whether what is to be checked was looked at
        self.decisions: dict[int, Decision] = dict(proposal.decisions())
        self.rows = _rows(proposal)
        self.seen: set[int] = set()
        self._found_back = self._whom_doubts_are()
        if self.looks_partial:
            self.keep_missing()

    @property
    def looks_partial(self) -> bool:
        """Whether so many pupils are absent that the list is perhaps of a part of the school."""
        missing = self.proposal.count(LineKind.MISSING)
        known = len(self.proposal.lines) - self.proposal.count(LineKind.NEW, LineKind.DOUBTFUL)
        return missing > max(5, known * MANY_MISSING)

    def counts(self) -> dict[object, int]:
        """How many rows each tab has."""
        counts: dict[object, int] = {kind: self.proposal.count(kind) for kind in LineKind}
        counts[EMPLOYEES] = sum(row.employee is not None and row.kind is not LineKind.UNCHANGED for row in self.rows)
        counts[UNUSUAL] = sum(row.is_unusual for row in self.rows)
        counts[TO_CHECK] = len(self.proposal.rejected) + len(self.doubts)
        counts[ALL] = len(self.rows)
        return counts

    def decision(self, row: Row) -> Decision:
        """What will happen with this row; who was found back under another row does not leave."""
        if row.kind is LineKind.MISSING and row.pupil is not None and row.pupil.person_id in self._found_back:
            return Decision(Choice.SKIP)
        return self.decisions.get(row.key) or Decision(Choice.SKIP if row.kind is LineKind.MISSING else Choice.APPLY)

    def decided(self) -> dict[int, Decision]:
        """The decision about every row."""
        return {row.key: self.decision(row) for row in self.rows}

    def decide(self, row: Row, decision: Decision) -> None:
        """Decide about one row."""
        self.decisions[row.key] = decision
        self.seen.add(row.key)
        self._found_back = self._whom_doubts_are()

    def _whom_doubts_are(self) -> frozenset[int]:
        same = (decision.person_id for decision in self.decisions.values() if decision.choice is Choice.SAME)
        return frozenset(same)

    def toggle(self, row: Row) -> None:
        """Leave a row out, or take it over as proposed after all."""
        proposed = (
            row.pupil.proposed if row.pupil else row.employee.proposed if row.employee else Decision(Choice.APPLY)
        )
        skipped = self.decision(row).choice is Choice.SKIP
        self.decide(row, proposed if skipped else Decision(Choice.SKIP))

    def decide_all(self, kind: LineKind, *, skip: bool) -> None:
        """Leave all pupils of one kind out, or take them all over as proposed."""
        for row in self.rows:
            if row.kind is kind and row.pupil is not None:
                self.decide(row, Decision(Choice.SKIP) if skip else row.pupil.proposed)

    def leave_missing(self, on: date) -> None:
        """Let everybody who is not in the list have left per that day."""
        for row in self.missing():
            self.decisions[row.key] = Decision(Choice.LEAVE, on=on)
            self.seen.add(row.key)

    def keep_missing(self) -> None:
        """Leave everybody who is not in the list as they are."""
        for row in self.missing():
            self.decisions[row.key] = Decision(Choice.SKIP)

    def missing(self) -> tuple[Row, ...]:
        """Who is in the register and not in the list."""
        return tuple(row for row in self.rows if row.kind is LineKind.MISSING)

    def unseen_rejections(self) -> int:
        """Of how many rows something stays out of what is taken over, as long as nobody looked at that."""
        rows = {(each.place.sheet, each.place.row) for each in self.proposal.rejected}
        return 0 if self.is_checked else len(rows)

    def unseen_doubts(self) -> int:
        """How many doubtful pupils nobody decided about."""
        return sum(row.kind is LineKind.DOUBTFUL and row.key not in self.seen for row in self.rows)

    def leavers(self) -> tuple[date, ...]:
        """The day of leaving of everybody who will have left and was not looked at on their own."""
        decisions = (self.decision(row) for row in self.missing() if row.key not in self.seen)
        return tuple(one.on for one in decisions if one.choice is Choice.LEAVE and one.on is not None)

    def result(self) -> Result:
        """What taking over would do; changes nothing."""
        return result_of(self.proposal, self.decided())

    def is_empty(self) -> bool:
        """Whether taking over would change nothing."""
        result = self.result()
        changed = (result.new, result.changed, result.left, result.new_employees, result.changed_employees)
        return not any(changed)


def take_over(store: Store, imports: Imports, draft: Draft, step: Callable[[float, str], None]) -> Result:
    """Take over what was decided, after a backup of what stood there."""
    keeping.keep_if_changed(store)
    return imports.apply(draft.proposal, draft.decided(), step)


def _rows(proposal: Proposal) -> tuple[Row, ...]:
    order = {kind: at for at, kind in enumerate(TABS)}
    pupils = (
        Row(line.key, line.kind, line.name, line.group, line, folded=_folded(line.name, line.group, line.number))
        for line in proposal.lines
    )
    employees = (
        Row(one.key, one.kind, one.name, "", employee=one, folded=_folded(one.name)) for one in proposal.employees
    )
    in_order = sorted(pupils, key=lambda row: (order[row.kind], not row.is_unusual))
    return (*in_order, *_by_kind(employees, order))


def _by_kind(rows: Iterable[Row], order: dict[str, int]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: order[row.kind]))


def _folded(name: PersonName, *others: str) -> str:
    """By what a row is found while the user types."""
    return fold(" ".join((full(name), *others)))
