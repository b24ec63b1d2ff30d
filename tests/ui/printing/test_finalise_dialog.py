"""Making a round final: it asks first, says what is missing and leads there."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.factory import add_round, add_student, score_all
from tests.ui.printing.helpers import Window, open_page, states, student_with_round, wait_for_preview
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.ui.printing.finalise_dialog import FinaliseDialog


def ask(qtbot: QtBot, window: Window) -> FinaliseDialog:
    """Press Make final… and give the dialog that opens."""
    QTest.mouseClick(window.page.final_button, Qt.MouseButton.LeftButton)
    dialog = window.page.findChildren(FinaliseDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def is_final(services: Services, round_id: uuid.UUID) -> bool:
    return next(choice.final for choice in services.reporting.choices() if choice.round_id == round_id)


def test_making_final_takes_the_draft_mark_away(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    window = open_page(qtbot, services)
    assert wait_for_preview(qtbot, window.page).report.draft
    dialog = ask(qtbot, window)
    QTest.mouseClick(dialog.finalise, Qt.MouseButton.LeftButton)
    assert is_final(services, round_id)
    assert window.saves == 1
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(
        lambda: window.page.preview.file is not None and not window.page.preview.file.report.draft
    )
    assert not window.page.final_button.isEnabled()
    assert window.page.final_button.toolTip() == "This round is final already."
    assert list(states(window.page).values()) == ["final"]


def test_enter_and_escape_leave_the_draft_as_it_is(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    window = open_page(qtbot, services)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = ask(qtbot, window)
        QTest.keyClick(dialog, key)
        assert not dialog.isVisible()
        assert not is_final(services, round_id)


def test_gaps_are_named_and_lead_to_the_score_sheet(qtbot: QtBot, services: Services) -> None:
    trajectory_id = add_student(services)
    round_id = add_round(services, trajectory_id)
    window = open_page(qtbot, services)
    dialog = ask(qtbot, window)
    dialog.finalise.click()
    assert dialog.isVisible()
    assert "Not everything is filled in yet: C1, C2" in dialog.error()
    dialog.next_button.click()
    assert not dialog.isVisible()
    asked = {"round_id": round_id, "perspective": Perspective.WORKPLACE, "strand": Strand.STUDENT_PART}
    assert window.asked == [("score_sheet", asked)]


def test_a_missing_response_leads_to_the_texts(qtbot: QtBot, services: Services) -> None:
    trajectory_id = add_student(services)
    round_id = add_round(services, trajectory_id, kind=RoundKind.FINAL)
    score_all(services, round_id)
    window = open_page(qtbot, services)
    dialog = ask(qtbot, window)
    dialog.finalise.click()
    assert "tick “no response”" in dialog.error()
    QTest.keyClick(dialog.next_button, Qt.Key.Key_Return)
    assert window.asked == [("report_texts", {"round_id": round_id})]

    services.evaluations.save_report_texts(round_id, ReportTexts(no_response=True))
    dialog = ask(qtbot, window)
    dialog.finalise.click()
    assert is_final(services, round_id)


def test_everything_fits_with_larger_text_and_after_an_error(qtbot: QtBot, services: Services) -> None:
    add_round(services, add_student(services, name="Naam " * 30))
    window = open_page(qtbot, services)
    dialog = ask(qtbot, window)
    before = dialog.height()
    dialog.finalise.click()
    qtbot.wait(50)
    assert dialog.height() > before
    for button in (dialog.next_button, dialog.cancel, dialog.finalise):
        assert dialog.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
