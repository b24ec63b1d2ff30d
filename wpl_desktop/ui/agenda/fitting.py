"""Words that are shortened to the room there is, measured once for as long as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from wpl_desktop.ui import theme

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Fitting:
    """Fonts and shortened words of one painted view; `forget` when the text size or the words are others."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[theme.FontRole, bool], tuple[QFont, QFontMetrics]] = {}
        self._fitted: dict[tuple[str, theme.FontRole, int], tuple[str, int]] = {}

    def forget(self) -> None:
        """Measure everything again."""
        self._fonts.clear()
        self._fitted.clear()

    def write(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        *,
        role: theme.FontRole,
        struck: bool = False,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> int:
        """Draw one line, shortened where there is no room; gives its width."""
        shown, width = self.fit(text, role=role, room=int(rect.width()))
        painter.setFont(self._font(role, struck)[0])
        painter.drawText(rect, align, shown)
        return width

    def fit(self, text: str, *, role: theme.FontRole, room: int) -> tuple[str, int]:
        """The words that fit in `room`, and how wide they are."""
        key = (text, role, room)
        found = self._fitted.get(key)
        if found is None:
            metrics = self._font(role, False)[1]
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
            found = self._fitted[key] = shown, metrics.horizontalAdvance(shown)
        return found

    def longest(self, texts: Sequence[str], *, role: theme.FontRole, room: int) -> str:
        """The first text that fits in `room`, else the last one."""
        fitting = (text for text in texts if self.fit(text, role=role, room=room)[0] == text)
        return next(fitting, texts[-1])

    def _font(self, role: theme.FontRole, struck: bool) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get((role, struck))
        if found is None:
            font = theme.font(role)
            font.setStrikeOut(struck)
            found = self._fonts[(role, struck)] = font, QFontMetrics(font)
        return found
