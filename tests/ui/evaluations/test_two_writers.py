"""Two pages, or an old copy, on one row of a score sheet: both texts are shown and nothing is overwritten."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.evaluations.conftest import OpenSheet
from tests.ui.evaluations.score_sheets import kept, open_code, press, sheet
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Perspective, level_mark
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

Key = Qt.Key


@pytest.fixture
def first(open_sheet: OpenSheet, round_id: uuid.UUID) -> ScoreSheetPage:
    return open_sheet(round_id=round_id)


@pytest.fixture
def second(open_sheet: OpenSheet, round_id: uuid.UUID, first: ScoreSheetPage) -> ScoreSheetPage:
    """Another window on the same sheet; nobody told the first one of what is written here."""
    del first
    return open_sheet(round_id=round_id)


def type_comment(page: ScoreSheetPage, text: str) -> None:
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, text)


def settle(page: ScoreSheetPage) -> None:
    page.flush()
    QTest.qWait(20)


def clash(first: ScoreSheetPage, second: ScoreSheetPage) -> None:
    """Both write on C1; the second comes too late."""
    press(first, "2")
    type_comment(first, "from the first")
    settle(first)
    type_comment(second, "from the second")
    settle(second)


def test_the_second_is_shown_both_texts_and_nothing_is_overwritten(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    assert kept(sheet_services, round_id, "C1").comment == "from the first"
    conflict = second.body.conflict
    assert conflict.isVisible()
    assert "2 Developing" in conflict.kept.text()
    assert "from the first" in conflict.kept.text()
    assert "from the second" in conflict.typed.text()
    assert second.body.comment_text() == "from the second"
    assert second.body.comment.hasFocus()
    assert not second.flush()
    assert not first.body.conflict.isVisible()


def test_take_what_is_there_by_keyboard(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    press(second, Key.Key_Tab)
    assert second.body.conflict.take.hasFocus()
    press(second, Key.Key_Space)
    assert not second.body.conflict.isVisible()
    assert second.body.comment_text() == "from the first"
    assert second.list.rows()[0].score().mark == level_mark(2)
    assert second.list.rows()[0].picker.hasFocus()
    press(second, "3")
    assert kept(sheet_services, round_id, "C1").mark == level_mark(3)
    assert kept(sheet_services, round_id, "C1").comment == "from the first"


def test_keep_what_i_typed_saves_over_the_version_just_seen(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    press(second, Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert not second.body.conflict.isVisible()
    row = kept(sheet_services, round_id, "C1")
    assert (row.comment, row.mark) == ("from the second", NOT_YET_SCORED)
    assert second.flush()


def test_one_more_change_before_the_choice_is_shown_too(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    first.body.comment.setFocus()
    QTest.keyClicks(first.body.comment, ", again")
    settle(first)
    second.body.conflict.keep.click()
    QTest.qWait(20)
    assert kept(sheet_services, round_id, "C1").comment == "from the first, again"
    assert second.body.conflict.isVisible()
    assert "from the first, again" in second.body.conflict.kept.text()
    assert "from the second" in second.body.conflict.typed.text()


def test_typing_on_changes_what_was_typed_and_nothing_else(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    QTest.keyClicks(second.body.comment, "!")
    assert "from the second!" in second.body.conflict.typed.text()
    second.flush()
    assert kept(sheet_services, round_id, "C1").comment == "from the first"


def test_an_undecided_row_waits_while_others_are_filled_in(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    second.list.rows()[3].picker.setFocus()
    press(second, "4")
    assert kept(sheet_services, round_id, "C4").mark == level_mark(4)
    assert not second.body.conflict.isVisible()
    assert "C1" in second.trouble.text()
    second.bar.ready.click()
    assert sheet(sheet_services, round_id).ready_at is None
    second.list.rows()[0].picker.setFocus()
    assert open_code(second) == "C1"
    assert "from the second" in second.body.conflict.typed.text()
    second.body.conflict.take.click()
    assert second.trouble.text() == ""
    second.bar.ready.click()
    assert sheet(sheet_services, round_id).ready_at is not None


def test_an_undo_in_between_is_a_change_too(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(first, "2")
    second.refresh()
    sheet_services.history.undo()
    press(second, "4")
    QTest.qWait(20)
    assert kept(sheet_services, round_id, "C1").mark == NOT_YET_SCORED
    assert second.body.conflict.isVisible()
    assert "still open" in second.body.conflict.kept.text()
    assert "4 Strong" in second.body.conflict.typed.text()


def test_both_writing_the_same_is_no_conflict(first: ScoreSheetPage, second: ScoreSheetPage) -> None:
    press(first, "3")
    press(second, "3")
    QTest.qWait(20)
    assert not second.body.conflict.isVisible()
    assert second.flush()


def test_an_old_copy_does_not_overwrite_what_the_service_was_given(
    first: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    criterion = sheet(sheet_services, round_id).criteria[0]
    sheet_services.evaluations.save_score(
        round_id,
        ScoreValues(mark=level_mark(1), evidence="lesson of 12/1"),
        perspective=Perspective.WORKPLACE,
        strand=Strand.STUDENT_PART,
        criterion_id=criterion.id,
    )
    press(first, "4")
    QTest.qWait(20)
    assert kept(sheet_services, round_id, "C1").mark == level_mark(1)
    assert "lesson of 12/1" in first.body.conflict.kept.text()


def test_a_text_for_a_sheet_that_became_ready_meanwhile_can_be_copied(
    first: ScoreSheetPage, second: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    clash(first, second)
    sheet_services.evaluations.mark_ready(
        round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
    )
    second.body.conflict.keep.click()
    QTest.qWait(20)
    assert kept(sheet_services, round_id, "C1").comment == "from the first"
    assert "This sheet is ready" in second.trouble.text()
    second.trouble.copy.click()
    assert QGuiApplication.clipboard().text() == "from the second"
