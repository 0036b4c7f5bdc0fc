"""The tables of consents in the register drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "consent_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("purposes", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("media", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("form_number", sa.String(), nullable=False),
        sa.Column("school_year", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["about_id"], ["consent_events.id"], name=op.f("fk_consent_events_about_id_consent_events")
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_consent_events_attachment_id_attachments")
        ),
        sa.ForeignKeyConstraint(["guardian_id"], ["persons.id"], name=op.f("fk_consent_events_guardian_id_persons")),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name=op.f("fk_consent_events_pupil_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_events")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("consent_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_events_form_number"), ["form_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_events_pupil_id"), ["pupil_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_events_school_year"), ["school_year"], unique=False)
