"""The register's rows about people: persons with their kinds, relations with authority, groups, blocks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import RegisterBase, UtcDateTime


class Person(RegisterBase):
    """Anybody the register knows; ``folded`` holds ' word word' for searching, ``sort_name`` the Dutch order.

    Who was merged answers as ``merged_into``; who was withdrawn (an import was undone) is shown nowhere, yet what
    refers to them still finds a name.
    """

    __tablename__ = "persons"
    __topic__ = "people"
    __table_args__ = (Index("ix_persons_search", "sort_name", "folded"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    first_name: Mapped[str] = mapped_column(default="")
    infix: Mapped[str] = mapped_column(default="")
    surname: Mapped[str] = mapped_column(default="")
    initials: Mapped[str] = mapped_column(default="")
    exact: Mapped[bool] = mapped_column(default=False)
    title: Mapped[str] = mapped_column(default="neutral")
    email: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    house_number: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    sort_name: Mapped[str]
    folded: Mapped[str]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), default=None, index=True)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)
    nicknames: Mapped[str] = mapped_column(default="", server_default="")


class Pupil(RegisterBase):
    """What only a pupil has; the id is the person's. ``to_special``: left for special education."""

    __tablename__ = "pupils"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    number: Mapped[str] = mapped_column(default="", index=True)
    birth_date: Mapped[date | None] = mapped_column(default=None)
    enrol_date: Mapped[date | None] = mapped_column(default=None)
    leave_date: Mapped[date | None] = mapped_column(default=None)
    to_special: Mapped[bool] = mapped_column(default=False, server_default="0")


class Employee(RegisterBase):
    """What only an employee or other task holder has; the id is the person's."""

    __tablename__ = "employees"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    job_title: Mapped[str] = mapped_column(default="")
    task_kind: Mapped[str] = mapped_column(default="employed")
    start_date: Mapped[date | None] = mapped_column(default=None)
    end_date: Mapped[date | None] = mapped_column(default=None)


class Relation(RegisterBase):
    """A guardian of a pupil; ``position`` keeps the order of the class list."""

    __tablename__ = "guardian_relations"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    guardian_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    kind: Mapped[str] = mapped_column(default="parent")
    position: Mapped[int] = mapped_column(default=0)
    until: Mapped[date | None] = mapped_column(default=None)


class AuthorityStatement(RegisterBase):
    """One dated statement about a guardian's authority; never changed, only followed by another."""

    __tablename__ = "authority_statements"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    relation_id: Mapped[int] = mapped_column(ForeignKey("guardian_relations.id"), index=True)
    authority: Mapped[str]
    since: Mapped[date | None] = mapped_column(default=None)
    source: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Group(RegisterBase):
    """A group in one school year."""

    __tablename__ = "school_groups"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    school_year: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    label: Mapped[str]
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), default=None)


class Membership(RegisterBase):
    """A pupil in a group from a day until and with a day."""

    __tablename__ = "memberships"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("school_groups.id"), index=True)
    year_group: Mapped[int | None] = mapped_column(default=None)
    start: Mapped[date]
    until: Mapped[date | None] = mapped_column(default=None)


class PublicationBlock(RegisterBase):
    """A time in which nothing of a pupil may be shown to whom ``reach`` tells, or to the one person named here."""

    __tablename__ = "publication_blocks"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    start: Mapped[date]
    until: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    reach: Mapped[str] = mapped_column(default="everybody", server_default="everybody")
    from_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), default=None)
    from_name: Mapped[str] = mapped_column(default="", server_default="")


class Merge(RegisterBase):
    """Two entries of one person made into one; ``steps`` tell what moved, so that it can be taken apart again."""

    __tablename__ = "merges"
    __topic__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    user_name: Mapped[str]
    gone_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kept_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    steps: Mapped[list[Any]] = mapped_column(JSON)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    undone_by: Mapped[str] = mapped_column(default="")
