"""Where the time comes from: one clock per program, injected, so that tests decide what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


def local_day(moment: datetime) -> date:
    """The day of a moment in UTC on the calendar of this place."""
    return moment.astimezone().date()


class Clock(Protocol):
    """Where the time comes from: one per program, injected, so that tests decide what day it is."""

    def now(self) -> datetime:
        """The moment in UTC, with its zone."""
        ...

    def local(self) -> datetime:
        """The wall clock at this place, without zone: what planned times are compared with."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The moment in UTC, with its zone."""
        return datetime.now(UTC)

    def local(self) -> datetime:
        """The wall clock at this place, without zone."""
        return datetime.now().astimezone().replace(tzinfo=None)
