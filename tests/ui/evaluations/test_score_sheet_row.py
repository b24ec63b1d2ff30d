"""The row of the score sheet: its columns at every width, and scales of three to five levels."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, NOT_OBSERVED, NOT_YET_SCORED, Mark, level_mark
from wpl_desktop.services.sheets import ScoreView
from wpl_desktop.ui.evaluations.score_row import (
    NameWidths,
    ScoreRow,
    name_widths,
    row_columns,
)
from wpl_desktop.ui.evaluations.sheet_head import moment_words
from wpl_desktop.ui.mark_cells import cell_value, mark_of_cell

WIDTHS = NameWidths(least=120, wanted=228)


def made_row(
    qtbot: QtBot, *, levels: int = 4, strand: Strand = Strand.STUDENT_PART, name: str = "Safety"
) -> ScoreRow:
    names = [f"word {number}" for number in range(1, levels + 1)]
    row = ScoreRow()
    qtbot.addWidget(row)
    row.set_criterion(code="C1", name=name, level_names=names, strand=strand, name_widths=WIDTHS)
    row.resize(918, 36)
    row.show()
    return row


@pytest.mark.parametrize("mark", [NOT_YET_SCORED, NOT_OBSERVED, NO_OPPORTUNITY, level_mark(1), level_mark(5)])
def test_a_mark_survives_the_way_to_the_buttons_and_back(mark: Mark) -> None:
    assert mark_of_cell(cell_value(mark)) == mark


@pytest.mark.parametrize("levels", [3, 4, 5])
def test_a_scale_has_three_to_five_levels(qtbot: QtBot, levels: int) -> None:
    row = made_row(qtbot, levels=levels)
    with qtbot.waitSignal(row.picked) as picked:
        QTest.keyClicks(row.picker, str(levels))
    assert picked.args == [level_mark(levels)]
    row.set_score(ScoreView(mark=level_mark(levels)), last_label="")
    assert row.word() == f"word {levels}"
    QTest.keyClicks(row.picker, str(levels + 1))
    assert row.picker.value == levels


def test_the_workplace_part_has_one_sign(qtbot: QtBot) -> None:
    row = made_row(qtbot, strand=Strand.WORKPLACE_PART)
    assert row.picker.cell_count() == 5
    assert made_row(qtbot).picker.cell_count() == 6


def test_a_locked_row_takes_the_keyboard_but_no_marks(qtbot: QtBot) -> None:
    row = made_row(qtbot)
    row.set_locked(True)
    assert row.keyboard_target() is row
    QTest.mouseClick(row.picker, Qt.MouseButton.LeftButton)
    assert row.picker.value is None


@given(
    width=st.integers(300, 2000),
    last=st.sampled_from([0, 84]),
    measure=st.sampled_from([1.0, 1.25, 1.5]),
    picker=st.integers(170, 330),
)
def test_columns_never_overlap_and_end_at_the_right_edge(
    width: int, last: int, measure: float, picker: int
) -> None:
    columns = row_columns(width, name=WIDTHS, picker=picker, word=115, last=last, measure=measure)
    in_order = [value for value in dataclasses.astuple(columns) if value[1]]
    assert columns.arrow[0] + columns.arrow[1] == width - round(12 * measure)
    if width >= measure * (16 + 28 + 16 + 84 + 8 + 18 + 12) + 120 + picker + 2:
        for (left, wide), (following, _) in itertools.pairwise(in_order):
            assert left + wide <= following
    assert columns.name[1] >= 120


def test_a_wide_row_shows_the_comment_and_a_narrow_one_gives_its_room_to_the_name() -> None:
    wide = row_columns(918, name=WIDTHS, picker=206, word=115, last=84)
    narrow = row_columns(600, name=WIDTHS, picker=206, word=115, last=84)
    assert wide.comment[1] > 100
    assert wide.name[1] == 228
    assert narrow.comment[1] == 0


def test_one_long_name_wraps_instead_of_widening_the_column(qtbot: QtBot) -> None:
    del qtbot
    assert name_widths(["Safety"]).wanted == 228
    assert name_widths(["Safety", "Practice uncertainty, which is not knowing how to act"]).wanted == 228


def test_a_long_name_makes_its_row_higher(qtbot: QtBot) -> None:
    row = made_row(qtbot, name="Practice uncertainty, which is not knowing how to act")
    assert row.heightForWidth(918) > made_row(qtbot).heightForWidth(918)


@pytest.mark.parametrize(
    ("day", "words"), [(3, "start of January"), (15, "mid January"), (31, "end of January")]
)
def test_the_moment_is_said_in_words(day: int, words: str) -> None:
    assert moment_words(date(2026, 1, day)) == words
