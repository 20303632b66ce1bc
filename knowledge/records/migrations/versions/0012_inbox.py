"""Updates that wait to be answered, and the keys of those that were."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("chat_id", sa.BigInteger, nullable=True, index=True),
        sa.Column("person_id", sa.BigInteger, nullable=True, index=True),
        sa.Column("content", sa.String, nullable=True),
        sa.Column("worker", sa.Integer, nullable=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True, index=True),
        sa.Column("error", sa.String(64), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_update_id", "inbox", ["update_id"], unique=True)


def downgrade() -> None:
    """Drop it, with what waits: Telegram does not send it again."""
    op.drop_table("inbox")
