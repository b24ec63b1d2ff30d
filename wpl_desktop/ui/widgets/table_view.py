"""What every table has in common: its frame, the row under the pointer, and rows asked for when they come into view."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QMouseEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY, RADIUS
from wpl_desktop.ui.widgets.table_model import AnyIndex

# Rows that are asked for together.
_BLOCK: Final = 12


def _rounded(rect: QRect, *, top: bool) -> QRegion:
    radius = RADIUS - 1
    height = rect.height() + radius * 2
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0 if top else -radius * 2, rect.width(), height), radius, radius)
    return QRegion(path.toFillPolygon().toPolygon()).intersected(QRegion(rect))


class TableView(QTableView):
    """A table of whole rows; what stands in them and how wide they are is the business of who inherits."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered_row = -1
        self.setAccessibleName(name)
        self.setProperty(FIELD_FRAME_PROPERTY, "list")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Before the view paints what it scrolled to.
        self.verticalScrollBar().valueChanged.connect(self._fetch_visible)

    def hovered_row(self) -> int:
        """The row under the pointer, or -1."""
        return self._hovered_row

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)
        self._fetch_visible()
        # Head and rows are widgets of their own: without this their square corners lie over the round frame.
        self.horizontalHeader().setMask(_rounded(self.horizontalHeader().rect(), top=True))
        self.viewport().setMask(_rounded(self.viewport().rect(), top=False))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        # Known before it is in view: a screen reader reads it out at once.
        if current.isValid():
            self._fetch(current.row(), current.row())
        super().currentChanged(current, previous)
        self.viewport().update()

    # What the table says itself

    def _fit_columns(self) -> None:
        """Share the width that there is over the columns."""
        raise NotImplementedError

    def _has_unknown(self, first: int, last: int) -> bool:
        """Whether of a row from `first` to `last`, both included, nothing has come yet."""
        raise NotImplementedError

    def _ask_for(self, first: int, last: int) -> None:
        """Get what is unknown of the rows from `first` to `last`, both included."""
        raise NotImplementedError

    # Internals

    def _fetch_visible(self) -> None:
        top = self.verticalScrollBar().value() // self._row_height()
        self._fetch(top, top + self.viewport().height() // self._row_height() + 1)

    def _fetch(self, first: int, last: int) -> None:
        """Ask for the rows of these numbers, in whole blocks: a step further costs nothing then."""
        if self._has_unknown(first, last):
            self._ask_for(first - first % _BLOCK, last - last % _BLOCK + _BLOCK - 1)

    def _row_height(self) -> int:
        return max(1, self.verticalHeader().defaultSectionSize())

    def _hover(self, row: int) -> None:
        if row != self._hovered_row:
            self._hovered_row = row
            self.viewport().update()
