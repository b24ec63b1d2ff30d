"""The list of own earlier phrases below a text of the score sheet: search as you type, nothing is copied by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wpl_desktop.services.phrases import Phrase, matching
from wpl_desktop.ui import theme
from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY, rounded_box
from wpl_desktop.ui.widgets.labels import Label

#: More are not looked through by eye; another word narrows them down.
MOST_SHOWN: Final = 30
_WIDTH: Final = 560
_LIST_HEIGHT: Final = 232
_MOVING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PhraseList(QFrame):
    """A popup with a search line; `chosen` carries the phrase that was taken with Enter or a click."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._phrases: Sequence[Phrase] = ()
        self.line = QLineEdit()
        self.list = QListWidget()
        self._none = Label(role="secondary", tone="muted")
        self._column = QVBoxLayout(self)
        self._assemble()
        self.line.textChanged.connect(self._on_query)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)

    def open_below(self, field: QWidget, phrases: Sequence[Phrase]) -> None:
        """Show the phrases below a field, or above it where the screen ends."""
        self._phrases = phrases
        self.line.clear()
        self._on_query("")
        self.resize(
            min(theme.scaled(_WIDTH), max(field.width(), theme.scaled(320))), self.sizeHint().height()
        )
        corner = field.mapToGlobal(QPoint(0, field.height() + theme.scaled(4)))
        room = field.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner.setY(field.mapToGlobal(QPoint(0, 0)).y() - theme.scaled(4) - self.height())
        self.move(max(room.left(), min(corner.x(), room.right() - self.width())), max(room.top(), corner.y()))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown_texts(self) -> list[str]:
        """The phrases that are listed now."""
        return [self.list.item(number).text() for number in range(self.list.count())]

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVING:
                self._move(-1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_item(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(_WIDTH), self._column.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line_strong, radius=0)
        painter.end()

    # Slots

    def _on_query(self, query: str) -> None:
        found = matching(self._phrases, query)
        self.list.clear()
        for phrase in found[:MOST_SHOWN]:
            item = QListWidgetItem(phrase.text, self.list)
            item.setToolTip(phrase.criterion_code)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._none.setVisible(len(found) != len(found[:MOST_SHOWN]) or not found)
        self._none.setText(self._remark(len(found)))

    def _on_item(self, item: QListWidgetItem | None) -> None:
        # Enter without a phrase leaves the list open: there is something to change in the search.
        if item is not None:
            self.hide()
            self.chosen.emit(item.text())

    # Internals

    def _assemble(self) -> None:
        self.line.setPlaceholderText(self.tr("Search in what you wrote this school year"))
        self.line.setAccessibleName(self.tr("Search own phrases"))
        self.list.setAccessibleName(self.tr("Own phrases"))
        self.list.setWordWrap(True)
        self.list.setFont(theme.font("base"))
        self.list.setSpacing(theme.scaled(3))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty(FIELD_FRAME_PROPERTY, "list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setFixedHeight(theme.scaled(_LIST_HEIGHT))
        column = self._column
        side = theme.scaled(8)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(side)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self._none)
        self.setAccessibleName(self.tr("Own phrases"))

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _remark(self, found: int) -> str:
        if not self._phrases:
            return self.tr(
                "Nothing yet: what you write here this school year can be found back in this list."
            )
        if not found:
            return self.tr("No phrase of yours has these words.")
        return self.tr("{count} more; another word makes the list shorter.").format(count=found - MOST_SHOWN)
