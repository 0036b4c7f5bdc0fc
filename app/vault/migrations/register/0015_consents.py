"""The text that stood on the forms of a round."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column; of older rounds the text was not kept."""
    with op.batch_alter_table("consent_rounds") as batch:
        batch.add_column(sa.Column("text", sa.String(), nullable=False, server_default=""))
