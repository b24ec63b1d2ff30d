"""The card for who forgot the passphrase: the code of the recovery sheet and a new passphrase twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.services import profiles
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.parts import DoorCard
from wpl_desktop.ui.unlock.passphrase_pair import PassphrasePair
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.buttons import primary_button, quiet_button
from wpl_desktop.ui.widgets.fields import Field, MessageLine

if TYPE_CHECKING:
    from wpl_desktop.services.profiles import ProfileEntry


class RecoveryCard(DoorCard):
    """Asks for the code and the new passphrase; the window does the work."""

    submitted = Signal(str, str)
    back_requested = Signal()

    def __init__(self, entry: ProfileEntry, *, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title_label.setText(self.tr("Use the recovery sheet"))
        self.set_subtitle(
            self.tr(
                "For the profile of {name}. Type the code from the sheet and choose a new passphrase."
            ).format(name=entry.owner)
        )
        self._entry = entry
        self.code = QLineEdit()
        self.code_field = Field(
            self.tr("Code on the sheet"),
            self.code,
            helper=self.tr("Capitals and hyphens do not matter."),
        )
        self.pair = PassphrasePair(
            first_label=self.tr("New passphrase"), second_label=self.tr("New passphrase again")
        )
        self._trouble = MessageLine()
        self.open_button = primary_button(self.tr("Open with the new passphrase"), height=40)
        self.back_button = quiet_button(self.tr("Back"), icon="chevron-left")
        self._assemble()
        self.open_button.clicked.connect(self._on_submit)
        self.pair.submitted.connect(self._on_submit)
        self.code.returnPressed.connect(self._on_submit)
        self.back_button.clicked.connect(self.back_requested)

    def entry(self) -> ProfileEntry:
        """The profile that is to be opened."""
        return self._entry

    def focus_first(self) -> None:
        """Put the focus in the field of the code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While a code is tried, which may change the passphrase, nothing else can be asked."""
        self.open_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self.open_button.setText(self.tr("One moment…") if busy else self.tr("Open with the new passphrase"))

    def show_error(self, error: DomainError) -> None:
        """Show a refusal at the field it is about."""
        if error.field == "recovery_code":
            self.code_field.set_error(explained(error))
            self.focus_first()
            self.code.selectAll()
        else:
            self.pair.show_error(error)

    def show_trouble(self, text: str) -> None:
        """Show what is in the way, above the button."""
        self._trouble.set_text(text)
        self._trouble.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_button.click()
        else:
            super().keyPressEvent(event)

    def _on_submit(self) -> None:
        if not self.open_button.isEnabled():
            return
        self._trouble.hide()
        self.code_field.set_error(None)
        self.pair.clear_errors()
        if not self.code.text().strip():
            self.code_field.set_error(self.tr("Type the code from the sheet."))
            self.focus_first()
            return
        try:
            profiles.check_passphrase(self.pair.text(), self.pair.repeated())
        except DomainError as error:
            self.pair.show_error(error)
            return
        self.submitted.emit(self.code.text(), self.pair.text())

    def _assemble(self) -> None:
        self._trouble.hide()
        self.code.setMinimumHeight(theme.scaled(40))
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        gap = theme.scaled(16)
        for widget in (self.code_field, self.pair, self._trouble, self.open_button):
            self.body.addWidget(widget)
            self.body.addSpacing(gap)
        self.add_links([self.back_button])
