"""Alembic's entry: runs the numbered migrations on the engine that ``toolkit.cli.database`` hands over."""

from alembic import context

from toolkit.models import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
