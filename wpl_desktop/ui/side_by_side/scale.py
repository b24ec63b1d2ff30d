"""The big line of the trialogue: where each stands, and below it what every level means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.level_square import paint_level_square
from wpl_desktop.ui.widgets.level_strip import StripLayout, strip_layout
from wpl_desktop.ui.widgets.shapes import DIAMOND_DIAGONAL, Shape, paint_shape, shape_color

LINE_HEIGHT: Final = 56
SHAPE: Final = 28
_ROUND: Final = 8
_AIR: Final = 8
_SQUARE: Final = 24
_SIDE: Final = 8
_CENTERED: Final = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, kw_only=True)
class ScaleLevel:
    """One level: its word and what it looks like."""

    name: str
    text: str


class LevelScale(QWidget):
    """A line of 3–5 levels with the shapes on it; the words of the levels stand below in as many columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: tuple[ScaleLevel, ...] = ()
        self._marks: tuple[tuple[Shape, int], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scale(
        self, levels: Sequence[ScaleLevel], marks: Sequence[tuple[Shape, int]], *, name: str
    ) -> None:
        """Show a scale; `marks` says which shape stands at which level, `name` says so in words."""
        self._levels = tuple(levels)
        self._marks = tuple(marks)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            "\n".join(f"{number} {level.name}: {level.text}" for number, level in enumerate(levels, start=1))
        )
        self.updateGeometry()
        self.update()

    def marks_layout(self) -> StripLayout:
        """Where the shapes are drawn: they never overlap, and get smaller where there is no room."""
        line = QRectF(0, 0, self.width(), theme.scaled(LINE_HEIGHT))
        return strip_layout(self._marks, line, count=max(1, len(self._levels)), size=theme.scaled(SHAPE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._levels:
            return 0
        return (
            theme.scaled(LINE_HEIGHT) + self._head_height(width) + theme.scaled(8) + self._text_height(width)
        )

    def sizeHint(self) -> QSize:
        width = theme.scaled(180) * max(1, len(self._levels))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(90) * max(1, len(self._levels)), theme.scaled(LINE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._levels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for number in range(len(self._levels)):
            self._paint_level(painter, number)
        painter.end()

    # Internals

    def _paint_line(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        layout = self.marks_layout()
        first, last = layout.cells[0].center(), layout.cells[-1].center()
        painter.setPen(QPen(tokens.line, 2))
        painter.drawLine(first, last)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.surface)
        taken = {mark.level for mark in layout.marks}
        for level in taken:
            here = [mark for mark in layout.marks if mark.level == level]
            reach = here[0].size * DIAMOND_DIAGONAL / 2 + theme.scaled(_AIR)
            left, right = here[0].center.x() - reach, here[-1].center.x() + reach
            painter.drawRect(QRectF(left, first.y() - 2, right - left, 4))
        radius = theme.scaled(_ROUND) / 2
        painter.setPen(QPen(tokens.line_strong, 2))
        for number, cell in enumerate(layout.cells, start=1):
            if number not in taken:
                painter.drawEllipse(cell.center(), radius, radius)
        for mark in layout.marks:
            paint_shape(
                painter, mark.shape, center=mark.center, size=mark.size, color=shape_color(mark.shape)
            )

    def _paint_level(self, painter: QPainter, number: int) -> None:
        tokens = theme.tokens()
        level = self._levels[number]
        width = self.width() / len(self._levels)
        middle = width * (number + 0.5)
        top, high = theme.scaled(LINE_HEIGHT), self._head_height(self.width())
        side, gap = theme.scaled(_SQUARE), theme.scaled(8)
        font = theme.font("secondary_strong")
        room = self._name_room(self.width())
        words = QFontMetrics(font).boundingRect(
            QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), level.name
        )
        left = middle - (side + gap + words.width()) / 2
        square = QRectF(left, top + (high - side) / 2, side, side)
        paint_level_square(painter, rect=square, value=number + 1, count=len(self._levels))
        painter.setFont(font)
        painter.setPen(tokens.text)
        name = QRectF(left + side + gap, top, words.width() + 2, high)
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), level.name)
        painter.setFont(theme.font("secondary"))
        painter.setPen(tokens.muted)
        text_top = top + high + theme.scaled(8)
        padding = theme.scaled(_SIDE)
        area = QRectF(width * number + padding, text_top, width - 2 * padding, self.height() - text_top)
        painter.drawText(area, _CENTERED, level.text)

    def _column(self, width: int) -> int:
        return int(width / max(1, len(self._levels))) - 2 * theme.scaled(_SIDE)

    def _name_room(self, width: int) -> int:
        return max(1, self._column(width) - theme.scaled(_SQUARE + 8))

    def _head_height(self, width: int) -> int:
        metrics = QFontMetrics(theme.font("secondary_strong"))
        room = QRect(0, 0, self._name_room(width), 10_000)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        tallest = max(metrics.boundingRect(room, wrapped, level.name).height() for level in self._levels)
        return max(theme.scaled(_SQUARE), tallest)

    def _text_height(self, width: int) -> int:
        metrics = QFontMetrics(theme.font("secondary"))
        room = QRect(0, 0, max(1, self._column(width)), 10_000)
        return max(metrics.boundingRect(room, _CENTERED, level.text).height() for level in self._levels)
