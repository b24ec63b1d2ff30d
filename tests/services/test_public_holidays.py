"""The public holidays of two countries, in both languages."""

from datetime import date

from wpl_desktop.services.public_holidays import Country, public_holidays


def test_they_have_both_names_and_liberation_day_comes_every_fifth_year() -> None:
    dutch = {holiday.day: holiday.name for holiday in public_holidays(Country.NETHERLANDS, 2025)}
    assert dutch[date(2025, 5, 5)] == {"nl": "Bevrijdingsdag", "en": "Liberation Day"}
    later = {holiday.day for holiday in public_holidays(Country.NETHERLANDS, 2026)}
    assert date(2026, 5, 5) not in later
    assert date(2026, 4, 27) in later
