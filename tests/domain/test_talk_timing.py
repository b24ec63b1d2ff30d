"""How long a talk was at each line: pauses, gaps and a clock that was set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.talk_timing import TalkTiming, clock_face

BEGIN = datetime(2026, 1, 22, 15, 0, tzinfo=UTC)
LONGEST = timedelta(minutes=30)


def after(seconds: float) -> datetime:
    return BEGIN + timedelta(seconds=seconds)


def test_seconds_go_to_the_line_the_talk_is_at() -> None:
    timing = TalkTiming(seen_at=BEGIN, at=1)
    timing = timing.advanced(after(60), longest=LONGEST).moved(2).advanced(after(90), longest=LONGEST)
    assert (timing.at_line(1), timing.at_line(2), timing.at_line(3), timing.total) == (60, 30, 0, 90)


def test_a_pause_counts_for_nothing() -> None:
    timing = TalkTiming(seen_at=BEGIN).advanced(after(10), longest=LONGEST).paused()
    timing = timing.advanced(after(500), longest=LONGEST).resumed(after(600))
    assert timing.advanced(after(605), longest=LONGEST).total == 15


def test_a_laptop_that_was_shut_held_no_talk() -> None:
    timing = TalkTiming(seen_at=BEGIN).advanced(after(10), longest=LONGEST)
    timing = timing.advanced(after(10) + LONGEST + timedelta(seconds=1), longest=LONGEST)
    assert (timing.total, timing.running) == (10, False)


@given(st.lists(st.integers(min_value=-10_000, max_value=10_000), max_size=20))
def test_no_clock_however_set_makes_less_than_nothing(jumps: list[int]) -> None:
    timing = TalkTiming(seen_at=BEGIN)
    now, before = BEGIN, 0.0
    for jump in jumps:
        now += timedelta(seconds=jump)
        timing = timing.advanced(now, longest=LONGEST)
        assert timing.total >= before
        before = timing.total


@pytest.mark.parametrize(
    ("seconds", "face"), [(-5, "00:00"), (0, "00:00"), (1068, "17:48"), (130, "02:10"), (3725, "1:02:05")]
)
def test_a_clock_face_has_minutes_and_seconds(seconds: float, face: str) -> None:
    assert clock_face(seconds) == face
