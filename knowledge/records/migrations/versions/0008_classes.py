"""Classes, with their teachers, their pupils and what was asked in them; invitations; wrong codes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_classes()
    _make_what_is_in_them()


def _make_classes() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(6), nullable=False, unique=True, index=True),
        sa.Column("title", sa.String(60), nullable=False),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("simple", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "class_teachers",
        sa.Column("class_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False, index=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "class_members",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("class_id", sa.Integer, nullable=False, index=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
    )


def _make_what_is_in_them() -> None:
    op.create_table(
        "class_questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("class_id", sa.Integer, nullable=False, index=True),
        sa.Column("person", sa.String(32), nullable=False, index=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("via", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("entry", sa.String(64), nullable=True),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("text", sa.String(300), nullable=True),
    )
    op.create_table(
        "class_invitations",
        sa.Column("token", sa.String(32), primary_key=True),
        sa.Column("class_id", sa.Integer, nullable=False, index=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("handover", sa.Boolean, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "code_tries",
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for name in (
        "code_tries",
        "class_invitations",
        "class_questions",
        "class_members",
        "class_teachers",
        "classes",
    ):
        op.drop_table(name)
