"""Nicknames of a person, by which a dossier recognises who is meant."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column."""
    op.add_column("persons", sa.Column("nicknames", sa.String(), server_default="", nullable=False))
