"""The tables of school in the register drawer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "mandates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandates")),
        sa.UniqueConstraint("rung", "role", name=op.f("uq_mandates_rung")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "school",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("board_name", sa.String(), nullable=False),
        sa.Column("brin", sa.String(), nullable=False),
        sa.Column("school_type", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("board_address", sa.String(), nullable=False),
        sa.Column("dpo_name", sa.String(), nullable=False),
        sa.Column("dpo_email", sa.String(), nullable=False),
        sa.Column("newsletter", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("preprinted", sa.Boolean(), nullable=False),
        sa.Column("logo_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "signatories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("job_title", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatories")),
        sa.UniqueConstraint("user_id", name=op.f("uq_signatories_user_id")),
        sqlite_autoincrement=True,
    )
