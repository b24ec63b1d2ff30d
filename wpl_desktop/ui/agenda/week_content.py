"""What a week shows, as it was read, and what is about to be in it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.services.school_calendar import Band, DayPresence, LessonHourRow
from wpl_desktop.ui.agenda.week_layout import DAY_MINUTES, USUAL_HOURS, Entry


@dataclass(frozen=True, kw_only=True)
class WeekContent:
    """The days that are shown and everything on them."""

    days: tuple[date, ...]
    blocks: tuple[AgendaBlock, ...] = ()
    presence: Mapping[date, DayPresence] = field(default_factory=dict[date, DayPresence])
    bands: tuple[Band, ...] = ()
    lessons: tuple[LessonHourRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ghost:
    """What is being planned, moved or stretched and is nowhere kept yet.

    `key` is the talk that moves, None for a new one; `token` is what was dragged in from elsewhere.
    """

    starts_at: datetime
    minutes: int
    title: str = ""
    key: uuid.UUID | None = None
    token: object = None
    #: Whether the keyboard holds it: it stays until Enter or Esc.
    by_keys: bool = False


def days_of_week(day: date, blocks: tuple[AgendaBlock, ...] = ()) -> tuple[date, ...]:
    """Monday to Friday of the week of `day`, and the weekend as far as there is something on it."""
    monday = day - timedelta(days=day.weekday())
    last = max([4, *(block.starts_at.weekday() for block in blocks if _in_week(block, monday))])
    return tuple(monday + timedelta(days=number) for number in range(last + 1))


def entry_of(block: AgendaBlock, days: tuple[date, ...]) -> Entry | None:
    """A block for the layout; None on a day that is not shown. What goes on after midnight ends there."""
    number = (block.starts_at.date() - days[0]).days
    if not 0 <= number < len(days):
        return None
    start = minute_of(block.starts_at)
    return Entry(key=block.id, day=number, start=start, minutes=min(block.minutes, DAY_MINUTES - start))


def minute_of(moment: datetime) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def moment_at(day: date, minute: int) -> datetime:
    """A moment of a day, local; no later than its last quarter of an hour."""
    return datetime.combine(day, time()) + timedelta(minutes=min(max(minute, 0), DAY_MINUTES - 15))


def moment_in_week(moment: datetime, days: tuple[date, ...]) -> datetime:
    """The same weekday and hour in another week, in the usual hours: an early talk makes no other week begin early."""
    first, last = USUAL_HOURS
    minute = min(max(minute_of(moment), first), last - 60)
    return moment_at(days[min(moment.weekday(), len(days) - 1)], minute)


def _in_week(block: AgendaBlock, monday: date) -> bool:
    return monday <= block.starts_at.date() < monday + timedelta(days=7)
