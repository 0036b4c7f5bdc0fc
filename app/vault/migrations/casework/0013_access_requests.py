"""Requests about someone's data, what was withheld, dossiers that left the school, and breaches of data."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the tables."""
    _requests()
    _exports()
    _breaches()


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _requests() -> None:
    op.create_table(
        "access_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("kind"),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("requester_id", sa.Integer()),
        *(_text(name) for name in ("requester", "capacity", "identity", "wish")),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("extended_on", sa.Date()),
        _text("extension_reason"),
        _text("decision"),
        sa.Column("decided_on", sa.Date()),
        _text("decided_by"),
        _text("reason"),
        sa.Column("answered_on", sa.Date()),
        *(_text(name) for name in ("answered_how", "control", "recorded_by")),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access_requests"),
        sqlite_autoincrement=True,
    )
    for column in ("person_id", "received_on", "answered_on"):
        op.create_index(f"ix_access_requests_{column}", "access_requests", [column])
    op.create_table(
        "withheld_parts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        *(_text(name) for name in ("what", "ground", "why")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["access_requests.id"], name="fk_withheld_parts_request_id_access_requests"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_withheld_parts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_withheld_parts_request_id", "withheld_parts", ["request_id"])


def _exports() -> None:
    op.create_table(
        "dossier_exports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        *(_text(name) for name in ("by_name", "purpose", "kind", "control", "sha256")),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("is_encrypted", sa.Boolean(), nullable=False),
        _text("receiver"),
        sa.PrimaryKeyConstraint("id", name="pk_dossier_exports"),
        sqlite_autoincrement=True,
    )
    for column in ("person_id", "control", "sha256"):
        op.create_index(f"ix_dossier_exports_{column}", "dossier_exports", [column])


def _breaches() -> None:
    op.create_table(
        "breaches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("discovered_at", tables.UtcDateTime(), nullable=False),
        *(_text(name) for name in ("happened", "data", "persons", "consequences", "actions", "risk")),
        *(_text(name) for name in ("authority_decision", "authority_why")),
        sa.Column("authority_told_at", tables.UtcDateTime()),
        _text("late_why"),
        sa.Column("persons_told_at", tables.UtcDateTime()),
        _text("persons_told"),
        sa.Column("closed_on", sa.Date()),
        _text("recorded_by"),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_breaches"),
        sqlite_autoincrement=True,
    )
    for column in ("discovered_at", "closed_on"):
        op.create_index(f"ix_breaches_{column}", "breaches", [column])
