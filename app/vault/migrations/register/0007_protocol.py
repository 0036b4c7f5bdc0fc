"""The school's own rungs, in the register drawer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "own_rungs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("applies_to", sa.JSON(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("deciders", sa.JSON(), nullable=False),
        sa.Column("mandate", sa.Boolean(), nullable=False),
        sa.Column("required", sa.JSON(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("merged_into", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_rungs"),
        sa.UniqueConstraint("code", name="uq_own_rungs_code"),
        sqlite_autoincrement=True,
    )
