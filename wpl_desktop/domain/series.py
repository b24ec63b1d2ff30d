"""Conversations that come back: the rule of a series, and how much of it a change means."""

from __future__ import annotations

import enum
import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import LocalDateTime, Record, school_year_begins
from wpl_desktop.domain.errors import refused

#: More talks than this are no plan for one student (two school years of weekly talks are about 80).
MOST_TALKS: Final = 200
MOST_WEEKS: Final = 26
_SCHOOL_YEARS: Final = 2
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: What a rule may say: weeks with their days, or one weekday of each month.
_MONTHLY = re.compile(r"FREQ=MONTHLY;BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)")
_WEEKLY = re.compile(
    r"FREQ=WEEKLY(?:;INTERVAL=([1-9]\d?))?;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)"
)


class Scope(enum.Enum):
    """How much of a series a change means: this one, this and all later ones, or all that are still planned."""

    ONE = "one"
    LATER = "later"
    ALL = "all"


class ConversationSeries(Record):
    """Talks with one student that come back; each of them is a conversation of its own, which names this row.

    `rule` is the recurrence rule of RFC 5545 (`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`) without its end, which is `until`,
    the last day on which there may be one. `starts_at` is local, as all planned times.
    """

    __tablename__ = "conversation_series"

    trajectory_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("trajectories.id"), index=True)
    rule: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(LocalDateTime())
    minutes: Mapped[int]
    until: Mapped[date]


@dataclass(frozen=True, kw_only=True)
class SeriesRule:
    """How talks come back: every so many weeks on some ISO weekdays, or what `custom` says.

    `custom` is a rule of RFC 5545 that takes the place of the others: `FREQ=MONTHLY;BYDAY=1TU` is the first Tuesday
    of each month, `-1TU` the last one.
    """

    weekdays: tuple[int, ...]
    frequency_weeks: int = 1
    custom: str = ""

    @property
    def text(self) -> str:
        """The rule of RFC 5545. Raises `DomainError` (`series_rule_unknown`)."""
        text = self.custom
        if not text:
            days = ",".join(_DAYS[day - 1] for day in sorted(set(self.weekdays)) if 1 <= day <= len(_DAYS))
            interval = f";INTERVAL={self.frequency_weeks}" if self.frequency_weeks != 1 else ""
            text = f"FREQ=WEEKLY{interval};BYDAY={days}"
        if read_rule(text) is None:
            raise refused("series_rule_unknown", field="rule")
        return text


@dataclass(frozen=True, kw_only=True)
class ReadRule:
    """What a rule says: `every` weeks on ISO `weekdays`; `in_month` is which of them in a month, -1 the last one."""

    weekdays: tuple[int, ...]
    every: int = 1
    in_month: int | None = None


def monthly_rule(weekday: int, *, in_month: int) -> SeriesRule:
    """The first (1) or the last (-1) of an ISO weekday in each month."""
    return SeriesRule(weekdays=(weekday,), custom=f"FREQ=MONTHLY;BYDAY={in_month}{_DAYS[weekday - 1]}")


def read_rule(text: str) -> ReadRule | None:
    """What the text of a rule says; None when it is none of ours."""
    weekly = _WEEKLY.fullmatch(text)
    if weekly is not None:
        every = int(weekly[1] or 1)
        days = tuple(_DAYS.index(day) + 1 for day in weekly[2].split(","))
        return ReadRule(weekdays=days, every=every) if every <= MOST_WEEKS else None
    monthly = _MONTHLY.fullmatch(text)
    if monthly is None:
        return None
    return ReadRule(weekdays=(_DAYS.index(monthly[2]) + 1,), in_month=int(monthly[1]))


def moved_rule(rule: str, *, old: date, new: date) -> str:
    """The rule of a series of which the talk of day `old` comes on day `new`, and all others likewise."""
    read = read_rule(rule)
    days = (new - old).days
    if read is None or days == 0:
        return rule
    if read.in_month is not None:
        in_month = min((new.day - 1) // 7 + 1, 4)
        return monthly_rule(new.isoweekday(), in_month=-1 if _is_last_of_month(new) else in_month).text
    weekdays = tuple((day - 1 + days) % 7 + 1 for day in read.weekdays)
    return SeriesRule(weekdays=weekdays, frequency_weeks=read.every).text


def last_possible_day(first: date) -> date:
    """The last day of the school year after the one in which a series begins."""
    begins = school_year_begins(first)
    return begins.replace(year=begins.year + _SCHOOL_YEARS) - timedelta(days=1)


def check_end(first: date, until: date | None) -> date:
    """The end of a series.

    Refused without one (`series_without_end`), before its start (`series_reversed`), and further away than two
    school years (`series_too_long`); the field is `until`.
    """
    if until is None:
        raise refused("series_without_end", field="until")
    if until < first:
        raise refused("series_reversed", field="until")
    last = last_possible_day(first)
    if until > last:
        raise refused("series_too_long", field="until", last=last)
    return until


def check_count(count: int) -> None:
    """Refuse a series without any talk (`series_empty`) and one with too many (`series_too_many`)."""
    if count == 0:
        raise refused("series_empty", field="until")
    if count > MOST_TALKS:
        raise refused("series_too_many", field="until", most=MOST_TALKS)


def _is_last_of_month(day: date) -> bool:
    return (day + timedelta(weeks=1)).month != day.month
