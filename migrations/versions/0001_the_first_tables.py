"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""

    op.create_table(
        "conversation_types",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("short_name", sa.JSON(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "hat",
            sa.Enum(
                "coach",
                "evaluate",
                "peers",
                "programme",
                "institute",
                name="hat",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("participants", sa.JSON(), nullable=False),
        sa.Column("occasion", sa.JSON(), nullable=False),
        sa.Column("method", sa.JSON(), nullable=False),
        sa.Column("preparation", sa.JSON(), nullable=False),
        sa.Column("discreet", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_types")),
        sa.UniqueConstraint("key", "edition", name=op.f("uq_conversation_types_key")),
    )
    op.create_table(
        "criteria_sets",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("level_count", sa.Integer(), nullable=False),
        sa.Column("expected_level", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("level_count between 3 and 5", name=op.f("ck_criteria_sets_level_count")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criteria_sets")),
        sa.UniqueConstraint("key", "edition", name=op.f("uq_criteria_sets_key")),
    )
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("transaction_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_journal")),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index("ix_journal_record", ["entity", "record_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_journal_transaction_id"), ["transaction_id"], unique=False)

    op.create_table(
        "organisations",
        sa.Column(
            "kind",
            sa.Enum("workplace", "institute", name="organisationkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_table(
        "agenda_template_items",
        sa.Column("type_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["type_id"], ["conversation_types.id"], name=op.f("fk_agenda_template_items_type_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_template_items")),
    )
    with op.batch_alter_table("agenda_template_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_template_items_type_id"), ["type_id"], unique=False)

    op.create_table(
        "criteria",
        sa.Column("criteria_set_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column(
            "weight",
            sa.Enum("student", "workplace", "shared", name="weight", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("description", sa.JSON(), nullable=False),
        sa.Column("reading_hint", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criteria_set_id"], ["criteria_sets.id"], name=op.f("fk_criteria_criteria_set_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criteria")),
        sa.UniqueConstraint("criteria_set_id", "code", name=op.f("uq_criteria_criteria_set_id")),
    )
    op.create_table(
        "levels",
        sa.Column("criteria_set_id", sa.Uuid(), nullable=False),
        sa.Column(
            "strand",
            sa.Enum("student_part", "workplace_part", name="strand", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("label", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criteria_set_id"], ["criteria_sets.id"], name=op.f("fk_levels_criteria_set_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_levels")),
        sa.UniqueConstraint("criteria_set_id", "strand", "level", name=op.f("uq_levels_criteria_set_id")),
    )
    op.create_table(
        "people",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("call_name", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("second_script", sa.Text(), nullable=False),
        sa.Column(
            "party",
            sa.Enum("student", "workplace", "institute", name="party", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_people_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_sort_name"), ["sort_name"], unique=False)

    op.create_table(
        "coaching_questions",
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criterion_id"], ["criteria.id"], name=op.f("fk_coaching_questions_criterion_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coaching_questions")),
    )
    with op.batch_alter_table("coaching_questions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_coaching_questions_criterion_id"), ["criterion_id"], unique=False
        )

    op.create_table(
        "indicators",
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "strand",
            sa.Enum("student_part", "workplace_part", name="strand", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_id"], ["criteria.id"], name=op.f("fk_indicators_criterion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicators")),
    )
    with op.batch_alter_table("indicators", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indicators_criterion_id"), ["criterion_id"], unique=False)

    op.create_table(
        "level_texts",
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "strand",
            sa.Enum("student_part", "workplace_part", name="strand", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_id"], ["criteria.id"], name=op.f("fk_level_texts_criterion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_level_texts")),
        sa.UniqueConstraint("criterion_id", "strand", "level", name=op.f("uq_level_texts_criterion_id")),
    )
    op.create_table(
        "profile",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column(
            "owner_role",
            sa.Enum(
                "coach",
                "class_mentor",
                "school_mentor",
                "assessor",
                "institute_supervisor",
                "head_teacher",
                "confidential_adviser",
                "other",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("controller", sa.Text(), nullable=False),
        sa.Column("privacy_contact", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("vocabulary", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("idle_minutes", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("device_confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_profile_owner_id")),
        sa.ForeignKeyConstraint(["workplace_id"], ["organisations.id"], name=op.f("fk_profile_workplace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile")),
    )
    op.create_table(
        "tips",
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_id"], ["criteria.id"], name=op.f("fk_tips_criterion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tips")),
    )
    with op.batch_alter_table("tips", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tips_criterion_id"), ["criterion_id"], unique=False)

    op.create_table(
        "trajectories",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("institute_id", sa.Uuid(), nullable=True),
        sa.Column("criteria_set_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "student",
                "in_service_trainee",
                "starter",
                "career_changer",
                name="trajectorykind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("phase", sa.Integer(), nullable=True),
        sa.Column("class_names", sa.Text(), nullable=False),
        sa.Column("student_number", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column(
            "assessment_mode",
            sa.Enum("shared", "separated", name="assessmentmode", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("running", "closed", name="trajectorystate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("notice_given_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criteria_set_id"], ["criteria_sets.id"], name=op.f("fk_trajectories_criteria_set_id")
        ),
        sa.ForeignKeyConstraint(
            ["institute_id"], ["organisations.id"], name=op.f("fk_trajectories_institute_id")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["people.id"], name=op.f("fk_trajectories_student_id")),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["organisations.id"], name=op.f("fk_trajectories_workplace_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trajectories")),
    )
    with op.batch_alter_table("trajectories", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trajectories_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_trajectories_student_id"), ["student_id"], unique=False)

    op.create_table(
        "block_placements",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_block_placements_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_placements")),
    )
    with op.batch_alter_table("block_placements", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_block_placements_trajectory_id"), ["trajectory_id"], unique=False
        )

    op.create_table(
        "conversations",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("type_id", sa.Uuid(), nullable=False),
        sa.Column(
            "hat",
            sa.Enum(
                "coach",
                "evaluate",
                "peers",
                "programme",
                "institute",
                name="hat",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("planned", "held", "not_held", name="conversationstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "not_held_cause",
            sa.Enum("workplace", "student", "other", name="notheldcause", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_conversations_minutes")),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_conversations_trajectory_id")
        ),
        sa.ForeignKeyConstraint(
            ["type_id"], ["conversation_types.id"], name=op.f("fk_conversations_type_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversations_starts_at"), ["starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversations_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "trajectory_roles",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "coach",
                "class_mentor",
                "school_mentor",
                "assessor",
                "institute_supervisor",
                "head_teacher",
                "confidential_adviser",
                "other",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_trajectory_roles_person_id")),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_trajectory_roles_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trajectory_roles")),
        sa.UniqueConstraint(
            "trajectory_id", "person_id", "role", name=op.f("uq_trajectory_roles_trajectory_id")
        ),
    )
    with op.batch_alter_table("trajectory_roles", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_trajectory_roles_trajectory_id"), ["trajectory_id"], unique=False
        )

    op.create_table(
        "agenda_items",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_agenda_items_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
        sa.UniqueConstraint("conversation_id", "position", name=op.f("uq_agenda_items_conversation_id")),
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_items_conversation_id"), ["conversation_id"], unique=False
        )

    op.create_table(
        "agreements",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column(
            "party",
            sa.Enum("student", "workplace", "institute", name="party", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "done", "dropped", name="agreementstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_agreements_conversation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_agreements_person_id")),
        sa.ForeignKeyConstraint(
            ["trajectory_id"], ["trajectories.id"], name=op.f("fk_agreements_trajectory_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
    )
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreements_conversation_id"), ["conversation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreements_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "conversation_participants",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_conversation_participants_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_conversation_participants_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_participants")),
        sa.UniqueConstraint(
            "conversation_id", "person_id", name=op.f("uq_conversation_participants_conversation_id")
        ),
    )
    with op.batch_alter_table("conversation_participants", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_conversation_participants_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_conversation_participants_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "rounds",
        sa.Column("trajectory_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("start", "midterm", "final", name="roundkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("focus", sa.JSON(), nullable=False),
        sa.Column("perspectives", sa.JSON(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("revealed_at", sa.DateTime(), nullable=True),
        sa.Column("reveal_reason", sa.Text(), nullable=False),
        sa.Column("finalised_at", sa.DateTime(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_rounds_conversation_id")
        ),
        sa.ForeignKeyConstraint(["trajectory_id"], ["trajectories.id"], name=op.f("fk_rounds_trajectory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("trajectory_id", "number", name=op.f("uq_rounds_trajectory_id")),
    )
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rounds_trajectory_id"), ["trajectory_id"], unique=False)

    op.create_table(
        "agreed",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "strand",
            sa.Enum("student_part", "workplace_part", name="strand", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "not_yet_scored",
                "level",
                "not_observed",
                "no_opportunity",
                name="markkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("difference_stands", sa.Boolean(), nullable=False),
        sa.Column("positions", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(kind = 'level') = (level is not null)", name=op.f("ck_agreed_level_or_not")),
        sa.ForeignKeyConstraint(["criterion_id"], ["criteria.id"], name=op.f("fk_agreed_criterion_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_agreed_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed")),
        sa.UniqueConstraint("round_id", "criterion_id", "strand", name=op.f("uq_agreed_round_id")),
    )
    with op.batch_alter_table("agreed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreed_round_id"), ["round_id"], unique=False)

    op.create_table(
        "round_reports",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("strong", sa.Text(), nullable=False),
        sa.Column("grown", sa.Text(), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("student_response", sa.Text(), nullable=False),
        sa.Column("no_response", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_round_reports_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_reports")),
        sa.UniqueConstraint("round_id", name=op.f("uq_round_reports_round_id")),
    )
    op.create_table(
        "sheets",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column(
            "perspective",
            sa.Enum("student", "workplace", "institute", name="perspective", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "strand",
            sa.Enum("student_part", "workplace_part", name="strand", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column(
            "collected",
            sa.Enum("own_screen", "paper", "typed_for", name="collected", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("collected_on", sa.Date(), nullable=True),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("ready_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_sheets_author_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_sheets_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheets")),
        sa.UniqueConstraint("round_id", "perspective", "strand", name=op.f("uq_sheets_round_id")),
    )
    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sheets_round_id"), ["round_id"], unique=False)

    op.create_table(
        "scores",
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "not_yet_scored",
                "level",
                "not_observed",
                "no_opportunity",
                name="markkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "observed",
                "portfolio",
                "conversation",
                "told_by_others",
                name="source",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(kind = 'level') = (level is not null)", name=op.f("ck_scores_level_or_not")),
        sa.ForeignKeyConstraint(["criterion_id"], ["criteria.id"], name=op.f("fk_scores_criterion_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheets.id"], name=op.f("fk_scores_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scores")),
        sa.UniqueConstraint("sheet_id", "criterion_id", name=op.f("uq_scores_sheet_id")),
    )
    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scores_sheet_id"), ["sheet_id"], unique=False)


def downgrade() -> None:
    """Take the tables back."""

    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_scores_sheet_id"))

    op.drop_table("scores")
    with op.batch_alter_table("sheets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sheets_round_id"))

    op.drop_table("sheets")
    op.drop_table("round_reports")
    with op.batch_alter_table("agreed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreed_round_id"))

    op.drop_table("agreed")
    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rounds_trajectory_id"))

    op.drop_table("rounds")
    with op.batch_alter_table("conversation_participants", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversation_participants_person_id"))
        batch_op.drop_index(batch_op.f("ix_conversation_participants_conversation_id"))

    op.drop_table("conversation_participants")
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreements_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_agreements_conversation_id"))

    op.drop_table("agreements")
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_items_conversation_id"))

    op.drop_table("agenda_items")
    with op.batch_alter_table("trajectory_roles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trajectory_roles_trajectory_id"))

    op.drop_table("trajectory_roles")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversations_trajectory_id"))
        batch_op.drop_index(batch_op.f("ix_conversations_starts_at"))

    op.drop_table("conversations")
    with op.batch_alter_table("block_placements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_block_placements_trajectory_id"))

    op.drop_table("block_placements")
    with op.batch_alter_table("trajectories", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trajectories_student_id"))
        batch_op.drop_index(batch_op.f("ix_trajectories_state"))

    op.drop_table("trajectories")
    with op.batch_alter_table("tips", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tips_criterion_id"))

    op.drop_table("tips")
    op.drop_table("profile")
    op.drop_table("level_texts")
    with op.batch_alter_table("indicators", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicators_criterion_id"))

    op.drop_table("indicators")
    with op.batch_alter_table("coaching_questions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coaching_questions_criterion_id"))

    op.drop_table("coaching_questions")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_sort_name"))

    op.drop_table("people")
    op.drop_table("levels")
    op.drop_table("criteria")
    with op.batch_alter_table("agenda_template_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_template_items_type_id"))

    op.drop_table("agenda_template_items")
    op.drop_table("organisations")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_transaction_id"))
        batch_op.drop_index("ix_journal_record")

    op.drop_table("journal")
    op.drop_table("criteria_sets")
    op.drop_table("conversation_types")
