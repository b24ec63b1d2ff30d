"""The bar with the tabs of one page: words, and a line under the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from wpl_desktop.ui import theme

HEIGHT: Final = 40
PADDING: Final = 12
_GAP: Final = 4
_LINE: Final = 2


class TabBar(QTabBar):
    """Tabs of 40 px known by a value; ← and → go along them, as does Ctrl+Tab in the page around."""

    chosen = Signal(object)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFont(theme.font("base"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._on_current)

    def set_tabs(self, tabs: Sequence[tuple[object, str]]) -> None:
        """Show these tabs, each a value and its words; the first is open. Says nothing."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._values = [value for value, _ in tabs]
        for _, text in tabs:
            self.addTab(text)
        self.blockSignals(blocked)

    def values(self) -> list[object]:
        """The values of the tabs from left to right."""
        return list(self._values)

    def value(self) -> object:
        """The value of the open tab; None without tabs."""
        return self._values[self.currentIndex()] if self._values else None

    def set_value(self, value: object) -> None:
        """Open this tab without saying so; nothing happens when there is none with this value."""
        if value in self._values:
            blocked = self.blockSignals(True)
            self.setCurrentIndex(self._values.index(value))
            self.blockSignals(blocked)
            self.update()

    def step(self, by: int) -> None:
        """Open the tab this many further, round the end."""
        if self._values:
            self.setCurrentIndex((self.currentIndex() + by) % len(self._values))

    def tabSizeHint(self, index: int) -> QSize:
        # As wide as in bold, so that nothing moves when another one is opened.
        metrics = QFontMetrics(theme.font("strong"))
        width = metrics.horizontalAdvance(self.tabText(index)) + 2 * theme.scaled(PADDING)
        return QSize(width + theme.scaled(_GAP), max(theme.scaled(HEIGHT), metrics.height() + 8))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        for index in range(self.count()):
            rect = self.tabRect(index).adjusted(0, 0, -theme.scaled(_GAP), 0)
            is_open = index == self.currentIndex()
            painter.setFont(theme.font("strong" if is_open else "base"))
            painter.setPen(tokens.text if is_open else tokens.muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if is_open:
                line = theme.scaled(_LINE)
                painter.fillRect(rect.x(), rect.bottom() + 1 - line, rect.width(), line, tokens.accent)
                if self.hasFocus():
                    self._paint_focus(painter, rect)
        painter.end()

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(theme.tokens().accent)
        pen.setWidth(2)
        painter.setPen(pen)
        inner = rect.adjusted(2, 4, -2, -theme.scaled(_LINE) - 4)
        painter.drawRoundedRect(inner, 4, 4)

    def _on_current(self, index: int) -> None:
        if 0 <= index < len(self._values):
            self.chosen.emit(self._values[index])
