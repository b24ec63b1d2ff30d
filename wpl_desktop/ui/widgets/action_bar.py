"""The bar at the bottom of a working screen: counts at the left, buttons at the right."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.content import side_margin

HEIGHT = 56


class ActionBar(QWidget):
    """A surface of 56 px with a hairline above; holds one primary button at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = QHBoxLayout()
        self.right = QHBoxLayout()
        for part in (self.left, self.right):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(theme.scaled(12))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.scaled(24))
        self._row.addLayout(self.left)
        self._row.addStretch(1)
        self._row.addLayout(self.right)
        self.setMinimumHeight(theme.scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, down = side_margin(self.width()), theme.scaled(8)
        self._row.setContentsMargins(side, down, side, down)
        self._row.activate()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, self.width(), 1, tokens.line)
        painter.end()
