"""One choice out of a few: rows in one box, or large cards with an icon."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import MARK_SIZE, RADIUS, RING_PROPERTY, paint_radio, rounded_box
from wpl_desktop.ui.widgets.avatar import paint_avatar

OptionKind = Literal["rows", "cards"]

ROW_HEIGHT: Final = 36
TWO_LINE_HEIGHT: Final = 56
CARD_HEIGHT: Final = 80
CARD_GAP: Final = 12
_GAP: Final = 12
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, kw_only=True)
class Option:
    """One choice: its value and what the row shows of it."""

    value: object
    title: str
    subtitle: str = ""
    icon: str = ""
    initials: str = ""
    trailing: str = ""
    enabled: bool = True
    reason: str = ""


class OptionList(QWidget):
    """Exclusive options below each other; one tab stop, arrow keys choose."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        name: str,
        kind: OptionKind = "rows",
        value: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: OptionKind = kind
        self._options: list[Option] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(CARD_GAP) if kind == "cards" else 0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._on_clicked)
        self.set_options(options, value=value)

    def options(self) -> tuple[Option, ...]:
        """The options from top to bottom."""
        return tuple(self._options)

    def set_options(self, options: Sequence[Option], *, value: object = None) -> None:
        """Show other options and choose one of them, without a signal."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._options = list(options)
        for number, option in enumerate(self._options):
            row = _OptionRow(
                option,
                card=self._kind == "cards",
                first=number == 0,
                last=number == len(self._options) - 1,
            )
            self._group.addButton(row, number)
            self._column.addWidget(row)
        self.set_value(value)

    def value(self) -> object:
        """The chosen value, or None."""
        number = self._group.checkedId()
        return self._options[number].value if number >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose without a signal; None leaves nothing chosen."""
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(value is not None and self._options[number].value == value)
        self._group.setExclusive(True)
        self._take_focus_proxy()

    def _take_focus_proxy(self) -> None:
        buttons = self._group.buttons()
        if buttons:
            self.setFocusProxy(self._group.checkedButton() or buttons[0])

    def _on_clicked(self, number: int) -> None:
        self._take_focus_proxy()
        self.chosen.emit(self._options[number].value)


class _OptionRow(QRadioButton):
    """One option; a radio button to the keyboard and to screen readers."""

    def __init__(self, option: Option, *, card: bool, first: bool, last: bool) -> None:
        super().__init__(option.title)
        self._option = option
        self._card = card
        self._first = first
        self._last = last
        described = " ".join(part for part in (option.subtitle, option.trailing, option.reason) if part)
        self.setAccessibleDescription(described)
        self.setProperty(RING_PROPERTY, card)
        self.setEnabled(option.enabled)
        self.setToolTip(option.reason)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        title = QFontMetrics(self._title_font(strong=True)).horizontalAdvance(self._option.title)
        subtitle = QFontMetrics(theme.font("secondary")).horizontalAdvance(self._option.subtitle)
        width = max(title, subtitle) + self._text_left() + self._text_right() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(160), theme.scaled(ROW_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, subtitle = self._text_heights(width)
        least = CARD_HEIGHT if self._card else TWO_LINE_HEIGHT if self._option.subtitle else ROW_HEIGHT
        height = max(theme.scaled(least), title + subtitle + theme.scaled(8))
        return height + (0 if self._card or self._last else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrow row wraps its words and is taller; every container understands a fixed height.
        self.setFixedHeight(self.heightForWidth(self.width()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_marks(painter)
        self._paint_text(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        chosen, hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        if self._card:
            fill = tokens.hover if hovered and not chosen else tokens.surface
            rounded_box(painter, self.rect(), fill=fill, line=tokens.accent if chosen else tokens.line)
            return
        fill = tokens.soft if chosen else tokens.hover if hovered else tokens.surface
        painter.save()
        # The rows make one box together: only the outer corners are round.
        clip = QPainterPath()
        clip.addRect(QRectF(self.rect()))
        painter.setClipPath(clip)
        box = QRectF(self.rect())
        box.adjust(0, 0 if self._first else -RADIUS * 2, 0, 0 if self._last else RADIUS * 2)
        rounded_box(painter, box, fill=fill, line=tokens.line)
        if not self._last:
            painter.setPen(tokens.line)
            painter.drawLine(1, self.height() - 1, self.width() - 2, self.height() - 1)
        painter.restore()
        if self.hasFocus():
            rounded_box(painter, self.rect(), fill=None, line=tokens.accent, width=2)

    def _paint_marks(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        mark, padding = theme.scaled(MARK_SIZE), self._padding()
        middle = self.height() / 2
        left = self.width() - padding - mark if self._option.initials else padding
        paint_radio(
            painter,
            QRectF(left, middle - mark / 2, mark, mark),
            tokens=tokens,
            chosen=self.isChecked(),
            enabled=self.isEnabled(),
        )
        if self._option.initials:
            side = theme.scaled(32)
            box = QRectF(padding, middle - side / 2, side, side)
            paint_avatar(painter, self._option.initials, rect=box, on_soft=self.isChecked())
        elif self._option.icon:
            side = theme.scaled(24)
            box = QRectF(padding + mark + theme.scaled(16), middle - side / 2, side, side)
            icons.paint(painter, self._option.icon, rect=box, color=tokens.on_soft)

    def _paint_text(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        left, right = self._text_left(), self._text_right()
        secondary = theme.font("secondary")
        if self._option.trailing:
            painter.setFont(secondary)
            painter.setPen(tokens.muted)
            area = QRectF(self.width() - right + theme.scaled(_GAP), 0, right, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._option.trailing)
        title_height, sub_height = self._text_heights(self.width())
        top = round((self.height() - title_height - sub_height) / 2)
        width = max(1, self.width() - left - right)
        painter.setFont(self._title_font(strong=self.isChecked() or bool(self._option.subtitle)))
        painter.setPen(tokens.text if self.isEnabled() else tokens.muted)
        painter.drawText(QRect(left, top, width, title_height), _WRAP, self._option.title)
        if sub_height:
            painter.setFont(secondary)
            painter.setPen(tokens.muted)
            painter.drawText(QRect(left, top + title_height, width, sub_height), _WRAP, self._option.subtitle)

    def _text_heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width - self._text_left() - self._text_right()), 10_000)
        title = (
            QFontMetrics(self._title_font(strong=True)).boundingRect(room, _WRAP, self._option.title).height()
        )
        if not self._option.subtitle:
            return title, 0
        metrics = QFontMetrics(theme.font("secondary"))
        return title, metrics.boundingRect(room, _WRAP, self._option.subtitle).height()

    def _text_right(self) -> int:
        right = self._padding()
        if self._option.initials:
            right += theme.scaled(MARK_SIZE + _GAP)
        if self._option.trailing:
            words = QFontMetrics(theme.font("secondary")).horizontalAdvance(self._option.trailing)
            right += words + theme.scaled(_GAP)
        return right

    def _padding(self) -> int:
        return theme.scaled(20 if self._card else 12)

    def _text_left(self) -> int:
        if self._option.initials:
            return self._padding() + theme.scaled(32 + 12)
        left = self._padding() + theme.scaled(MARK_SIZE + (16 if self._card else 12))
        if self._option.icon:
            left += theme.scaled(24 + 16)
        return left

    def _title_font(self, *, strong: bool) -> QFont:
        if self._card:
            return theme.font("section")
        return theme.font("strong" if strong else "base")
