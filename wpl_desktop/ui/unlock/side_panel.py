"""The panel beside the first run: what the program is, and which step one is at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.unlock.parts import BrandMark
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label, display_label

_SIDE_WIDTH: Final = 408


class SidePanel(QWidget):
    """What the program is, and which step one is at."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setFixedWidth(theme.scaled(_SIDE_WIDTH))
        self._marks = [_StepLine(number, name) for number, name in enumerate(names, start=1)]
        column = QVBoxLayout(self)
        side = theme.scaled(48)
        column.setContentsMargins(side, theme.scaled(64), side, theme.scaled(48))
        column.setSpacing(0)
        column.addWidget(BrandMark())
        column.addSpacing(theme.scaled(10))
        column.addWidget(display_label("WPL Desktop"))
        column.addSpacing(theme.scaled(12))
        column.addWidget(
            Label(
                self.tr(
                    "For mentors who guide students at the workplace: planning, conversations, evaluation from "
                    "three perspectives, and everything on paper."
                ),
                role="trialogue",
            )
        )
        column.addSpacing(theme.scaled(24))
        for icon, text in (
            ("laptop", self.tr("Everything stays on this computer")),
            ("lock", self.tr("Encrypted with a sentence that you choose")),
            ("print", self.tr("The report comes on paper too")),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.scaled(12))
            row.addWidget(IconMark(icon, tone="on_soft", size=20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(text), 1)
            column.addLayout(row)
            column.addSpacing(theme.scaled(14))
        column.addStretch(1)
        column.addWidget(_Hairline())
        column.addSpacing(theme.scaled(16))
        for mark in self._marks:
            column.addWidget(mark)
            column.addSpacing(theme.scaled(8))

    def mark(self, current: int) -> None:
        """Mark the step one is at, from 0."""
        for number, line in enumerate(self._marks):
            line.set_state(current=number == current, done=number < current)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.soft)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)
        painter.end()


class _Hairline(QWidget):
    """A line above the steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.level_fill(2, count=4)[0])
        painter.end()


class _StepLine(QWidget):
    """The number of a step in a circle and its name; done steps have a tick."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._circle = _Circle(number)
        self._label = Label(name, tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.scaled(2), 0, theme.scaled(2))
        row.setSpacing(theme.scaled(12))
        row.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_state(self, *, current: bool, done: bool) -> None:
        """Show whether one is here, or has been."""
        self._circle.set_state(current=current, done=done)
        self._label.setFont(theme.font("strong" if current else "base"))
        self._label.set_tone("text" if current else "muted")


class _Circle(QWidget):
    """The circle of a step."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._current = False
        self._is_done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, *, current: bool, done: bool) -> None:
        """Show whether one is here, or has been."""
        self._current = current
        self._is_done = done
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(24), theme.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(tokens.accent if self._current else tokens.muted, 1.5))
        painter.setBrush(tokens.accent if self._current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        color = tokens.on_accent if self._current else tokens.muted
        if self._is_done:
            inset = box.width() / 5
            icons.paint(painter, "check", rect=box.adjusted(inset, inset, -inset, -inset), color=color)
        else:
            painter.setPen(color)
            painter.setFont(theme.font("label_strong"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
