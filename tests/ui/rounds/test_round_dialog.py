"""Opening a round, by real clicks and keys."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.evaluations import Perspective, RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import theme
from wpl_desktop.ui.rounds.round_dialog import RoundDialog
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

RESOURCES = Path(__file__).parents[3] / "resources"


def opened(services: Services, window: QWidget, trajectory_id: uuid.UUID) -> RoundDialog:
    return shown(RoundDialog(services, parent=window, trajectory_id=trajectory_id))


def shown(dialog: RoundDialog) -> RoundDialog:
    dialog.open()
    QApplication.processEvents()
    return dialog


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def choose(switch: SegmentedSwitch, word: str) -> None:
    """Click the segment with this word."""
    segment = next(found for found in switch.findChildren(QRadioButton) if found.text() == word)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def tick(dialog: RoundDialog, *codes: str) -> None:
    for code in codes:
        QTest.mouseClick(dialog.focus.boxes[code], Qt.MouseButton.LeftButton, pos=QPoint(8, 16))


def test_the_usual_round_takes_one_key(services: Services, window: QWidget, trajectory_id: uuid.UUID) -> None:
    dialog = opened(services, window, trajectory_id)
    opened_rounds: list[object] = []
    dialog.round_opened.connect(opened_rounds.append)
    assert dialog.number.hasFocus()
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    [row] = services.rounds.of_student(trajectory_id)
    assert opened_rounds == [dialog.round_id] == [row.id]
    assert (row.number, row.kind, row.held_on) == (1, RoundKind.START, date(2026, 2, 5))
    assert row.focus == ()
    assert row.perspectives == tuple(Perspective)


def test_a_light_start_with_three_focus_criteria(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    assert not dialog.focus.boxes_area.isVisible()
    choose(dialog.focus.extent, "Focus on 2 to 4")
    assert dialog.focus.boxes_area.isVisible()
    tick(dialog, "C3", "C1", "C4")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    [row] = services.rounds.of_student(trajectory_id)
    assert row.focus == ("C1", "C3", "C4")


@pytest.mark.parametrize("codes", [(), ("C1",), ("C1", "C2", "C3", "C4", "C5")])
def test_too_few_or_too_many_focus_criteria_are_explained_there(
    services: Services, window: QWidget, trajectory_id: uuid.UUID, codes: tuple[str, ...]
) -> None:
    dialog = opened(services, window, trajectory_id)
    choose(dialog.focus.extent, "Focus on 2 to 4")
    tick(dialog, *codes)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.focus.message.isVisible()
    assert "2 to 4" in dialog.focus.message.text()
    assert services.rounds.of_student(trajectory_id) == []
    assert [code for code, box in dialog.focus.boxes.items() if box.isChecked()] == list(codes)


def test_the_final_round_has_all_criteria(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    choose(dialog.focus.extent, "Focus on 2 to 4")
    tick(dialog, "C1", "C2")
    choose(dialog.kind, "Final")
    assert not dialog.focus.boxes_area.isVisible()
    assert not dialog.focus.extent.isVisible()
    assert dialog.focus.all_criteria.isVisible()
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    [row] = services.rounds.of_student(trajectory_id)
    assert (row.kind, row.focus) == (RoundKind.FINAL, ())


def test_the_kind_follows_the_number_until_chosen_by_hand(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    explanations = {dialog.explanation.text()}
    for number, kind in ((2, RoundKind.MIDTERM), (3, RoundKind.FINAL)):
        QTest.keyClick(dialog.number, Qt.Key.Key_Up)
        assert dialog.number.value() == number
        assert dialog.kind.value() is kind
        explanations.add(dialog.explanation.text())
    assert len(explanations) == 3
    choose(dialog.kind, "Start")
    QTest.keyClick(dialog.number, Qt.Key.Key_Down)
    assert dialog.kind.value() is RoundKind.START


def test_a_number_that_exists_is_explained_at_the_number(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id)
    dialog = opened(services, window, trajectory_id)
    assert dialog.number.value() == 2
    QTest.keyClick(dialog.number, Qt.Key.Key_Down)
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field_error("number") == "Round 1 exists already."
    assert dialog.number.hasFocus()
    QTest.keyClick(dialog.number, Qt.Key.Key_Up)
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert len(services.rounds.of_student(trajectory_id)) == 2


def test_a_day_outside_the_trajectory_is_explained_at_the_date(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    dialog.held_on.set_value(date(2027, 1, 22))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "outside the trajectory" in (dialog.field_error("held_on") or "")
    assert dialog.held_on.hasFocus()
    assert services.rounds.of_student(trajectory_id) == []
    dialog.held_on.set_value(date(2026, 1, 22))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert len(services.rounds.of_student(trajectory_id)) == 1


def test_without_an_institute_two_take_part(services: Services, window: QWidget) -> None:
    trajectory_id = factory.add_student(services, institute="", people=())
    dialog = opened(services, window, trajectory_id)
    assert not dialog.taking_part.with_institute.isEnabled()
    assert not dialog.taking_part.with_institute.isChecked()
    QTest.keyClick(dialog.number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [row] = services.rounds.of_student(trajectory_id)
    assert row.perspectives == (Perspective.STUDENT, Perspective.WORKPLACE)


def test_the_institute_can_be_left_out(services: Services, window: QWidget, trajectory_id: uuid.UUID) -> None:
    dialog = opened(services, window, trajectory_id)
    QTest.mouseClick(dialog.taking_part.with_institute, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    [row] = services.rounds.of_student(trajectory_id)
    assert Perspective.INSTITUTE not in row.perspectives


def test_linking_a_conversation_brings_its_day(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    factory.add_conversation(services, trajectory_id)
    trialogue = factory.add_conversation(
        services, trajectory_id, key="midterm_trialogue", starts_at=datetime.fromisoformat("2026-01-29T15:45")
    )
    dialog = opened(services, window, trajectory_id)
    # Coaching conversations are not offered: coaching and evaluating stay apart.
    assert dialog.conversation.count() == 2
    dialog.conversation.setFocus()
    QTest.keyClick(dialog.conversation, Qt.Key.Key_Down)
    assert dialog.values().conversation_id == trialogue.id
    assert dialog.values().held_on == date(2026, 1, 29)
    QTest.keyClick(dialog.conversation, Qt.Key.Key_Return)
    [row] = services.rounds.of_student(trajectory_id)
    assert row.held_on == date(2026, 1, 29)


def test_the_next_talk_to_evaluate_is_proposed(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    trialogue = factory.add_conversation(
        services, trajectory_id, key="midterm_trialogue", starts_at=datetime.fromisoformat("2026-01-29T15:45")
    )
    dialog = opened(services, window, trajectory_id)
    assert dialog.values().conversation_id == trialogue.id
    assert dialog.values().held_on == date(2026, 1, 29)


def test_everybody_ready_follows_the_talk_until_chosen_by_hand(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    dialog.held_on.set_value(date(2026, 1, 29))
    assert dialog.ready_by.value() == date(2026, 1, 26)
    # Three working days before is not kept: it moves with the talk.
    assert dialog.values().ready_by is None
    dialog.ready_by.set_value(date(2026, 1, 28))
    dialog.held_on.set_value(date(2026, 1, 27))
    assert dialog.values().ready_by == date(2026, 1, 28)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.field_error("ready_by") == "This is after the day of the talk."
    assert dialog.ready_by.hasFocus()


def test_when_the_round_opens_is_said_in_words(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    assert "right away" in dialog.opens.text()
    dialog.held_on.set_value(date(2026, 2, 12))
    assert "29" in dialog.opens.text()
    assert "two weeks before" in dialog.opens.text()


def test_fewer_than_two_is_explained_where_it_is_chosen(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    for box in (dialog.taking_part.with_student, dialog.taking_part.with_institute):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "At least two" in dialog.taking_part.message.text()
    assert dialog.taking_part.message.isVisible()
    assert dialog.taking_part.with_institute.hasFocus()
    assert services.rounds.of_student(trajectory_id) == []


def test_a_round_that_is_planned_already_is_one_click_away(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    factory.add_round(services, trajectory_id, number=1)
    planned = factory.add_round(services, trajectory_id, number=2, held_on=date(2026, 2, 12))
    dialog = opened(services, window, trajectory_id)
    asked: list[tuple[str, dict[str, object]]] = []
    dialog.open_requested.connect(lambda name, arguments: asked.append((name, arguments)))
    assert list(dialog.planned.buttons) == [planned]
    QTest.mouseClick(dialog.planned.buttons[planned], Qt.MouseButton.LeftButton)
    assert asked == [("round", {"round_id": planned})]
    assert not dialog.isVisible()
    assert len(services.rounds.of_student(trajectory_id)) == 2


def test_nothing_is_said_of_planned_rounds_where_there_are_none(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    assert not dialog.planned.isVisible()


def test_several_students_get_the_same_round(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    other = factory.add_student(services, name="An Aerts", institute="", people=())
    factory.add_round(services, other)
    dialog = shown(RoundDialog(services, parent=window, trajectory_ids=(trajectory_id, other)))
    alone: list[object] = []
    dialog.round_opened.connect(alone.append)
    assert not dialog.number.isVisible()
    assert not dialog.conversation.isVisible()
    assert dialog.held_on.hasFocus()
    choose(dialog.kind, "Midterm")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    numbers = {key: services.rounds.of_student(key)[-1].number for key in (trajectory_id, other)}
    assert numbers == {trajectory_id: 1, other: 2}
    assert len(dialog.round_ids) == 2
    # There is no one sheet to go to.
    assert alone == []


def test_who_is_not_there_on_that_day_is_named_at_the_day(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    other = factory.add_student(services, name="An Aerts", ends_on=date(2026, 1, 21))
    dialog = shown(RoundDialog(services, parent=window, trajectory_ids=(trajectory_id, other)))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "An Aerts" in (dialog.field_error("held_on") or "")
    assert services.rounds.of_student(trajectory_id) == []


def test_a_round_is_changed_and_nothing_follows_by_itself(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    round_id = factory.add_round(
        services, trajectory_id, kind=RoundKind.START, focus=("C1", "C2"), ready_by=date(2026, 1, 21)
    )
    dialog = shown(RoundDialog(services, parent=window, round_id=round_id))
    opened_rounds: list[object] = []
    dialog.round_opened.connect(opened_rounds.append)
    assert [code for code, box in dialog.focus.boxes.items() if box.isChecked()] == ["C1", "C2"]
    assert dialog.focus.kept.isVisible()
    assert not dialog.planned.isVisible()
    dialog.held_on.set_value(date(2026, 1, 29))
    assert dialog.ready_by.value() == date(2026, 1, 21)
    dialog.number.setValue(2)
    assert dialog.kind.value() is RoundKind.START
    tick(dialog, "C3")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    [row] = services.rounds.of_student(trajectory_id)
    assert (row.number, row.kind, row.held_on) == (2, RoundKind.START, date(2026, 1, 29))
    assert row.focus == ("C1", "C2", "C3")
    assert opened_rounds == []
    assert dialog.round_id == round_id


def test_who_said_something_is_explained_at_the_box(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(services, round_id, perspective=Perspective.STUDENT)
    dialog = shown(RoundDialog(services, parent=window, round_id=round_id))
    QTest.mouseClick(dialog.taking_part.with_student, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "the student" in dialog.taking_part.message.text()
    assert dialog.taking_part.with_student.hasFocus()


def test_escape_opens_nothing(services: Services, window: QWidget, trajectory_id: uuid.UUID) -> None:
    dialog = opened(services, window, trajectory_id)
    QTest.keyClick(dialog.number, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.round_id is None
    assert services.rounds.of_student(trajectory_id) == []


def test_fields_come_in_reading_order_and_have_names(
    services: Services, window: QWidget, trajectory_id: uuid.UUID
) -> None:
    dialog = opened(services, window, trajectory_id)
    wanted: list[QWidget | None] = [
        dialog.number,
        dialog.held_on,
        dialog.ready_by,
        dialog.kind.focusProxy(),
        dialog.focus.extent.focusProxy(),
        dialog.taking_part.with_student,
        dialog.taking_part.with_institute,
        dialog.conversation,
        dialog.cancel,
        dialog.primary,
    ]
    visited: list[QWidget | None] = []
    for _ in range(3 * len(wanted)):
        # A day has three parts, each a stop of the Tab key.
        if QApplication.focusWidget() not in visited[-1:]:
            visited.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert visited[: len(wanted)] == wanted
    for field in (
        dialog.number,
        dialog.held_on,
        dialog.ready_by,
        dialog.kind,
        dialog.focus.extent,
        dialog.conversation,
    ):
        assert field.accessibleName()


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_dialog_fits_in_the_window_and_never_scrolls_sideways(
    services: Services, window: QWidget, trajectory_id: uuid.UUID, qapp: QApplication, text_scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=text_scale)
    dialog = opened(services, window, trajectory_id)
    choose(dialog.focus.extent, "Focus on 2 to 4")
    QApplication.processEvents()
    assert dialog.height() <= 740
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []
    assert dialog.form.width() <= dialog.width()
    assert dialog.rect().contains(dialog.primary.mapTo(dialog, dialog.primary.rect().bottomRight()))
