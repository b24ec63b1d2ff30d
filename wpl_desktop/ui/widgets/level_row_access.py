"""What screen readers hear of a row of level buttons: one radio button per cell."""

from typing import Final, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from wpl_desktop.ui.widgets.painted_part import NOTHING, PaintedPart, state_of

_installed: list[bool] = []


class CellRow(Protocol):
    """What a row of painted cells tells about itself."""

    def cell_count(self) -> int:
        """How many cells there are."""
        ...

    def cell_name(self, number: int) -> str:
        """The sign and the word of a cell."""
        ...

    def cell_rect(self, number: int) -> QRectF:
        """Where a cell is painted, in the widget."""
        ...

    def chosen_cell(self) -> int | None:
        """The number of the chosen cell."""
        ...

    def current_cell(self) -> int:
        """The number of the cell the arrow keys stand on."""
        ...


def install(row_class: type[QWidget]) -> None:
    """Teach Qt to describe widgets of this class cell by cell; does its work once."""
    if not _installed:
        _installed.append(True)

        def describe(key: str, thing: QObject) -> QAccessibleInterface | None:
            del key
            return _RowInterface(thing) if isinstance(thing, row_class) else None

        QAccessible.installFactory(describe)


def tell_focus(row: QWidget, number: int) -> None:
    """Say that the arrow keys now stand on a cell."""
    if QAccessible.isActive():
        event = QAccessibleEvent(row, QAccessible.Event.Focus)
        event.setChild(number)
        QAccessible.updateAccessibility(event)


class _RowInterface(QAccessibleWidget):
    """The row: a group of radio buttons."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row, QAccessible.Role.Grouping)
        self._row = row
        cells = cast(CellRow, row)
        self._cells: Final = [_CellInterface(row, number) for number in range(cells.cell_count())]

    def childCount(self) -> int:
        return len(self._cells)

    def child(self, index: int) -> QAccessibleInterface:
        return self._cells[index] if 0 <= index < len(self._cells) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._cells.index(child) if isinstance(child, _CellInterface) and child in self._cells else -1

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        if isValid(self._row) and self._row.hasFocus():
            return self._cells[cast(CellRow, self._row).current_cell()]
        return NOTHING


class _CellInterface(PaintedPart):
    """One cell: a radio button with the sign and the word of its level."""

    def words(self) -> str:
        return cast(CellRow, self._widget).cell_name(self.number)

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        box = cast(CellRow, self._widget).cell_rect(self.number).toRect()
        return box.translated(self._widget.mapToGlobal(QPoint(0, 0)))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.RadioButton

    def state(self) -> QAccessible.State:
        if not self.isValid():
            return QAccessible.State()
        cells = cast(CellRow, self._widget)
        return state_of(
            checkable=True,
            checked=cells.chosen_cell() == self.number,
            focusable=True,
            focused=self._widget.hasFocus() and cells.current_cell() == self.number,
            disabled=not self._widget.isEnabled(),
        )
