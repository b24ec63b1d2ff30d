"""Initials in a circle, in one neutral tint for everybody."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import theme

LARGE = 40


def paint_avatar(painter: QPainter, initials: str, *, rect: QRectF, on_soft: bool = False) -> None:
    """Draw the circle with initials; on a `soft` ground the circle takes the surface colour."""
    tokens = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.surface if on_soft else tokens.soft)
    painter.drawEllipse(rect)
    painter.setPen(tokens.on_soft)
    painter.setFont(theme.font("section" if rect.width() >= theme.scaled(LARGE) else "label_strong"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


class Avatar(QWidget):
    """Initials of a person; the name itself always stands beside it."""

    def __init__(
        self, initials: str, *, size: int = 32, on_soft: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._initials = initials
        self._size = size
        self._on_soft = on_soft
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def initials(self) -> str:
        """The letters shown."""
        return self._initials

    def set_initials(self, initials: str) -> None:
        """Show other letters."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_avatar(painter, self._initials, rect=QRectF(self.rect()), on_soft=self._on_soft)
        painter.end()
