"""A series in words: how often, on which day, at what time and until when."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.series import ReadRule, read_rule
from wpl_desktop.ui.language import clock_time, day_with_year, weekday_name


def series_words(rule: str, *, starts_at: datetime, until: date | None = None) -> str:
    """`every week on tuesday at 15:45, until 26 jun 2026`; without `until` the end is left out.

    `rule` is that of RFC 5545; one that is not ours reads as *comes back*.
    """
    read = read_rule(rule)
    if read is None:
        return QCoreApplication.translate("Series", "comes back")
    text = _how_often(read).format(every=read.every, days=_days(read), time=clock_time(starts_at))
    if until is None:
        return text
    return QCoreApplication.translate("Series", "{series}, until {day}").format(
        series=text, day=day_with_year(until)
    )


def _how_often(read: ReadRule) -> str:
    if read.in_month == -1:
        return QCoreApplication.translate("Series", "the last {days} of each month at {time}")
    if read.in_month is not None:
        return {
            1: QCoreApplication.translate("Series", "the first {days} of each month at {time}"),
            2: QCoreApplication.translate("Series", "the second {days} of each month at {time}"),
            3: QCoreApplication.translate("Series", "the third {days} of each month at {time}"),
            4: QCoreApplication.translate("Series", "the fourth {days} of each month at {time}"),
        }[read.in_month]
    if read.every == 1:
        return QCoreApplication.translate("Series", "every week on {days} at {time}")
    if read.every == 2:
        return QCoreApplication.translate("Series", "every two weeks on {days} at {time}")
    return QCoreApplication.translate("Series", "every {every} weeks on {days} at {time}")


def _days(read: ReadRule) -> str:
    names = [weekday_name(day) for day in read.weekdays]
    if len(names) == 1:
        return names[0]
    return QCoreApplication.translate("Series", "{days} and {last}").format(
        days=", ".join(names[:-1]), last=names[-1]
    )
