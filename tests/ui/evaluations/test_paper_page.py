"""A sheet on paper typed over by keyboard alone: the paper's order, how it came in, and how long that takes."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Protocol

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Collected,
    Perspective,
    Score,
    Sheet,
    Source,
    level_mark,
)
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import ScoreView, SheetView
from wpl_desktop.ui import language
from wpl_desktop.ui.evaluations.paper_page import PaperPage
from wpl_desktop.ui.evaluations.paper_rows import PaperRow

Key = Qt.Key
S, W, I = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE  # noqa: E741  (● ■ ▲)
STUDENT_PART, WORKPLACE_PART = Strand.STUDENT_PART, Strand.WORKPLACE_PART
WIDE, NARROW = (1278, 684), (632, 336)
# Keystroke-level model (Card, Moran and Newell): a key of an average typist, and a look at the next place of the paper.
KEY_SECONDS, LOOK_SECONDS = 0.28, 1.35


class OpenPaper(Protocol):
    def __call__(self, *, size: tuple[int, int] = WIDE, **arguments: object) -> PaperPage: ...


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


@pytest.fixture
def open_paper(qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch) -> OpenPaper:
    monkeypatch.setattr(language._Current, "language", "en")

    def opened(*, size: tuple[int, int] = WIDE, **arguments: object) -> PaperPage:
        page = PaperPage()
        qtbot.addWidget(page)
        page.set_services(services)
        page.resize(*size)
        page.open(**arguments)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        page.focus_first()
        QTest.qWait(20)
        return page

    return opened


@pytest.fixture
def page(open_paper: OpenPaper, round_id: uuid.UUID) -> PaperPage:
    return open_paper(round_id=round_id, perspective=S)


@pytest.fixture
def blind_page(services: Services, open_paper: OpenPaper, round_id: uuid.UUID) -> PaperPage:
    """A page opened after both own sheets are ready."""
    for strand in Strand:
        services.evaluations.mark_ready(round_id, perspective=W, strand=strand)
    return open_paper(round_id=round_id, perspective=S)


class _Keys(QObject):
    """Counts the keys that a script presses."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            for part in key if isinstance(key, str) else [key]:
                self.count += 1
                focused = QApplication.focusWidget()
                assert isinstance(focused, QWidget)
                if isinstance(part, str):
                    QTest.keyClicks(focused, part)
                else:
                    QTest.keyClick(focused, part)


@pytest.fixture
def keys() -> _Keys:
    return _Keys()


def rows(page: PaperPage, strand: Strand = STUDENT_PART) -> list[PaperRow]:
    return page.blocks[strand].rows


def sheet(services: Services, round_id: uuid.UUID, strand: Strand, perspective: Perspective = S) -> SheetView:
    return services.evaluations.sheet(round_id, perspective=perspective, strand=strand)


def scores(services: Services, round_id: uuid.UUID, strand: Strand) -> list[ScoreView]:
    return list(sheet(services, round_id, strand).scores.values())


# A whole sheet by keyboard


def test_a_whole_sheet_by_keys_only_takes_less_than_five_minutes(
    blind_page: PaperPage, services: Services, round_id: uuid.UUID, keys: _Keys
) -> None:
    evidence = "On 13/1 I chose another way of working myself"
    need = "an hour to plan together"
    places = 0
    for mark in "32413x-34":
        keys.press(mark, evidence, Key.Key_Return, need, Key.Key_Return)
        places += 3
    for mark in "3-4321344":
        keys.press(mark, Key.Key_Return)
        places += 2
    kept = scores(services, round_id, STUDENT_PART)
    assert [score.mark for score in kept] == [
        level_mark(3),
        level_mark(2),
        level_mark(4),
        level_mark(1),
        level_mark(3),
        NO_OPPORTUNITY,
        NOT_OBSERVED,
        level_mark(3),
        level_mark(4),
    ]
    assert {(score.evidence, score.comment) for score in kept} == {(evidence, need)}
    assert [score.mark.level for score in scores(services, round_id, WORKPLACE_PART)] == [
        3, None, 4, 3, 2, 1, 3, 4, 4,
    ]  # fmt: skip
    assert blind_page.bar.ready.hasFocus()
    keys.press(Key.Key_Space)
    # The date and one look at who wrote it come on top.
    seconds = (keys.count + len("20012026") + 1) * KEY_SECONDS + (places + 3) * LOOK_SECONDS
    assert keys.count == 9 * (len(evidence) + len(need) + 3) + 9 * 2 + 1
    assert seconds < 5 * 60


def test_a_tick_goes_on_to_the_evidence_and_tab_and_shift_tab_go_both_ways(page: PaperPage) -> None:
    first, second = rows(page)[:2]
    assert first.picker.hasFocus()
    QTest.keyClicks(first.picker, "2")
    assert first.lines[0].hasFocus()
    QTest.keyClick(first.lines[0], Key.Key_Tab)
    assert first.lines[1].hasFocus()
    QTest.keyClick(first.lines[1], Key.Key_Tab)
    assert second.picker.hasFocus()
    QTest.keyClick(second.picker, Key.Key_Backtab)
    assert first.lines[1].hasFocus()
    QTest.keyClick(first.lines[1], Key.Key_Up)
    assert first.lines[1].hasFocus()
    QTest.keyClick(first.lines[1], Key.Key_Down)
    assert second.picker.hasFocus()


def test_both_parts_go_the_same_way_so_that_words_stay_with_their_level(
    page: PaperPage, services: Services, round_id: uuid.UUID, keys: _Keys
) -> None:
    first, second, third = rows(page, WORKPLACE_PART)[:3]
    first.picker.setFocus()
    keys.press("4", "a lot of help", Key.Key_Return)
    assert second.picker.hasFocus()
    keys.press("2")
    assert second.lines[0].hasFocus()
    keys.press("no room", Key.Key_Tab)
    assert third.picker.hasFocus()
    assert page.flush()
    kept = [(score.mark, score.comment) for score in scores(services, round_id, WORKPLACE_PART)[:3]]
    assert kept == [
        (level_mark(4), "a lot of help"),
        (level_mark(2), "no room"),
        (NOT_YET_SCORED, ""),
    ]


def test_a_belgian_keyboard_needs_no_shift(page: PaperPage, services: Services, round_id: uuid.UUID) -> None:
    QTest.keyClicks(rows(page)[0].picker, "'")
    assert scores(services, round_id, STUDENT_PART)[0].mark == level_mark(4)
    assert rows(page)[0].lines[0].hasFocus()


def test_a_wrong_tick_is_taken_away_with_delete(
    page: PaperPage, services: Services, round_id: uuid.UUID
) -> None:
    row = rows(page)[0]
    QTest.keyClicks(row.picker, "4")
    row.picker.setFocus()
    QTest.keyClick(row.picker, Key.Key_Delete)
    assert row.picker.hasFocus()
    assert scores(services, round_id, STUDENT_PART)[0].mark == NOT_YET_SCORED


def test_leaving_the_page_keeps_the_text(page: PaperPage, services: Services, round_id: uuid.UUID) -> None:
    rows(page)[1].lines[1].setFocus()
    QTest.keyClicks(rows(page)[1].lines[1], "more time")
    page.hide()
    assert scores(services, round_id, STUDENT_PART)[1].comment == "more time"


# How it came in


def test_it_is_recorded_as_paper_with_who_wrote_it_and_when(
    blind_page: PaperPage, services: Services, round_id: uuid.UUID
) -> None:
    assert blind_page.head.written_by.text() == "Łukasz Wójcik"
    blind_page.head.written_on.set_value(date(2026, 1, 20))
    QTest.keyClicks(rows(blind_page)[0].picker, "2")
    QTest.qWait(20)
    assert blind_page.flush()
    for strand in Strand:
        view = sheet(services, round_id, strand)
        assert (view.collected, view.written_by, view.written_on, view.blind) == (
            Collected.PAPER,
            "Łukasz Wójcik",
            date(2026, 1, 20),
            True,
        )


def test_looking_at_the_page_records_nothing(
    page: PaperPage, services: Services, round_id: uuid.UUID
) -> None:
    page.hide()
    assert sheet(services, round_id, STUDENT_PART).collected_on is None


def test_a_date_to_come_is_explained_at_the_date(page: PaperPage) -> None:
    page.head.written_on.set_value(date(2026, 2, 1))
    assert not page.flush()
    assert "has yet to come" in (page.head.on_field.error() or "")
    page.head.written_on.set_value(date(2026, 1, 21))
    assert page.flush()
    assert page.head.on_field.error() is None


def test_the_version_of_the_criteria_is_there_to_compare(page: PaperPage) -> None:
    assert page.head.edition_text() == "Criteria 1.0"


def test_r5_it_says_not_blind_and_how_to_avoid_it(
    page: PaperPage, services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    assert "your own sheet is not ready yet" in page.head.notice_text()
    with qtbot.waitSignal(page.open_requested) as asked:
        page.head.own_sheet.click()
    assert asked.args == ["score_sheet", {"round_id": round_id}]
    QTest.keyClicks(rows(page)[0].picker, "2")
    QTest.qWait(20)
    assert "recorded and printed" in page.head.notice_text()
    assert not sheet(services, round_id, STUDENT_PART).blind


def test_r5_after_both_own_sheets_there_is_nothing_to_say(blind_page: PaperPage) -> None:
    assert blind_page.head.notice_text() == ""
    QTest.keyClicks(rows(blind_page)[0].picker, "2")
    QTest.qWait(20)
    assert blind_page.head.notice_text() == ""


def test_r5_what_the_student_filled_in_here_is_not_shown(
    services: Services, round_id: uuid.UUID, open_paper: OpenPaper
) -> None:
    criterion = sheet(services, round_id, STUDENT_PART).criteria[0]
    services.evaluations.save_score(
        round_id,
        ScoreValues(mark=level_mark(1)),
        perspective=S,
        strand=STUDENT_PART,
        criterion_id=criterion.id,
        collected=Collected.OWN_SCREEN,
    )
    page = open_paper(round_id=round_id, perspective=S)
    assert page.apart.isVisible()
    assert not page.area.isVisible()
    assert not page.bar.isVisible()


# Ready


def test_ready_marks_both_parts_and_goes_to_the_round(
    blind_page: PaperPage, services: Services, round_id: uuid.UUID, qtbot: QtBot
) -> None:
    QTest.keyClicks(rows(blind_page)[0].picker, "2")
    with qtbot.waitSignal(blind_page.open_requested) as asked:
        blind_page.bar.ready.click()
    assert asked.args == ["round", {"round_id": round_id}]
    assert all(sheet(services, round_id, strand).ready_at for strand in Strand)
    assert not rows(blind_page)[0].picker.isEnabled()
    assert rows(blind_page)[0].lines[0].isReadOnly()
    blind_page.bar.ready.click()
    assert not any(sheet(services, round_id, strand).ready_at for strand in Strand)
    assert rows(blind_page)[0].picker.isEnabled()


def test_r9_an_empty_part_about_the_workplace_is_the_silence_of_every_other(
    blind_page: PaperPage, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    """The same rows as when the student withholds it on the laptop."""
    QTest.keyClicks(rows(blind_page)[0].picker, "2")
    QTest.qWait(20)
    blind_page.bar.ready.click()
    other = factory.add_round(services, trajectory_id, number=2)
    services.hand_over.withhold(other)
    assert _silence(services, round_id) == _silence(services, other)
    assert len(_silence(services, round_id)) == 9


def _silence(services: Services, round_id: uuid.UUID) -> list[tuple[object, ...]]:
    with services.database.reading() as session:
        found = session.scalars(
            select(Score)
            .join(Sheet, Sheet.id == Score.sheet_id)
            .where(Sheet.round_id == round_id, Sheet.perspective == S, Sheet.strand == WORKPLACE_PART)
            .order_by(Score.criterion_id)
        )
        return [
            (row.criterion_id, row.kind, row.level, row.comment, row.evidence, row.source) for row in found
        ]


def test_after_the_reveal_a_ready_sheet_cannot_be_opened_again(
    services: Services, round_id: uuid.UUID, open_paper: OpenPaper
) -> None:
    for perspective in Perspective:
        services.evaluations.mark_all_ready(round_id, perspective=perspective)
    services.rounds.reveal(round_id)
    page = open_paper(round_id=round_id, perspective=S)
    assert page.bar.ready.isHidden()
    assert not rows(page)[0].picker.isEnabled()


# Others


def test_the_institute_has_a_source_and_its_own_words(
    services: Services, round_id: uuid.UUID, open_paper: OpenPaper
) -> None:
    page = open_paper(round_id=round_id, perspective=I)
    assert page.head.written_by.text() == "Nadège Okonkwo-Maes"
    row = rows(page)[0]
    assert row.source is not None
    QTest.keyClicks(row.picker, "3")
    row.source.setCurrentIndex(row.source.findData(Source.PORTFOLIO))
    kept = next(iter(sheet(services, round_id, STUDENT_PART, I).scores.values()))
    assert (kept.mark, kept.source) == (level_mark(3), Source.PORTFOLIO)


def test_the_rows_go_on_to_the_paper_of_somebody_else_with_nothing_of_the_first(
    services: Services, round_id: uuid.UUID, open_paper: OpenPaper
) -> None:
    page = open_paper(round_id=round_id, perspective=I)
    first = rows(page)[0]
    assert first.source is not None
    QTest.keyClicks(first.picker, "3")
    QTest.keyClicks(first.lines[1], "theirs")
    first.source.setCurrentIndex(first.source.findData(Source.PORTFOLIO))
    page.open(round_id=round_id, perspective=S)
    assert rows(page)[0] is first
    assert (first.mark(), first.comment(), first.chosen_source()) == (NOT_YET_SCORED, "", None)
    assert first.editors() == (first.picker, *first.lines)
    assert first.lines[1].placeholderText() == "What do I need?"
    assert all(not box.isVisibleTo(page) for box in first.findChildren(QComboBox))
    page.open(round_id=round_id, perspective=I)
    assert (first.mark(), first.comment(), first.chosen_source()) == (
        level_mark(3),
        "theirs",
        Source.PORTFOLIO,
    )
    assert first.lines[1].accessibleName().endswith("Comment")
    assert not nameless_in(page)


@pytest.mark.parametrize("levels", [3, 5])
def test_a_scale_has_three_to_five_levels(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, levels: int
) -> None:
    criterion = sheet(services, round_id, STUDENT_PART).criteria[0]
    row = PaperRow(
        criterion, strand=STUDENT_PART, perspective=S, level_names=[f"level {n}" for n in range(levels)]
    )
    qtbot.addWidget(row)
    row.show()
    row.picker.setFocus()
    QTest.keyClicks(row.picker, str(levels + 1))
    assert row.mark() == NOT_YET_SCORED
    QTest.keyClicks(row.picker, str(levels))
    assert row.mark() == level_mark(levels)


def test_a_focus_round_has_only_its_criteria(
    services: Services, trajectory_id: uuid.UUID, open_paper: OpenPaper
) -> None:
    light = factory.add_round(services, trajectory_id, focus=("C2", "C5"))
    page = open_paper(round_id=light, perspective=S)
    assert [row.criterion.code for row in rows(page)] == ["C2", "C5"]


def test_an_old_copy_shows_both_texts_and_overwrites_nothing(
    page: PaperPage, services: Services, round_id: uuid.UUID
) -> None:
    criterion = rows(page)[0].criterion
    services.evaluations.save_score(
        round_id,
        ScoreValues(mark=level_mark(1), comment="theirs"),
        perspective=S,
        strand=STUDENT_PART,
        criterion_id=criterion.id,
        collected=Collected.PAPER,
    )
    QTest.keyClicks(rows(page)[0].picker, "4")
    QTest.qWait(20)
    assert page.conflict.isVisible()
    assert "theirs" in page.conflict.kept.text()
    assert scores(services, round_id, STUDENT_PART)[0].mark == level_mark(1)
    assert not page.flush()
    QTest.keyClick(page.conflict.keep, Key.Key_Space)
    assert scores(services, round_id, STUDENT_PART)[0].mark == level_mark(4)
    assert not page.conflict.isVisible()
    assert page.flush()


# Room


def test_nine_rows_are_in_sight_on_a_small_screen(page: PaperPage) -> None:
    last = rows(page)[-1]
    bottom = last.mapTo(page, last.rect().bottomLeft()).y()
    area = page.area.mapTo(page, page.area.rect().bottomLeft()).y()
    assert bottom <= area


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_is_cut_off_and_everything_has_a_name(
    open_paper: OpenPaper, round_id: uuid.UUID, size: tuple[int, int]
) -> None:
    page = open_paper(size=size, round_id=round_id, perspective=S)
    QTest.qWait(50)
    assert clipped_in(page) == []
    assert nameless_in(page) == []
    viewport = page.area.viewport()
    first = rows(page)[0].picker
    assert first.hasFocus()
    assert viewport.rect().contains(first.mapTo(viewport, first.rect().center()))
    last = rows(page, WORKPLACE_PART)[-1].lines[0]
    last.setFocus()
    QTest.qWait(20)
    assert viewport.rect().contains(last.mapTo(viewport, last.rect().center()))


def test_another_round_on_the_same_page_has_nothing_of_the_first(
    page: PaperPage, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    QTest.keyClicks(rows(page)[0].picker, "4")
    QTest.keyClicks(rows(page)[0].lines[0], "first round")
    other = factory.add_round(services, trajectory_id, number=2)
    page.open(round_id=other, perspective=S)
    assert rows(page)[0].mark() == NOT_YET_SCORED
    assert rows(page)[0].evidence() == ""
    assert scores(services, round_id, STUDENT_PART)[0].evidence == "first round"
    assert scores(services, other, STUDENT_PART)[0].evidence == ""
    page.open(round_id=other, perspective=I)
    assert rows(page)[0].source is not None


def test_ctrl_z_brings_nothing_back_of_the_paper_before(
    page: PaperPage, services: Services, round_id: uuid.UUID, keys: _Keys
) -> None:
    line = page.blocks[Strand.STUDENT_PART].rows[0].lines[0]
    line.setFocus()
    keys.press("Struisvogel")
    line.selectAll()
    keys.press(Qt.Key.Key_Backspace)
    assert line.isUndoAvailable(), "the control: there is something to bring back"
    other = factory.add_round(services, factory.add_student(services, name="Zoë Van den Broeck"))
    page.open(round_id=other, perspective=S)
    assert page.blocks[Strand.STUDENT_PART].rows[0].lines[0] is line
    assert not line.isUndoAvailable()
    line.undo()
    assert line.text() == ""
