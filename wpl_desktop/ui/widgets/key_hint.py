"""Which keys do what: a keycap and its word."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.labels import Label


class KeyCap(QWidget):
    """The picture of a key."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("label"))
        width = metrics.horizontalAdvance(self._text) + 2 * theme.scaled(6) + 2
        return QSize(max(width, theme.scaled(20)), max(theme.scaled(20), metrics.height() + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.sunken, line=tokens.line, radius=4)
        painter.setPen(tokens.muted)
        painter.setFont(theme.font("label"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class KeyHints(QWidget):
    """A row of keys with the word for what each does."""

    def __init__(self, hints: Sequence[tuple[str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.scaled(8))
        for key, word in hints:
            layout.addWidget(KeyCap(key))
            layout.addWidget(Label(word, role="secondary", tone="muted", wrap=False))
        layout.addStretch(1)
