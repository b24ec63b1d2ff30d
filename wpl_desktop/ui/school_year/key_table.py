"""A table that is as high as its rows and from which Delete takes one out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.table import CELL_GAP, FIRST_LEFT, Column, Row, Table, TableRole
from wpl_desktop.ui.widgets.table_lines import Roles, heights

ROW_HEIGHT: Final = 48
#: More rows than this scroll inside the table.
MOST_ROWS: Final = 16
_ROLES: Final[Roles] = ("strong", "secondary")


class KeyTable(Table):
    """Enter changes a row, Delete takes it out; whoever owns the table does both."""

    delete_requested = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        row_height: int = ROW_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(columns, name=name, parent=parent)
        # Two lines of the small role, or one of a long name: closer together than in a list of students.
        self.verticalHeader().setDefaultSectionSize(theme.scaled(row_height))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # Columns get their widths one after the other: the rows follow when all of them have.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit_rows)
        self.horizontalHeader().sectionResized.connect(self._on_column)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, and take the room that they need."""
        self.set_rows(rows)
        self.setVisible(bool(rows))
        self._fit_rows()

    def contents_height(self) -> int:
        return self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current_key() is not None:
            self.delete_requested.emit(self.current_key())
            return
        super().keyPressEvent(event)

    # Slots

    def _on_column(self, column: int) -> None:
        if column == 0:
            self._later.start(0)

    # Internals

    def _fit_rows(self) -> None:
        """A long name makes its row higher; nothing of it is cut off."""
        down, usual = self.verticalHeader(), self.verticalHeader().defaultSectionSize()
        wanted = [max(usual, self._wanted_height(row)) for row in range(self.table_model.rowCount())]
        for row, height in enumerate(wanted):
            if down.sectionSize(row) != height:
                down.resizeSection(row, height)
        beyond = sum(wanted[MOST_ROWS:])
        if wanted and self.height() != self.contents_height() - beyond:
            self.setFixedHeight(self.contents_height() - beyond)

    def _wanted_height(self, row: int) -> int:
        """What the name of a row needs in its usual type, with some air."""
        index = self.table_model.index(row, 0)
        first = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        second = str(index.data(TableRole.SECOND_LINE) or "")
        width = self.columnWidth(0) - theme.scaled(CELL_GAP + FIRST_LEFT)
        return sum(heights(first, second, width=width, roles=_ROLES)) + theme.scaled(12)
