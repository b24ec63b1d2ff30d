"""The score sheet as a mentor uses it: by keyboard and mouse, on a real encrypted profile."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests import factory, reveal
from tests.ui.evaluations.conftest import OpenSheet
from tests.ui.evaluations.score_sheets import kept, open_code, press, sheet
from wpl_desktop.domain.conversations import NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Collected,
    Perspective,
    RoundKind,
    level_mark,
)
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts, ScoreValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

Key = Qt.Key
RESOURCES = Path(__file__).parents[3] / "resources"
WIDE, LOW_AND_NARROW = (1278, 684), (822, 428)


# Levels


def test_nine_levels_take_at_most_twenty_keystrokes(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    strokes: list[Qt.Key | str] = ["3", *(key for level in "21432143" for key in (Key.Key_Down, level))]
    assert len(strokes) <= 20
    press(page, *strokes)
    marks = [score.mark for score in sheet(sheet_services, round_id).scores.values()]
    assert marks == [level_mark(int(level)) for level in "321432143"]
    assert page.bar.progress_text() == "9 of 9"


def test_a_level_is_on_disk_when_the_key_is_up_and_the_row_stays_open(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.saved):
        press(page, "2")
    assert kept(sheet_services, round_id, "C1").mark == level_mark(2)
    assert open_code(page) == "C1"
    assert page.body.cards.value() == 2


def test_the_signs_have_keys_and_delete_takes_a_mark_away(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "-")
    assert kept(sheet_services, round_id, "C1").mark == NOT_OBSERVED
    press(page, "x")
    assert kept(sheet_services, round_id, "C1").mark == NO_OPPORTUNITY
    press(page, Key.Key_Delete)
    assert kept(sheet_services, round_id, "C1").mark == NOT_YET_SCORED
    assert page.bar.progress_text() == "0 of 9"


def test_a_belgian_keyboard_needs_no_shift(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "'", Key.Key_Down, "&")
    assert [kept(sheet_services, round_id, code).mark for code in ("C1", "C2")] == [
        level_mark(4),
        level_mark(1),
    ]
    press(page, "(")
    assert kept(sheet_services, round_id, "C2").mark == level_mark(1)


def test_a_card_chooses_its_level_and_the_keyboard_stays_in_the_row(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    QTest.mouseClick(page.body.cards.findChildren(QRadioButton)[2], Qt.MouseButton.LeftButton)
    assert kept(sheet_services, round_id, "C1").mark == level_mark(3)
    assert page.list.rows()[0].picker.hasFocus()


def test_clicking_a_level_in_a_closed_row_scores_and_opens_it(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    picker = page.list.rows()[4].picker
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.cell_rect(1).center().toPoint())
    assert kept(sheet_services, round_id, "C5").mark == level_mark(2)
    assert open_code(page) == "C5"


# Rows


def test_arrows_open_rows_and_stop_at_both_ends(page: ScoreSheetPage) -> None:
    press(page, Key.Key_Up)
    assert open_code(page) == "C1"
    press(page, *[Key.Key_Down] * 12)
    assert open_code(page) == "C9"
    assert page.list.rows()[8].picker.hasFocus()


def test_the_head_of_the_open_row_closes_it(page: ScoreSheetPage) -> None:
    QTest.mouseClick(page.list.rows()[2], Qt.MouseButton.LeftButton, pos=page.list.rows()[2].rect().center())
    assert open_code(page) == "C3"
    QTest.mouseClick(page.list.rows()[2], Qt.MouseButton.LeftButton, pos=page.list.rows()[2].rect().center())
    assert page.body.isHidden()
    press(page, Key.Key_Down)
    assert open_code(page) == "C1"


def test_a_sheet_opens_at_its_first_gap(
    open_sheet: OpenSheet, sheet_services: Services, round_id: uuid.UUID
) -> None:
    criteria = sheet(sheet_services, round_id).criteria
    for criterion in criteria[:2]:
        sheet_services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(3)),
            perspective=Perspective.WORKPLACE,
            strand=Strand.STUDENT_PART,
            criterion_id=criterion.id,
        )
    page = open_sheet(round_id=round_id)
    assert open_code(page) == "C3"
    assert page.list.rows()[2].picker.hasFocus()


def test_a_focus_round_has_only_its_rows(open_sheet: OpenSheet, sheet_services: Services) -> None:
    trajectory = factory.add_student(sheet_services)
    light = factory.add_round(sheet_services, trajectory, kind=RoundKind.START, focus=("C2", "C4", "C7"))
    page = open_sheet(round_id=light)
    assert [row.accessibleName()[:2] for row in page.list.rows()] == ["C2", "C4", "C7"]
    assert page.bar.progress_text() == "0 of 3"
    assert page.bar.open_text() == "still open: C2, C4 and C7"


def test_the_last_round_stands_at_the_right(open_sheet: OpenSheet, sheet_services: Services) -> None:
    trajectory = factory.add_student(sheet_services)
    first = factory.add_round(sheet_services, trajectory, number=1)
    factory.score_all(sheet_services, first, mark=level_mark(2))
    page = open_sheet(round_id=factory.add_round(sheet_services, trajectory, number=2))
    row = page.list.rows()[0]
    assert row.score().last == level_mark(2)
    assert row.columns().last[1] > theme.scaled(60)


def test_a_first_round_has_no_column_for_the_last(page: ScoreSheetPage) -> None:
    assert page.list.rows()[0].columns().last[1] == 0


# Strands and perspectives


def test_the_workplace_part_is_a_sheet_of_its_own_without_no_opportunity(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, Key.Key_Down, "3")
    QTest.keyClick(page.focusWidget(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.head.strand.value() is Strand.WORKPLACE_PART
    assert open_code(page) == "C2"
    assert page.bar.progress_text() == "0 of 9"
    press(page, "x")
    assert kept(sheet_services, round_id, "C2", strand=Strand.WORKPLACE_PART).mark == NOT_YET_SCORED
    press(page, "1")
    assert kept(sheet_services, round_id, "C2", strand=Strand.WORKPLACE_PART).mark == level_mark(1)
    assert kept(sheet_services, round_id, "C2").mark == level_mark(3)
    QTest.mouseClick(page.head.strand.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)
    assert page.head.strand.value() is Strand.STUDENT_PART
    assert page.list.rows()[1].word() == "Achieved"


def test_the_head_says_phase_moment_and_what_may_be_expected(page: ScoreSheetPage) -> None:
    assert page.head.expected_text() == "Phase 2, end of January. 3 Achieved = what may be expected now."
    assert page.head.who_text() == "View of the workplace: you"
    assert page.head.notice_text() == ""
    assert (page.title(), page.subtitle()) == ("Łukasz Wójcik", "Evaluation round 1, midterm")
    assert (page.initials(), page.back_target) == ("ŁW", "student")
    assert page.back_arguments == {**page.subject(), "tab": "evaluations"}


def test_a_sheet_of_somebody_else_says_whose_it_is_and_when_it_is_not_blind(
    qtbot: QtBot, open_sheet: OpenSheet, sheet_services: Services, round_id: uuid.UUID
) -> None:
    page = open_sheet(round_id=round_id, perspective=Perspective.STUDENT)
    assert page.head.who_text() == "View of the student"
    assert "Łukasz Wójcik's own view" in page.head.notice_text()
    assert "Your own sheet is not ready yet" in page.head.notice_text()
    press(page, "4")
    qtbot.waitUntil(lambda: "Not blind" in page.head.notice_text(), timeout=1_000)
    assert not sheet(sheet_services, round_id, perspective=Perspective.STUDENT).blind
    assert kept(sheet_services, round_id, "C1").mark == NOT_YET_SCORED


def test_after_the_own_sheet_is_ready_another_one_is_blind(
    open_sheet: OpenSheet, sheet_services: Services, round_id: uuid.UUID
) -> None:
    sheet_services.evaluations.mark_ready(
        round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
    )
    page = open_sheet(round_id=round_id, perspective=Perspective.INSTITUTE)
    press(page, "2")
    QTest.qWait(30)
    assert "lind" not in page.head.notice_text()
    assert sheet(sheet_services, round_id, perspective=Perspective.INSTITUTE).blind


def test_the_own_sheet_says_that_it_was_changed_after_seeing_somebody_elses(
    open_sheet: OpenSheet, sheet_services: Services, round_id: uuid.UUID
) -> None:
    mark_ready = partial(
        sheet_services.evaluations.mark_ready,
        round_id,
        perspective=Perspective.WORKPLACE,
        strand=Strand.STUDENT_PART,
    )
    mark_ready()
    press(open_sheet(round_id=round_id, perspective=Perspective.STUDENT), "2")
    mark_ready(ready=False)
    page = open_sheet(round_id=round_id)
    assert page.head.notice_text() == ""
    press(page, "1")
    page.refresh()
    assert page.head.notice_text().startswith("Not blind: a level was changed")


def test_the_reading_hint_stands_with_c2_of_the_student_only(page: ScoreSheetPage) -> None:
    assert page.help.hint_text() == ""
    press(page, Key.Key_Down)
    assert "upside down" in page.help.hint_text()
    QTest.keyClick(page.focusWidget(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.help.title_text().startswith("C2")
    assert page.help.hint_text() == ""


# Ready and final


def test_ready_is_allowed_with_gaps_and_can_be_taken_back(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, *[key for _ in range(7) for key in ("3", Key.Key_Down)])
    QTest.mouseClick(page.bar.ready, Qt.MouseButton.LeftButton)
    assert sheet(sheet_services, round_id).ready_at is not None
    assert page.bar.ready.text() == "Reopen"
    assert page.bar.open_text().endswith("still open: C8 and C9")
    page.focus_first()
    press(page, "1", Key.Key_Delete)
    assert kept(sheet_services, round_id, "C8").mark == NOT_YET_SCORED
    press(page, Key.Key_Up)
    assert open_code(page) == "C7"
    QTest.mouseClick(page.bar.ready, Qt.MouseButton.LeftButton)
    assert sheet(sheet_services, round_id).ready_at is None
    page.focus_first()
    press(page, "1")
    assert kept(sheet_services, round_id, "C7").mark == level_mark(1)


def test_a_final_round_can_only_be_read(
    open_sheet: OpenSheet, sheet_services: Services, round_id: uuid.UUID
) -> None:
    factory.score_all(sheet_services, round_id, comment="steady")
    sheet_services.evaluations.save_report_texts(round_id, ReportTexts(no_response=True))
    factory.finalise(sheet_services, round_id)
    page = open_sheet(round_id=round_id)
    assert "final" in page.head.notice_text()
    assert page.bar.ready.isHidden()
    press(page, "1", Key.Key_Down, "1")
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "more")
    assert page.body.comment_text() == "steady"
    assert {score.mark for score in sheet(sheet_services, round_id).scores.values()} == {level_mark(3)}


def test_preview_keeps_the_text_and_asks_for_the_print_page(
    page: ScoreSheetPage, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    page.body.comment.setFocus()
    QTest.keyClicks(page.body.comment, "last words")
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.mouseClick(page.bar.preview, Qt.MouseButton.LeftButton)
    assert asked.args == ["printing", {"round_id": round_id}]
    assert kept(sheet_services, round_id, "C1").comment == "last words"


# Room


def test_nine_rows_and_an_open_one_fit_in_a_small_screen(page: ScoreSheetPage) -> None:
    for number in range(9):
        page.list.rows()[number].picker.setFocus()
        QTest.qWait(5)
        assert page.list.height() <= page.area.viewport().height(), number
    assert page.help.isVisible()
    assert not page.head.help_button.isVisible()


def is_whole(page: ScoreSheetPage, row: QWidget) -> bool:
    """Whether a row is in sight, with its open body when there is room for both."""
    head = QRect(row.mapTo(page, row.rect().topLeft()), row.size())
    body = QRect(page.body.mapTo(page, page.body.rect().topLeft()), page.body.size())
    area = QRect(page.area.mapTo(page, page.area.rect().topLeft()), page.area.size())
    both = head.united(body)
    return area.contains(head) and (area.contains(both) or both.height() > area.height())


@pytest.mark.parametrize(("size", "scale"), [(LOW_AND_NARROW, 1.0), (WIDE, 1.25), (WIDE, 1.5)])
def test_with_little_room_the_list_scrolls_and_keeps_the_open_row_whole(
    open_sheet: OpenSheet,
    round_id: uuid.UUID,
    qapp: QApplication,
    qtbot: QtBot,
    size: tuple[int, int],
    scale: float,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    page = open_sheet(round_id=round_id, size=size)
    assert not page.help.isVisible()
    assert page.bar.ready.isVisible()
    for number in (8, 4, 0):
        row = page.list.rows()[number]
        row.picker.setFocus()
        qtbot.waitUntil(lambda row=row: is_whole(page, row))
    QTest.mouseClick(page.head.help_button, Qt.MouseButton.LeftButton)
    assert page.help.isVisible()
    press(page, Key.Key_Escape)
    assert not page.help.isVisible()


def test_everything_with_the_keyboard_has_a_name(page: ScoreSheetPage) -> None:
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


# Others, and the next step


def test_r5_what_somebody_filled_in_here_is_not_shown_and_says_why(
    open_sheet: OpenSheet, sheet_services: Services, round_id: uuid.UUID
) -> None:
    criterion = sheet(sheet_services, round_id).criteria[0]
    sheet_services.evaluations.save_score(
        round_id,
        ScoreValues(mark=level_mark(1), comment="only mine"),
        perspective=Perspective.STUDENT,
        strand=Strand.STUDENT_PART,
        criterion_id=criterion.id,
        collected=Collected.OWN_SCREEN,
    )
    sheet_services.evaluations.mark_ready(
        round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
    )
    page = open_sheet(round_id=round_id, perspective=Perspective.STUDENT)
    assert page.apart.isVisible()
    assert "filled this in on this computer" in page.apart.text()
    assert not page.columns.isVisible()
    assert not page.bar.isVisible()
    assert page.apart.button.hasFocus()
    page.apart.button.click()
    assert page.head.who_text() == "View of the workplace: you"
    assert page.columns.isVisible()
    reveal.mark_everybody_ready(sheet_services, round_id)
    sheet_services.rounds.reveal(round_id)
    page.open(round_id=round_id, perspective=Perspective.STUDENT)
    assert page.columns.isVisible()
    assert page.list.rows()[0].score().comment == "only mine"


def test_the_words_beside_the_arrow_open_the_menu_too(page: ScoreSheetPage) -> None:
    menu = page.head.whose.menu()
    QTest.mouseClick(page.head.who, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    menu.close()


def test_a_sheet_on_paper_is_typed_over_on_a_page_of_its_own(
    page: ScoreSheetPage, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    actions = {action.text(): action for action in page.head.whose.menu().actions()}
    with qtbot.waitSignal(page.open_requested) as asked:
        actions["Type over the paper sheet of the student…"].trigger()
    assert asked.args == ["paper_sheet", {"round_id": round_id, "perspective": Perspective.STUDENT}]


def test_once_ready_the_round_is_the_next_step(
    page: ScoreSheetPage, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    assert page.bar.to_round.isHidden()
    page.bar.ready.click()
    assert page.bar.to_round.isVisible()
    with qtbot.waitSignal(page.open_requested) as asked:
        page.bar.to_round.click()
    assert asked.args == ["round", {"round_id": round_id}]


def test_d_talks_that_were_not_held_stand_with_guidance_at_the_workplace_only(
    open_sheet: OpenSheet, sheet_services: Services
) -> None:
    """Section 4, d: a fact beside C4 of the workplace's part."""
    trajectory = factory.add_student(sheet_services)
    talk = factory.add_conversation(sheet_services, trajectory)
    sheet_services.conversations.mark_not_held(talk, cause=NotHeldCause.WORKPLACE)
    round_id = factory.add_round(sheet_services, trajectory)
    page = open_sheet(round_id=round_id, strand=Strand.WORKPLACE_PART)
    facts: dict[str, str] = {}
    for row in page.list.rows():
        row.picker.setFocus()
        facts[open_code(page)] = page.help.fact_text()
    assert facts.pop("C4") == (
        "Conversations that did not go ahead this school year: 26 January (workplace)."
    )
    assert set(facts.values()) == {""}
    page.open(round_id=round_id, strand=Strand.STUDENT_PART)
    page.list.rows()[3].picker.setFocus()
    assert page.help.fact_text() == ""
