"""School years and presence, series, growth plans, when talks really were, and what calendars are told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "lesson_hours",
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("to_minute", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("to_minute > from_minute", name=op.f("ck_lesson_hours_to_minute")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_hours")),
    )
    op.create_table(
        "school_years",
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column(
            "holiday_set",
            sa.Enum(
                "flanders",
                "netherlands_north",
                "netherlands_middle",
                "netherlands_south",
                name="holidayset",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("academic_starts_on", sa.Date(), nullable=False),
        sa.Column("academic_ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_years")),
        sa.UniqueConstraint("first_year", name=op.f("uq_school_years_first_year")),
    )
    op.create_table(
        "calendar_periods",
        sa.Column("school_year_id", sa.Uuid(), nullable=False),
        sa.Column(
            "side",
            sa.Enum("school", "academic", name="calendarside", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "holiday",
                "public_holiday",
                "free",
                "staff",
                "term",
                "exams",
                "return_day",
                "trialogues",
                "other",
                "block_placement",
                "presence",
                name="periodkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_calendar_periods_ends_on")),
        sa.ForeignKeyConstraint(
            ["school_year_id"], ["school_years.id"], name=op.f("fk_calendar_periods_school_year_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_periods")),
    )
    with op.batch_alter_table("calendar_periods", schema=None) as batch_op:
        batch_op.create_index("ix_calendar_periods_days", ["starts_on", "ends_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_calendar_periods_school_year_id"), ["school_year_id"], unique=False
        )

    op.create_table(
        "called_off",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_called_off_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_called_off")),
        sa.UniqueConstraint("talk_id", name=op.f("uq_called_off_talk_id")),
    )
    with op.batch_alter_table("called_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_called_off_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "conversation_series",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_conversation_series_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_series")),
    )
    with op.batch_alter_table("conversation_series", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_conversation_series_trajectory_id"), ["trajectory_id"], unique=False
        )

    op.create_table(
        "presence_periods",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_presence_periods_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence_periods")),
    )
    with op.batch_alter_table("presence_periods", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_presence_periods_trajectory_id"), ["trajectory_id"], unique=False
        )

    op.create_table(
        "growth_plans",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("with_student", sa.Text(), nullable=False),
        sa.Column("with_workplace", sa.Text(), nullable=False),
        sa.Column("with_institute", sa.Text(), nullable=False),
        sa.Column("informed", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("in_report", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_growth_plans_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_growth_plans_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_growth_plans")),
    )
    with op.batch_alter_table("growth_plans", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_growth_plans_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_growth_plans_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "growth_goals",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("support", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "open",
                "reached",
                "partly",
                "not_yet",
                "dropped",
                name="goaloutcome",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("outcome_words", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["growth_plans.id"], name=op.f("fk_growth_goals_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_growth_goals")),
    )
    with op.batch_alter_table("growth_goals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_growth_goals_plan_id"), ["plan_id"], unique=False)

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("method", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("started_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("ended_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("instead_of_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("series_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("series_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("sequence", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("exported_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_conversations_instead_of_id"), ["instead_of_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversations_series_id"), ["series_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_conversations_series_id"), "conversation_series", ["series_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_conversations_instead_of_id"), "conversations", ["instead_of_id"], ["id"]
        )

    with op.batch_alter_table("profile", schema=None) as batch_op:
        batch_op.add_column(sa.Column("feedback_labels", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("reminder_minutes", sa.Integer(), server_default="15", nullable=False))


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("profile", schema=None) as batch_op:
        batch_op.drop_column("reminder_minutes")
        batch_op.drop_column("feedback_labels")

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_conversations_instead_of_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_conversations_series_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_conversations_series_id"))
        batch_op.drop_index(batch_op.f("ix_conversations_instead_of_id"))
        batch_op.drop_column("exported_on")
        batch_op.drop_column("sequence")
        batch_op.drop_column("series_on")
        batch_op.drop_column("series_id")
        batch_op.drop_column("instead_of_id")
        batch_op.drop_column("ended_at")
        batch_op.drop_column("started_at")
        batch_op.drop_column("method")

    with op.batch_alter_table("growth_goals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_growth_goals_plan_id"))

    op.drop_table("growth_goals")
    with op.batch_alter_table("growth_plans", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_growth_plans_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_growth_plans_conversation_id"))

    op.drop_table("growth_plans")
    with op.batch_alter_table("presence_periods", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presence_periods_trajectory_id"))

    op.drop_table("presence_periods")
    with op.batch_alter_table("conversation_series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversation_series_trajectory_id"))

    op.drop_table("conversation_series")
    with op.batch_alter_table("called_off", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_called_off_trajectory_id"))

    op.drop_table("called_off")
    with op.batch_alter_table("calendar_periods", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_periods_school_year_id"))
        batch_op.drop_index("ix_calendar_periods_days")

    op.drop_table("calendar_periods")
    op.drop_table("school_years")
    op.drop_table("lesson_hours")
