"""The tables of measures in the casework drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "content_removals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.Column("in_presence_of", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_removals")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("content_removals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_content_removals_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_content_removals_person_id"), ["person_id"], unique=False)

    op.create_table(
        "devices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("damage", sa.String(), nullable=False),
        sa.Column("switched_off", sa.Boolean(), nullable=False),
        sa.Column("taken_at", tables.UtcDateTime(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("kept_where", sa.String(), nullable=False),
        sa.Column("parents_told_at", tables.UtcDateTime(), nullable=True),
        sa.Column("return_on", sa.Date(), nullable=False),
        sa.Column("returned_at", tables.UtcDateTime(), nullable=True),
        sa.Column("returned_to", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("devices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_devices_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_devices_person_id"), ["person_id"], unique=False)

    op.create_table(
        "measures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("proposed_at", tables.UtcDateTime(), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decider", sa.String(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("intent_on", sa.Date(), nullable=True),
        sa.Column("intent_registered", sa.Boolean(), nullable=False),
        sa.Column("counsel_told", sa.Boolean(), nullable=False),
        sa.Column("views_on", sa.Date(), nullable=True),
        sa.Column("registered", sa.Boolean(), nullable=False),
        sa.Column("other_school", sa.String(), nullable=False),
        sa.Column("other_school_on", sa.Date(), nullable=True),
        sa.Column("objection_clause", sa.Boolean(), nullable=False),
        sa.Column("jurist_on", sa.Date(), nullable=True),
        sa.Column("caused_by_parent", sa.Boolean(), nullable=False),
        sa.Column("knowledge_at", tables.UtcDateTime(), nullable=True),
        sa.Column("settled_at", tables.UtcDateTime(), nullable=True),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("warnings_reason", sa.String(), nullable=False),
        sa.Column("communicated_on", sa.Date(), nullable=True),
        sa.Column("communicated_how", sa.String(), nullable=False),
        sa.Column("delivery_proof", sa.String(), nullable=False),
        sa.Column("authority_told_on", sa.Date(), nullable=True),
        sa.Column("objection_on", sa.Date(), nullable=True),
        sa.Column("objection_decided_on", sa.Date(), nullable=True),
        sa.Column("objection_outcome", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdraw_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measures")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("measures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measures_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_measures_last_day"), ["last_day"], unique=False)
        batch_op.create_index("ix_measures_person_rung", ["person_id", "rung"], unique=False)

    op.create_table(
        "hearings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("has_authority", sa.Boolean(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("purpose_told", sa.Boolean(), nullable=False),
        sa.Column("assistance_told", sa.Boolean(), nullable=False),
        sa.Column("held_at", tables.UtcDateTime(), nullable=True),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("why_not", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_hearings_measure_id_measures")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearings")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("hearings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hearings_measure_id"), ["measure_id"], unique=False)
