"""The form of a student, by typing and clicking."""

import uuid
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.factory import add_student
from wpl_desktop.domain.trajectories import AssessmentMode, Role, TrajectoryKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.trajectories import BlockValues, RoleValues
from wpl_desktop.ui.students.merging import merged
from wpl_desktop.ui.students.student_dialog import StudentDialog


@pytest.fixture
def dialog(services: Services, qtbot: QtBot) -> StudentDialog:
    """An empty form on screen."""
    return shown(StudentDialog(services), qtbot)


def shown(dialog: StudentDialog, qtbot: QtBot) -> StudentDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def type_and_tab(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    if text:
        QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_a_student_is_added_with_the_keyboard_alone(dialog: StudentDialog, services: Services) -> None:
    assert dialog.name.hasFocus()
    type_and_tab("Jan De Smet")
    # Call name, sort name and other script are proposed or optional.
    type_and_tab("")
    type_and_tab("")
    type_and_tab("")
    assert dialog.kind.hasFocus()
    type_and_tab("")
    type_and_tab("BaLO")
    assert dialog.phase.hasFocus()
    type_and_tab("3")
    type_and_tab("L4")
    assert dialog.starts_on.hasFocus()
    dialog.weekdays.chips[3].setFocus()
    QTest.keyClick(dialog.weekdays.chips[3], Qt.Key.Key_Space)
    dialog.people.add_button.setFocus()
    QTest.keyClick(dialog.people.add_button, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.people.rows[-1].name.hasFocus()
    QTest.keyClicks(dialog.people.rows[-1].name, "Els Peeters")
    QTest.keyClick(dialog.people.rows[-1].name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.trajectory_id is not None
    values = services.trajectories.detail(dialog.trajectory_id).values
    assert (values.name, values.call_name, values.sort_name) == ("Jan De Smet", "Jan", "De Smet, Jan")
    assert (values.programme, values.phase, values.class_names) == ("BaLO", 3, "L4")
    assert values.weekdays == (1, 2, 3, 4)
    assert values.people == (
        RoleValues(role=Role.SCHOOL_MENTOR, name="Griet Vanhaverbeke"),
        RoleValues(role=Role.CLASS_MENTOR, name="Els Peeters"),
    )


def test_enter_in_a_field_keeps_and_escape_leaves(
    dialog: StudentDialog, services: Services, qtbot: QtBot
) -> None:
    QTest.keyClicks(dialog.name, "Jan De Smet")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    other = shown(StudentDialog(services), qtbot)
    QTest.keyClicks(other.name, "Niemand")
    QTest.keyClick(other.name, Qt.Key.Key_Escape)

    assert other.result() == QDialog.DialogCode.Rejected
    assert [row.name for row in services.student_list.names()] == ["Jan De Smet"]


def test_enter_on_cancel_does_not_keep(dialog: StudentDialog, services: Services) -> None:
    QTest.keyClicks(dialog.name, "Niemand")
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Rejected
    assert services.student_list.names() == []


def test_a_name_of_ones_own_is_not_proposed_away(dialog: StudentDialog) -> None:
    QTest.keyClicks(dialog.name, "Nguyen Thi Hanh")
    assert dialog.call_name.text() == "Nguyen"
    dialog.call_name.selectAll()
    QTest.keyClicks(dialog.call_name, "Hanh")
    QTest.keyClicks(dialog.name, " Mai")
    assert dialog.call_name.text() == "Hanh"
    assert dialog.sort_name.text() == "Thi Hanh Mai, Nguyen"
    dialog.call_name.selectAll()
    QTest.keyClick(dialog.call_name, Qt.Key.Key_Delete)
    QTest.keyClicks(dialog.name, "!")

    assert dialog.call_name.text() == "Nguyen"


def test_a_missing_name_is_said_at_its_field(dialog: StudentDialog, services: Services) -> None:
    QTest.keyClick(dialog.class_names, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog.fields.field("name").error() == "Fill in a name."
    assert dialog.name.hasFocus()
    assert services.student_list.names() == []


def test_a_wrong_period_is_said_at_its_last_day_and_nothing_is_lost(
    dialog: StudentDialog, services: Services
) -> None:
    QTest.keyClicks(dialog.name, "Jan De Smet")
    dialog.ends_on.set_value(date(2025, 8, 1))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.fields.field("ends_on").error() == "The last day is before the first day."
    assert dialog.name.text() == "Jan De Smet"
    dialog.ends_on.set_value(date(2026, 6, 30))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.fields.field("ends_on").error() is None


def test_a_block_outside_the_trajectory_opens_more_and_says_so(dialog: StudentDialog) -> None:
    QTest.keyClicks(dialog.name, "Jan De Smet")
    dialog.blocks.set_value([BlockValues(name="Blok", starts_on=date(2027, 1, 1), ends_on=date(2027, 1, 9))])
    assert not dialog.blocks.isVisible()
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert dialog.blocks.isVisible()
    assert dialog.blocks.rows[0].name.isVisible()
    assert "outside" in dialog.blocks.accessibleDescription()


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return add_student(services, call_name="Lukasz")


def test_editing_shows_everything_and_changes_only_what_was_changed(
    services: Services, trajectory_id: uuid.UUID, qtbot: QtBot
) -> None:
    before = services.trajectories.detail(trajectory_id).values
    dialog = shown(StudentDialog(services, trajectory_id=trajectory_id), qtbot)
    assert dialog.values() == before
    dialog.class_names.selectAll()
    QTest.keyClicks(dialog.class_names, "L3")
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.assessment_mode, Qt.Key.Key_Down)
    dialog.notice_given_on.tick.click()
    dialog.notice_given_on.edit.set_value(date(2025, 9, 2))
    QTest.mouseClick(dialog.people.rows[0].remove_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    after = services.trajectories.detail(trajectory_id).values
    assert after == replace(
        before,
        class_names="L3",
        assessment_mode=AssessmentMode.SEPARATED,
        notice_given_on=date(2025, 9, 2),
        people=before.people[1:],
    )


def test_a_change_from_elsewhere_is_said_and_loading_again_keeps_what_was_typed(
    services: Services, trajectory_id: uuid.UUID, qtbot: QtBot
) -> None:
    dialog = shown(StudentDialog(services, trajectory_id=trajectory_id), qtbot)
    dialog.class_names.selectAll()
    QTest.keyClicks(dialog.class_names, "L3")
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, programme="BaKO"))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "another window" in dialog.message()
    assert dialog.class_names.text() == "L3"
    QTest.mouseClick(dialog.reload_button, Qt.MouseButton.LeftButton)
    assert (dialog.class_names.text(), dialog.programme.text()) == ("L3", "BaKO")
    assert not dialog.reload_button.isVisible()
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    values = services.trajectories.detail(trajectory_id).values
    assert (values.class_names, values.programme) == ("L3", "BaKO")


def test_merging_takes_theirs_except_where_mine_changed(services: Services) -> None:
    base = replace(services.trajectories.new_student_values(), name="A")
    mine, theirs = replace(base, name="B"), replace(base, phase=2, kind=TrajectoryKind.STARTER)

    assert merged(base, mine, theirs) == replace(theirs, name="B")
    assert merged(base, base, theirs) == theirs


def test_colleagues_and_workplaces_are_offered_while_typing(
    services: Services, trajectory_id: uuid.UUID, qtbot: QtBot
) -> None:
    dialog = shown(StudentDialog(services), qtbot)
    completer = dialog.people.rows[0].name.completer()
    completer.setCompletionPrefix("okonkwo")
    assert completer.currentCompletion() == "Nadège Okonkwo-Maes"
    institutes = dialog.institute.completer()
    institutes.setCompletionPrefix("schelde")

    assert institutes.currentCompletion() == "Hogeschool Scheldestad"


def test_a_new_row_is_scrolled_into_sight(dialog: StudentDialog) -> None:
    dialog.resize(700, 420)
    for _ in range(4):
        QTest.mouseClick(dialog.people.add_button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    newest = dialog.people.rows[-1].name
    top = newest.mapTo(dialog._area.viewport(), QPoint(0, 0)).y()

    assert newest.hasFocus()
    assert 0 <= top <= dialog._area.viewport().height() - newest.height()


def test_the_weekend_is_hidden_until_it_is_asked_for_or_used(dialog: StudentDialog) -> None:
    assert not dialog.weekdays.chips[6].isVisible()
    dialog.weekdays.set_value((1, 7))
    assert dialog.weekdays.chips[7].isVisible()

    assert dialog.weekdays.value() == (1, 7)


def test_the_wheel_over_a_field_changes_nothing(dialog: StudentDialog) -> None:
    before = dialog.starts_on.date()
    wheel = QWheelEvent(
        QPointF(5, 5),
        dialog.starts_on.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.starts_on, wheel)

    assert dialog.starts_on.date() == before


def test_the_tab_key_goes_through_the_form_in_reading_order(
    services: Services, trajectory_id: uuid.UUID, qtbot: QtBot
) -> None:
    dialog = shown(StudentDialog(services, trajectory_id=trajectory_id), qtbot)
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    dialog.name.setFocus()
    form = dialog.form
    assert form is not None
    places: list[tuple[int, int]] = []
    while True:
        widget = QApplication.focusWidget()
        assert widget is not None
        top = widget.mapTo(form, QPoint(0, 0))
        places.append((top.y(), top.x()))
        if widget is dialog.blocks.add_button:
            break
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        assert len(places) < 60

    # Editors of one row may differ a little in height; a date takes a Tab for day, month and year.
    for (y, x), (next_y, next_x) in pairwise(places):
        assert next_y - y > 12 or (abs(next_y - y) <= 12 and next_x >= x)


def test_everything_that_takes_the_focus_has_a_name(
    services: Services, trajectory_id: uuid.UUID, qtbot: QtBot
) -> None:
    dialog = shown(StudentDialog(services, trajectory_id=trajectory_id), qtbot)
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.blocks.add_button, Qt.MouseButton.LeftButton)
    own_parts = ("qt_spinbox_lineedit", "qt_calendar")
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith(own_parts)
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]

    assert nameless == []
