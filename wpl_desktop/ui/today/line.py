"""One row of a list on the first page, drawn as a whole: thirty rows of labels would take too long to make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.widgets.avatar import paint_avatar
from wpl_desktop.ui.widgets.shapes import Shape, paint_shape, shape_color

_HEIGHT: Final = 56
_GAP: Final = 12
_BETWEEN: Final = 4
_PADDING: Final = 8
_DATE_WIDTH: Final = 56
_PICTURE: Final = 32
_ICON: Final = 20
_SHAPE: Final = 12
_SHAPE_STEP: Final = 24
# Words at the end take at most this part of the room; what does not fit wraps.
_STATE_PART: Final = 0.45
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LARGEST: Final = 100_000


@dataclass(frozen=True, kw_only=True)
class LineWords:
    """What a line says: two lines of words, a moment and a picture before them, the state at the end.

    `plain` is for a title that is no name, `struck` for one that is settled.
    """

    title: str
    under: str = ""
    state: str = ""
    day: str = ""
    time: str = ""
    initials: str = ""
    icon: str = ""
    plain: bool = False
    struck: bool = False


@dataclass(frozen=True)
class _Places:
    """Where the parts of a line are at one width."""

    height: int
    title: QRect
    under: QRect
    state: QRect
    picture: QRect
    shapes: QPoint


class Line(QWidget):
    """A row that draws its words, with one thing to do on it; names wrap and are never cut."""

    def __init__(
        self,
        said: LineWords,
        *,
        action: QWidget | None = None,
        more: QWidget | None = None,
        tick: QWidget | None = None,
        shapes: Sequence[tuple[Shape, bool]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """A line with `tick` before everything, `shapes` (each filled or not), `action` at the end, `more` after it."""
        super().__init__(parent)
        self._said = said
        self._action = action
        self._more = more
        self._tick = tick
        self._shapes = tuple(shapes)
        self._known: dict[int, _Places] = {}
        self._small = theme.font("secondary")
        self._strong, self._base = theme.font("strong"), theme.font("base")
        for child in (tick, action, more):
            if child is not None:
                child.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    def said(self) -> LineWords:
        """What the line says."""
        return self._said

    def say(self, said: LineWords) -> None:
        """Say something else."""
        self._said = said
        self._known.clear()
        self._name()
        self.updateGeometry()
        self.update()

    def focus_widgets(self) -> list[QWidget]:
        """What takes the keyboard in this line, from left to right."""
        return [
            child
            for child in (self._tick, self._action, self._more)
            if child is not None and child.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]

    # Size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width).height

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(320), theme.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(280), theme.scaled(_HEIGHT))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap, middle = theme.scaled(_GAP), self.height() // 2
        if self._tick is not None:
            self._tick.move(gap, middle - self._tick.height() // 2)
        right = self.width() - gap
        for child in (self._more, self._action):
            if child is not None:
                size = child.sizeHint()
                place = QPoint(right - size.width(), middle - size.height() // 2)
                child.setGeometry(QRect(place, size))
                right -= size.width() + theme.scaled(_BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, places, said = theme.tokens(), self._places(self.width()), self._said
        middle = self.height() / 2
        down = (self.height() - places.height) // 2
        painter = QPainter(self)
        title = tokens.muted if said.struck else tokens.text
        _write(
            painter, said.title, rect=places.title.translated(0, down), font=self._title_font(), color=title
        )
        _write(
            painter,
            said.under,
            rect=places.under.translated(0, down),
            font=self._small,
            color=tokens.muted,
        )
        painter.setFont(self._small)
        painter.setPen(tokens.muted)
        state = places.state.translated(0, round(middle - places.state.height() / 2))
        painter.drawText(state, int(_RIGHT), said.state)
        self._paint_moment(painter, middle=middle)
        self._paint_picture(painter, places.picture.translated(0, round(middle)))
        self._paint_shapes(painter, QPointF(places.shapes.x(), middle))
        painter.end()

    # Internals

    def _name(self) -> None:
        said = self._said
        parts = (f"{said.day} {said.time}".strip(), said.title, said.under, said.state)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def _title_font(self) -> QFont:
        if not self._said.struck:
            return self._base if self._said.plain else self._strong
        font = QFont(self._base if self._said.plain else self._strong)
        font.setStrikeOut(True)
        return font

    def _places(self, width: int) -> _Places:
        if width not in self._known:
            self._known[width] = self._measured(width)
        return self._known[width]

    def _measured(self, width: int) -> _Places:
        said, gap = self._said, theme.scaled(_GAP)
        left, right = gap, width - gap
        if self._tick is not None:
            left += self._tick.width()
        if said.day:
            left += theme.scaled(_DATE_WIDTH) + gap
        side = theme.scaled(_PICTURE)
        picture = QRect(left, -side // 2, side, side)
        if said.initials or said.icon:
            left += side + gap
        for child in (self._more, self._action):
            if child is not None:
                right -= child.sizeHint().width() + (theme.scaled(_BETWEEN) if child is self._more else gap)
        step = theme.scaled(_SHAPE_STEP)
        shapes = QPoint(right - step * len(self._shapes) + step // 2, 0)
        if self._shapes:
            right -= step * len(self._shapes) + gap // 2
        small = QFontMetrics(self._small)
        state = QRect()
        if said.state:
            room = min(small.horizontalAdvance(said.state) + 1, round((right - left) * _STATE_PART))
            state = QRect(right - room, 0, room, _needed(small, said.state, room))
            right -= room + gap
        room = max(right - left, 1)
        title_height = _needed(QFontMetrics(self._title_font()), said.title, room)
        under_height = _needed(small, said.under, room) if said.under else 0
        padding = 2 * theme.scaled(_PADDING)
        text = title_height + under_height
        height = max(theme.scaled(_HEIGHT), text + padding, state.height() + padding)
        top = (height - text) // 2
        return _Places(
            height=height,
            title=QRect(left, top, room, title_height),
            under=QRect(left, top + title_height, room, under_height),
            state=state,
            picture=picture,
            shapes=shapes,
        )

    def _paint_moment(self, painter: QPainter, *, middle: float) -> None:
        left = theme.scaled(_GAP) + (self._tick.width() if self._tick is not None else 0)
        width, height = theme.scaled(_DATE_WIDTH), theme.scaled(20)
        top = round(middle) - height
        text = theme.tokens().text
        for words, font in ((self._said.day, self._strong), (self._said.time, self._base)):
            _write(painter, words, rect=QRect(left, top, width + height, height), font=font, color=text)
            top += height

    def _paint_picture(self, painter: QPainter, rect: QRect) -> None:
        if self._said.initials:
            paint_avatar(painter, self._said.initials, rect=QRectF(rect))
        elif self._said.icon:
            side = theme.scaled(_ICON)
            small = QRect(0, 0, side, side)
            small.moveCenter(rect.center())
            icons.paint(painter, self._said.icon, rect=QRectF(small), color=theme.tokens().on_soft)

    def _paint_shapes(self, painter: QPainter, center: QPointF) -> None:
        for number, (shape, filled) in enumerate(self._shapes):
            paint_shape(
                painter,
                shape,
                center=center + QPointF(number * theme.scaled(_SHAPE_STEP), 0),
                size=theme.scaled(_SHAPE),
                color=shape_color(shape),
                filled=filled,
            )


def _needed(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, _LARGEST), int(_LEFT), text).height()


def _write(painter: QPainter, text: str, *, rect: QRect, font: QFont, color: QColor) -> None:
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(_LEFT), text)
