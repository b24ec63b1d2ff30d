"""Where shapes stand in a dot strip: in the cell of their level, and never over each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from wpl_desktop.ui.widgets.level_strip import MarkPlace, strip_layout
from wpl_desktop.ui.widgets.shapes import Shape, shape_path

SHAPES: tuple[Shape, ...] = ("circle", "square", "triangle", "diamond")


def outline(mark: MarkPlace) -> QRectF:
    return shape_path(mark.shape, center=mark.center, size=mark.size).boundingRect()


@given(
    levels=st.lists(st.integers(1, 3), min_size=1, max_size=4),
    count=st.integers(3, 5),
    width=st.floats(120, 600),
)
def test_shapes_stand_in_their_cell_and_apart(levels: list[int], count: int, width: float) -> None:
    given_levels = list(zip(SHAPES, levels, strict=False))
    layout = strip_layout(given_levels, QRectF(10, 20, width, 30), count=count, size=11)

    assert len(layout.cells) == count
    assert len(layout.marks) == len(given_levels)
    for mark in layout.marks:
        assert layout.cells[mark.level - 1].contains(outline(mark))
    for one, other in combinations(layout.marks, 2):
        assert not outline(one).intersects(outline(other))


def test_the_order_is_that_of_the_legend_whatever_order_is_given() -> None:
    given_levels: list[tuple[Shape, int]] = [("triangle", 2), ("circle", 2), ("square", 2)]
    marks = strip_layout(given_levels, QRectF(0, 0, 200, 30), count=4, size=11).marks

    assert [mark.shape for mark in sorted(marks, key=lambda mark: mark.center.x())] == [
        "circle",
        "square",
        "triangle",
    ]


def test_shapes_keep_their_size_while_there_is_room() -> None:
    wide = strip_layout([("circle", 1)], QRectF(0, 0, 200, 30), count=4, size=11).marks
    narrow = strip_layout([(shape, 1) for shape in SHAPES], QRectF(0, 0, 120, 30), count=5, size=11).marks

    assert wide[0].size == 11
    assert narrow[0].size < 11


def test_a_level_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="level 5"):
        strip_layout([("circle", 5)], QRectF(0, 0, 200, 30), count=4, size=11)
