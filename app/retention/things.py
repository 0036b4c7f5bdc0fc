"""What is kept, thing by thing, with the category of its term and what that term hangs on (rules_nl 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from app.access_requests import keeping as requests
from app.cases import keeping as cases
from app.cases.keeping import KeptCase
from app.consents.publications import keeping as consents
from app.inspector import keeping as inspector
from app.kernel.calendar import school_year, school_year_days
from app.measures import keeping as measures
from app.measures.keeping import KeptMeasures
from app.people import keeping as people
from app.people.keeping import Leavers
from app.police import keeping as police
from app.police.keeping import KeptReports
from app.retention.tables import DestructionRow
from app.vault import references
from app.vault.drawers.database import Drawer
from app.vault.tables import CaseworkBase

CASE, PERSON, DEVICE, CALL, REQUEST, PROOF = "case", "person", "device", "call", "request", "proof"
NAMELESS = "case"  # the category of which the counts stay
_AFTER_PROCEDURE = timedelta(weeks=6)
_LOOSE_ENDS = {"dossier_exports"}  # a list of what was given out holds nobody back


@dataclass(frozen=True)
class Thing:
    """One kept thing; ``held_by`` are codes of what holds it, ``number`` its case number, ``person_id`` whose it is."""

    kind: str
    id: int
    category: str
    anchor: date | None
    held_by: tuple[str, ...] = ()
    number: str = ""
    person_id: int | None = None

    @property
    def key(self) -> str:
        """``case:12``."""
        return f"{self.kind}:{self.id}"


class Things:
    """Asks every feature what it keeps."""

    def __init__(self, register: Drawer, casework: Drawer) -> None:
        self._register, self._casework = register, casework

    def all(self) -> tuple[Thing, ...]:
        """Everything that a term can end for; what is still in use has no anchor."""
        left = people.leavers(self._register)
        return (*self._cases(left), *self._loose(), *self._persons(left), *self._proofs())

    def _cases(self, left: Leavers) -> Iterator[Thing]:
        by_case, reports = measures.of_cases(self._casework), police.of_cases(self._casework)
        called = inspector.case_ids(self._casework)
        for case in cases.closed_cases(self._casework):
            if not case.is_nameless:
                yield _case(case, by_case.get(case.id), reports.get(case.id), case.id in called, left)

    def _loose(self) -> Iterator[Thing]:
        for call in inspector.loose_calls(self._casework):
            yield Thing(CALL, call.id, "case_4a", call.on)
        for device in measures.loose_devices(self._casework):
            yield Thing(DEVICE, device.id, "device_receipt", school_year_days(school_year(device.returned_on))[1])

        for request in requests.answered(self._casework):
            on = request.answered_on
            yield Thing(REQUEST, request.id, "gdpr_request", on, person_id=request.person_id)

    def _proofs(self) -> Iterator[Thing]:
        """The list of destructions itself, which holds no names."""
        with self._register.read() as session:
            for row in session.scalars(select(DestructionRow).order_by(DestructionRow.id)):
                if row.plan is None:
                    yield Thing(PROOF, row.id, "purge_log", row.at.date(), number=str(row.id))

    def _persons(self, left: Leavers) -> Iterator[Thing]:
        shown = consents.still_published(self._register)
        days = (left.withdrawn, left.pupils, left.employees)
        gone = {one: day for some in days for one, day in some.items() if day is not None}
        with self._casework.read() as session:
            held = references.holders(session, CaseworkBase, list(gone))
        for person, day in sorted(gone.items()):
            holds = ["published"] if shown.get(person) else []
            if held.get(person, set()) - _LOOSE_ENDS:
                holds.append("in_case")
            yield Thing(PERSON, person, _category(person, left), day, tuple(holds), person_id=person)


def _category(person: int, left: Leavers) -> str:
    if left.pupils.get(person) is not None:
        return "consent_evidence"
    return "personnel_dossier" if left.employees.get(person) is not None else "withdrawn"


def _case(
    case: KeptCase, measured: KeptMeasures | None, reports: KeptReports | None, called: bool, left: Leavers
) -> Thing:
    holds = ["asked"] if case.held_by else []
    holds += ["complaint"] if case.complaint_open else []
    holds += ["procedure"] if measured is not None and measured.procedure_open else []
    holds += ["police"] if reports is not None and reports.is_open else []
    ended = [measured.procedure_ended_on if measured else None, reports.closed_on if reports else None]
    last = max([case.closed_on, *(day for day in ended if day is not None)])
    return Thing(
        CASE, case.id, *_term_of(case, measured, last, left, called or reports is not None), tuple(holds), case.number
    )


def _term_of(
    case: KeptCase, measured: KeptMeasures | None, last: date, left: Leavers, outside: bool
) -> tuple[str, date | None]:
    """The category of a case and the day on which its term begins."""
    if case.is_grave or outside:
        return "case_4a", last
    if measured is not None:
        return _of_dossier(case, measured, left)
    if case.complaint_open is not None:
        return "complaint", case.complaint_handled_on
    return NAMELESS, case.closed_on


def _of_dossier(case: KeptCase, measured: KeptMeasures, left: Leavers) -> tuple[str, date | None]:
    """A case with measures goes with the dossier of whoever leaves last."""
    persons = {*case.persons, *measured.persons}
    employees = persons & left.employees.keys()
    mine = employees if case.is_employee_case or not persons & left.pupils.keys() else persons & left.pupils.keys()
    days = [left.employees.get(one) if one in employees else left.pupils.get(one) for one in mine]
    gone = [day for day in days if day is not None]
    last = max(gone) if gone and len(gone) == len(days) else None
    if case.is_employee_case:
        return "personnel_dossier", last
    ended = measured.procedure_ended_on
    after = ended + _AFTER_PROCEDURE if ended is not None else None
    begins = max(last, after) if last is not None and after is not None else last
    if left.special & mine:  # the longest of the terms for a pupil
        return "pupil_dossier_special", begins
    return ("pupil_decision" if measured.is_grave or ended is not None else "pupil_dossier"), begins
