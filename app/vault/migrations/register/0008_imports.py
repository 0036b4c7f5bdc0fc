"""What undoing an import and merging two persons need in the register drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the columns and tables."""
    op.add_column("persons", sa.Column("withdrawn_on", sa.Date(), nullable=True))
    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("left", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("log_line", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("undone_at", tables.UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("undone_by", sa.String(), nullable=False, server_default=""))

    op.create_table(
        "import_layouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_layouts")),
        sa.UniqueConstraint("signature", name=op.f("uq_import_layouts_signature")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("gone_id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("undone_at", tables.UtcDateTime(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["gone_id"], ["persons.id"], name=op.f("fk_merges_gone_id_persons")),
        sa.ForeignKeyConstraint(["kept_id"], ["persons.id"], name=op.f("fk_merges_kept_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
        sqlite_autoincrement=True,
    )
