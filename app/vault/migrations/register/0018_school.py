"""Who read the rules of conduct, and which version of them."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Nobody has read them yet."""
    op.create_table(
        "conduct_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conduct_readings")),
        sa.UniqueConstraint("user_id", "version", name=op.f("uq_conduct_readings_user_id")),
        sqlite_autoincrement=True,
    )
