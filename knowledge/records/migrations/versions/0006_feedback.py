"""What answers were worth, and who waits for one."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "feedback",
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entry", sa.String(64), nullable=False, index=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("via", sa.String(16), nullable=True),
        sa.Column("text", sa.String, nullable=True),
    )
    op.create_table(
        "waiting",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_table("waiting")
    op.drop_table("feedback")
