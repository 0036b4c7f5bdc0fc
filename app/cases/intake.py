"""Taking down a report: what is checked, the number it gets, and the persons in their roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import limits, phones
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, Status, number_of
from app.cases.tables import Case, CaseCounter, Involvement
from app.kernel.calendar import school_year
from app.kernel.errors import Invalid
from app.kernel.names import full
from app.people.rules import PersonKind
from app.people.service import People
from app.vault import search
from app.vault.keys.keyring import User


def check_report(report: NewReport, now: datetime) -> None:
    """Raise Invalid for the first field that cannot be right."""
    if not limits.line("title", report.title):
        raise Invalid("title", "cases.no_title")
    for field in ("happened_about", "platform", "account", "on_behalf_of"):
        limits.line(field, getattr(report, field))
    limits.words("summary", report.summary)
    if report.happened_on is not None and report.happened_on > now.date():
        raise Invalid("happened_on", "cases.in_future")
    for field in ("reported_at", "knowledge_at"):
        moment = getattr(report, field)
        if moment is not None and moment > now:
            raise Invalid(field, "cases.in_future")
    happened, known = report.happened_on, report.knowledge_at
    if happened is not None and known is not None and known.date() < happened:
        raise Invalid("knowledge_at", "cases.known_before")
    seen = set()
    for person in report.involved:
        key = _key(person)
        if key in seen:
            raise Invalid("involved", "cases.person_twice")
        seen.add(key)


def categories_of(report: NewReport) -> frozenset[str]:
    """What the parts of those involved are about."""
    return frozenset(person.category for person in report.involved if person.category)


def articles_of(report: NewReport, by_category: Iterable[str]) -> list[str]:
    """The articles that were named, and those of the categories of each person's part."""
    qualified = {"A2"} if report.personal_data else set()
    return sorted({*report.articles, *by_category, *qualified})


def _key(person: NewInvolvement) -> tuple[object, InvolvementRole]:
    if person.person_id is None and not person.name.strip():
        raise Invalid("involved", "cases.no_person")
    return person.person_id or person.name.strip().casefold(), person.role


def open_case(session: Session, report: NewReport, articles: list[str], user: User, now: datetime) -> Case:
    """Write the case with the next number of this school year."""
    reported_at = report.reported_at or now
    case = Case(
        number=_next_number(session, school_year(now.date())),
        title=limits.line("title", report.title),
        summary=limits.words("summary", report.summary),
        status=Status.INTAKE,
        severity=report.severity,
        confidentiality=report.confidentiality,
        owner_id=user.id,
        owner_name=user.name,
        platform=limits.line("platform", report.platform),
        account=limits.line("account", report.account),
        place=report.place,
        happened_on=report.happened_on,
        happened_about=limits.line("happened_about", report.happened_about),
        knowledge_at=report.knowledge_at or reported_at,
        reported_at=reported_at,
        reported_to=report.reported_to,
        reported_how=report.reported_how,
        reporter_protected=report.reporter_protected,
        on_behalf_of=limits.line("on_behalf_of", report.on_behalf_of),
        personal_data=report.personal_data,
        articles=articles,
        opened_at=now,
        changed_at=now,
    )
    session.add(case)
    session.flush()
    return case


def _next_number(session: Session, year: str) -> str:
    counter = session.get(CaseCounter, year)
    if counter is None:
        counter = CaseCounter(school_year=year, last=0)
        session.add(counter)
    counter.last += 1
    return number_of(year, counter.last)


def involve(session: Session, people: People, case: Case, new: NewInvolvement) -> Involvement:
    """Put a person in a role; a pupil's group is kept as it is today. Raises Invalid for the same role twice."""
    key = _key(new)
    others = session.scalars(select(Involvement).where(Involvement.case_id == case.id)).all()
    if any((row.person_id or row.name.casefold(), row.role) == key for row in others):
        raise Invalid("involved", "cases.person_twice")
    kind = people.person(new.person_id).kind if new.person_id is not None else None
    if kind is PersonKind.PUPIL and new.person_id is not None:
        _check_birth(people, case, new.person_id)
    row = Involvement(
        case_id=case.id,
        person_id=new.person_id,
        person_kind=kind or "",
        name="" if new.person_id is not None else limits.line("involved", new.name),
        group_name=people.pupil(new.person_id).group if kind is PersonKind.PUPIL and new.person_id else "",
        role=new.role,
        category=new.category,
        part=limits.line("involved", new.part),
        task_holder=new.task_holder or kind is PersonKind.EMPLOYEE,
    )
    session.add(row)
    session.flush()
    if row.task_holder and row.role == InvolvementRole.ACTOR:
        case.is_employee_case = True
    return row


def _check_birth(people: People, case: Case, pupil_id: int) -> None:
    pupil = people.pupil(pupil_id)
    if case.happened_on is not None and pupil.birth_date is not None and case.happened_on < pupil.birth_date:
        raise Invalid("happened_on", "cases.before_birth", name=full(pupil.name))


def index_case(session: Session, people: People, case: Case) -> None:
    """Make the case findable by its number, title, words and the names of those in it."""
    rows = session.scalars(select(Involvement).where(Involvement.case_id == case.id)).all()
    known = people.names([row.person_id for row in rows if row.person_id is not None])
    protected = {row.person_id for row in rows if case.reporter_protected and row.role == InvolvementRole.REPORTER}
    names = [full(line.name) for person_id, line in known.items() if person_id not in protected]
    names += [row.name for row in rows if row.name and not (case.reporter_protected and row.role == "reporter")]
    more = (case.waits_for, *(case.own_values or {}).values(), *phones.in_text(case.summary))
    body = " ".join([case.number, *names, case.platform, case.account, case.summary, *more])
    search.put(session, "case", f"case:{case.id}", f"{case.number} {case.title}", body)
