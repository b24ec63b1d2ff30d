"""The segmented switch: a few exclusive choices side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import rounded_box

Choice = tuple[object, str] | tuple[object, str, str]


class SegmentedSwitch(QWidget):
    """Exclusive choices of `(value, text)` or `(value, text, icon name)`; one tab stop, arrow keys choose."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        name: str,
        value: object = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [choice[0] for choice in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for number, choice in enumerate(choices):
            segment = _Segment(choice[1], icon=choice[2] if len(choice) == 3 else "", small=small)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, number)
            layout.addWidget(segment)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._on_clicked)
        self.set_value(self._values[0] if value is None and self._values else value)
        if self._group.buttons():
            self.setFocusProxy(self._group.checkedButton() or self._group.buttons()[0])

    def value(self) -> object:
        """The chosen value, or None when nothing is chosen."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose without a signal; a value that is not among the choices leaves nothing chosen."""
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[number] == value)
        self._group.setExclusive(True)
        checked = self._group.checkedButton()
        if checked is not None:
            self.setFocusProxy(checked)

    def set_text(self, value: object, text: str) -> None:
        """Change the word on one segment."""
        self._group.button(self._values.index(value)).setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        tokens = theme.tokens()
        rounded_box(painter, self.rect(), fill=tokens.sunken, line=tokens.line)
        painter.end()

    def _on_clicked(self, number: int) -> None:
        self.setFocusProxy(self._group.button(number))
        self.chosen.emit(self._values[number])


class _Segment(QRadioButton):
    """One choice of the switch; a radio button to the keyboard and to screen readers."""

    def __init__(self, text: str, *, icon: str, small: bool) -> None:
        super().__init__(text)
        self._icon_name = icon
        self._padding = 8 if small else 12
        self.setFont(theme.font("secondary" if small else "base"))
        self._strong = theme.font("secondary_strong" if small else "strong")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        # Room for the bold text, so that nothing moves when the choice does.
        width = QFontMetrics(self._strong).horizontalAdvance(self.text()) + 2 * theme.scaled(self._padding)
        if self._icon_name:
            width += theme.scaled(22)
        return QSize(width + 2, max(theme.scaled(30), QFontMetrics(self._strong).height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        checked = self.isChecked()
        if checked:
            box = QRectF(self.rect()).adjusted(-0.5, -0.5, 0.5, 0.5)
            rounded_box(painter, box, fill=tokens.surface, line=tokens.line_strong, width=1.5)
        color = tokens.text if checked or (self.underMouse() and self.isEnabled()) else tokens.muted
        font = self._strong if checked else self.font()
        painter.setFont(font)
        painter.setPen(color)
        text_width = QFontMetrics(font).horizontalAdvance(self.text())
        icon_width = theme.scaled(16) if self._icon_name else 0
        gap = theme.scaled(6) if self._icon_name and self.text() else 0
        left = (self.width() - text_width - icon_width - gap) / 2
        if self._icon_name:
            box = QRectF(left, (self.height() - icon_width) / 2, icon_width, icon_width)
            icons.paint(painter, self._icon_name, rect=box, color=color)
        area = QRectF(left + icon_width + gap, 0, text_width + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
