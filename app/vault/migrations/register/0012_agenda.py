"""What somebody put off, with the reason, and how far the yearly calendar is."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "agenda_snoozes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_snoozes"),
        sa.UniqueConstraint("key", "user_id", name="uq_agenda_snoozes_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "year_tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_year", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_year_tasks"),
        sa.UniqueConstraint("school_year", "code", name="uq_year_tasks_school_year"),
        sqlite_autoincrement=True,
    )
