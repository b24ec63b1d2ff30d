"""Evidence, source and comment on the score sheet: keys, and when they are on disk."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.evaluations.score_sheets import kept, open_code, press, sheet
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Perspective, Source, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

Key = Qt.Key


def test_tab_goes_from_the_row_to_evidence_source_and_comment(page: ScoreSheetPage) -> None:
    press(page, "2", Key.Key_Tab)
    assert page.body.evidence.hasFocus()
    page.body.source.findChildren(QRadioButton)[0].click()
    press(page, Key.Key_Tab, Key.Key_Tab)
    assert page.body.comment.hasFocus()
    press(page, Key.Key_Tab)
    assert open_code(page) == "C2"
    assert page.list.rows()[1].picker.hasFocus()


def test_in_a_text_every_key_is_text_and_escape_goes_back_to_the_row(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "2", Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "3x on 20-11")
    press(page, Key.Key_Up, Key.Key_Down, Key.Key_Escape)
    assert page.list.rows()[0].picker.hasFocus()
    score = kept(sheet_services, round_id, "C1")
    assert (score.mark, score.evidence) == (level_mark(2), "3x on 20-11")


def test_leaving_the_row_keeps_its_texts_at_once(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "quiet in meetings")
    page.list.rows()[3].picker.setFocus()
    assert kept(sheet_services, round_id, "C1").comment == "quiet in meetings"
    assert page.body.comment_text() == ""
    assert page.list.rows()[0].score().comment == "quiet in meetings"


def test_hiding_the_page_keeps_everything(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "asks a lot")
    page.hide()
    assert kept(sheet_services, round_id, "C1").comment == "asks a lot"


def test_a_pause_keeps_the_text_and_never_later_than_two_seconds(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    page.body.comment.setFocus()
    with qtbot.waitSignal(page.saved, timeout=1_500):
        QTest.keyClicks(page.body.comment, "one")
    assert kept(sheet_services, round_id, "C1").comment == "one"
    with qtbot.waitSignal(page.saved, timeout=2_000):
        # Without a pause of its own the text must go to the disk all the same.
        for number in range(19):
            QTest.keyClicks(page.body.comment, str(number % 10), delay=95)
    assert len(kept(sheet_services, round_id, "C1").comment) > 10


def test_a_source_is_kept_at_once_and_delete_clears_it(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    button = page.body.source.findChildren(QRadioButton)[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kept(sheet_services, round_id, "C1").source is Source.PORTFOLIO
    button.setFocus()
    QTest.keyClick(button, Key.Key_Delete)
    assert kept(sheet_services, round_id, "C1").source is None
    assert page.body.source.value() is None


def test_undo_never_brings_a_text_of_another_row(page: ScoreSheetPage) -> None:
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "abc")
    page.body.comment.selectAll()
    press(page, Key.Key_Backspace)
    page.list.rows()[1].picker.setFocus()
    page.body.comment.setFocus()
    page.body.comment.undo()
    assert page.body.comment_text() == ""


def test_a_refresh_leaves_what_is_being_typed(page: ScoreSheetPage) -> None:
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "middle")
    press(page, Key.Key_Left, Key.Key_Left)
    page.refresh()
    QTest.keyClicks(page.body.comment, "X")
    assert page.body.comment_text() == "middXle"
    assert page.body.comment.hasFocus()


def test_on_a_full_disk_the_text_stays_and_is_tried_again(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    def pages_allowed(number: int) -> None:
        with sheet_services.database.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {number}")

    text = "word " * 20_000
    page.body.comment.setFocus()
    pages_allowed(1)
    page.body.comment.insertPlainText(text)
    assert page.flush() is False
    assert page.trouble.isVisible()
    assert page.trouble.text().startswith("Not saved yet.")
    assert page.body.comment_text() == text
    assert kept(sheet_services, round_id, "C1").comment == ""
    page.refresh()
    assert page.body.comment_text() == text
    pages_allowed(1_000_000)
    qtbot.waitUntil(lambda: kept(sheet_services, round_id, "C1").comment == text, timeout=5_000)
    assert not page.trouble.isVisible()


def test_the_sheet_of_another_view_is_a_menu_away(
    sheet_services: Services, round_id: uuid.UUID, page: ScoreSheetPage
) -> None:
    """Paper is a full way to take part: the sheet of the student and of the institute can be typed over."""
    actions = {action.text(): action for action in page.head.whose.menu().actions()}
    assert [text for text, action in actions.items() if action.isChecked()] == ["View of the workplace: you"]
    actions["Type in for the student"].trigger()
    assert page.head.who_text() == "View of the student"
    press(page, "2")
    typed = sheet(sheet_services, round_id, perspective=Perspective.STUDENT)
    assert next(iter(typed.scores.values())).mark == level_mark(2)
    assert kept(sheet_services, round_id, "C1").mark == NOT_YET_SCORED
