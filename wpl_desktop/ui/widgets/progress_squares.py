"""How far a list is filled in: one little bar per item."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box

_WIDTH = 14
_HEIGHT = 8
_GAP = 4


class ProgressSquares(QWidget):
    """`done` of `total` bars filled; the words beside it say the same."""

    def __init__(self, total: int, *, done: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = total
        self._done = done
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def done(self) -> int:
        """How many bars are filled."""
        return self._done

    def set_progress(self, done: int, *, total: int | None = None) -> None:
        """Fill this many bars, of another number of bars when one is given."""
        self._done = done
        if total is not None and total != self._total:
            self._total = total
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        step = theme.scaled(_WIDTH) + theme.scaled(_GAP)
        return QSize(max(0, self._total * step - theme.scaled(_GAP)), theme.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        width, height = theme.scaled(_WIDTH), theme.scaled(_HEIGHT)
        for number in range(self._total):
            box = QRectF(number * (width + theme.scaled(_GAP)), (self.height() - height) / 2, width, height)
            filled = number < self._done
            rounded_box(
                painter,
                box,
                fill=tokens.accent if filled else None,
                line=None if filled else tokens.line_strong,
                radius=2,
            )
        painter.end()
