"""Alembic's entry: runs the revisions on the connection that `store` hands over."""

from alembic import context
from sqlmodel import SQLModel

# What fills the metadata.
from knowledge.records import (  # noqa: F401
    change_tables,
    class_tables,
    inbox_tables,
    lesson_tables,
    outbound_tables,
    own_route_tables,
    round_tables,
    tables,
    teaching_tables,
)

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
