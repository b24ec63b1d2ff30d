"""The day on which everybody should be ready: three working days of the calendar that was chosen, everywhere."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from tests import factory
from wpl_desktop.domain.school_year import HolidaySet
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.reminders import ReminderKind

#: The spring holidays are from 16 to 22 February in Flanders and from 21 February to 1 March in the north.
TUESDAY = date(2026, 2, 24)
SETS = [
    (HolidaySet.FLANDERS, date(2026, 2, 12)),
    (HolidaySet.NETHERLANDS_NORTH, date(2026, 2, 18)),
]


@pytest.mark.parametrize(("holiday_set", "expected"), SETS)
def test_the_same_day_on_the_board_on_the_round_and_in_its_dialog(
    services: Services, holiday_set: HolidaySet, expected: date
) -> None:
    trajectory_id = factory.add_student(services)
    round_id = factory.add_round(services, trajectory_id, held_on=TUESDAY)
    services.school_calendar.years.choose_set(2025, holiday_set)
    [row] = services.round_board.rows([trajectory_id])
    assert row.cells[1].ready_by == expected
    assert services.round_steps.view(round_id).ready_by == expected
    assert services.school_calendar.usual_ready_by(TUESDAY) == expected


@pytest.mark.parametrize(("holiday_set", "expected"), SETS)
def test_one_is_reminded_on_that_day_and_on_no_other(
    services: Services, holiday_set: HolidaySet, expected: date
) -> None:
    factory.add_round(services, factory.add_student(services), held_on=TUESDAY)
    services.school_calendar.years.choose_set(2025, holiday_set)
    reminded = {
        day
        for day in (date(2026, 2, number) for number in range(1, 25))
        if ReminderKind.ROUNDS_TODAY
        in {found.kind for found in services.reminders.today(datetime.combine(day, time(8)))}
    }
    assert reminded == {expected}
