"""The left of the action bar: a quiet line, what went wrong, or how far the work is with a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label


class ProgressLine(QWidget):
    """A line of 4 px that fills from the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 1
        self.setFixedHeight(theme.scaled(4))
        self.setMinimumWidth(theme.scaled(160))

    def set_progress(self, done: int, total: int) -> None:
        """Show that `done` of `total` parts are finished."""
        self._done, self._total = done, max(1, total)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.sunken, line=None, radius=2)
        filled = self.rect()
        filled.setWidth(round(self.width() * self._done / self._total))
        rounded_box(painter, filled, fill=tokens.accent, line=None, radius=2)
        painter.end()


class WorkLine(QWidget):
    """One sentence with an icon; while work goes on also a progress line and Stop."""

    stop_requested = Signal()

    def __init__(self, quiet_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet_text = quiet_text
        self._icon = IconMark("shield")
        self._text = Label(role="secondary", tone="muted")
        self._line = ProgressLine()
        self.stop = Button(self.tr("Stop"))
        words = QVBoxLayout()
        words.setSpacing(theme.scaled(4))
        words.addWidget(self._text)
        words.addWidget(self._line)
        self._row = QHBoxLayout(self)
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(8))
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.stop)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.stop.clicked.connect(self.stop_requested)
        self.show_quiet()

    def sizeHint(self) -> QSize:
        """Wide enough for the sentence in one line."""
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        button = self.stop.sizeHint().width() if not self.stop.isHidden() else 0
        height = self._row.sizeHint().height()
        return QSize(words + button + theme.scaled(18 + 2 * 8 + 4), height)

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_quiet(self) -> None:
        """Show the line that is always true."""
        self._show(self._quiet_text, icon="shield", is_trouble=False)

    def show_done(self, text: str) -> None:
        """Say what was done."""
        self._show(text, icon="check", is_trouble=False)

    def show_trouble(self, text: str) -> None:
        """Say what went wrong, what is safe and what to do."""
        self._show(text, icon="warning", is_trouble=True)

    def show_progress(self, text: str, done: int, total: int, *, icon: str = "print") -> None:
        """Say how far the work is."""
        self._show(text, icon=icon, is_trouble=False, is_working=True)
        self._line.set_progress(done, total)

    def _show(self, text: str, *, icon: str, is_trouble: bool, is_working: bool = False) -> None:
        self._text.setText(text)
        self._text.set_tone("amber" if is_trouble else "muted")
        self._icon.set_icon(icon, tone="amber" if is_trouble else "muted")
        self._line.setVisible(is_working)
        self.stop.setVisible(is_working)
        self.updateGeometry()
