"""Putting side by side: once, never before the own sheet, and without somebody only with a typed reason (R5)."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.conftest import RESOURCES
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.rounds.rounds import asked_of, open_dialog, ready, words_of
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import theme
from wpl_desktop.ui.rounds.reveal_dialog import RevealDialog

STUDENT, WORKPLACE, INSTITUTE = Perspective


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


def revealed_on(services: Services, round_id: uuid.UUID) -> object:
    return services.round_steps.view(round_id).revealed_on


def ask(qtbot: QtBot, services: Services, round_id: uuid.UUID, *, window: QWidget) -> RevealDialog:
    return open_dialog(qtbot, RevealDialog(services, round_id=round_id, parent=window))


def test_when_all_are_ready_it_asks_once_and_shows_what_it_brought(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, *Perspective)
    dialog = ask(qtbot, services, round_id, window=window)
    assert "cannot be undone" in dialog.words.text()
    assert dialog.reason_field.isHidden()
    with qtbot.waitSignal(dialog.revealed) as shown:
        dialog.primary.click()
    assert shown.args == [round_id]
    assert revealed_on(services, round_id) is not None
    # A reason belongs to going on without somebody.
    assert services.round_steps.view(round_id).reveal_reason == ""


def test_enter_once_too_often_leaves_the_sheets_apart(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, *Perspective)
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.focusWidget() is dialog.cancel
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert revealed_on(services, round_id) is None


def test_escape_leaves_the_sheets_apart(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, *Perspective)
    dialog = ask(qtbot, services, round_id, window=window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert revealed_on(services, round_id) is None


def test_the_own_sheet_comes_first_and_is_one_press_away(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, STUDENT, INSTITUTE)
    dialog = ask(qtbot, services, round_id, window=window)
    asked = asked_of(dialog)
    assert "Your own sheet is not ready yet" in dialog.hint.text()
    assert dialog.go_on.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    sheet = {"round_id": round_id, "perspective": WORKPLACE, "strand": Strand.STUDENT_PART}
    assert asked == [("score_sheet", sheet)]
    assert revealed_on(services, round_id) is None


def test_with_somebody_missing_enter_waits(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, WORKPLACE, STUDENT)
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.hint.text() == "Not ready yet: institute (Nadège)."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert revealed_on(services, round_id) is None


def test_going_on_without_somebody_takes_a_reason(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, WORKPLACE, STUDENT)
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.reason.set_text("   ")
    dialog.go_on.click()
    assert dialog.reason_field.error() == "Write down why you do not wait."
    assert dialog.focusWidget() is dialog.reason
    assert revealed_on(services, round_id) is None

    dialog.reason.set_text("Nadège is ziek")
    dialog.go_on.click()
    assert not dialog.isVisible()
    view = services.round_steps.view(round_id)
    assert (view.reveal_reason, view.late) == ("Nadège is ziek", (INSTITUTE,))
    assert services.round_steps.draft(round_id, "reveal") == ""


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_error_goes_with_the_first_letter_and_the_button_stays_where_it_is(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget, scale: float
) -> None:
    theme.install(theme.running_application(), resources=RESOURCES, scheme="light", text_scale=scale)
    ready(services, round_id, WORKPLACE, STUDENT)
    dialog = ask(qtbot, services, round_id, window=window)
    qtbot.wait(50)
    before = dialog.go_on.mapToGlobal(QPoint(0, 0))
    dialog.go_on.click()
    qtbot.wait(50)
    assert dialog.reason_field.error() == "Write down why you do not wait."
    assert dialog.go_on.mapToGlobal(QPoint(0, 0)) == before
    QTest.keyClick(dialog.reason, Qt.Key.Key_Space)
    assert dialog.reason_field.error() is not None
    QTest.keyClick(dialog.reason, Qt.Key.Key_Z)
    qtbot.wait(50)
    assert dialog.reason_field.error() is None
    assert "printed with the report" in dialog.reason.accessibleDescription()
    assert dialog.go_on.mapToGlobal(QPoint(0, 0)) == before


def test_a_typed_reason_survives_the_lock(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, WORKPLACE)
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.reason.set_text("half geschreven")
    assert dialog.flush()
    again = ask(qtbot, services, round_id, window=window)
    assert again.reason.text() == "half geschreven"


def test_what_is_side_by_side_already_is_only_shown(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    ready(services, round_id, *Perspective)
    services.rounds.reveal(round_id)
    dialog = ask(qtbot, services, round_id, window=window)
    with qtbot.waitSignal(dialog.revealed):
        dialog.primary.click()


def test_nothing_of_a_sheet_is_said_and_everything_can_be_read(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    factory.score_all(services, round_id, perspective=STUDENT, mark=level_mark(4), comment="geheim")
    ready(services, round_id, WORKPLACE)
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.go_on.click()
    qtbot.wait(50)
    assert "geheim" not in words_of(dialog)
    assert "Sterk" not in words_of(dialog)
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []
