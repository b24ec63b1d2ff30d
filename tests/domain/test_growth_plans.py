"""The rules of growth plans: six weeks, halfway, and three goals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.growth_plans import (
    MOST_GOALS,
    check_room_for_goal,
    proposed_review,
    weeks_to_last_round,
)

JUNE = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("from_on", "weeks", "enough", "over"),
    [
        (date(2026, 2, 5), 17, True, False),
        (JUNE - timedelta(weeks=6), 6, True, False),
        (JUNE - timedelta(weeks=6) + timedelta(days=1), 5, False, False),
        (JUNE - timedelta(days=6), 0, False, False),
        (JUNE, 0, False, False),
        (JUNE + timedelta(days=1), 0, False, True),
    ],
)
def test_six_whole_weeks_are_enough(from_on: date, weeks: int, enough: bool, over: bool) -> None:
    left = weeks_to_last_round(JUNE, from_on=from_on, number=3)
    assert (left.weeks, left.is_enough, left.is_over) == (weeks, enough, over)
    assert (left.last_on, left.number) == (JUNE, 3)


def test_one_looks_back_halfway_and_on_a_weekday() -> None:
    # Halfway between 5 February and 9 June 2026 is Wednesday 8 April.
    assert proposed_review(date(2026, 2, 5), last_on=JUNE) == date(2026, 4, 8)
    # Halfway is Saturday 14 February.
    assert proposed_review(date(2026, 2, 2), last_on=date(2026, 2, 26)) == date(2026, 2, 16)


@pytest.mark.parametrize("last_on", [None, date(2026, 2, 5), date(2026, 1, 1)])
def test_without_a_round_to_come_one_looks_back_after_three_weeks(last_on: date | None) -> None:
    assert proposed_review(date(2026, 2, 5), last_on=last_on) == date(2026, 2, 26)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.none() | st.integers(-40, 400))
def test_a_proposal_is_never_in_a_week_end_nor_before_the_plan(made_on: date, days: int | None) -> None:
    last_on = None if days is None else made_on + timedelta(days=days)
    proposed = proposed_review(made_on, last_on=last_on)
    assert proposed.weekday() < 5
    assert proposed >= made_on


def test_a_fourth_goal_is_refused() -> None:
    check_room_for_goal(MOST_GOALS - 1)
    with pytest.raises(DomainError) as refusal:
        check_room_for_goal(MOST_GOALS)
    assert (refusal.value.code, refusal.value.field) == ("too_many_goals", "goals")
    assert refusal.value.values == (("most", "3"),)
