"""The tables of people in the register drawer."""

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "persons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("infix", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("house_number", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["persons.id"], name=op.f("fk_persons_merged_into_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_persons_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("ix_persons_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_persons_merged_into"), ["merged_into"], unique=False)
        batch_op.create_index("ix_persons_search", ["sort_name", "folded"], unique=False)

    op.create_table(
        "employees",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_title", sa.String(), nullable=False),
        sa.Column("task_kind", sa.String(), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=True),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["persons.id"], name=op.f("fk_employees_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employees")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "guardian_relations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["persons.id"], name=op.f("fk_guardian_relations_guardian_id_persons")
        ),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name=op.f("fk_guardian_relations_pupil_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardian_relations")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("guardian_relations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guardian_relations_guardian_id"), ["guardian_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_guardian_relations_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "publication_blocks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name=op.f("fk_publication_blocks_pupil_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication_blocks")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("publication_blocks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_publication_blocks_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "pupils",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("enrol_date", sa.Date(), nullable=True),
        sa.Column("leave_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["persons.id"], name=op.f("fk_pupils_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupils")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("pupils", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pupils_number"), ["number"], unique=False)

    op.create_table(
        "school_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_year", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["teacher_id"], ["persons.id"], name=op.f("fk_school_groups_teacher_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_groups")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("school_groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_school_groups_school_year"), ["school_year"], unique=False)

    op.create_table(
        "authority_statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("relation_id", sa.Integer(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("recorded_at", tables.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["relation_id"],
            ["guardian_relations.id"],
            name=op.f("fk_authority_statements_relation_id_guardian_relations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority_statements")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("authority_statements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_authority_statements_relation_id"), ["relation_id"], unique=False)

    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("year_group", sa.Integer(), nullable=True),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["school_groups.id"], name=op.f("fk_memberships_group_id_school_groups")),
        sa.ForeignKeyConstraint(["pupil_id"], ["persons.id"], name=op.f("fk_memberships_pupil_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memberships_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_memberships_pupil_id"), ["pupil_id"], unique=False)
