"""The places of everything in a week, in the room there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPointF, QSize

from wpl_desktop.ui import theme
from wpl_desktop.ui.agenda.agenda_words import band_words, present_spoken
from wpl_desktop.ui.agenda.week_content import Ghost, WeekContent, entry_of, minute_of
from wpl_desktop.ui.agenda.week_layout import (
    DAY_MINUTES,
    Bar,
    Folded,
    Frame,
    Placed,
    hours_shown,
    lay_bars,
    lay_out,
)

HOUR: Final = 48
USUAL_MINUTES: Final = 30
_GUTTER: Final = 72
_HEADS: Final = 40
_PRESENCE: Final = 32
_BAND: Final = 28
_MOST_BAND_ROWS: Final = 3
# In a low window one row of bands and more of the hours.
_LOW: Final = 420
# In a very low one only the days: what stands in the other rows is said by their tips.
_VERY_LOW: Final = 240
_LOW_HEADS: Final = 30
_LEAST_BLOCK: Final = 48
_LEAST_HEIGHT: Final = 20


@dataclass(frozen=True, kw_only=True)
class WeekPlaces:
    """Where everything of one week stands; `head` is how high the rows above the hours are together."""

    frame: Frame
    placed: tuple[Placed, ...]
    folded: tuple[Folded, ...]
    bars: tuple[Bar, ...]
    bar_rows: int
    bars_left_out: int
    heads: float
    presence: float
    bands: float

    @property
    def head(self) -> float:
        """How high the rows above the hours are together."""
        return self.heads + self.presence + self.bands


def week_places(
    content: WeekContent, room: QSize, *, ghost: Ghost | None, cursor_at: datetime | None
) -> WeekPlaces:
    """Where everything stands in a viewport of this size, with hours for the ghost and the cursor too."""
    days = content.days
    bars = lay_bars([(band.starts_on, band.ends_on) for band in content.bands], days)
    rows = max((bar.row for bar in bars), default=-1) + 1
    shown_rows = min(rows, 1 if room.height() < theme.scaled(_LOW) else _MOST_BAND_ROWS)
    heads, presence = theme.scaled(_HEADS), theme.scaled(_PRESENCE)
    if room.height() < theme.scaled(_VERY_LOW):
        heads, presence, shown_rows = theme.scaled(_LOW_HEADS), 0, 0
    bands = theme.scaled(_BAND) * shown_rows + theme.scaled(4) if shown_rows else 0
    hour = float(theme.scaled(HOUR))
    entries = [entry for block in content.blocks if (entry := entry_of(block, days)) is not None]
    stretches = [(entry.start, entry.start + entry.minutes) for entry in entries]
    if ghost is not None:
        stretches.append(_stretch(ghost.starts_at, ghost.minutes))
    if cursor_at is not None:
        stretches.append(_stretch(cursor_at, USUAL_MINUTES))
    visible = max(room.height() - heads - presence - bands, 0)
    first, last = hours_shown(stretches, least=int(visible * 60 // hour))
    frame = Frame(
        width=room.width() - 1,
        gutter=theme.scaled(_GUTTER),
        days=len(days),
        hour=hour,
        first=first,
        last=last,
        left=theme.scaled(4),
        right=theme.scaled(8),
    )
    placed, folded = lay_out(
        entries, frame, least_width=theme.scaled(_LEAST_BLOCK), least_height=theme.scaled(_LEAST_HEIGHT)
    )
    return WeekPlaces(
        frame=frame,
        placed=tuple(placed),
        folded=tuple(folded),
        bars=tuple(bars),
        bar_rows=shown_rows,
        bars_left_out=sum(bar.row >= shown_rows for bar in bars),
        heads=heads,
        presence=presence,
        bands=bands,
    )


def tip_of_head(content: WeekContent, places: WeekPlaces, position: QPointF) -> str:
    """What the rows above the hours say in full: who is there, or every band of that day."""
    number = places.frame.day_at(position.x())
    bands_from: float = places.heads + places.presence
    if number is not None and places.heads <= position.y() < bands_from:
        presence = content.presence.get(content.days[number])
        return present_spoken(presence) if presence is not None else ""
    if not places.presence and position.y() < places.head and number is not None:
        bands_from = 0
    if not bands_from <= position.y() < places.head:
        return ""
    first = content.days[0] if number is None else content.days[number]
    last = content.days[-1] if number is None else first
    bands = (band for band in content.bands if band.starts_on <= last and band.ends_on >= first)
    return "\n".join(band_words(band, until=True) for band in bands)


def _stretch(starts_at: datetime, minutes: int) -> tuple[int, int]:
    start = minute_of(starts_at)
    return start, min(start + minutes, DAY_MINUTES)
