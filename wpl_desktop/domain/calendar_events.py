"""What of a talk may stand in somebody's calendar: when it is and whether it goes on, no name and no content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

#: Which program wrote a calendar file; the same for every version, so that the same talks give the same bytes.
PRODUCT: Final = "-//WPL Desktop//WPL Desktop//EN"
SUFFIX: Final = ".ics"

_BELGIAN: Final = "Europe/Brussels"
_DUTCH: Final = "Europe/Amsterdam"
_ZONES: Final = {"education_be": _BELGIAN, "education_nl": _DUTCH}


@dataclass(frozen=True, kw_only=True)
class CalendarChoice:
    """What a calendar file says besides the time: nothing, unless somebody chooses it for this one file."""

    with_names: bool = False
    with_place: bool = False


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """One talk as a calendar knows it; `uid` stays the same for as long as there is a calendar that has it.

    `starts_at` is local, without zone. `sequence` is one more with each change that a calendar must hear of;
    `changed_at` is when the talk was last changed, in UTC. `names` (call names) and `place` are empty unless chosen.
    """

    uid: str
    starts_at: datetime
    minutes: int
    sequence: int
    cancelled: bool
    #: Whether it is still to come, as far as the program was told: only of such a talk a calendar warns.
    planned: bool = True
    changed_at: datetime
    names: tuple[str, ...] = ()
    place: str = ""

    @property
    def ends_at(self) -> datetime:
        """When the talk should be over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)


def zone_of(vocabulary: str, language: str) -> str:
    """The time zone of a workplace: that of its schools, and in care that of its language.

    Dutch stands for the Netherlands there, whose words of care the program has; both zones have the same clock.
    """
    return _ZONES.get(vocabulary, _DUTCH if language == "nl" else _BELGIAN)
