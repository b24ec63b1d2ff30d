"""The list of what was found: two lines each, with what was typed in bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
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
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.search.search_rows import SearchRow
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.avatar import paint_avatar

AnyIndex = QModelIndex | QPersistentModelIndex

HEADING_HEIGHT: Final = 30
ROW_HEIGHT: Final = 52
SHORT_ROW_HEIGHT: Final = 36
_SIDE: Final = 12
_MARK_ROOM: Final = 32
_GAP: Final = 12
_ICON_SIZE: Final = 18
_NOWHERE: Final = QModelIndex()


class SearchModel(QAbstractListModel):
    """The lines, as the view and screen readers read them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SearchRow] = []

    def set_rows(self, rows: Sequence[SearchRow]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.rows[index.row()].spoken
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SearchList(QListView):
    """Shows the lines; the keyboard stays in the search field, which moves the choice from there."""

    row_chosen = Signal(int)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = SearchModel(self)
        self.setModel(self.rows_model)
        self.setItemDelegate(_SearchDelegate(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._on_clicked)

    def set_rows(self, rows: Sequence[SearchRow]) -> None:
        """Show other lines; the first that does something is chosen."""
        self.rows_model.set_rows(rows)
        self.move_by(1)

    def rows(self) -> tuple[SearchRow, ...]:
        """The lines from top to bottom, headings too."""
        return tuple(self.rows_model.rows)

    def current_row(self) -> SearchRow | None:
        """The chosen line."""
        index = self.currentIndex()
        return self.rows_model.rows[index.row()] if index.isValid() else None

    def move_by(self, step: int) -> None:
        """Choose the next line (1) or the one before (-1), past headings, round the ends."""
        usable = [number for number, row in enumerate(self.rows_model.rows) if not row.is_heading]
        if not usable:
            return
        index = self.currentIndex()
        if index.isValid() and index.row() in usable:
            number = usable[(usable.index(index.row()) + step) % len(usable)]
        else:
            number = usable[0 if step > 0 else -1]
        self.setCurrentIndex(self.rows_model.index(number))
        # With the first of a group its heading comes into view.
        above = number - 1
        if above >= 0 and self.rows_model.rows[above].is_heading:
            self.scrollTo(self.rows_model.index(above))
        self.scrollTo(self.rows_model.index(number))

    def contents_height(self) -> int:
        """The height that shows every line without scrolling."""
        return sum(row_height(row) for row in self.rows_model.rows) + 2 * self.frameWidth()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.row_chosen.emit(index.row())


def row_height(row: SearchRow) -> int:
    """How high a line is: a heading, one line, or two."""
    least = HEADING_HEIGHT if row.is_heading else ROW_HEIGHT if row.second else SHORT_ROW_HEIGHT
    return theme.scaled(least)


class _SearchDelegate(QStyledItemDelegate):
    """Draws a line: ground, picture, text with its marked parts in bold, second line, and the right side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option
        return QSize(theme.scaled(200), row_height(cast("SearchModel", index.model()).rows[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        # PySide6's stubs do not know the public members of a style option.
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        row = cast("SearchModel", index.model()).rows[index.row()]
        painter.save()
        if row.is_heading:
            _paint_heading(painter, rect, row, first=index.row() == 0)
        else:
            _paint_row(painter, rect, row, selected=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, row: SearchRow, *, first: bool) -> None:
    tokens = theme.tokens()
    if not first:
        painter.fillRect(rect.x(), rect.y(), rect.width(), 1, tokens.line)
    painter.setFont(theme.font("label_strong"))
    painter.setPen(tokens.muted)
    inner = rect.adjusted(theme.scaled(_SIDE), 0, -theme.scaled(_SIDE), -theme.scaled(3))
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.text)


def _paint_row(painter: QPainter, rect: QRect, row: SearchRow, *, selected: bool) -> None:
    tokens = theme.tokens()
    if selected:
        around = rect.adjusted(theme.scaled(4), 1, -theme.scaled(4), -1)
        rounded_box(painter, around, fill=tokens.soft, line=tokens.soft)
    inner = rect.adjusted(theme.scaled(_SIDE), 0, -theme.scaled(_SIDE), 0)
    _paint_picture(painter, inner, row, selected=selected)
    inner.setLeft(inner.left() + theme.scaled(_MARK_ROOM + _GAP))
    first_font, small = theme.font("base"), theme.font("secondary")
    first_height, second_height = QFontMetrics(first_font).height(), QFontMetrics(small).height()
    height = first_height + (second_height if row.second else 0)
    top = inner.y() + (inner.height() - height) // 2
    right = QFontMetrics(small).horizontalAdvance(row.right)
    first = QRect(inner.x(), top, inner.width() - (right + theme.scaled(_GAP) if right else 0), first_height)
    _paint_text(painter, first, row, font=first_font)
    painter.setFont(small)
    painter.setPen(tokens.on_soft if selected else tokens.muted)
    # On the line of the text beside it, which is a little larger.
    painter.drawText(QPoint(inner.right() - right, top + QFontMetrics(first_font).ascent()), row.right)
    if row.second:
        second = QRect(inner.x(), top + first_height, inner.width(), second_height)
        text = QFontMetrics(small).elidedText(row.second, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_picture(painter: QPainter, rect: QRect, row: SearchRow, *, selected: bool) -> None:
    tokens = theme.tokens()
    side = theme.scaled(_MARK_ROOM if row.initials else _ICON_SIZE)
    middle = rect.x() + theme.scaled(_MARK_ROOM) / 2
    box = QRectF(middle - side / 2, rect.center().y() + 0.5 - side / 2, side, side)
    if row.initials:
        paint_avatar(painter, row.initials, rect=box, on_soft=selected)
    else:
        icons.paint(painter, row.icon, rect=box, color=tokens.on_soft if selected else tokens.muted)


def _paint_text(painter: QPainter, rect: QRect, row: SearchRow, *, font: QFont) -> None:
    """The first line with its marked parts in bold, cut off with dots where it does not fit."""
    strong = theme.font("strong")
    plain, bold = QFontMetrics(font), QFontMetrics(strong)
    parts = [row.text[start:end] for start, end in row.marks]
    wider = sum(bold.horizontalAdvance(part) - plain.horizontalAdvance(part) for part in parts)
    room = rect.width() - max(0, wider) - 1
    text = plain.elidedText(row.text, Qt.TextElideMode.ElideRight, room)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    ranges: list[QTextLayout.FormatRange] = []
    for start, end in row.marks:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = _units(row.text, 0, start), _units(row.text, start, end)  # pyright: ignore[reportAttributeAccessIssue]
        form = QTextCharFormat()
        form.setFontWeight(int(strong.weight()))
        marked.format = form  # pyright: ignore[reportAttributeAccessIssue]
        ranges.append(marked)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(text) + 1)
    layout.endLayout()
    painter.setPen(theme.tokens().text)
    top = rect.y() + (rect.height() - line.height()) / 2
    layout.draw(painter, QPointF(rect.x(), top))


def _units(text: str, start: int, end: int) -> int:
    """How many of Qt's characters a stretch has: a rare letter counts for two."""
    return len(text[start:end].encode("utf-16-le")) // 2
