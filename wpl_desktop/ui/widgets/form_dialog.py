"""The frame of a dialog with a form: a part that scrolls, and below it one message and the buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label

MARGIN = 24
WINDOW_EDGE = 16


class FormDialog(QDialog):
    """A dialog that scrolls instead of clipping; Enter or Ctrl+Enter does what it is for, Esc leaves it.

    A subclass fills `head` (stays in place) and `body` (scrolls) in reading order and then calls `finish()`.
    """

    def __init__(self, parent: QWidget | None, *, width: int) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._width = width
        self.primary = primary_button("", icon="check", height=36)
        self.cancel = plain_button(self.tr("Cancel"), height=36)
        self.bar = ActionBar()
        self.question = QWidget()
        self.throw_away = quiet_button(self.tr("Throw away"), height=36)
        self.keep_writing = plain_button(self.tr("Keep writing"), height=36)
        self._then: Callable[[], None] | None = None
        self._message = MessageLine()
        self.form = QWidget()
        self._area = QScrollArea()
        self.head = QVBoxLayout()
        self.head.setSpacing(0)
        self.body = QVBoxLayout(self.form)
        margin = theme.scaled(MARGIN)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(theme.scaled(16))

    def finish(self) -> None:
        """Put the parts together; the buttons come last, also for the Tab key."""
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Else the smallest height is that of the narrowest form, in which every label wraps.
        self.form.setMinimumHeight(1)
        self._area.setWidget(self.form)
        self._message.setContentsMargins(theme.scaled(MARGIN), 0, theme.scaled(MARGIN), theme.scaled(12))
        self._message.hide()
        self._make_question()
        self.bar.right.addWidget(self.cancel)
        self.bar.right.addWidget(self.primary)
        self.bar.right.addWidget(self.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._area, 1)
        column.addWidget(self._message)
        column.addWidget(self.bar)
        self.primary.setDefault(True)
        self.throw_away.clicked.connect(self._on_throw_away)
        self.keep_writing.clicked.connect(self.stop_asking)
        self.primary.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._press_primary)
        self.guard(self)
        self.form.installEventFilter(self)

    def has_unsaved(self) -> bool:
        """Whether leaving now would lose what was typed; a subclass that takes more than a choice says so."""
        return False

    def reject(self) -> None:
        if self.question.isVisible():
            self.stop_asking()
        elif self.has_unsaved():
            self.ask_first(super().reject)
        else:
            super().reject()

    def ask_first(self, then: Callable[[], None]) -> None:
        """Ask in the place of the buttons before what was typed is lost; Esc and Enter both keep it."""
        self._then = then
        self.set_message("")
        self.cancel.hide()
        self.primary.hide()
        self.question.show()
        self.keep_writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Give the buttons back."""
        self._then = None
        self.question.hide()
        self.cancel.show()
        self.primary.show()
        self.primary.setDefault(True)

    def guard(self, container: QWidget) -> None:
        """What is in `container` follows the habits of the form, also rows that came later.

        Turning the wheel over a field scrolls and never changes a value by accident; Enter on a button that has the
        focus presses that button, everywhere else the primary one.
        """
        fields: list[QWidget] = [
            *container.findChildren(QComboBox),
            *container.findChildren(QAbstractSpinBox),
        ]
        for field in fields:
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)
        for button in container.findChildren(QPushButton):
            button.setAutoDefault(True)

    def message(self) -> str:
        """The message above the buttons; empty when there is none."""
        return self._message.text()

    def set_message(self, text: str) -> None:
        """Say above the buttons what is wrong with the whole, or take that away with an empty text."""
        self._message.set_text(text)
        self._message.setVisible(bool(text))

    def show_field(self, field: QWidget) -> None:
        """Scroll until a field can be seen, with some room around it."""
        self._area.ensureWidgetVisible(field, 0, theme.scaled(32))

    def grow(self) -> None:
        """Make room for what has come into the form, as far as there is room; never smaller."""
        self.body.activate()
        wanted = self.sizeHint().height() + (self._message.sizeHint().height() if self.message() else 0)
        wanted = min(wanted, self._room().height())
        if self.isVisible() and wanted > self.height():
            self.resize(self.width(), wanted)
            below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
            if below > 0:
                self.move(self.x(), max(0, self.y() - below))

    def sizeHint(self) -> QSize:
        room = self._room()
        width = min(theme.scaled(self._width), room.width())
        height = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else -1
        height = max(height, self.form.sizeHint().height() if height < 0 else 0)
        head = self.head.heightForWidth(width) if self.head.hasHeightForWidth() else 0
        height += max(head, 0) + max(self.bar.sizeHint().height(), self.bar.minimumHeight())
        return QSize(width, min(height, room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.resize(self.sizeHint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        if event.type() == QEvent.Type.LayoutRequest and watched is self.form:
            # Sizes are known only after this event.
            QTimer.singleShot(0, self, self.grow)
        return super().eventFilter(watched, event)

    def _make_question(self) -> None:
        row = QHBoxLayout(self.question)
        # Room for the focus ring, which lies around the button.
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(theme.scaled(12))
        row.addWidget(Label(self.tr("Throw away what you typed?"), role="strong", wrap=False))
        row.addWidget(self.throw_away)
        row.addWidget(self.keep_writing)
        self.question.hide()

    def _on_throw_away(self) -> None:
        then = self._then
        self.stop_asking()
        if then is not None:
            then()

    def _press_primary(self) -> None:
        # While something else is asked in its place the button is hidden, and so is what it does.
        if self.primary.isVisible():
            self.primary.click()

    def _room(self) -> QSize:
        parent = self.parentWidget()
        whole = parent.window().size() if parent is not None else self.screen().availableSize()
        edge = 2 * theme.scaled(WINDOW_EDGE)
        return whole - QSize(edge, edge)
