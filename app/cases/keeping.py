"""What the term of a closed case hangs on, for the yearly proposal, and what stays of it without names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.cases.beside.tables import CaseHold, Complaint
from app.cases.rules import Flag, InvolvementRole
from app.cases.tables import Case, CaseFlag, Involvement
from app.kernel.texts import N_
from app.vault.drawers.database import Drawer

_GRAVE = (Flag.STATUTORY_CONSULT_DUE, Flag.SEXUAL_IMAGERY)
_CONCERNED = (InvolvementRole.ACTOR, InvolvementRole.AFFECTED)
NAMELESS = N_("Zaak zonder namen")


@dataclass(frozen=True)
class KeptCase:
    """A closed case; ``persons`` are those of the register who did it or suffered it, ``held_by`` who asked to wait.

    ``complaint_open`` is None without a complaint; ``is_nameless`` when its names were taken out before.
    """

    id: int
    number: str
    closed_on: date
    is_employee_case: bool
    is_grave: bool
    is_nameless: bool
    persons: tuple[int, ...]
    held_by: tuple[str, ...]
    complaint_open: bool | None
    complaint_handled_on: date | None


def closed_cases(casework: Drawer) -> tuple[KeptCase, ...]:
    """Every closed case with what its term hangs on; for the leadership."""
    with casework.read() as session:
        cases = session.scalars(select(Case).where(Case.closed_at.is_not(None)).order_by(Case.id)).all()
        grave = set(session.scalars(select(CaseFlag.case_id).where(CaseFlag.flag.in_(_GRAVE))))
        persons, holds = defaultdict[int, set[int]](set), defaultdict[int, list[str]](list)
        concerned = select(Involvement.case_id, Involvement.person_id).where(Involvement.role.in_(_CONCERNED))
        for case_id, person_id in session.execute(concerned):
            if person_id is not None:
                persons[case_id].add(person_id)
        for case_id, name in session.execute(
            select(CaseHold.case_id, CaseHold.asked_by).where(CaseHold.lifted_at.is_(None))
        ):
            holds[case_id].append(name)
        complaints = defaultdict[int, list[date | None]](list)
        for case_id, handled in session.execute(select(Complaint.case_id, Complaint.handled_on)):
            complaints[case_id].append(handled)
        return tuple(_kept(row, row.id in grave, persons[row.id], holds[row.id], complaints[row.id]) for row in cases)


def blanks(title: str) -> dict[str, dict[str, object]]:
    """What the rows hold that stay for the counts of past years: no names, no text."""
    return {
        "cases": {
            "title": title,
            "summary": "",
            "account": "",
            "happened_about": "",
            "reported_to": "leadership",
            "on_behalf_of": "",
            "closing": "",
            "waits_for": "",
            "own_values": "{}",
        },
        "involvements": {"person_id": None, "name": "", "group_name": "", "part": "", "outcome_why": ""},
        "case_flags": {"raised_by": "", "raised_why": ""},
    }


def _kept(row: Case, grave: bool, persons: set[int], holds: list[str], handled: list[date | None]) -> KeptCase:
    assert row.closed_at is not None  # noqa: S101 - the query asked for it
    days = [day for day in handled if day is not None]
    return KeptCase(
        id=row.id,
        number=row.number,
        closed_on=row.closed_at.date(),
        is_employee_case=row.is_employee_case,
        is_grave=grave,
        is_nameless=row.title == NAMELESS,
        persons=tuple(sorted(persons)),
        held_by=tuple(holds),
        complaint_open=None if not handled else len(days) < len(handled),
        complaint_handled_on=max(days, default=None),
    )
