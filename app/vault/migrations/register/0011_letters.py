"""The school's own templates, letters made together, and what came back of a letter."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0011"
down_revision = "0010"

_EMPTY: dict[str, Any] = {"server_default": "", "nullable": False}
_NONE: dict[str, Any] = {"server_default": "[]", "nullable": False}


def upgrade() -> None:
    """Make the table and add the columns."""
    _templates()
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)
    op.create_index("ix_letters_tray_id", "letters", ["tray_id"], unique=False)


def _columns() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "letters": (
            sa.Column("language", sa.String(), server_default="nl", nullable=False),
            sa.Column("enclosures", sa.JSON(), **_NONE),
            sa.Column("copies", sa.JSON(), **_NONE),
            sa.Column("returned", sa.String(), **_EMPTY),
            sa.Column("returned_at", tables.UtcDateTime()),
            sa.Column("return_note", sa.String(), **_EMPTY),
            sa.Column("tray_id", sa.Integer()),
        ),
        "print_tray": (
            sa.Column("batch", sa.String(), **_EMPTY),
            sa.Column("printed_at", tables.UtcDateTime()),
            sa.Column("returned", sa.String(), **_EMPTY),
            sa.Column("returned_at", tables.UtcDateTime()),
            sa.Column("return_note", sa.String(), **_EMPTY),
        ),
    }


def _templates() -> None:
    op.create_table(
        "letter_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("closing", sa.String(), nullable=False),
        sa.Column("enclosures", sa.JSON(), nullable=False),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.Column("is_registered", sa.Boolean(), nullable=False),
        sa.Column("is_reset", sa.Boolean(), nullable=False),
        sa.Column("saved_at", tables.UtcDateTime(), nullable=False),
        sa.Column("saved_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_letter_templates"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letter_templates_code", "letter_templates", ["code"], unique=False)
