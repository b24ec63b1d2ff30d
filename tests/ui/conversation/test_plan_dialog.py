"""Planning and moving a conversation in one dialog, by real clicks and keys."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests import factory
from wpl_desktop.domain.conversations import Hat
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog

RESOURCES = Path(__file__).parents[3] / "resources"


def opened(services: Services, window: QWidget, **arguments: object) -> PlanDialog:
    dialog = PlanDialog(services, parent=window, **arguments)  # pyright: ignore[reportArgumentType]
    dialog.open()
    QApplication.processEvents()
    return dialog


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def type_into(field: QWidget, text: str) -> None:
    """Replace what is in a field by typing."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def tab_to(field: QWidget) -> int:
    """Press Tab until the field has the focus; gives how often (a day has three parts, a time two)."""
    for presses in range(20):
        if field.hasFocus():
            return presses
        press(Qt.Key.Key_Tab)
    raise AssertionError("the field cannot be reached")


def test_planning_the_weekly_conversation_takes_one_key(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert dialog.student.hasFocus()
    QTest.keyClick(dialog.student, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    [row] = services.conversations.of_student(trajectory_id)
    assert row.id == dialog.conversation_id
    # The first day at the workplace from tomorrow; the clock of the test stands on a Thursday.
    assert row.starts_at == datetime.fromisoformat("2026-01-26T15:45")
    assert (row.hat, row.minutes, row.participants) == (Hat.COACH, 30, ("Griet Vanhaverbeke",))


def test_a_trialogue_is_planned_by_keyboard_alone(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window)
    actions = tab_to(dialog.type_box)
    QTest.keyClick(dialog.type_box, Qt.Key.Key_Down)
    actions += 1 + tab_to(dialog.day)
    QTest.keyClicks(dialog.day, "29")
    actions += 1 + tab_to(dialog.place)
    QTest.keyClicks(dialog.place, "Lokaal L3")
    QTest.keyClick(dialog.place, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    actions += 2
    assert actions < 15
    [row] = services.conversations.of_student(trajectory_id)
    assert (row.hat, row.minutes, row.place) == (Hat.EVALUATE, 60, "Lokaal L3")
    assert row.starts_at == datetime.fromisoformat("2026-01-29T15:45")
    assert set(row.participants) == {"Griet Vanhaverbeke", "Nadège Okonkwo-Maes"}


def test_the_type_brings_its_hat_minutes_agenda_and_people(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert dialog.strip.headline() == "You are coaching"
    kinds = services.conversations.types()
    assert dialog.type_box.count() == len(kinds) == 9
    for number, kind in enumerate(kinds):
        dialog.type_box.setCurrentIndex(number)
        assert dialog.strip.hat() is kind.hat
        assert dialog.minutes.value() == kind.minutes
        assert len(dialog.preview.titles()) == len(kind.agenda)
    dialog.type_box.setCurrentIndex(2)
    assert dialog.strip.headline() == "You evaluate together"
    ticked = [box.text() for box in dialog.participant_boxes if box.isChecked()]
    assert [name.split(" (")[0] for name in ticked] == ["Griet Vanhaverbeke", "Nadège Okonkwo-Maes"]


def test_the_concern_conversation_has_its_real_name_here_and_a_discreet_one_in_lists(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    position = next(
        number
        for number, kind in enumerate(services.conversations.types())
        if kind.key == "concern_conversation"
    )
    dialog.type_box.setCurrentIndex(position)
    assert dialog.type_box.currentText() in services.conversations.types()[position].name.values()
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    [row] = services.conversations.of_student(trajectory_id)
    assert row.name["nl"] == "gesprek"


def test_minutes_changed_by_hand_stay(services: Services, trajectory_id: uuid.UUID, window: QWidget) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    QTest.keyClick(dialog.minutes, Qt.Key.Key_Up)
    assert dialog.minutes.value() == 35
    dialog.type_box.setCurrentIndex(2)
    assert dialog.minutes.value() == 35


def test_ticks_set_by_hand_stay_when_the_type_changes(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    QTest.mouseClick(dialog.participant_boxes[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    assert dialog.participant_boxes[0].isChecked()
    dialog.type_box.setCurrentIndex(0)
    assert [box.isChecked() for box in dialog.participant_boxes] == [True, True, False]


def test_a_clash_warns_per_person_and_never_blocks(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    taken = factory.add_conversation(services, factory.add_student(services, name="Zoë Van den Broeck"))
    dialog = opened(services, window, trajectory_id=trajectory_id)
    # The proposal avoids the clash; whoever wants that day all the same is told.
    assert dialog.day.value() != taken.starts_at.date()
    assert dialog.warning.isHidden()
    dialog.day.set_value(taken.starts_at.date())
    assert dialog.warning.text() == "Griet Vanhaverbeke already has a conversation from 15:45 to 16:15."
    dialog.time.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(dialog.time, "1615")
    assert dialog.time.value() == time(16, 15)
    assert dialog.warning.isHidden()
    for _ in range(2):
        QTest.keyClick(dialog.time, Qt.Key.Key_Down)
    assert dialog.time.value() == time(15, 45)
    assert not dialog.warning.isHidden()
    QTest.keyClick(dialog.time, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_day_without_the_student_warns_but_not_for_a_return_day(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.day.set_value(date(2026, 1, 28))
    assert "Łukasz Wójcik is not at school" in dialog.warning.text()
    position = [kind.key for kind in services.conversations.types()].index("return_day")
    dialog.type_box.setCurrentIndex(position)
    assert dialog.warning.isHidden()


def test_errors_stand_at_their_field_and_nothing_is_lost(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    type_into(dialog.place, "Lokaal L3")
    dialog.day.set_value(date(2026, 9, 1))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "outside the trajectory" in (dialog.field_error("starts_at") or "")
    assert dialog.day.hasFocus()
    dialog.day.set_value(date(2026, 1, 27))
    type_into(dialog.minutes, "0")
    QTest.keyClick(dialog.minutes, Qt.Key.Key_Return)
    assert dialog.field_error("starts_at") is None
    assert "1 to 480" in (dialog.field_error("minutes") or "")
    assert dialog.place.text() == "Lokaal L3"
    assert services.conversations.of_student(trajectory_id) == []
    type_into(dialog.minutes, "20")
    QTest.keyClick(dialog.minutes, Qt.Key.Key_Return)
    [row] = services.conversations.of_student(trajectory_id)
    assert (row.minutes, row.place) == (20, "Lokaal L3")


def test_moving_starts_with_the_values_and_keeps_the_people(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    usual = services.conversations.participants(trajectory_id, hat=Hat.COACH)
    planned = factory.add_conversation(
        services,
        trajectory_id,
        starts_at=datetime.fromisoformat("2026-01-26T12:15"),
        minutes=25,
        place="Leraarskamer",
        participant_ids=(usual[0].person_id,),
    )
    dialog = opened(services, window, trajectory_id=trajectory_id, conversation=planned)
    assert dialog.day.hasFocus()
    assert dialog.student.currentText() == "Łukasz Wójcik"
    assert not dialog.student.isEnabled()
    assert dialog.time.value() == time(12, 15)
    assert dialog.warning.isHidden()
    QTest.keyClicks(dialog.day, "27")
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    [row] = services.conversations.of_student(trajectory_id)
    assert row.id == planned.id
    assert row.starts_at == datetime.fromisoformat("2026-01-27T12:15")
    assert (row.minutes, row.place, row.participants) == (25, "Leraarskamer", planned.participants)


def test_a_conversation_changed_meanwhile_is_not_overwritten_at_once(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    planned = factory.add_conversation(services, trajectory_id)
    dialog = opened(services, window, trajectory_id=trajectory_id, conversation=planned)
    elsewhere = PlanDialog(services, parent=window, trajectory_id=trajectory_id, conversation=planned)
    elsewhere.place.setText("Elders")
    elsewhere.accept()
    type_into(dialog.place, "Hier")
    QTest.keyClick(dialog.place, Qt.Key.Key_Return)
    assert "Nothing was overwritten" in dialog.message()
    assert services.conversations.of_student(trajectory_id)[0].place == "Elders"
    assert dialog.place.text() == "Hier"
    QTest.keyClick(dialog.place, Qt.Key.Key_Return)
    assert services.conversations.of_student(trajectory_id)[0].place == "Hier"


def test_another_student_brings_another_day_and_other_people(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    other = factory.add_student(services, name="Zoë Van den Broeck", weekdays=(3,), people=())
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert len(dialog.participant_boxes) == 3
    names = [dialog.student.itemText(number) for number in range(dialog.student.count())]
    dialog.student.setCurrentIndex(names.index("Zoë Van den Broeck"))
    assert dialog.day.value() == date(2026, 1, 28)
    assert dialog.participant_boxes == []
    QTest.keyClick(dialog.student, Qt.Key.Key_Return)
    assert len(services.conversations.of_student(other)) == 1


def test_without_students_the_dialog_says_what_to_do_first(services: Services, window: QWidget) -> None:
    dialog = opened(services, window)
    assert "Add a student first" in dialog.message()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_on_cancel_cancels(services: Services, trajectory_id: uuid.UUID, window: QWidget) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert services.conversations.of_student(trajectory_id) == []


def test_the_wheel_scrolls_and_changes_nothing_by_accident(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    before = dialog.values()
    for field in (dialog.type_box, dialog.day, dialog.time, dialog.minutes):
        middle = QPointF(field.rect().center())
        QApplication.sendEvent(
            field,
            QWheelEvent(
                middle,
                field.mapToGlobal(middle),
                QPoint(0, 0),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert dialog.values() == before


def test_every_field_has_a_name_and_comes_in_reading_order(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    wanted = [
        dialog.student,
        dialog.type_box,
        dialog.day,
        dialog.time,
        dialog.minutes,
        # The proposals are one stop; the arrows go on from there.
        dialog.when.proposals[0],
        dialog.repeat.often,
        dialog.place,
        *dialog.participant_boxes,
        dialog.cancel,
        dialog.primary,
    ]
    visited: list[QWidget | None] = []
    for _ in range(3 * len(wanted)):
        if QApplication.focusWidget() not in visited[-1:]:
            visited.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert visited[: len(wanted)] == wanted
    for field in wanted[:8]:
        assert field.accessibleName()


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_dialog_fits_in_the_window_and_scrolls(
    services: Services, trajectory_id: uuid.UUID, window: QWidget, qapp: QApplication, text_scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=text_scale)
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert dialog.width() <= 1366
    assert dialog.height() <= 740
    for widget in (dialog.primary, dialog.cancel):
        inside = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(inside)
    assert dialog.form.width() <= dialog.width()


def test_the_place_is_that_of_the_last_talk_under_the_same_hat(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    types = services.conversations.types()
    coached = next(kind for kind in types if kind.key == "coaching_conversation")
    of_the_programme = next(kind for kind in types if kind.hat is Hat.PROGRAMME)
    for kind, day, place in (
        (coached, "2026-01-20", "Leraarskamer"),
        (of_the_programme, "2026-01-27", "Hogeschool"),
    ):
        factory.add_conversation(
            services,
            trajectory_id,
            type_id=kind.id,
            starts_at=datetime.fromisoformat(f"{day}T12:15"),
            place=place,
        )
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert dialog.place.text() == "Leraarskamer"
    dialog.type_box.setCurrentIndex(types.index(of_the_programme))
    assert dialog.place.text() == "Hogeschool"
