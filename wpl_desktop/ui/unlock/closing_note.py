"""The small window with one sentence that bridges the time between closing and the end of the back-up."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label

_AFTER_MILLISECONDS = 400


class ClosingNote(QWidget):
    """Appears only when closing takes longer than one notices."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("WPL Desktop")
        row = QHBoxLayout(self)
        margin = theme.scaled(24)
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(theme.scaled(12))
        row.addWidget(IconMark("disk", size=24))
        row.addWidget(
            Label(self.tr("The back-up is being made. The program then closes by itself."), wrap=False), 1
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self.show)

    def announce(self) -> None:
        """Appear in a moment, unless `finish` comes first."""
        self._timer.start()

    def finish(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        # The program ends when the back-up is there, not sooner.
        event.ignore()
