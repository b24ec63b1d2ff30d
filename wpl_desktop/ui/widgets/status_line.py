"""The line at the bottom of the window: small facts, each with an icon."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label

HEIGHT = 28


class StatusItem(QWidget):
    """An icon of 16 px and some words; amber when it asks for attention."""

    def __init__(self, icon: str, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconMark(icon, size=16)
        self._label = Label(text, role="label", tone="muted", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(6))
        row.addWidget(self._icon)
        row.addWidget(self._label)
        if not text:
            self.hide()

    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def set_text(self, text: str, *, icon: str, attention: bool = False) -> None:
        """Show other words; without words the item takes no room."""
        self._icon.set_icon(icon, tone="amber" if attention else "muted")
        self._label.set_tone("amber" if attention else "muted")
        self._label.setText(text)
        self.setVisible(bool(text))


class StatusLine(QWidget):
    """Items from the left, and from the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = QHBoxLayout()
        self.right = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(16), 1, theme.scaled(24), 0)
        for part in (self.left, self.right):
            part.setSpacing(theme.scaled(24))
        row.addLayout(self.left)
        row.addStretch(1)
        row.addLayout(self.right)
        self.setMinimumHeight(theme.scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        _fill(painter, self.rect(), color=tokens.rail)
        _fill(painter, QRect(0, 0, self.width(), 1), color=tokens.line)
        painter.end()


def _fill(painter: QPainter, rect: QRect, *, color: QColor) -> None:
    # QPainter.fillRect has a variant for gradients, whose 169 names cost 5 ms at the first call: before the
    # first window is there.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)
