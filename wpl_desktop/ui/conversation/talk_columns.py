"""The three columns of a conversation: beside each other, or below each other as the window gets narrower."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.content import side_margin

LEFT_WIDTH: Final = 280
RIGHT_WIDTH: Final = 368
_GAP: Final = 24
# A window of 1180 px without the rail: below it the right column goes below the others.
_THREE_FROM: Final = 1092
_TWO_FROM: Final = 680


class TalkColumns(QScrollArea):
    """Agenda, notes and agreements; what does not fit is scrolled to."""

    def __init__(
        self, left: QWidget, middle: QWidget, right: QWidget, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = (left, middle, right)
        self._count = 0
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setSpacing(0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.scaled(_GAP))
        self._grid.setVerticalSpacing(theme.scaled(_GAP))
        self._body.addLayout(self._grid)
        self._body.addStretch(1)
        # Else the smallest height is that of the narrowest columns, in which every label wraps.
        inside.setMinimumHeight(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange(3)

    def columns(self) -> int:
        """How many columns there are now."""
        return self._count

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, top = side_margin(self.width()), theme.scaled(16)
        # The scroll bar stands in the margin, so that every edge lines up with or without it.
        bar = self.width() - self.viewport().width()
        self._body.setContentsMargins(side, top, max(side - bar, 0), top // 2)
        three, two = self.width() >= theme.scaled(_THREE_FROM), self.width() >= theme.scaled(_TWO_FROM)
        self._arrange(3 if three else 2 if two else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        left, _middle, right = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        places = {3: ((0, 0), (0, 1), (0, 2)), 2: ((0, 0), (0, 1), (1, 0)), 1: ((0, 0), (1, 0), (2, 0))}
        for part, (row, column) in zip(self._parts, places[count], strict=True):
            spanned = 2 if part is right and count == 2 else 1
            self._grid.addWidget(part, row, column, 1, spanned, top)
        free = (0, 16_777_215)
        for part, width in (
            (left, LEFT_WIDTH if count > 1 else 0),
            (right, RIGHT_WIDTH if count == 3 else 0),
        ):
            least, most = (theme.scaled(width),) * 2 if width else free
            part.setMinimumWidth(least)
            part.setMaximumWidth(most)
        for column in range(3):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(1 if count > 1 else 0, 1)
