"""How one cell of a table of dot strips is drawn around its strip."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.widgets.shapes import paint_shape, shape_color
from wpl_desktop.ui.widgets.strip_content import StripCell
from wpl_desktop.ui.widgets.strip_head import BESIDE, STRIP

_HEIGHT: Final = 30
_SHAPE: Final = 11


def strip_rect(cell: QRect) -> QRectF:
    """Where the strip of a cell stands."""
    high = theme.scaled(_HEIGHT)
    return QRectF(cell.x() + theme.scaled(BESIDE), cell.center().y() - high // 2, theme.scaled(STRIP), high)


def paint_ground(painter: QPainter, rect: QRect, *, selected: bool) -> None:
    """The ground of a row with its hairline."""
    tokens = theme.tokens()
    painter.fillRect(rect, tokens.soft if selected else tokens.surface)
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)


def paint_beside(painter: QPainter, cell: StripCell, strip: QRectF) -> None:
    """Before the strip, from the right: the shapes of who gave no level, each with its sign."""
    tokens = theme.tokens()
    painter.setFont(theme.font("secondary"))
    painter.setPen(tokens.muted)
    metrics = QFontMetrics(theme.font("secondary"))
    size = theme.scaled(_SHAPE)
    right = strip.x() - theme.scaled(7)
    pairs = len(cell.beside)
    # Three pairs stand closer together than two.
    gap = theme.scaled(6 if pairs < 3 else 2)
    for shape, sign in reversed(cell.beside):
        across = metrics.horizontalAdvance(sign)
        room = QRectF(right - across, strip.y(), across + 1, strip.height())
        painter.setPen(tokens.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)
        right -= across + 2 + size / 2
        drawn = size if pairs < 3 else size * 0.8
        paint_shape(
            painter, shape, center=QPointF(right, strip.center().y()), size=drawn, color=shape_color(shape)
        )
        right -= size / 2 + gap


def paint_agreed(painter: QPainter, cell: StripCell, strip: QRectF) -> None:
    """After the strip: ◆ and the agreed level, a sign, or ⇄ where the difference stands."""
    tokens = theme.tokens()
    left = strip.right() + theme.scaled(10)
    middle = strip.center().y()
    if cell.differs:
        side = theme.scaled(18)
        box = QRectF(left, middle - side / 2, side, side)
        icons.paint(painter, "swap", rect=box, color=tokens.amber)
        return
    color: QColor = tokens.muted
    if cell.agreed is not None:
        size = theme.scaled(_SHAPE)
        center = QPointF(left + size * 0.6, middle)
        paint_shape(painter, "diamond", center=center, size=size, color=tokens.together)
        left += size * 1.2 + theme.scaled(5)
        color = tokens.together
    painter.setFont(theme.font("strong"))
    painter.setPen(color)
    room = QRectF(left, strip.y(), theme.scaled(24), strip.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cell.agreed_sign)
