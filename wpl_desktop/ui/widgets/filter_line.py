"""The field that narrows a list as you type."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.fields import IconMark

_ICON_SIZE = 18
_ARROWS_AND_ENTER = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterLine(QLineEdit):
    """A search field of which some keys (`passes`) go on to the list; Esc empties it."""

    passed_on = Signal(QKeyEvent)

    def __init__(
        self, *, passes: Collection[Qt.Key] = _ARROWS_AND_ENTER, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._passes = passes
        self._mark = IconMark("search", tone="text", size=_ICON_SIZE, parent=self)
        self.setTextMargins(theme.scaled(_ICON_SIZE + 6), 0, 0, 0)

    def take_letters_of(self, widget: QWidget) -> None:
        """Letters typed in this list are looked for: they come here, and so does the focus."""
        widget.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.resize(self._mark.sizeHint())
        self._mark.move(theme.scaled(10), (self.height() - self._mark.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in self._passes and held == Qt.KeyboardModifier.NoModifier:
            self.passed_on.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            text = event.text()
            if held == Qt.KeyboardModifier.NoModifier and text.isprintable() and text.strip():
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.insert(text)
                return True
        return super().eventFilter(watched, event)
