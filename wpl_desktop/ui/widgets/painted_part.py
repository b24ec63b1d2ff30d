"""What screen readers hear of what a widget paints and that is no widget itself: what all such parts share."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

#: Qt expects a null pointer where there is nothing; PySide6's stubs cannot say so.
NOTHING: Final = cast(QAccessibleInterface, None)


class PaintedPart(QAccessibleInterface):
    """One part of a widget, without parts of its own; a subclass says its words, its place, its role and state."""

    def __init__(self, widget: QWidget, number: int) -> None:
        """`number` is the place of the part among the parts of the widget, counted from 0."""
        super().__init__()
        self._widget = widget
        self.number: Final = number

    def words(self) -> str:
        """What is said of it while it is there."""
        raise NotImplementedError

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return isValid(self._widget)

    def object(self) -> QObject:
        return cast(QObject, None)

    def window(self) -> QWindow:
        return self._widget.window().windowHandle() if self.isValid() else cast(QWindow, None)

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._widget) if isValid(self._widget) else NOTHING

    def child(self, index: int) -> QAccessibleInterface:
        del index
        return NOTHING

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        del x, y
        return NOTHING

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        del child
        return -1

    def text(self, t: QAccessible.Text) -> str:
        return self.words() if t == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        del t, text

    def foregroundColor(self) -> QColor:  # noqa: N802 - Qt's name
        return QColor()

    def backgroundColor(self) -> QColor:  # noqa: N802 - Qt's name
        return QColor()


def state_of(**flags: bool) -> QAccessible.State:
    """A state with these bits; they are fields without a type in PySide6's stubs."""
    state = QAccessible.State()
    for name, value in flags.items():
        setattr(state, name, int(value))
    return state
