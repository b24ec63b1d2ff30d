"""How long a talk has been going on and how long it was at each line of its agenda: pure arithmetic on moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

Seconds = Mapping[int, float]
"""Seconds by line of the agenda, the first being 1; 0 stands for the talk as a whole, when it is at no line."""


@dataclass(frozen=True, kw_only=True)
class TalkTiming:
    """Seconds by line of the agenda, the line it is `at`, and when it was last looked at (UTC)."""

    seen_at: datetime
    seconds: Seconds = field(default_factory=dict[int, float])
    at: int = 0
    running: bool = True

    @property
    def total(self) -> float:
        """Seconds of the whole talk, without the pauses."""
        return sum(self.seconds.values())

    def at_line(self, line: int) -> float:
        """Seconds at one line."""
        return self.seconds.get(line, 0.0)

    def advanced(self, now: datetime, *, longest: timedelta) -> TalkTiming:
        """As it is `now`: what went by since the last look is added to the line it is at.

        A clock that was set back adds nothing. More than `longest` without a look (the laptop was shut) is no talk:
        the timing stands still from where it was.
        """
        passed = now - self.seen_at
        if not self.running or passed <= timedelta(0):
            return replace(self, seen_at=now)
        if passed > longest:
            return replace(self, seen_at=now, running=False)
        seconds = {**self.seconds, self.at: self.at_line(self.at) + passed.total_seconds()}
        return replace(self, seen_at=now, seconds=seconds)

    def moved(self, line: int) -> TalkTiming:
        """At another line; advance it first."""
        return replace(self, at=line)

    def paused(self) -> TalkTiming:
        """Standing still; advance it first."""
        return replace(self, running=False)

    def resumed(self, now: datetime) -> TalkTiming:
        """Going on; the pause counts for nothing."""
        return replace(self, running=True, seen_at=now)


def clock_face(seconds: float) -> str:
    """`17:48`, and past an hour `1:02:05`; what is less than nothing counts as nothing."""
    whole = max(int(seconds), 0)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"
