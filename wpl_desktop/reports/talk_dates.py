"""How days, weeks and months are worded in agendas and on the papers of conversations."""

from __future__ import annotations

from datetime import date, datetime

from wpl_desktop.reports.dates import language_tag, time_of_day


def weekday_and_date(day: date, language: str) -> str:
    """`Maandag 26 januari 2026`."""
    return _capital(_written(day, "EEEE d MMMM y", language))


def day_and_month(day: date, language: str) -> str:
    """`di 3 feb`: in a list of one school year."""
    return _written(day, "EEE d MMM", language).replace(".", "")


def weekday_name(day: date, language: str) -> str:
    """`ma`: beside the number of the day."""
    return _written(day, "EEE", language).replace(".", "")


def month_and_year(day: date, language: str) -> str:
    """`Januari 2026`."""
    return _capital(_written(day, "LLLL y", language))


def month_name(day: date, language: str) -> str:
    """`feb`: where a day belongs to another month."""
    return _written(day, "MMM", language).replace(".", "")


def span_of_days(first: date, last: date, language: str) -> str:
    """`26 – 30 januari 2026`, and over two months or years as much of each as is needed."""
    if first.year != last.year:
        start = _written(first, "d MMMM y", language)
    elif first.month != last.month:
        start = _written(first, "d MMMM", language)
    else:
        start = _written(first, "d", language)
    return f"{start} – {_written(last, 'd MMMM y', language)}"


def hours(starts_at: datetime, ends_at: datetime, language: str) -> str:
    """`15.45–16.45`."""
    return f"{time_of_day(starts_at, language)}–{time_of_day(ends_at, language)}"


def _written(day: date, form: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=language_tag(language).replace("-", "_"))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
