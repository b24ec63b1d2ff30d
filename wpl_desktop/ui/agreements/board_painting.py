"""How the board draws a head, an agreement with its talk below it, its date, and the three answers as one switch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.agreements.board_model import ANSWERS, AnyIndex, BoardModel, Place
from wpl_desktop.ui.agreements.board_words import answer_of, answer_words, for_words, holder_words, when_words
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.theme import FontRole

#: Before the first column, and around what stands in a cell.
EDGE: Final = 16
GAP: Final = 12
ANSWER_PADDING: Final = 8
ANSWER_HEIGHT: Final = 30
_CHIP: Final = 24
_ICON: Final = 14
_LARGEST: Final = 10_000
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
# What stands in a cell, from the usual size to what many words need.
_ROLES: Final[tuple[tuple[FontRole, FontRole], ...]] = (
    ("base", "secondary"),
    ("secondary", "label"),
    ("label", "label"),
)


def answer_width(place: Place) -> int:
    """The room for an answer, bold or not."""
    metrics = QFontMetrics(theme.font("secondary_strong"))
    return metrics.horizontalAdvance(answer_words(ANSWERS[place])) + 2 * theme.scaled(ANSWER_PADDING)


class BoardDelegate(QStyledItemDelegate):
    """Draws the ground of a row and what stands in a cell; the current answer gets a ring."""

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
        place, head = Place(index.column()), board.head_at(index.row())
        painter.save()
        if head:
            self._paint_head(painter, rect, head if place is Place.WHAT else "")
        else:
            self._paint_ground(painter, rect, index, bool(state & QStyle.StateFlag.State_Selected))
            line = board.line_at(index.row())
            if line is not None:
                self._paint_line(painter, rect, index, line, board=board)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        return QSize(theme.scaled(96), theme.scaled(64))

    def _paint_line(
        self, painter: QPainter, rect: QRect, index: AnyIndex, line: AgreementLine, *, board: BoardModel
    ) -> None:
        place = Place(index.column())
        if place in ANSWERS:
            self._paint_answer(painter, rect, line, place, current=self._is_current(index))
        elif place is Place.WHAT:
            settled = line.row.state in {AgreementState.DONE, AgreementState.DROPPED}
            _paint_words(painter, rect, line.row.text, board.below(line), left=EDGE, struck=settled)
        elif place is Place.WHO:
            _paint_words(painter, rect, holder_words(line), for_words(line), left=0)
        else:
            _paint_when(painter, rect, when_words(line), past=board.is_past(line))

    def _is_current(self, index: AnyIndex) -> bool:
        current = self._view.currentIndex()
        at = (current.row(), current.column())
        return self._view.hasFocus() and (index.row(), index.column()) == at

    def _paint_head(self, painter: QPainter, rect: QRect, words: str) -> None:
        tokens = theme.tokens()
        painter.fillRect(rect, tokens.page)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        if words:
            painter.setFont(theme.font("strong"))
            painter.setPen(tokens.text)
            room = rect.adjusted(theme.scaled(EDGE), 0, -theme.scaled(GAP), -theme.scaled(4))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom) | _WRAP, words)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: AnyIndex, selected: bool) -> None:
        tokens = theme.tokens()
        hovered = self._hovered() == index.row()
        painter.fillRect(rect, tokens.soft if selected else tokens.hover if hovered else tokens.surface)
        if not (selected and self._view.hasFocus()):
            if index.row() < index.model().rowCount() - 1:
                painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
            return
        painter.fillRect(rect.x(), rect.y(), rect.width(), 2, tokens.accent)
        painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, tokens.accent)
        if index.column() == Place.WHAT:
            painter.fillRect(rect.x(), rect.y(), 2, rect.height(), tokens.accent)
        if rect.right() >= self._view.viewport().width() - 1:
            painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height(), tokens.accent)

    def _paint_answer(
        self, painter: QPainter, rect: QRect, line: AgreementLine, place: Place, *, current: bool
    ) -> None:
        tokens = theme.tokens()
        height = max(theme.scaled(ANSWER_HEIGHT), QFontMetrics(theme.font("secondary_strong")).height() + 6)
        width = answer_width(place)
        left = rect.x() if place is not Place.DONE else rect.right() + 1 - width
        box = QRectF(left, rect.y() + (rect.height() - height) / 2, width, height)
        chosen = answer_of(line) is ANSWERS[place]
        self._paint_track(painter, box, place)
        if chosen or current:
            rounded_box(
                painter,
                box,
                fill=tokens.surface if chosen else None,
                line=tokens.accent if current else tokens.line_strong,
                width=2 if current else 1.5,
            )
        painter.setFont(theme.font("secondary_strong" if chosen else "secondary"))
        painter.setPen(tokens.text if chosen or current else tokens.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, answer_words(ANSWERS[place]))

    def _paint_track(self, painter: QPainter, box: QRectF, place: Place) -> None:
        """The part of the switch below one answer: the three of them have one outline."""
        tokens = theme.tokens()
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        more = theme.scaled(16)
        whole = box.adjusted(0 if place is Place.DONE else -more, 0, 0 if place is Place.LET_GO else more, 0)
        rounded_box(painter, whole, fill=tokens.sunken, line=tokens.line)
        painter.restore()


def _paint_words(
    painter: QPainter, rect: QRect, first: str, second: str, *, left: int, struck: bool = False
) -> None:
    """Two texts below each other that wrap, as large as the room allows."""
    tokens = theme.tokens()
    room = rect.adjusted(theme.scaled(left), theme.scaled(4), -theme.scaled(GAP), -theme.scaled(4))
    fonts, above, below = _fitting(first, second, room=room.size())
    top = room.y() + max(0, (room.height() - above - below) // 2)
    large, small = fonts
    large.setStrikeOut(struck)
    painter.setFont(large)
    painter.setPen(tokens.muted if struck else tokens.text)
    painter.drawText(QRect(room.x(), top, room.width(), above), _WRAP, first)
    painter.setFont(small)
    painter.setPen(tokens.muted)
    painter.drawText(QRect(room.x(), top + above, room.width(), below), _WRAP, second)


def _paint_when(painter: QPainter, rect: QRect, words: str, *, past: bool) -> None:
    tokens = theme.tokens()
    if not past:
        painter.setFont(theme.font("secondary"))
        painter.setPen(tokens.muted)
        painter.drawText(
            rect.adjusted(0, 0, -theme.scaled(GAP), 0), int(Qt.AlignmentFlag.AlignVCenter) | _WRAP, words
        )
        return
    font = theme.font("label", weight=QFont.Weight.Medium)
    metrics = QFontMetrics(font)
    icon, gap, padding = theme.scaled(_ICON), theme.scaled(6), theme.scaled(8)
    height = max(theme.scaled(_CHIP), metrics.height() + 4)
    width = min(metrics.horizontalAdvance(words) + icon + gap + 2 * padding, rect.width() - 2)
    box = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, width, height)
    rounded_box(painter, box, fill=tokens.amber_soft, line=tokens.amber_line, radius=height / 2)
    mark = QRectF(box.x() + padding, box.y() + (height - icon) / 2, icon, icon)
    icons.paint(painter, "clock", rect=mark, color=tokens.amber)
    painter.setFont(font)
    painter.setPen(tokens.amber)
    text = box.adjusted(padding + icon + gap, 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)


def _fitting(first: str, second: str, *, room: QSize) -> tuple[tuple[QFont, QFont], int, int]:
    """The largest fonts in which both texts fit, or the smallest there are, and how high each is in them."""
    fitting: list[tuple[tuple[QFont, QFont], int, int]] = []
    for roles in _ROLES:
        large, small = QFont(theme.font(roles[0])), QFont(theme.font(roles[1]))
        above, below = _height(large, first, room.width()), _height(small, second, room.width())
        fitting.append(((large, small), above, below))
        if above + below <= room.height():
            break
    return fitting[-1]


def _height(font: QFont, text: str, width: int) -> int:
    if not text:
        return 0
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), _LARGEST), _WRAP, text).height()
