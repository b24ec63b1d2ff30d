"""Who you are and where you work, and under whose responsibility the data are kept (P01)."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from wpl_desktop.domain.trajectories import COACHING_ROLES, Role
from wpl_desktop.services.profile import ProfileValues
from wpl_desktop.texts import role_name
from wpl_desktop.ui.language import filled, translate, words
from wpl_desktop.ui.settings.section import Section
from wpl_desktop.ui.widgets.fields import Field, FormLayout, MessageLine


class TextSection(Section):
    """A section of text fields: `typed` with every letter, `left` when a field is left or something is chosen."""

    typed = Signal()
    left = Signal()

    def __init__(self, title: str, text: str = "", *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, text, icon=icon, parent=parent)
        self.form = FormLayout()
        self.column.addLayout(self.form)

    def show_error(self, name: str, text: str | None) -> None:
        """Show what is wrong with a field, or take that away; the focus stays where it is."""
        self.form.field(name).set_error(text)

    def listen(self, *editors: QLineEdit) -> None:
        """Hear what is typed in these editors."""
        for editor in editors:
            editor.textEdited.connect(self.typed)
            editor.editingFinished.connect(self.left)


class YouSection(TextSection):
    """Name, role, workplace and address."""

    names = ("owner_name", "workplace")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("You and your workplace"), icon="user", parent=parent)
        self.name = QLineEdit()
        self.role = SteadyComboBox()
        self.workplace = QLineEdit()
        self.address = QLineEdit()
        for role in (*COACHING_ROLES, Role.HEAD_TEACHER):
            self.role.addItem(role_name(role, translate, words()), role.value)
        self.form.add_fields(
            {
                "owner_name": Field(self.tr("Your name"), self.name),
                "role": Field(self.tr("Your role"), self.role),
            }
        )
        self.form.add_fields(
            {
                "workplace": Field(filled(self.tr("Name of your {workplace}")), self.workplace),
                "workplace_address": Field(self.tr("Address (optional)"), self.address),
            }
        )
        self.listen(self.name, self.workplace, self.address)
        self.role.activated.connect(self.left)

    def show_values(self, values: ProfileValues) -> None:
        """Show the profile as it is kept."""
        _show_text(self.name, values.owner_name)
        _show_text(self.workplace, values.workplace)
        _show_text(self.address, values.workplace_address)
        if self.role.findData(values.role.value) < 0:
            self.role.addItem(role_name(values.role, translate, words()), values.role.value)
        self.role.setCurrentIndex(self.role.findData(values.role.value))

    def merged(self, values: ProfileValues) -> ProfileValues:
        """`values` with what stands in the fields."""
        return replace(
            values,
            owner_name=self.name.text(),
            role=Role(cast("str", self.role.currentData())),
            workplace=self.workplace.text(),
            workplace_address=self.address.text(),
        )


class PrivacySection(TextSection):
    """Controller, contact and purpose; while one is missing a line says what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Privacy"),
            self.tr("These three stand in the privacy notice of every report."),
            icon="shield",
            parent=parent,
        )
        self.controller = QLineEdit()
        self.contact = QLineEdit()
        self.purpose = QLineEdit()
        self.missing = MessageLine()
        self.missing.set_text(
            self.tr("Not complete yet. Until all three are filled in, reports carry a line that says so.")
        )
        self.form.add_fields(
            {
                "controller": Field(self.tr("Data controller, often the board"), self.controller),
                "privacy_contact": Field(self.tr("Contact for privacy (DPO)"), self.contact),
            }
        )
        self.form.add_field("purpose", self.tr("What the data are for"), self.purpose)
        self.column.addWidget(self.missing)
        self.listen(self.controller, self.contact, self.purpose)
        for editor in (self.controller, self.contact, self.purpose):
            editor.textChanged.connect(self._show_missing)

    def show_values(self, values: ProfileValues) -> None:
        """Show the profile as it is kept."""
        _show_text(self.controller, values.controller)
        _show_text(self.contact, values.privacy_contact)
        _show_text(self.purpose, values.purpose)
        self._show_missing()

    def merged(self, values: ProfileValues) -> ProfileValues:
        """`values` with what stands in the fields."""
        return replace(
            values,
            controller=self.controller.text(),
            privacy_contact=self.contact.text(),
            purpose=self.purpose.text(),
        )

    def _show_missing(self) -> None:
        editors = (self.controller, self.contact, self.purpose)
        self.missing.setVisible(not all(editor.text().strip() for editor in editors))


class SteadyComboBox(QComboBox):
    """Turning the wheel scrolls the page and never changes what is chosen: a choice saves itself."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _show_text(editor: QLineEdit, text: str) -> None:
    if editor.text() != text:
        editor.setText(text)
        editor.setCursorPosition(0)
