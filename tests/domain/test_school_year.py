"""The rules of a school year: closed days, overlap, bounds, hours, and who is there by which rhythm."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.school_year import (
    CLOSING,
    CalendarSide,
    PeriodKind,
    Stretch,
    check_hour,
    check_stretch,
    check_year,
    closed_days,
    days_of_kind,
)
from wpl_desktop.domain.trajectories import OtherDays, Period, in_next_year, is_at_workplace

NOVEMBER = date(2025, 11, 1)
DAYS = st.dates(date(2025, 8, 1), date(2026, 8, 31))


def stretch(first: date, last: date, kind: PeriodKind = PeriodKind.HOLIDAY, **values: object) -> Stretch:
    """A period of the school with a name."""
    fields = {"side": CalendarSide.SCHOOL, "name": {"nl": "Vakantie", "en": "Holiday"}, **values}
    return Stretch(kind=kind, starts_on=first, ends_on=last, **fields)  # pyright: ignore[reportArgumentType]


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    first = draw(DAYS)
    return stretch(
        first,
        first + timedelta(days=draw(st.integers(0, 40))),
        draw(st.sampled_from(list(PeriodKind))),
        side=draw(st.sampled_from(list(CalendarSide))),
    )


@given(st.lists(stretches(), max_size=6), DAYS, st.integers(0, 60))
def test_a_day_is_closed_exactly_when_a_closing_period_of_the_school_has_it(
    periods: list[Stretch], first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    closed = closed_days(periods, first, last)
    for number in range(length + 1):
        day = first + timedelta(days=number)
        wanted = any(
            period.side is CalendarSide.SCHOOL
            and period.kind in CLOSING
            and period.starts_on <= day <= period.ends_on
            for period in periods
        )
        assert (day in closed) is wanted
    assert list(closed) == sorted(closed)


def test_the_longer_period_names_the_day_and_a_staff_day_closes_nothing() -> None:
    day = date(2025, 11, 3)
    periods = [
        stretch(day, day, name={"nl": "Brug", "en": "Bridge"}),
        stretch(NOVEMBER, NOVEMBER + timedelta(days=8)),
        stretch(date(2025, 11, 20), date(2025, 11, 20), PeriodKind.STAFF),
    ]
    closed = closed_days(periods, NOVEMBER, date(2025, 11, 30))
    assert closed[day] == {"nl": "Vakantie", "en": "Holiday"}
    assert date(2025, 11, 20) not in closed
    assert days_of_kind(periods, PeriodKind.STAFF, NOVEMBER, date(2025, 11, 30)) == {date(2025, 11, 20)}


def test_days_are_refused_that_end_first_or_are_there_already() -> None:
    kept = stretch(NOVEMBER, date(2025, 11, 9))
    with pytest.raises(DomainError) as reversed_days:
        check_stretch(stretch(date(2025, 11, 9), NOVEMBER), others=[])
    with pytest.raises(DomainError) as twice:
        check_stretch(stretch(date(2025, 11, 9), date(2025, 11, 12)), others=[kept])
    assert (reversed_days.value.code, reversed_days.value.field) == ("period_reversed", "ends_on")
    assert (twice.value.code, twice.value.field) == ("period_twice", "ends_on")
    check_stretch(stretch(date(2025, 11, 10), date(2025, 11, 12)), others=[kept])
    check_stretch(stretch(NOVEMBER, NOVEMBER, PeriodKind.FREE), others=[kept])


def test_a_year_ends_after_it_begins_and_so_does_an_hour() -> None:
    with pytest.raises(DomainError, match="period_reversed"):
        check_year(NOVEMBER, NOVEMBER, field="ends_on")
    for weekday, first, last, code in (
        (1, 600, 600, "ends_before_start"),
        (1, 600, 24 * 60 + 1, "ends_before_start"),
        (8, 600, 660, "weekday_unknown"),
    ):
        with pytest.raises(DomainError, match=code):
            check_hour(weekday, first, last)
    check_hour(7, 0, 24 * 60)


class TestRhythm:
    """Blocks before other rhythms, and those before the fixed days."""

    MONDAY = date(2025, 11, 17)

    def there(self, day: date, *, blocks: bool = False, other: tuple[int, ...] | None = None) -> bool:
        week = {"starts_on": self.MONDAY, "ends_on": self.MONDAY + timedelta(days=6)}
        return is_at_workplace(
            day,
            weekdays=(1, 2, 4),
            blocks=[Period(**week)] if blocks else [],
            presence=[] if other is None else [OtherDays(weekdays=other, **week)],
        )

    def test_the_days_of_each(self) -> None:
        week = [self.MONDAY + timedelta(days=number) for number in range(7)]
        assert [self.there(day) for day in week] == [True, True, False, True, False, False, False]
        assert [self.there(day, other=(3,)) for day in week] == [False, False, True] + 4 * [False]
        assert not any(self.there(day, other=()) for day in week)
        assert [self.there(day, other=(), blocks=True) for day in week] == 5 * [True] + 2 * [False]
        assert self.there(self.MONDAY + timedelta(days=7), other=())


@pytest.mark.parametrize(
    ("last_day", "first_year", "expected"),
    [
        (date(2026, 6, 30), 2026, date(2027, 6, 30)),
        (date(2026, 8, 31), 2026, date(2027, 8, 31)),
        (date(2026, 12, 18), 2027, date(2027, 12, 18)),
        (date(2028, 2, 29), 2028, date(2029, 2, 28)),
    ],
)
def test_the_same_last_day_a_school_year_later(last_day: date, first_year: int, expected: date) -> None:
    assert in_next_year(last_day, first_year=first_year) == expected
