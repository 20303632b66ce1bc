"""Routes that teachers made, the route that a class follows, and how far its pupils are."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "own_routes",
        sa.Column("id", sa.String(20), primary_key=True),
        sa.Column("chat", sa.String(32), nullable=False, index=True),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "class_routes",
        sa.Column("class_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("route", sa.String(64), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "class_steps",
        sa.Column("class_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("route", sa.String(64), primary_key=True),
        sa.Column("step", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("class_steps", "class_routes", "own_routes"):
        op.drop_table(table)
