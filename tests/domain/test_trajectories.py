"""Whether periods, weekdays and blocks say when a student is at the workplace."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import (
    Period,
    Role,
    check_period,
    check_weekdays,
    is_at_workplace,
    party_of,
)

YEAR = Period(starts_on=date(2025, 8, 28), ends_on=date(2026, 6, 30))
BLOCK = Period(starts_on=date(2025, 11, 17), ends_on=date(2025, 11, 28))
MONDAY_TUESDAY_THURSDAY = [1, 2, 4]
days = st.dates(date(2025, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2025, 8, 27), False),
        (date(2025, 8, 28), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_first_and_last_day_belong_to_a_period(day: date, inside: bool) -> None:
    assert (day in YEAR) is inside


@given(days, days)
def test_a_period_ends_on_or_after_its_start(starts_on: date, ends_on: date) -> None:
    period = Period(starts_on=starts_on, ends_on=ends_on)
    if starts_on <= ends_on:
        check_period(period)
        return
    with pytest.raises(DomainError) as refusal:
        check_period(period, field="last")
    assert (refusal.value.code, refusal.value.field) == ("period_reversed", "last")


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "code"),
    [
        (date(2025, 8, 28), date(2026, 6, 30), None),
        (date(2025, 11, 17), date(2025, 11, 17), None),
        (date(2025, 8, 27), date(2025, 9, 5), "block_outside"),
        (date(2026, 6, 1), date(2026, 7, 1), "block_outside"),
        (date(2025, 12, 1), date(2025, 11, 1), "period_reversed"),
    ],
)
def test_a_block_lies_inside_the_trajectory(starts_on: date, ends_on: date, code: str | None) -> None:
    block = Period(starts_on=starts_on, ends_on=ends_on)
    if code is None:
        check_period(block, within=YEAR, field="blocks")
        return
    with pytest.raises(DomainError) as refusal:
        check_period(block, within=YEAR, field="blocks")
    assert (refusal.value.code, refusal.value.field) == (code, "blocks")


@pytest.mark.parametrize(("given_days", "kept"), [([], []), ([4, 1, 2], [1, 2, 4]), ([7, 7, 1], [1, 7])])
def test_weekdays_are_sorted_without_doubles(given_days: list[int], kept: list[int]) -> None:
    assert check_weekdays(given_days) == kept


@pytest.mark.parametrize("wrong", [0, 8, -1])
def test_unknown_weekdays_are_refused(wrong: int) -> None:
    with pytest.raises(DomainError, match="weekday_unknown"):
        check_weekdays([1, wrong])


@pytest.mark.parametrize(
    ("day", "present"),
    [
        (date(2025, 11, 10), True),
        (date(2025, 11, 12), False),
        (date(2025, 11, 13), True),
        (date(2025, 11, 14), False),
        (date(2025, 11, 19), True),
        (date(2025, 11, 21), True),
        (date(2025, 11, 22), False),
        (date(2025, 11, 28), True),
        (date(2025, 11, 29), False),
    ],
)
def test_fixed_days_and_whole_weeks_in_blocks(day: date, present: bool) -> None:
    assert is_at_workplace(day, weekdays=MONDAY_TUESDAY_THURSDAY, blocks=[BLOCK]) is present


@given(days, st.lists(st.integers(1, 7)))
def test_without_blocks_only_the_weekday_counts(day: date, weekdays: list[int]) -> None:
    present = is_at_workplace(day, weekdays=weekdays, blocks=[])
    assert present is is_at_workplace(day + timedelta(weeks=1), weekdays=weekdays, blocks=[])
    assert present is (day.isoweekday() in weekdays)


@pytest.mark.parametrize("role", Role)
def test_the_institute_speaks_through_two_roles_and_nobody_for_the_student(role: Role) -> None:
    institute = {Role.ASSESSOR, Role.INSTITUTE_SUPERVISOR}
    assert party_of(role) is (Party.INSTITUTE if role in institute else Party.WORKPLACE)
