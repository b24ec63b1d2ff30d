"""What opens the profile: the passphrase and the recovery sheet, each with the dialog that changes it (P18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.settings.passphrase_dialog import PassphraseDialog
from wpl_desktop.ui.settings.recovery_dialog import RecoveryDialog
from wpl_desktop.ui.settings.secret_dialog import SecretDialog
from wpl_desktop.ui.settings.section import ButtonRow, ResultLine, Section
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


class KeySection(Section):
    """Two buttons, and below them what came of it; a demo keeps its published passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Passphrase and recovery sheet"),
            self.tr(
                "The passphrase opens this profile; the sheet in the school's safe does the same when you forgot it."
            ),
            icon="key",
            parent=parent,
        )
        self._services: Services | None = None
        self.change_button = Button(self.tr("Change the passphrase…"), icon="key")
        self.sheet_button = Button(self.tr("New recovery sheet…"), icon="print")
        self.demo_note = muted_label(
            self.tr(
                "This is the demo: its passphrase is published, because everything in it is made up. Both stay as "
                "they are."
            )
        )
        self.result = ResultLine()
        self.column.addWidget(ButtonRow((self.change_button, self.sheet_button)))
        self.column.addWidget(self.demo_note)
        self.column.addWidget(self.result)
        self.change_button.clicked.connect(self._on_change)
        self.sheet_button.clicked.connect(self._on_sheet)

    def show_services(self, services: Services, *, demo: bool) -> None:
        """Work on this profile."""
        self._services = services
        self.demo_note.setVisible(demo)
        for button in (self.change_button, self.sheet_button):
            button.set_available(not demo, reason=self.demo_note.text())

    def _on_change(self) -> None:
        if self._services is not None:
            self.result.clear()
            dialog = PassphraseDialog(self._services, parent=self.window())
            dialog.accepted.connect(self._on_changed)
            self._open(dialog)

    def _on_changed(self) -> None:
        self.result.show_done(
            self.tr(
                "The passphrase is changed. Back-ups from before still open with the old one: make a new one now."
            )
        )

    def _on_sheet(self) -> None:
        if self._services is not None:
            self.result.clear()
            dialog = RecoveryDialog(self._services, parent=self.window())
            dialog.accepted.connect(self._on_new_sheet)
            self._open(dialog)

    def _on_new_sheet(self) -> None:
        self.result.show_done(
            self.tr(
                "The new sheet counts from now on. The old code opens this profile no more; destroy the old sheet. "
                "Back-ups from before still open with the old code."
            )
        )

    def _open(self, dialog: SecretDialog) -> None:
        # The passphrase or the code in it must not outlive the dialog.
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
