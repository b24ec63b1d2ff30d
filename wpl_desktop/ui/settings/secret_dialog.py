"""The frame of a dialog that asks for the passphrase: fields for it, and work that takes a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.texts import error_message
from wpl_desktop.ui import background, errors, theme
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

WIDTH = 600


class SecretField(QWidget):
    """A passphrase field under its label, with a helping line."""

    def __init__(self, label: str, *, helper: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PassphraseField(name=label)
        shown = Label(label, role="button")
        shown.setBuddy(self.field.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(6))
        column.addWidget(shown)
        column.addWidget(self.field)
        if helper:
            column.addWidget(muted_label(helper))
        self.field.text_changed.connect(lambda: self.field.set_error(None))

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def refuse(self, text: str) -> None:
        """Show what is wrong, and go there."""
        self.field.set_error(text)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.line.selectAll()


class SecretDialog(FormDialog):
    """A form dialog whose work runs outside the thread of the window: making a key takes its time on purpose."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._secrets: Mapping[str, SecretField] = {}
        self._is_busy = False
        self._idle_text = ""

    def is_busy(self) -> bool:
        """Whether something is being done that cannot be stopped any more."""
        return self._is_busy

    def reject(self) -> None:
        """Leave everything as it is; not while it is being changed."""
        if not self._is_busy:
            super().reject()

    def work(self, task: Callable[[], None], *, done: Callable[[], None], said: str) -> None:
        """Do something with the passphrase, and show a refusal at its field; `said` stands on the button meanwhile."""
        self.set_message("")
        self._set_busy(True, said=said)

        def finished(_result: None) -> None:
            self._set_busy(False)
            done()

        background.run(lambda _progress: task(), context=self, done=finished, failed=self._on_failed)

    def refuse(self, error: DomainError) -> None:
        """Show a refusal at the field it is about, or above the buttons."""
        text = error_message(error, translate)
        if error.field in self._secrets:
            self._secrets[error.field].refuse(text)
        else:
            self.set_message(text)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, DomainError):
            self.refuse(error)
        elif isinstance(error, EnvironmentTrouble):
            self.set_message(error_message(error, translate))
        else:
            errors.write_log(errors.describe(type(error), error.__traceback__))
            self.set_message(self.tr("This was not done. Nothing was changed."))

    def _set_busy(self, busy: bool, *, said: str = "") -> None:
        if busy:
            self._idle_text = self.primary.text()
        self._is_busy = busy
        self.primary.setText(said if busy else self._idle_text)
        for widget in (self.form, self.primary, self.cancel):
            widget.setEnabled(not busy)
