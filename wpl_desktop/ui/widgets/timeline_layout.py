"""What one row of a timeline says, and where its parts stand in the width there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.shapes import Shape

SHAPE_SIZE: Final = 11
#: A shape before the words, with the room after it.
SHAPE_ROOM: Final = 17
_DAY_WIDTH: Final = 52
_NODE: Final = 28
_GAP: Final = 12
_PADDING: Final = 6
_CHIP_HEIGHT: Final = 24
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, kw_only=True)
class TimelineRow:
    """One row: the key its owner knows it by and what it says.

    `group` stands above the first row of its group. `ahead` draws a dashed node. `chip` and `action` are words at the
    right that can be clicked; `spoken` is read out after the words.
    """

    key: object
    group: str
    day: str
    icon: str
    title: str
    detail: str = ""
    detail_shape: Shape | None = None
    body: str = ""
    chip: str = ""
    action: str = ""
    shapes: tuple[Shape, ...] = ()
    ahead: bool = False
    spoken: str = ""


@dataclass(frozen=True, kw_only=True)
class RowPlaces:
    """Where the parts of a row stand, from its own top left corner; empty rectangles for what is not there."""

    height: int
    head: QRect
    box: QRect
    day: QRect
    node: QRect
    title: QRect
    detail: QRect
    body: QRect
    chip: QRect
    action: QRect
    shapes: tuple[QPointF, ...]


def row_places(row: TimelineRow, *, width: int, with_head: bool) -> RowPlaces:
    """Lay out a row in `width` pixels; what does not fit beside wraps below, so that no word falls off."""
    top, head = 0, QRect()
    if with_head:
        line = QFontMetrics(theme.font("label_strong")).height()
        head = QRect(_text_left(), theme.scaled(8), width - _text_left(), line)
        top = head.bottom() + 1 + theme.scaled(4)
    padding, gap = theme.scaled(_PADDING), theme.scaled(_GAP)
    metrics = QFontMetrics(theme.font("strong"))
    small = QFontMetrics(theme.font("secondary"))
    least = max(theme.scaled(_NODE), metrics.height())
    first = top + padding
    right = width - gap
    chip, action = QRect(), QRect()
    shapes: tuple[QPointF, ...] = ()
    if row.action:
        across = QFontMetrics(theme.font("button")).horizontalAdvance(row.action) + 2 * gap
        action = QRect(right - across, first, across, least)
        right = action.left() - gap
    if row.chip:
        across = QFontMetrics(theme.font("label")).horizontalAdvance(row.chip) + theme.scaled(42)
        high = max(theme.scaled(_CHIP_HEIGHT), QFontMetrics(theme.font("label")).height() + 4)
        chip = QRect(right - across, first + (least - high) // 2, across, high)
        right = chip.left() - gap
    if row.shapes:
        step = theme.scaled(22)
        middle = first + least / 2
        right -= step * len(row.shapes)
        shapes = tuple(QPointF(right + step * (n + 0.5) + step / 4, middle) for n in range(len(row.shapes)))
        right -= gap
    left = _text_left()
    room = max(theme.scaled(80), right - left)
    title_width, detail_width = metrics.horizontalAdvance(row.title), _detail_width(row, small)
    between = theme.scaled(8)
    if not row.detail or title_width + between + detail_width <= room:
        high = least
        if title_width > room:
            high = max(least, metrics.boundingRect(QRect(0, 0, room, 4000), _WRAP, row.title).height())
        title = QRect(left, first, min(title_width + 2, room), high)
        detail = QRect(title.right() + between, first, detail_width + 2, least) if row.detail else QRect()
        below = first + high
    else:
        high = metrics.boundingRect(QRect(0, 0, room, 4000), _WRAP, row.title).height()
        title = QRect(left, first + theme.scaled(4), room, high)
        indent = detail_width - small.horizontalAdvance(row.detail)
        lines = small.boundingRect(QRect(0, 0, room - indent, 4000), _WRAP, row.detail).height()
        detail = QRect(left, title.bottom() + 1, room, lines)
        below = max(first + least, detail.bottom() + 1)
    body = QRect()
    if row.body:
        across = max(theme.scaled(80), width - gap - left)
        base = QFontMetrics(theme.font("base"))
        lines = base.boundingRect(QRect(0, 0, across, 4000), _WRAP, row.body).height()
        body = QRect(left, below, across, lines)
        below += lines + theme.scaled(4)
    bottom = below + padding
    node_left = theme.scaled(_DAY_WIDTH) + gap
    return RowPlaces(
        height=bottom,
        head=head,
        box=QRect(0, top, width, bottom - top),
        day=QRect(0, first, theme.scaled(_DAY_WIDTH), least),
        node=QRect(node_left, first, theme.scaled(_NODE), theme.scaled(_NODE)),
        title=title,
        detail=detail,
        body=body,
        chip=chip,
        action=action,
        shapes=shapes,
    )


def _text_left() -> int:
    return theme.scaled(_DAY_WIDTH) + theme.scaled(_NODE) + 2 * theme.scaled(_GAP)


def _detail_width(row: TimelineRow, metrics: QFontMetrics) -> int:
    shape = theme.scaled(SHAPE_ROOM) if row.detail_shape else 0
    return shape + metrics.horizontalAdvance(row.detail)
