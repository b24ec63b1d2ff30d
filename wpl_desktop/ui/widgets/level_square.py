"""The square with a level's number, or with the sign of no level."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box

SMALL = 20


def paint_level_square(
    painter: QPainter, *, rect: QRectF, value: int | str | None, count: int, outlined: bool = False
) -> None:
    """Draw a level (a number) filled, or a sign such as – or × in an outlined square.

    Args:
        painter: where to draw.
        rect: the square.
        value: a level from 1 to `count`, a sign, or None for an empty outline.
        count: how many levels the scale has.
        outlined: draw a level as an outline too (the last round, in grey).
    """
    tokens = theme.tokens()
    painter.save()
    if isinstance(value, int) and not outlined:
        fill, text = theme.level_fill(value, count=count)
        # The lightest level needs an edge to be seen on a white ground.
        rounded_box(painter, rect, fill=fill, line=tokens.levels[1] if value == 1 else None, radius=4)
        painter.setPen(text)
    else:
        rounded_box(painter, rect, fill=None, line=tokens.line_strong, radius=4)
        painter.setPen(tokens.muted)
    small = rect.width() <= theme.scaled(SMALL)
    painter.setFont(theme.font("label_strong" if small else "secondary_strong"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "" if value is None else str(value))
    painter.restore()
