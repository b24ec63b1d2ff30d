"""An index of what was deleted and is kept, so that the bin is emptied without reading the whole journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_index(
        "ix_journal_deleted",
        "journal",
        ["at"],
        unique=False,
        sqlite_where=sa.text("action = 'delete' AND before IS NOT NULL"),
    )


def downgrade() -> None:
    """Take the tables back."""
    op.drop_index("ix_journal_deleted", table_name="journal")
