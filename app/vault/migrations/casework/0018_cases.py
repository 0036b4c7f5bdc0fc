"""A closed case can lie in the archive until its term is over."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """No case lies there yet."""
    op.add_column("cases", sa.Column("archived_at", tables.UtcDateTime()))
