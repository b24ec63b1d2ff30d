"""The nine criteria as versioned data: scale, level texts, indicators, questions and tips, in every language."""

from __future__ import annotations

import enum
import uuid
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.words import Words

FEWEST_LEVELS = 3
MOST_LEVELS = 5


class Strand(enum.Enum):
    """The two strands of every criterion (2.1): what is in the student's hands, and in the workplace's."""

    STUDENT_PART = "student_part"
    WORKPLACE_PART = "workplace_part"


class Weight(enum.Enum):
    """In whose hands a criterion mostly is."""

    STUDENT = "student"
    WORKPLACE = "workplace"
    SHARED = "shared"


class CriteriaSet(Record):
    """One version of a set of criteria with its scale; frozen once written (R13).

    `level_count` is 3–5. `expected_level` is what may reasonably be expected now (R3); what lies below it on the
    workplace's part puts the student's low level under reservation (R8).
    """

    __tablename__ = "criteria_sets"
    __table_args__ = (
        UniqueConstraint("key", "edition"),
        CheckConstraint("level_count between 3 and 5", name="level_count"),
    )
    immutable: ClassVar[bool] = True

    key: Mapped[str]
    edition: Mapped[str]
    name: Mapped[Words]
    level_count: Mapped[int]
    expected_level: Mapped[int]


class Level(Record):
    """The word of one level in one strand: `3 Bereikt`, `3 Op orde`."""

    __tablename__ = "levels"
    __table_args__ = (UniqueConstraint("criteria_set_id", "strand", "level"),)
    immutable: ClassVar[bool] = True

    criteria_set_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria_sets.id"))
    strand: Mapped[Strand]
    level: Mapped[int]
    label: Mapped[Words]


class Criterion(Record):
    """One success criterion. `reading_hint` warns against reading it upside down (R11, C2)."""

    __tablename__ = "criteria"
    __table_args__ = (UniqueConstraint("criteria_set_id", "code"),)
    immutable: ClassVar[bool] = True

    criteria_set_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria_sets.id"))
    position: Mapped[int]
    code: Mapped[str]
    key: Mapped[str]
    weight: Mapped[Weight]
    name: Mapped[Words]
    description: Mapped[Words]
    reading_hint: Mapped[Words] = mapped_column(default_factory=dict)


class LevelText(Record):
    """What one level of one criterion looks like in one strand."""

    __tablename__ = "level_texts"
    __table_args__ = (UniqueConstraint("criterion_id", "strand", "level"),)
    immutable: ClassVar[bool] = True

    criterion_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria.id"))
    strand: Mapped[Strand]
    level: Mapped[int]
    text: Mapped[Words]


class Indicator(Record):
    """Something to look at, in one strand of a criterion."""

    __tablename__ = "indicators"
    immutable: ClassVar[bool] = True

    criterion_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria.id"), index=True)
    position: Mapped[int]
    strand: Mapped[Strand]
    text: Mapped[Words]


class CoachingQuestion(Record):
    """A question that opens a conversation about a criterion."""

    __tablename__ = "coaching_questions"
    immutable: ClassVar[bool] = True

    criterion_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria.id"), index=True)
    position: Mapped[int]
    text: Mapped[Words]


class Tip(Record):
    """A piece of help for one audience (mentor, student) in one situation (new, more, apply, solve, change)."""

    __tablename__ = "tips"
    immutable: ClassVar[bool] = True

    criterion_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria.id"), index=True)
    position: Mapped[int]
    audience: Mapped[str]
    situation: Mapped[str]
    text: Mapped[Words]


def check_level_count(level_count: int) -> None:
    """Refuse a scale of fewer than 3 or more than 5 levels (2.2)."""
    if not FEWEST_LEVELS <= level_count <= MOST_LEVELS:
        raise refused("level_count", field="level_count", fewest=FEWEST_LEVELS, most=MOST_LEVELS)


def check_same_set(*, trajectory_set: uuid.UUID, wanted_set: uuid.UUID, closed: bool) -> None:
    """R13: a running trajectory keeps its version of the criteria; refused with `criteria_set_fixed`."""
    if trajectory_set != wanted_set and not closed:
        raise refused("criteria_set_fixed", field="criteria_set")
