"""The days that the rule of a series gives, and where they come when it moves."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from wpl_desktop.domain.series import read_rule


def days_of(rule: str, *, first: date, until: date) -> list[date]:
    """The days that a rule gives from `first` up to `until`, both included."""
    # Not before a series is made: the program starts without it.
    from dateutil.rrule import rrulestr

    # Whole days without a zone: what the clock does in October and March changes nothing.
    begin = datetime.combine(first, datetime.min.time())
    found = rrulestr(rule, dtstart=begin).between(
        begin, datetime.combine(until, datetime.min.time()), inc=True
    )
    return [moment.date() for moment in found]


def moved_day(day: date, *, rule: str, old: date, new: date) -> date:
    """Where a day of a series comes that moves from day `old` to `new` and follows `rule` from then on."""
    read = read_rule(rule)
    if read is None or read.in_month is None:
        return day + (new - old)
    months = day.year * 12 + day.month - 1 + (new.year - old.year) * 12 + new.month - old.month
    begin = date(months // 12, months % 12 + 1, 1)
    end = (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return days_of(rule, first=begin, until=end)[0]
