"""The rule of a series: its text, its days, and what moving does to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.series import (
    MOST_TALKS,
    ReadRule,
    SeriesRule,
    check_count,
    check_end,
    last_possible_day,
    read_rule,
)

TUESDAY = date(2025, 9, 9)

weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days)))


@given(days=weekdays, every=st.integers(1, 26))
def test_what_is_written_is_read_back(days: tuple[int, ...], every: int) -> None:
    text = SeriesRule(weekdays=days, frequency_weeks=every).text
    assert read_rule(text) == ReadRule(weekdays=days, every=every)
    assert rrulestr(text)


@pytest.mark.parametrize(
    "rule",
    [
        SeriesRule(weekdays=()),
        SeriesRule(weekdays=(2,), frequency_weeks=27),
        SeriesRule(weekdays=(2,), custom="FREQ=DAILY"),
        SeriesRule(weekdays=(2,), custom="FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        SeriesRule(weekdays=(2,), custom="nonsense"),
    ],
)
def test_what_is_no_rule_of_ours_is_refused(rule: SeriesRule) -> None:
    with pytest.raises(DomainError) as refusal:
        _ = rule.text
    assert (refusal.value.code, refusal.value.field) == ("series_rule_unknown", "rule")


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (None, "series_without_end"),
        (TUESDAY - timedelta(days=1), "series_reversed"),
        (date(2027, 8, 1), "series_too_long"),
    ],
)
def test_ends_that_are_refused(until: date | None, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_end(TUESDAY, until)
    assert (refusal.value.code, refusal.value.field) == (code, "until")


def test_ends_that_are_allowed() -> None:
    assert check_end(TUESDAY, TUESDAY) == TUESDAY
    assert last_possible_day(TUESDAY) == date(2027, 7, 31)
    assert check_end(TUESDAY, date(2027, 7, 31)) == date(2027, 7, 31)


@pytest.mark.parametrize(("count", "code"), [(0, "series_empty"), (MOST_TALKS + 1, "series_too_many")])
def test_counts_that_are_refused(count: int, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        check_count(count)
    check_count(MOST_TALKS)
