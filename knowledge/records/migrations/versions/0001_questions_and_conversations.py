"""Questions and conversations: the first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("chat", sa.String(32), nullable=False, index=True),
        sa.Column("via", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("entry", sa.String(64), nullable=True, index=True),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("text", sa.String, nullable=True),
    )
    op.create_table(
        "conversations",
        sa.Column("chat", sa.String(32), primary_key=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("choice", sa.String(8), nullable=True),
        sa.Column("entry", sa.String(64), nullable=True),
        sa.Column("offered", sa.JSON, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("conversations")
    op.drop_table("questions")
