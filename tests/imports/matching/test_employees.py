"""Employees from a list: who they are, what changes, and that a list says nothing of the others."""

from __future__ import annotations

from datetime import date

from app.application import Meldboek
from app.imports.matching.employees import propose_staff
from app.imports.readings import Place, ReadEmployee, Reading
from app.imports.rules import Choice, Decision, FieldChange, LineKind
from app.kernel.names import PersonName, Title
from app.people.rules import EmployeeLine, NewEmployee

ANNE = PersonName("Anne", "", "Bos")
KNOWN = EmployeeLine(4, ANNE, "leerkracht", "a.bos@school.nl", date(2020, 8, 1), None, Title.MRS)


def read(name: PersonName = ANNE, **said: object) -> ReadEmployee:
    return ReadEmployee(Place(2), name, **said)  # type: ignore[arg-type]


def test_an_employee_is_known_by_name_or_by_mail_with_surname() -> None:
    rows = [read(job_title="leerkracht"), read(PersonName("A.", "", "Bos"), email="a.bos@school.nl")]
    assert propose_staff(rows[:1], [KNOWN], 1)[0].kind is LineKind.UNCHANGED
    (line,) = propose_staff(rows[1:], [KNOWN], 1)
    assert (line.person_id, line.changes) == (4, (FieldChange("name", "Anne Bos", "A. Bos"),))


def test_one_employee_is_not_two_rows_and_a_shared_mailbox_is_nobody() -> None:
    twice = propose_staff([read(), read()], [KNOWN], 1)
    assert [line.kind for line in twice] == [LineKind.UNCHANGED, LineKind.NEW]
    (other,) = propose_staff([read(PersonName("Kim", "", "Vos"), email="a.bos@school.nl")], [KNOWN], 1)
    assert other.kind is LineKind.NEW


def test_staff_comes_in_changes_and_goes_back_with_the_import(meldboek: Meldboek) -> None:
    people, imports = meldboek.people, meldboek.imports
    anne = people.add_employee(NewEmployee(ANNE, "leerkracht", start_date=date(2020, 8, 1)))
    before = people.employee(anne)
    kim = read(PersonName("Kim", "de", "Vos"), job_title="IB'er", start_date=date(2026, 8, 1), title="mrs")
    proposal = imports.compare(Reading("staf.xlsx", employees=(read(job_title="directeur"), kim)))
    assert proposal.lines == ()
    assert [line.changes for line in proposal.employees] == [(FieldChange("job_title", "leerkracht", "directeur"),), ()]
    result = imports.apply(proposal)
    assert (result.new_employees, result.changed_employees) == (1, 1)
    fresh = next(line for line in people.employees() if line.name.first_name == "Kim")
    assert (fresh.job_title, fresh.start_date, fresh.title) == ("IB'er", date(2026, 8, 1), Title.MRS)
    assert people.employee(anne).job_title == "directeur"
    imports.undo(result.import_id)
    assert people.employees() == (before,)


def test_an_employee_can_be_left_out(meldboek: Meldboek) -> None:
    proposal = meldboek.imports.compare(Reading("staf.xlsx", employees=(read(),)))
    meldboek.imports.apply(proposal, {proposal.employees[0].key: Decision(Choice.SKIP)})
    assert meldboek.people.employees() == ()
