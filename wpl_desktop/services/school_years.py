"""Changing the calendars of a school year and the owner's own lesson hours."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.school_year import (
    CalendarPeriod,
    CalendarSide,
    HolidaySet,
    LessonHour,
    PeriodKind,
    SchoolYear,
    Stretch,
    YearPlan,
    check_hour,
    check_stretch,
    check_year,
)
from wpl_desktop.domain.words import Words
from wpl_desktop.services.holiday_sets import default_year, kind_words
from wpl_desktop.services.unchanged import unchanged
from wpl_desktop.services.year_plans import plans_of
from wpl_desktop.storage.database import Database

#: Longer than any name of a holiday; what is longer does not fit in an agenda.
LONGEST_NAME: Final = 80


@dataclass(frozen=True, kw_only=True)
class PeriodValues:
    """A period as a form gives it; a name without words becomes that of its kind."""

    side: CalendarSide
    kind: PeriodKind
    name: Words
    starts_on: date
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class HourValues:
    """A lesson hour as a form gives it; minutes since midnight."""

    weekday: int
    from_minute: int
    to_minute: int
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class HourKey:
    """A lesson hour as it was shown: a change names the version it is about."""

    id: uuid.UUID
    version: int


class SchoolYears:
    """Reads one school year and changes it; the first change keeps the whole year as rows.

    Each method that changes something is one step for Ctrl+Z.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> int:
        """The school year of today: 2025 for 2025-26."""
        return first_year_of(self._database.clock.local().date())

    def year(self, first_year: int) -> YearPlan:
        """One school year with every period of both calendars."""
        with self._database.reading() as session:
            return plans_of(session, (first_year,))[0]

    def choose_set(self, first_year: int, holiday_set: HolidaySet, *, origin: object = None) -> None:
        """Have the holidays of another country or region in a school year; own periods stay.

        The first and last day of school come along unless they were changed.
        """
        with self._database.transaction(origin=origin) as session:
            plan = plans_of(session, (first_year,))[0]
            if not plan.is_kept:
                keep(session, default_year(first_year, holiday_set))
                return
            year = year_row(session, first_year)
            before, after = default_year(first_year, year.holiday_set), default_year(first_year, holiday_set)
            shipped = {_fields(period) for period in before.periods}
            for period in _periods(session, year):
                if _fields(period) in shipped:
                    session.delete(period)
            _add_periods(session, year, after)
            for name in ("starts_on", "ends_on", "academic_starts_on", "academic_ends_on"):
                if getattr(year, name) == getattr(before, name):
                    setattr(year, name, getattr(after, name))
            year.holiday_set = holiday_set

    def change_bounds(
        self, plan: YearPlan, *, side: CalendarSide, starts_on: date, ends_on: date, origin: object = None
    ) -> None:
        """Change the first and last day of school or of the academic year of the `plan` that was shown.

        Raises `DomainError` (`period_reversed` at `ends_on`, `changed_meanwhile`, `holiday_set_missing`).
        """
        check_year(starts_on, ends_on, field="ends_on")
        is_school = side is CalendarSide.SCHOOL
        with self._database.transaction(origin=origin) as session:
            now = plans_of(session, (plan.first_year,))[0]
            if not now.is_kept:
                bounds = {"starts_on": starts_on, "ends_on": ends_on}
                academic = {"academic_starts_on": starts_on, "academic_ends_on": ends_on}
                keep(session, replace(now, **(bounds if is_school else academic)))
                return
            if now.version != plan.version:
                raise refused("changed_meanwhile")
            year = year_row(session, plan.first_year)
            if is_school:
                year.starts_on, year.ends_on = starts_on, ends_on
            else:
                year.academic_starts_on, year.academic_ends_on = starts_on, ends_on

    def add_period(self, first_year: int, values: PeriodValues, *, origin: object = None) -> uuid.UUID:
        """Add a period to a school year; gives its id.

        Raises `DomainError`: `period_reversed` and `period_twice` at `ends_on`, `holiday_set_missing`.
        """
        with self._database.transaction(origin=origin) as session:
            plan = plans_of(session, (first_year,))[0]
            wanted = _wanted(values)
            check_stretch(wanted, others=plan.periods)
            year = year_row(session, first_year) if plan.is_kept else keep(session, plan)
            row = _new_row(year, wanted)
            session.add(row)
            session.flush()
            return row.id

    def change_period(
        self, first_year: int, shown: Stretch, values: PeriodValues, *, origin: object = None
    ) -> uuid.UUID:
        """Change a period that was `shown`, computed or kept; gives its id.

        Raises `DomainError` as `add_period`, and `not_found` or `changed_meanwhile`.
        """
        with self._database.transaction(origin=origin) as session:
            plan = plans_of(session, (first_year,))[0]
            wanted = _wanted(values)
            if not plan.is_kept:
                others = _without(plan, shown)
                check_stretch(wanted, others=others)
                year = keep(session, replace(plan, periods=(*others, wanted)))
                return _row_of(session, year, wanted).id
            row = _row_of(session, year_row(session, first_year), shown)
            check_stretch(replace(wanted, id=row.id), others=plan.periods)
            row.side, row.kind, row.name = wanted.side, wanted.kind, wanted.name
            row.starts_on, row.ends_on = wanted.starts_on, wanted.ends_on
            return row.id

    def delete_period(self, first_year: int, shown: Stretch, *, origin: object = None) -> None:
        """Take a period out that was `shown`, computed or kept.

        Raises `DomainError` (`not_found`, `changed_meanwhile`, `holiday_set_missing`).
        """
        with self._database.transaction(origin=origin) as session:
            plan = plans_of(session, (first_year,))[0]
            if plan.is_kept:
                session.delete(_row_of(session, year_row(session, first_year), shown))
            else:
                keep(session, replace(plan, periods=_without(plan, shown)))

    def save_hour(
        self, values: HourValues, *, shown: HourKey | None = None, origin: object = None
    ) -> uuid.UUID:
        """Add a lesson hour, or change the one that was `shown`; gives its id.

        Raises `DomainError` (`ends_before_start` at `to`, `changed_meanwhile`, `not_found`).
        """
        check_hour(values.weekday, values.from_minute, values.to_minute)
        label = values.label.strip()[:LONGEST_NAME]
        with self._database.transaction(origin=origin) as session:
            if shown is None:
                hour = LessonHour(
                    weekday=values.weekday,
                    from_minute=values.from_minute,
                    to_minute=values.to_minute,
                    label=label,
                )
                session.add(hour)
                session.flush()
                return hour.id
            hour = unchanged(session, LessonHour, shown)
            hour.weekday, hour.label = values.weekday, label
            hour.from_minute, hour.to_minute = values.from_minute, values.to_minute
            return hour.id

    def delete_hour(self, shown: HourKey, *, origin: object = None) -> None:
        """Take a lesson hour out. Raises `DomainError` (`not_found`, `changed_meanwhile`)."""
        with self._database.transaction(origin=origin) as session:
            session.delete(unchanged(session, LessonHour, shown))


def keep(session: Session, plan: YearPlan) -> SchoolYear:
    """Keep a computed school year as rows. Raises `DomainError` (`holiday_set_missing`) while nobody said whose."""
    if plan.holiday_set is None:
        raise refused("holiday_set_missing", field="holiday_set")
    year = SchoolYear(
        first_year=plan.first_year,
        holiday_set=plan.holiday_set,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        academic_starts_on=plan.academic_starts_on,
        academic_ends_on=plan.academic_ends_on,
    )
    session.add(year)
    session.flush()
    _add_periods(session, year, plan)
    return year


def _add_periods(session: Session, year: SchoolYear, plan: YearPlan) -> None:
    session.add_all(_new_row(year, period) for period in plan.periods)
    session.flush()


def _new_row(year: SchoolYear, period: Stretch) -> CalendarPeriod:
    return CalendarPeriod(
        school_year_id=year.id,
        side=period.side,
        kind=period.kind,
        name=dict(period.name),
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )


def year_row(session: Session, first_year: int) -> SchoolYear:
    """The row of a school year that is kept."""
    return session.scalars(select(SchoolYear).where(SchoolYear.first_year == first_year)).one()


def _without(plan: YearPlan, shown: Stretch) -> tuple[Stretch, ...]:
    """The periods of a computed year but for one: rows that go in and out in one step could not be taken back."""
    others = tuple(period for period in plan.periods if _fields(period) != _fields(shown))
    if len(others) == len(plan.periods):
        raise refused("not_found")
    return others


def _periods(session: Session, year: SchoolYear) -> list[CalendarPeriod]:
    return list(session.scalars(select(CalendarPeriod).where(CalendarPeriod.school_year_id == year.id)))


def _row_of(session: Session, year: SchoolYear, shown: Stretch) -> CalendarPeriod:
    """The row of a period that was shown; a computed one is known by what it says."""
    for row in _periods(session, year):
        if row.id == shown.id or (shown.id is None and _fields(row) == _fields(shown)):
            if shown.id is not None and row.version != shown.version:
                raise refused("changed_meanwhile")
            return row
    raise refused("not_found")


def _fields(period: Stretch | CalendarPeriod) -> tuple[object, ...]:
    """What makes two periods the same."""
    names = tuple(sorted(period.name.items()))
    return (period.side, period.kind, names, period.starts_on, period.ends_on)


def _wanted(values: PeriodValues) -> Stretch:
    names = {language: " ".join(text.split())[:LONGEST_NAME] for language, text in values.name.items()}
    return Stretch(
        side=values.side,
        kind=values.kind,
        name=names if any(names.values()) else dict(kind_words(values.kind)),
        starts_on=values.starts_on,
        ends_on=values.ends_on,
    )
