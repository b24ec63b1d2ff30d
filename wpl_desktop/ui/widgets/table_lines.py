"""The two lines of a cell, and the type in which both stay in their row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from wpl_desktop.ui import theme

Roles = tuple[theme.FontRole, theme.FontRole]
# How the two lines of a cell are written, from the usual size to what a narrow column needs.
_LINES: Final[tuple[Roles, ...]] = (
    ("base", "secondary"),
    ("secondary", "label"),
    ("label", "label"),
)
_STRONG_LINES: Final[tuple[Roles, ...]] = (
    ("strong", "secondary"),
    ("secondary_strong", "label"),
    ("label_strong", "label"),
)


def roles_that_fit(first: str, second: str, *, room: QSize, strong: bool) -> Roles:
    """The largest fonts in which both lines of a cell stay in their row."""
    roles = _STRONG_LINES if strong else _LINES
    fitting = (
        pair for pair in roles if sum(heights(first, second, width=room.width(), roles=pair)) <= room.height()
    )
    return next(fitting, roles[-1])


def heights(first: str, second: str, *, width: int, roles: Roles) -> tuple[int, int]:
    """How high the two lines of a cell are in these fonts; the first is wrapped."""
    flags = int(Qt.TextFlag.TextWordWrap)
    above = QFontMetrics(theme.font(roles[0])).boundingRect(QRect(0, 0, width, 1000), flags, first).height()
    return above, QFontMetrics(theme.font(roles[1])).height() if second else 0
