"""Employees of a list held against those in the register; a list says nothing of who is not in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.imports.matching.kin import NameKey, key_of
from app.imports.readings import ReadEmployee
from app.imports.rules import EmployeeProposal, FieldChange, LineKind
from app.kernel.formats import short_date
from app.kernel.names import Title, full
from app.people.rules import EmployeeLine, NewEmployee


def propose_staff(
    reads: Iterable[ReadEmployee], known: Iterable[EmployeeLine], first_key: int
) -> tuple[EmployeeProposal, ...]:
    """Each employee of the list with who that is: by e-mail and surname, else by the whole name."""
    by_name: dict[NameKey, list[EmployeeLine]] = defaultdict(list)
    by_email: dict[str, list[EmployeeLine]] = defaultdict(list)
    for line in known:
        by_name[key_of(line.name)].append(line)
        if line.email:
            by_email[line.email].append(line)
    found: list[EmployeeProposal] = []
    taken: set[int] = set()
    for key, read in enumerate(reads, first_key):
        theirs = [one for one in by_email.get(read.email, ()) if key_of(one.name)[2] == key_of(read.name)[2]]
        who = next((one for one in (*theirs, *by_name.get(key_of(read.name), ())) if one.id not in taken), None)
        taken |= {who.id} if who else set()
        found.append(_proposal(key, read, who))
    return tuple(found)


def _proposal(key: int, read: ReadEmployee, line: EmployeeLine | None) -> EmployeeProposal:
    if line is None:
        return EmployeeProposal(LineKind.NEW, key, read)
    new = merged(read, line)
    pairs = (
        ("name", full(line.name), full(new.name)),
        ("job_title", line.job_title, new.job_title),
        ("start_date", _day(line.start_date), _day(new.start_date)),
        ("end_date", _day(line.end_date), _day(new.end_date)),
        ("email", line.email, new.email),
        ("phone", line.phone, new.phone),
    )
    changes = tuple(FieldChange(field, old, told) for field, old, told in pairs if old != told)
    return EmployeeProposal(LineKind.CHANGED if changes else LineKind.UNCHANGED, key, read, line.id, changes)


def merged(read: ReadEmployee, line: EmployeeLine) -> NewEmployee:
    """What the register will hold: the list where it says something, what was known where it does not."""
    return NewEmployee(
        name=line.name if full(read.name) == full(line.name) else read.name,
        job_title=read.job_title or line.job_title,
        email=read.email or line.email,
        phone=read.phone or line.phone,
        start_date=read.start_date or line.start_date,
        end_date=read.end_date or line.end_date,
        title=Title(read.title) if read.title else line.title,
        task_kind=line.task_kind,
    )


def fresh(read: ReadEmployee) -> NewEmployee:
    """An employee as the list has them."""
    return NewEmployee(
        name=read.name,
        job_title=read.job_title,
        email=read.email,
        phone=read.phone,
        start_date=read.start_date,
        end_date=read.end_date,
        title=Title(read.title) if read.title else Title.NEUTRAL,
    )


def _day(on: date | None) -> str:
    return short_date(on) if on else ""
