"""Opening a round again that was final: with a reason, and knowing what that undoes."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.texts import error_message
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.rounds.round_words import round_heading
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

WIDTH = 560
#: Under which name what was typed here survives the lock.
DRAFT = "reopen"


class ReopenDialog(FormDialog):
    """Asks why; the version that was final stays as it is."""

    def __init__(self, services: Services, *, round_id: uuid.UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._round_id = round_id
        self._view = services.round_steps.view(round_id)
        self.setWindowTitle(self.tr("Open the round again"))
        self.explanation = Label(self._words())
        self.reason = TextArea(name="", least_lines=2, most_lines=6)
        self.reason_field = Field(
            self.tr("Why is it opened again?"),
            self.reason,
            helper=self.tr("The reason is kept with version {edition}.").format(edition=self._view.edition),
        )
        self.primary.setText(self.tr("Open again"))
        self._assemble()
        self.finish()
        self.reason.set_text(services.round_steps.draft(round_id, DRAFT))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Keep the reason that was typed, before the window is locked; False when it could not be."""
        try:
            self._services.round_steps.keep_draft(self._round_id, DRAFT, self.reason.text())
        except (DomainError, EnvironmentTrouble):
            return False
        return True

    # Events

    def accept(self) -> None:
        """Open the round again; what is missing is said at its place."""
        self.reason_field.set_error(None)
        self.set_message("")
        try:
            self._services.finalising.reopen(self._round_id, reason=self.reason.text(), origin=self)
            self._services.round_steps.keep_draft(self._round_id, DRAFT, "")
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    def reject(self) -> None:
        """Leave it final; what was typed is there again when the dialog is opened."""
        self.flush()
        super().reject()

    # Internals

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(self._view.student_name, role="title"))
        head.addWidget(muted_label(round_heading(self._view)))
        self.body.addLayout(head)
        self.body.addWidget(self.explanation)
        self.body.addWidget(self.reason_field)
        self.body.addStretch(1)

    def _words(self) -> str:
        edition = self._view.edition
        parts = [
            self.tr("The round can be changed again."),
            self.tr("Version {edition} stays as it was made, with its code.").format(edition=edition),
            self.tr("What was signed no longer holds: version {edition} is signed anew.").format(
                edition=edition + 1
            ),
        ]
        return "\n".join(parts)

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field == "reason":
            self.reason_field.set_error(message)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_field(self.reason_field)
        else:
            self.set_message(message)
