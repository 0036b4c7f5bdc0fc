"""The tables of inspector in the casework drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "inspector_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("started_at", tables.UtcDateTime(), nullable=False),
        sa.Column("ended_at", tables.UtcDateTime(), nullable=True),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("caller_id", sa.String(), nullable=False),
        sa.Column("caller", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("domain", sa.String(), nullable=True),
        sa.Column("for_board", sa.Boolean(), nullable=False),
        sa.Column("inspector_name", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("advice", sa.String(), nullable=False),
        sa.Column("advice_followed", sa.String(), nullable=True),
        sa.Column("why_not", sa.String(), nullable=False),
        sa.Column("suspicion", sa.String(), nullable=True),
        sa.Column("agreed", sa.JSON(), nullable=False),
        sa.Column("parents_told_on", sa.Date(), nullable=True),
        sa.Column("person_told_on", sa.Date(), nullable=True),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("follow_up_done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_inspector_calls_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspector_calls")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("inspector_calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inspector_calls_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inspector_calls_ended_at"), ["ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_inspector_calls_follow_up_on"), ["follow_up_on"], unique=False)
        batch_op.create_index("ix_inspector_calls_log", ["started_at"], unique=False)

    op.create_table(
        "statutory_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("suspicion", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_statutory_steps_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statutory_steps")),
        sa.UniqueConstraint("case_id", "step", name=op.f("uq_statutory_steps_case_id")),
        sqlite_autoincrement=True,
    )
