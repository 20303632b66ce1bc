"""Conversations: one per person in a group, with their thread; and what was picked when a question was not clear."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both; conversations that are going on go on."""
    _replace_conversations(
        sa.Column("chat", sa.String(32), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("thread", sa.JSON, nullable=False),
        kept="SELECT chat, '', '{}', language, choice, entry, offered, updated_at FROM conversations",
    )
    op.create_table(
        "picks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("picked_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("chat", sa.String(32), nullable=False, index=True),
        sa.Column("via", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("offered", sa.JSON, nullable=False),
        sa.Column("entry", sa.String(64), nullable=False, index=True),
        sa.Column("text", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Drop the picks; of a group's conversations none can be told to be the group's, so they go."""
    op.drop_table("picks")
    _replace_conversations(
        sa.Column("chat", sa.String(32), primary_key=True),
        kept="SELECT chat, language, choice, entry, offered, updated_at FROM conversations WHERE person = ''",
    )


def _replace_conversations(*columns: "sa.Column[str]", kept: str) -> None:
    """Make the table anew with these columns first: the key of a table can't be changed everywhere."""
    op.create_table(
        "conversations_anew",
        *columns,
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("choice", sa.String(8), nullable=True),
        sa.Column("entry", sa.String(64), nullable=True),
        sa.Column("offered", sa.JSON, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.execute(f"INSERT INTO conversations_anew {kept}")
    op.drop_table("conversations")
    op.rename_table("conversations_anew", "conversations")
