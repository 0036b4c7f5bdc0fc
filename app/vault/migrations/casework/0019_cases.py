"""The days of very many tasks are counted from an index alone."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """The index of waiting tasks knows their case too."""
    op.drop_index("ix_case_tasks_open", table_name="case_tasks")
    op.create_index("ix_case_tasks_open", "case_tasks", ["done_on", "due_on", "case_id"])
