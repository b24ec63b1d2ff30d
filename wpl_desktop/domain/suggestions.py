"""The milestones of a year as quiet suggestions (section 4): dismissed with a click, never printed (P17)."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.evaluations import ROUND_OPENS_BEFORE, Mark, Perspective


class SuggestionKind(enum.Enum):
    """Milestones a–d: open a round, who is not ready, a criterion agreed at 1, talks that were not held."""

    OPEN_ROUND = "open_round"
    NOT_READY = "not_ready"
    PLAN_TALK = "plan_talk"
    NOT_HELD = "not_held"


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One quiet line (P17). `detail` tells it from others of its kind, so that this one can be dismissed.

    `criteria` are codes, `missing` who is not ready, `causes` why talks were not held and how often, `day` the day it
    is about.
    """

    kind: SuggestionKind
    trajectory_id: uuid.UUID
    student: str
    detail: str
    round_id: uuid.UUID | None = None
    round_number: int | None = None
    conversation_id: uuid.UUID | None = None
    day: date | None = None
    criteria: tuple[str, ...] = ()
    missing: tuple[Perspective, ...] = ()
    causes: tuple[tuple[NotHeldCause, int], ...] = ()

    @property
    def count(self) -> int:
        """How many talks were not held."""
        return sum(number for _, number in self.causes)


class DismissedSuggestion(Record):
    """A suggestion that was put away; it does not come back (P17)."""

    __tablename__ = "dismissed_suggestions"
    __table_args__ = (UniqueConstraint("trajectory_id", "kind", "detail"),)

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    kind: Mapped[SuggestionKind]
    detail: Mapped[str]


#: Whoever is not ready gets a quiet notice so many working days before the talk (milestone b).
NOTICE_WORKING_DAYS = 3
#: No notice comes earlier than this before its talk: three working days over the longest holiday.
LONGEST_NOTICE = timedelta(weeks=4)
#: No talk about a criterion agreed at 1 within this time: the program asks once (milestone c).
TALK_WITHIN = timedelta(weeks=2)
LOWEST_LEVEL = 1
#: From so many talks in a school year that were not held on, they are worth a look (milestone d).
FEWEST_NOT_HELD = 2


def working_days_before(day: date, count: int, *, free: Collection[date] = ()) -> date:
    """The day that lies `count` working days before `day`; weekends and `free` days are none."""
    found = day
    while count:
        found -= timedelta(days=1)
        if found.isoweekday() <= 5 and found not in free:
            count -= 1
    return found


def usual_ready_by(held_on: date, *, free: Collection[date]) -> date:
    """When everybody should be ready for a talk on this day, unless another day was agreed (milestone b).

    `free` are days on which the school is closed, which are no working days; those of `LONGEST_NOTICE` before it do.
    """
    return working_days_before(held_on, NOTICE_WORKING_DAYS, free=free)


def ready_day(ready_by: date | None, *, held_on: date, free: Collection[date]) -> date:
    """The day by which everybody should be ready: the one that was agreed, or the usual one."""
    return ready_by if ready_by is not None else usual_ready_by(held_on, free=free)


def should_open(talk_on: date, *, today: date, has_round: bool) -> bool:
    """Milestone a: two weeks before a talk that evaluates together there should be a round."""
    return not has_round and talk_on - ROUND_OPENS_BEFORE <= today <= talk_on


def is_due(ready_by: date, *, held_on: date, today: date) -> bool:
    """Milestone b: from the day on which everybody should be ready, until the talk."""
    return ready_by <= today <= held_on


def asks_for_talk(
    agreed: Iterable[tuple[str, Mark]], *, agreed_on: date, talks_on: Collection[date], today: date
) -> tuple[str, ...]:
    """Milestone c: the codes agreed at 1, when two weeks went by without any conversation with the student.

    A conversation that comes later, or is planned, answers the question as well.
    """
    if today <= agreed_on + TALK_WITHIN or any(day > agreed_on for day in talks_on):
        return ()
    return tuple(code for code, mark in agreed if mark.level == LOWEST_LEVEL)


def bears_on_conditions(causes: Iterable[tuple[NotHeldCause, int]]) -> bool:
    """Milestone d: whether enough talks were not held to look at the conditions at the workplace; no guilt."""
    return sum(number for _, number in causes) >= FEWEST_NOT_HELD
