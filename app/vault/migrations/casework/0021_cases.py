"""A coordinator can be let into a case until a day."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Whoever was let in before, has no last day."""
    op.add_column("case_grants", sa.Column("until", sa.Date()))
