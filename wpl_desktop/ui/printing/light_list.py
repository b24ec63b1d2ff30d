"""A list of rows that is painted only where it is seen: a thousand rows cost as much as ten."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY, MARK_SIZE, RADIUS, paint_radio

AnyIndex = QModelIndex | QPersistentModelIndex
Mark = Literal["radio", "icon"]
Source = Callable[[Sequence[object]], Mapping[object, str]]
"""Gives the words at the right of rows, by their values."""

ROW_HEIGHT: Final = 36
TWO_LINE_HEIGHT: Final = 56
_PADDING: Final = 12
_BLOCK: Final = 32
_NO_LIMIT: Final = 16_777_215
_GAP: Final = 12
_PIECES: Final = re.compile(r"[^\s-]+-?")
"""What a line can be broken between."""
_NONE: Final = QModelIndex()


class LightRow(NamedTuple):
    """One row: what its owner knows it by, its words, and the icon before them where the list has icons."""

    value: object
    title: str
    trailing: str = ""
    second: str = ""
    icon: str = ""


_ONE_LINE: Final = LightRow(value=None, title=" ")


class _Model(QAbstractListModel):
    def __init__(self, trailing: Callable[[LightRow], str]) -> None:
        super().__init__()
        self.trailing = trailing
        self.rows: tuple[LightRow, ...] = ()
        self.numbers: dict[object, int] = {}

    def set_rows(self, rows: Sequence[LightRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.numbers = {row.value: number for number, row in enumerate(self.rows)}
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.second, self.trailing(row))))
        return None


class LightList(QListView):
    """Rows in one box. With `mark` *radio* one of them is chosen; with *icon* they are only read."""

    chosen = Signal(object)

    def __init__(self, *, name: str, mark: Mark = "radio", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark: Mark = mark
        self._rows = _Model(self.trailing)
        self._is_silent = False
        #: How many rows it asks room for; it takes more when there is more.
        self.usual_rows = 8
        self._taller: set[int] = set()
        self._one_line = QSize()
        self._source: Source | None = None
        self._words: dict[object, str] = {}
        self._longest = ""
        self._heights: dict[tuple[LightRow, int], int] = {}
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setProperty(FIELD_FRAME_PROPERTY, "list")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def rows(self) -> tuple[LightRow, ...]:
        """The rows from top to bottom."""
        return self._rows.rows

    def set_source(self, source: Source, *, longest: str) -> None:
        """Ask `source` for the words at the right of the rows in view; none of them is wider than `longest`."""
        self._source = source
        self._words.clear()
        if longest != self._longest:
            self._longest = longest
            self._heights.clear()
            self._see_what_wraps()
        self._fetch_visible()
        self.viewport().update()

    def trailing(self, row: LightRow) -> str:
        """The words at the right of a row, as far as they are known."""
        return row.trailing or self._words.get(row.value, "")

    def set_rows(self, rows: Sequence[LightRow]) -> None:
        """Show other rows, without a signal; what was chosen stays chosen when it is still there."""
        kept = self.value()
        self._is_silent = True
        self._heights.clear()
        self._rows.set_rows(rows)
        self._see_what_wraps()
        self._is_silent = False
        self.set_value(kept)
        self.updateGeometry()
        self._fetch_visible()

    def value(self) -> object:
        """The value of the chosen row, or None."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].value if index.isValid() else None

    def has_value(self, value: object) -> bool:
        """Whether there is a row with this value."""
        return value in self._rows.numbers

    def set_value(self, value: object) -> None:
        """Choose a row and show it, without a signal; a value that is not there chooses nothing."""
        number = self._rows.numbers.get(value)
        self._is_silent = True
        if number is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif self.currentIndex().row() != number:
            self.setCurrentIndex(self._rows.index(number, 0))
        self._is_silent = False

    def contents_height(self, most: int) -> int:
        """The height that shows the first `most` rows without scrolling."""
        shown = self._rows.rows[:most]
        width = self.viewport().width()
        return sum(self.row_height(row, width) for row in shown) + 2 * self.frameWidth()

    def least_height(self, rows: int) -> int:
        """The height that shows so many rows of one name, whatever there is."""
        return rows * (theme.scaled(ROW_HEIGHT) + 1) + 2 * self.frameWidth()

    def end_with_last_row(self) -> None:
        """Be no higher than the rows need; with many of them take all the room there is, unmeasured."""
        count = len(self._rows.rows)
        self.setMaximumHeight(self.contents_height(count) if count <= _BLOCK else _NO_LIMIT)

    def row_height(self, row: LightRow, width: int) -> int:
        """The height of one row: taller with a second line, and when its name needs more than two small lines."""
        key = (row, width)
        known = self._heights.get(key)
        if known is None:
            left, right = self.edges(row)
            title, second = self.text_heights(row, width - left - right)
            least = theme.scaled(TWO_LINE_HEIGHT if row.second else ROW_HEIGHT)
            is_usual = not row.second and title <= least
            needed = least if is_usual else max(least, title + second + theme.scaled(8))
            known = self._heights[key] = needed + 1
        return known

    def edges(self, row: LightRow) -> tuple[int, int]:
        """How far from the left and right edge of a row its words stand."""
        left = right = theme.scaled(_PADDING)
        trailing = row.trailing or self._longest
        if trailing:
            words = QFontMetrics(theme.font("secondary")).horizontalAdvance(trailing)
            right += words + theme.scaled(_GAP)
        return left + theme.scaled(MARK_SIZE + _GAP), right

    def text_heights(self, row: LightRow, room: int) -> tuple[int, int]:
        """The heights of title and second line in so much room."""
        second = _wrapped_height(QFontMetrics(theme.font("secondary")), row.second, room) if row.second else 0
        role = "secondary_strong" if self.is_long(row, room) else "strong"
        return _wrapped_height(QFontMetrics(theme.font(role)), row.title, room), second

    def is_long(self, row: LightRow, room: int) -> bool:
        """Whether a name does not fit on one line: it is written smaller, on as many as it needs."""
        return QFontMetrics(theme.font("strong")).horizontalAdvance(row.title) > room

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(320), self.contents_height(self.usual_rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(160), self.contents_height(1))

    # Events

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current != previous and not self._is_silent:
            self.chosen.emit(self._rows.rows[current.row()].value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._see_what_wraps()
            # Qt itself lays a list out again only when its height changes.
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self._fetch_visible()
        # Without this the square corners of the rows lie over the round frame.
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.viewport().rect()), RADIUS - 1, RADIUS - 1)
        self.viewport().setMask(QRegion(path.toFillPolygon().toPolygon()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802  (a name of Qt)
        super().scrollContentsBy(across, down)
        self._fetch_visible()

    # Internals

    def _see_what_wraps(self) -> None:
        """Find the rows that are higher than one name; without them no row is asked for its size."""
        width = self.viewport().width()
        usual = self.row_height(_ONE_LINE, width)
        self._one_line = QSize(theme.scaled(160), usual)
        # No letter is wider than the type is high; half a line may stay empty before a long word.
        room = width - sum(self.edges(_ONE_LINE))
        surely_fits = 3 * room // (2 * theme.font("secondary_strong").pixelSize())
        self._taller = {
            number
            for number, row in enumerate(self._rows.rows)
            if (row.second or row.trailing or len(row.title) > surely_fits)
            and self.row_height(row, width) > usual
        }
        self.setUniformItemSizes(not self._taller)

    def size_of(self, number: int) -> QSize:
        """The size of a row; asked of all rows at once, and most are alike."""
        if number not in self._taller:
            return self._one_line
        width = self.viewport().width()
        return QSize(theme.scaled(160), self.row_height(self._rows.rows[number], width))

    def _fetch_visible(self) -> None:
        """Ask for the words of the rows in view, in whole blocks: a step further costs nothing then."""
        rows = self._rows.rows
        if self._source is None or not rows:
            return
        # Asking which row is where lays all of them out: not needed at the top.
        is_at_top = self.verticalScrollBar().value() == 0
        first = 0 if is_at_top else max(0, self.indexAt(QPoint(1, 1)).row())
        last = first + self.viewport().height() // max(1, theme.scaled(ROW_HEIGHT)) + 1
        block = rows[first - first % _BLOCK : last - last % _BLOCK + _BLOCK]
        unknown = [row.value for row in block if row.value not in self._words]
        if unknown:
            self._words.update(dict.fromkeys(unknown, ""))
            self._words.update(self._source(unknown))
            self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """Paints one row: mark, words, and the muted words at the right."""

    def __init__(self, view: LightList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option
        return self._view.size_of(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = self._view.rows()[index.row()]
        # PySide6's stubs do not know the public members of a style option.
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        chosen = self._view.mark == "radio" and bool(state & QStyle.StateFlag.State_Selected)
        hovered = self._view.mark == "radio" and bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        self._paint_ground(painter, rect, index, chosen=chosen, hovered=hovered)
        self._paint_mark(painter, rect, row, chosen=chosen)
        self._paint_words(painter, rect, row, chosen=chosen)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, index: AnyIndex, *, chosen: bool, hovered: bool
    ) -> None:
        tokens = theme.tokens()
        painter.fillRect(rect, tokens.soft if chosen else tokens.hover if hovered else tokens.surface)
        if chosen and self._view.hasFocus():
            for edge in (
                QRect(rect.x(), rect.y(), rect.width(), 2),
                QRect(rect.x(), rect.bottom() - 1, rect.width(), 2),
                QRect(rect.x(), rect.y(), 2, rect.height()),
                QRect(rect.right() - 1, rect.y(), 2, rect.height()),
            ):
                painter.fillRect(edge, tokens.accent)
        elif index.row() < len(self._view.rows()) - 1:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: LightRow, *, chosen: bool) -> None:
        tokens, side = theme.tokens(), theme.scaled(MARK_SIZE)
        box = QRectF(rect.x() + theme.scaled(_PADDING), rect.center().y() - side / 2, side, side)
        if self._view.mark == "radio":
            paint_radio(painter, box, tokens=tokens, chosen=chosen)
        elif row.icon:
            colour = tokens.amber if row.icon == "warning" else tokens.muted
            icons.paint(painter, row.icon, rect=box, color=colour)

    def _paint_words(self, painter: QPainter, rect: QRect, row: LightRow, *, chosen: bool) -> None:
        tokens, secondary = theme.tokens(), theme.font("secondary")
        left, right = self._view.edges(row)
        room = rect.width() - left - right
        title, second = self._view.text_heights(row, room)
        top = rect.y() + (rect.height() - title - second) // 2
        bold = chosen or bool(row.second)
        if self._view.is_long(row, room):
            painter.setFont(theme.font("secondary_strong" if bold else "secondary"))
        else:
            painter.setFont(theme.font("strong" if bold else "base"))
        painter.setPen(tokens.text)
        # A name that wraps only when it is bold stands in the middle of its room.
        flags = _wrapping(painter.fontMetrics(), row.title, room) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(rect.x() + left, top, room, title), flags, row.title)
        painter.setFont(secondary)
        painter.setPen(tokens.muted)
        if row.second:
            flags = _wrapping(painter.fontMetrics(), row.second, room)
            painter.drawText(QRect(rect.x() + left, top + title, room, second), flags, row.second)
        trailing = self._view.trailing(row)
        if trailing:
            width = right - theme.scaled(_PADDING)
            area = QRect(rect.right() - theme.scaled(_PADDING) - width, rect.y(), width, rect.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, trailing)


def _wrapped_height(metrics: QFontMetrics, text: str, room: int) -> int:
    """The height of a text in so much room; most fit on one line, which is quick to see."""
    if metrics.horizontalAdvance(text) <= room:
        return metrics.height()
    flags = _wrapping(metrics, text, room)
    return metrics.boundingRect(QRect(0, 0, max(1, room), 10_000), flags, text).height()


def _wrapping(metrics: QFontMetrics, text: str, room: int) -> int:
    """How a text is broken: between words, and inside them only when one is wider than a line."""
    fits = all(metrics.horizontalAdvance(piece) <= room for piece in _PIECES.findall(text))
    return int(Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere)
