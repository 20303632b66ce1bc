"""Who may teach in chat, what is proposed, gaps that are set aside; and which base a question was answered from."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the column."""
    op.create_table(
        "editors",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=True, unique=True, index=True),
        sa.Column("token", sa.String(32), nullable=True, unique=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("content", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "gap_marks",
        sa.Column("key", sa.String(16), primary_key=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False, index=True),
    )
    with op.batch_alter_table("questions") as questions:
        questions.add_column(sa.Column("base", sa.String(16), nullable=True))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("questions") as questions:
        questions.drop_column("base")
    for name in ("gap_marks", "proposals", "editors"):
        op.drop_table(name)
