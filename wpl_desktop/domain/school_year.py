"""A school year as data: the calendar of the school, that of the institute, and the mentor's own lesson hours."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.words import Words


class HolidaySet(enum.Enum):
    """Whose holidays a school keeps: those of Flanders, or of one of the three regions of the Netherlands."""

    FLANDERS = "flanders"
    NETHERLANDS_NORTH = "netherlands_north"
    NETHERLANDS_MIDDLE = "netherlands_middle"
    NETHERLANDS_SOUTH = "netherlands_south"


class CalendarSide(enum.Enum):
    """The two calendars that run side by side (section 4): that of the school and the academic one."""

    SCHOOL = "school"
    ACADEMIC = "academic"


class PeriodKind(enum.Enum):
    """What a stretch of days is in a calendar.

    The last two are no rows of a calendar: they are a student's own, and are shown beside them.
    """

    HOLIDAY = "holiday"
    PUBLIC_HOLIDAY = "public_holiday"
    FREE = "free"
    STAFF = "staff"
    TERM = "term"
    EXAMS = "exams"
    RETURN_DAY = "return_day"
    TRIALOGUES = "trialogues"
    OTHER = "other"
    BLOCK_PLACEMENT = "block_placement"
    PRESENCE = "presence"


class SchoolYear(Record):
    """One school year whose calendars are rows now; before that they are computed from the holiday set.

    `first_year` is 2025 for 2025-26. The school counts from `starts_on`, the institute from `academic_starts_on`.
    """

    __tablename__ = "school_years"

    first_year: Mapped[int] = mapped_column(unique=True)
    holiday_set: Mapped[HolidaySet]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    academic_starts_on: Mapped[date]
    academic_ends_on: Mapped[date]


class CalendarPeriod(Record):
    """A stretch of days in one of the two calendars, first and last day included.

    `name` is the same in both languages when somebody typed it.
    """

    __tablename__ = "calendar_periods"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="ends_on"),
        Index("ix_calendar_periods_days", "starts_on", "ends_on"),
    )

    school_year_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("school_years.id"), index=True)
    side: Mapped[CalendarSide]
    kind: Mapped[PeriodKind]
    name: Mapped[Words]
    starts_on: Mapped[date]
    ends_on: Mapped[date]


class LessonHour(Record):
    """An hour that the owner of the profile teaches each week; planning goes around it.

    `weekday` is the ISO day; `from_minute` and `to_minute` count from midnight.
    """

    __tablename__ = "lesson_hours"
    __table_args__ = (CheckConstraint("to_minute > from_minute", name="to_minute"),)

    weekday: Mapped[int]
    from_minute: Mapped[int]
    to_minute: Mapped[int]
    label: Mapped[str] = mapped_column(default="")


#: What each calendar can have, in the order in which it is offered.
KINDS_OF: Final = {
    CalendarSide.SCHOOL: (
        PeriodKind.HOLIDAY,
        PeriodKind.PUBLIC_HOLIDAY,
        PeriodKind.FREE,
        PeriodKind.STAFF,
        PeriodKind.TERM,
        PeriodKind.OTHER,
    ),
    CalendarSide.ACADEMIC: (
        PeriodKind.RETURN_DAY,
        PeriodKind.EXAMS,
        PeriodKind.TRIALOGUES,
        PeriodKind.HOLIDAY,
        PeriodKind.TERM,
        PeriodKind.OTHER,
    ),
}
#: In these the school is closed. On a staff day the team is there, and a student is one of the team.
CLOSING: Final = frozenset({PeriodKind.HOLIDAY, PeriodKind.PUBLIC_HOLIDAY, PeriodKind.FREE})
#: Minutes of a day, which an hour may not go beyond.
DAY_MINUTES: Final = 24 * 60


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Days of one of the two calendars, first and last included; without `id` they are computed, not kept."""

    side: CalendarSide
    kind: PeriodKind
    name: Words
    starts_on: date
    ends_on: date
    id: uuid.UUID | None = None
    version: int = 0

    @property
    def closes(self) -> bool:
        """Whether the school is closed in it."""
        return self.side is CalendarSide.SCHOOL and self.kind in CLOSING


@dataclass(frozen=True, kw_only=True)
class YearPlan:
    """One school year with both calendars, computed or kept.

    `holiday_set` None: the Netherlands, and nobody said which region. `is_known` False: nobody fixed the holidays of
    this year yet, so there are only public ones.
    """

    first_year: int
    holiday_set: HolidaySet | None
    starts_on: date
    ends_on: date
    academic_starts_on: date
    academic_ends_on: date
    periods: tuple[Stretch, ...]
    is_kept: bool = False
    is_known: bool = True
    version: int = 0

    def summer(self) -> Iterator[Stretch]:
        """The holidays after the last day of school, which lead to the next year."""
        return (period for period in self.periods if period.closes and period.starts_on > self.ends_on)


def days_of(starts_on: date, ends_on: date, *, first: date, last: date) -> Iterator[date]:
    """The days of a period that lie between two days, all of them included."""
    day, end = max(starts_on, first), min(ends_on, last)
    while day <= end:
        yield day
        day += timedelta(days=1)


def closed_days(periods: Iterable[Stretch], first: date, last: date) -> dict[date, Words]:
    """The days between two days on which the school is closed, with what for; weekends only inside a holiday.

    Where two periods overlap, the longer one names the day.
    """
    found: dict[date, Words] = {}
    closing = [period for period in periods if period.closes]
    for period in sorted(closing, key=lambda one: one.ends_on - one.starts_on):
        for day in days_of(period.starts_on, period.ends_on, first=first, last=last):
            found[day] = period.name
    return dict(sorted(found.items()))


def days_of_kind(periods: Iterable[Stretch], kind: PeriodKind, first: date, last: date) -> set[date]:
    """The days between two days that lie in a period of one kind."""
    return {
        day
        for period in periods
        if period.kind is kind
        for day in days_of(period.starts_on, period.ends_on, first=first, last=last)
    }


def check_stretch(wanted: Stretch, *, others: Iterable[Stretch]) -> None:
    """Refuse an end before the start, and days that a period of the same kind and name has already.

    Raises `DomainError` (`period_reversed`, `period_twice`), both at `ends_on`.
    """
    if wanted.ends_on < wanted.starts_on:
        raise refused("period_reversed", field="ends_on")
    for other in others:
        is_same = (other.side, other.kind, other.name) == (wanted.side, wanted.kind, wanted.name)
        is_itself = wanted.id is not None and other.id == wanted.id
        if (
            is_same
            and not is_itself
            and other.starts_on <= wanted.ends_on
            and wanted.starts_on <= other.ends_on
        ):
            raise refused("period_twice", field="ends_on", first=other.starts_on, last=other.ends_on)


def check_year(starts_on: date, ends_on: date, *, field: str) -> None:
    """Refuse a year that ends before it begins (`period_reversed`)."""
    if ends_on <= starts_on:
        raise refused("period_reversed", field=field)


def check_hour(weekday: int, from_minute: int, to_minute: int) -> None:
    """Refuse an hour without end, or on no day of the week (`ends_before_start`, `weekday_unknown`)."""
    if weekday not in range(1, 8):
        raise refused("weekday_unknown", field="weekday")
    if not 0 <= from_minute < to_minute <= DAY_MINUTES:
        raise refused("ends_before_start", field="to")
