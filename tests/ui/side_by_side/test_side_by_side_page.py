"""The trialogue as three people use it: by keyboard and mouse, on a real encrypted profile."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from tests import factory
from tests.trialogue import (
    CONDITIONS,
    INSTITUTE,
    PART,
    STUDENT,
    WORKPLACE,
    criterion_of,
    make_final,
    save,
    score,
    scored_round,
    set_ready,
    student_with_levels,
    view_of,
)
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.criteria import CriteriaSet, Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Mark,
    Score,
    Source,
    level_mark,
)
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.side_by_side import AgreedValues
from wpl_desktop.ui import joint_screen, language, theme
from wpl_desktop.ui.side_by_side import columns
from wpl_desktop.ui.side_by_side.side_by_side_page import SideBySidePage

Key = Qt.Key
WIDE, NARROW, LOW_AND_NARROW = (1278, 684), (1000, 684), (632, 336)


class OpenTalk(Protocol):
    """Shows a page of this size with these arguments and puts the keyboard on it."""

    def __call__(
        self, round_id: uuid.UUID, *, size: tuple[int, int] = WIDE, **arguments: object
    ) -> SideBySidePage: ...


@pytest.fixture
def round_id(sheet_services: Services) -> uuid.UUID:
    """C4 ● 4 ■ 2 ▲ 2, C2 ● 3 ■ 2 ▲ –, C3 unanimous, C6 one level, the others all 2."""
    return scored_round(sheet_services)


@pytest.fixture
def open_talk(qtbot: QtBot, sheet_services: Services, monkeypatch: pytest.MonkeyPatch) -> OpenTalk:
    monkeypatch.setattr(language._Current, "language", "en")

    def opened(round_id: uuid.UUID, *, size: tuple[int, int] = WIDE, **arguments: object) -> SideBySidePage:
        page = SideBySidePage()
        qtbot.addWidget(page)
        page.set_services(sheet_services)
        page.resize(*size)
        page.open(round_id=round_id, **arguments)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        page.focus_first()
        QTest.qWait(20)
        return page

    return opened


@pytest.fixture
def page(open_talk: OpenTalk, round_id: uuid.UUID) -> SideBySidePage:
    return open_talk(round_id)


@pytest.fixture
def joint() -> Iterator[None]:
    joint_screen.set_on(True)
    theme.enlarge(1.25)
    yield
    theme.enlarge(1.0)
    joint_screen.set_on(False)


def press(page: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(page.focusWidget(), key)
        else:
            QTest.keyClick(page.focusWidget(), key)


def codes(page: SideBySidePage) -> list[str]:
    return [row.criterion.code for row in page.list.rows()]


def code(page: SideBySidePage) -> str:
    return next(row.criterion.code for row in page.list.rows() if row.isChecked())


def click_cell(page: SideBySidePage, number: int) -> None:
    picker = page.block.picker
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.cell_rect(number).center().toPoint())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def agreed(services: Services, round_id: uuid.UUID, wanted: str, strand: Strand = PART) -> AgreedValues:
    return criterion_of(services, round_id, wanted, strand=strand).agreed


# The list


def test_the_list_stands_under_its_headings_and_begins_at_the_largest_difference(
    page: SideBySidePage,
) -> None:
    assert page.list.headings() == [
        "Talk needed",
        "Close together",
        "Unanimous",
        "One level given",
    ]
    assert codes(page) == ["C4", "C2", "C1", "C3", "C5", "C7", "C8", "C9", "C6"]
    assert code(page) == "C4"
    assert page.list.rows()[0].hasFocus()
    assert page.detail.difference_text() == "talk needed"


def test_keys_go_through_the_list_and_stop_at_both_ends(page: SideBySidePage) -> None:
    press(page, Key.Key_Up)
    assert code(page) == "C4"
    press(page, Key.Key_Down, Key.Key_PageDown)
    assert code(page) == "C1"
    assert page.list.rows()[2].hasFocus()
    press(page, Key.Key_PageUp)
    assert code(page) == "C2"
    press(page, *[Key.Key_Down] * 12)
    assert code(page) == "C6"
    assert page.bar.after.isHidden()


def test_the_bar_names_the_criteria_before_and_after(page: SideBySidePage) -> None:
    assert page.bar.before.isHidden()
    assert page.bar.after.text().startswith("C2 ")
    click(page.bar.after)
    assert code(page) == "C2"
    assert page.bar.before.text().startswith("C4 ")


def test_a_click_on_a_line_shows_it(page: SideBySidePage) -> None:
    click(page.list.rows()[3])
    assert page.detail.title().startswith("C3 ")
    assert page.detail.difference_text() == "unanimous"
    click(page.list.rows()[8])
    assert page.detail.difference_text() == ""


def test_the_order_stays_while_the_page_is_open_and_is_made_anew_on_a_later_visit(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    before = codes(page)
    press(page, "2")
    assert codes(page) == before
    set_ready(sheet_services, round_id, PART, ready=False)
    score(sheet_services, round_id, levels={"C9": (1, 4, 4)}, everywhere=(3, 3, 3))
    set_ready(sheet_services, round_id, PART)
    page.refresh()
    assert codes(page) == before
    page.open(round_id=round_id)
    assert codes(page)[0] == "C9"


def test_a_row_says_everything_to_who_cannot_see_it(page: SideBySidePage) -> None:
    name = page.list.rows()[0].accessibleName()
    for part in ("C4", "talk needed", "4 Strong", "2 Developing"):
        assert part in name


# What is agreed


def test_r6_nothing_is_chosen_beforehand(page: SideBySidePage) -> None:
    for _ in codes(page):
        assert page.block.picker.value is None
        assert not any(segment.isChecked() for segment in page.block.switch.segments())
        assert page.block.difference.kind() == "plain"
        assert page.block.positions.text() == ""
        press(page, Key.Key_Down)
    assert page.bar.progress_text() == "0 of 9 discussed"


def test_a_digit_is_on_disk_at_once_and_counts(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.saved):
        press(page, "3")
    assert agreed(sheet_services, round_id, "C4") == AgreedValues(mark=level_mark(3))
    assert page.bar.progress_text() == "1 of 9 discussed"
    assert page.list.rows()[0].hasFocus()


@pytest.mark.parametrize(("letter", "level"), [("s", 4), ("w", 2), ("o", 2), ("i", 2)])
def test_letters_agree_with_somebody(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID, letter: str, level: int
) -> None:
    press(page, letter)
    assert agreed(sheet_services, round_id, "C4").mark == level_mark(level)


def test_two_who_gave_the_agreed_level_are_both_marked(page: SideBySidePage) -> None:
    click(page.block.switch.segment(WORKPLACE))
    marked = [segment.isChecked() for segment in page.block.switch.segments()]
    assert marked == [False, True, True]
    assert page.block.picker.value == 2


def test_one_cannot_agree_with_who_gave_no_level(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, Key.Key_Down)
    assert not page.block.switch.segment(INSTITUTE).isVisible()
    assert page.block.switch.segment(STUDENT).text() == "agree with student"
    press(page, "o")
    assert agreed(sheet_services, round_id, "C2") == AgreedValues()


def test_a_second_press_and_delete_let_go_of_a_choice(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    for choose, let_go in (
        (lambda: click_cell(page, 2), lambda: click_cell(page, 2)),
        (
            lambda: click(page.block.switch.segment(STUDENT)),
            lambda: click(page.block.switch.segment(STUDENT)),
        ),
        (lambda: click(page.block.difference), lambda: click(page.block.difference)),
        (lambda: page.focus_first() or press(page, "2"), lambda: press(page, Key.Key_Delete)),
    ):
        choose()
        assert agreed(sheet_services, round_id, "C4") != AgreedValues()
        let_go()
        assert agreed(sheet_services, round_id, "C4") == AgreedValues()
        assert page.block.picker.value is None


def test_signs_are_offered_where_somebody_had_no_level(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "-")
    assert agreed(sheet_services, round_id, "C4") == AgreedValues()
    press(page, Key.Key_Down, "-")
    assert agreed(sheet_services, round_id, "C2").mark == NOT_OBSERVED
    press(page, "x")
    assert agreed(sheet_services, round_id, "C2").mark == NO_OPPORTUNITY
    page.open(round_id=round_id, strand=CONDITIONS)
    press(page, "x")
    assert agreed(sheet_services, round_id, codes(page)[0], CONDITIONS).mark == NOT_YET_SCORED


def test_a_belgian_keyboard_needs_no_shift(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "'")
    assert agreed(sheet_services, round_id, "C4").mark == level_mark(4)


# A difference that stands


def test_a_difference_asks_for_words_and_counts_only_with_them(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "3", "d")
    assert page.block.positions.hasFocus()
    assert "both positions" in page.block.message()
    assert page.bar.progress_text() == "0 of 9 discussed"
    QTest.keyClicks(page.block.positions, "3 students so; d2 sows")
    press(page, Key.Key_Escape)
    assert page.list.rows()[0].hasFocus()
    assert page.block.message() == ""
    assert page.bar.progress_text() == "1 of 9 discussed"
    kept = AgreedValues(difference_stands=True, positions="3 students so; d2 sows")
    assert agreed(sheet_services, round_id, "C4") == kept


def test_words_are_on_disk_within_two_seconds(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    press(page, Key.Key_Tab)
    assert page.block.positions.hasFocus()
    with qtbot.waitSignal(page.saved, timeout=2_000):
        QTest.keyClicks(page.block.positions, "asks a lot")
    assert agreed(sheet_services, round_id, "C4").positions == "asks a lot"


def test_going_on_keeps_the_words_of_before(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, Key.Key_Tab)
    QTest.keyClicks(page.block.positions, "asks a lot")
    click(page.bar.after)
    assert agreed(sheet_services, round_id, "C4").positions == "asks a lot"
    assert page.block.positions.text() == ""
    page.block.positions.undo()
    assert page.block.positions.text() == ""


# Outside the range


def test_r6_a_level_outside_the_range_waits_for_its_reason(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    assert page.block.reason.isHidden() or not page.block.reason.isVisible()
    press(page, "1")
    assert page.block.picker.value == 1
    assert "not kept yet" in page.block.message()
    assert "2–4" in page.block.message()
    assert agreed(sheet_services, round_id, "C4") == AgreedValues()
    assert page.bar.progress_text() == "0 of 9 discussed"
    # No letter of the reason is a command.
    assert page.block.reason.hasFocus()
    press(page, Key.Key_Escape, Key.Key_Down, Key.Key_Up)
    assert page.block.picker.value == 1
    press(page, Key.Key_Tab)
    assert page.block.reason.hasFocus()
    QTest.keyClicks(page.block.reason, "later seen")
    assert page.flush()
    assert agreed(sheet_services, round_id, "C4") == AgreedValues(mark=level_mark(1), reason="later seen")
    assert page.block.message() == ""
    assert page.bar.progress_text() == "1 of 9 discussed"


def test_words_are_kept_also_while_a_level_waits(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "1")
    QTest.keyClicks(page.block.positions, "both say")
    assert page.flush()
    assert agreed(sheet_services, round_id, "C4") == AgreedValues(positions="both say")
    assert page.block.picker.value == 1


def test_within_the_range_no_reason_is_asked_and_none_is_left(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "1")
    QTest.keyClicks(page.block.reason, "later seen")
    press(page, Key.Key_Escape, "3")
    assert not page.block.reason.isVisible()
    assert agreed(sheet_services, round_id, "C4") == AgreedValues(mark=level_mark(3))


# Changed elsewhere


@pytest.mark.parametrize("keeps_mine", [False, True])
def test_a_change_elsewhere_shows_both_and_overwrites_nothing(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID, *, keeps_mine: bool
) -> None:
    press(page, Key.Key_Tab)
    QTest.keyClicks(page.block.positions, "my words")
    theirs = AgreedValues(mark=level_mark(3), positions="their words")
    save(sheet_services, round_id, "C4", theirs)
    assert not page.flush()
    QTest.qWait(10)
    assert "their words" in page.block.collision_text()
    assert "3 Achieved" in page.block.collision_text()
    assert page.block.positions.text() == "my words"
    assert agreed(sheet_services, round_id, "C4") == theirs
    QTest.keyClicks(page.block.positions, "!")
    assert not page.flush()
    click(page.block.keep_mine if keeps_mine else page.block.take_theirs)
    assert page.flush()
    assert page.block.collision_text() == ""
    wanted = AgreedValues(positions="my words!") if keeps_mine else theirs
    assert agreed(sheet_services, round_id, "C4") == wanted
    assert page.block.positions.text() == wanted.positions


def test_a_refresh_shows_what_was_undone(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "3")
    sheet_services.history.undo()
    page.refresh()
    assert page.block.picker.value is None
    press(page, "4")
    assert agreed(sheet_services, round_id, "C4").mark == level_mark(4)


def test_what_became_final_meanwhile_is_refused_and_said(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    make_final(sheet_services, round_id)
    press(page, "3")
    QTest.qWait(10)
    assert page.trouble.isVisible()
    assert agreed(sheet_services, round_id, "C4") == AgreedValues()
    assert not page.block.picker.isEnabled()


# Before, after, and other rounds


def test_r5_before_the_reveal_it_says_who_is_not_ready_and_leads_to_the_reveal(
    open_talk: OpenTalk, sheet_services: Services, qtbot: QtBot
) -> None:
    round_id = factory.add_round(sheet_services, factory.add_student(sheet_services))
    sheet_services.evaluations.mark_ready(round_id, perspective=WORKPLACE, strand=PART)
    page = open_talk(round_id)
    assert not page.columns.isVisible()
    assert not page.bar.isVisible()
    assert page.list.rows() == []
    assert "the student and the institute" in page.apart.text()
    assert page.apart.button.hasFocus()
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.apart.button)
    assert asked.args == ["reveal_dialog", {"round_id": round_id}]


def test_r5_after_the_reveal_it_is_there(open_talk: OpenTalk, sheet_services: Services) -> None:
    round_id = scored_round(sheet_services, revealed=False)
    page = open_talk(round_id)
    assert "Everybody is ready" in page.apart.text()
    sheet_services.rounds.reveal(round_id)
    page.refresh()
    assert page.columns.isVisible()
    assert not page.apart.isVisible()
    assert len(codes(page)) == 9


def test_r5_a_strand_whose_own_sheet_is_open_again_leads_there(
    open_talk: OpenTalk, sheet_services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    sheet_services.evaluations.mark_ready(round_id, perspective=WORKPLACE, strand=CONDITIONS, ready=False)
    page = open_talk(round_id)
    click(page.head.strand.findChildren(QAbstractButton)[1])
    assert not page.columns.isVisible()
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.apart.button)
    about = {"round_id": round_id, "perspective": WORKPLACE, "strand": CONDITIONS}
    assert asked.args == ["score_sheet", about]


def test_a_final_round_is_read_only(
    open_talk: OpenTalk, sheet_services: Services, round_id: uuid.UUID
) -> None:
    save(sheet_services, round_id, "C4", AgreedValues(mark=level_mark(2), positions="agreed"))
    make_final(sheet_services, round_id)
    page = open_talk(round_id)
    press(page, "3", "d", Key.Key_Delete)
    click(page.block.difference)
    assert page.block.positions.isReadOnly()
    assert agreed(sheet_services, round_id, "C4") == AgreedValues(mark=level_mark(2), positions="agreed")
    press(page, Key.Key_Down)
    assert code(page) == "C2"


def test_a_final_round_shows_no_empty_field(
    open_talk: OpenTalk, sheet_services: Services, round_id: uuid.UUID
) -> None:
    make_final(sheet_services, round_id)
    page = open_talk(round_id)
    assert not page.block.positions.isVisible()
    QTest.keyClick(page.focusWidget(), Key.Key_Tab)
    assert page.focusWidget() is page.bar.print_button


def test_the_other_strand_is_never_mixed_in(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "3")
    click(page.head.strand.findChildren(QAbstractButton)[1])
    assert page.place()["strand"] is CONDITIONS
    assert page.block.picker.value is None
    assert page.bar.progress_text() == "0 of 9 discussed"


def test_two_perspectives_have_two_rows_and_a_switch_of_two(
    open_talk: OpenTalk, sheet_services: Services
) -> None:
    trajectory_id = factory.add_student(sheet_services, institute="", people=())
    page = open_talk(scored_round(sheet_services, trajectory_id, levels={}, everywhere=(2, 3)))
    assert len(page.detail.voices()) == 2
    assert len(page.block.switch.segments()) == 2
    assert page.subtitle() == "Round 1, two perspectives side by side"


def test_r8_the_mark_and_its_footnote(open_talk: OpenTalk, sheet_services: Services) -> None:
    round_id = scored_round(sheet_services, levels={}, everywhere=(3, 2, 2))
    plain = open_talk(round_id)
    assert plain.detail.footnote() == ""
    other = scored_round(sheet_services, levels={}, everywhere=(3, 2, 2))
    set_ready(sheet_services, other, CONDITIONS, ready=False)
    score(sheet_services, other, levels={}, everywhere=(3, 1, 3), strand=CONDITIONS)
    set_ready(sheet_services, other, CONDITIONS)
    page = open_talk(other)
    assert "with reservation" in page.detail.footnote()
    assert [row.text().count("*") for row in page.detail.voices()] == [0, 1, 1]


def test_r8_the_mark_of_what_is_agreed_comes_and_goes_with_the_choice(
    open_talk: OpenTalk, sheet_services: Services
) -> None:
    round_id = scored_round(sheet_services, levels={}, everywhere=(3, 2, 2))
    set_ready(sheet_services, round_id, CONDITIONS, ready=False)
    score(sheet_services, round_id, levels={}, everywhere=(3, 1, 3), strand=CONDITIONS)
    set_ready(sheet_services, round_id, CONDITIONS)
    page = open_talk(round_id)
    seen: list[tuple[bool, int]] = []
    for key in ("2", "3", "2"):
        press(page, key)
        stars = sum(row.text().count("*") for row in page.detail.voices())
        seen.append((page.block.is_reserved(), stars))
    assert seen == [(True, 2), (False, 0), (True, 2)]
    assert page.focusWidget() is page.list.rows()[0]


def test_long_comments_are_whole(open_talk: OpenTalk, sheet_services: Services, round_id: uuid.UUID) -> None:
    words = "a long story about this week " * 40
    sheet_services.evaluations.mark_ready(round_id, perspective=STUDENT, strand=PART, ready=False)
    sheet_services.evaluations.save_score(
        round_id,
        ScoreValues(mark=level_mark(4), comment=words, evidence=words),
        perspective=STUDENT,
        strand=PART,
        criterion_id=criterion_of(sheet_services, round_id, "C4").id,
    )
    sheet_services.evaluations.mark_ready(round_id, perspective=STUDENT, strand=PART)
    page = open_talk(round_id)
    assert words.strip() in page.detail.voices()[0].text()
    assert page.card.area.verticalScrollBar().maximum() > 0
    assert clipped_in(page) == []


# Scales, windows, and the joint screen


@pytest.mark.parametrize("count", [3, 5])
def test_a_scale_of_another_length(open_talk: OpenTalk, sheet_services: Services, count: int) -> None:
    trajectory_id = student_with_levels(sheet_services, count)
    round_id = scored_round(
        sheet_services, trajectory_id, levels={"C1": (count, count, count)}, everywhere=(1, 2, 2)
    )
    page = open_talk(round_id, criterion_id=criterion_of(sheet_services, round_id, "C1").id)
    assert len(page.detail.scale.marks_layout().cells) == count
    assert page.block.picker.count() == count
    press(page, str(count))
    assert agreed(sheet_services, round_id, "C1").mark == level_mark(count)
    press(page, str(count + 1))
    assert agreed(sheet_services, round_id, "C1").mark == level_mark(count)


@pytest.mark.parametrize("size", [WIDE, NARROW, LOW_AND_NARROW])
@pytest.mark.parametrize("count", [3, 5])
def test_shapes_never_overlap(
    open_talk: OpenTalk, sheet_services: Services, count: int, size: tuple[int, int]
) -> None:
    trajectory_id = student_with_levels(sheet_services, count)
    page = open_talk(scored_round(sheet_services, trajectory_id, levels={}, everywhere=(2, 2, 2)), size=size)
    marks = page.detail.scale.marks_layout().marks
    assert [mark.shape for mark in marks] == ["circle", "square", "triangle"]
    for left, right in itertools.pairwise(marks):
        assert right.center.x() - left.center.x() >= left.size


@pytest.mark.parametrize("size", [WIDE, NARROW, LOW_AND_NARROW])
def test_nothing_is_cut_and_everything_has_a_name(
    open_talk: OpenTalk, sheet_services: Services, round_id: uuid.UUID, size: tuple[int, int]
) -> None:
    page = open_talk(round_id, size=size)
    for _ in codes(page):
        QTest.qWait(10)
        assert clipped_in(page) == []
        assert nameless_in(page) == []
        press(page, Key.Key_Down)


@pytest.mark.parametrize("spoken", ["nl", "en"])
@pytest.mark.parametrize("strand", list(Strand))
def test_in_the_smallest_usual_window_everything_said_stands_there_without_scrolling(
    open_talk: OpenTalk,
    sheet_services: Services,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    spoken: str,
    strand: Strand,
) -> None:
    trajectory_id = factory.add_student(sheet_services)
    with sheet_services.database.transaction(undoable=False) as session:
        # The texts people have, whatever set another test made the newest.
        shipped = select(CriteriaSet.id).where(CriteriaSet.edition == content.shipped("criteria")["version"])
        session.get_one(Trajectory, trajectory_id).criteria_set_id = session.scalars(shipped).one()
    round_id = scored_round(sheet_services, trajectory_id, levels={}, everywhere=(4, 2, 0), strand=strand)
    set_ready(sheet_services, round_id, *Strand)
    words = "Brought a talk that got stuck herself, and told apart what she saw and what she thought."
    with sheet_services.database.transaction() as session:
        session.execute(update(Score).values(comment=words, source=Source.OBSERVED))
    page = open_talk(round_id, strand=strand)
    monkeypatch.setattr(language._Current, "language", spoken)
    page.refresh()
    for _ in codes(page):
        QTest.qWait(30)
        qtbot.waitUntil(lambda: page.card.area.verticalScrollBar().maximum() == 0, timeout=1000)
        assert page.list.area.verticalScrollBar().maximum() == 0
        press(page, Key.Key_Down)


def test_the_strands_stand_above_the_list_and_move_out_when_it_folds(
    open_talk: OpenTalk, round_id: uuid.UUID
) -> None:
    page = open_talk(round_id)
    strand = page.head.strand
    assert page.list.isAncestorOf(strand)
    assert not page.head.isVisible()
    strand.setFocus()
    # Of its own accord a window of its own would not get smaller than its words.
    page.setMinimumSize(1, 1)
    page.resize(*NARROW)
    QTest.qWait(20)
    assert page.head.isAncestorOf(strand)
    assert strand.isVisible()
    page.resize(*WIDE)
    QTest.qWait(20)
    assert page.list.isAncestorOf(strand)
    assert strand.isVisible()
    assert clipped_in(page) == []


def test_long_words_of_a_vocabulary_make_room_in_the_switch(
    open_talk: OpenTalk, round_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = {strand: f"{strand.value} of somebody with very long words" for strand in Strand}
    monkeypatch.setattr(columns, "strand_name", lambda strand, *_words: long[strand])
    page = open_talk(round_id)
    assert page.head.strand.sizeHint().width() <= page.list.width() - 2 * 16
    assert all(name in page.head.strand.toolTip() for name in long.values())
    assert clipped_in(page) == []


def test_in_a_narrow_window_the_list_folds_and_comes_when_asked_for(
    open_talk: OpenTalk, round_id: uuid.UUID
) -> None:
    page = open_talk(round_id, size=NARROW)
    assert not page.list.isVisible()
    assert page.block.picker.hasFocus()
    press(page, Key.Key_Down)
    assert code(page) == "C2"
    click(page.head.list_button)
    assert page.list.isVisible()
    assert page.list.rows()[1].hasFocus()
    click(page.list.rows()[3])
    assert not page.list.isVisible()
    assert code(page) == "C3"
    assert page.block.picker.hasFocus()


def test_what_is_agreed_can_be_scrolled_to_in_a_low_window(open_talk: OpenTalk, round_id: uuid.UUID) -> None:
    page = open_talk(round_id, size=LOW_AND_NARROW)
    assert page.card.height() < 300
    press(page, "d")
    QApplication.processEvents()
    place = page.block.positions.mapTo(page.card, QPoint(0, 0)).y()
    assert 0 <= place < page.card.height()


def test_the_joint_screen_shows_it_larger_and_keeps_the_criterion(
    open_talk: OpenTalk, round_id: uuid.UUID, joint: None
) -> None:
    page = open_talk(round_id, size=(1366, 663))
    assert SideBySidePage.joint
    assert page.list.isVisible()
    assert clipped_in(page) == []
    press(page, Key.Key_Down)
    again = open_talk(round_id, size=(1366, 663), criterion_id=page.place()["criterion_id"])
    assert code(again) == "C2"


def test_r5_on_the_joint_screen_nothing_comes_before_the_reveal(
    open_talk: OpenTalk, sheet_services: Services, joint: None
) -> None:
    page = open_talk(scored_round(sheet_services, revealed=False), size=(1366, 663))
    assert page.list.rows() == []
    assert page.apart.isVisible()


def test_what_it_is_about(page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID) -> None:
    view = view_of(sheet_services, round_id)
    assert page.title() == view.student_name
    assert page.subtitle() == "Round 1, three perspectives side by side"
    assert page.subject() == {"trajectory_id": view.trajectory_id}
    assert (page.back_target, page.back_arguments) == ("round", {"round_id": round_id})


def test_tab_reaches_every_choice(page: SideBySidePage) -> None:
    page.block.positions.setFocus()
    wanted: set[QWidget] = {*page.block.switch.segments(), page.block.picker, page.block.difference}
    seen: set[QWidget] = set()
    for _ in range(8):
        QTest.keyClick(page.focusWidget(), Key.Key_Backtab)
        seen.add(page.focusWidget())
    assert wanted <= seen


def test_no_mark_is_made_of_marks() -> None:
    """R6: an agreed mark is what somebody chose, never something the values came up with."""
    assert AgreedValues().mark == NOT_YET_SCORED == Mark()


def test_on_the_buttons_of_the_bar_no_letter_is_a_command(
    page: SideBySidePage, sheet_services: Services, round_id: uuid.UUID
) -> None:
    press(page, "3")
    before = agreed(sheet_services, round_id, "C4")
    page.bar.print_button.setFocus()
    for letter in ("d", "s", "2"):
        QTest.keyClicks(page.bar.print_button, letter)
    assert agreed(sheet_services, round_id, "C4") == before == AgreedValues(mark=level_mark(3))
