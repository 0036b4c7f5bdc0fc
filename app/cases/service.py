"""Use cases on reports and cases; lives in the casework drawer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, closing, course, intake, limits, reading, timeline
from app.cases.beside import granting, signing
from app.cases.beside.aside import notice_relations
from app.cases.beside.category_lines import heaviest
from app.cases.inputs import NewClosure, NewEntry, NewInvolvement, NewReport, NewTask, ParentsTold
from app.cases.queries import CaseQueries
from app.cases.rules import (
    FLAG_OF_DUTY,
    Duty,
    EntryKind,
    Flag,
    NewTriage,
    ReportedHow,
    Status,
    suggested_severity,
)
from app.cases.tables import Case, CaseTask, Involvement, ParentsInformed
from app.cases.texts import word
from app.cases.together import SeveralCases
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding
from app.kernel.texts import _, speaking
from app.vault.keys.keyring import User

_REPORT_KINDS = {ReportedHow.PHONE: EntryKind.CALL, ReportedHow.WRITTEN: EntryKind.LETTER}
_TALKS = {ReportedHow.IN_PERSON, ReportedHow.ON_BEHALF}


class Cases(CaseQueries):
    """Reports, triage, timelines, tasks and closure; reads are in ``CaseQueries``."""

    @property
    def together(self) -> SeveralCases:
        """One thing done in several cases at once."""
        return SeveralCases(self._drawer, self)

    def report(self, report: NewReport) -> int:
        """Take down a report and open its case; gives the id of the case."""
        now = self._clock.now()
        intake.check_report(report, now)
        by_category = self.categories.articles(intake.categories_of(report)).values()
        user = self._drawer.user
        with self._drawer.write("case.reported") as session:
            case = intake.open_case(session, report, intake.articles_of(report, by_category), user, now)
            for person in report.involved:
                self._involve(session, case, person)
            self._open_timeline(session, case, report, now)
            for file in report.evidence:
                self.files.add(session, case, file)
            intake.index_case(session, self._people, case)
            if not user.role.leads:
                granting.set_access(session, case, (granting.Grant(user),), user, now)
            return case.id

    def _involve(self, session: Session, case: Case, person: NewInvolvement) -> Involvement:
        """Put a person in the case; a user who turns out to be related steps aside at once."""
        row = intake.involve(session, self._people, case, person)
        users, me, now = self.aside.candidates(), self._drawer.user, self._clock.now()
        notice_relations(session, self._people, users, case, row, me, now)
        return row

    @speaking("nl")
    def _open_timeline(self, session: Session, case: Case, report: NewReport, now: datetime) -> None:
        user = self._drawer.user
        kind = EntryKind.TALK if report.reported_how in _TALKS else _REPORT_KINDS.get(report.reported_how)
        if report.summary.strip():
            title = _("Melding, {how}").format(how=word("reported_how", report.reported_how))
            entry = NewEntry(kind or EntryKind.NOTE, title, report.summary, case.reported_at)
            timeline.add(session, case, entry, user, now, is_report=True)
        timeline.add(session, case, NewEntry(EntryKind.STATUS, _("Zaak geopend"), internal=True), user, now)

    def involve(self, case_id: int, person: NewInvolvement) -> int:
        """Add a person in a role; gives the id of the involvement."""
        articles = self.categories.articles({person.category} - {""}).values()
        with self._open("person.involved", case_id) as (session, case):
            row = self._involve(session, case, person)
            case.articles = sorted({*case.articles, *articles})
            case.changed_at = self._clock.now()
            intake.index_case(session, self._people, case)
            return row.id

    def triage(self, case_id: int, triage: NewTriage) -> None:
        """Keep the answers of triage; a recorded no on "has to do with school" ends the case."""
        access.only_leadership(self._drawer.user)
        codes = {code for _id, code in triage.about if code}
        articles = self.categories.articles(codes)
        proposed = suggested_severity(triage, heaviest(self.categories.all(), codes))
        with self._open("case.triaged", case_id) as (session, case):
            course.judge(session, case, triage, self._drawer.user, self._clock.now(), proposed)
            course.say_about(session, case, triage, articles)

    def move(self, case_id: int, to: Status, reason: str) -> None:
        """Bring the case to another status, with the reason."""
        with self._drawer.write("case.moved", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            course.move(session, case, to, reason, self._drawer.user, self._clock.now())

    def add_entry(self, case_id: int, entry: NewEntry) -> int:
        """Write one line in the timeline, also of a closed case: a fact can always be recorded; gives its id."""
        with self._drawer.write("entry.added", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            return timeline.add(session, case, entry, self._drawer.user, self._clock.now()).id

    def correct(self, case_id: int, entry_id: int, title: str, text: str) -> None:
        """Replace an entry by a new version; the old one stays readable."""
        with self._open("entry.corrected", case_id) as (session, case):
            now = self._clock.now()
            entry = self._entry(session, case_id, entry_id)
            timeline.correct(session, entry, title, text, self._drawer.user, now)
            case.changed_at = now

    def send_for_comment(self, case_id: int, entry_id: int, on: date, due: date | None) -> None:
        """The report of a talk was sent to those who were heard, with the day until which they may react."""
        if on > self._clock.today():
            raise Invalid("on", "cases.in_future")
        if due is not None and due < on:
            raise Invalid("due", "cases.due_before")
        with self._open("report.sent", case_id) as (session, case):
            entry = self._entry(session, case_id, entry_id)
            entry.comment_asked_on, entry.comment_due = on, due
            case.changed_at = self._clock.now()

    def receive_comment(self, case_id: int, entry_id: int, on: date, text: str) -> None:
        """Somebody reacted to the report of a talk; without a text: they agree."""
        with self._open("comment.received", case_id) as (session, case):
            timeline.comment(self._entry(session, case_id, entry_id), on, text, self._clock.now())
            case.changed_at = self._clock.now()

    def file_for(self, case_id: int, entry_id: int, persons: tuple[int, ...]) -> None:
        """Decide whose dossier an entry enters; nobody when ``persons`` is empty."""
        with self._open("entry.filed", case_id) as (session, _case):
            timeline.file_for(session, self._entry(session, case_id, entry_id), persons)

    def inform_parents(self, case_id: int, told: ParentsTold) -> None:
        """Record that the parents of a pupil were told, or why not."""
        now = self._clock.now()
        if told.informed and not told.how.strip():
            raise Invalid("how", "cases.no_how")
        if not told.informed and not told.reason.strip():
            raise Invalid("reason", "cases.no_reason")
        if told.at is not None and told.at > now:
            raise Invalid("at", "cases.in_future")
        own = self._people.aliases(told.pupil_id)
        with self._open("parents.informed", case_id) as (session, case):
            named = select(Involvement).where(Involvement.case_id == case_id, Involvement.person_id.in_(own))
            if session.scalars(named).first() is None:
                raise Invalid("pupil_id", "cases.not_a_pupil")
            values = {"how": told.how.strip(), "by_name": told.by.strip() or self._drawer.user.name}
            row = ParentsInformed(
                case_id=case_id, pupil_id=told.pupil_id, informed=told.informed, at=told.at or now, **values
            )
            row.reason = told.reason.strip()
            session.add(row)
            case.changed_at = now

    def add_task(self, case_id: int, task: NewTask) -> int:
        """Plan something to do; gives the id of the task."""
        with self._open("task.added", case_id) as (session, case):
            return course.add_task(session, case, task).id

    @speaking("nl")
    def finish_task(self, case_id: int, task_id: int, note: str = "") -> None:
        """Tick off a task and leave a line of it."""
        with self._open("task.finished", case_id) as (session, case):
            task = session.get(CaseTask, task_id)
            if task is None or task.case_id != case_id or task.done_on is not None:
                return
            task.done_on = self._clock.today()
            entry = NewEntry(EntryKind.TASK, _("Gedaan: {task}").format(task=task.title), note)
            timeline.add(session, case, entry, self._drawer.user, self._clock.now())

    @speaking("nl")
    def make_safe(self, case_id: int, done: str) -> None:
        """Write down what was done at once for the safety of those involved; with that the haste is over."""
        text, now = limits.words("done", done), self._clock.now()
        if not text:
            raise Invalid("done", "cases.no_text")
        with self._open("safety.recorded", case_id) as (session, case):
            entry = NewEntry(EntryKind.NOTE, _("Eerst veiligheid: wat er is gedaan"), text)
            timeline.add(session, case, entry, self._drawer.user, now)
            course.flag_row(session, case, Flag.ACUTE).met_at = now

    @speaking("nl")
    def shield_reporter(self, case_id: int, *, shielded: bool, reason: str) -> None:
        """From now on keep the name of who reported it to the leadership, or no longer; with the reason."""
        access.only_leadership(self._drawer.user)
        if not reason.strip():
            raise Invalid("reason", "cases.no_reason")
        with self._drawer.write("protection.changed", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            case.reporter_protected = shielded
            case.changed_at = self._clock.now()
            intake.index_case(session, self._people, case)
            title = _("Naam van de melder beschermd") if shielded else _("Naam van de melder niet meer beschermd")
            entry = NewEntry(EntryKind.STATUS, title, reason, internal=True)
            timeline.add(session, case, entry, self._drawer.user, case.changed_at)

    def plan_evaluation(self, case_id: int, on: date) -> None:
        """Set the day on which the case is looked back on."""
        if on < self._clock.today():
            raise Invalid("on", "cases.in_past")
        with self._open("evaluation.planned", case_id) as (_session, case):
            case.evaluate_on = on
            case.changed_at = self._clock.now()

    def wait_for(self, case_id: int, what: str) -> None:
        """Say in the school's own words what the case waits for; nothing when it goes on."""
        words = limits.line("waits_for", what, most=60)
        with self._open("case.waited", case_id) as (session, case):
            case.waits_for = words
            case.changed_at = self._clock.now()
            intake.index_case(session, self._people, case)

    def meet(self, case_id: int, duty: Duty | str, at: datetime) -> None:
        """Remember that a duty was met; the features that meet it write their own entry."""
        with self._drawer.write("duty.met", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            row = course.flag_row(session, case, FLAG_OF_DUTY[Duty(duty)])
            row.met_at = min(row.met_at, at) if row.met_at else at
            case.changed_at = self._clock.now()

    def close(self, case_id: int, closure: NewClosure) -> None:
        """Close the case. Raises Refused with what blocks it; warnings pass with ``despite``."""
        access.only_leadership(self._drawer.user)
        if not closure.reason.strip():
            raise Invalid("reason", "cases.no_reason")
        with self._open("case.closed", case_id) as (session, case):
            closing.give_outcomes(session, case_id, closure)
            closing.refuse_unless_done(self._left_open(session, case), closure.despite)
            reason = "\n".join(part.strip() for part in (closure.reason, closure.despite) if part.strip())
            course.shut(session, case, reason, self._drawer.user, self._clock.now())

    def closing(self, case_id: int) -> tuple[Finding, ...]:
        """What stops closing this case now, and what may stay open with a reason; outcomes are asked at closing."""
        access.only_leadership(self._drawer.user)
        with self._drawer.read() as session:
            return self._left_open(session, access.seen(session, self._drawer.user, case_id))

    def _left_open(self, session: Session, case: Case) -> tuple[Finding, ...]:
        card = reading.card_of(session, self._people, case)
        counsel, at_police = self.counsel_on(card), self._at_police(case.id)
        today = self._clock.today()
        facts = reading.facts_of(card, today, counsel, at_police=at_police, talked=True, decided=True)
        return closing.findings(session, case, facts, self._drawer.user)

    def reopen(self, case_id: int, reason: str) -> None:
        """Take a closed case up again, with the reason."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("case.reopened", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            signing.void(session, case_id, self._clock.now())
            course.open_again(session, case, reason, self._drawer.user, self._clock.now())

    def let_in(
        self,
        case_id: int,
        users: tuple[User, ...],
        with_files: Collection[str] | None = None,
        until: Mapping[str, date | None] = MappingProxyType({}),
    ) -> None:
        """Make these coordinators the only ones who may see this case; never a case about an employee.

        ``with_files`` are the ids of those who may look at its photos and other files too: all of them, if not told.
        ``until`` has per id the last day of who may see it for a time.
        """
        access.only_leadership(self._drawer.user)
        with self._drawer.write("case.shared", f"case:{case_id}") as session:
            case = access.seen(session, self._drawer.user, case_id)
            if users and case.is_employee_case:
                raise Refused("cases.no_grant_for_employee_case")
            grants = tuple(
                granting.Grant(user, with_files is None or user.id in with_files, until.get(user.id)) for user in users
            )
            granting.check(case, grants, self._clock.today())
            granting.set_access(session, case, grants, self._drawer.user, self._clock.now())

    @contextmanager
    def _open(self, action: str, case_id: int) -> Iterator[tuple[Session, Case]]:
        with self._drawer.write(action, f"case:{case_id}") as session:
            yield session, access.writable(session, self._drawer.user, case_id)
