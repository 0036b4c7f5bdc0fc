"""A place in both drawers for the key that chains the log, kept when the drawer's own key is renewed."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Make the table."""
    op.create_table(
        "chain_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_key")),
        sqlite_autoincrement=True,
    )
