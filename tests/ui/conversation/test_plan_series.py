"""Series, several students and new dates in the planning dialog, by keys and clicks."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.conftest import RESOURCES
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.conversations import ConversationState, NotHeldCause
from wpl_desktop.domain.series import Scope, SeriesRule
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow, PlanValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog
from wpl_desktop.ui.conversation.plan_series import CUSTOM, LAST_OF_MONTH, ONCE, TWO_WEEKLY, WEEKLY

END = date(2026, 6, 30)


def opened(services: Services, window: QWidget, **arguments: object) -> PlanDialog:
    dialog = PlanDialog(services, parent=window, **arguments)  # pyright: ignore[reportArgumentType]
    dialog.open()
    QApplication.processEvents()
    return dialog


def rows_of(services: Services, trajectory_id: uuid.UUID) -> list[ConversationRow]:
    """The first one first."""
    return services.conversations.of_student(trajectory_id)[::-1]


def key_of(services: Services, dialog: PlanDialog, key: str) -> None:
    keys = [kind.key for kind in services.conversations.types()]
    dialog.type_box.setCurrentIndex(keys.index(key))


@pytest.fixture
def other(services: Services) -> uuid.UUID:
    """A second student, who comes on the same days."""
    return factory.add_student(services, name="Zoë Van den Broeck")


def test_a_series_shows_its_days_and_what_is_left_out(
    services: Services, trajectory_id: uuid.UUID, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert dialog.days.isHidden()
    dialog.repeat.often.setFocus()
    QTest.keyClick(dialog.repeat.often, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.days.isVisible)
    assert dialog.repeat.until.end() == END
    assert dialog.days.months()[0] == "January 2026: 26"
    assert "half-term: 16 Feb" in dialog.days.left_out()
    assert dialog.primary.text() == "Plan conversations"
    qtbot.waitUntil(lambda: not list(clipped_in(dialog)))
    assert list(nameless_in(dialog)) == []
    QTest.keyClick(dialog.repeat.often, Qt.Key.Key_Return)
    found = rows_of(services, trajectory_id)
    assert {row.starts_at.isoweekday() for row in found} == {1}
    assert date(2026, 2, 16) not in {row.starts_at.date() for row in found}


def test_without_an_end_or_with_one_before_the_start_it_is_said_at_the_field(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.repeat.often.setCurrentIndex(WEEKLY)
    dialog.repeat.until.setFocus()
    QTest.keyClick(dialog.repeat.until, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.repeat.until, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field_error("until") == "Fill in until when it repeats."
    dialog.repeat.until.set_value(date(2026, 1, 1))
    dialog.accept()
    assert "before the first conversation" in (dialog.field_error("until") or "")
    dialog.repeat.until.set_value(date(2026, 8, 1))
    dialog.accept()
    assert "outside the trajectory" in (dialog.field_error("until") or "")
    assert rows_of(services, trajectory_id) == []
    dialog.repeat.until.set_value(END)
    dialog.accept()
    assert dialog.field_error("until") is None
    assert len(rows_of(services, trajectory_id)) > 15


def test_typing_in_the_emptied_end_starts_from_what_was_proposed(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.repeat.often.setCurrentIndex(WEEKLY)
    dialog.repeat.until.setFocus()
    QTest.keyClick(dialog.repeat.until, Qt.Key.Key_Delete)
    assert dialog.repeat.until.end() is None
    QTest.keyClicks(dialog.repeat.until, "15")
    assert dialog.repeat.until.end() == END.replace(day=15)


@pytest.mark.parametrize(
    ("often", "rule"),
    [
        (ONCE, None),
        (WEEKLY, SeriesRule(weekdays=(1,))),
        (TWO_WEEKLY, SeriesRule(weekdays=(1,), frequency_weeks=2)),
        (LAST_OF_MONTH, SeriesRule(weekdays=(1,), custom="FREQ=MONTHLY;BYDAY=-1MO")),
        (CUSTOM, SeriesRule(weekdays=(1, 4), frequency_weeks=3)),
    ],
)
def test_how_often(
    services: Services, trajectory_id: uuid.UUID, window: QWidget, often: int, rule: SeriesRule | None
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.repeat.often.setCurrentIndex(often)
    if often == CUSTOM:
        QTest.mouseClick(dialog.repeat.weekdays[3], Qt.MouseButton.LeftButton)
        dialog.repeat.weeks.setValue(3)
    assert dialog.repeat.rule() == rule
    assert dialog.repeat.often.itemText(LAST_OF_MONTH) == "The last Monday of each month"


def test_a_rule_without_a_day_is_said_at_the_field(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.repeat.often.setCurrentIndex(CUSTOM)
    QTest.mouseClick(dialog.repeat.weekdays[0], Qt.MouseButton.LeftButton)
    dialog.accept()
    assert dialog.field_error("often") == "Choose at least one day of the week."
    assert rows_of(services, trajectory_id) == []


def test_students_come_one_after_the_other(
    services: Services, trajectory_id: uuid.UUID, other: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    [chip] = dialog.others.chips()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [values.starts_at.time() for values in dialog.plans()] == [time(15, 45), time(16, 15)]
    dialog.accept()
    [mine], [theirs] = rows_of(services, trajectory_id), rows_of(services, other)
    assert (mine.starts_at.time(), theirs.starts_at.time()) == (time(15, 45), time(16, 15))
    assert mine.group_id is theirs.group_id is None
    assert mine.participants == theirs.participants == ("Griet Vanhaverbeke",)
    services.history.undo()
    assert rows_of(services, other) == []


def test_the_tab_key_visits_the_others_between_who_and_what_kind(
    services: Services, trajectory_id: uuid.UUID, other: uuid.UUID, window: QWidget
) -> None:
    factory.add_student(services, name="Yasmine El Idrissi")
    dialog = opened(services, window, trajectory_id=trajectory_id)
    dialog.student.setFocus()
    visited: list[QWidget | None] = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited == [*dialog.others.chips(), dialog.type_box]


def test_peers_come_together_of_themselves(
    services: Services, trajectory_id: uuid.UUID, other: uuid.UUID, window: QWidget
) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    key_of(services, dialog, "peer_consultation")
    assert dialog.others.chosen() == (other,)
    assert dialog.others.is_together()
    dialog.accept()
    [mine], [theirs] = rows_of(services, trajectory_id), rows_of(services, other)
    assert mine.group_id == theirs.group_id is not None
    assert mine.participants == ()


def test_a_concern_is_of_one_student_and_never_decided_alone(
    services: Services, trajectory_id: uuid.UUID, other: uuid.UUID, window: QWidget
) -> None:
    del other
    dialog = opened(services, window, trajectory_id=trajectory_id, type_key="concern_conversation")
    assert dialog.others.isHidden()
    ticked = [box.text().split(" (")[0] for box in dialog.participant_boxes if box.isChecked()]
    assert ticked == ["Griet Vanhaverbeke", "Nadège Okonkwo-Maes"]
    assert "two working days ahead" in dialog.care.text()
    assert "alone" not in dialog.care.text()
    dialog.participant_boxes[-1].setChecked(False)
    assert "Nobody decides this alone" in dialog.care.text()


def test_a_proposal_sets_day_and_time(services: Services, trajectory_id: uuid.UUID, window: QWidget) -> None:
    dialog = opened(services, window, trajectory_id=trajectory_id)
    first, second = dialog.when.proposals[:2]
    assert (first.text(), second.text()) == ("Tue 27 Jan 15:45", "Thu 29 Jan 15:45")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.values().starts_at == datetime.fromisoformat("2026-01-29T15:45")


def test_a_new_date_begins_with_what_was_not_held(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    before = factory.add_conversation(
        services,
        trajectory_id,
        starts_at=datetime.fromisoformat("2026-01-20T12:15"),
        minutes=20,
        place="Zolder",
    )
    services.conversations.mark_not_held(before, cause=NotHeldCause.WORKPLACE)
    dialog = opened(services, window, instead_of=before.id)
    assert dialog.reason.text() == "In the place of the conversation of Tuesday 20 January 2026."
    assert dialog.day.hasFocus()
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    row = rows_of(services, trajectory_id)[-1]
    assert (row.instead_of_id, row.minutes, row.place) == (before.id, 20, "Zolder")
    assert row.state is ConversationState.PLANNED


def test_moving_one_of_a_series_asks_which_ones(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    kind = services.conversations.types()[1]
    plan = PlanValues(
        trajectory_id=trajectory_id,
        type_id=kind.id,
        starts_at=datetime.fromisoformat("2026-01-26T15:45"),
        minutes=30,
    )
    services.series.plan(plan, SeriesRule(weekdays=(1,)), date(2026, 3, 30))
    second = rows_of(services, trajectory_id)[1]
    dialog = opened(services, window, trajectory_id=trajectory_id, conversation=second, scope=Scope.LATER)
    assert dialog.scope_box.currentText() == "This one and the later ones"
    assert dialog.repeat.isHidden()
    dialog.time.setTime(dialog.time.time().addSecs(900))
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    found = [row.starts_at.strftime("%H:%M") for row in rows_of(services, trajectory_id)]
    assert found == ["15:45"] + ["16:00"] * (len(found) - 1)


def test_a_moment_and_a_length_that_were_drawn_are_kept(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    drawn = datetime.fromisoformat("2026-02-03T10:00")
    dialog = opened(services, window, trajectory_id=trajectory_id, starts_at=drawn, minutes=45)
    key_of(services, dialog, "lesson_debrief")
    assert (dialog.values().starts_at, dialog.values().minutes) == (drawn, 45)


def test_of_many_students_others_are_found_by_name(
    services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    more = [factory.add_student(services, name=f"Student {letter}") for letter in "ABCDEFGHIJK"]
    dialog = opened(services, window, trajectory_id=trajectory_id)
    assert dialog.others.chips() == []
    line = dialog.others.add_box.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "Student C")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.others.chosen() == (more[2],)


@pytest.mark.parametrize("size", [(720, 420), (1366, 740)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_it_fits_and_nothing_is_cut_off(
    services: Services,
    trajectory_id: uuid.UUID,
    other: uuid.UUID,
    window: QWidget,
    size: tuple[int, int],
    text_scale: float,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=text_scale)
    window.resize(*size)
    dialog = opened(services, window, trajectory_id=trajectory_id, trajectory_ids=(other,))
    dialog.repeat.often.setCurrentIndex(CUSTOM)
    dialog.show_days()
    assert dialog.width() <= size[0]
    # The form finds its height after a few rounds.
    qtbot.waitUntil(lambda: not list(clipped_in(dialog)))
