"""The order of the talk (2.3), and when a criterion has been discussed (R6)."""

from __future__ import annotations

import pytest

from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, NOT_OBSERVED, NOT_YET_SCORED, Mark, level_mark
from wpl_desktop.domain.trialogue import (
    AgendaGroup,
    AgendaPoint,
    agenda,
    agenda_group,
    is_discussed,
    needs_reason,
)


def point(code: str, *levels: int, last: int | None = None) -> AgendaPoint:
    return AgendaPoint(
        code=code,
        marks=tuple(level_mark(level) if level else NOT_OBSERVED for level in levels),
        last_agreed=NOT_YET_SCORED if last is None else level_mark(last),
    )


@pytest.mark.parametrize(
    ("levels", "group"),
    [
        ((1, 4), AgendaGroup.TALK_NEEDED),
        ((1, 3, 2), AgendaGroup.TALK_NEEDED),
        ((2, 3, 0), AgendaGroup.CLOSE),
        ((5, 5, 5), AgendaGroup.UNANIMOUS),
        ((0, 3, 0), AgendaGroup.ONE_LEVEL),
        ((0, 0), AgendaGroup.NO_LEVEL),
    ],
)
def test_r7_headings_follow_levels_only(levels: tuple[int, ...], group: AgendaGroup) -> None:
    assert agenda_group(point("C1", *levels).marks) is group


def test_2_3_the_largest_difference_comes_first() -> None:
    points = [point("C1", 2, 3), point("C2", 1, 3), point("C3", 4, 4), point("C4", 1, 5)]
    assert agenda(points) == (
        (AgendaGroup.TALK_NEEDED, ("C4", "C2")),
        (AgendaGroup.CLOSE, ("C1",)),
        (AgendaGroup.UNANIMOUS, ("C3",)),
    )


def test_2_3_then_the_lowest_agreed_level_of_last_round_and_none_last() -> None:
    points = [
        point("C1", 2, 3),
        point("C2", 1, 2, last=3),
        point("C3", 3, 4, last=1),
        point("C4", 1, 2, last=3),
    ]
    assert agenda(points) == ((AgendaGroup.CLOSE, ("C3", "C2", "C4", "C1")),)


def test_2_3_then_the_order_of_the_set() -> None:
    points = [point(code, 0, 3) for code in ("C1", "C2", "C10")]
    assert agenda(points) == ((AgendaGroup.ONE_LEVEL, ("C1", "C2", "C10")),)


def test_the_order_decides_nothing_about_the_size_of_a_single_level() -> None:
    assert agenda([point("C1", 4, 0), point("C2", 1, 0)]) == ((AgendaGroup.ONE_LEVEL, ("C1", "C2")),)


@pytest.mark.parametrize("mark", [level_mark(1), NOT_OBSERVED, NO_OPPORTUNITY])
def test_r6_a_mark_settles_a_criterion(mark: Mark) -> None:
    assert is_discussed(mark, difference_stands=False, positions="")
    assert not is_discussed(NOT_YET_SCORED, difference_stands=False, positions="words alone")


def test_r6_a_difference_that_stands_needs_both_positions_in_words() -> None:
    assert not is_discussed(NOT_YET_SCORED, difference_stands=True, positions=" \n")
    assert is_discussed(NOT_YET_SCORED, difference_stands=True, positions="she: often; he: rarely")


def test_r6_outside_the_range_a_reason_is_asked() -> None:
    given = (level_mark(2), level_mark(4), NOT_OBSERVED)
    assert not needs_reason(level_mark(3), given=given)
    assert needs_reason(level_mark(1), given=given)
    assert needs_reason(level_mark(5), given=given)
    assert needs_reason(level_mark(2), given=(NOT_OBSERVED,))
    assert not needs_reason(NOT_OBSERVED, given=given)
