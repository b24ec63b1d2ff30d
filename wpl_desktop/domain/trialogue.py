"""The trialogue: in which order the criteria are talked about, and when one has been (2.3, R6)."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Difference,
    Mark,
    check_agreed,
    difference_of,
    is_scored,
    levels_of,
)


class AgendaGroup(enum.Enum):
    """The headings of the list, in their order; it orders the talk and decides nothing (R7)."""

    TALK_NEEDED = "talk_needed"
    CLOSE = "close"
    UNANIMOUS = "unanimous"
    ONE_LEVEL = "one_level"
    NO_LEVEL = "no_level"


@dataclass(frozen=True, kw_only=True)
class AgendaPoint:
    """One criterion: the marks that were given now, and what was agreed in the round before."""

    code: str
    marks: tuple[Mark, ...]
    last_agreed: Mark = NOT_YET_SCORED


def agenda_group(marks: Iterable[Mark]) -> AgendaGroup:
    """Under which heading a criterion stands; one level alone is no difference (R7)."""
    given = tuple(marks)
    difference = difference_of(given)
    if difference is None:
        return AgendaGroup.ONE_LEVEL if levels_of(given) else AgendaGroup.NO_LEVEL
    return {
        Difference.TALK_NEEDED: AgendaGroup.TALK_NEEDED,
        Difference.CLOSE: AgendaGroup.CLOSE,
        Difference.UNANIMOUS: AgendaGroup.UNANIMOUS,
    }[difference]


def agenda(points: Sequence[AgendaPoint]) -> tuple[tuple[AgendaGroup, tuple[str, ...]], ...]:
    """The codes of the criteria under their headings, as they are talked about (2.3).

    Largest difference first, then the lowest agreed level of last round, then the order of the set, in which
    `points` are given. A heading without criteria is left out.
    """
    groups = {
        group: [point for point in points if agenda_group(point.marks) is group] for group in AgendaGroup
    }
    # Sorting keeps the order of the set among equals.
    return tuple(
        (group, tuple(point.code for point in sorted(found, key=_urgency)))
        for group, found in groups.items()
        if found
    )


def _urgency(point: AgendaPoint) -> tuple[int, bool, int]:
    levels = levels_of(point.marks)
    last = point.last_agreed.level
    return (-(max(levels) - min(levels)) if levels else 0, last is None, last or 0)


def is_discussed(mark: Mark, *, difference_stands: bool, positions: str) -> bool:
    """R6: whether a criterion has been settled; a difference that stands needs both positions in words."""
    return bool(positions.strip()) if difference_stands else is_scored(mark)


def needs_reason(mark: Mark, *, given: Iterable[Mark]) -> bool:
    """R6: whether an agreed mark lies outside the range of the given levels, so that a reason is asked."""
    try:
        check_agreed(mark, given=given, reason="")
    except DomainError:
        return True
    return False
