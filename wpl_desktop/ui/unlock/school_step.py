"""The last step of the first run: your role, your workplace, and under whose responsibility it happens (P01)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.services import content
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.answers import Answers
from wpl_desktop.ui.unlock.step import Step
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.labels import muted_label


class SchoolStep(Step):
    """Only the workplace must be filled in; what is missing for privacy is said, not demanded."""

    def __init__(self, *, place: str, parent: QWidget | None = None) -> None:
        super().__init__(place=place, parent=parent)
        self.set_title(self.tr("You and your workplace"))
        self._missing_name = ""
        self._proposed_purpose = ""
        self.role = QComboBox()
        self.workplace = QLineEdit()
        self.address = QLineEdit()
        self.controller = QLineEdit()
        self.contact = QLineEdit()
        self.purpose = QLineEdit()
        self._form = FormLayout()
        self._missing = muted_label("")
        self._assemble()
        for editor in (self.controller, self.contact, self.purpose):
            editor.textChanged.connect(self._show_missing)
        self.workplace.textChanged.connect(lambda: self._form.field("workplace").set_error(None))

    def load(self, answers: Answers) -> None:
        self._fill_words(answers)
        self.role.setCurrentIndex(max(0, self.role.findData(answers.role)))
        self.workplace.setText(answers.workplace)
        self.address.setText(answers.workplace_address)
        self.controller.setText(answers.controller)
        self.contact.setText(answers.privacy_contact)
        self._proposed_purpose = answers.proposed_purpose()
        self.purpose.setText(self._proposed_purpose if answers.purpose is None else answers.purpose)
        for editor in (self.workplace, self.address, self.controller, self.contact, self.purpose):
            editor.setCursorPosition(0)
        self._show_missing()

    def store(self, answers: Answers) -> None:
        answers.role = str(self.role.currentData())
        answers.workplace = self.workplace.text()
        answers.workplace_address = self.address.text()
        answers.controller = self.controller.text()
        answers.privacy_contact = self.contact.text()
        typed = self.purpose.text()
        answers.purpose = None if typed == self._proposed_purpose else typed

    def check(self) -> bool:
        if self.workplace.text().strip():
            return True
        self._form.set_errors({"workplace": self._missing_name})
        return False

    def show_error(self, error: DomainError) -> bool:
        if error.field != "workplace":
            return False
        self._form.set_errors({"workplace": explained(error)})
        return True

    def focus_first(self) -> None:
        self.role.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_words(self, answers: Answers) -> None:
        """Name roles and workplace in the words that were chosen in the first step."""
        # Roles are declared with the tables, which need SQLAlchemy (trap 6).
        from wpl_desktop.domain.trajectories import COACHING_ROLES, Role
        from wpl_desktop.domain.words import fill
        from wpl_desktop.texts import role_name

        words = content.words(answers.vocabulary, answers.language)
        self.role.clear()
        for role in (*COACHING_ROLES, Role.HEAD_TEACHER):
            self.role.addItem(role_name(role, QCoreApplication.translate, words), role.value)
        self._form.field("workplace").set_label(fill(self.tr("Name of your {workplace}"), words))
        self._missing_name = fill(self.tr("Fill in the name of your {workplace}."), words)

    def _show_missing(self) -> None:
        editors = (self.controller, self.contact, self.purpose)
        self._missing.setVisible(not all(editor.text().strip() for editor in editors))

    def _assemble(self) -> None:
        self._missing.setText(
            self.tr(
                "You do not know these three yet? Leave them empty and ask. Until they are filled in, "
                "reports carry a line that says they are missing."
            )
        )
        self._form.setSpacing(theme.scaled(14))
        self._form.add_fields(
            {
                "role": Field(self.tr("Your role"), self.role),
                "workplace": Field("", self.workplace),
            }
        )
        self._form.add_field("workplace_address", self.tr("Address (optional)"), self.address)
        self._form.add_fields(
            {
                "controller": Field(self.tr("Data controller, often the board"), self.controller),
                "privacy_contact": Field(self.tr("Contact for privacy (DPO)"), self.contact),
            }
        )
        self._form.add_field("purpose", self.tr("What the data are for"), self.purpose)
        self.column.addLayout(self._form)
        self.column.addWidget(self._missing)
        self.column.addStretch(1)
