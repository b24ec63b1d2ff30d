"""Where everything of a week stands: minutes become rectangles, side by side where talks overlap."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF

DAY_MINUTES: Final = 24 * 60
STEP: Final = 15
#: The hours that are always there, in minutes since midnight.
USUAL_HOURS: Final = (8 * 60, 18 * 60)
#: Between blocks side by side, and around a block in its day.
_BETWEEN: Final = 2.0


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A talk as the layout sees it: the number of its day, and minutes since midnight."""

    key: Hashable
    day: int
    start: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Where a talk stands."""

    key: Hashable
    day: int
    rect: QRectF


@dataclass(frozen=True, kw_only=True)
class Folded:
    """Talks for which there is no room side by side: they stand together as a number, in the hour they start."""

    day: int
    start: int
    keys: tuple[Hashable, ...]
    rect: QRectF


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The measures of the hours: everything in logical pixels, `first` and `last` in minutes since midnight."""

    width: float
    gutter: float
    days: int
    hour: float
    first: int
    last: int
    #: Around a block: left, right, and above and below together.
    left: float = 4.0
    right: float = 8.0
    apart: float = 2.0

    @property
    def day_width(self) -> float:
        """How wide one day is."""
        return (self.width - self.gutter) / max(1, self.days)

    @property
    def height(self) -> float:
        """How high all hours are together."""
        return self.y(self.last)

    def x(self, day: int) -> float:
        """The left edge of a day."""
        return self.gutter + day * self.day_width

    def y(self, minute: float) -> float:
        """How far below the first hour a minute lies."""
        return (minute - self.first) * self.hour / 60

    def day_at(self, x: float) -> int | None:
        """The number of the day at `x`, None beside the days."""
        number = int((x - self.gutter) // self.day_width)
        return number if x >= self.gutter and 0 <= number < self.days else None

    def minute_at(self, y: float) -> int:
        """The minute at `y` below the first hour, within the day."""
        return min(max(round(self.first + y * 60 / self.hour), 0), DAY_MINUTES)

    def box(self, day: int, start: int, minutes: int, *, least_height: float = 0) -> QRectF:
        """Where a talk of the whole width of its day stands."""
        height = max(self.y(start + minutes) - self.y(start) - self.apart, least_height)
        return QRectF(
            self.x(day) + self.left,
            self.y(start) + self.apart / 2,
            max(self.day_width - self.left - self.right, 1),
            height,
        )


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A band in the rows above the hours: from the first to the last number of a day, both included.

    `begins` and `ends` say whether its first and last day are among those shown.
    """

    key: int
    row: int
    first: int
    last: int
    begins: bool
    ends: bool


def hours_shown(minutes: Sequence[tuple[int, int]], *, least: int = 0) -> tuple[int, int]:
    """The first and the last minute to show for stretches of (start, end): whole hours, the usual ones at least.

    `least` is how many minutes there is room for; the day goes on until that is filled.
    """
    first, last = USUAL_HOURS
    for start, end in minutes:
        first, last = min(first, start), max(last, end)
    first = max(0, first // 60 * 60)
    last = min(DAY_MINUTES, max(math.ceil(last / 60) * 60, first + least))
    return min(first, max(0, last - least)), last


def lay_out(
    entries: Sequence[Entry], frame: Frame, *, least_width: float, least_height: float
) -> tuple[list[Placed], list[Folded]]:
    """Every talk in its place, those that overlap side by side as far as each gets `least_width`.

    A talk is at least `least_height` high, so that its words can be read, and takes room accordingly.
    """
    placed: list[Placed] = []
    folded: list[Folded] = []
    least_minutes = least_height * 60 / frame.hour
    room = max(1, int((frame.day_width - frame.left - frame.right + _BETWEEN) // (least_width + _BETWEEN)))
    for day in range(frame.days):
        for cluster in _clusters([entry for entry in entries if entry.day == day], least_minutes):
            columns = max(column for _, column in cluster) + 1
            shown = min(columns, room)
            for entry, column in cluster:
                if columns <= room or column < room - 1:
                    rect = frame.box(day, entry.start, entry.minutes, least_height=least_height)
                    placed.append(Placed(key=entry.key, day=day, rect=_column(rect, number=column, of=shown)))
            if columns > room:
                rest = [entry for entry, column in cluster if column >= room - 1]
                folded.extend(_fold(rest, frame, day=day, room=room, least_height=least_height))
    return placed, folded


def lay_bars(spans: Sequence[tuple[date, date]], days: Sequence[date]) -> list[Bar]:
    """The bands that touch these days, each in the first row that is free; `key` is the place of a span."""
    bars: list[Bar] = []
    ends: list[int] = []
    for key, (starts_on, ends_on) in enumerate(spans):
        inside = [number for number, day in enumerate(days) if starts_on <= day <= ends_on]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        row = next((number for number, end in enumerate(ends) if end < first), len(ends))
        if row == len(ends):
            ends.append(last)
        ends[row] = last
        bars.append(
            Bar(
                key=key,
                row=row,
                first=first,
                last=last,
                begins=starts_on >= days[0],
                ends=ends_on <= days[-1],
            )
        )
    return bars


def snapped(minute: float) -> int:
    """The nearest quarter of an hour."""
    return round(minute / STEP) * STEP


def _clusters(entries: list[Entry], least_minutes: float) -> list[list[tuple[Entry, int]]]:
    """Talks of one day that overlap directly or through others, each with the number of its column."""
    clusters: list[list[tuple[Entry, int]]] = []
    ends: list[float] = []
    for entry in sorted(entries, key=lambda entry: (entry.start, -entry.minutes)):
        end = entry.start + max(float(entry.minutes), least_minutes)
        if not clusters or entry.start >= max(ends):
            clusters.append([])
            ends = []
        column = next((number for number, busy in enumerate(ends) if busy <= entry.start), len(ends))
        if column == len(ends):
            ends.append(end)
        ends[column] = end
        clusters[-1].append((entry, column))
    return clusters


def _fold(entries: list[Entry], frame: Frame, *, day: int, room: int, least_height: float) -> list[Folded]:
    """What has no column of its own, by the hour in which it starts."""
    least = least_height * 60 / frame.hour
    last = max(entry.start + entry.minutes for entry in entries)
    groups: list[list[Entry]] = []
    until = 0.0
    for entry in sorted(entries, key=lambda entry: entry.start):
        if not groups or entry.start >= until:
            groups.append([])
            # Never over the group of the hour after it.
            until = max((entry.start // 60 + 1) * 60, entry.start + least)
        groups[-1].append(entry)
    folded: list[Folded] = []
    for group in groups:
        start = group[0].start
        minutes = min(max(start // 60 * 60 + 60, start + STEP), last) - start
        rect = frame.box(day, start, max(minutes, STEP), least_height=least_height)
        folded.append(
            Folded(
                day=day,
                start=start,
                keys=tuple(entry.key for entry in group),
                rect=_column(rect, number=room - 1, of=room),
            )
        )
    return folded


def _column(rect: QRectF, *, number: int, of: int) -> QRectF:
    width = (rect.width() - _BETWEEN * (of - 1)) / of
    return QRectF(rect.x() + number * (width + _BETWEEN), rect.y(), width, rect.height())
