"""The second step of the first run: whether student data may be on this computer (P25), and the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.services import content, profiles
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.answers import Answers
from wpl_desktop.ui.unlock.passphrase_pair import PassphrasePair
from wpl_desktop.ui.unlock.step import Step
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import muted_label

FIELD_WIDTH = 480


class PassphraseStep(Step):
    """The confirmation comes first: without it there is nothing to protect."""

    def __init__(self, *, place: str, parent: QWidget | None = None) -> None:
        super().__init__(place=place, parent=parent)
        self.set_title(self.tr("Your passphrase"))
        self._warning = Hint("", icon="laptop")
        self.confirmation = QCheckBox()
        self._unconfirmed = MessageLine()
        self.pair = PassphrasePair(
            first_label=self.tr("Passphrase"), second_label=self.tr("Passphrase again")
        )
        self._assemble()
        self.confirmation.toggled.connect(self._on_confirmed)
        self.pair.submitted.connect(self.submitted)

    def load(self, answers: Answers) -> None:
        self._warning.set_text(content.text("device_warning", answers.language))
        self.confirmation.setText(content.text("device_confirmation", answers.language))
        self.confirmation.setChecked(answers.device_confirmed)
        self.pair.set_texts(answers.passphrase, answers.repeated)

    def store(self, answers: Answers) -> None:
        answers.device_confirmed = self.confirmation.isChecked()
        answers.passphrase = self.pair.text()
        answers.repeated = self.pair.repeated()

    def check(self) -> bool:
        if not self.confirmation.isChecked():
            self._unconfirmed.show()
            self.confirmation.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        try:
            profiles.check_passphrase(self.pair.text(), self.pair.repeated())
        except DomainError as error:
            self.pair.show_error(error)
            return False
        return True

    def show_error(self, error: DomainError) -> bool:
        if error.field not in {"passphrase", "repeated"}:
            return False
        self.pair.show_error(error)
        return True

    def focus_first(self) -> None:
        first = self.pair.first.line if self.confirmation.isChecked() else self.confirmation
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_confirmed(self) -> None:
        self._unconfirmed.hide()

    def _assemble(self) -> None:
        self._unconfirmed.set_text(
            self.tr("Tick this when it is so. Otherwise ask your school first; nothing is kept until then.")
        )
        self._unconfirmed.hide()
        self.pair.setMaximumWidth(theme.scaled(FIELD_WIDTH))
        self.column.addWidget(self._warning)
        self.column.addWidget(self.confirmation, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._unconfirmed)
        self.column.addSpacing(theme.scaled(8))
        self.column.addWidget(self.pair)
        self.column.addWidget(
            muted_label(
                self.tr(
                    "You type it each time you open the program. It is kept nowhere; nobody can look it up."
                )
            )
        )
        self.column.addStretch(1)
