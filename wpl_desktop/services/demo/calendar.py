"""The demo's school year: both calendars, the hours that the mentor teaches, and days that differ from the usual."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from wpl_desktop.domain.school_year import (
    CalendarPeriod,
    CalendarSide,
    HolidaySet,
    LessonHour,
    PeriodKind,
    SchoolYear,
    YearPlan,
)
from wpl_desktop.domain.trajectories import PresencePeriod
from wpl_desktop.services.demo.story import Chapter, Story
from wpl_desktop.services.holiday_sets import default_year

#: Where an entry of the story's calendar belongs. Holidays come with the year, block placements with each student.
_PLACES: Final = {
    "staff_meeting": (CalendarSide.SCHOOL, PeriodKind.STAFF),
    "return_day": (CalendarSide.ACADEMIC, PeriodKind.RETURN_DAY),
    "examinations": (CalendarSide.ACADEMIC, PeriodKind.EXAMS),
    "trialogues": (CalendarSide.ACADEMIC, PeriodKind.TRIALOGUES),
}


def add_calendar(story: Story, data: Chapter, *, made: datetime) -> None:
    """Add the school year with everything that the story's calendar tells of it, and the lesson hours."""
    plan = default_year(story.year.first_year, HolidaySet.FLANDERS)
    year_id = story.rows.add(
        SchoolYear,
        made,
        first_year=plan.first_year,
        holiday_set=HolidaySet.FLANDERS,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        academic_starts_on=story.year.exact_day(data["academic_year_starts"]),
        academic_ends_on=plan.academic_ends_on,
    )
    _add_holidays(story, plan, year_id, made=made)
    for entry in data["calendar"]:
        if entry["kind"] in _PLACES:
            side, kind = _PLACES[entry["kind"]]
            starts_on, ends_on = _days(story, entry)
            story.rows.add(
                CalendarPeriod,
                made,
                school_year_id=year_id,
                side=side,
                kind=kind,
                name=entry["title"],
                starts_on=starts_on,
                ends_on=ends_on,
            )
    for hour in data["lesson_hours"]:
        for weekday in hour["weekdays"]:
            story.rows.add(
                LessonHour,
                made,
                weekday=weekday,
                from_minute=_minutes(hour["from"]),
                to_minute=_minutes(hour["to"]),
                label=story.text(hour["label"]),
            )


def add_presence(
    story: Story, values: Mapping[str, Any], *, trajectory_id: uuid.UUID, made: datetime
) -> None:
    """Add the stretches in which a student is at the workplace on other days than usual."""
    for entry in values.get("presence", ()):
        starts_on, ends_on = _days(story, entry)
        story.rows.add(
            PresencePeriod,
            made,
            trajectory_id=trajectory_id,
            label=story.text(entry["title"]),
            starts_on=starts_on,
            ends_on=ends_on,
            weekdays=list(entry["weekdays"]),
        )


def _add_holidays(story: Story, plan: YearPlan, year_id: uuid.UUID, *, made: datetime) -> None:
    for period in plan.periods:
        story.rows.add(
            CalendarPeriod,
            made,
            school_year_id=year_id,
            side=period.side,
            kind=period.kind,
            name=period.name,
            starts_on=period.starts_on,
            ends_on=period.ends_on,
        )


def _days(story: Story, entry: Mapping[str, Any]) -> tuple[date, date]:
    """The first and last day of an entry in the year of the story; one that a holiday moves keeps its length."""
    if not entry["end"]:
        day = story.year.day(entry["date"])
        return day, day
    starts_on = story.year.exact_day(entry["date"])
    length: timedelta = date.fromisoformat(entry["end"]) - date.fromisoformat(entry["date"])
    return starts_on, starts_on + length


def _minutes(clock: str) -> int:
    moment = time.fromisoformat(clock)
    return moment.hour * 60 + moment.minute
