"""Referrals, who read what, fields of the school's own, and destructions that still have to reach the backups."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the columns and make the tables."""
    op.add_column("cases", sa.Column("waits_for", sa.String(), server_default="", nullable=False))
    op.add_column("cases", sa.Column("own_values", sa.JSON(), server_default="{}", nullable=False))
    op.add_column("cases", sa.Column("last_entry_at", tables.UtcDateTime()))
    op.add_column("cases", sa.Column("last_entry_by", sa.String(), server_default="", nullable=False))
    _referrals()
    _readings()
    op.create_table(
        "own_fields",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("retired_at", tables.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_own_fields"),
        sqlite_autoincrement=True,
    )
    _destructions()


def _referrals() -> None:
    op.create_table(
        "case_referrals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_referrals_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_case_referrals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_referrals_case_id", "case_referrals", ["case_id"])


def _readings() -> None:
    op.create_table(
        "case_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_readings_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_case_readings"),
        sa.UniqueConstraint("user_id", "case_id", name="uq_case_readings_user_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_readings_case_id", "case_readings", ["case_id"])


def _destructions() -> None:
    op.create_table(
        "evidence_destructions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digests", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("began_at", tables.UtcDateTime(), nullable=False),
        sa.Column("done_at", tables.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_evidence_destructions_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_destructions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_evidence_destructions_case_id", "evidence_destructions", ["case_id"])
