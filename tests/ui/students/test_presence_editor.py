"""Days that differ from the fixed ones, in a student's form: patterns, start-up, light presence, errors."""

import uuid
from datetime import date

from PySide6.QtWidgets import QWidget

from tests import factory
from tests.ui.reading import words_in
from wpl_desktop.domain.school_year import CalendarSide, PeriodKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.school_years import PeriodValues
from wpl_desktop.services.trajectories import PresenceValues
from wpl_desktop.ui.students.student_dialog import StudentDialog


def opened(services: Services, window: QWidget, trajectory_id: uuid.UUID) -> StudentDialog:
    """The form of one student, with everything shown."""
    dialog = StudentDialog(services, parent=window, trajectory_id=trajectory_id)
    dialog.show()
    dialog.more_button.click()
    return dialog


def test_start_up_is_every_day_until_the_academic_year_begins(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    dialog.presence.start_button.click()
    dialog.accept()
    [found] = services.trajectories.detail(trajectory_id).values.presence
    assert found == PresenceValues(
        label="Start-up", starts_on=date(2025, 8, 28), ends_on=date(2025, 9, 21), weekdays=(1, 2, 3, 4, 5)
    )


def test_light_presence_is_one_day_in_the_examinations_of_the_calendar(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    services.school_calendar.years.add_period(
        2025,
        PeriodValues(
            side=CalendarSide.ACADEMIC,
            kind=PeriodKind.EXAMS,
            name={"nl": "", "en": ""},
            starts_on=date(2026, 1, 5),
            ends_on=date(2026, 1, 24),
        ),
    )
    dialog = opened(services, window, trajectory_id)
    dialog.presence.exams_button.click()
    dialog.accept()
    [found] = services.trajectories.detail(trajectory_id).values.presence
    assert (found.starts_on, found.ends_on, found.weekdays) == (date(2026, 1, 5), date(2026, 1, 24), (4,))


def test_days_outside_the_trajectory_are_said_at_the_field(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    dialog.presence.add_button.click()
    [row] = dialog.presence.rows
    row.last.set_value(date(2027, 1, 1))
    dialog.accept()
    assert dialog.isVisible()
    assert any("outside the trajectory" in text for text in words_in(dialog))
    row.remove_button.click()
    dialog.accept()
    assert services.trajectories.detail(trajectory_id).values.presence == ()


def test_a_pattern_chooses_the_days(services: Services, window: QWidget, trajectory_id: uuid.UUID) -> None:
    dialog = opened(services, window, trajectory_id)
    dialog.pattern.menu.actions()[2].trigger()
    assert dialog.weekdays.value() == (4, 5)


def test_a_stretch_is_shown_again_and_taken_out(services: Services, window: QWidget) -> None:
    stretch = PresenceValues(label="weg", starts_on=date(2025, 11, 3), ends_on=date(2025, 11, 7), weekdays=())
    key = factory.add_student(services, presence=(stretch,))
    dialog = opened(services, window, key)
    assert dialog.presence.value() == (stretch,)
    assert not dialog.has_unsaved()
    dialog.presence.rows[0].remove_button.click()
    dialog.accept()
    assert services.trajectories.detail(key).values.presence == ()
    services.history.undo()
    assert services.trajectories.detail(key).values.presence == (stretch,)
