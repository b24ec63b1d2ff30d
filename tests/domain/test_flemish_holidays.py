"""The Flemish school year against the calendars that were published, and its rules in every year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.base import first_year_of
from wpl_desktop.domain.flemish_holidays import easter, holiday_on, holidays, next_free

#: First and last days as the government published them.
PUBLISHED = {
    2007: ("10-29 11-04", "12-24 01-06", "02-04 02-10", "03-24 04-06"),
    2009: ("11-02 11-08", "12-21 01-03", "02-15 02-21", "04-05 04-18"),
    2018: ("10-29 11-04", "12-24 01-06", "03-04 03-10", "04-08 04-21"),
    2021: ("11-01 11-07", "12-27 01-09", "02-28 03-06", "04-04 04-17"),
    2025: ("10-27 11-02", "12-22 01-04", "02-16 02-22", "04-06 04-19"),
}
WHOLE_WEEKS = {"autumn": 7, "christmas": 14, "spring_half_term": 7, "easter": 14}
FREE_DAYS = {
    date(2019, 4, 22): "easter_monday",
    date(2019, 5, 30): "ascension",
    date(2019, 5, 31): "ascension",
    date(2019, 6, 10): "whit_monday",
    date(2025, 11, 11): "armistice",
    date(2026, 5, 1): "may_day",
    date(2026, 5, 15): "ascension",
    date(2026, 5, 25): "whit_monday",
}
YEARS = st.integers(1990, 2090)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("first_year", PUBLISHED)
def test_holidays_are_those_that_were_published(first_year: int) -> None:
    found = {
        holiday.key: f"{holiday.starts_on:%m-%d} {holiday.ends_on:%m-%d}" for holiday in holidays(first_year)
    }
    assert tuple(found[key] for key in WHOLE_WEEKS) == PUBLISHED[first_year]


@pytest.mark.parametrize("day", FREE_DAYS)
def test_single_free_days(day: date) -> None:
    found = holiday_on(day)
    assert found is not None
    assert found.key == FREE_DAYS[day]


@pytest.mark.parametrize(
    "day", ["2025-08-28", "2025-09-01", "2025-10-26", "2025-11-03", "2026-06-30", "2026-07-15"]
)
def test_other_days_are_no_holiday(day: str) -> None:
    assert holiday_on(date.fromisoformat(day)) is None


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "03-22"), (1943, "04-25"), (2000, "04-23"), (2008, "03-23"), (2026, "04-05"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert f"{easter(year):%m-%d}" == day


@pytest.mark.parametrize(
    ("day", "first"), [("2025-07-31", 2024), ("2025-08-01", 2025), ("2025-12-31", 2025), ("2026-06-30", 2025)]
)
def test_a_school_year_turns_in_august(day: str, first: int) -> None:
    assert first_year_of(date.fromisoformat(day)) == first


@given(YEARS)
def test_holidays_of_weeks_run_from_monday_to_sunday(first_year: int) -> None:
    found = {holiday.key: holiday for holiday in holidays(first_year)}
    lengths = {key: (found[key].ends_on - found[key].starts_on).days + 1 for key in found}
    assert {key: lengths[key] for key in WHOLE_WEEKS} == WHOLE_WEEKS
    assert all(found[key].starts_on.isoweekday() == 1 for key, days in lengths.items() if days >= 7)
    assert list(holidays(first_year)) == sorted(holidays(first_year), key=lambda holiday: holiday.starts_on)


@given(DAYS)
def test_the_next_free_day_is_the_same_weekday_soon(day: date) -> None:
    found = next_free(day)
    assert holiday_on(found) is None
    assert (found - day) % timedelta(weeks=1) == timedelta()
    assert timedelta() <= found - day <= timedelta(weeks=3)
    assert found == day or holiday_on(found - timedelta(weeks=1)) is not None
