"""The question before a round becomes final: what happens then, and what is still missing."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

# What each refusal lets the user do next.
SHEET_CODES = frozenset({"round_open_gaps"})
TEXT_CODES = frozenset({"response_missing"})


class FinaliseDialog(QDialog):
    """Asks once; Cancel is the default, because nothing brings a draft back."""

    sheet_requested = Signal()
    texts_requested = Signal()

    def __init__(
        self,
        services: Services,
        *,
        parent: QWidget | None,
        round_id: uuid.UUID,
        student_name: str,
        report_title: str,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._round_id = round_id
        self.setWindowTitle(self.tr("Make final"))
        self.setFixedWidth(theme.scaled(480))
        self._who = Label(student_name, role="section")
        self._what = muted_label(report_title)
        self._text = Label(
            self.tr(
                "From now on this round can be read but no longer changed, and the report carries no draft mark. "
                "This cannot be undone."
            )
        )
        self._error = Hint("", icon="warning")
        self.next_button = Button("", icon="chevron-right", icon_at_end=True, height=36)
        self.cancel = Button(self.tr("Cancel"), height=36)
        self.finalise = Button(self.tr("Make final"), kind="primary", icon="check", height=36)
        self._code = ""
        self._assemble()
        self._connect()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_height()

    # Slots

    def accept(self) -> None:
        """Make the round final; what is missing is said here and the dialog stays."""
        try:
            self._services.evaluations.finalise(self._round_id, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        super().accept()

    def error(self) -> str:
        """What stands in the way, as it is shown; empty when nothing does."""
        return self._error.text()

    def _on_next(self) -> None:
        self.reject()
        if self._code in TEXT_CODES:
            self.texts_requested.emit()
        else:
            self.sheet_requested.emit()

    # Internals

    def _assemble(self) -> None:
        self._error.hide()
        self.next_button.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.scaled(12))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.finalise)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._who)
        head.addWidget(self._what)
        self._column = QVBoxLayout(self)
        column = self._column
        margin = theme.scaled(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.scaled(16))
        # Qt's own smallest height supposes narrower sentences than these.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._error)
        column.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.finalise.clicked.connect(self.accept)
        self.next_button.clicked.connect(self._on_next)
        # Enter presses the button that has the focus; before anybody moves it, that is Cancel.
        for button in (self.next_button, self.cancel, self.finalise):
            button.setAutoDefault(True)
        self.cancel.setDefault(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        self._code = error.code
        self._error.set_text(error_message(error, translate))
        self._error.show()
        next_step = ""
        if error.code in SHEET_CODES:
            next_step = self.tr("To the score sheet")
        elif error.code in TEXT_CODES:
            next_step = self.tr("To the texts of the report")
        self.next_button.setText(next_step)
        self.next_button.setVisible(bool(next_step))
        if next_step:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as the wrapped sentences need at this width."""
        self.resize(self.width(), self._column.heightForWidth(self.width()))
