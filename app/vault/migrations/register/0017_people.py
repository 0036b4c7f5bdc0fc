"""From whom a publication block withholds a pupil's image; the blocks of before withhold it from everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("publication_blocks") as batch:
        batch.add_column(sa.Column("reach", sa.String(), nullable=False, server_default="everybody"))
        batch.add_column(sa.Column("from_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("from_name", sa.String(), nullable=False, server_default=""))
        batch.create_foreign_key("fk_publication_blocks_from_id_persons", "persons", ["from_id"], ["id"])
