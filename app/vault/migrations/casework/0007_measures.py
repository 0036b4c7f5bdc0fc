"""Cases, steps and proceedings of measures, and more of hearings, devices and messages, in the casework drawer."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.vault import tables

revision = "0007"
down_revision = "0006"

_EMPTY: dict[str, Any] = {"server_default": sa.text("''"), "nullable": False}
_NO: dict[str, Any] = {"server_default": sa.text("0"), "nullable": False}


def upgrade() -> None:
    """Make the tables, move the objections to their own, and add the columns."""
    _tables()
    op.execute(
        "INSERT INTO proceedings (measure_id, kind, received_on, hearing_on, decided_on, outcome, note, recorded_by) "
        "SELECT id, CASE WHEN rung LIKE 'employee.%' THEN 'appeal' ELSE 'objection' END, objection_on, NULL, "
        "objection_decided_on, CASE WHEN objection_decided_on IS NULL THEN '' ELSE 'other' END, objection_outcome, '' "
        "FROM measures WHERE objection_on IS NOT NULL"
    )
    for name in ("objection_on", "objection_decided_on", "objection_outcome"):
        op.drop_column("measures", name)
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)
    op.create_index("ix_measures_lapses_on", "measures", ["lapses_on"])
    op.execute("UPDATE devices SET recorded_by = taken_by")


def _tables() -> None:
    op.create_table(
        "measure_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_cases_measure_id_measures"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_cases"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_measure_cases_measure_id", "measure_cases", ["measure_id"])
    op.create_index("ix_measure_cases_case_id", "measure_cases", ["case_id"])
    op.create_table(
        "measure_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", tables.UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_steps_measure_id_measures"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_steps"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_measure_steps_measure_id", "measure_steps", ["measure_id"])
    op.create_table(
        "proceedings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("hearing_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_proceedings_measure_id_measures"),
        sa.PrimaryKeyConstraint("id", name="pk_proceedings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proceedings_measure_id", "proceedings", ["measure_id"])


def _columns() -> dict[str, list[sa.Column[Any]]]:
    return {
        "measures": [
            *(
                sa.Column(name, sa.String(), **_EMPTY)
                for name in ("interest", "views_text", "carried_out", "carried_out_note", "return_talk_note")
            ),
            *(sa.Column(name, sa.Boolean(), **_NO) for name in ("is_disciplinary", "dossier_complete")),
            *(
                sa.Column(name, sa.Date(), nullable=True)
                for name in (
                    "probation_until",
                    "received_on",
                    "return_talk_held_on",
                    "lapses_on",
                    "lapsed_on",
                    "quashed_on",
                )
            ),
            sa.Column("return_talk_at", tables.UtcDateTime(), nullable=True),
        ],
        "hearings": [
            sa.Column("planned_at", tables.UtcDateTime(), nullable=True),
            sa.Column("report_sent_on", sa.Date(), nullable=True),
            sa.Column("entry_id", sa.Integer(), nullable=True),
            sa.Column("comment", sa.String(), **_EMPTY),
            sa.Column("recorded_by", sa.String(), **_EMPTY),
            sa.Column("is_late", sa.Boolean(), **_NO),
        ],
        "devices": [
            sa.Column("returned_by", sa.String(), **_EMPTY),
            sa.Column("recorded_by", sa.String(), **_EMPTY),
            sa.Column("is_signed", sa.Boolean(), **_NO),
        ],
        "content_removals": [sa.Column("parents_told_on", sa.Date(), nullable=True)],
    }
