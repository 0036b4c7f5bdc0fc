"""What somebody put off of cases, with the reason."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "case_snoozes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_snoozes"),
        sa.UniqueConstraint("key", "user_id", name="uq_case_snoozes_key"),
        sqlite_autoincrement=True,
    )
