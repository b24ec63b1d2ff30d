"""The school year that the demo tells of: how far its days move, around holidays, and where the present cuts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.conversations import Slot
from wpl_desktop.domain.flemish_holidays import next_free

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, kw_only=True)
class Year:
    """One school year of the demo. `now` is the wall clock; `ahead` is how much UTC is ahead of it."""

    first_year: int
    shift: timedelta
    now: datetime
    ahead: timedelta

    @property
    def ends_on(self) -> date:
        """The last day of the school year."""
        return date(self.first_year + 1, 8, 31)

    @property
    def is_over(self) -> bool:
        """Whether another school year has begun since."""
        return self.first_year < first_year_of(self.now.date())

    def day(self, written: str) -> date:
        """A day of the data in this year: whole weeks further, so its weekday stays, and in no holiday."""
        return next_free(self.exact_day(written))

    def exact_day(self, written: str) -> date:
        """The same for a day that need not be a school day, such as the last one of a block placement."""
        return date.fromisoformat(written) + self.shift

    def has_come(self, moment: datetime) -> bool:
        """Whether a moment on the wall clock lies in the past."""
        return moment <= self.now

    def utc(self, moment: datetime) -> datetime:
        """A moment on the wall clock as records keep it; nothing was ever written in the future."""
        return (min(moment, self.now) + self.ahead).replace(tzinfo=UTC)


def year_of_story(data: Mapping[str, Any], *, clock: Clock, first_year: int | None) -> Year:
    """The school year `first_year`; without one the current year, or the last while round 1 is still to be held."""
    now = clock.local()
    ahead = clock.now().replace(tzinfo=None) - now
    current = first_year_of(now.date())
    year = _year(data, first_year=current if first_year is None else first_year, now=now, ahead=ahead)
    if first_year is not None:
        return year
    first_meetings = data["rounds"][0]["meetings"].values()
    held = [row for row in data["conversations"] if row["id"] in first_meetings]
    if any(year.has_come(starts_at) for starts_at in placed(held, year=year).values()):
        return year
    return _year(data, first_year=current - 1, now=now, ahead=ahead)


def year_before(data: Mapping[str, Any], year: Year) -> Year:
    """The school year before another one, seen from the same present."""
    return _year(data, first_year=year.first_year - 1, now=year.now, ahead=year.ahead)


def _year(data: Mapping[str, Any], *, first_year: int, now: datetime, ahead: timedelta) -> Year:
    written = int(data["school_year"].partition("-")[0])
    apart = date(first_year, 9, 1) - date(written, 9, 1)
    return Year(first_year=first_year, shift=round(apart / _WEEK) * _WEEK, now=now, ahead=ahead)


def placed(talks: Sequence[Mapping[str, Any]], *, year: Year) -> dict[str, datetime]:
    """When each talk begins, local.

    One that a holiday moves is held on the first same weekday after it on which nobody in it has another talk.
    """
    starts = {talk["id"]: _written_start(talk, year) for talk in talks}
    moves = {key for key, starts_at in starts.items() if next_free(starts_at.date()) != starts_at.date()}
    taken = [(_people(talk), _slot(talk, starts[talk["id"]])) for talk in talks if talk["id"] not in moves]
    for talk in talks:
        if talk["id"] in moves:
            starts_at = starts[talk["id"]]
            while not _is_free(talk, starts_at, taken):
                starts_at += _WEEK
            starts[talk["id"]] = starts_at
            taken.append((_people(talk), _slot(talk, starts_at)))
    return starts


def _written_start(talk: Mapping[str, Any], year: Year) -> datetime:
    return datetime.combine(year.exact_day(talk["date"]), time.fromisoformat(talk["time"]))


def _people(talk: Mapping[str, Any]) -> frozenset[str]:
    return frozenset((*talk["students"], *talk["people"]))


def _slot(talk: Mapping[str, Any], starts_at: datetime) -> Slot:
    return Slot(starts_at=starts_at, minutes=talk["minutes"])


def _is_free(
    talk: Mapping[str, Any], starts_at: datetime, taken: Sequence[tuple[frozenset[str], Slot]]
) -> bool:
    people, slot = _people(talk), _slot(talk, starts_at)
    return next_free(starts_at.date()) == starts_at.date() and not any(
        people & others and slot.overlaps(other) for others, other in taken
    )
