"""Cases and all that hangs on them; a ``person_id`` is the id of a person in the register."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, UtcDateTime


class OfCase:
    """What every table begins with whose rows belong to one case."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)


class CaseCounter(CaseworkBase):
    """The last running number of a school year; it only goes up, so no number is ever used twice."""

    __tablename__ = "case_counters"
    __topic__ = "cases"

    school_year: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class Case(CaseworkBase):
    """One case; every clock hangs on ``knowledge_at``."""

    __tablename__ = "cases"
    __topic__ = "cases"
    __table_args__ = (
        Index("ix_cases_list", "status", "changed_at"),
        Index("ix_cases_platform", "platform", "opened_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    status: Mapped[str]
    severity: Mapped[str] = mapped_column(index=True)
    confidentiality: Mapped[str]
    is_employee_case: Mapped[bool] = mapped_column(default=False)
    owner_id: Mapped[str]
    owner_name: Mapped[str]
    platform: Mapped[str] = mapped_column(default="")
    account: Mapped[str] = mapped_column(default="", index=True)
    place: Mapped[str | None]
    happened_on: Mapped[date | None]
    happened_about: Mapped[str] = mapped_column(default="")
    knowledge_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reported_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reported_to: Mapped[str]
    reported_how: Mapped[str]
    reporter_protected: Mapped[bool] = mapped_column(default=False)
    on_behalf_of: Mapped[str] = mapped_column(default="", server_default="")
    personal_data: Mapped[bool] = mapped_column(default=False, server_default="0")
    articles: Mapped[list[str]] = mapped_column(JSON, default=list)
    school_related: Mapped[bool | None]
    task_holder: Mapped[bool] = mapped_column(default=False)
    scope: Mapped[str | None]
    triaged_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    evaluate_on: Mapped[date | None]
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closing: Mapped[str] = mapped_column(default="")
    waits_for: Mapped[str] = mapped_column(default="", server_default="")
    own_values: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")
    last_entry_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_entry_by: Mapped[str] = mapped_column(default="", server_default="")


class CaseFlag(CaseworkBase):
    """A flag that triage raised, and the moment at which its duty was met."""

    __tablename__ = "case_flags"
    __topic__ = "cases"
    __table_args__ = (UniqueConstraint("case_id", "flag"), Index("ix_case_flags_open", "flag", "met_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    flag: Mapped[str]
    raised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    met_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    raised_by: Mapped[str] = mapped_column(default="", server_default="")
    raised_why: Mapped[str] = mapped_column(default="", server_default="")


class Involvement(OfCase, CaseworkBase):
    """A person in one role; ``name`` only for an outsider, ``group_name`` as it was at that moment."""

    __tablename__ = "involvements"
    __topic__ = "cases"
    __table_args__ = (Index("ix_involvements_category", "category", "case_id"),)

    person_id: Mapped[int | None] = mapped_column(index=True)
    person_kind: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    group_name: Mapped[str] = mapped_column(default="")
    role: Mapped[str]
    category: Mapped[str] = mapped_column(default="")
    part: Mapped[str] = mapped_column(default="")
    task_holder: Mapped[bool] = mapped_column(default=False)
    heard_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None]
    outcome_why: Mapped[str] = mapped_column(default="", server_default="")


class Entry(CaseworkBase):
    """One line of a timeline in its newest version."""

    __tablename__ = "entries"
    __topic__ = "cases"
    __table_args__ = (Index("ix_entries_timeline", "case_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_id: Mapped[str]
    by_name: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    internal: Mapped[bool] = mapped_column(default=False)
    both_sides: Mapped[bool] = mapped_column(default=False)
    is_report: Mapped[bool] = mapped_column(default=False)
    comment_asked_on: Mapped[date | None]
    comment_due: Mapped[date | None]
    comment_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="", server_default="")
    version: Mapped[int] = mapped_column(default=1)


class EntryVersion(CaseworkBase):
    """How an entry read before a correction; never changed afterwards."""

    __tablename__ = "entry_versions"
    __topic__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    version: Mapped[int]
    title: Mapped[str]
    text: Mapped[str]
    by_name: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class EntryFiling(CaseworkBase):
    """An entry enters the dossier of this person."""

    __tablename__ = "entry_filings"
    __topic__ = "cases"
    __table_args__ = (UniqueConstraint("entry_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"))
    person_id: Mapped[int] = mapped_column(index=True)


class Evidence(OfCase, CaseworkBase):
    """A file under an entry; ``sha256`` is that of the untouched original."""

    __tablename__ = "evidence"
    __topic__ = "cases"

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    attachment_id: Mapped[int]
    name: Mapped[str]
    mime: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    description: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    captured_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    masked_id: Mapped[int | None]
    masked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    masked_by: Mapped[str] = mapped_column(default="", server_default="")
    destroyed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    destroyed_by: Mapped[str] = mapped_column(default="", server_default="")
    destroyed_why: Mapped[str] = mapped_column(default="", server_default="")


class CaseTask(OfCase, CaseworkBase):
    """Something to do in a case."""

    __tablename__ = "case_tasks"
    __topic__ = "cases"
    __table_args__ = (Index("ix_case_tasks_open", "done_on", "due_on", "case_id"),)

    title: Mapped[str]
    due_on: Mapped[date | None]
    owner_name: Mapped[str] = mapped_column(default="")
    template: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None]


class ParentsInformed(OfCase, CaseworkBase):
    """When and how the parents of a pupil were told, or why not; the newest row of a pupil counts."""

    __tablename__ = "parents_informed"
    __topic__ = "cases"

    pupil_id: Mapped[int]
    informed: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    how: Mapped[str] = mapped_column(default="")
    by_name: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class CaseGrant(CaseworkBase):
    """A coordinator was let into one case; never into a case about an employee."""

    __tablename__ = "case_grants"
    __topic__ = "cases"
    __table_args__ = (Index("ix_case_grants_user", "user_id", "case_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    user_id: Mapped[str]
    user_name: Mapped[str]
    by_name: Mapped[str] = mapped_column(default="", server_default="")
    sees_files: Mapped[bool] = mapped_column(default=True, server_default="1")
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[date | None]
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
