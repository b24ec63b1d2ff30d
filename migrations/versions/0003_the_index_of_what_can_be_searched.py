"""The index of what can be searched; it is filled when the profile is next opened."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "search_entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_entries")),
        sa.UniqueConstraint("record_id", name=op.f("uq_search_entries_record_id")),
    )
    op.create_table(
        "search_state",
        sa.Column("folding", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("folding", name=op.f("pk_search_state")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5"
        "(words, tokenize = 'ascii', prefix = '2 3 4', detail = 'none', columnsize = 0)"
    )
    op.execute("INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1)")


def downgrade() -> None:
    """Take the tables back."""
    op.execute("DROP TABLE search_index")
    op.drop_table("search_state")
    op.drop_table("search_entries")
