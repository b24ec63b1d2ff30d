"""A table of dot strips: a row for each criterion, a column for each round, and no line between rounds."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.level_strip import paint_strip
from wpl_desktop.ui.widgets.strip_content import StripCell, StripContent
from wpl_desktop.ui.widgets.strip_head import BESIDE, CODE, EDGE, STRIP, StripHead
from wpl_desktop.ui.widgets.strip_painting import paint_agreed, paint_beside, paint_ground, strip_rect

AnyIndex = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 42
#: Where the window is low, rows are a little lower before they scroll.
_LEAST_ROW: Final = 38
_AGREED: Final = 52
_NAME: Final = 196
_WIDEST_ROUND: Final = 420


class StripRole(IntEnum):
    """What a cell holds."""

    CELL = int(Qt.ItemDataRole.UserRole) + 1


def round_width() -> int:
    """The least room for one round."""
    return theme.scaled(BESIDE + STRIP + _AGREED + 8)


class StripModel(QAbstractTableModel):
    """The names in column 0, the rounds after it."""

    def __init__(self) -> None:
        super().__init__()
        self.content = StripContent()

    def set_content(self, content: StripContent) -> None:
        """Show other rounds."""
        self.beginResetModel()
        self.content = content
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.content.lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.content.rounds) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.content.lines[index.row()]
        if index.column() == 0:
            wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{line.code} {line.name}" if role in wanted else None
        cell = line.cells[index.column() - 1]
        if role == StripRole.CELL:
            return cell
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return cell.spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.content.lines[section].code
        if section == 0:
            return self.content.names_title
        found = self.content.rounds[section - 1]
        return ", ".join(part for part in (found.title, found.detail, found.state) if part)


class StripTable(QWidget):
    """The table; the names stay while the rounds scroll sideways. Arrows move over the cells, Enter opens one.

    What belongs in the same box, below the rows, is put at the end of `column`.
    """

    cell_changed = Signal(int, int)
    cell_activated = Signal(int, int)
    action_clicked = Signal(object, str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = StripModel()
        self.names = _NamesView(self.model)
        self.rounds = _RoundsView(self.model, name=name)
        self.head = self.rounds.head
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.names, 1)
        # As high as the scroll bar of the other half, so that both show the same rows.
        self._under_names = QWidget()
        left.addWidget(self._under_names)
        halves.addLayout(left)
        # Says that the rounds go on behind the names.
        self._edge = QFrame()
        self._edge.setFixedWidth(1)
        self._edge.setAutoFillBackground(True)
        self._edge.setBackgroundRole(QPalette.ColorRole.Mid)
        halves.addWidget(self._edge)
        halves.addWidget(self.rounds, 1)
        self.column.addLayout(halves, 1)
        self.setFocusProxy(self.rounds)
        self.rounds.verticalScrollBar().valueChanged.connect(self.names.verticalScrollBar().setValue)
        self.names.verticalScrollBar().valueChanged.connect(self.rounds.verticalScrollBar().setValue)
        self.rounds.cell_changed.connect(self._on_cell)
        self.rounds.fitted.connect(self._on_fitted)
        self.rounds.cell_activated.connect(self.cell_activated)
        self.names.row_pressed.connect(self._on_row_pressed)
        self.head.action_clicked.connect(self.action_clicked)

    def set_content(self, content: StripContent) -> None:
        """Show other rounds; the current cell stays when it is still there."""
        row, column = self.current_cell()
        self.model.set_content(content)
        self.head.show_rounds()
        self.rounds.fit()
        if content.lines and content.rounds:
            self.select(
                min(max(row, 0), len(content.lines) - 1), column if 0 <= column < len(content.rounds) else 0
            )

    def current_cell(self) -> tuple[int, int]:
        """Row and round of the current cell, from 0; -1 without one."""
        index = self.rounds.currentIndex()
        return (index.row(), index.column() - 1) if index.isValid() else (-1, -1)

    def select(self, row: int, column: int) -> None:
        """Make a cell current: its row and its round, both from 0."""
        self.rounds.setCurrentIndex(self.model.index(row, column + 1))

    def contents_height(self) -> int:
        """The height that shows every row."""
        bar = self.rounds.horizontalScrollBar()
        sideways = bar.sizeHint().height() if self.rounds.needs_sideways() else 0
        lines = 2 * QFontMetrics(theme.font("secondary")).height() + 2
        rows = self.model.rowCount() * max(theme.scaled(ROW_HEIGHT), lines)
        return self.head.height() + rows + sideways + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line)
        painter.end()

    def _on_cell(self, row: int, column: int) -> None:
        self.names.viewport().update()
        self.cell_changed.emit(row, column)

    def _on_fitted(self, head_height: int, row_height: int) -> None:
        self.names.fit(head_height=head_height, row_height=row_height)
        sideways = self.rounds.needs_sideways()
        bar = self.rounds.horizontalScrollBar()
        self._under_names.setFixedHeight(bar.sizeHint().height() if sideways else 0)
        self._edge.setVisible(sideways)

    def _on_row_pressed(self, row: int) -> None:
        self.select(row, max(self.current_cell()[1], 0))
        self.rounds.setFocus(Qt.FocusReason.MouseFocusReason)


class _Half(QTableView):
    """What both halves of the table have in common."""

    def __init__(self, model: StripModel) -> None:
        super().__init__()
        self.strip_model = model
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def fit_rows(self, *, room: int) -> int:
        """Give every row its height, such that all are seen in `room` pixels where that is possible."""
        count = max(1, self.strip_model.rowCount())
        lines = 2 * QFontMetrics(theme.font("secondary")).height()
        least = max(theme.scaled(_LEAST_ROW), lines + 2)
        height = min(max(least, room // count), max(least, theme.scaled(ROW_HEIGHT)))
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        return height


class _NamesView(_Half):
    """The half that stays: code and name of each criterion."""

    row_pressed = Signal(int)

    def __init__(self, model: StripModel) -> None:
        super().__init__(model)
        self.setItemDelegate(_NameDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(StripHead(content=lambda: model.content, parent=self))
        self.pressed.connect(self._on_pressed)

    def fit(self, *, head_height: int, row_height: int) -> None:
        """Take the width of the names and the heights of the other half."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height)
        for column in range(self.strip_model.columnCount()):
            self.setColumnHidden(column, column > 0)
        width = theme.scaled(EDGE + CODE + _NAME)
        self.setColumnWidth(0, width)
        self.setFixedWidth(width)
        self.horizontalHeader().setFixedHeight(head_height)

    def current_row(self) -> int:
        """The row of the current cell of the other half."""
        table = self.parent()
        return table.current_cell()[0] if isinstance(table, StripTable) else -1

    def _on_pressed(self, index: QModelIndex) -> None:
        self.row_pressed.emit(index.row())


class _RoundsView(_Half):
    """The half that scrolls sideways: one column a round."""

    fitted = Signal(int, int)
    cell_changed = Signal(int, int)
    cell_activated = Signal(int, int)

    def __init__(self, model: StripModel, *, name: str) -> None:
        super().__init__(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_CellDelegate(self))
        self.head = StripHead(content=lambda: model.content, parent=self)
        self.setHorizontalHeader(self.head)
        # Between two scroll bars: nothing, instead of the system's grey square.
        self.setCornerWidget(QWidget())
        self.doubleClicked.connect(self._on_double_clicked)

    def fit(self) -> None:
        """Share the width over the rounds; what does not fit scrolls."""
        self.setColumnHidden(0, True)
        self.head.setFixedHeight(self.head.wanted_height())
        count = self.strip_model.columnCount() - 1
        if count < 1:
            return
        least = max(round_width(), self.head.least_width())
        room = self.viewport().width()
        # Whole rounds beside each other where two or more fit.
        fitting = min(count, room // least)
        each = room // fitting if fitting > 1 or fitting == count else least
        each = min(each, max(least, theme.scaled(_WIDEST_ROUND)))
        for column in range(1, count + 1):
            self.setColumnWidth(column, each)
        self.head.place_buttons()
        self.fitted.emit(self.head.wanted_height(), self.fit_rows(room=self.viewport().height()))

    def needs_sideways(self) -> bool:
        """Whether there are more rounds than fit beside each other."""
        return self.horizontalHeader().length() > self.viewport().width()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._on_double_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.cell_changed.emit(current.row(), current.column() - 1)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_activated.emit(index.row(), index.column() - 1)


class _NameDelegate(QStyledItemDelegate):
    """Draws code and name; the row of the current cell is tinted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view = self.parent()
        if not isinstance(view, _NamesView):
            super().paint(painter, option, index)
            return
        tokens = theme.tokens()
        line = view.strip_model.content.lines[index.row()]
        # PySide6's stubs do not know the public members of a style option.
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        selected = view.current_row() == index.row()
        painter.save()
        paint_ground(painter, rect, selected=selected)
        left = rect.x() + theme.scaled(EDGE)
        painter.setFont(theme.font("secondary_strong"))
        painter.setPen(tokens.on_soft if selected else tokens.muted)
        painter.drawText(
            QRect(left, rect.y(), theme.scaled(CODE), rect.height()),
            Qt.AlignmentFlag.AlignVCenter,
            line.code,
        )
        left += theme.scaled(CODE)
        room = QRect(left, rect.y(), rect.right() - left, rect.height())
        font = theme.font("button")
        needed = QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), line.name).height()
        if needed > room.height() - 4:
            font = theme.font("secondary", weight=font.weight())
        painter.setFont(font)
        painter.setPen(tokens.text)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), line.name)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Draws one round of one criterion: who gave no level, the strip, what was agreed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view = self.parent()
        cell = index.data(StripRole.CELL)
        if not isinstance(view, _RoundsView) or not isinstance(cell, StripCell):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        current = view.currentIndex()
        selected = current.row() == index.row()
        painter.save()
        paint_ground(painter, rect, selected=selected)
        strip = strip_rect(rect)
        if cell.note:
            painter.setFont(theme.font("secondary"))
            painter.setPen(theme.tokens().muted)
            room = QRectF(strip.x(), rect.y(), rect.right() - strip.x(), rect.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cell.note)
        elif not cell.empty:
            count = view.strip_model.content.level_count
            paint_strip(
                painter, strip, levels=cell.levels, count=count, agreed=cell.agreed, selected=selected
            )
            paint_beside(painter, cell, strip)
            paint_agreed(painter, cell, strip)
        focused = view.hasFocus() and current == index and bool(state & QStyle.StateFlag.State_Enabled)
        if focused:
            ring = strip.adjusted(-4, -4, 4, 4)
            rounded_box(painter, ring, fill=None, line=theme.tokens().accent, width=2, radius=8)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        return QSize(round_width(), theme.scaled(ROW_HEIGHT))
