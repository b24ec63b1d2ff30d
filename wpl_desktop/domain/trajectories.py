"""The trajectory: one student at one workplace for one period; everything else hangs on it."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import Party


class TrajectoryKind(enum.Enum):
    """The status of the learner; `in_service_trainee` is the LIO, which differs in Flanders and the Netherlands."""

    STUDENT = "student"
    IN_SERVICE_TRAINEE = "in_service_trainee"
    STARTER = "starter"
    CAREER_CHANGER = "career_changer"


class AssessmentMode(enum.Enum):
    """`shared`: three perspectives evaluate together; `separated`: coach and assessor are kept apart (0.1)."""

    SHARED = "shared"
    SEPARATED = "separated"


class TrajectoryState(enum.Enum):
    """Whether the trajectory is going on."""

    RUNNING = "running"
    CLOSED = "closed"


class Role(enum.Enum):
    """What somebody does in one trajectory; several people may have the same role."""

    COACH = "coach"
    CLASS_MENTOR = "class_mentor"
    SCHOOL_MENTOR = "school_mentor"
    ASSESSOR = "assessor"
    INSTITUTE_SUPERVISOR = "institute_supervisor"
    HEAD_TEACHER = "head_teacher"
    CONFIDENTIAL_ADVISER = "confidential_adviser"
    OTHER = "other"


#: Who coaches at the workplace: the slot that is called mentor, werkplekbegeleider or werkbegeleider.
COACHING_ROLES = (Role.COACH, Role.CLASS_MENTOR, Role.SCHOOL_MENTOR)


class Trajectory(Record):
    """One student at one workplace for one period (normally a school year).

    `phase` is the year of the programme, 1–3 or more, None outside a programme; levels are relative to it (R3).
    `weekdays` are the ISO days (1 Monday … 7 Sunday) at the workplace. `criteria_set_id` stays the same until
    the trajectory is closed (R13). `notice_given_on` is when the privacy notice was handed over (P02, P03).
    """

    __tablename__ = "trajectories"

    student_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("people.id"), index=True)
    workplace_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    institute_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"), default=None)
    criteria_set_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria_sets.id"))
    kind: Mapped[TrajectoryKind] = mapped_column(default=TrajectoryKind.STUDENT)
    programme: Mapped[str] = mapped_column(default="")
    phase: Mapped[int | None] = mapped_column(default=None)
    class_names: Mapped[str] = mapped_column(default="")
    student_number: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    weekdays: Mapped[list[int]] = mapped_column(default_factory=list[int])
    assessment_mode: Mapped[AssessmentMode] = mapped_column(default=AssessmentMode.SHARED)
    state: Mapped[TrajectoryState] = mapped_column(default=TrajectoryState.RUNNING, index=True)
    notice_given_on: Mapped[date | None] = mapped_column(default=None)


class TrajectoryRole(Record):
    """Somebody's role in one trajectory."""

    __tablename__ = "trajectory_roles"
    __table_args__ = (UniqueConstraint("trajectory_id", "person_id", "role"),)

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role]


class BlockPlacement(Record):
    """Consecutive full-time weeks at the same workplace inside the trajectory."""

    __tablename__ = "block_placements"

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date]


class PresencePeriod(Record):
    """A stretch of a trajectory with another rhythm than its fixed days: a start in August, light presence in January.

    `weekdays` are the ISO days at the workplace in it; none: the student is not there.
    """

    __tablename__ = "presence_periods"

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    label: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    weekdays: Mapped[list[int]] = mapped_column(default_factory=list[int])


@dataclass(frozen=True, kw_only=True)
class Period:
    """A first and a last day, both included."""

    starts_on: date
    ends_on: date

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def check_period(period: Period, *, within: Period | None = None, field: str = "ends_on") -> None:
    """Refuse an end before the start (`period_reversed`) and a block outside the trajectory (`block_outside`)."""
    if period.ends_on < period.starts_on:
        raise refused("period_reversed", field=field)
    if within is not None and not (period.starts_on in within and period.ends_on in within):
        raise refused("block_outside", field=field)


def check_inside_trajectory(day: date, trajectory: Trajectory, *, field: str) -> None:
    """Refuse a day before the first or after the last day of a trajectory (`outside_trajectory`)."""
    if day not in Period(starts_on=trajectory.starts_on, ends_on=trajectory.ends_on):
        raise refused("outside_trajectory", field=field, first=trajectory.starts_on, last=trajectory.ends_on)


def in_next_year(last_day: date, *, first_year: int) -> date:
    """The same day of the school year `first_year` (2026 for 2026-27): 30 June 2026 becomes 30 June 2027."""
    year = first_year + 1 if last_day.month <= 8 else first_year
    try:
        return last_day.replace(year=year)
    except ValueError:
        # 29 February, in a year that has none.
        return last_day.replace(year=year, day=28)


def check_weekdays(weekdays: list[int]) -> list[int]:
    """ISO weekdays in order, without doubles; refused with `weekday_unknown` outside 1–7."""
    if any(day not in range(1, 8) for day in weekdays):
        raise refused("weekday_unknown", field="weekdays")
    return sorted(set(weekdays))


@dataclass(frozen=True, kw_only=True)
class OtherDays(Period):
    """A stretch with another rhythm than the fixed days; no `weekdays`: the student is not there."""

    weekdays: tuple[int, ...]


def is_at_workplace(
    day: date, *, weekdays: Sequence[int], blocks: Sequence[Period], presence: Sequence[OtherDays] = ()
) -> bool:
    """Whether the student is at the workplace, as far as the rhythm goes.

    In block placements from Monday to Friday; else on the days of the first stretch with another rhythm that has the
    day; else on the fixed days.
    """
    if any(day in block for block in blocks):
        return day.isoweekday() <= 5
    for stretch in presence:
        if day in stretch:
            return day.isoweekday() in stretch.weekdays
    return day.isoweekday() in weekdays


def party_of(role: Role) -> Party:
    """The party that a role speaks for."""
    return Party.INSTITUTE if role in {Role.ASSESSOR, Role.INSTITUTE_SUPERVISOR} else Party.WORKPLACE
