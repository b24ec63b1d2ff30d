"""The dialog in which an agreement gets other words or another day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.fields import FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import muted_label
from wpl_desktop.ui.widgets.moments import DayEdit
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

_WIDTH = 560
_DAY_WIDTH = 144
_USUAL_TERM = timedelta(weeks=1)


class AgreementDialog(FormDialog):
    """Changes one agreement when it is accepted; `goes_on` opens it again when it was settled."""

    def __init__(
        self,
        services: Services,
        line: AgreementLine,
        *,
        about: str,
        goes_on: bool = False,
        parent: QWidget | None,
        origin: object = None,
    ) -> None:
        """`about` says whose the agreement is and from which talk."""
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("Goes on until") if goes_on else self.tr("Change agreement"))
        self._services = services
        self._line = line
        self._goes_on = goes_on
        self._origin = origin
        today = services.clock.local().date()
        self.text = TextArea(name=self.tr("What was agreed"), least_lines=2, most_lines=6)
        self.text.set_text(line.row.text)
        self.has_day = QCheckBox(self.tr("With a date"))
        self.has_day.setChecked(line.row.due_on is not None or goes_on)
        passed = line.row.due_on is None or line.row.due_on < today
        self.day = DayEdit(
            today + _USUAL_TERM if goes_on and passed else line.row.due_on or today + _USUAL_TERM
        )
        self.day.setAccessibleName(self.tr("By when"))
        self.day.setFixedWidth(theme.scaled(_DAY_WIDTH))
        self.day.setEnabled(self.has_day.isChecked())
        self.fields = FormLayout()
        self._assemble(about)
        self.has_day.toggled.connect(self._on_has_day)
        (self.day if goes_on else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> AgreementValues:
        """The agreement as it is filled in."""
        row = self._line.row
        return AgreementValues(
            party=row.party,
            person_id=row.person_id,
            text=self.text.text().strip(),
            due_on=self.day.value() if self.has_day.isChecked() else None,
        )

    def has_unsaved(self) -> bool:
        return self.text.text().strip() != self._line.row.text

    def flush(self) -> bool:
        """Keep the words that were typed, before the window is locked; False when they could not be."""
        if not self.has_unsaved() or not self.text.text().strip():
            return True
        try:
            self._keep()
        except (DomainError, EnvironmentTrouble):
            return False
        self._read_again()
        return True

    def accept(self) -> None:
        self.fields.set_errors({})
        self.set_message("")
        try:
            self._keep()
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    # Internals

    def _assemble(self, about: str) -> None:
        self.body.addWidget(muted_label(about))
        self.fields.add_field("agreements", self.tr("What was agreed"), self.text)
        self.body.addLayout(self.fields)
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(12))
        row.addWidget(self.has_day)
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.primary.setText(self.tr("Goes on") if self._goes_on else self.tr("Change agreement"))
        self.finish()

    def _on_has_day(self, checked: bool) -> None:
        self.day.setEnabled(checked)

    def _keep(self) -> None:
        values, row = self.values(), self._line.row
        if self._goes_on and values.text == row.text:
            self._services.agreement_board.go_on(row, due_on=values.due_on, origin=self._origin)
        elif (values.text, values.due_on) != (row.text, row.due_on):
            self._services.agreement_board.change(row, values, reopen=self._goes_on, origin=self._origin)

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field == "agreements":
            self.fields.set_errors({"agreements": message})
            return
        self.set_message(message)
        if isinstance(error, DomainError) and error.code == "changed_meanwhile":
            self._read_again()

    def _read_again(self) -> None:
        """After a change elsewhere: what was typed stays, and saving once more is a new decision."""
        lines = self._services.agreement_board.lines([self._line.row.id])
        self._line = next(iter(lines), self._line)
