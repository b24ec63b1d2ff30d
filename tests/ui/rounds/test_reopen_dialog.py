"""Opening a final round again: only with a reason, and it says what no longer holds."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.rounds.rounds import make_final, open_dialog
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.rounds.reopen_dialog import ReopenDialog


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    made = factory.add_round(services, trajectory_id)
    make_final(services, made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget) -> ReopenDialog:
    return open_dialog(qtbot, ReopenDialog(services, round_id=round_id, parent=window))


def test_it_says_that_the_version_stays_and_signatures_lapse(dialog: ReopenDialog) -> None:
    assert "Version 1 stays as it was made" in dialog.explanation.text()
    assert "version 2 is signed anew" in dialog.explanation.text()


def test_no_sentence_leaves_a_word_alone_on_a_line(dialog: ReopenDialog) -> None:
    room = dialog.explanation.width()
    sentences = dialog.explanation.text().split("\n")
    assert len(sentences) == 3
    assert all(dialog.explanation.fontMetrics().horizontalAdvance(one) <= room for one in sentences)


def test_without_a_reason_it_stays_final(
    dialog: ReopenDialog, services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    dialog.reason.set_text("  ")
    dialog.primary.click()
    qtbot.wait(20)
    assert dialog.reason_field.error() == "Write down the reason."
    assert dialog.focusWidget() is dialog.reason
    assert services.round_steps.view(round_id).final
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []


def test_with_a_reason_version_two_begins(
    dialog: ReopenDialog, services: Services, round_id: uuid.UUID
) -> None:
    dialog.reason.set_text("de opleiding vult aan")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    view = services.round_steps.view(round_id)
    assert not view.final
    assert view.edition == 2
    assert view.versions[0].reopen_reason == "de opleiding vult aan"


def test_a_typed_reason_survives_the_lock(
    dialog: ReopenDialog, services: Services, round_id: uuid.UUID, qtbot: QtBot, window: QWidget
) -> None:
    dialog.reason.set_text("half")
    assert dialog.flush()
    again = open_dialog(qtbot, ReopenDialog(services, round_id=round_id, parent=window))
    assert again.reason.text() == "half"


def test_a_round_that_is_no_longer_final_says_so(
    dialog: ReopenDialog, services: Services, round_id: uuid.UUID
) -> None:
    services.finalising.reopen(round_id, reason="in een ander venster")
    dialog.reason.set_text("nog eens")
    dialog.primary.click()
    assert dialog.message() == "This round is not final. Make it final first."
    assert dialog.isVisible()
