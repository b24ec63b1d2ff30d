"""The four shapes of the perspectives, as paths of equal optical size."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import theme

Shape = Literal["circle", "square", "triangle", "diamond"]

SQUARE_SIDE: Final = 0.88
TRIANGLE_BASE: Final = 1.12
DIAMOND_DIAGONAL: Final = 1.2
_TRIANGLE_HEIGHT: Final = 1.0
_TOKENS: Final[dict[Shape, str]] = {
    "circle": "student",
    "square": "workplace",
    "triangle": "institute",
    "diamond": "together",
}


def shape_path(shape: Shape, *, center: QPointF, size: float) -> QPainterPath:
    """The outline of a shape that looks as large as a circle of diameter `size`."""
    path = QPainterPath()
    x, y = center.x(), center.y()
    if shape == "circle":
        path.addEllipse(center, size / 2, size / 2)
    elif shape == "square":
        side = size * SQUARE_SIDE
        path.addRect(QRectF(x - side / 2, y - side / 2, side, side))
    elif shape == "triangle":
        base, height = size * TRIANGLE_BASE, size * _TRIANGLE_HEIGHT
        path.moveTo(x, y - height / 2)
        path.lineTo(x + base / 2, y + height / 2)
        path.lineTo(x - base / 2, y + height / 2)
        path.closeSubpath()
    else:
        half = size * DIAMOND_DIAGONAL / 2
        path.moveTo(x, y - half)
        path.lineTo(x + half, y)
        path.lineTo(x, y + half)
        path.lineTo(x - half, y)
        path.closeSubpath()
    return path


def shape_color(shape: Shape) -> QColor:
    """The quiet hue that goes with a shape in the palette in use now."""
    return getattr(theme.tokens(), _TOKENS[shape])


def paint_shape(
    painter: QPainter,
    shape: Shape,
    *,
    center: QPointF,
    size: float,
    color: QColor,
    filled: bool = True,
) -> None:
    """Draw a shape; an outlined one says: nothing from this perspective yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    else:
        pen = QPen(color, 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape_path(shape, center=center, size=size))
    painter.restore()


class ShapeMark(QWidget):
    """One shape on a page; the words beside it say what it means."""

    def __init__(
        self,
        shape: Shape,
        *,
        size: int = 10,
        filled: bool = True,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shape: Shape = shape
        self._size = size
        self._filled = filled
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # The diamond reaches furthest; all four take the same room so that they line up.
        side = round(theme.scaled(self._size) * DIAMOND_DIAGONAL) + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_shape(
            painter,
            self._shape,
            center=QRectF(self.rect()).center(),
            size=theme.scaled(self._size),
            color=shape_color(self._shape),
            filled=self._filled,
        )
        painter.end()
