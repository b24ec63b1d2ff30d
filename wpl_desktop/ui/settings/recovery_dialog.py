"""A new recovery sheet: after the passphrase the code, on paper and typed back before it replaces the old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import EnvironmentTrouble, StorageFull
from wpl_desktop.services import profiles
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import language, translate
from wpl_desktop.ui.settings.secret_dialog import SecretDialog, SecretField
from wpl_desktop.ui.settings.section import ButtonRow, ResultLine
from wpl_desktop.ui.sheet_printing import print_sheet, save_sheet
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


class RecoveryDialog(SecretDialog):
    """Until the last button the old sheet is the one that counts."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.setWindowTitle(self.tr("New recovery sheet"))
        self._name = services.profile.values().owner_name
        self._today = services.clock.local().date()
        self._code = ""
        self.present = SecretField(self.tr("Your passphrase"))
        self._secrets = {"present": self.present}
        self._asking = QWidget()
        self._showing = QWidget()
        self._groups = Label(role="title")
        self.print_button = Button(self.tr("Print…"), icon="print", height=36)
        self.save_button = Button(self.tr("Save as PDF…"), icon="file", height=36)
        self.output = ResultLine()
        self.typed = QLineEdit()
        self._typed_field = Field(self.tr("Type the code over from the sheet"), self.typed)
        self._assemble()
        self.finish()
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.typed.textChanged.connect(self._on_typed)
        self.present.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def code(self) -> str:
        """The new code as it is shown; empty before the passphrase was right."""
        return self._code

    def typed_error(self) -> str | None:
        """What stands below the field in which the code is typed over."""
        return self._typed_field.error()

    def save(self, target: Path) -> None:
        """Save the sheet as a PDF file."""

        def write() -> bool:
            save_sheet(target, code=self._code, name=self._name, language=language(), made_on=self._today)
            return True

        self._make(
            write,
            said=self.tr("Saved as {file}. Print it and throw the file away.").format(file=target.name),
        )

    # Events

    def accept(self) -> None:
        if self.is_busy():
            return
        present = self.present.text()
        service = self._services.profile
        if not self._code:
            self.work(
                lambda: service.check_present_passphrase(present),
                done=self._show_code,
                said=self.tr("One moment…"),
            )
        elif self._is_typed_right():
            code = self._code
            self.work(
                lambda: service.change_recovery_code(present=present, code=code),
                done=super().accept,
                said=self.tr("Being replaced…"),
            )

    # Slots

    def _show_code(self) -> None:
        self._code = profiles.new_recovery_code()
        self._groups.setText(self._code.replace("-", "  "))
        self._asking.hide()
        self._showing.show()
        self.primary.setText(self.tr("Replace the old sheet"))
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        self._make(
            lambda: print_sheet(
                self, code=self._code, name=self._name, language=language(), made_on=self._today
            ),
            said=self.tr("The sheet was sent to the printer."),
        )

    def _on_save(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the recovery sheet"),
            self.tr("recovery sheet") + ".pdf",
            self.tr("PDF files (*.pdf)"),
        )
        if chosen:
            self.save(Path(chosen))

    def _on_typed(self, text: str) -> None:
        self._typed_field.set_error(None)
        right = bool(text.strip()) and profiles.is_same_code(text, self._code)
        self._typed_field.set_helper(self.tr("That is right.") if right else self._usual_helper())

    # Internals

    def _is_typed_right(self) -> bool:
        if profiles.is_same_code(self.typed.text(), self._code):
            return True
        self._typed_field.set_error(
            self.tr("This is not the code above. Look at the sheet and type it again.")
            if self.typed.text().strip()
            else self.tr("Type the code over: so you know that the sheet can be read.")
        )
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.selectAll()
        return False

    def _make(self, task: Callable[[], bool], *, said: str) -> None:
        self.output.clear()
        try:
            made = task()
        except EnvironmentTrouble as trouble:
            self.output.show_trouble(error_message(trouble, translate))
        except OSError:
            self.output.show_trouble(error_message(StorageFull(), translate))
        else:
            if made:
                self.output.show_done(said)
                self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _usual_helper(self) -> str:
        return self.tr("Capitals and hyphens do not matter.")

    def _assemble(self) -> None:
        self._groups.setAccessibleName(self.tr("Recovery code"))
        self._groups.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._typed_field.set_helper(self._usual_helper())
        self.primary.setText(self.tr("Continue"))
        asking = _column(self._asking)
        asking.addWidget(
            Label(
                self.tr(
                    "For when the old sheet is lost, was seen by somebody, or was used. First your passphrase, then "
                    "the new code. Nothing changes until you have typed the new code over."
                )
            )
        )
        asking.addWidget(self.present)
        showing = _column(self._showing)
        card = Card(padding=(16, 20))
        card.add(self._groups)
        showing.addWidget(
            Label(
                self.tr(
                    "Print the new sheet and give it to the school in a closed envelope. As soon as you replace "
                    "the old sheet, its code opens this profile no more."
                )
            )
        )
        showing.addWidget(card)
        showing.addWidget(ButtonRow((self.print_button, self.save_button)))
        showing.addWidget(self.output)
        showing.addWidget(self._typed_field)
        showing.addWidget(muted_label(self.tr("Back-ups made before keep the old code.")))
        self._showing.hide()
        self.body.addWidget(Label(self.tr("New recovery sheet"), role="title"))
        self.body.addWidget(self._asking)
        self.body.addWidget(self._showing)
        self.body.addStretch(1)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.scaled(16))
    return column
