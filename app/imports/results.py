"""What an import did, or would do with these decisions; what undoing it does; and the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.imports.readings import DroppedColumn, ReadPupil, Rejection
from app.imports.rules import (
    Candidate,
    Choice,
    Decision,
    EmployeeProposal,
    FieldChange,
    GuardianMatch,
    LineKind,
    Proposal,
    ProposalLine,
)
from app.kernel.errors import Invalid
from app.people.basics import Authority

_ENTERS = frozenset({LineKind.NEW, LineKind.DOUBTFUL})


class Entering(NamedTuple):
    """A pupil that comes in; ``person_id`` is that of a withdrawn pupil who comes back, else 0."""

    read: ReadPupil
    guardians: tuple[GuardianMatch, ...]
    person_id: int = 0


@dataclass(frozen=True)
class Changing:
    """A known pupil of whom the list says something else."""

    person_id: int
    read: ReadPupil
    guardians: tuple[GuardianMatch, ...]
    changes: tuple[FieldChange, ...]

    @property
    def is_moved(self) -> bool:
        """Whether the pupil goes to another group."""
        return any(change.field in ("group", "school_year") for change in self.changes)


@dataclass(frozen=True)
class Work:
    """What has to be done after every line was decided."""

    entering: tuple[Entering, ...]
    changing: tuple[Changing, ...]
    leaving: Mapping[int, date]
    employees: tuple[EmployeeProposal, ...]
    unchanged: int
    kept: int
    skipped: int

    @property
    def guardians(self) -> tuple[GuardianMatch, ...]:
        """Every guardian whom the list joins to a pupil anew."""
        pairs: tuple[Entering | Changing, ...] = (*self.entering, *self.changing)
        return tuple(match for one in pairs for match in one.guardians if not match.relation_id)


@dataclass(frozen=True)
class Result:
    """What was taken over (or, on a dry run, would be); ``changed`` counts the moved, ``missing`` those kept."""

    new: int
    changed: int
    unchanged: int
    missing: int
    rejected: tuple[Rejection, ...]
    dropped: tuple[DroppedColumn, ...]
    groups: tuple[str, ...]
    moved: int = 0
    left: int = 0
    skipped: int = 0
    new_employees: int = 0
    changed_employees: int = 0
    assumed: int = 0
    import_id: int = 0
    parentless: int = 0


@dataclass(frozen=True)
class ImportLine:
    """One class list that was taken over."""

    id: int
    at: datetime
    user_name: str
    file_name: str
    new: int
    changed: int
    unchanged: int
    missing: int
    rejected: int
    left: int
    undone_at: datetime | None
    undone_by: str


@dataclass(frozen=True)
class KeptLine:
    """A person whom undoing leaves as they are, and why."""

    person_id: int
    name: str
    reason: str


@dataclass(frozen=True)
class UndoPreview:
    """What undoing an import would do; when it is not possible ``note`` says why."""

    import_id: int
    at: datetime
    user_name: str
    file_name: str
    removed: int
    restored: int
    kept: tuple[KeptLine, ...]
    is_possible: bool = True
    note: str = ""


@dataclass(frozen=True)
class UndoResult:
    """How many persons went, how many are again as they were, and who stays as is."""

    removed: int
    restored: int
    kept: tuple[KeptLine, ...]


def work_of(proposal: Proposal, decisions: Mapping[int, Decision]) -> Work:
    """What has to be done. A line without a decision gets what was proposed, but nobody leaves undecided.

    Raises Invalid when two rows were said to be the same pupil.
    """
    pairs = [(line, _decided(line, decisions)) for line in proposal.lines]
    staff = [one for one in proposal.employees if decisions.get(one.key, one.proposed).choice is not Choice.SKIP]
    known = [changing for line, decision in pairs if (changing := _changing(line, decision)) is not None]
    chosen = {one.person_id for one in known}
    if len(chosen) < len(known):
        raise Invalid("decisions", "imports.chosen_twice")
    missing = [(line, decision) for line, decision in pairs if line.kind is LineKind.MISSING]
    leaving = {
        line.person_id: decision.on
        for line, decision in missing
        if decision.choice is Choice.LEAVE and decision.on and line.person_id not in chosen
    }
    return Work(
        entering=tuple(entering for line, decision in pairs if (entering := _entering(line, decision)) is not None),
        changing=tuple(one for one in known if one.changes),
        leaving=leaving,
        employees=tuple(one for one in staff if one.kind is not LineKind.UNCHANGED),
        unchanged=sum(not one.changes for one in known),
        kept=sum(line.person_id not in chosen and line.person_id not in leaving for line, _decision in missing),
        skipped=sum(line.kind is not LineKind.MISSING and decision.choice is Choice.SKIP for line, decision in pairs),
    )


def _decided(line: ProposalLine, decisions: Mapping[int, Decision]) -> Decision:
    if line.key in decisions:
        return decisions[line.key]
    return Decision(Choice.SKIP) if line.kind is LineKind.MISSING else line.proposed


def _entering(line: ProposalLine, decision: Decision) -> Entering | None:
    enters = line.kind in _ENTERS and decision.choice in (Choice.APPLY, Choice.SEPARATE)
    return Entering(line.read, line.guardians, line.person_id) if enters and line.read else None


def _changing(line: ProposalLine, decision: Decision) -> Changing | None:
    if line.read is None or decision.choice is Choice.SKIP:
        return None
    if line.kind is LineKind.DOUBTFUL:
        one = _candidate(line, decision)
        return Changing(one.person_id, line.read, one.guardians, one.changes) if one else None
    if line.kind is LineKind.NEW:
        return None
    return Changing(line.person_id, line.read, line.guardians, line.changes)


def _candidate(line: ProposalLine, decision: Decision) -> Candidate | None:
    if decision.choice is not Choice.SAME:
        return None
    return next((one for one in line.candidates if one.person_id == decision.person_id), None)


def result_of(proposal: Proposal, decisions: Mapping[int, Decision] | None = None) -> Result:
    """The counts of a proposal with these decisions; without any: a doubtful pupil as proposed, nobody leaves."""
    return counted(proposal, work_of(proposal, decisions or {}))


def counted(proposal: Proposal, work: Work) -> Result:
    """The counts of what has to be done."""
    return Result(
        new=len(work.entering),
        changed=len(work.changing),
        moved=sum(one.is_moved for one in work.changing),
        unchanged=work.unchanged,
        missing=work.kept,
        left=len(work.leaving),
        skipped=work.skipped,
        assumed=sum(match.read.authority is Authority.ASSUMED for match in work.guardians),
        parentless=sum(not one.guardians for one in work.entering),
        new_employees=sum(one.kind is LineKind.NEW for one in work.employees),
        changed_employees=sum(one.kind is LineKind.CHANGED for one in work.employees),
        rejected=proposal.rejected,
        dropped=proposal.dropped,
        groups=proposal.groups,
    )
