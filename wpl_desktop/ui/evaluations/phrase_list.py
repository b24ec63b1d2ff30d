"""The own phrases below a text of the score sheet: search as you type, nothing is copied by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.services.phrases import Phrase, matching
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import FIELD_FRAME_PROPERTY, rounded_box
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label

#: More are not looked through by eye; another word narrows them down.
MOST_SHOWN: Final = 30
_WIDTH: Final = 560
_LIST_HEIGHT: Final = 232
_MOVING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def _kept_icon() -> QIcon:
    """The mark of a phrase that was kept by hand; it stays to be seen in the chosen row."""
    tokens = theme.tokens()
    size, ratio = theme.scaled(16), theme.running_application().devicePixelRatio()
    found = QIcon(icons.pixmap("book", size=size, color=tokens.muted, ratio=ratio))
    found.addPixmap(icons.pixmap("book", size=size, color=tokens.on_accent, ratio=ratio), QIcon.Mode.Selected)
    return found


class PhraseList(QFrame):
    """A popup with a search line; `chosen` carries the phrase that was taken with Enter or a click.

    Kept phrases come first, with a mark. `keep_wanted` carries the text that is to be kept as a phrase.
    """

    chosen = Signal(str)
    keep_wanted = Signal(str)
    manage_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._phrases: Sequence[Phrase] = ()
        self._keepable = ""
        self.line = QLineEdit()
        self.list = QListWidget()
        self._none = Label(role="secondary", tone="muted")
        self._message = MessageLine(icon="info")
        self.keep = quiet_button(self.tr("Keep as a phrase"), icon="book")
        self.manage = quiet_button(self.tr("Manage phrases…"), muted=True)
        self._column = QVBoxLayout(self)
        self._assemble()
        self.line.textChanged.connect(self._on_query)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.keep.clicked.connect(self._on_keep)
        self.manage.clicked.connect(self.manage_wanted)

    def open_below(self, field: QWidget, phrases: Sequence[Phrase], *, keepable: str = "") -> None:
        """Show the phrases below a field, or above it where the screen ends; `keepable` may be kept as one more."""
        self._phrases = phrases
        self._keepable = keepable.strip()
        self.keep.set_available(bool(self._keepable), reason=self.tr("There is no text to keep yet."))
        self.keep.setToolTip(self._keepable if self._keepable else self.keep.toolTip())
        self.say("")
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

    def show_kept(self, phrases: Sequence[Phrase]) -> None:
        """Show the phrases with the one that was just kept."""
        self._phrases = phrases
        self._on_query(self.line.text())
        self.say(self.tr("Kept as a phrase."))
        self.keep.set_available(False, reason=self.tr("This was kept as a phrase."))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """Show a sentence below the phrases, such as why a text was not kept; empty takes it away."""
        self._message.set_text(text)
        self._message.setVisible(bool(text))
        self.resize(self.width(), self.sizeHint().height())

    def message(self) -> str:
        """The sentence below the phrases; empty without one."""
        return "" if self._message.isHidden() else self._message.text()

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
            if phrase.id is not None:
                item.setIcon(_kept_icon())
            item.setToolTip(self._origin_of(phrase))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._none.setVisible(len(found) != len(found[:MOST_SHOWN]) or not found)
        self._none.setText(self._remark(len(found)))

    def _on_item(self, item: QListWidgetItem | None) -> None:
        # Enter without a phrase leaves the list open: there is something to change in the search.
        if item is not None:
            self.hide()
            self.chosen.emit(item.text())

    def _on_keep(self) -> None:
        if self._keepable:
            self.keep_wanted.emit(self._keepable)

    # Internals

    def _assemble(self) -> None:
        self.line.setPlaceholderText(self.tr("Search in your phrases and what you wrote this school year"))
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
        column.addWidget(self._message)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.scaled(4))
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self.manage)
        column.addLayout(foot)
        self._message.hide()
        self.setAccessibleName(self.tr("Own phrases"))

    def _origin_of(self, phrase: Phrase) -> str:
        if phrase.id is None:
            return phrase.criterion_code
        if not phrase.criterion_code:
            return self.tr("Kept phrase")
        return self.tr("Kept phrase, {code}").format(code=phrase.criterion_code)

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
