"""What the conversation page, talks with several students, undo and the bin keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "agreement_reviews",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("done", "goes_on", "dropped", name="agreementoutcome", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_reviews_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_agreement_reviews_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_reviews")),
        sa.UniqueConstraint(
            "conversation_id", "agreement_id", name=op.f("uq_agreement_reviews_conversation_id")
        ),
    )
    with op.batch_alter_table("agreement_reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_reviews_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_agreement_reviews_conversation_id"), ["conversation_id"], unique=False
        )

    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wellbeing", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("agenda_template_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wellbeing", sa.Boolean(), server_default=sa.false(), nullable=False))

    # What was shipped before said so in its words only.
    for table in ("agenda_items", "agenda_template_items"):
        op.execute(
            f"update {table} set wellbeing = 1"
            " where title like '%(welbevinden, kort)%' or title like '%Hoe gaat ieder hier buiten?%'"
        )

    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("continued_by_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_agreements_continued_by_id"), ["continued_by_id"], unique=False)
        batch_op.create_index("ix_agreements_state", ["state", "due_on"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_agreements_continued_by_id"), "agreements", ["continued_by_id"], ["id"]
        )

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_conversations_group_id"), ["group_id"], unique=False)
        batch_op.create_index("ix_conversations_state", ["state", "starts_at"], unique=False)

    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("step", sa.Text(), server_default="fixed", nullable=False))
        batch_op.add_column(sa.Column("reverts", sa.Uuid(), nullable=True))
        batch_op.create_index("ix_journal_at", ["at"], unique=False)


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index("ix_journal_at")
        batch_op.drop_column("reverts")
        batch_op.drop_column("step")

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_state")
        batch_op.drop_index(batch_op.f("ix_conversations_group_id"))
        batch_op.drop_column("group_id")

    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_agreements_continued_by_id"), type_="foreignkey")
        batch_op.drop_index("ix_agreements_state")
        batch_op.drop_index(batch_op.f("ix_agreements_continued_by_id"))
        batch_op.drop_column("continued_by_id")

    with op.batch_alter_table("agenda_template_items", schema=None) as batch_op:
        batch_op.drop_column("wellbeing")

    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_column("wellbeing")

    with op.batch_alter_table("agreement_reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_reviews_conversation_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_reviews_agreement_id"))

    op.drop_table("agreement_reviews")
