"""The dot strip: cells for the levels, and a shape in the cell where each perspective stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.shapes import DIAMOND_DIAGONAL, Shape, paint_shape, shape_color

_ORDER: Final[tuple[Shape, ...]] = ("circle", "square", "triangle", "diamond")
_RADIUS: Final = 5
_BAR: Final = 4
_DOT: Final = 4


@dataclass(frozen=True, kw_only=True)
class MarkPlace:
    """One shape: which, and the centre and size it is drawn with."""

    shape: Shape
    level: int
    center: QPointF
    size: float


@dataclass(frozen=True, kw_only=True)
class StripLayout:
    """The cells of a strip from level 1 up, and the shapes in them; shapes never overlap."""

    cells: tuple[QRectF, ...]
    marks: tuple[MarkPlace, ...]


def strip_layout(
    levels: Sequence[tuple[Shape, int]], rect: QRectF, *, count: int, size: float
) -> StripLayout:
    """Lay out a strip of `count` levels in `rect`; `levels` says which shape stands at which level, from 1.

    Shapes at one level stand side by side in the order ● ■ ▲ ◆, and get smaller when the cell is too narrow for
    them at `size`. `ValueError` for a level off the scale.
    """
    width = rect.width() / count
    cells = tuple(
        QRectF(rect.x() + width * number, rect.y(), width, rect.height()) for number in range(count)
    )
    marks: list[MarkPlace] = []
    for level in sorted({level for _, level in levels}):
        if not 1 <= level <= count:
            message = f"level {level} is not on a scale of {count}"
            raise ValueError(message)
        here: list[Shape] = [shape for shape in _ORDER if (shape, level) in levels]
        cell = cells[level - 1]
        # The diamond is the widest: every shape gets its room, and a little air beside it.
        step = min(size * DIAMOND_DIAGONAL + size / 4, (width - size / 2) / len(here))
        drawn = min(size, step / DIAMOND_DIAGONAL)
        left = cell.center().x() - step * len(here) / 2
        marks.extend(
            MarkPlace(
                shape=shape,
                level=level,
                center=QPointF(left + step * (number + 0.5), cell.center().y()),
                size=drawn,
            )
            for number, shape in enumerate(here)
        )
    return StripLayout(cells=cells, marks=tuple(marks))


def paint_strip(
    painter: QPainter,
    rect: QRectF,
    *,
    levels: Sequence[tuple[Shape, int]],
    count: int,
    agreed: int | None = None,
    selected: bool = False,
) -> None:
    """Draw a strip; the cell of the `agreed` level is tinted and has a bar below."""
    tokens = theme.tokens()
    layout = strip_layout(levels, rect, count=count, size=theme.scaled(11))
    taken = {mark.level for mark in layout.marks}
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.fillPath(outline, tokens.surface)
    bar = theme.scaled(_BAR)
    if agreed is not None:
        cell = layout.cells[agreed - 1]
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(cell, tokens.surface if selected else tokens.soft)
        painter.fillRect(QRectF(cell.x(), cell.bottom() - bar, cell.width(), bar), tokens.together)
        painter.restore()
    painter.setPen(tokens.line)
    for cell in layout.cells[1:]:
        painter.drawLine(QPointF(cell.x(), rect.y() + 1), QPointF(cell.x(), rect.bottom() - 1))
    rounded_box(painter, rect, fill=None, line=tokens.line, radius=_RADIUS)
    faint = QColor(tokens.line_strong)
    faint.setAlphaF(0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint)
    for number, cell in enumerate(layout.cells):
        if number + 1 not in taken and number + 1 != agreed:
            painter.drawEllipse(cell.center(), theme.scaled(_DOT) / 2, theme.scaled(_DOT) / 2)
    for mark in layout.marks:
        center = mark.center - QPointF(0, bar / 2) if mark.level == agreed else mark.center
        paint_shape(painter, mark.shape, center=center, size=mark.size, color=shape_color(mark.shape))
    painter.restore()
