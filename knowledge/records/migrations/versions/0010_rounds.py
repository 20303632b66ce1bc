"""Rounds: what classes are asked at once, and what their pupils answer."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "class_rounds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("class_id", sa.Integer, nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("items", sa.JSON, nullable=False),
        sa.Column("phase", sa.String(8), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "class_answers",
        sa.Column("round_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("item", sa.String(64), primary_key=True),
        sa.Column("class_id", sa.Integer, nullable=False, index=True),
        sa.Column("option", sa.Integer, nullable=False),
        sa.Column("is_right", sa.Boolean, nullable=True),
        sa.Column("mistake", sa.String(64), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "round_polls",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("class_id", sa.Integer, nullable=False, index=True),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("round_polls", "class_answers", "class_rounds"):
        op.drop_table(table)
