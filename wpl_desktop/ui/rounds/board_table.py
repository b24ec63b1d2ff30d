"""The table of students × rounds: arrows move over the cells, several students can be chosen, Enter opens."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from wpl_desktop.services.round_board import BoardHead, BoardRow
from wpl_desktop.ui import theme
from wpl_desktop.ui.rounds.board_model import NAMES, BoardModel
from wpl_desktop.ui.rounds.board_painting import EDGE, GAP, BoardDelegate, cell_width, name_width
from wpl_desktop.ui.rounds.board_words import head_days, head_detail, head_title
from wpl_desktop.ui.widgets.table_view import TableView

ROW_HEIGHT: Final = 56
#: The widest a column of a round gets, and the room that names like to have.
_WIDEST: Final = 264
_NAMES: Final = 264

Source = Callable[[Sequence[uuid.UUID]], Sequence[BoardRow]]


class BoardTable(TableView):
    """The table; rows are asked for when they come into view, never while painting."""

    cell_activated = Signal(object, object)
    chosen_changed = Signal()

    def __init__(self, *, name: str, names_title: str, source: Source, parent: QWidget | None = None) -> None:
        """`cell_activated` gives the student and the number of the round, None for the name."""
        super().__init__(name=name, parent=parent)
        self.board = BoardModel(names_title=names_title)
        self._source = source
        self.setModel(self.board)
        self.setItemDelegate(BoardDelegate(self, hovered=self.hovered_row))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_BoardHead(self))
        self.verticalHeader().hide()
        lines = QFontMetrics(theme.font("base")).height() + QFontMetrics(theme.font("secondary")).height()
        self.verticalHeader().setDefaultSectionSize(max(theme.scaled(ROW_HEIGHT), lines + 12))
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def show_board(self, heads: Sequence[BoardHead], keys: Sequence[uuid.UUID]) -> None:
        """Show these rounds and students; who was chosen stays chosen, and the current cell current."""
        current, column = self.current_key(), max(self.currentIndex().column(), NAMES)
        chosen = self.chosen_keys()
        self.board.set_content(heads, keys)
        self._fit_columns()
        self._fetch_visible()
        if not keys:
            self.chosen_changed.emit()
            return
        row = self.board.row_of(current) if current is not None else None
        index = self.board.index(row or 0, min(column, self.board.columnCount() - 1))
        self.setCurrentIndex(index)
        self._choose_also(chosen)

    def forget_rows(self) -> None:
        """Ask for every row again before it is shown."""
        self.board.forget()

    def current_key(self) -> uuid.UUID | None:
        """The student of the current cell."""
        index = self.currentIndex()
        return self.board.key_at(index.row()) if index.isValid() else None

    def chosen_keys(self) -> list[uuid.UUID]:
        """The students that are chosen, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows(NAMES))
        return [self.board.key_at(row) for row in rows]

    def select_key(self, key: uuid.UUID) -> bool:
        """Make this student's row current; False when it is not shown."""
        row = self.board.row_of(key)
        if row is None:
            return False
        self.setCurrentIndex(self.board.index(row, max(self.currentIndex().column(), NAMES)))
        return True

    def contents_height(self) -> int:
        """The height that shows every row without scrolling."""
        rows = self.board.rowCount() * self._row_height()
        bar = self.horizontalScrollBar()
        sideways = bar.sizeHint().height() if bar.maximum() else 0
        return self.horizontalHeader().height() + rows + sideways + 2 * self.frameWidth()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if plain:
                self._on_activated(self.currentIndex())
            else:
                # With Ctrl it is the page that does something.
                event.ignore()
            return
        super().keyPressEvent(event)

    # Internals

    def _on_selection(self) -> None:
        self.chosen_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            number = None if index.column() == NAMES else self.board.head(index.column()).number
            self.cell_activated.emit(self.board.key_at(index.row()), number)

    def _choose_also(self, keys: Sequence[uuid.UUID]) -> None:
        if len(keys) < 2:
            return
        rows = QItemSelection()
        for key in keys:
            row = self.board.row_of(key)
            if row is not None:
                rows.select(self.board.index(row, NAMES), self.board.index(row, NAMES))
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(rows, flags)

    def _fit_columns(self) -> None:
        """Names take what the rounds leave; rounds that do not fit beside each other scroll."""
        rounds = self.board.columnCount() - 1
        room = self.width() - 2 * self.frameWidth() - self._bar_width()
        if rounds < 1:
            self.setColumnWidth(NAMES, room)
            return
        least = max(cell_width(), *(_head_width(self.board.head(column + 1)) for column in range(rounds)))
        each = min(max(least, (room - theme.scaled(_NAMES)) // rounds), max(least, theme.scaled(_WIDEST)))
        for column in range(1, rounds + 1):
            self.setColumnWidth(column, each)
        self.setColumnWidth(NAMES, max(name_width(), room - each * rounds))

    def _bar_width(self) -> int:
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if self.contents_height() > self.height() else 0

    def _has_unknown(self, first: int, last: int) -> bool:
        return bool(self.board.unknown_keys(first, last))

    def _ask_for(self, first: int, last: int) -> None:
        self.board.add_rows(self._source(self.board.unknown_keys(first, last)))


class _BoardHead(QHeaderView):
    """The head: the number of a round, and below it what it is for and when."""

    def __init__(self, table: BoardTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = QFontMetrics(theme.font("strong")).height() + QFontMetrics(theme.font("secondary")).height()
        self.setFixedHeight(lines + theme.scaled(14))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens = theme.tokens()
        board = self._table.board
        painter.save()
        painter.fillRect(rect, tokens.surface)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
        inner = rect.adjusted(theme.scaled(EDGE if logicalIndex == NAMES else GAP), 0, -theme.scaled(GAP), 0)
        if logicalIndex == NAMES:
            painter.setFont(theme.font("label_strong"))
            painter.setPen(tokens.muted)
            title = cast("str", board.headerData(NAMES, Qt.Orientation.Horizontal))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, title)
        else:
            head = board.head(logicalIndex)
            strong = QFontMetrics(theme.font("strong")).height()
            top = inner.y() + theme.scaled(6)
            painter.setFont(theme.font("strong"))
            painter.setPen(tokens.text)
            painter.drawText(QRect(inner.x(), top, inner.width(), strong), 0, head_title(head.number))
            painter.setFont(theme.font("secondary"))
            painter.setPen(tokens.muted)
            below = QRect(inner.x(), top + strong, inner.width(), inner.bottom() - top - strong)
            whole = head_detail(head)
            fits = QFontMetrics(theme.font("secondary")).horizontalAdvance(whole) <= below.width()
            painter.drawText(below, 0, whole if fits else head_days(head))
        painter.restore()


def _head_width(head: BoardHead) -> int:
    title = QFontMetrics(theme.font("strong")).horizontalAdvance(head_title(head.number))
    detail = QFontMetrics(theme.font("secondary")).horizontalAdvance(head_days(head))
    return max(title, detail) + 2 * theme.scaled(GAP)
