"""The tables of letters in the register drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("is_filed", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("salutation", sa.String(), nullable=False),
        sa.Column("person_ids", sa.JSON(), nullable=False),
        sa.Column("has_address", sa.Boolean(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("closing", sa.String(), nullable=False),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("signer_title", sa.String(), nullable=False),
        sa.Column("is_registered", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=False),
        sa.Column("created_at", tables.UtcDateTime(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("running", sa.Integer(), nullable=True),
        sa.Column("finalised_at", tables.UtcDateTime(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("control", sa.String(), nullable=True),
        sa.Column("sent_at", tables.UtcDateTime(), nullable=True),
        sa.Column("sending", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("reference", name=op.f("uq_letters_reference")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letters_about_id"), ["about_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letters_control"), ["control"], unique=False)
        batch_op.create_index(batch_op.f("ix_letters_finalised_at"), ["finalised_at"], unique=False)

    op.create_table(
        "print_tray",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("is_registered", sa.Boolean(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("placed_at", tables.UtcDateTime(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("posted_at", tables.UtcDateTime(), nullable=True),
        sa.Column("posted_by", sa.String(), nullable=False),
        sa.Column("sending", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_tray")),
        sa.UniqueConstraint("key", name=op.f("uq_print_tray_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("print_tray", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_tray_posted_at"), ["posted_at"], unique=False)
