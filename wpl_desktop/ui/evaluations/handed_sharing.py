"""Where the student decides who gets the view of the workplace: three answers of equal weight, none chosen (R9)."""

from __future__ import annotations

import enum
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.evaluations.handed_cards import CardStep
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.widgets.buttons import plain_button, primary_button
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.flow import FlowLayout
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.passphrase_field import PassphraseField


class Sharing(enum.Enum):
    """With whom the student shares the view of the workplace."""

    EVERYBODY = "everybody"
    INSTITUTE = "institute"
    NOBODY = "nobody"


class Export(Protocol):
    """How the view of the workplace leaves this computer for the institute alone."""

    def print(self, parent: QWidget) -> bool:
        """Ask for a printer; tells whether it was sent."""
        ...

    def save(self, parent: QWidget, *, password: str) -> Path | None:
        """Ask where and write a locked PDF there; None when nothing was saved. Raises `OSError`, `DomainError`."""
        ...


class SharingCard(CardStep):
    """The choice, and for the institute alone the print or the locked file; then *Klaar*."""

    back_requested = Signal()
    #: Whether everybody gets it; else nothing is stored, whatever the reason.
    finished = Signal(bool)

    def __init__(self, *, has_institute: bool, export: Callable[[], Export]) -> None:
        """A card without an answer.

        Args:
            has_institute: whether somebody of an institute takes part in the round.
            export: makes what leaves for the institute, from what is filled in at that moment.
        """
        super().__init__(filled(self.tr("Who gets your view of the {workplace}?")), icon="people")
        self._export = export
        self._has_left = False
        self.add_text(self.tr("You decide. When it is not shared here, nobody can see why."))
        self.choice = OptionList(
            self._options(has_institute=has_institute),
            name=filled(self.tr("Who gets your view of the {workplace}?")),
            kind="cards",
        )
        self.body.addWidget(self.choice)
        self.password = PassphraseField(name=self.tr("Password for the file"))
        self.print_button = plain_button(self.tr("Print"), icon="print", height=36)
        self.save_button = plain_button(self.tr("Save as a locked PDF…"), icon="lock", height=36)
        self._said = Label(role="secondary")
        self._trouble = MessageLine()
        self._leaving = self._assemble_leaving()
        self.body.addWidget(self._leaving)
        self.back = plain_button(self.tr("Back"), icon="chevron-left", height=40)
        self.done = primary_button(self.tr("Ready"), icon="check", height=40)
        self.add_buttons(self.back, self.done)
        self.choice.chosen.connect(self._on_chosen)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.password.text_changed.connect(lambda: self.password.set_error(None))
        self.back.clicked.connect(self.back_requested)
        self.done.clicked.connect(self._on_done)
        self._arrange()

    def focus_first(self) -> None:
        """Put the keyboard before the answers: a ring around one of them would look like a proposal."""
        self.title_label.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_left(self) -> None:
        """What was filled in changed: what left for the institute is not it any more."""
        self._has_left = False
        self._said.setText("")
        self._arrange()

    def said(self) -> str:
        """What was told about the print or the file."""
        return self._said.text() or self._trouble.text()

    # Slots

    def _on_chosen(self) -> None:
        self._arrange()
        if self.choice.value() is Sharing.INSTITUTE:
            self.ensureWidgetVisible(self._leaving)

    def _on_print(self) -> None:
        sent = self._export().print(self.window())
        if isValid(self) and sent:
            self._tell_left(self.tr("Sent to the printer. Take the paper with you."))

    def _on_save(self) -> None:
        try:
            saved = self._export().save(self.window(), password=self.password.text())
        except DomainError as error:
            self.password.set_error(error_message(error, translate))
            self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fit()
            return
        except OSError:
            self._say_trouble(self.tr("Not saved. Choose another place, such as your own USB stick."))
            return
        # The laptop may have been locked while the place was chosen.
        if isValid(self) and saved is not None:
            self.password.clear()
            self._tell_left(
                filled(
                    self.tr(
                        "Saved: {file}. Give the file and the password to the {institute_supervisor} yourself."
                    ),
                    file=saved.name,
                )
            )

    def _on_done(self) -> None:
        self.finished.emit(self.choice.value() is Sharing.EVERYBODY)

    # Internals

    def _assemble_leaving(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(
            muted_label(
                self.tr(
                    "Print it, or save it locked with a password of your own, for instance on a USB stick."
                )
            )
        )
        column.addWidget(Label(self.tr("Password for the file"), role="button"))
        column.addWidget(self.password)
        ways = FlowLayout(gap=theme.scaled(12), line_gap=theme.scaled(8))
        for button in (self.save_button, self.print_button):
            ways.addWidget(button)
        column.addLayout(ways)
        column.addWidget(self._said)
        column.addWidget(self._trouble)
        return box

    def _tell_left(self, words: str) -> None:
        self._has_left = True
        self._trouble.set_text("")
        self._said.setText(words)
        self._arrange()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_trouble(self, words: str) -> None:
        self._said.setText("")
        self._trouble.set_text(words)
        self._arrange()

    def _arrange(self) -> None:
        chosen = self.choice.value()
        self._leaving.setVisible(chosen is Sharing.INSTITUTE)
        self._said.setVisible(bool(self._said.text()))
        self._trouble.setVisible(bool(self._trouble.text()))
        if chosen is None:
            self.done.set_available(False, reason=self.tr("Choose first who gets it."))
        elif chosen is Sharing.INSTITUTE and not self._has_left:
            self.done.set_available(False, reason=self.tr("Print it or save it first."))
        else:
            self.done.set_available(True)
        self.fit()

    def _options(self, *, has_institute: bool) -> list[Option]:
        everybody = Option(
            value=Sharing.EVERYBODY,
            title=filled(
                self.tr("Share with {workplace} and {institute}")
                if has_institute
                else self.tr("Share with the {workplace}")
            ),
            subtitle=self.tr("It is kept here and lies beside the other views in the conversation."),
        )
        institute = Option(
            value=Sharing.INSTITUTE,
            title=filled(self.tr("Only for the {institute}")),
            subtitle=self.tr("You take it along, on paper or as a locked file. Nothing of it stays here."),
        )
        nobody = Option(
            value=Sharing.NOBODY,
            title=self.tr("Do not share"),
            subtitle=self.tr("Nothing of it is kept. Here it says “not observed”."),
        )
        return [everybody, institute, nobody] if has_institute else [everybody, nobody]
