"""Who qualified a case, more of calls, steps and police reports, decisions not to report, packs and holds."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0011"
down_revision = "0010"

_EMPTY: dict[str, Any] = {"server_default": "", "nullable": False}


def upgrade() -> None:
    """Make the tables and add the columns."""
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)
    _police_tables()
    _holds()


def _columns() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "case_flags": (
            sa.Column("raised_by", sa.String(), **_EMPTY),
            sa.Column("raised_why", sa.String(), **_EMPTY),
        ),
        "inspector_calls": (
            sa.Column("follow_up_of", sa.Integer()),
            sa.Column("caller_role", sa.String(), **_EMPTY),
            sa.Column("read_by", sa.String(), **_EMPTY),
            sa.Column("read_at", tables.UtcDateTime()),
        ),
        "statutory_steps": (
            sa.Column("recorded_at", tables.UtcDateTime()),
            sa.Column("recorded_by", sa.String(), **_EMPTY),
            sa.Column("corrected_why", sa.String(), **_EMPTY),
        ),
        "police_reports": (
            sa.Column("how", sa.String(), **_EMPTY),
            sa.Column("school_address", sa.Boolean(), server_default="1", nullable=False),
            sa.Column("no_parents_reason", sa.String(), **_EMPTY),
            sa.Column("why_early", sa.String(), **_EMPTY),
            sa.Column("outcome_note", sa.String(), **_EMPTY),
            sa.Column("recorded_at", tables.UtcDateTime()),
            sa.Column("recorded_by", sa.String(), **_EMPTY),
        ),
    }


def _police_tables() -> None:
    op.create_table(
        "police_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("considered", sa.String(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_police_decisions_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_police_decisions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_police_decisions_case_id", "police_decisions", ["case_id"])
    op.create_table(
        "police_packs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("made_at", tables.UtcDateTime(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("pieces", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_police_packs_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_police_packs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_police_packs_case_id", "police_packs", ["case_id"])


def _holds() -> None:
    op.create_table(
        "case_holds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("placed_by", sa.String(), nullable=False),
        sa.Column("placed_at", tables.UtcDateTime(), nullable=False),
        sa.Column("lifted_at", tables.UtcDateTime(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=False),
        sa.Column("lift_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_holds_case_id_cases"),
        sa.PrimaryKeyConstraint("id", name="pk_case_holds"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_holds_case_id", "case_holds", ["case_id"])
