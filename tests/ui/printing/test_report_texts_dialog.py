"""The texts of a report: typed, kept by themselves, the student's own words, read-only once final."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.printing.helpers import student_with_round, type_text
from wpl_desktop.domain.errors import StorageFull
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.ui.printing.report_texts_dialog import AUTOSAVE_MILLISECONDS, ReportTextsDialog


def open_texts(qtbot: QtBot, services: Services, round_id: uuid.UUID) -> ReportTextsDialog:
    dialog = ReportTextsDialog(services, parent=None, round_id=round_id)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_what_is_typed_is_kept_within_two_seconds(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    dialog = open_texts(qtbot, services, round_id)
    assert dialog.strong.hasFocus()
    QTest.keyClicks(dialog.strong, "Asks before she acts")
    assert AUTOSAVE_MILLISECONDS < 2000
    qtbot.waitUntil(
        lambda: services.evaluations.report_texts(round_id).strong == "Asks before she acts", timeout=2500
    )
    assert dialog.saved_text() == "Saved"


def test_typing_on_does_not_put_off_the_saving(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    dialog = open_texts(qtbot, services, round_id)
    for _ in range(25):
        QTest.keyClicks(dialog.grown, "a")
        qtbot.wait(100)
    assert services.evaluations.report_texts(round_id).grown != ""


def test_closing_keeps_the_last_letters_in_any_script(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services, kind=RoundKind.FINAL)
    dialog = open_texts(qtbot, services, round_id)
    typed = {
        dialog.strong: "Zoë ziet ×, – en “ja”",
        dialog.grown: "تعلمت أن أسأل",
        dialog.next_step: "<b>niet vet</b> & 李",
        dialog.advice: "Wij raden aan door te gaan 🙂",
        dialog.response: "Ik ben het er niet mee eens.",
    }
    for area, text in typed.items():
        type_text(area, text)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    kept = services.evaluations.report_texts(round_id)
    assert [kept.strong, kept.grown, kept.next_step, kept.advice, kept.student_response] == list(
        typed.values()
    )


def test_words_and_no_response_exclude_each_other(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services, kind=RoundKind.FINAL)
    dialog = open_texts(qtbot, services, round_id)
    dialog.no_response.click()
    assert not dialog.response.isEnabled()
    dialog.no_response.click()
    QTest.keyClicks(dialog.response, "I agree")
    assert not dialog.no_response.isEnabled()
    assert dialog.no_response.toolTip() == "There is a response."
    dialog.accept()
    assert services.evaluations.report_texts(round_id) == ReportTexts(student_response="I agree")

    dialog = open_texts(qtbot, services, round_id)
    dialog.response.clear()
    dialog.no_response.click()
    dialog.accept()
    assert services.evaluations.report_texts(round_id) == ReportTexts(no_response=True)


def test_the_midterm_report_asks_for_no_advice(qtbot: QtBot, services: Services) -> None:
    _, midterm = student_with_round(services)
    _, final = student_with_round(services, name="Zoë Later", kind=RoundKind.FINAL)
    assert not open_texts(qtbot, services, midterm).advice.isVisible()
    assert open_texts(qtbot, services, final).advice.isVisible()


def test_the_texts_of_a_final_round_can_only_be_read(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    services.evaluations.save_report_texts(round_id, ReportTexts(strong="Vaste woorden"))
    factory.finalise(services, round_id)
    dialog = open_texts(qtbot, services, round_id)
    assert dialog.is_read_only()
    QTest.keyClicks(dialog.strong, "changed")
    assert dialog.strong.text() == "Vaste woorden"
    assert not dialog.no_response.isEnabled()
    dialog.accept()
    assert services.evaluations.report_texts(round_id).strong == "Vaste woorden"


def test_what_could_not_be_kept_is_not_lost_by_closing(
    qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, round_id = student_with_round(services)
    dialog = open_texts(qtbot, services, round_id)
    QTest.keyClicks(dialog.strong, "Kept in the window")

    def full(*_values: object, **_more: object) -> None:
        raise StorageFull

    monkeypatch.setattr(type(services.evaluations), "save_report_texts", full)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "no room on the disk" in dialog.error()
    assert dialog.close_button.text() == "Close without saving"
    assert dialog.strong.text() == "Kept in the window"

    monkeypatch.undo()
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert services.evaluations.report_texts(round_id).strong == "Kept in the window"


def test_reading_order_is_tab_order_and_everything_has_a_name(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services, kind=RoundKind.FINAL)
    dialog = open_texts(qtbot, services, round_id)
    order = [
        dialog.strong,
        dialog.grown,
        dialog.next_step,
        dialog.advice,
        dialog.response,
        dialog.no_response,
    ]
    for current, following in zip(order, [*order[1:], dialog.close_button], strict=True):
        assert current.hasFocus()
        assert current.accessibleName() or current is dialog.no_response
        QTest.keyClick(current, Qt.Key.Key_Tab)
        assert following.hasFocus()
