"""Alembic's entry: runs the revisions on the connection that `store` hands over."""

from alembic import context
from sqlmodel import SQLModel

from knowledge.records import class_tables, lesson_tables, round_tables, tables  # noqa: F401  (fill the metadata)

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
