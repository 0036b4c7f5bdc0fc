"""Why a letter became final although something spoke against it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the column."""
    op.add_column("letters", sa.Column("reason", sa.String(), server_default="", nullable=False))
