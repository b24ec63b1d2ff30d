"""The milestones of a year (section 4, a–d) as rules: when a suggestion comes, and when it does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, NOT_OBSERVED, Mark, level_mark
from wpl_desktop.domain.suggestions import (
    asks_for_talk,
    bears_on_conditions,
    is_due,
    ready_day,
    should_open,
    usual_ready_by,
    working_days_before,
)

THURSDAY = date(2026, 1, 29)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 1, 29), date(2026, 1, 26)),
        (date(2026, 1, 26), date(2026, 1, 21)),
        (date(2026, 1, 25), date(2026, 1, 21)),
    ],
)
def test_week_ends_are_no_working_days(day: date, before: date) -> None:
    assert working_days_before(day, 3) == before


def test_free_days_are_no_working_days_either() -> None:
    free = {date(2026, 1, 27), date(2026, 1, 26)}
    assert working_days_before(THURSDAY, 3, free=free) == date(2026, 1, 22)
    assert working_days_before(THURSDAY, 0, free=free) == THURSDAY


def test_everybody_is_ready_before_the_holidays() -> None:
    # Monday 5 January is the first day after two weeks of Christmas.
    free = {date(2025, 12, 22) + timedelta(days=number) for number in range(14)}
    assert usual_ready_by(date(2026, 1, 5), free=free) == date(2025, 12, 17)
    assert usual_ready_by(THURSDAY, free=free) == date(2026, 1, 26)


def test_a_day_that_was_agreed_counts_instead_of_the_usual_one() -> None:
    assert ready_day(date(2026, 1, 20), held_on=THURSDAY, free=()) == date(2026, 1, 20)
    assert ready_day(None, held_on=THURSDAY, free=()) == date(2026, 1, 26)


@pytest.mark.parametrize(("days", "opens"), [(15, False), (14, True), (0, True), (-1, False)])
def test_a_round_opens_two_weeks_before_its_talk(days: int, opens: bool) -> None:
    today = THURSDAY - timedelta(days=days)
    assert should_open(THURSDAY, today=today, has_round=False) is opens
    assert not should_open(THURSDAY, today=today, has_round=True)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 1, 25), False),
        (date(2026, 1, 26), True),
        (date(2026, 1, 29), True),
        (date(2026, 1, 30), False),
    ],
)
def test_a_notice_from_the_day_of_being_ready_until_the_talk(today: date, due: bool) -> None:
    assert is_due(date(2026, 1, 26), held_on=THURSDAY, today=today) is due


def asked(
    *marks: Mark, today: date = THURSDAY + timedelta(days=15), talks_on: tuple[date, ...] = ()
) -> tuple[str, ...]:
    agreed = [(f"C{number}", mark) for number, mark in enumerate(marks, start=1)]
    return asks_for_talk(agreed, agreed_on=THURSDAY, talks_on=talks_on, today=today)


def test_a_talk_is_asked_for_when_the_two_weeks_are_over_and_not_before() -> None:
    assert asked(level_mark(1), today=THURSDAY + timedelta(days=14)) == ()
    assert asked(level_mark(2), level_mark(1), level_mark(1)) == ("C2", "C3")


def test_r2_only_a_level_asks_for_a_talk() -> None:
    assert asked(NOT_OBSERVED, NO_OPPORTUNITY, Mark(), level_mark(2)) == ()


@pytest.mark.parametrize("days", [1, 14, 15, 40])
def test_any_talk_since_answers_the_question(days: int) -> None:
    assert asked(level_mark(1), talks_on=(THURSDAY + timedelta(days=days),)) == ()


def test_the_talk_in_which_it_was_agreed_does_not_answer_it() -> None:
    assert asked(level_mark(1), talks_on=(THURSDAY, THURSDAY - timedelta(days=7))) == ("C1",)


def test_talks_that_were_not_held_count_from_the_second_one_on_whatever_the_cause() -> None:
    assert not bears_on_conditions([])
    assert not bears_on_conditions([(NotHeldCause.WORKPLACE, 1)])
    assert bears_on_conditions([(NotHeldCause.WORKPLACE, 1), (NotHeldCause.STUDENT, 1)])
    assert bears_on_conditions([(NotHeldCause.OTHER, 2)])
