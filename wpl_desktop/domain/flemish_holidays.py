"""The Flemish holidays: which days schools are closed, by the fixed rules of the government.

Source: decision of the Flemish government of 17 April 1991 (primary education), repeated in article 7 of that of
31 August 2001 (secondary education). The rules fix every year for good; only Easter has to be computed.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from wpl_desktop.domain.base import first_year_of

_WEEK = timedelta(weeks=1)


class Holiday(NamedTuple):
    """Days on which schools are closed, first and last included; `key` names them (`autumn`, `may_day` …)."""

    key: str
    starts_on: date
    ends_on: date


def easter(year: int) -> date:
    """Easter Sunday of a year, by the anonymous Gregorian computation (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    quarter, odd = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarter - moon - odd) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, before = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, before + 1)


@lru_cache(maxsize=64)
def holidays(first_year: int) -> tuple[Holiday, ...]:
    """When schools are closed between 1 September and 30 June of one school year, in order of their first day.

    - autumn: one week from the Monday of the week of 1 November; is that a Sunday, from the Monday after it.
    - Armistice: 11 November.
    - Christmas: two weeks from the Monday of the week of 25 December; is that a Saturday or Sunday, from the
      Monday after it.
    - spring half-term: one week from the seventh Monday before Easter.
    - Easter: two weeks from the first Monday of April; from the Monday after Easter when Easter is in March; from
      the second Monday before Easter when Easter is later than 15 April. Easter Monday is free in each case.
    - 1 May, Ascension with the Friday after it, Whit Monday.
    """
    year = first_year + 1
    sunday = easter(year)
    all_saints, christmas = date(first_year, 11, 1), date(first_year, 12, 25)
    autumn = _monday_after(all_saints) if all_saints.isoweekday() == 7 else _monday_of(all_saints)
    winter = _monday_after(christmas) if christmas.isoweekday() >= 6 else _monday_of(christmas)
    ascension = sunday + timedelta(days=39)
    found = (
        _weeks("autumn", autumn, 1),
        _day("armistice", date(first_year, 11, 11)),
        _weeks("christmas", winter, 2),
        _weeks("spring_half_term", _monday_after(sunday) - 7 * _WEEK, 1),
        _weeks("easter", _easter_holiday(sunday), 2),
        _day("easter_monday", _monday_after(sunday)),
        _day("may_day", date(year, 5, 1)),
        Holiday("ascension", ascension, ascension + timedelta(days=1)),
        _day("whit_monday", _monday_after(sunday) + 7 * _WEEK),
    )
    return tuple(sorted(found, key=lambda holiday: holiday.starts_on))


def holiday_on(day: date) -> Holiday | None:
    """The holiday that `day` falls in; None on other days, weekends and the summer included."""
    return next(
        (found for found in holidays(first_year_of(day)) if found.starts_on <= day <= found.ends_on), None
    )


def next_free(day: date) -> date:
    """The first same weekday from `day` on that is in no holiday: `day` itself, or some whole weeks later."""
    while holiday_on(day) is not None:
        day += _WEEK
    return day


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _monday_after(day: date) -> date:
    return _monday_of(day) + _WEEK


def _easter_holiday(sunday: date) -> date:
    if sunday.month == 3:
        return _monday_after(sunday)
    if sunday > date(sunday.year, 4, 15):
        return _monday_after(sunday) - 2 * _WEEK
    first = date(sunday.year, 4, 1)
    return first if first.weekday() == 0 else _monday_after(first)


def _weeks(key: str, monday: date, count: int) -> Holiday:
    return Holiday(key, monday, monday + count * _WEEK - timedelta(days=1))


def _day(key: str, day: date) -> Holiday:
    return Holiday(key, day, day)
