"""Chips: small round labels, and larger ones that switch a filter."""

from typing import Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import rounded_box

ChipKind = Literal["plain", "on", "amber"]


class Chip(QWidget):
    """A label of 24 px; amber says that a date has passed and always carries an icon."""

    def __init__(
        self, text: str, *, kind: ChipKind = "plain", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._kind: ChipKind = kind
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The words on the chip."""
        return self._text

    def set_text(self, text: str, *, kind: ChipKind | None = None) -> None:
        """Change the words, and the kind when one is given."""
        self._text = text
        self._kind = kind or self._kind
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return _chip_size(self._text, icon=self._icon, font=self._font(), height=24, padding=8)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        _paint_chip(
            painter, QRectF(self.rect()), text=self._text, icon=self._icon, font=self._font(), kind=self._kind
        )
        painter.end()

    def _font(self) -> QFont:
        weight = {"on": QFont.Weight.DemiBold, "plain": QFont.Weight.Normal}.get(
            self._kind, QFont.Weight.Medium
        )
        return theme.font("label", weight=weight)


class FilterChip(QCheckBox):
    """A chip of 32 px that is on or off; a check box to the keyboard and to screen readers."""

    def __init__(self, text: str, *, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return _chip_size(
            self.text(), icon=self._icon_name, font=theme.font("secondary_strong"), height=32, padding=12
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        on = self.isChecked()
        _paint_chip(
            painter,
            QRectF(self.rect()),
            text=self.text(),
            icon=self._icon_name,
            font=theme.font("secondary_strong" if on else "secondary"),
            kind="on" if on else "plain",
        )
        painter.end()


def _chip_size(text: str, *, icon: str | None, font: QFont, height: int, padding: int) -> QSize:
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text) + 2 * theme.scaled(padding) + 2
    if icon:
        width += theme.scaled(20)
    return QSize(width, max(theme.scaled(height), metrics.height() + 4))


def _chip_colours(kind: ChipKind) -> tuple[QColor, QColor, QColor]:
    tokens = theme.tokens()
    return {
        "plain": (tokens.sunken, tokens.line, tokens.muted),
        "on": (tokens.soft, tokens.accent, tokens.on_soft),
        "amber": (tokens.amber_soft, tokens.amber_line, tokens.amber),
    }[kind]


def _paint_chip(
    painter: QPainter, rect: QRectF, *, text: str, icon: str | None, font: QFont, kind: ChipKind
) -> None:
    fill, line, color = _chip_colours(kind)
    rounded_box(painter, rect, fill=fill, line=line, radius=rect.height() / 2)
    text_width = QFontMetrics(font).horizontalAdvance(text)
    icon_side = theme.scaled(14) if icon else 0
    gap = theme.scaled(6) if icon else 0
    left = rect.x() + (rect.width() - text_width - icon_side - gap) / 2
    if icon:
        box = QRectF(left, rect.y() + (rect.height() - icon_side) / 2, icon_side, icon_side)
        icons.paint(painter, icon, rect=box, color=color)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(
        QRectF(left + icon_side + gap, rect.y(), text_width + 2, rect.height()),
        Qt.AlignmentFlag.AlignVCenter,
        text,
    )
