"""For how long the bin keeps what was deleted."""

from datetime import UTC, datetime, timedelta

import pytest

from wpl_desktop.domain.history import BIN_KEEPS, days_left

DELETED = datetime(2026, 1, 22, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("passed", "left"),
    [
        (timedelta(), 30),
        (timedelta(seconds=1), 30),
        (timedelta(days=1), 29),
        (timedelta(days=28, hours=23), 2),
        (timedelta(days=29), 1),
        (timedelta(days=29, hours=23), 1),
        (BIN_KEEPS, 1),
    ],
)
def test_a_day_that_began_counts(passed: timedelta, left: int) -> None:
    assert days_left(DELETED, now=DELETED + passed) == left
