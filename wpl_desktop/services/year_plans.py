"""School years with both calendars as they stand: the rows that are kept, or what is computed while there are none."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.school_year import CalendarPeriod, HolidaySet, SchoolYear, Stretch, YearPlan
from wpl_desktop.services.holiday_sets import default_year, usual_set


def year_plans(session: Session, first: date, last: date) -> list[YearPlan]:
    """The school years of the days between two days, with every period; three queries at most.

    The summer before the first one belongs to the year before it, so that one comes along.
    """
    return plans_of(session, range(first_year_of(first) - 1, first_year_of(last) + 1))


def plans_of(session: Session, wanted: Sequence[int]) -> list[YearPlan]:
    """These school years (2025 for 2025-26) with every period; three queries at most."""
    years = {year.first_year: year for year in session.scalars(select(SchoolYear))}
    kept = [years[number] for number in wanted if number in years]
    periods: dict[uuid.UUID, list[Stretch]] = {year.id: [] for year in kept}
    if kept:
        for row in session.scalars(
            select(CalendarPeriod)
            .where(CalendarPeriod.school_year_id.in_(periods))
            .order_by(CalendarPeriod.starts_on, CalendarPeriod.ends_on, CalendarPeriod.id)
        ):
            periods[row.school_year_id].append(stretch_of(row))
    usual = None
    if len(kept) < len(wanted) and not years:
        usual = usual_set(session.scalars(select(Profile.vocabulary)).one())
    return [
        kept_plan(years[number], periods[years[number].id])
        if number in years
        else default_year(number, nearest_set(years.values(), number) if years else usual)
        for number in wanted
    ]


def nearest_set(years: Iterable[SchoolYear], first_year: int) -> HolidaySet:
    """Whose holidays were chosen for the year nearest to another."""
    return min(years, key=lambda year: (abs(year.first_year - first_year), year.first_year)).holiday_set


def kept_plan(year: SchoolYear, periods: Sequence[Stretch]) -> YearPlan:
    """A school year that is kept, with its periods."""
    return YearPlan(
        first_year=year.first_year,
        holiday_set=year.holiday_set,
        starts_on=year.starts_on,
        ends_on=year.ends_on,
        academic_starts_on=year.academic_starts_on,
        academic_ends_on=year.academic_ends_on,
        periods=tuple(periods),
        is_kept=True,
        is_known=default_year(year.first_year, year.holiday_set).is_known,
        version=year.version,
    )


def stretch_of(row: CalendarPeriod) -> Stretch:
    """A period that is kept."""
    return Stretch(
        side=row.side,
        kind=row.kind,
        name=row.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        id=row.id,
        version=row.version,
    )
