"""The demo's own part of the settings: taking everything that is made up away again (P30)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.settings.section import ButtonRow, Section
from wpl_desktop.ui.widgets.buttons import plain_button, quiet_button
from wpl_desktop.ui.widgets.labels import Label


class DemoSection(Section):
    """One button, and one question in its place; nothing is left afterwards."""

    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Demo year"),
            self.tr(
                "Everything in this profile is made up. When you have seen enough, remove it; you can always have "
                "the program make it again."
            ),
            icon="book",
            parent=parent,
        )
        self.remove_button = plain_button(self.tr("Remove the demo…"), icon="trash")
        self._offer = ButtonRow((self.remove_button,))
        self.question = QWidget()
        self.confirm_button = quiet_button(self.tr("Remove the demo"), icon="trash")
        self.keep_button = plain_button(self.tr("Keep the demo"))
        self._assemble()
        self.remove_button.clicked.connect(self._on_remove)
        self.confirm_button.clicked.connect(self.removal_requested)
        self.keep_button.clicked.connect(self._on_keep)

    def start_over(self) -> None:
        """Show the button again, with nothing asked."""
        self.question.hide()
        self._offer.show()

    def _on_remove(self) -> None:
        self._offer.hide()
        self.question.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        self.start_over()
        self.remove_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        words = Label(
            filled(
                self.tr(
                    "The made-up {students}, everything you tried with them and the back-ups go for good. Your other "
                    "profiles stay as they are."
                )
            ),
            role="strong",
        )
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(12))
        column.addWidget(words)
        column.addWidget(ButtonRow((self.confirm_button, self.keep_button)))
        self.column.addWidget(self._offer)
        self.column.addWidget(self.question)
        self.question.hide()
