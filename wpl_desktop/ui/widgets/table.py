"""A calm table: rows of two lines with an avatar, sorted by its owner, asked for when they come into view."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.widgets.avatar import paint_avatar
from wpl_desktop.ui.widgets.table_lines import heights, roles_that_fit
from wpl_desktop.ui.widgets.table_model import AnyIndex, Cell, Column, Row, TableModel, TableRole
from wpl_desktop.ui.widgets.table_view import TableView

__all__ = ["Cell", "Column", "Row", "Table", "TableRole"]

HEAD_HEIGHT: Final = 36
ROW_HEIGHT: Final = 72
AVATAR_SIDE: Final = 32
CELL_GAP: Final = 12
FIRST_LEFT: Final = 16
_LEAST_STRETCH: Final = 120


class Table(TableView):
    """The table; one row is current, Enter or a double click activates it."""

    row_changed = Signal(object)
    row_activated = Signal(object)
    sort_requested = Signal(int, bool)

    def __init__(self, columns: Sequence[Column], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.table_model = TableModel(columns)
        self._sorted_by: tuple[int, bool] = (-1, True)
        self._source: Callable[[Sequence[object]], Sequence[Row]] | None = None
        self.setModel(self.table_model)
        self.setItemDelegate(TableDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, 0, 0)
        self._set_up_headers(columns)
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)

    def set_source(self, source: Callable[[Sequence[object]], Sequence[Row]]) -> None:
        """Ask `source` for rows by their keys when they come into view, never while painting."""
        self._source = source

    def forget_rows(self) -> None:
        """Ask for every row again before it is shown."""
        self.table_model.forget()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current row stays current when it is still there."""
        self.table_model.forget()
        self.table_model.add_rows(rows)
        self.set_keys([row.key for row in rows])

    def set_keys(self, keys: Sequence[object]) -> None:
        """Show the rows with these keys; the current row stays current when it is still there."""
        key = self.current_key()
        self.table_model.set_keys(keys)
        number = self.table_model.row_of(key) if key is not None else None
        if keys:
            self._fetch_visible()
            self.selectRow(number or 0)
        else:
            self.row_changed.emit(None)

    def current_key(self) -> object:
        """The key of the current row, or None."""
        index = self.currentIndex()
        return self.table_model.key_at(index.row()) if index.isValid() else None

    def select_key(self, key: object) -> bool:
        """Make the row with this key current; False when it is not shown."""
        number = self.table_model.row_of(key)
        if number is None:
            return False
        self.selectRow(number)
        self.scrollTo(self.table_model.index(number, 0))
        return True

    def set_sorted_by(self, column: int, *, ascending: bool = True) -> None:
        """Show by which column the rows are sorted."""
        self._sorted_by = (column, ascending)
        head = self.horizontalHeader()
        if isinstance(head, _TableHeader):
            head.say_where()

    def sorted_by(self) -> tuple[int, bool]:
        """The column the rows are sorted by (-1: none) and whether ascending."""
        return self._sorted_by

    def contents_height(self) -> int:
        """The height that shows every row without scrolling."""
        rows = self.table_model.rowCount() * self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().height() + rows + 2 * self.frameWidth()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            key = self.current_key()
            if key is not None:
                self.row_activated.emit(key)
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_changed.emit(self.table_model.key_at(current.row()))

    # Internals

    def _set_up_headers(self, columns: Sequence[Column]) -> None:
        across = _TableHeader(self)
        self.setHorizontalHeader(across)
        for number, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(number, self._wanted_width(number))
            else:
                across.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        across.setFixedHeight(self._head_height())
        across.sectionClicked.connect(self._on_head_clicked)
        QWidget.setTabOrder(across, self)
        self.verticalHeader().hide()
        lines = QFontMetrics(theme.font("strong")).height() + QFontMetrics(theme.font("secondary")).height()
        self.verticalHeader().setDefaultSectionSize(max(theme.scaled(ROW_HEIGHT), lines + 16))

    def _fit_columns(self) -> None:
        """Hide what does not fit, and share what is left over."""
        columns = self.table_model.columns
        wanted = [self._wanted_width(number) for number in range(len(columns))]
        hidden: set[int] = set()
        for number in reversed(range(len(columns))):
            if sum(wanted) - sum(wanted[other] for other in hidden) <= self.width():
                break
            if columns[number].may_hide:
                hidden.add(number)
        for number in range(len(columns)):
            if self.isColumnHidden(number) != (number in hidden):
                self.setColumnHidden(number, number in hidden)
        self._share_spare_room(wanted, hidden=hidden)

    def _share_spare_room(self, wanted: list[int], *, hidden: set[int]) -> None:
        """What a wide window has left over is for every column with words, not for the name alone."""
        columns = self.table_model.columns
        texts = [
            number
            for number in range(len(columns))
            if number not in hidden and columns[number].kind == "text"
        ]
        spare = self.width() - sum(width for number, width in enumerate(wanted) if number not in hidden)
        # Half of it for the one that stretches.
        share = max(0, spare) // (2 * len(texts)) if texts else 0
        for number in texts:
            if columns[number].width:
                self.setColumnWidth(number, wanted[number] + share)

    def _wanted_width(self, number: int) -> int:
        column = self.table_model.columns[number]
        metrics = QFontMetrics(theme.font("label_strong"))
        longest = max((metrics.horizontalAdvance(word) for word in column.title.split()), default=0)
        width = max(theme.scaled(column.width or _LEAST_STRETCH), longest)
        return width + theme.scaled(CELL_GAP + (FIRST_LEFT if number == 0 else 0))

    def _head_height(self) -> int:
        metrics = QFontMetrics(theme.font("label_strong"))
        heights = [
            metrics.boundingRect(
                QRect(0, 0, self._wanted_width(number) - theme.scaled(CELL_GAP), 1000),
                int(Qt.TextFlag.TextWordWrap),
                column.title,
            ).height()
            for number, column in enumerate(self.table_model.columns)
            if column.width
        ]
        return max(theme.scaled(HEAD_HEIGHT), max(heights, default=0) + theme.scaled(8))

    def _has_unknown(self, first: int, last: int) -> bool:
        return self._source is not None and bool(self.table_model.unknown_keys(first, last))

    def _ask_for(self, first: int, last: int) -> None:
        if self._source is not None:
            self.table_model.add_rows(self._source(self.table_model.unknown_keys(first, last)))

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.table_model.columns[index.column()].kind == "action":
            self.row_activated.emit(self.table_model.key_at(index.row()))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        # The first click of the two did it already.
        if self.table_model.columns[index.column()].kind == "action":
            return
        self.row_activated.emit(self.table_model.key_at(index.row()))

    def _on_head_clicked(self, column: int) -> None:
        if self.table_model.columns[column].sortable:
            ascending = not self._sorted_by[1] if self._sorted_by[0] == column else True
            self.set_sorted_by(column, ascending=ascending)
            self.sort_requested.emit(column, ascending)


class TableDelegate(QStyledItemDelegate):
    """Draws a cell: ground of the row, avatar or two lines, hairline below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        table = self.parent()
        if not isinstance(table, Table):
            super().paint(painter, option, index)
            return
        # PySide6's stubs do not know the public members of a style option.
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, rect, table, index, selected=selected)
        inner = rect.adjusted(
            theme.scaled(FIRST_LEFT if index.column() == 0 else 0), 0, -theme.scaled(CELL_GAP), 0
        )
        initials = str(index.data(TableRole.INITIALS) or "")
        if initials:
            side = theme.scaled(AVATAR_SIDE)
            box = QRectF(inner.x(), inner.center().y() - side / 2, side, side)
            paint_avatar(painter, initials, rect=box, on_soft=selected)
        else:
            is_action = table.table_model.columns[index.column()].kind == "action"
            self._paint_lines(painter, inner, index, is_action=is_action)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        return QSize(theme.scaled(96), theme.scaled(ROW_HEIGHT))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, table: Table, index: AnyIndex, *, selected: bool
    ) -> None:
        tokens = theme.tokens()
        hovered = table.hovered_row() == index.row()
        painter.fillRect(rect, tokens.soft if selected else tokens.hover if hovered else tokens.surface)
        if not (selected and table.hasFocus()):
            if index.row() < table.table_model.rowCount() - 1:
                painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
            return
        painter.fillRect(rect.x(), rect.y(), rect.width(), 2, tokens.accent)
        painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, tokens.accent)
        if index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 2, rect.height(), tokens.accent)
        if rect.right() >= table.viewport().width() - 1:
            painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height(), tokens.accent)

    def _paint_lines(self, painter: QPainter, rect: QRect, index: AnyIndex, *, is_action: bool) -> None:
        tokens = theme.tokens()
        second = str(index.data(TableRole.SECOND_LINE) or "")
        first = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        # A name is never cut off: a long one takes the second line's room as well, and small type where that is all.
        flags = int(Qt.TextFlag.TextWordWrap)
        roles = roles_that_fit(first, second, room=rect.size(), strong=bool(index.data(TableRole.STRONG)))
        first_height, second_height = heights(first, second, width=rect.width(), roles=roles)
        first_font, second_font = (theme.font(role) for role in roles)
        second_metrics = QFontMetrics(second_font)
        top = rect.y() + max(0, (rect.height() - first_height - second_height) // 2)
        painter.setFont(first_font)
        painter.setPen(tokens.on_soft if is_action else tokens.text)
        side = int(Qt.AlignmentFlag.AlignRight) if is_action else 0
        painter.drawText(QRect(rect.x(), top, rect.width(), first_height), flags | side, first)
        if second:
            painter.setFont(second_font)
            painter.setPen(tokens.muted)
            # Another script may be taller than the line; it hangs over a little instead of moving the name.
            taller = second_metrics.boundingRect(QRect(0, 0, 1000, 1000), 0, second).height() - second_height
            area = QRect(rect.x(), top + first_height - taller // 2, rect.width(), second_height + taller)
            shown = second_metrics.elidedText(second, Qt.TextElideMode.ElideRight, rect.width())
            # A line in a right-to-left script stands under the name, at the left.
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
            painter.drawText(area, int(left) | int(Qt.TextFlag.TextDontClip), shown)


class _TableHeader(QHeaderView):
    """The head of a table: muted words, a hairline, and an arrow at the sorted column."""

    def __init__(self, table: Table) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.scaled(32))
        sortable = self._sortable()
        self._at = sortable[0] if sortable else -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if sortable else Qt.FocusPolicy.NoFocus)
        self.say_where()

    def say_where(self) -> None:
        """Name the head that has the keyboard, for who does not see it."""
        if self._at < 0:
            return
        column, ascending = self._table.sorted_by()
        if column != self._at:
            words = self.tr("Sort by {column}")
        else:
            words = (
                self.tr("{column}, sorted upwards") if ascending else self.tr("{column}, sorted downwards")
            )
        self.setAccessibleName(words.format(column=self._table.table_model.columns[self._at].title))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(cast("Qt.Key", event.key()))
        if by is not None:
            others = self._sortable()
            place = others.index(self._at) + by if self._at in others else 0
            self._at = others[min(max(place, 0), len(others) - 1)]
            self.say_where()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sectionClicked.emit(self._at)
        elif event.key() == Qt.Key.Key_Down:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # Not to the view that a head is for Qt: it would go through cells.
            event.ignore()

    def _sortable(self) -> list[int]:
        """The columns in view that sort."""
        columns = self._table.table_model.columns
        return [
            number
            for number, column in enumerate(columns)
            if column.sortable and not self._table.isColumnHidden(number)
        ]

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens = theme.tokens()
        painter.save()
        painter.fillRect(rect, tokens.surface)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        inner = rect.adjusted(
            theme.scaled(FIRST_LEFT) if logicalIndex == 0 else 0, 0, -theme.scaled(CELL_GAP), 0
        )
        font = theme.font("label_strong")
        title = self._table.table_model.columns[logicalIndex].title
        painter.setFont(font)
        painter.setPen(tokens.muted)
        # Over what is written at the right.
        is_action = self._table.table_model.columns[logicalIndex].kind == "action"
        side = Qt.AlignmentFlag.AlignRight if is_action else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.AlignmentFlag.AlignVCenter | side) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(inner, flags, title)
        column, ascending = self._table.sorted_by()
        if column == logicalIndex:
            left = inner.x() + QFontMetrics(font).horizontalAdvance(title) + theme.scaled(4)
            box = QRectF(left, inner.y(), theme.scaled(16), inner.height())
            icons.paint(painter, "chevron-down" if ascending else "chevron-up", rect=box, color=tokens.muted)
        if logicalIndex == self._at and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(rect.adjusted(2, 3, -theme.scaled(CELL_GAP) + 4, -4), 4, 4)
        painter.restore()
