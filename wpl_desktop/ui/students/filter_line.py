"""The field that narrows a list as you type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.fields import IconMark

_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON_SIZE = 18


class FilterLine(QLineEdit):
    """A search field whose arrows and Enter go on to the list; Esc empties it."""

    passed_on = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("search", tone="text", size=_ICON_SIZE, parent=self)
        self.setTextMargins(theme.scaled(_ICON_SIZE + 6), 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.resize(self._mark.sizeHint())
        self._mark.move(theme.scaled(10), (self.height() - self._mark.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _PASSED_ON and held == Qt.KeyboardModifier.NoModifier:
            self.passed_on.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
