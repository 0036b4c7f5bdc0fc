"""The tables of police in the casework drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "police_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("for_board", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("registration_number", sa.String(), nullable=False),
        sa.Column("offence", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("copy_received", sa.Boolean(), nullable=False),
        sa.Column("parents_told_on", sa.Date(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_police_reports_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_police_reports")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("police_reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_police_reports_case_id"), ["case_id"], unique=False)
