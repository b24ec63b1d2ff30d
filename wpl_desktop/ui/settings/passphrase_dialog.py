"""Changing the passphrase: the one of now, and the new one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.services import profiles
from wpl_desktop.ui.settings.secret_dialog import SecretDialog, SecretField
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


class PassphraseDialog(SecretDialog):
    """Nothing is changed unless the present passphrase is right and the new one was typed twice the same."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.setWindowTitle(self.tr("Change the passphrase"))
        self.present = SecretField(self.tr("Passphrase of now"))
        self.new = SecretField(
            self.tr("New passphrase"),
            helper=self.tr("At least {fewest} characters. A sentence is easier than a word.").format(
                fewest=profiles.SHORTEST_PASSPHRASE
            ),
        )
        self.repeated = SecretField(self.tr("New passphrase again"))
        self._secrets = {"present": self.present, "new": self.new, "repeated": self.repeated}
        self.primary.setText(self.tr("Change the passphrase"))
        self.body.addWidget(Label(self.tr("Change the passphrase"), role="title"))
        for secret in self._secrets.values():
            self.body.addWidget(secret)
        self.body.addWidget(
            muted_label(self.tr("Your recovery sheet stays valid. Older back-ups keep the old passphrase."))
        )
        self.body.addStretch(1)
        self.finish()
        self.present.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def accept(self) -> None:
        if self.is_busy():
            return
        present, new = self.present.text(), self.new.text()
        try:
            profiles.check_passphrase(new, self.repeated.text())
        except DomainError as error:
            field = error.field if error.field == "repeated" else "new"
            self.refuse(DomainError(error.code, field, error.values))
            return
        self.work(
            lambda: self._services.profile.change_passphrase(present=present, new=new),
            done=super().accept,
            said=self.tr("Being changed…"),
        )
