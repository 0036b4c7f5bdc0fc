"""What stands beside a case (links, sign-off, complaints, prevention), and more of reports and evidence."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0008"
down_revision = "0007"

_EMPTY: dict[str, Any] = {"server_default": "", "nullable": False}
_NO: dict[str, Any] = {"server_default": "0", "nullable": False}


def upgrade() -> None:
    """Make the tables and add the columns."""
    _tables()
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)
    op.create_index("ix_cases_platform", "cases", ["platform", "opened_at"])


def _columns() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "cases": (
            sa.Column("on_behalf_of", sa.String(), **_EMPTY),
            sa.Column("personal_data", sa.Boolean(), **_NO),
        ),
        "case_grants": (sa.Column("by_name", sa.String(), **_EMPTY),),
        "involvements": (sa.Column("outcome_why", sa.String(), **_EMPTY),),
        "entries": (
            sa.Column("comment_asked_on", sa.Date()),
            sa.Column("comment_due", sa.Date()),
            sa.Column("comment_on", sa.Date()),
            sa.Column("comment", sa.String(), **_EMPTY),
        ),
        "evidence": (
            sa.Column("masked_id", sa.Integer()),
            sa.Column("masked_at", tables.UtcDateTime()),
            sa.Column("masked_by", sa.String(), **_EMPTY),
            sa.Column("destroyed_at", tables.UtcDateTime()),
            sa.Column("destroyed_by", sa.String(), **_EMPTY),
            sa.Column("destroyed_why", sa.String(), **_EMPTY),
        ),
    }


def _tables() -> None:
    op.create_table(
        "case_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_links_case_id_cases"),
        sa.ForeignKeyConstraint(["other_id"], ["cases.id"], name="fk_case_links_other_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_case_links"),
        sa.UniqueConstraint("case_id", "other_id", name="uq_case_links_case_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_links_other_id", "case_links", ["other_id"])
    op.create_table(
        "case_recusals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("replaced_by", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.Column("lifted_at", tables.UtcDateTime(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=False),
        sa.Column("lift_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_recusals_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_case_recusals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_recusals_user", "case_recusals", ["user_id", "lifted_at", "case_id"])
    op.create_index("ix_case_recusals_case_id", "case_recusals", ["case_id"])
    op.create_table(
        "case_sign_offs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("void_at", tables.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_sign_offs_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_case_sign_offs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_sign_offs_case_id", "case_sign_offs", ["case_id"])
    op.create_table(
        "complaints",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("to_committee_on", sa.Date(), nullable=True),
        sa.Column("opinion_on", sa.Date(), nullable=True),
        sa.Column("opinion", sa.String(), nullable=False),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("handled_on", sa.Date(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_complaints_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_complaints"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_complaints_case_id", "complaints", ["case_id"])
    op.create_index("ix_complaints_answer_due", "complaints", ["answer_due"])
    op.create_table(
        "complaint_papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_papers_complaint_id_complaints"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_papers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_complaint_papers_complaint_id", "complaint_papers", ["complaint_id"])
    op.create_table(
        "manager_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("advice", sa.String(), nullable=False),
        sa.Column("advised_by", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_manager_questions_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_manager_questions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_manager_questions_person_id", "manager_questions", ["person_id"])
    op.create_index("ix_manager_questions_case_id", "manager_questions", ["case_id"])
    op.create_index("ix_manager_questions_asked_on", "manager_questions", ["asked_on"])
    op.create_table(
        "prevention_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("groups", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_prevention_entries_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_prevention_entries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_prevention_entries_case_id", "prevention_entries", ["case_id"])
    op.create_index("ix_prevention_entries_held_on", "prevention_entries", ["held_on"])
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filters"),
        sa.UniqueConstraint("user_id", "name", name="uq_saved_filters_user_id"),
        sqlite_autoincrement=True,
    )
