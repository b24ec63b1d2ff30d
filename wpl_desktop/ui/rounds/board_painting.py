"""How the board of rounds draws a student's name, and a round as shapes with words beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import initials
from wpl_desktop.services.round_board import BoardCell, BoardRow
from wpl_desktop.ui import theme
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.rounds.board_model import NAMES, AnyIndex, BoardModel
from wpl_desktop.ui.rounds.board_words import state_words, under_words
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.avatar import paint_avatar
from wpl_desktop.ui.widgets.shapes import paint_shape, shape_color
from wpl_desktop.ui.widgets.table_lines import heights, roles_that_fit

#: Before the first column, and around what stands in a cell.
EDGE: Final = 16
GAP: Final = 12
_SHAPE: Final = 12
_SHAPE_STEP: Final = 20
_AVATAR: Final = 32
_LEAST_NAME: Final = 88
_LEAST_STATE: Final = 46


def name_width() -> int:
    """The least room for a picture and a name."""
    return theme.scaled(EDGE + _AVATAR + GAP + _LEAST_NAME + GAP)


def cell_width() -> int:
    """The least room for the shapes of a round; its words then stand below them."""
    return theme.scaled(GAP + len(Perspective) * _SHAPE_STEP + _LEAST_STATE + GAP)


class BoardDelegate(QStyledItemDelegate):
    """Draws the ground of a row, the name or the round in a cell, and a ring around the current cell."""

    def __init__(self, view: QTableView, *, hovered: Callable[[], int]) -> None:
        super().__init__(view)
        self._view = view
        self._hovered = hovered

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        board = index.model()
        if not isinstance(board, BoardModel):
            super().paint(painter, option, index)
            return
        # PySide6's stubs do not know the public members of a style option.
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        row = board.board_row(index.row())
        painter.save()
        self._paint_ground(painter, rect, index, selected=selected)
        if row is not None and index.column() == NAMES:
            _paint_name(painter, rect, row, on_soft=selected)
        elif row is not None:
            cell = board.cell(index)
            if cell is not None:
                _paint_round(painter, rect, cell)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            rounded_box(painter, rect.adjusted(2, 2, -2, -3), fill=None, line=theme.tokens().accent, width=2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option
        return QSize(name_width() if index.column() == NAMES else cell_width(), 1)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: AnyIndex, *, selected: bool) -> None:
        tokens = theme.tokens()
        hovered = self._hovered() == index.row()
        painter.fillRect(rect, tokens.soft if selected else tokens.hover if hovered else tokens.surface)
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)


def _paint_name(painter: QPainter, rect: QRect, row: BoardRow, *, on_soft: bool) -> None:
    tokens = theme.tokens()
    side = theme.scaled(_AVATAR)
    left = rect.x() + theme.scaled(EDGE)
    box = QRectF(left, rect.center().y() - side / 2, side, side)
    paint_avatar(painter, initials(row.name, call_name=row.call_name), rect=box, on_soft=on_soft)
    left += side + theme.scaled(GAP)
    room = QRect(left, rect.y() + 4, rect.right() - theme.scaled(GAP) - left, rect.height() - 8)
    roles = roles_that_fit(row.name, row.class_names, room=room.size(), strong=True)
    first, second = heights(row.name, row.class_names, width=room.width(), roles=roles)
    top = rect.y() + max(0, (rect.height() - first - second) // 2)
    painter.setFont(theme.font(roles[0]))
    painter.setPen(tokens.text)
    painter.drawText(QRect(left, top, room.width(), first), int(Qt.TextFlag.TextWordWrap), row.name)
    painter.setFont(theme.font(roles[1]))
    painter.setPen(tokens.muted)
    under = QFontMetrics(theme.font(roles[1])).elidedText(
        row.class_names, Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(QRect(left, top + first, room.width(), second), 0, under)


def _paint_round(painter: QPainter, rect: QRect, cell: BoardCell) -> None:
    """Shapes, the state beside them and the day below; without room for that the state takes the lower line."""
    tokens = theme.tokens()
    state, under = state_words(cell), under_words(cell)
    base, small = theme.font("base"), theme.font("secondary")
    above, below = QFontMetrics(base).height(), QFontMetrics(small).height()
    left, step = rect.x() + theme.scaled(GAP), theme.scaled(_SHAPE_STEP)
    # Three places also where two take part: the words stand below each other.
    beside = left + len(Perspective) * step + theme.scaled(4)
    right = rect.right() - theme.scaled(GAP)
    fits = QFontMetrics(base).horizontalAdvance(state) <= right - beside
    top = rect.y() + (rect.height() - above - below) // 2
    _paint_shapes(painter, cell, QPointF(left + theme.scaled(_SHAPE) / 2, top + above / 2))
    painter.setFont(base if fits else small)
    painter.setPen(tokens.text if cell.begun else tokens.muted)
    if not fits:
        painter.drawText(QRect(left, top + above, right - left, below), 0, state)
        return
    painter.drawText(QRect(beside, top, right - beside, above), Qt.AlignmentFlag.AlignVCenter, state)
    painter.setFont(small)
    painter.setPen(tokens.muted)
    wide = QFontMetrics(small).horizontalAdvance(under)
    # What is longer than the room beside the shapes may begin below them.
    start = beside if wide <= right - beside else left
    painter.drawText(QRect(start, top + above, right - start, below), 0, under)


def _paint_shapes(painter: QPainter, cell: BoardCell, first: QPointF) -> None:
    for number, perspective in enumerate(Perspective):
        if perspective in cell.perspectives:
            paint_shape(
                painter,
                SHAPES[perspective],
                center=first + QPointF(number * theme.scaled(_SHAPE_STEP), 0),
                size=theme.scaled(_SHAPE),
                color=shape_color(SHAPES[perspective]),
                filled=perspective in cell.ready,
            )
