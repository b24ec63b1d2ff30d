"""Where the demo's days land: whole weeks further, in no holiday, nobody in two places, cut at the present."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.factory import FixedClock
from wpl_desktop.domain.conversations import Slot
from wpl_desktop.domain.flemish_holidays import holiday_on
from wpl_desktop.services import content
from wpl_desktop.services.demo.year import Year, placed, year_of_story

DATA = content.shipped("demo")
WRITTEN = 2025


def year_at(now: str, first_year: int | None = None) -> Year:
    """The year of the story when the wall clock says `now`."""
    return year_of_story(DATA, clock=FixedClock(datetime.fromisoformat(now)), first_year=first_year)


def written_day(talk: dict[str, Any]) -> date:
    return date.fromisoformat(talk["date"])


@pytest.mark.parametrize(
    ("now", "first_year", "is_over"),
    [
        ("2025-10-13T15:44", 2024, True),
        ("2025-10-13T15:45", 2025, False),
        ("2026-06-30T12:00", 2025, False),
        ("2026-07-31T12:00", 2025, False),
        ("2026-08-01T12:00", 2025, True),
        ("2026-09-21T12:00", 2025, True),
        ("2026-11-21T12:00", 2026, False),
        ("2040-03-01T12:00", 2039, False),
        ("2010-03-01T12:00", 2009, False),
    ],
)
def test_the_current_year_or_the_last_until_a_round_was_held(
    now: str, first_year: int, is_over: bool
) -> None:
    year = year_at(now)
    assert (year.first_year, year.is_over) == (first_year, is_over)


def test_an_earlier_year_is_whole() -> None:
    year = year_at("2026-11-21T12:00", 2019)
    assert (year.first_year, year.is_over, year.ends_on) == (2019, True, date(2020, 8, 31))
    assert all(year.has_come(moment) for moment in placed(DATA["conversations"], year=year).values())


def test_the_year_that_was_written_stays_as_it_is() -> None:
    year = year_at("2026-11-21T12:00", WRITTEN)
    starts = placed(DATA["conversations"], year=year)
    assert {key: moment.date() for key, moment in starts.items()} == {
        talk["id"]: written_day(talk) for talk in DATA["conversations"]
    }


@pytest.mark.parametrize("first_year", range(2000, 2036))
def test_every_talk_keeps_its_weekday_is_in_no_holiday_and_clashes_with_none(first_year: int) -> None:
    year = year_at("2040-01-01T12:00", first_year)
    starts = placed(DATA["conversations"], year=year)
    talks = {talk["id"]: talk for talk in DATA["conversations"]}
    for key, moment in starts.items():
        assert moment.isoweekday() == written_day(talks[key]).isoweekday()
        assert holiday_on(moment.date()) is None
        assert year.exact_day("2025-08-28") <= moment.date() <= year.ends_on
        assert moment.time().isoformat("minutes") == talks[key]["time"]
    clashes = [
        (one, other)
        for one in talks
        for other in talks
        if one < other
        and {*talks[one]["students"], *talks[one]["people"]}
        & {*talks[other]["students"], *talks[other]["people"]}
        and slot(talks[one], starts).overlaps(slot(talks[other], starts))
    ]
    assert clashes == []
    for student in ("S1", "S2", "S3", "S4"):
        meetings = [starts[row["meetings"][student]] for row in DATA["rounds"]]
        assert meetings == sorted(meetings)


def slot(talk: dict[str, Any], starts: dict[str, datetime]) -> Slot:
    return Slot(starts_at=starts[talk["id"]], minutes=talk["minutes"])


@pytest.mark.parametrize("first_year", range(2000, 2036))
def test_the_year_moves_by_whole_weeks_and_hardly_within_the_year(first_year: int) -> None:
    year = year_at("2040-01-01T12:00", first_year)
    assert year.shift.days % 7 == 0
    assert abs((year.exact_day("2025-09-01") - date(first_year, 9, 1)).days) <= 3


def test_nothing_is_written_in_the_future() -> None:
    year = year_at("2026-01-22T15:30")
    assert year.utc(datetime(2027, 1, 1)).isoformat() == "2026-01-22T15:30:00+00:00"  # noqa: DTZ001
    assert year.utc(datetime(2026, 1, 1, 9)).isoformat() == "2026-01-01T09:00:00+00:00"  # noqa: DTZ001
