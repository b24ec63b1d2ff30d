"""Versions, signatures and accepted gaps of a round, suggestions put away, own phrases, and files kept whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "kept",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_kept")),
    )
    op.create_table(
        "kept_phrases",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("criterion_code", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_phrases")),
    )
    op.create_table(
        "dismissed_suggestions",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "open_round",
                "not_ready",
                "plan_talk",
                "not_held",
                name="suggestionkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_dismissed_suggestions_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissed_suggestions")),
        sa.UniqueConstraint(
            "trajectory_id", "kind", "detail", name=op.f("uq_dismissed_suggestions_trajectory_id")
        ),
    )
    with op.batch_alter_table("dismissed_suggestions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dismissed_suggestions_trajectory_id"), ["trajectory_id"], unique=False
        )

    op.create_table(
        "accepted_gaps",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "sheet_not_ready",
                "not_scored",
                "not_side_by_side",
                "not_agreed",
                "difference_without_words",
                "text_missing",
                name="gapkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "perspective",
            sa.Enum("student", "workplace", "institute", name="perspective", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "strand",
            sa.Enum("student_part", "workplace_part", name="strand", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_accepted_gaps_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accepted_gaps")),
    )
    with op.batch_alter_table("accepted_gaps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accepted_gaps_round_id"), ["round_id"], unique=False)

    op.create_table(
        "round_versions",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("finalised_at", sa.DateTime(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopen_reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_round_versions_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_versions")),
        sa.UniqueConstraint("round_id", "edition", name=op.f("uq_round_versions_round_id")),
    )
    with op.batch_alter_table("round_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_round_versions_code"), ["code"], unique=False)
        batch_op.create_index(batch_op.f("ix_round_versions_round_id"), ["round_id"], unique=False)

    op.create_table(
        "signatures",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column(
            "party",
            sa.Enum("student", "workplace", "institute", name="party", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["round_versions.id"], name=op.f("fk_signatures_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
        sa.UniqueConstraint("version_id", "party", name=op.f("uq_signatures_version_id")),
    )
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signatures_version_id"), ["version_id"], unique=False)

    with op.batch_alter_table("profile", schema=None) as batch_op:
        batch_op.add_column(sa.Column("criteria_set_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_profile_criteria_set_id"), "criteria_sets", ["criteria_set_id"], ["id"]
        )

    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ready_by", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("late", sa.JSON(), server_default="[]", nullable=False))

    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("written_by", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("written_on", sa.Date(), nullable=True))

    # New rows say it themselves; the defaults were for those that were there.
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.alter_column("late", server_default=None)

    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.alter_column("written_by", server_default=None)


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.drop_column("written_on")
        batch_op.drop_column("written_by")

    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.drop_column("late")
        batch_op.drop_column("ready_by")

    with op.batch_alter_table("profile", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_profile_criteria_set_id"), type_="foreignkey")
        batch_op.drop_column("criteria_set_id")

    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signatures_version_id"))

    op.drop_table("signatures")
    with op.batch_alter_table("round_versions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_round_versions_round_id"))
        batch_op.drop_index(batch_op.f("ix_round_versions_code"))

    op.drop_table("round_versions")
    with op.batch_alter_table("accepted_gaps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accepted_gaps_round_id"))

    op.drop_table("accepted_gaps")
    with op.batch_alter_table("dismissed_suggestions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dismissed_suggestions_trajectory_id"))

    op.drop_table("dismissed_suggestions")
    op.drop_table("kept_phrases")
    op.drop_table("kept")
