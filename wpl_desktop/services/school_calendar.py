"""The two calendars of a school year and who is at the workplace on which day."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.people import Person
from wpl_desktop.domain.school_year import (
    CalendarSide,
    LessonHour,
    PeriodKind,
    Stretch,
    YearPlan,
    closed_days,
    days_of,
    days_of_kind,
)
from wpl_desktop.domain.suggestions import LONGEST_NOTICE, usual_ready_by
from wpl_desktop.domain.trajectories import BlockPlacement, PresencePeriod, Trajectory, is_at_workplace
from wpl_desktop.domain.words import Words
from wpl_desktop.services.holiday_sets import kind_words
from wpl_desktop.services.new_school_year import NewSchoolYear
from wpl_desktop.services.rhythms import (
    Rhythm,
    names_of,
    rhythms_of,
    runs_between,
    shared_rhythms,
    students_between,
)
from wpl_desktop.services.school_years import SchoolYears
from wpl_desktop.services.talk_rows import StudentName
from wpl_desktop.services.year_plans import year_plans
from wpl_desktop.storage.database import Database

#: More of one day are only counted: nobody reads their names.
MOST_NAMED: Final = 24
_DAY: Final = timedelta(days=1)


class Elsewhere(enum.Enum):
    """Why nobody is at the workplace on a day."""

    INSTITUTE = "institute"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    EXAMS = "exams"
    RETURN_DAY = "return_day"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class Band:
    """A stretch of days to show above an agenda.

    `students` are the call names of whose it is, empty when it is everybody's.
    """

    kind: PeriodKind
    side: CalendarSide
    name: Words
    starts_on: date
    ends_on: date
    students: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DayPresence:
    """How many are at the workplace on one day, by name as long as they are a handful; nobody: where they are."""

    count: int
    at_workplace: tuple[StudentName, ...]
    elsewhere: Elsewhere | None


@dataclass(frozen=True, kw_only=True)
class LessonHourRow:
    """An hour that the owner teaches each week; minutes since midnight."""

    id: uuid.UUID
    version: int
    weekday: int
    from_minute: int
    to_minute: int
    label: str


@dataclass(frozen=True, kw_only=True)
class CalendarWeek:
    """What stands around the talks of a week: who is there, what lasts for days, and own lessons."""

    presence: Mapping[date, DayPresence]
    bands: Sequence[Band]
    lessons: Sequence[LessonHourRow]


@dataclass(frozen=True, kw_only=True)
class Days:
    """What the calendars say of some days: closed ones, those that lead to the first day of a year, return days."""

    closed: Mapping[date, Words]
    summers: tuple[tuple[date, date], ...]
    return_days: Collection[date]
    exams: Collection[date]

    def is_open_for(self, day: date, *, starts_on: date) -> bool:
        """Whether a student is at all expected at the workplace on a day.

        A trajectory that starts before the first day of school, with the team, is not held up by the summer holiday.
        """
        if day in self.return_days:
            return False
        return day not in self.closed or any(
            first <= starts_on <= day <= last for first, last in self.summers
        )


class SchoolCalendar:
    """Reads the calendars of school years and tells who is where on which day.

    `years` changes them; `new_year` is the step into the next one.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.years = SchoolYears(database)
        self.new_year = NewSchoolYear(database)

    def bands(self, first: date, last: date) -> list[Band]:
        """Everything that lasts for days between two days: both calendars, blocks and other rhythms, earliest first.

        A block placement or rhythm that several have is one band.
        """
        with self._database.reading() as session:
            return _bands(session, year_plans(session, first, last), first=first, last=last)

    def presence(self, first: date, last: date) -> dict[date, DayPresence]:
        """Of each day between two days who is at the workplace, at most `MOST_NAMED` by name; few queries."""
        with self._database.reading() as session:
            return _presence(session, year_plans(session, first, last), first=first, last=last)

    def week(self, first: date, last: date) -> CalendarWeek:
        """All that stands around the talks of a week, read at once."""
        with self._database.reading() as session:
            plans = year_plans(session, first, last)
            return CalendarWeek(
                presence=_presence(session, plans, first=first, last=last),
                bands=_bands(session, plans, first=first, last=last),
                lessons=lesson_hours(session),
            )

    def students(self, first: date, last: date) -> list[tuple[StudentName, Rhythm]]:
        """Who has a trajectory that is going on between two days, by name, with what differs from the fixed days."""
        with self._database.reading() as session:
            return students_between(session, first, last)

    def usual_ready_by(self, held_on: date) -> date:
        """When everybody should be ready for a talk on this day, unless another day was agreed (milestone b)."""
        with self._database.reading() as session:
            return usual_ready_by(held_on, free=free_days(session, held_on - LONGEST_NOTICE, held_on))

    def lesson_hours(self) -> list[LessonHourRow]:
        """The hours that the owner teaches each week, from Monday on."""
        with self._database.reading() as session:
            return lesson_hours(session)


def lesson_hours(session: Session) -> list[LessonHourRow]:
    """The hours that the owner teaches each week, from Monday on."""
    rows = session.execute(
        select(
            LessonHour.id,
            LessonHour.version,
            LessonHour.weekday,
            LessonHour.from_minute,
            LessonHour.to_minute,
            LessonHour.label,
        ).order_by(LessonHour.weekday, LessonHour.from_minute)
    )
    return [
        LessonHourRow(
            id=row.id,
            version=row.version,
            weekday=row.weekday,
            from_minute=row.from_minute,
            to_minute=row.to_minute,
            label=row.label,
        )
        for row in rows
    ]


def closed_on(session: Session, first: date, last: date) -> dict[date, Words]:
    """The days between two days on which the school is closed, with what for, in order."""
    return closed_days(periods_between(session, first, last), first, last)


def free_days(session: Session, first: date, last: date) -> frozenset[date]:
    """The days between two days on which the school is closed inside a school year: no working days.

    In summer, between two years, the calendar of working days is as always.
    """
    days = days_between(session, first, last)
    return frozenset(
        day for day in days.closed if not any(begins <= day <= ends for begins, ends in days.summers)
    )


def exam_days(session: Session, first: date, last: date) -> set[date]:
    """The days between two days on which the institute has exams."""
    return days_of_kind(periods_between(session, first, last), PeriodKind.EXAMS, first, last)


def days_at_workplace(
    session: Session,
    trajectory_ids: Collection[uuid.UUID],
    first: date,
    last: date,
    *,
    days: Days | None = None,
) -> dict[uuid.UUID, set[date]]:
    """Of each trajectory the days between two days on which the student is at the workplace.

    Inside the trajectory; closed days and return days are left out. A fixed number of queries, fewer for who has
    read what the calendars say of these `days`.
    """
    days = days or days_between(session, first, last)
    rhythms = rhythms_of(session, trajectory_ids, first=first, last=last)
    return {
        trajectory_id: set(_present_days(rhythm, days, first=first, last=last))
        for trajectory_id, rhythm in rhythms.items()
    }


def days_between(session: Session, first: date, last: date) -> Days:
    """What both calendars say of the days between two days."""
    return _days(year_plans(session, first, last), first=first, last=last)


def periods_between(session: Session, first: date, last: date) -> list[Stretch]:
    """The periods of both calendars that have a day between two days, kept or computed, earliest first."""
    return _periods(year_plans(session, first, last), first=first, last=last)


def _days(plans: Sequence[YearPlan], *, first: date, last: date) -> Days:
    periods = [period for plan in plans for period in plan.periods]
    return Days(
        closed=closed_days(periods, first, last),
        summers=tuple((period.starts_on, period.ends_on) for plan in plans for period in plan.summer()),
        return_days=days_of_kind(periods, PeriodKind.RETURN_DAY, first, last),
        exams=days_of_kind(periods, PeriodKind.EXAMS, first, last),
    )


def _periods(plans: Sequence[YearPlan], *, first: date, last: date) -> list[Stretch]:
    found = [
        period
        for plan in plans
        for period in plan.periods
        if period.starts_on <= last and period.ends_on >= first
    ]
    return sorted(found, key=lambda period: (period.starts_on, -period.ends_on.toordinal()))


def _bands(session: Session, plans: Sequence[YearPlan], *, first: date, last: date) -> list[Band]:
    found = [
        Band(
            kind=period.kind,
            side=period.side,
            name=period.name,
            starts_on=period.starts_on,
            ends_on=period.ends_on,
        )
        for period in _periods(plans, first=first, last=last)
    ]
    own = _own_bands(session, first, last)
    return sorted((*found, *own), key=lambda band: (band.starts_on, -band.ends_on.toordinal()))


def _presence(
    session: Session, plans: Sequence[YearPlan], *, first: date, last: date
) -> dict[date, DayPresence]:
    days = _days(plans, first=first, last=last)
    shared = shared_rhythms(session, first, last)
    there: dict[date, list[str]] = {day: [] for day in _each(first, last)}
    for rhythm, keys in shared.items():
        for day in _present_days(rhythm, days, first=first, last=last):
            there[day].extend(keys)
    handfuls = (keys for keys in there.values() if len(keys) <= MOST_NAMED)
    named = {key for keys in handfuls for key in keys}
    names = names_of(session, named) if named else {}
    return {
        day: DayPresence(
            count=len(keys),
            # By name already, so each day's names are too.
            at_workplace=tuple(name for key, name in names.items() if key in keys)
            if len(keys) <= MOST_NAMED
            else (),
            elsewhere=None if keys else _elsewhere(day, days, shared),
        )
        for day, keys in there.items()
    }


def _each(first: date, last: date) -> Iterable[date]:
    return days_of(first, last, first=first, last=last)


def _present_days(rhythm: Rhythm, days: Days, *, first: date, last: date) -> tuple[date, ...]:
    """The days between two days on which somebody with this rhythm is at the workplace."""
    return tuple(
        day
        for day in days_of(rhythm.starts_on, rhythm.ends_on, first=first, last=last)
        if is_at_workplace(day, weekdays=rhythm.weekdays, blocks=rhythm.blocks, presence=rhythm.presence)
        and days.is_open_for(day, starts_on=rhythm.starts_on)
    )


def _elsewhere(day: date, days: Days, rhythms: Iterable[Rhythm]) -> Elsewhere:
    """Where everybody is on a day on which nobody is at the workplace."""
    if day.isoweekday() > 5:
        return Elsewhere.WEEKEND
    if day in days.closed:
        return Elsewhere.HOLIDAY
    if not any(rhythm.starts_on <= day <= rhythm.ends_on for rhythm in rhythms):
        return Elsewhere.NOBODY
    if day in days.return_days:
        return Elsewhere.RETURN_DAY
    return Elsewhere.EXAMS if day in days.exams else Elsewhere.INSTITUTE


def _own_bands(session: Session, first: date, last: date) -> list[Band]:
    """Block placements and other rhythms of running trajectories, one band for all who have the same."""
    shared: dict[tuple[PeriodKind, str, date, date], dict[str, str]] = {}
    key = cast(Trajectory.id, Text)
    for kind, table, label in (
        (PeriodKind.BLOCK_PLACEMENT, BlockPlacement, BlockPlacement.name),
        (PeriodKind.PRESENCE, PresencePeriod, PresencePeriod.label),
    ):
        for band_name, starts_on, ends_on, trajectory, call_name, name in session.execute(
            select(label, table.starts_on, table.ends_on, key, Person.call_name, Person.name)
            .join(Trajectory, Trajectory.id == table.trajectory_id)
            .join(Person, Person.id == Trajectory.student_id)
            .where(runs_between(first, last), table.starts_on <= last, table.ends_on >= first)
            .order_by(Person.sort_name, Trajectory.id)
        ):
            having = shared.setdefault((kind, band_name, starts_on, ends_on), {})
            having[trajectory] = call_name or name
    if not shared:
        return []
    running = session.scalar(select(func.count()).where(runs_between(first, last)))
    return [
        Band(
            kind=kind,
            side=CalendarSide.ACADEMIC if kind is PeriodKind.BLOCK_PLACEMENT else CalendarSide.SCHOOL,
            name={"nl": name, "en": name} if name else kind_words(kind),
            starts_on=starts_on,
            ends_on=ends_on,
            students=() if len(having) == running else tuple(having.values()),
        )
        for (kind, name, starts_on, ends_on), having in shared.items()
    ]
