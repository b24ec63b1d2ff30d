"""How dates and times are written on paper, in the language of the report."""

from __future__ import annotations

from datetime import date, datetime

_LOCALES = {"nl": "nl_BE", "en": "en_GB"}
_SHORT_DATES = {"nl": "dd-MM-yyyy", "en": "dd/MM/yyyy"}
_TIMES = {"nl": "HH.mm", "en": "HH:mm"}


def _locale_of(language: str) -> str:
    """The locale in which dates of a report are worded."""
    return _LOCALES.get(language, language.replace("-", "_"))


def language_tag(language: str) -> str:
    """The language of a report as its file names it: `nl-BE`."""
    return _locale_of(language).replace("_", "-")


def long_date(day: date, language: str) -> str:
    """`4 juni 2026`."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=_locale_of(language))


def short_date(day: date, language: str) -> str:
    """`04-06-2026`."""
    from babel.dates import format_date

    return format_date(day, _SHORT_DATES.get(language, "yyyy-MM-dd"), locale=_locale_of(language))


def time_of_day(moment: datetime, language: str) -> str:
    """`15.45`."""
    from babel.dates import format_time

    return format_time(moment, _TIMES.get(language, "HH:mm"), locale=_locale_of(language))


def weekday_names(days: tuple[int, ...], language: str) -> str:
    """ISO days as short names: `ma, di, do`."""
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", locale=_locale_of(language))
    return ", ".join(names[day - 1] for day in days)
