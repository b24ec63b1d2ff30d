"""The growth plan of a concern track: facts, three columns, and at most three goals with support and date."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused

MOST_GOALS: Final = 3
#: Growth needs time before it can be shown in the last round (domain.md 4).
LEAST_WEEKS: Final = 6
_DAYS_OF_A_WEEK = 7
_REVIEW_WITHOUT_LAST_ROUND = timedelta(weeks=3)
_SATURDAY = 5


class GoalOutcome(enum.Enum):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    DROPPED = "dropped"


class GrowthPlan(Record):
    """One growth plan in one trajectory; people make it, the program never does (P17).

    `facts` are what was seen, dated; the three columns say what lies with the student, the workplace and the
    institute. `informed` names who was told and when; `told_on` is when the student was. `in_report` puts goals,
    support and outcome into the final report, with the student's knowledge only (6.2). `closed_on` ends the plan,
    with `closing` as its last words.
    """

    __tablename__ = "growth_plans"

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id"), default=None, index=True
    )
    made_on: Mapped[date]
    facts: Mapped[str] = mapped_column(default="")
    with_student: Mapped[str] = mapped_column(default="")
    with_workplace: Mapped[str] = mapped_column(default="")
    with_institute: Mapped[str] = mapped_column(default="")
    informed: Mapped[str] = mapped_column(default="")
    told_on: Mapped[date | None] = mapped_column(default=None)
    review_on: Mapped[date | None] = mapped_column(default=None)
    in_report: Mapped[bool] = mapped_column(default=False)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    closing: Mapped[str] = mapped_column(default="")


class GrowthGoal(Record):
    """One goal of a growth plan: what, with whose support, by when, and what follows if it does not work out."""

    __tablename__ = "growth_goals"

    plan_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("growth_plans.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    consequence: Mapped[str] = mapped_column(default="")
    outcome: Mapped[GoalOutcome] = mapped_column(default=GoalOutcome.OPEN)
    outcome_on: Mapped[date | None] = mapped_column(default=None)
    outcome_words: Mapped[str] = mapped_column(default="")


class PlanPart(enum.Enum):
    """A text of a plan, by the name of its column."""

    FACTS = "facts"
    WITH_STUDENT = "with_student"
    WITH_WORKPLACE = "with_workplace"
    WITH_INSTITUTE = "with_institute"
    INFORMED = "informed"
    CLOSING = "closing"


class PlanDay(enum.Enum):
    """A day of a plan that may be missing, by the name of its column."""

    TOLD_ON = "told_on"
    REVIEW_ON = "review_on"


class GoalPart(enum.Enum):
    """A text of a goal, by the name of its column."""

    TEXT = "text"
    SUPPORT = "support"
    CONSEQUENCE = "consequence"
    OUTCOME_WORDS = "outcome_words"


class GoalDay(enum.Enum):
    """A day of a goal that may be missing, by the name of its column."""

    DUE_ON = "due_on"
    OUTCOME_ON = "outcome_on"


#: Of a plan that is closed these can still be written.
PARTS_AFTER_CLOSING: Final = frozenset({PlanPart.CLOSING, PlanPart.INFORMED})


@dataclass(frozen=True, kw_only=True)
class TimeLeft:
    """How long there is, from a day on, until the last round; `number` is that of the round, None for a talk only."""

    last_on: date
    number: int | None
    days: int

    @property
    def weeks(self) -> int:
        """Whole weeks; 0 when it is over too."""
        return max(self.days, 0) // _DAYS_OF_A_WEEK

    @property
    def is_over(self) -> bool:
        """Whether the last round was before that day."""
        return self.days < 0

    @property
    def is_enough(self) -> bool:
        """Whether growth can still be shown: at least six weeks (domain.md 4)."""
        return self.days >= LEAST_WEEKS * _DAYS_OF_A_WEEK


def weeks_to_last_round(last_on: date, *, from_on: date, number: int | None = None) -> TimeLeft:
    """How long there is from a day until the last round, or the final talk when there is no round yet."""
    return TimeLeft(last_on=last_on, number=number, days=(last_on - from_on).days)


def proposed_review(made_on: date, *, last_on: date | None) -> date:
    """The day on which one looks back, as proposed: halfway to the last round, never in a week-end.

    Without a last round, or when it is over: three weeks on.
    """
    if last_on is None or last_on <= made_on:
        day = made_on + _REVIEW_WITHOUT_LAST_ROUND
    else:
        day = made_on + (last_on - made_on) / 2
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def check_room_for_goal(count: int) -> None:
    """A plan has at most three goals: more is no plan but a list. Raises `DomainError` (`too_many_goals`)."""
    if count >= MOST_GOALS:
        raise refused("too_many_goals", field="goals", most=MOST_GOALS)


def check_open(plan: GrowthPlan) -> None:
    """What was closed stays as it is, until it is opened again. Raises `DomainError` (`plan_closed`)."""
    if plan.closed_on is not None:
        raise refused("plan_closed")
