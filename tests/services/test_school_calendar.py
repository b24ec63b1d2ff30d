"""Who is where on which day, what stands above an agenda, and both calendars kept and computed."""

import uuid
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests import factory
from tests.factory import FixedClock
from tests.statements import counted_statements
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.school_year import CalendarSide, HolidaySet, PeriodKind, Stretch
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.holiday_sets import default_year, source
from wpl_desktop.services.public_holidays import Country, public_holidays
from wpl_desktop.services.school_calendar import (
    MOST_NAMED,
    Elsewhere,
    closed_on,
    days_at_workplace,
    exam_days,
    free_days,
)
from wpl_desktop.services.school_years import HourKey, HourValues, PeriodValues
from wpl_desktop.services.trajectories import BlockValues, PresenceValues

MONDAY = date(2025, 10, 6)
DAY = timedelta(days=1)
DUTCH = (HolidaySet.NETHERLANDS_NORTH, HolidaySet.NETHERLANDS_MIDDLE, HolidaySet.NETHERLANDS_SOUTH)


def values(kind: PeriodKind, first: date, last: date | None = None, name: str = "") -> PeriodValues:
    """Days of the institute, or of the school when its kinds are meant."""
    own = {PeriodKind.RETURN_DAY, PeriodKind.EXAMS, PeriodKind.TRIALOGUES}
    return PeriodValues(
        side=CalendarSide.ACADEMIC if kind in own else CalendarSide.SCHOOL,
        kind=kind,
        name={"nl": name, "en": name},
        starts_on=first,
        ends_on=last or first,
    )


def closed(services: Services, first: date, last: date) -> dict[date, str]:
    with services.database.reading() as session:
        return {day: name["nl"] for day, name in closed_on(session, first, last).items()}


def there(services: Services, trajectory_id: uuid.UUID, first: date, last: date) -> list[date]:
    with services.database.reading() as session:
        return sorted(days_at_workplace(session, [trajectory_id], first, last)[trajectory_id])


class TestHolidaySets:
    """The years as they are before anybody changes them."""

    @pytest.mark.parametrize("first_year", range(2015, 2040))
    def test_flanders_closes_on_every_public_holiday_of_a_working_day(self, first_year: int) -> None:
        plan = default_year(first_year, HolidaySet.FLANDERS)
        for year in (first_year, first_year + 1):
            for holiday in public_holidays(Country.BELGIUM, year):
                if plan.starts_on <= holiday.day <= plan.ends_on and holiday.day.isoweekday() <= 5:
                    assert any(
                        period.closes and period.starts_on <= holiday.day <= period.ends_on
                        for period in plan.periods
                    ), holiday

    @pytest.mark.parametrize("first_year", range(2024, 2029))
    @pytest.mark.parametrize("region", DUTCH)
    def test_a_dutch_year_that_was_published(self, first_year: int, region: HolidaySet) -> None:
        plan = default_year(first_year, region)
        holidays = [period for period in plan.periods if period.kind is PeriodKind.HOLIDAY]
        assert plan.is_known
        assert source(first_year)
        assert [period.name["nl"] for period in holidays] == [
            "Herfstvakantie",
            "Kerstvakantie",
            "Voorjaarsvakantie",
            "Meivakantie",
            "Zomervakantie",
        ]
        weeks = [(period.ends_on - period.starts_on).days + 1 for period in holidays]
        # From Saturday to Sunday: one week is nine days, two are sixteen, six are forty-four.
        assert weeks == [9, 16, 9, 9, 44]
        assert all(
            period.starts_on.isoweekday() == 6 and period.ends_on.isoweekday() == 7 for period in holidays
        )
        assert plan.ends_on == holidays[-1].starts_on - DAY
        if first_year < 2028:
            assert default_year(first_year + 1, region).starts_on == holidays[-1].ends_on + DAY

    def test_the_regions_differ_where_the_government_says_so(self) -> None:
        autumn = [default_year(2025, region).periods[0].starts_on for region in DUTCH]
        assert autumn == [date(2025, 10, 18), date(2025, 10, 18), date(2025, 10, 11)]

    def test_a_year_that_nobody_published_has_public_holidays_and_nothing_invented(self) -> None:
        plan = default_year(2045, HolidaySet.NETHERLANDS_SOUTH)
        assert (plan.is_known, source(2045)) == (False, "")
        assert {period.kind for period in plan.periods} == {PeriodKind.PUBLIC_HOLIDAY}
        assert (plan.starts_on, plan.ends_on) == (date(2045, 8, 1), date(2046, 7, 31))

    def test_the_vocabulary_says_whose_holidays_come_first(self, tmp_path: Path) -> None:
        flemish = factory.make_services(tmp_path / "be")
        dutch = factory.make_services(tmp_path / "nl", vocabulary="education_nl")
        try:
            assert flemish.school_calendar.years.year(2025).holiday_set is HolidaySet.FLANDERS
            plan = dutch.school_calendar.years.year(2025)
            assert (plan.holiday_set, plan.is_known) == (None, False)
            assert date(2026, 4, 27) in {period.starts_on for period in plan.periods}
            with pytest.raises(DomainError, match="holiday_set_missing"):
                dutch.school_calendar.years.add_period(2025, values(PeriodKind.FREE, MONDAY))
            dutch.school_calendar.years.choose_set(2025, HolidaySet.NETHERLANDS_SOUTH)
            assert (
                closed(dutch, date(2025, 10, 11), date(2025, 10, 13))[date(2025, 10, 13)] == "Herfstvakantie"
            )
            # The other years follow what was chosen.
            next_year = dutch.school_calendar.years.year(2026)
            assert next_year.holiday_set is HolidaySet.NETHERLANDS_SOUTH
        finally:
            flemish.close()
            dutch.close()


class TestChanging:
    """The first change keeps the year; each change is one step."""

    def test_the_first_change_keeps_the_whole_year_and_undo_takes_it_all_back(
        self, services: Services
    ) -> None:
        years = services.school_calendar.years
        before = years.year(2025)
        assert not before.is_kept
        years.add_period(2025, values(PeriodKind.FREE, MONDAY, name="Brugdag"))
        after = years.year(2025)
        assert after.is_kept
        assert len(after.periods) == len(before.periods) + 1
        assert closed(services, MONDAY, MONDAY) == {MONDAY: "Brugdag"}
        step = services.history.undo()
        assert step is not None
        assert step.kind.value == "school_year"
        assert years.year(2025) == before
        services.history.redo()
        assert closed(services, MONDAY, MONDAY) == {MONDAY: "Brugdag"}

    def test_a_computed_holiday_is_moved_and_taken_out(self, services: Services) -> None:
        years = services.school_calendar.years
        autumn = years.year(2025).periods[0]
        moved = PeriodValues(
            side=autumn.side,
            kind=autumn.kind,
            name=autumn.name,
            starts_on=autumn.starts_on + DAY,
            ends_on=autumn.ends_on,
        )
        years.change_period(2025, autumn, moved)
        assert autumn.starts_on not in closed(services, autumn.starts_on, autumn.ends_on)
        kept = next(period for period in years.year(2025).periods if period.name == autumn.name)
        years.delete_period(2025, kept)
        assert closed(services, autumn.starts_on, autumn.ends_on) == {}
        with pytest.raises(DomainError, match="not_found"):
            years.delete_period(2025, kept)

    def test_each_first_change_of_a_computed_year_can_be_taken_back(self, services: Services) -> None:
        years = services.school_calendar.years
        before = years.year(2025)
        autumn = before.periods[0]
        moved = PeriodValues(
            side=autumn.side,
            kind=autumn.kind,
            name=autumn.name,
            starts_on=autumn.starts_on,
            ends_on=autumn.ends_on + DAY,
        )
        for change in (
            lambda: years.delete_period(2025, autumn),
            lambda: years.change_period(2025, autumn, moved),
            lambda: years.change_bounds(
                before, side=CalendarSide.ACADEMIC, starts_on=date(2025, 9, 15), ends_on=date(2026, 9, 13)
            ),
            lambda: years.choose_set(2025, HolidaySet.NETHERLANDS_NORTH),
        ):
            change()
            assert years.year(2025) != before
            services.history.undo()
            assert years.year(2025) == before

    def test_an_older_view_overwrites_nothing(self, services: Services) -> None:
        years = services.school_calendar.years
        years.add_period(2025, values(PeriodKind.FREE, MONDAY))
        shown = next(period for period in years.year(2025).periods if period.kind is PeriodKind.FREE)
        years.change_period(2025, shown, values(PeriodKind.FREE, MONDAY + DAY))
        with pytest.raises(DomainError, match="changed_meanwhile"):
            years.change_period(2025, shown, values(PeriodKind.FREE, MONDAY + 2 * DAY))
        plan = years.year(2025)
        change_bounds = partial(
            years.change_bounds, plan, side=CalendarSide.SCHOOL, starts_on=date(2025, 9, 2)
        )
        change_bounds(ends_on=date(2026, 6, 26))
        assert years.year(2025).ends_on == date(2026, 6, 26)
        with pytest.raises(DomainError, match="changed_meanwhile"):
            change_bounds(ends_on=date(2026, 6, 27))
        with pytest.raises(DomainError) as refusal:
            change_bounds(ends_on=date(2025, 9, 1))
        assert refusal.value.field == "ends_on"

    def test_another_set_replaces_its_own_holidays_and_leaves_own_days(self, services: Services) -> None:
        years = services.school_calendar.years
        years.add_period(2025, values(PeriodKind.FREE, MONDAY, name="Brugdag"))
        years.choose_set(2025, HolidaySet.NETHERLANDS_NORTH)
        names = [period.name["nl"] for period in years.year(2025).periods]
        assert "Brugdag" in names
        assert "Meivakantie" in names
        assert "Krokusvakantie" not in names
        assert years.year(2025).starts_on == date(2025, 8, 25)

    def test_without_a_name_days_are_called_what_they_are(self, services: Services) -> None:
        services.school_calendar.years.add_period(2025, values(PeriodKind.RETURN_DAY, MONDAY))
        [band] = services.school_calendar.bands(MONDAY, MONDAY)
        assert band.name == {"nl": "Terugkomdag", "en": "Return day"}

    def test_lesson_hours(self, services: Services) -> None:
        years = services.school_calendar.years
        years.save_hour(HourValues(weekday=2, from_minute=510, to_minute=725))
        years.save_hour(HourValues(weekday=1, from_minute=510, to_minute=725, label=" les L3 "))
        first, second = services.school_calendar.lesson_hours()
        assert (first.weekday, first.label, second.weekday) == (1, "les L3", 2)
        key = HourKey(id=first.id, version=first.version)
        years.save_hour(HourValues(weekday=1, from_minute=540, to_minute=600), shown=key)
        with pytest.raises(DomainError, match="changed_meanwhile"):
            years.delete_hour(key)
        with pytest.raises(DomainError) as refusal:
            years.save_hour(HourValues(weekday=1, from_minute=600, to_minute=540))
        assert (refusal.value.code, refusal.value.field) == ("ends_before_start", "to")
        [left] = [hour for hour in services.school_calendar.lesson_hours() if hour.weekday == 2]
        years.delete_hour(HourKey(id=left.id, version=left.version))
        assert len(services.school_calendar.lesson_hours()) == 1


class TestPresence:
    """Who is at the workplace on which day."""

    def test_the_fixed_days_without_closed_ones(self, services: Services) -> None:
        key = factory.add_student(services)
        days = there(services, key, date(2025, 10, 20), date(2025, 11, 11))
        october, november = date(2025, 10, 1), date(2025, 11, 1)
        assert days == [
            *(october.replace(day=day) for day in (20, 21, 23)),
            *(november.replace(day=day) for day in (3, 4, 6, 10)),
        ]

    def test_a_return_day_is_at_the_institute_and_exams_change_nothing(self, services: Services) -> None:
        key = factory.add_student(services)
        years = services.school_calendar.years
        years.add_period(2025, values(PeriodKind.RETURN_DAY, MONDAY))
        years.add_period(2025, values(PeriodKind.EXAMS, MONDAY, MONDAY + 6 * DAY))
        assert there(services, key, MONDAY, MONDAY + 6 * DAY) == [MONDAY + DAY, MONDAY + 3 * DAY]
        with services.database.reading() as session:
            assert len(exam_days(session, MONDAY - DAY, MONDAY + 2 * DAY)) == 3
        week = services.school_calendar.presence(MONDAY, MONDAY + 6 * DAY)
        assert [week[MONDAY + number * DAY].elsewhere for number in range(7)] == [
            Elsewhere.RETURN_DAY,
            None,
            Elsewhere.EXAMS,
            None,
            Elsewhere.EXAMS,
            Elsewhere.WEEKEND,
            Elsewhere.WEEKEND,
        ]

    def test_blocks_and_periods_with_other_days(self, services: Services) -> None:
        key = factory.add_student(
            services,
            blocks=(BlockValues(name="", starts_on=MONDAY, ends_on=MONDAY + 4 * DAY),),
            presence=(
                PresenceValues(
                    label="", starts_on=MONDAY + 7 * DAY, ends_on=MONDAY + 13 * DAY, weekdays=(5,)
                ),
                PresenceValues(
                    label="weg", starts_on=MONDAY + 14 * DAY, ends_on=MONDAY + 20 * DAY, weekdays=()
                ),
            ),
        )
        assert there(services, key, MONDAY, MONDAY + 20 * DAY) == [
            *(MONDAY + number * DAY for number in range(5)),
            MONDAY + 11 * DAY,
        ]

    def test_a_trajectory_from_august_begins_before_the_first_day_of_school(self, services: Services) -> None:
        early = factory.add_student(services, name="An Aerts", weekdays=(4, 5))
        later = factory.add_student(services, name="Bo Baert", starts_on=date(2025, 9, 1), weekdays=(4, 5))
        assert there(services, early, date(2025, 8, 25), date(2025, 9, 5)) == [
            date(2025, 8, 28),
            date(2025, 8, 29),
            date(2025, 9, 4),
            date(2025, 9, 5),
        ]
        assert there(services, later, date(2025, 8, 25), date(2025, 9, 4)) == [date(2025, 9, 4)]
        # The summer after the year is a holiday for both.
        assert there(services, early, date(2026, 7, 1), date(2026, 8, 31)) == []

    def test_why_nobody_is_there(self, services: Services) -> None:
        calendar = services.school_calendar
        assert calendar.presence(MONDAY, MONDAY)[MONDAY].elsewhere is Elsewhere.NOBODY
        factory.add_student(services)
        factory.add_student(services, name="Zoë Zwart", state=TrajectoryState.CLOSED)
        [student] = calendar.presence(MONDAY, MONDAY)[MONDAY].at_workplace
        assert student.call_name == "Łukasz"
        holiday = date(2025, 10, 27)
        assert calendar.presence(holiday, holiday)[holiday].elsewhere is Elsewhere.HOLIDAY
        wednesday = MONDAY + 2 * DAY
        assert calendar.presence(wednesday, wednesday)[wednesday].elsewhere is Elsewhere.INSTITUTE

    def test_names_while_they_are_a_handful_and_a_number_of_more(self, services: Services) -> None:
        """Of a day with a thousand students no name is made: a page shows how many they are."""
        for number in range(MOST_NAMED):
            factory.add_student(services, name=f"{chr(122 - number)} Student", weekdays=(1,))
        calendar = services.school_calendar
        handful = calendar.presence(MONDAY, MONDAY)[MONDAY]
        assert handful.count == MOST_NAMED
        names = [student.sort_name for student in handful.at_workplace]
        assert len(names) == MOST_NAMED
        assert names == sorted(names)
        factory.add_student(services, name="Cé Claes", weekdays=(1, 2))
        week = calendar.presence(MONDAY, MONDAY + DAY)
        assert (week[MONDAY].count, week[MONDAY].at_workplace) == (MOST_NAMED + 1, ())
        assert week[MONDAY].elsewhere is None
        assert [student.call_name for student in week[MONDAY + DAY].at_workplace] == ["Cé"]

    def test_a_fixed_number_of_queries(self, services: Services) -> None:
        factory.add_student(services, name="An Aerts")
        with counted_statements(services) as few:
            services.school_calendar.presence(MONDAY, MONDAY + 6 * DAY)
            services.school_calendar.bands(MONDAY, MONDAY + 6 * DAY)
        for number in range(6):
            block = BlockValues(name="Blok", starts_on=MONDAY, ends_on=MONDAY + number * DAY)
            factory.add_student(services, name=f"Student {number}", blocks=(block,))
        with counted_statements(services) as many:
            services.school_calendar.presence(MONDAY, MONDAY + 6 * DAY)
            services.school_calendar.bands(MONDAY, MONDAY + 6 * DAY)
        assert len(many) <= len(few) + 1

    def test_working_days_do_not_stop_in_summer(self, services: Services) -> None:
        with services.database.reading() as session:
            free = free_days(session, date(2025, 8, 20), date(2025, 11, 1))
        assert date(2025, 8, 28) not in free
        assert date(2025, 10, 28) in free


class TestBands:
    """What stands above the week."""

    def test_equal_blocks_are_one_band_and_name_whose_they_are_not_everybodys(
        self, services: Services
    ) -> None:
        block = BlockValues(name="Blokstage 1", starts_on=MONDAY, ends_on=MONDAY + 4 * DAY)
        factory.add_student(services, name="An Aerts", blocks=(block,))
        factory.add_student(services, name="Bo Baert", blocks=(block,))
        [both] = services.school_calendar.bands(MONDAY, MONDAY + 6 * DAY)
        assert (both.kind, both.students) == (PeriodKind.BLOCK_PLACEMENT, ())
        factory.add_student(services, name="Cé Claes")
        [some] = services.school_calendar.bands(MONDAY, MONDAY + 6 * DAY)
        assert some.students == ("An", "Bo")

    def test_they_come_in_order_of_their_first_day(self, services: Services) -> None:
        bands = services.school_calendar.bands(date(2025, 9, 1), date(2026, 6, 30))
        assert [band.starts_on for band in bands] == sorted(band.starts_on for band in bands)
        assert bands[0].name["nl"] == "Herfstvakantie"


def test_the_demo_has_its_own_calendar(tmp_path: Path) -> None:
    _, demo = make_demo(tmp_path, clock=FixedClock(), language="nl")
    try:
        calendar = demo.school_calendar
        kinds = {band.kind for band in calendar.bands(date(2025, 8, 25), date(2026, 6, 30))}
        assert kinds >= {
            PeriodKind.STAFF,
            PeriodKind.RETURN_DAY,
            PeriodKind.EXAMS,
            PeriodKind.TRIALOGUES,
            PeriodKind.BLOCK_PLACEMENT,
            PeriodKind.PRESENCE,
        }
        week = calendar.presence(date(2025, 8, 25), date(2025, 8, 31))
        assert [len(week[day].at_workplace) for day in sorted(week)] == [0, 0, 0, 4, 3, 0, 0]
        october = calendar.presence(date(2025, 10, 6), date(2025, 10, 10))
        assert october[date(2025, 10, 8)].elsewhere is Elsewhere.RETURN_DAY
        assert {(hour.weekday, hour.from_minute) for hour in calendar.lesson_hours()} >= {(3, 510), (1, 800)}
        assert (3, 800) not in {(hour.weekday, hour.from_minute) for hour in calendar.lesson_hours()}
        assert calendar.years.year(2025).academic_starts_on == date(2025, 9, 22)
    finally:
        demo.close()


def test_a_period_is_known_by_what_it_says() -> None:
    first, *_ = default_year(2025, HolidaySet.FLANDERS).periods
    assert isinstance(first, Stretch)
    assert first.closes
