"""Who came along to a hearing, in the casework drawer."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column."""
    op.add_column("hearings", sa.Column("assisted_by", sa.String(), server_default="", nullable=False))
