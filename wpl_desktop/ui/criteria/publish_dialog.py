"""Putting a draft into use: what the version is called, and whether new trajectories get it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.texts import error_message
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.option_list import Option, OptionList

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

_WIDTH = 560


class PublishDialog(FormDialog):
    """Publishes when it is accepted; `set_id` is the version then made."""

    def __init__(
        self,
        services: Services,
        *,
        draft_id: uuid.UUID,
        content: dict[str, Any],
        parent: QWidget | None,
        origin: object = None,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("Put into use"))
        self.set_id: uuid.UUID | None = None
        self._services = services
        self._draft_id = draft_id
        self._origin = origin
        self.edition = QLineEdit(content["version"])
        self.for_new = OptionList(
            [
                Option(
                    value=True,
                    title=filled(self.tr("Yes, new {students} get this version")),
                    subtitle=filled(self.tr("From now on, for every {student} you add.")),
                ),
                Option(
                    value=False,
                    title=self.tr("Not yet"),
                    subtitle=filled(
                        self.tr("You can choose it for one {student}, or for all new ones later.")
                    ),
                ),
            ],
            name=filled(self.tr("Do new {students} get this version?")),
            value=True,
        )
        self.fields = FormLayout()
        self._assemble()
        self.edition.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Publish; the dialog stays open when the name of the version cannot be used."""
        self.fields.set_errors({})
        self.set_message("")
        try:
            self.set_id = self._services.criteria_sets.publish(
                self._draft_id,
                edition=self.edition.text(),
                for_new=self.for_new.value() is True,
                origin=self._origin,
            )
        except DomainError as error:
            if error.field == "edition":
                self.fields.set_errors({"edition": error_message(error, translate)})
            else:
                self.set_message(error_message(error, translate))
        except EnvironmentTrouble as error:
            self.set_message(error_message(error, translate))
        else:
            super().accept()

    def _assemble(self) -> None:
        self.body.addWidget(
            Label(
                filled(
                    self.tr(
                        "From now on this version stays as it is, whatever you change later. Running {students} keep "
                        "the version they started with."
                    )
                )
            )
        )
        self.fields.add_field(
            "edition",
            self.tr("Name of this version"),
            self.edition,
            helper=self.tr("It stands on every sheet and report, such as 2.0."),
        )
        self.body.addLayout(self.fields)
        self.body.addWidget(Field(filled(self.tr("Do new {students} get this version?")), self.for_new))
        self.body.addStretch(1)
        self.primary.setText(self.tr("Put into use"))
        self.finish()
