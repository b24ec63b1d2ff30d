"""The parts that every card of the unlock window is made of: the brand, the centred card and a row of links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.labels import Label, display_label, muted_label
from wpl_desktop.ui.widgets.shapes import Shape, ShapeMark

CARD_WIDTH: Final = 440
WIDE_CARD_WIDTH: Final = 600
_QUIET_PADDING: Final = 12
_SHAPES: Final[tuple[Shape, ...]] = ("circle", "square", "triangle", "diamond")


class BrandMark(QWidget):
    """The four shapes of the program in a row; only decoration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(4))
        for shape in _SHAPES:
            row.addWidget(ShapeMark(shape, size=12))
        row.addStretch(1)


class LinkRow(QWidget):
    """Quiet buttons side by side, or below each other where there is no room."""

    def __init__(self, buttons: Sequence[Button], *, spread: bool, parent: QWidget | None = None) -> None:
        """`spread` puts the first at the left edge and the last at the right one; otherwise they are centred."""
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(8))
        if not spread:
            self._row.addStretch(1)
        for number, button in enumerate(self._buttons):
            if spread and number:
                self._row.addStretch(1)
            self._row.addWidget(button)
        if not spread or len(self._buttons) == 1:
            self._row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(button.sizeHint().width() for button in self._buttons)
        needed += self._row.spacing() * (len(self._buttons) - 1)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if needed <= self.width() else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest, super().minimumSizeHint().height())


class DoorCard(Card):
    """A card of the unlock window: brand, title and a muted line, a `body` for the rest, links below."""

    def __init__(
        self,
        title: str,
        *,
        subtitle: str = "",
        width: int = CARD_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setMaximumWidth(theme.scaled(width))
        self.title_label = display_label(title)
        self.subtitle_label = Label(subtitle, tone="muted")
        self.subtitle_label.setVisible(bool(subtitle))
        # Quiet buttons stick out on both sides by their padding: so their words line up with the rest.
        margin, aside = theme.scaled(32), theme.scaled(_QUIET_PADDING)
        self.column.setContentsMargins(margin - aside, margin, margin - aside, margin)
        self.column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(aside, 0, aside, 0)
        self.body.setSpacing(0)
        self.column.addLayout(self.body)
        self.body.addWidget(BrandMark())
        self.body.addSpacing(theme.scaled(10))
        self.body.addWidget(self.title_label)
        self.body.addWidget(self.subtitle_label)
        self.body.addSpacing(theme.scaled(24))

    def add_links(self, buttons: Sequence[Button]) -> None:
        """Put quiet buttons at the bottom; their words, not their edges, line up with the card."""
        margins = self.column.contentsMargins()
        margins.setBottom(theme.scaled(24))
        self.column.setContentsMargins(margins)
        self.column.addWidget(LinkRow(buttons, spread=True))

    def set_subtitle(self, text: str) -> None:
        """Change the muted line under the title."""
        self.subtitle_label.setText(text)
        self.subtitle_label.setVisible(bool(text))


class Inside(QWidget):
    """The content of a scrolled area: as high as its words need at the width there is.

    Qt would take the height that the words need at their narrowest.
    """

    def __init__(self) -> None:
        super().__init__()
        self._room = 0

    def set_room(self, width: int) -> None:
        """The area is this wide now."""
        self._room = width
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        width = max(hint.width(), self._room)
        return QSize(hint.width(), self.heightForWidth(width) if self.hasHeightForWidth() else hint.height())


class ScrolledArea(QScrollArea):
    """Scrolls a widget up and down when it does not fit; the widget is as wide as the area."""

    def __init__(self, inside: Inside, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inside.set_room(event.size().width())
        super().resizeEvent(event)


class CentredArea(ScrolledArea):
    """Shows a column in the middle of the window, and scrolls it when it does not fit."""

    def __init__(self, widgets: Sequence[QWidget], *, parent: QWidget | None = None) -> None:
        inside = Inside()
        super().__init__(inside, parent=parent)
        column = QVBoxLayout(inside)
        margin = theme.scaled(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.scaled(16))
        column.addStretch(1)
        for widget in widgets:
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget, 1000)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)


class WaitingCard(DoorCard):
    """One sentence while something is made that takes a while, and for how long it has been going on."""

    def __init__(self, title: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(title, subtitle=text, parent=parent)
        self._seconds = 0
        self._line = muted_label("")
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)
        self.body.addWidget(self._line)
        self._timer.start()

    def _on_second(self) -> None:
        self._seconds += 1
        self._line.setText(self.tr("Busy for {seconds} s").format(seconds=self._seconds))


def show_alone(stack: QStackedWidget, shown: QWidget) -> None:
    """Show one widget in the stack; what was in it before is thrown away."""
    stack.addWidget(shown)
    stack.setCurrentWidget(shown)
    for number in reversed(range(stack.count())):
        old = stack.widget(number)
        if old is not None and old is not shown:
            stack.removeWidget(old)
            old.deleteLater()
