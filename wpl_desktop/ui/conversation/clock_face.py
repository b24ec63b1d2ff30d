"""What a running clock is painted on: parts of a fixed size, so that a second moves nothing else on the page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import rounded_box

_BAR: Final = 4


class ClockFace(QWidget):
    """A few digits, as wide as `widest` whatever they say."""

    def __init__(
        self,
        widest: str,
        *,
        role: theme.FontRole,
        tone: str,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._text = ""
        self.setFont(theme.font(role))
        metrics = QFontMetrics(self.font())
        self.setFixedSize(metrics.horizontalAdvance(widest) + 2, metrics.height())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_tone(self, tone: str) -> None:
        """Paint the digits in another colour of the palette."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(getattr(theme.tokens(), self._tone))
        painter.drawText(self.rect(), self._side | Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


class ItemProgress(QWidget):
    """A bar of 4 px: how much of a line's minutes went by; full and calm when it takes longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setFixedHeight(theme.scaled(_BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def part(self) -> float:
        """How much of it went by, from 0 to 1."""
        return self._part

    def set_part(self, part: float) -> None:
        """Show how much went by."""
        part = min(max(part, 0.0), 1.0)
        if part != self._part:
            self._part = part
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        rounded_box(painter, whole, fill=tokens.levels[1], line=None, radius=radius)
        done = QRectF(whole)
        done.setWidth(whole.width() * self._part)
        if done.width() >= whole.height():
            rounded_box(painter, done, fill=tokens.accent, line=None, radius=radius)
        painter.end()
