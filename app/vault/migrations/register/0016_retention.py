"""What a destruction still has to do, so that one that was cut short is finished; and who went to special education."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("destructions", sa.Column("plan", sa.JSON(), nullable=True))
    op.add_column("pupils", sa.Column("to_special", sa.Boolean(), server_default="0", nullable=False))
