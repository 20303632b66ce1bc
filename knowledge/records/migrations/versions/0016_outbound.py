"""What is sent lately, for processes that keep to Telegram's limits together."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "outbound",
        sa.Column("chat", sa.String(64), primary_key=True),
        sa.Column("moments", sa.JSON, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("outbound")
