"""The rail at the left of the window: an icon over a word for each page."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import RING_PROPERTY, rounded_box
from wpl_desktop.ui.widgets.buttons import press_with_enter

WIDTH = 88
_PADDING = 8
_ITEM_HEIGHT = 60
_ICON = 24


class Rail(QWidget):
    """Buttons by name; one of them is marked as the page that is open."""

    chosen = Signal(str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, RailItem] = {}
        self.setAccessibleName(name)
        self.setFixedWidth(theme.scaled(WIDTH))
        padding = theme.scaled(_PADDING)
        # The bar of the marked page touches the edge of the window, so items span the whole width.
        self._upper = QVBoxLayout()
        self._lower = QVBoxLayout()
        for part in (self._upper, self._lower):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(theme.scaled(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, padding, 0, padding)
        column.addLayout(self._upper)
        column.addStretch(1)
        column.addLayout(self._lower)

    def add(
        self, name: str, text: str, *, icon: str, tooltip: str = "", at_bottom: bool = False
    ) -> "RailItem":
        """Add a button; those at the bottom stand apart from the pages."""
        item = RailItem(text, icon=icon)
        item.setToolTip(tooltip)
        item.clicked.connect(lambda: self._on_clicked(name))
        self._items[name] = item
        (self._lower if at_bottom else self._upper).addWidget(item)
        return item

    def item(self, name: str) -> "RailItem":
        """The button with this name; `KeyError` when there is none."""
        return self._items[name]

    def mark(self, name: str) -> None:
        """Mark the page that is open; an unknown name marks none."""
        for other, item in self._items.items():
            item.set_marked(other == name)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.rail)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)
        painter.end()

    def _on_clicked(self, name: str) -> None:
        self.chosen.emit(name)


class RailItem(QToolButton):
    """One button of the rail; a long word takes two lines."""

    def __init__(self, text: str, *, icon: str) -> None:
        super().__init__()
        self._icon_name = icon
        self._marked = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty(RING_PROPERTY, False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def is_marked(self) -> bool:
        """Whether this is the page that is open."""
        return self._marked

    def set_marked(self, marked: bool) -> None:
        """Mark or unmark as the page that is open."""
        self._marked = marked
        self.setAccessibleDescription(self.tr("open now") if marked else "")
        self.update()

    def sizeHint(self) -> QSize:
        width = theme.scaled(WIDTH)
        return QSize(width, max(theme.scaled(_ITEM_HEIGHT), self._text_height() + theme.scaled(_ICON + 18)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_with_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        padding, icon_side, gap = theme.scaled(_PADDING), theme.scaled(_ICON), theme.scaled(4)
        box = QRectF(self.rect()).adjusted(padding, 0, -padding, 0)
        fill = tokens.soft if self._marked else tokens.hover if self.underMouse() else None
        rounded_box(painter, box, fill=fill, line=None)
        if self.hasFocus():
            rounded_box(painter, box, fill=None, line=tokens.accent, width=2)
        color = tokens.on_soft if self._marked else tokens.muted
        if self._marked:
            bar = theme.scaled(36)
            mark = QRectF(-2, (self.height() - bar) / 2, theme.scaled(4) + 2, bar)
            rounded_box(painter, mark, fill=tokens.accent, line=None, radius=2)
        text_height = self._text_height()
        top = (self.height() - icon_side - gap - text_height) / 2
        icon_box = QRectF((self.width() - icon_side) / 2, top, icon_side, icon_side)
        icons.paint(painter, self._icon_name, rect=icon_box, color=color)
        painter.setPen(color)
        painter.setFont(theme.font("label_strong" if self._marked else "label"))
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        area = QRect(2, round(top) + icon_side + gap, self.width() - 4, text_height)
        painter.drawText(area, flags, self.text())
        painter.end()

    def _text_height(self) -> int:
        room = QRect(0, 0, theme.scaled(WIDTH) - 4, 1000)
        metrics = QFontMetrics(theme.font("label_strong"))
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
