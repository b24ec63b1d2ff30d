"""The days of a rule, and where moving brings them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.series import SeriesRule, monthly_rule, moved_rule
from wpl_desktop.services.series_days import days_of, moved_day

TUESDAY = date(2025, 9, 9)

weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days)))


@given(days=weekdays, every=st.integers(1, 8), length=st.integers(0, 400))
def test_days_are_those_weekdays_in_those_weeks(days: tuple[int, ...], every: int, length: int) -> None:
    until = TUESDAY + timedelta(days=length)
    found = days_of(SeriesRule(weekdays=days, frequency_weeks=every).text, first=TUESDAY, until=until)
    monday = TUESDAY - timedelta(days=1)
    expected = [
        day
        for day in (TUESDAY + timedelta(days=number) for number in range(length + 1))
        if day.isoweekday() in days and ((day - monday).days // 7) % every == 0
    ]
    assert found == expected


@given(st.integers(-20, 20))
def test_a_weekly_rule_moves_with_its_days(shift: int) -> None:
    new = TUESDAY + timedelta(days=shift)
    rule = moved_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", old=TUESDAY, new=new)
    assert days_of(rule, first=new, until=new) == [new]
    assert moved_day(TUESDAY, rule=rule, old=TUESDAY, new=new) == new


def test_the_first_of_each_month_stays_the_first() -> None:
    first = date(2025, 10, 7)
    new = date(2025, 10, 2)
    rule = moved_rule(monthly_rule(2, in_month=1).text, old=first, new=new)
    assert rule == monthly_rule(4, in_month=1).text
    assert moved_day(date(2025, 11, 4), rule=rule, old=first, new=new) == date(2025, 11, 6)
    assert moved_day(date(2025, 12, 2), rule=rule, old=first, new=new) == date(2025, 12, 4)
