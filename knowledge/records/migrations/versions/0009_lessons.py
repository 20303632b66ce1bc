"""Lessons: where chats stand in them, and the quiz polls that they got."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "lesson_progress",
        sa.Column("chat", sa.String(32), primary_key=True),
        sa.Column("lesson", sa.String(64), primary_key=True),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("items", sa.JSON, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )
    op.create_table(
        "quiz_polls",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("chat", sa.String(32), nullable=False, index=True),
        sa.Column("lesson", sa.String(64), nullable=False),
        sa.Column("question", sa.String(64), nullable=False, index=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("option", sa.Integer, nullable=True),
        sa.Column("is_right", sa.Boolean, nullable=True),
        sa.Column("mistake", sa.String(64), nullable=True),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_table("quiz_polls")
    op.drop_table("lesson_progress")
