"""Own phrases on the score sheet: opened by a key, searched while typing, put in only when chosen."""

from __future__ import annotations

import uuid
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests import factory
from tests.ui.evaluations.conftest import OpenSheet
from tests.ui.evaluations.score_sheets import kept, press
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

FIRST, SECOND = "Plant drie weken vooruit.", "Vraagt op tijd hulp."


def with_phrases(services: Services, round_id: uuid.UUID, open_sheet: OpenSheet) -> ScoreSheetPage:
    """A sheet with something written on C1, open at C2."""
    page = open_sheet(round_id=round_id)
    for text in (FIRST, SECOND):
        page.body.comment.setFocus()
        page.body.comment.set_text(text)
        assert page.flush()
        press(page, Qt.Key.Key_Escape, Qt.Key.Key_Down)
    page.body.comment.set_text("")
    return page


def test_ctrl_space_lists_own_phrases_and_enter_puts_one_in(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    page = with_phrases(sheet_services, round_id, open_sheet)
    page.body.comment.setFocus()
    QTest.keyClick(page.body.comment, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert page.phrases.isVisible()
    assert {FIRST, SECOND} <= set(page.phrases.shown_texts())
    assert page.body.comment_text() == ""
    QTest.keyClicks(page.phrases.line, "wek")
    assert page.phrases.shown_texts() == [FIRST]
    QTest.keyClick(page.phrases.line, Qt.Key.Key_Return)
    assert not page.phrases.isVisible()
    assert page.body.comment_text() == FIRST
    assert page.flush()
    assert kept(sheet_services, round_id, "C3").comment == FIRST


def test_the_evidence_line_takes_a_phrase_too(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    page = with_phrases(sheet_services, round_id, open_sheet)
    page.body.evidence.setFocus()
    page.body.phrases.click()
    QTest.keyClicks(page.phrases.line, "tijd")
    QTest.keyClick(page.phrases.line, Qt.Key.Key_Return)
    assert page.flush()
    assert kept(sheet_services, round_id, "C3").evidence == SECOND


def test_without_a_match_enter_leaves_the_list_open_and_says_so(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    page = with_phrases(sheet_services, round_id, open_sheet)
    page.body.phrases.click()
    QTest.keyClicks(page.phrases.line, "zzz")
    QTest.keyClick(page.phrases.line, Qt.Key.Key_Return)
    assert page.phrases.isVisible()
    assert page.phrases.shown_texts() == []
    QTest.keyClick(page.phrases, Qt.Key.Key_Escape)
    assert not page.phrases.isVisible()
    assert page.body.comment_text() == ""


def test_the_joint_screen_offers_no_phrases(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    joint_screen.set_on(True)
    try:
        page = with_phrases(sheet_services, round_id, open_sheet)
        assert page.body.phrases.isHidden()
        QTest.keyClick(page.body.comment, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        assert not page.phrases.isVisible()
    finally:
        joint_screen.set_on(False)


def test_the_comment_of_the_round_before_is_read_beside_and_taken_over_on_a_click(
    sheet_services: Services, open_sheet: OpenSheet
) -> None:
    trajectory_id = factory.add_student(sheet_services)
    before = factory.add_round(
        sheet_services, trajectory_id, number=1, kind=RoundKind.START, held_on=date(2025, 10, 16)
    )
    factory.score_all(sheet_services, before, comment="Blijft in de klas.")
    now = factory.add_round(sheet_services, trajectory_id, number=2)
    page = open_sheet(round_id=now)
    page.body.comment.set_text("Komt nu mee.")
    assert page.help.last_text() == "Blijft in de klas."
    page.help.last_button.click()
    assert page.flush()
    assert kept(sheet_services, now, "C1").comment == "Komt nu mee.\nBlijft in de klas."
    assert kept(sheet_services, now, "C1").mark == NOT_YET_SCORED


def test_a_text_that_is_refused_can_be_copied_away(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    """The round became final elsewhere while a comment was being typed."""
    factory.score_all(sheet_services, round_id, comment="Staat er al.")
    page = open_sheet(round_id=round_id)
    page.body.comment.set_text("Nog een zin.")
    factory.finalise(sheet_services, round_id)
    assert not page.flush()
    QTest.qWait(20)
    assert page.trouble.isVisible()
    assert page.trouble.text().startswith("This was not kept.")
    assert page.body.comment_text() == "Staat er al."
    page.trouble.copy.click()
    assert QGuiApplication.clipboard().text() == "Nog een zin."


def test_the_text_or_what_is_selected_is_kept_as_a_phrase(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    page = open_sheet(round_id=round_id)
    page.body.comment.setFocus()
    page.body.comment.set_text("Asks for help in time. On Tuesday.")
    for _ in range(12):
        QTest.keyClick(page.body.comment, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    cursor = page.body.comment.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(len("Asks for help in time."), cursor.MoveMode.KeepAnchor)
    page.body.comment.setTextCursor(cursor)
    QTest.keyClick(page.body.comment, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    page.phrases.keep.click()
    assert "Asks for help in time." in [phrase.text for phrase in sheet_services.phrases.all()]
    assert page.phrases.shown_texts()[0] == "Asks for help in time."
    assert page.phrases.message() == "Kept as a phrase."
    assert not page.phrases.keep.isEnabled()
    assert page.phrases.line.hasFocus()


def test_a_text_with_a_students_name_is_refused_there(
    sheet_services: Services, round_id: uuid.UUID, open_sheet: OpenSheet
) -> None:
    page = open_sheet(round_id=round_id)
    before = sheet_services.phrases.all()
    page.body.comment.setFocus()
    page.body.comment.set_text("Łukasz asks a lot.")
    page.body.phrases.click()
    page.phrases.keep.click()
    assert page.phrases.isVisible()
    assert "leave out the name Łukasz" in page.phrases.message()
    assert sheet_services.phrases.all() == before


def test_without_a_text_there_is_nothing_to_keep(page: ScoreSheetPage) -> None:
    page.body.comment.setFocus()
    page.body.phrases.click()
    assert not page.phrases.keep.isEnabled()


def test_the_bank_is_one_click_away(page: ScoreSheetPage) -> None:
    page.body.comment.setFocus()
    page.body.phrases.click()
    page.phrases.manage.click()
    assert not page.phrases.isVisible()
    assert page.desk.dialog is not None
    assert page.desk.dialog.isVisible()
    page.desk.dialog.close()
