"""What day it is here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from wpl_desktop.domain.clock import local_day


@pytest.fixture
def brussels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="the zone of this system cannot be changed by a program"
)
@pytest.mark.usefixtures("brussels")
@pytest.mark.parametrize(("month", "hour", "day"), [(1, 22, 5), (1, 23, 6), (7, 21, 5), (7, 22, 6)])
def test_what_was_made_shortly_after_midnight_is_of_the_new_day(month: int, hour: int, day: int) -> None:
    assert local_day(datetime(2026, month, 5, hour, 30, tzinfo=UTC)) == date(2026, month, day)
