"""The course of a case: triage, moving on, closing and reopening, on rows inside a write block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import limits, timeline
from app.cases.inputs import NewEntry, NewTask
from app.cases.rules import (
    FIND_OUT,
    FLAG_OF_DUTY,
    TO_JUDGE,
    VICE_POLICE,
    CaseSeverity,
    EntryKind,
    Flag,
    InvolvementRole,
    NewTriage,
    Status,
    doubtful,
    evaluation_day,
    find_out_by,
    flags_of,
    move_findings,
    says_why,
)
from app.cases.tables import Case, CaseFlag, CaseTask, Involvement
from app.cases.texts import said, word
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity
from app.kernel.texts import _, speaking
from app.vault.keys.keyring import User

_SOURCES = {Flag.STATUTORY_CONSULT_DUE: "WPO artikel 4a", Flag.PROTOCOL_CALL_DUE: "protocol D3"}


@speaking("nl")
def judge(session: Session, case: Case, triage: NewTriage, user: User, now: datetime, proposed: CaseSeverity) -> None:
    """Keep the answers of triage: flags, weight, scope; a case that is not the school's ends here.

    That another weight was ``proposed`` stays in the timeline.

    Raises Refused while a call is due in a case that would end, Invalid for a duty
    taken back without a reason, and for conduct that is called transgressive without saying why.
    """
    raised = flags_of(triage)
    lowered = _check(session, case, triage, raised)
    case.school_related = triage.school_related
    case.task_holder = triage.task_holder
    case.is_employee_case = case.is_employee_case or triage.task_holder
    case.severity = triage.severity
    case.scope = triage.scope
    case.triaged_at = now
    _raise_flags(session, case, raised, (user.name, triage.reason.strip()), now)
    lines = [said(f"cases.advice.{flag}.title") for flag in Flag if flag in raised]
    weighed = "weight" if triage.severity is proposed else "weighed"
    weights = {"severity": word("severity", triage.severity), "proposed": word("severity", proposed)}
    lines.append(said(f"cases.triage.{weighed}", **weights))
    if triage.scope is not None:
        lines.append(said("cases.triage.scope", scope=word("scope", triage.scope)))
    lines += [said(finding.code) for finding in doubtful(triage)]
    lines += [said("cases.triage.lowered", duty=said(f"cases.advice.{flag}.title")) for flag in lowered]
    text = "\n".join([*lines, triage.reason.strip()]).strip()
    entry = NewEntry(EntryKind.DECISION, _("Melding beoordeeld"), text, internal=True)
    timeline.add(session, case, entry, user, now)
    if not triage.school_related:
        shut(session, case, triage.reason, user, now)
        return
    settled = {"possibly_criminal"} if Flag.STATUTORY_CONSULT_DUE in raised else set()  # article 4a decides on it
    _find_out(session, case, triage.unknown - settled, now.date())
    if Flag.SEXUAL_IMAGERY in raised:
        _plan_vice_police(session, case, now.date())
    case.evaluate_on = case.evaluate_on or evaluation_day(now.date())
    if case.status in TO_JUDGE:
        advance(session, case, Status.FACTS, "", user, now)


def say_about(session: Session, case: Case, triage: NewTriage, articles: Mapping[str, str]) -> None:
    """Keep of which kind the part of each of these persons is, with the article of the protocol under it."""
    about = dict(triage.about)
    for row in session.scalars(select(Involvement).where(Involvement.case_id == case.id, Involvement.id.in_(about))):
        row.category = about[row.id]
    case.articles = sorted({*case.articles, *articles.values()})


def _find_out(session: Session, case: Case, unknown: Iterable[str], today: date) -> None:
    """A task for each question that nobody could answer; the task of one that was answered since is done."""
    query = select(CaseTask).where(CaseTask.case_id == case.id, CaseTask.template.startswith(FIND_OUT))
    open_ones = {task.template: task for task in session.scalars(query) if task.done_on is None}
    wanted = {f"{FIND_OUT}{name}": name for name in unknown}
    for template, task in open_ones.items():
        if template not in wanted:
            task.done_on = today
    for template, name in sorted(wanted.items()):
        if template not in open_ones:
            asks_first = name == "sexual" and case.is_employee_case  # the school looks into nothing itself (4a)
            task_title = said(f"cases.find_out.{name}_by_task_holder" if asks_first else f"cases.find_out.{name}")
            add_task(session, case, NewTask(task_title, find_out_by(name, today), template=template))


def _plan_vice_police(session: Session, case: Case, today: date) -> None:
    """The police are called today about a sexual picture of a child, also when article 4a counts (rules 4.4)."""
    if session.scalars(select(CaseTask.id).filter_by(case_id=case.id, template=VICE_POLICE)).first() is None:
        add_task(session, case, NewTask(said("cases.vice_police"), today, template=VICE_POLICE))


def _check(session: Session, case: Case, triage: NewTriage, raised: frozenset[Flag]) -> tuple[Flag, ...]:
    """The duties that these answers take back, with a reason; what was due before is still due when the case ends."""
    rows = session.scalars(select(CaseFlag).where(CaseFlag.case_id == case.id)).all()
    before = {row.flag for row in rows if row.raised_at is not None}
    met = {row.flag for row in rows if row.met_at is not None}
    if not triage.school_related and not triage.reason.strip():
        raise Invalid("reason", "cases.no_reason")
    due = [flag for flag in FLAG_OF_DUTY.values() if (flag in raised or flag in before) and flag not in met]
    if due and not triage.school_related:
        findings = tuple(Finding(f"cases.triage.{flag}", Severity.BLOCK, _SOURCES[flag]) for flag in due)
        raise Refused("cases.not_closable", findings)
    lowered = tuple(flag for flag in FLAG_OF_DUTY.values() if flag in before and flag not in raised)
    if lowered and not triage.reason.strip():
        raise Invalid("reason", "cases.triage.lowered_without_reason")
    if Flag.PROTOCOL_CALL_DUE in raised - before and not says_why(triage.reason):
        raise Invalid("reason", "cases.triage.transgressive_without_reason")
    return lowered


def flag_row(session: Session, case: Case, flag: Flag) -> CaseFlag:
    """The row of one flag of a case, made when it is not there."""
    row = session.scalars(select(CaseFlag).filter_by(case_id=case.id, flag=flag)).first()
    if row is None:
        row = CaseFlag(case_id=case.id, flag=flag)
        session.add(row)
        session.flush()
    return row


def _raise_flags(
    session: Session, case: Case, raised: frozenset[Flag], by_and_why: tuple[str, str], now: datetime
) -> None:
    present = set(session.scalars(select(CaseFlag.flag).where(CaseFlag.case_id == case.id)))
    for flag in Flag:
        if flag in raised:
            row = flag_row(session, case, flag)
            if row.raised_at is None:
                row.raised_at = now
                row.met_at = row.met_at if flag in FLAG_OF_DUTY.values() else None  # a new danger asks for new care
                row.raised_by, row.raised_why = by_and_why
        elif flag in present:
            flag_row(session, case, flag).raised_at = None


def move(session: Session, case: Case, to: Status, reason: str, user: User, now: datetime) -> None:
    """Bring the case to another status. Raises Refused with the findings that stand in the way."""
    findings = move_findings(Status(case.status), to, is_triaged=case.triaged_at is not None)
    if findings:
        raise Refused("cases.not_movable", findings)
    if not reason.strip():
        raise Invalid("reason", "cases.no_reason")
    advance(session, case, to, reason, user, now)


@speaking("nl")
def advance(session: Session, case: Case, to: Status, reason: str, user: User, now: datetime) -> None:
    """Set the status and leave a line of it in the timeline."""
    case.status = to
    title = _("Naar fase: {status}").format(status=word("status", to))
    timeline.add(session, case, NewEntry(EntryKind.STATUS, title, reason), user, now)
    if to is Status.AFTERCARE:
        _plan_aftercare(session, case, now.date())


@speaking("nl")
def _plan_aftercare(session: Session, case: Case, today: date) -> None:
    if session.scalars(select(CaseTask.id).filter_by(case_id=case.id, template="aftercare")).first() is None:
        affected = select(Involvement).filter_by(case_id=case.id, role=InvolvementRole.AFFECTED)
        if session.scalars(affected).first() is not None:
            add_task(session, case, NewTask(_("Nazorg aan wie het overkwam"), today, template="aftercare"))


def add_task(session: Session, case: Case, new: NewTask) -> CaseTask:
    """Write a task; without an owner it is for the owner of the case."""
    title = limits.line("title", new.title)
    if not title:
        raise Invalid("title", "cases.no_title")
    row = CaseTask(
        case_id=case.id,
        title=title,
        due_on=new.due_on,
        owner_name=new.owner_name.strip() or case.owner_name,
        template=new.template,
    )
    session.add(row)
    session.flush()
    return row


@speaking("nl")
def shut(session: Session, case: Case, reason: str, user: User, now: datetime) -> None:
    """Close the case; its open tasks stop."""
    case.status, case.closed_at = Status.CLOSED, now
    case.closing, case.waits_for = reason.strip(), ""
    timeline.add(session, case, NewEntry(EntryKind.STATUS, _("Zaak afgesloten"), reason), user, now)


@speaking("nl")
def open_again(session: Session, case: Case, reason: str, user: User, now: datetime) -> None:
    """Take the case up again where the facts are gathered."""
    if case.status != Status.CLOSED:
        raise Refused("cases.not_closed")
    if not reason.strip():
        raise Invalid("reason", "cases.no_reason")
    case.closed_at = case.archived_at = None
    to = Status.FACTS if case.triaged_at is not None else Status.TRIAGE
    case.status = to
    timeline.add(session, case, NewEntry(EntryKind.STATUS, _("Zaak heropend"), reason), user, now)
