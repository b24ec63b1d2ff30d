"""The third step of the first run: the recovery sheet, on paper and typed back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble, StorageFull
from wpl_desktop.services import profiles
from wpl_desktop.ui import theme
from wpl_desktop.ui.sheet_printing import print_sheet, save_sheet
from wpl_desktop.ui.unlock.answers import Answers
from wpl_desktop.ui.unlock.passphrase_step import FIELD_WIDTH
from wpl_desktop.ui.unlock.step import Step
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import Field, MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label


class SheetStep(Step):
    """Shows the code, prints or saves the sheet, and lets nobody go on who has not typed the code back."""

    def __init__(self, *, place: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(place=place, parent=parent)
        self.set_title(self.tr("Print your recovery sheet"))
        self._today = today
        self._code = ""
        self._language = "nl"
        self.name = QLineEdit()
        self._name_field = Field(
            self.tr("Your name"),
            self.name,
            helper=self.tr("It stands on the sheet and on the unlock screen."),
        )
        self._groups = Label(role="title", wrap=True)
        self.print_button = Button(self.tr("Print…"), icon="print", height=36)
        self.save_button = Button(self.tr("Save as PDF…"), icon="file", height=36)
        self._done = muted_label("")
        self._trouble = MessageLine()
        self.typed = QLineEdit()
        self._typed_field = Field(self.tr("Type the code over from the sheet"), self.typed)
        self._assemble()
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.typed.textChanged.connect(self._on_typed)
        self.name.textChanged.connect(lambda: self._name_field.set_error(None))

    def load(self, answers: Answers) -> None:
        self._code = answers.recovery_code
        self._language = answers.language
        self._groups.setText(answers.recovery_code.replace("-", "  "))
        self.name.setText(answers.owner_name)
        self.typed.setText(answers.typed_code)

    def store(self, answers: Answers) -> None:
        answers.owner_name = self.name.text()
        answers.typed_code = self.typed.text()

    def check(self) -> bool:
        if not self._has_name():
            return False
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

    def show_error(self, error: DomainError) -> bool:
        if error.field != "owner_name":
            return False
        self._name_field.set_error(explained(error))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    # Slots

    def _on_print(self) -> None:
        if self._has_name():
            self._make(
                lambda: print_sheet(
                    self,
                    code=self._code,
                    name=self.name.text().strip(),
                    language=self._language,
                    made_on=self._today,
                ),
                said=self.tr("The sheet was sent to the printer."),
            )

    def _on_save(self) -> None:
        if not self._has_name():
            return
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the recovery sheet"),
            self.tr("recovery sheet") + ".pdf",
            self.tr("PDF files (*.pdf)"),
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Save the sheet as a PDF file."""

        def write() -> bool:
            save_sheet(
                target,
                code=self._code,
                name=self.name.text().strip(),
                language=self._language,
                made_on=self._today,
            )
            return True

        self._make(
            write,
            said=self.tr("Saved as {file}. Print it and throw the file away.").format(file=target.name),
        )

    def _on_typed(self, text: str) -> None:
        self._typed_field.set_error(None)
        right = profiles.is_same_code(text, self._code) and bool(text.strip())
        self._typed_field.set_helper(self.tr("That is right.") if right else self._usual_helper())

    # Internals

    def _make(self, task: Callable[[], bool], *, said: str) -> None:
        self._trouble.hide()
        try:
            made = task()
        except EnvironmentTrouble as trouble:
            self._trouble.set_text(explained(trouble))
            self._trouble.show()
        except OSError:
            self._trouble.set_text(explained(StorageFull()))
            self._trouble.show()
        else:
            if made:
                self._done.setText(said)
                self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_name(self) -> bool:
        if self.name.text().strip():
            return True
        self._name_field.set_error(self.tr("Fill in your name: it stands on the sheet."))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _usual_helper(self) -> str:
        return self.tr("Capitals and hyphens do not matter.")

    def _assemble(self) -> None:
        self._trouble.hide()
        self._groups.setAccessibleName(self.tr("Recovery code"))
        self._groups.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._typed_field.set_helper(self._usual_helper())
        for field in (self._name_field, self._typed_field):
            field.setMaximumWidth(theme.scaled(FIELD_WIDTH))
        card = Card(padding=(16, 20))
        card.add(self._groups)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(12))
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self._done, 1)
        self.column.addWidget(
            Label(
                self.tr(
                    "With this code you open your profile when you forgot the passphrase. Print the sheet and give "
                    "it to the school in a closed envelope. Never keep it with the laptop."
                )
            )
        )
        self.column.addWidget(self._name_field)
        self.column.addWidget(card)
        self.column.addLayout(buttons)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self._typed_field)
        self.column.addStretch(1)
