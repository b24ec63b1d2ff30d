"""A list of what happened, newest first: a day, a node on a line, and words that wrap."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.shapes import paint_shape, shape_color
from wpl_desktop.ui.widgets.timeline_layout import SHAPE_ROOM, SHAPE_SIZE, RowPlaces, TimelineRow, row_places

AnyIndex = QModelIndex | QPersistentModelIndex

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TimelineRole(IntEnum):
    """What a row holds besides its words."""

    ROW = int(Qt.ItemDataRole.UserRole) + 1
    KEY = int(Qt.ItemDataRole.UserRole) + 2


class TimelineModel(QAbstractListModel):
    """Rows as tuples; filtering is done by whoever fills it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TimelineRow, ...] = ()

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, number: int) -> TimelineRow:
        """A row by its number, from 0."""
        return self._rows[number]

    def row_of(self, key: object) -> int | None:
        """The number of the row with this key."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), None)

    def starts_group(self, number: int) -> bool:
        """Whether the words of the group stand above this row."""
        return number == 0 or self._rows[number].group != self._rows[number - 1].group

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == TimelineRole.ROW:
            return row
        if role == TimelineRole.KEY:
            return row.key
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            group = row.group if self.starts_group(index.row()) else ""
            parts = (group, row.day, row.title, row.detail, row.body, row.chip, row.spoken)
            return ", ".join(part for part in parts if part)
        return None


class TimelineView(QListView):
    """The list; Enter or a double click opens a row, its chip and its action answer to a click."""

    row_activated = Signal(object)
    chip_clicked = Signal(object)
    action_clicked = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline_model = TimelineModel()
        self.hovered: tuple[int, str] = (-1, "")
        self._pressed: tuple[int, str] = (-1, "")
        self._places: dict[int, RowPlaces] = {}
        self._places_width = -1
        self.setModel(self.timeline_model)
        self.setItemDelegate(_TimelineDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(theme.scaled(40))
        self.doubleClicked.connect(self._on_double_clicked)

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show other rows; the current row and the place stay when they are still there."""
        key, top = self.current_key(), self.verticalScrollBar().value()
        self._places.clear()
        self.timeline_model.set_rows(rows)
        number = self.timeline_model.row_of(key) if key is not None else None
        if rows:
            self.setCurrentIndex(self.timeline_model.index(number or 0, 0))
        self.verticalScrollBar().setValue(top if number is not None else 0)

    def current_key(self) -> object:
        """The key of the current row, or None."""
        index = self.currentIndex()
        return index.data(TimelineRole.KEY) if index.isValid() else None

    def places(self, number: int) -> RowPlaces:
        """Where the parts of a row stand in the width there is now."""
        width = self.viewport().width()
        if width != self._places_width:
            self._places.clear()
            self._places_width = width
        if number not in self._places:
            row = self.timeline_model.row_at(number)
            self._places[number] = row_places(
                row, width=width, with_head=self.timeline_model.starts_group(number)
            )
        return self._places[number]

    def part_at(self, position: QPoint) -> tuple[int, str]:
        """The row at a place in the viewport (-1: none) and whether it is its `chip` or its `action`."""
        index = self.indexAt(position)
        if not index.isValid():
            return -1, ""
        places = self.places(index.row())
        inside = position - self.visualRect(index).topLeft()
        if places.chip.contains(inside):
            return index.row(), "chip"
        if places.action.contains(inside):
            return index.row(), "action"
        return index.row(), ""

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self.currentIndex().isValid():
                self.row_activated.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.part_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, part = self.part_at(event.position().toPoint())
        if part and (row, part) == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            signal = self.chip_clicked if part == "chip" else self.action_clicked
            signal.emit(self.timeline_model.row_at(row).key)
        self._pressed = (-1, "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.part_at(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover((-1, ""))
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    # Internals

    def _hover(self, place: tuple[int, str]) -> None:
        if place != self.hovered:
            self.hovered = place
            hand = Qt.CursorShape.PointingHandCursor if place[1] else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.row_activated.emit(index.data(TimelineRole.KEY))


class _TimelineDelegate(QStyledItemDelegate):
    """Draws a row: words of its group, ground, day, node on the line, words and what stands at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option
        view = self.parent()
        if not isinstance(view, TimelineView):
            return QSize()
        return QSize(view.viewport().width(), view.places(index.row()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view = self.parent()
        row = index.data(TimelineRole.ROW)
        if not isinstance(view, TimelineView) or not isinstance(row, TimelineRow):
            super().paint(painter, option, index)
            return
        # PySide6's stubs do not know the public members of a style option.
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        places = view.places(index.row())
        painter.save()
        painter.translate(rect.topLeft())
        self._paint_ground(painter, places, view, index)
        self._paint_node(painter, row, places, view, index.row())
        self._paint_words(painter, row, places)
        self._paint_right(painter, row, places, hovered=view.hovered == (index.row(), "action"))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, places: RowPlaces, view: TimelineView, index: AnyIndex
    ) -> None:
        tokens = theme.tokens()
        current = view.currentIndex().row() == index.row()
        box = QRectF(places.box)
        if current and view.hasFocus():
            rounded_box(painter, box, fill=tokens.surface, line=tokens.accent, width=2)
        elif current:
            rounded_box(painter, box, fill=tokens.surface, line=tokens.line)
        elif view.hovered[0] == index.row():
            rounded_box(painter, box, fill=tokens.hover, line=None)

    def _paint_node(
        self, painter: QPainter, row: TimelineRow, places: RowPlaces, view: TimelineView, number: int
    ) -> None:
        tokens = theme.tokens()
        model = view.timeline_model
        node = QRectF(places.node)
        if not row.ahead:
            x = places.node.center().x()
            if not model.starts_group(number):
                painter.fillRect(x, places.box.top(), 1, places.node.top() - places.box.top(), tokens.line)
            if number + 1 < model.rowCount():
                painter.fillRect(
                    x, places.node.bottom() + 1, 1, places.box.bottom() - places.node.bottom(), tokens.line
                )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tokens.line_strong if row.ahead else tokens.line, 1)
        if row.ahead:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(tokens.surface)
        painter.drawEllipse(node.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()
        inset = (places.node.width() - theme.scaled(18)) / 2
        icons.paint(painter, row.icon, rect=node.adjusted(inset, inset, -inset, -inset), color=tokens.on_soft)

    def _paint_words(self, painter: QPainter, row: TimelineRow, places: RowPlaces) -> None:
        tokens = theme.tokens()
        if not places.head.isNull():
            _write(painter, places.head, row.group, role="label_strong", color=tokens.muted)
        painter.setFont(theme.font("secondary"))
        painter.setPen(tokens.muted)
        painter.drawText(places.day, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.day)
        _write(painter, places.title, row.title, role="strong", color=tokens.text)
        if not places.detail.isNull():
            words = places.detail
            if row.detail_shape is not None:
                size = theme.scaled(SHAPE_SIZE)
                line = QFontMetrics(theme.font("secondary")).height()
                beside = words.height() < 2 * line
                middle = words.top() + (words.height() / 2 if beside else line / 2)
                center = QPointF(words.left() + size / 2 + 1, middle)
                color = shape_color(row.detail_shape)
                paint_shape(painter, row.detail_shape, center=center, size=size, color=color)
                words = words.adjusted(theme.scaled(SHAPE_ROOM), 0, 0, 0)
            _write(painter, words, row.detail, role="secondary", color=tokens.muted)
        if not places.body.isNull():
            _write(painter, places.body, row.body, role="base", color=tokens.text)

    def _paint_right(self, painter: QPainter, row: TimelineRow, places: RowPlaces, *, hovered: bool) -> None:
        tokens = theme.tokens()
        if not places.action.isNull():
            if hovered:
                rounded_box(painter, places.action, fill=tokens.soft, line=None)
            painter.setFont(theme.font("button"))
            painter.setPen(tokens.on_soft)
            painter.drawText(places.action, Qt.AlignmentFlag.AlignCenter, row.action)
        if not places.chip.isNull():
            chip = QRectF(places.chip)
            rounded_box(painter, chip, fill=tokens.sunken, line=tokens.line, radius=chip.height() / 2)
            side = theme.scaled(16)
            box = QRectF(chip.left() + theme.scaled(8), chip.center().y() - side / 2, side, side)
            icons.paint(painter, "file", rect=box, color=tokens.muted)
            words = chip.adjusted(theme.scaled(8 + 16 + 6), 0, 0, 0).toRect()
            _write(painter, words, row.chip, role="label", color=tokens.muted)
        for shape, center in zip(row.shapes, places.shapes, strict=True):
            size = theme.scaled(SHAPE_SIZE)
            paint_shape(painter, shape, center=center, size=size, color=shape_color(shape))


def _write(painter: QPainter, rect: QRect, text: str, *, role: theme.FontRole, color: QColor) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(color)
    painter.drawText(rect, int(_LEFT) | _WRAP, text)
