"""The field for a passphrase, with a button that shows it and a hint about Caps Lock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.style import ERROR_PROPERTY
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import MessageLine


class PassphraseField(QWidget):
    """A line edit of 40 px that hides what is typed until asked to show it."""

    text_changed = Signal(str)
    submitted = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMinimumHeight(theme.scaled(40))
        self.toggle = Button(self.tr("show"), kind="quiet", icon="eye")
        self.toggle.setCheckable(True)
        self._caps = MessageLine(icon="caps-lock")
        self._caps.set_text(self.tr("Caps Lock is on"))
        self._caps.hide()
        self._error = MessageLine()
        self._error.hide()
        self._assemble()
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.text_changed)
        self.line.returnPressed.connect(self.submitted)
        self.toggle.toggled.connect(self._on_toggled)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is typed and hide the letters again."""
        self.line.clear()
        self.toggle.setChecked(False)

    def set_error(self, text: str | None) -> None:
        """Show what is wrong below the field, or take the message away; what is typed stays."""
        self._error.set_text(text or "")
        self._error.setVisible(bool(text))
        self.line.setProperty(ERROR_PROPERTY, bool(text))
        self.line.setAccessibleDescription(text or "")
        self.line.update()

    def error(self) -> str | None:
        """The error shown, if any."""
        return self._error.text() or None

    def caps_lock_shown(self) -> bool:
        """Whether the hint about Caps Lock is there."""
        return not self._caps.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._watch_caps_lock(event)
        return super().eventFilter(watched, event)

    def _assemble(self) -> None:
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, theme.scaled(4), 0)
        inside.addStretch(1)
        inside.addWidget(self.toggle)
        self.line.setTextMargins(0, 0, self.toggle.sizeHint().width() + theme.scaled(8), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(6))
        column.addWidget(self.line)
        column.addWidget(self._error)
        column.addWidget(self._caps)

    def _watch_caps_lock(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of the key; a capital without Shift (or the reverse) does.
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
            return
        letter = event.text()
        if len(letter) == 1 and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shifted)

    def _on_toggled(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.toggle.setText(self.tr("hide") if shown else self.tr("show"))
        self.toggle.set_icon("eye-off" if shown else "eye")
        self.line.setTextMargins(0, 0, self.toggle.sizeHint().width() + theme.scaled(8), 0)
