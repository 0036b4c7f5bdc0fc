"""The language, enclosures and copies of a letter, and what came back of it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0010"
down_revision = "0009"

_EMPTY: dict[str, Any] = {"server_default": "", "nullable": False}
_NONE: dict[str, Any] = {"server_default": "[]", "nullable": False}


def upgrade() -> None:
    """Add the columns."""
    for column in (
        sa.Column("language", sa.String(), server_default="nl", nullable=False),
        sa.Column("enclosures", sa.JSON(), **_NONE),
        sa.Column("copies", sa.JSON(), **_NONE),
        sa.Column("returned", sa.String(), **_EMPTY),
        sa.Column("returned_at", tables.UtcDateTime()),
        sa.Column("return_note", sa.String(), **_EMPTY),
    ):
        op.add_column("letters", column)
