"""The public holidays of Belgium and the Netherlands, by the `holidays` library."""

from __future__ import annotations

import enum
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from wpl_desktop.domain.words import Words


class Country(enum.Enum):
    """Whose public holidays are meant."""

    BELGIUM = "BE"
    NETHERLANDS = "NL"


class PublicHoliday(NamedTuple):
    """One public holiday and its name in both languages."""

    day: date
    name: Words


@lru_cache(maxsize=64)
def public_holidays(country: Country, year: int) -> tuple[PublicHoliday, ...]:
    """The public holidays of one calendar year, earliest first.

    Liberation Day is one in the Netherlands in every fifth year only, as in most collective agreements.
    """
    # It brings every country of the world along: nobody waits for that before a calendar is asked for.
    from holidays.countries.belgium import Belgium
    from holidays.countries.netherlands import Netherlands

    calendar = {Country.BELGIUM: Belgium, Country.NETHERLANDS: Netherlands}[country]
    dutch = dict(calendar(years=year, language="nl"))
    english = dict(calendar(years=year, language="en_US"))
    return tuple(PublicHoliday(day, {"nl": dutch[day], "en": english[day]}) for day in sorted(dutch))
