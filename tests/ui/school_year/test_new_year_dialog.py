"""The step into the next school year by keys: turn a choice, begin, and find everything as it was decided."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests import factory
from tests.factory import FixedClock
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.school_year.new_year_dialog import NewYearDialog

Key = Qt.Key


@pytest.fixture
def dialog(services: Services, clock: FixedClock, window: QWidget) -> NewYearDialog:
    """Three students in June, none of whom lasts into the new year."""
    clock.moment = datetime(2026, 6, 25, 16)  # noqa: DTZ001
    for name in ("An Aerts", "Bo Baert", "Cé Claes"):
        factory.add_student(services, name=name)
    made = NewYearDialog(services, parent=window)
    made.show()
    QApplication.processEvents()
    return made


def press(dialog: NewYearDialog, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.table, key)
        QApplication.processEvents()


def running(services: Services) -> list[str]:
    students = services.student_list
    return [row.name for row in students.rows(students.order(TrajectoryState.RUNNING))]


def test_space_and_the_arrows_turn_a_choice_and_the_rest_closes(
    dialog: NewYearDialog, services: Services
) -> None:
    assert dialog.heading.text() == "0 go on, 3 close"
    press(dialog, Key.Key_Space, Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Right, Key.Key_Left)
    assert dialog.heading.text() == "2 go on, 1 close"
    assert dialog.has_unsaved()
    QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert running(services) == ["An Aerts", "Bo Baert"]
    services.history.undo()
    assert running(services) == ["An Aerts", "Bo Baert", "Cé Claes"]


def test_everybody_at_once(dialog: NewYearDialog) -> None:
    dialog.all_on.click()
    assert dialog.heading.text() == "3 go on, 0 close"
    dialog.all_closed.click()
    assert dialog.heading.text() == "0 go on, 3 close"


def test_what_is_not_taken_over_is_said(dialog: NewYearDialog) -> None:
    assert "still open (0)" in dialog.left.text()
    assert dialog.primary.text() == "Begin 2026-27"
    assert "1 Sept 2026 to 30 Jun 2027" in dialog.calendar.text()


def test_a_change_elsewhere_is_said_and_nothing_is_kept(dialog: NewYearDialog, services: Services) -> None:
    key = dialog.table.current_key()
    students = services.student_list
    row = next(
        row for row in students.rows(students.order(TrajectoryState.RUNNING)) if row.trajectory_id == key
    )
    detail = services.trajectories.detail(row.trajectory_id)
    services.trajectories.change_student(detail, factory.student_values(name=row.name, class_names="L6"))
    dialog.accept()
    assert dialog.isVisible()
    assert "changed in another window" in dialog.message()
    assert not services.school_calendar.years.year(2026).is_kept


def test_without_students_only_the_calendar_is_made(services: Services, window: QWidget) -> None:
    made = NewYearDialog(services, parent=window)
    made.show()
    assert made.nobody.isVisible()
    made.accept()
    assert services.school_calendar.years.year(2026).is_kept


def test_it_fits_and_everything_has_a_name(dialog: NewYearDialog) -> None:
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []
