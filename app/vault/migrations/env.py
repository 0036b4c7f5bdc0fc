"""Runs the migrations of one drawer on the connection that the vault hands over."""

from alembic import context

config = context.config
context.configure(connection=config.attributes["connection"], render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
