"""The quiet line at the foot of the page that says what is due; it never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label


class ReminderBanner(QWidget):
    """One sentence, *Open*, and a cross that puts it away; hidden while nothing is due."""

    open_requested = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(role="secondary_strong", tone="text")
        self.open_button = plain_button(self.tr("Open"), height=32)
        self.away_button = IconButton("close", name=self.tr("Put away"), height=32)
        self.away_button.setToolTip(self.tr("Put away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(24), theme.scaled(8), theme.scaled(12), theme.scaled(8))
        row.setSpacing(theme.scaled(12))
        row.addWidget(IconMark("clock", tone="on_soft"))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button)
        row.addWidget(self.away_button)
        self.hide()
        self.open_button.clicked.connect(self.open_requested)
        self.away_button.clicked.connect(self.put_away)

    def text(self) -> str:
        """The sentence shown; empty while nothing is due."""
        return self._words.text()

    def show_text(self, text: str) -> None:
        """Show a sentence, or nothing; who cannot see it hears it, once."""
        if text == self._words.text():
            return
        is_new = bool(text) and self.isHidden()
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.soft)
        painter.fillRect(0, 0, self.width(), 1, tokens.line)
        painter.end()
