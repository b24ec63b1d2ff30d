"""What every step of the first run has: a heading, fields that are read from and written to the answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.answers import Answers
from wpl_desktop.ui.widgets.labels import display_label, muted_label


class Step(QWidget):
    """One step; subclasses add their fields to `column`."""

    submitted = Signal()

    def __init__(self, *, place: str, parent: QWidget | None = None) -> None:
        """`place` says which step this is, above the title."""
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.scaled(16))
        head = QVBoxLayout()
        head.setSpacing(theme.scaled(2))
        head.addWidget(muted_label(place))
        self._title = display_label("")
        head.addWidget(self._title)
        self.column.addLayout(head)

    def set_title(self, text: str) -> None:
        """Say what this step asks."""
        self._title.setText(text)

    def load(self, answers: Answers) -> None:
        """Show what was typed before."""
        raise NotImplementedError

    def store(self, answers: Answers) -> None:
        """Write down what is typed."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether one may go on; shows what is wrong at its field and goes there."""
        return True

    def show_error(self, error: DomainError) -> bool:
        """Show a refusal when one of the fields of this step is meant; tells whether it was."""
        del error
        return False

    def focus_first(self) -> None:
        """Put the focus where the step starts."""
        raise NotImplementedError
