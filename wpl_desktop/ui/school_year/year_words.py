"""The words of the school year: its name, stretches of days, hours and days of the week."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.school_year import Stretch
from wpl_desktop.ui.language import chosen, day_with_year, short_day, weekday_name
from wpl_desktop.ui.widgets.table import Cell


def year_name(first_year: int) -> str:
    """`2025-26`."""
    return f"{first_year}-{(first_year + 1) % 100:02d}"


def days_words(starts_on: date, ends_on: date) -> str:
    """`ma 27 okt – zo 2 nov`, or one day."""
    if starts_on == ends_on:
        return short_day(starts_on)
    return f"{short_day(starts_on)} – {short_day(ends_on)}"


def bounds_words(starts_on: date, ends_on: date) -> str:
    """`1 sep 2025 tot 30 jun 2026`."""
    text = QCoreApplication.translate("SchoolYearWords", "{first} to {last}")
    return text.format(first=day_with_year(starts_on), last=day_with_year(ends_on))


def period_name(period: Stretch) -> str:
    """What a period is called, in the language of the window."""
    return chosen(period.name)


def clock_words(minutes: int) -> str:
    """`08:30`, of minutes since midnight."""
    return time(minutes // 60, minutes % 60).isoformat("minutes") if minutes < 24 * 60 else "24:00"


def hours_words(from_minute: int, to_minute: int) -> str:
    """`08:30 – 12:05`."""
    return f"{clock_words(from_minute)} – {clock_words(to_minute)}"


def weekdays_words(weekdays: tuple[int, ...]) -> str:
    """`ma, di, do`; without days that there are none."""
    days = ", ".join(weekday_name(day, short=True) for day in weekdays)
    return days or QCoreApplication.translate("SchoolYearWords", "no fixed days")


def plain(text: str) -> Cell:
    """A cell of one line."""
    return Cell(text=text)
