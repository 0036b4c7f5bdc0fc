"""Kinds of reports that the school adds to those of the protocol, and an index to list cases by kind."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """No school has kinds of its own yet."""
    op.create_table(
        "own_categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sides", sa.JSON(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("sexual", sa.Boolean(), nullable=False),
        sa.Column("retired_at", tables.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_own_categories"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_involvements_category", "involvements", ["category", "case_id"])
