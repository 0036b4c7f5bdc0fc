"""Photos and other files of a case need a right of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Whoever was let in before keeps seeing the files."""
    op.add_column("case_grants", sa.Column("sees_files", sa.Boolean(), server_default="1", nullable=False))
