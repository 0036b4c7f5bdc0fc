"""Purposes of the school, publications, rounds, lesson recordings and handouts, in the register drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables."""
    _purposes()
    _publications()
    _rounds()
    _staff()


def _purposes() -> None:
    op.create_table(
        "purpose_edits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("asked_of", sa.String(), nullable=False),
        sa.Column("asks_since", sa.Date(), nullable=True),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purpose_edits"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_purpose_edits_code", "purpose_edits", ["code"])
    op.create_table(
        "consent_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("validity", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consent_settings"),
        sqlite_autoincrement=True,
    )


def _publications() -> None:
    op.create_table(
        "publications",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("medium", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("removed_note", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publications"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_publications_published_on", "publications", ["published_on"])
    op.create_table(
        "publication_persons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publications.id"], name="fk_publication_persons_publication_id_publications"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_publication_persons_person_id_persons"),
        sa.PrimaryKeyConstraint("id", name="pk_publication_persons"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_publication_persons_person_id", "publication_persons", ["person_id"])
    op.create_index("ix_publication_persons_publication_id", "publication_persons", ["publication_id"])


def _rounds() -> None:
    op.create_table(
        "consent_rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("school_year", sa.String(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("purposes", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("close_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consent_rounds"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "round_forms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("family", sa.Integer(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["consent_rounds.id"], name="fk_round_forms_round_id_consent_rounds"),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name="fk_round_forms_pupil_id_persons"),
        sa.PrimaryKeyConstraint("id", name="pk_round_forms"),
        sa.UniqueConstraint("number", name="uq_round_forms_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_round_forms_pupil_id", "round_forms", ["pupil_id"])
    op.create_index("ix_round_forms_round_id", "round_forms", ["round_id"])


def _staff() -> None:
    op.create_table(
        "lesson_recordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("recorder", sa.String(), nullable=False),
        sa.Column("recorder_id", sa.Integer(), nullable=True),
        sa.Column("medium", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("allowed_by", sa.String(), nullable=False),
        sa.Column("allowed_on", sa.Date(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("destroyed_on", sa.Date(), nullable=True),
        sa.Column("cancelled_note", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["recorder_id"], ["persons.id"], name="fk_lesson_recordings_recorder_id_persons"),
        sa.PrimaryKeyConstraint("id", name="pk_lesson_recordings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lesson_recordings_held_on", "lesson_recordings", ["held_on"])
    op.create_table(
        "protocol_handouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("handed_on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_protocol_handouts_person_id_persons"),
        sa.PrimaryKeyConstraint("id", name="pk_protocol_handouts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_protocol_handouts_person_id", "protocol_handouts", ["person_id"])
    op.create_index("ix_protocol_handouts_version", "protocol_handouts", ["version"])
    op.create_table(
        "image_clearances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["persons.id"], name="fk_image_clearances_employee_id_persons"),
        sa.PrimaryKeyConstraint("id", name="pk_image_clearances"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_image_clearances_employee_id", "image_clearances", ["employee_id"])
