"""The calendars of a school year as they are before anybody changes them: the holidays of a country or region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final, cast

from wpl_desktop.domain.flemish_holidays import Holiday, holidays
from wpl_desktop.domain.school_year import CalendarSide, HolidaySet, PeriodKind, Stretch, YearPlan
from wpl_desktop.domain.words import Words
from wpl_desktop.services import content
from wpl_desktop.services.public_holidays import Country, public_holidays

_REGIONS: Final = {
    HolidaySet.NETHERLANDS_NORTH: "north",
    HolidaySet.NETHERLANDS_MIDDLE: "middle",
    HolidaySet.NETHERLANDS_SOUTH: "south",
}
_DAY: Final = timedelta(days=1)


def usual_set(vocabulary: str) -> HolidaySet | None:
    """Whose holidays come first with a vocabulary; None in the Netherlands, where the region has to be said."""
    return None if vocabulary == "education_nl" else HolidaySet.FLANDERS


def kind_words(kind: PeriodKind) -> Words:
    """What a period is called that nobody gave a name."""
    return _data()["kinds"][kind.value]


def advice() -> Words:
    """What of the Dutch holidays the government fixes, and what is only advice."""
    return _data()["netherlands"]["advice"]


def source(first_year: int) -> str:
    """Where the Dutch holidays of a school year were published; empty for a year that is not known."""
    year = _dutch_years().get(str(first_year))
    return year["source"] if year else ""


@lru_cache(maxsize=64)
def default_year(first_year: int, holiday_set: HolidaySet | None) -> YearPlan:
    """The school year `first_year` (2025 for 2025-26) with the holidays of a set; None: the Dutch, region unknown.

    Exams and return days differ from institute to institute: its calendar has bounds and is empty.
    """
    if holiday_set is HolidaySet.FLANDERS:
        return _flemish_year(first_year)
    return _dutch_year(first_year, holiday_set)


def _flemish_year(first_year: int) -> YearPlan:
    names: Mapping[str, Words] = _data()["flanders"]["names"]
    year = first_year + 1
    summer = Holiday("summer", date(year, 7, 1), date(year, 8, 31))
    return YearPlan(
        first_year=first_year,
        holiday_set=HolidaySet.FLANDERS,
        starts_on=date(first_year, 9, 1),
        ends_on=date(year, 6, 30),
        academic_starts_on=_flemish_academic_year_begins(first_year),
        academic_ends_on=_flemish_academic_year_begins(year) - _DAY,
        periods=tuple(
            Stretch(
                side=CalendarSide.SCHOOL,
                # A single day is a public holiday on which schools are closed.
                kind=PeriodKind.PUBLIC_HOLIDAY if found.starts_on == found.ends_on else PeriodKind.HOLIDAY,
                name=names[found.key],
                starts_on=found.starts_on,
                ends_on=found.ends_on,
            )
            for found in (*_outside_longer(holidays(first_year)), summer)
        ),
    )


def _outside_longer(found: Iterable[Holiday]) -> list[Holiday]:
    """The holidays without single days in a weekend or inside a longer one, such as Easter Monday in most years."""
    all_found = list(found)
    longer = [one for one in all_found if one.starts_on != one.ends_on]
    return [
        one
        for one in all_found
        if one in longer
        or (
            one.starts_on.isoweekday() <= 5
            and not any(other.starts_on <= one.starts_on <= other.ends_on for other in longer)
        )
    ]


def _flemish_academic_year_begins(first_year: int) -> date:
    """The Monday from 20 to 26 September, on which most institutes begin."""
    latest = date(first_year, 9, 26)
    return latest - timedelta(days=latest.weekday())


def _dutch_year(first_year: int, holiday_set: HolidaySet | None) -> YearPlan:
    known = _dutch_holidays(first_year, holiday_set)
    before = _dutch_holidays(first_year - 1, holiday_set).get("summer")
    summer = known.get("summer")
    # The school year by law, where the summer holidays are not known.
    starts_on = before[1] + _DAY if before else date(first_year, 8, 1)
    ends_on = summer[0] - _DAY if summer else date(first_year + 1, 7, 31)
    names: Mapping[str, Words] = _data()["netherlands"]["names"]
    periods = [
        Stretch(
            side=CalendarSide.SCHOOL,
            kind=PeriodKind.HOLIDAY,
            name=names[key],
            starts_on=days[0],
            ends_on=days[1],
        )
        for key, days in known.items()
    ]
    periods += [
        Stretch(
            side=CalendarSide.SCHOOL,
            kind=PeriodKind.PUBLIC_HOLIDAY,
            name=holiday.name,
            starts_on=holiday.day,
            ends_on=holiday.day,
        )
        for year in (first_year, first_year + 1)
        for holiday in public_holidays(Country.NETHERLANDS, year)
        if starts_on <= holiday.day <= ends_on
        and holiday.day.isoweekday() <= 5
        and not any(days[0] <= holiday.day <= days[1] for days in known.values())
    ]
    return YearPlan(
        first_year=first_year,
        holiday_set=holiday_set,
        starts_on=starts_on,
        ends_on=ends_on,
        academic_starts_on=date(first_year, 9, 1),
        academic_ends_on=date(first_year + 1, 8, 31),
        periods=tuple(sorted(periods, key=lambda period: period.starts_on)),
        is_known=bool(known),
    )


def _dutch_holidays(first_year: int, holiday_set: HolidaySet | None) -> dict[str, tuple[date, date]]:
    """The holidays of a region as they were published; none for a year or region that is not known."""
    year = _dutch_years().get(str(first_year))
    if year is None or holiday_set not in _REGIONS:
        return {}
    region = _REGIONS[holiday_set]
    found = cast("dict[str, dict[str, list[str]]]", year["holidays"])
    return {
        key: (date.fromisoformat(days[region][0]), date.fromisoformat(days[region][1]))
        for key, days in found.items()
    }


def _dutch_years() -> dict[str, Any]:
    return _data()["netherlands"]["years"]


def _data() -> dict[str, Any]:
    return content.shipped("school_holidays")
