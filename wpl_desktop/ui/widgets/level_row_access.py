"""What screen readers hear of a row of level buttons: one radio button per cell."""

from typing import Final, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

# Qt expects a null pointer where there is nothing; PySide6's stubs cannot say so.
_NOTHING: Final = cast(QAccessibleInterface, None)

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
        return self._cells[index] if 0 <= index < len(self._cells) else _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._cells.index(child) if isinstance(child, _CellInterface) and child in self._cells else -1

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        if isValid(self._row) and self._row.hasFocus():
            return self._cells[cast(CellRow, self._row).current_cell()]
        return _NOTHING


class _CellInterface(QAccessibleInterface):
    """One cell: a radio button with the sign and the word of its level."""

    def __init__(self, row: QWidget, number: int) -> None:
        super().__init__()
        self._row = row
        self._number = number

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return isValid(self._row)

    def object(self) -> QObject:
        return cast(QObject, None)

    def window(self) -> QWindow:
        return self._row.window().windowHandle() if self.isValid() else cast(QWindow, None)

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._row) if self.isValid() else _NOTHING

    def child(self, index: int) -> QAccessibleInterface:
        del index
        return _NOTHING

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        del x, y
        return _NOTHING

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        del child
        return -1

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Name and self.isValid():
            return cast(CellRow, self._row).cell_name(self._number)
        return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        del t, text

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        box = cast(CellRow, self._row).cell_rect(self._number).toRect()
        return box.translated(self._row.mapToGlobal(QPoint(0, 0)))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.RadioButton

    def state(self) -> QAccessible.State:
        result = QAccessible.State()
        if self.isValid():
            cells = cast(CellRow, self._row)
            # The fields of the state are bits without a type in PySide6's stubs.
            for name, value in (
                ("checkable", True),
                ("checked", cells.chosen_cell() == self._number),
                ("focusable", True),
                ("focused", self._row.hasFocus() and cells.current_cell() == self._number),
                ("disabled", not self._row.isEnabled()),
            ):
                setattr(result, name, int(value))
        return result

    def foregroundColor(self) -> QColor:  # noqa: N802 - Qt's name
        return QColor()

    def backgroundColor(self) -> QColor:  # noqa: N802 - Qt's name
        return QColor()
