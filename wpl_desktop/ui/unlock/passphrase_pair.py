"""A new passphrase typed twice, with a hint about its length and the errors at the right field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.services import profiles
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.words import explained
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.passphrase_field import PassphraseField


class PassphrasePair(QWidget):
    """Two fields below each other; knows whether they are good, never how good."""

    submitted = Signal()

    def __init__(self, *, first_label: str, second_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(name=first_label)
        self.second = PassphraseField(name=second_label)
        self._length = muted_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(6))
        column.addWidget(_label(first_label, self.first))
        column.addWidget(self.first)
        column.addWidget(self._length)
        column.addSpacing(theme.scaled(10))
        column.addWidget(_label(second_label, self.second))
        column.addWidget(self.second)
        QWidget.setTabOrder(self.first.line, self.first.toggle)
        QWidget.setTabOrder(self.first.toggle, self.second.line)
        QWidget.setTabOrder(self.second.line, self.second.toggle)
        self.first.text_changed.connect(self._on_typed)
        self.second.text_changed.connect(lambda: self.second.set_error(None))
        self.first.submitted.connect(self.submitted)
        self.second.submitted.connect(self.submitted)
        self._on_typed("")

    def text(self) -> str:
        """The passphrase as typed first."""
        return self.first.text()

    def repeated(self) -> str:
        """The passphrase as typed again."""
        return self.second.text()

    def set_texts(self, text: str, repeated: str) -> None:
        """Put back what was typed before."""
        self.first.line.setText(text)
        self.second.line.setText(repeated)

    def clear_errors(self) -> None:
        """Take the messages away."""
        self.first.set_error(None)
        self.second.set_error(None)

    def show_error(self, error: DomainError) -> None:
        """Show a refusal at the field it is about, and go there."""
        field = self.second if error.field == "repeated" else self.first
        field.set_error(explained(error))
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        field.line.selectAll()

    def _on_typed(self, text: str) -> None:
        self.first.set_error(None)
        fewest, typed = profiles.SHORTEST_PASSPHRASE, len(text.strip())
        if typed == 0:
            said = self.tr("At least {fewest} characters. A sentence is easier than a word.").format(
                fewest=fewest
            )
        elif typed < fewest:
            said = self.tr("{typed} of at least {fewest} characters").format(typed=typed, fewest=fewest)
        else:
            said = self.tr("{typed} characters: long enough.").format(typed=typed)
        self._length.setText(said)


def _label(text: str, field: PassphraseField) -> Label:
    label = Label(text, role="button")
    label.setBuddy(field.line)
    return label
