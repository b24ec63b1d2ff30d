"""The row of level buttons: one cell per level, and a second group for the signs of no level."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import RING_WIDTH, rounded_box
from wpl_desktop.ui.widgets import level_row_access

Value = int | str | None

CELL_WIDTH: Final = 33
CELL_HEIGHT: Final = 28
GROUP_GAP: Final = 8
# Room for the focus ring: 1 px gap and 2 px line.
MARGIN: Final = 3
_CORNER: Final = 5


@dataclass(frozen=True, kw_only=True)
class ExtraCell:
    """A choice that is no level: its value, the sign on the cell, its word and the key that chooses it."""

    value: str
    sign: str
    name: str
    key: str


@dataclass(frozen=True, kw_only=True)
class _Cell:
    value: int | str
    sign: str
    name: str
    key: str
    group: int


class LevelPicker(QWidget):
    """Choose one of the levels, or a sign; one tab stop.

    Left and right move between the cells, space or enter chooses the cell, digits choose a level,
    the keys of the extra cells choose those, Delete takes the choice away.
    """

    picked = Signal(object)

    def __init__(
        self,
        level_names: Sequence[str],
        *,
        extras: Sequence[ExtraCell] = (),
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """A picker without a choice.

        Args:
            level_names: the word of each level, lowest first; their number is the length of the scale.
            extras: the cells of the second group.
            name: what is being scored, for screen readers.
            parent: the widget this one stands in.
        """
        super().__init__(parent)
        level_row_access.install(LevelPicker)
        self._name = name
        self._count = len(level_names)
        levels = [
            _Cell(value=number, sign=str(number), name=word, key=str(number), group=0)
            for number, word in enumerate(level_names, start=1)
        ]
        others = [
            _Cell(value=extra.value, sign=extra.sign, name=extra.name, key=extra.key.lower(), group=1)
            for extra in extras
        ]
        self._cells = levels + others
        self._value: Value = None
        self._current = 0
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    @property
    def value(self) -> Value:
        """The level, the value of an extra cell, or None."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Choose without a signal.

        Raises:
            ValueError: no cell has this value.
        """
        if value is not None:
            self._current = [cell.value for cell in self._cells].index(value)
        self._value = value
        self._describe()
        self.update()

    def pick(self, value: Value) -> None:
        """Choose as the user does: with the signal, once per change."""
        if value != self._value:
            self.set_value(value)
            self.picked.emit(value)

    def count(self) -> int:
        """How many levels the scale has."""
        return self._count

    def cell_name(self, number: int) -> str:
        """What screen readers and the tooltip say of a cell, counted from 0."""
        cell = self._cells[number]
        return f"{cell.sign} {cell.name}"

    def cell_count(self) -> int:
        """How many cells there are, levels and extras together."""
        return len(self._cells)

    def chosen_cell(self) -> int | None:
        """The number of the chosen cell, counted from 0."""
        found = (number for number, cell in enumerate(self._cells) if cell.value == self._value)
        return next(found, None)

    def current_cell(self) -> int:
        """The number of the cell the arrow keys stand on, counted from 0."""
        return self._current

    def cell_rect(self, number: int) -> QRectF:
        """Where a cell is painted, counted from 0."""
        cell = self._cells[number]
        step = theme.scaled(CELL_WIDTH) - 1
        left = MARGIN + number * step + (theme.scaled(GROUP_GAP) if cell.group else 0)
        height = theme.scaled(CELL_HEIGHT)
        top = (self.height() - height) // 2
        return QRectF(left, top, theme.scaled(CELL_WIDTH), height)

    def sizeHint(self) -> QSize:
        last = self.cell_rect(len(self._cells) - 1)
        return QSize(int(last.right()) + MARGIN, theme.scaled(CELL_HEIGHT) + 2 * MARGIN + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._move_to(min(max(self._current + step, 0), len(self._cells) - 1))
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(0 if key == Qt.Key.Key_Home else len(self._cells) - 1)
            return
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick(self._cells[self._current].value)
            return
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pick(None)
            return
        modifiers = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        for cell in self._cells:
            if not modifiers and event.text().lower() == cell.key:
                self.pick(cell.value)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._cell_at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(number)
            self.pick(self._cells[number].value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if number is None else self.cell_name(number), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for number in range(len(self._cells)):
            if self._cells[number].value != self._value:
                self._paint_cell(painter, number)
        for number in range(len(self._cells)):
            # The chosen cell last: its border lies over its neighbours'.
            if self._cells[number].value == self._value:
                self._paint_cell(painter, number)
        if self.hasFocus():
            box = self.cell_rect(self._current).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
            rounded_box(painter, box, fill=None, line=theme.tokens().accent, width=RING_WIDTH, radius=7)
        painter.end()

    # Internals

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        tokens = theme.tokens()
        cell = self._cells[number]
        rect = self.cell_rect(number)
        chosen = cell.value == self._value
        fill, text = tokens.surface, tokens.muted
        if chosen and isinstance(cell.value, int):
            fill, text = theme.level_fill(cell.value, count=self._count)
        elif chosen:
            fill, text = tokens.soft, tokens.on_soft
        elif not self.isEnabled():
            fill = tokens.sunken
        elif self._hovered == number:
            fill, text = tokens.hover, tokens.text
        line = tokens.accent if chosen else tokens.line
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1))
        painter.setBrush(fill)
        focused = chosen and self.hasFocus() and number == self._current
        painter.drawPath(self._outline(rect.adjusted(0.5, 0.5, -0.5, -0.5), number, all_round=focused))
        painter.setPen(text)
        painter.setFont(theme.font("strong" if chosen else "base"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.sign)
        painter.restore()

    def _outline(self, rect: QRectF, number: int, *, all_round: bool) -> QPainterPath:
        group = [index for index, cell in enumerate(self._cells) if cell.group == self._cells[number].group]
        left = _CORNER if all_round or number == group[0] else 0
        right = _CORNER if all_round or number == group[-1] else 0
        path = QPainterPath(QPointF(rect.left() + left, rect.top()))
        path.lineTo(rect.right() - right, rect.top())
        path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + right)
        path.lineTo(rect.right(), rect.bottom() - right)
        path.quadTo(rect.right(), rect.bottom(), rect.right() - right, rect.bottom())
        path.lineTo(rect.left() + left, rect.bottom())
        path.quadTo(rect.left(), rect.bottom(), rect.left(), rect.bottom() - left)
        path.lineTo(rect.left(), rect.top() + left)
        path.quadTo(rect.left(), rect.top(), rect.left() + left, rect.top())
        return path

    def _cell_at(self, position: QPointF) -> int | None:
        # The whole height of the row is the target, not only the painted cell.
        for number in range(len(self._cells)):
            rect = self.cell_rect(number)
            if rect.left() <= position.x() < rect.right():
                return number
        return None

    def _move_to(self, number: int) -> None:
        self._current = number
        self._describe()
        self.update()
        level_row_access.tell_focus(self, number)

    def _hover(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()

    def _describe(self) -> None:
        chosen = self.chosen_cell()
        words = self.tr("still open") if chosen is None else self.cell_name(chosen)
        self.setAccessibleName(f"{self._name}: {words}")
        if self._cells:
            self.setAccessibleDescription(self.cell_name(self._current))
