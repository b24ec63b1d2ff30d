"""The one act after which everybody sees each other's sheets: asked once, with who is not ready yet."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import short_day, translate
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.rounds.round_words import listed, round_heading, state_words, voice_with_name
from wpl_desktop.ui.widgets.buttons import plain_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.shapes import ShapeMark
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

WIDTH = 560
#: Under which name what was typed here survives the lock.
DRAFT = "reveal"


class RevealDialog(FormDialog):
    """Waits by default while somebody is missing; the own sheet comes first, and it cannot be undone (R5)."""

    #: The round whose sheets are side by side now.
    revealed = Signal(object)
    open_requested = Signal(str, dict)

    def __init__(self, services: Services, *, round_id: uuid.UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._round_id = round_id
        self._view = services.round_steps.view(round_id)
        self.setWindowTitle(self.tr("Put side by side"))
        self.words = Label("")
        self.hint = Hint("")
        self.reason = TextArea(name="", least_lines=2, most_lines=5)
        self.reason_field = Field(self.tr("Why do you not wait?"), self.reason, helper=self._why_asked())
        self.go_on = plain_button(self.tr("Put side by side all the same"), height=36)
        self._assemble()
        self.finish()
        self._load()
        self._connect()

    def is_waiting(self) -> bool:
        """Whether somebody is not ready, so that going on takes a reason."""
        return self._view.revealed_on is None and self._view.own_ready and bool(self._view.missing)

    def flush(self) -> bool:
        """Keep the reason that was typed, before the window is locked; False when it could not be."""
        try:
            self._services.round_steps.keep_draft(self._round_id, DRAFT, self.reason.text())
        except (DomainError, EnvironmentTrouble):
            return False
        return True

    # Events

    def accept(self) -> None:
        """Put the sheets side by side; while somebody is missing it waits instead."""
        if self._view.revealed_on is not None:
            self._look()
        elif not self._view.own_ready:
            self._on_sheet()
        elif self._view.missing:
            self.reject()
        else:
            self._reveal()

    def reject(self) -> None:
        """Wait: what was typed is there again when the dialog is opened."""
        self.flush()
        super().reject()

    # Slots

    def _reveal(self) -> None:
        self._show_reason_error(None)
        self.set_message("")
        try:
            self._services.rounds.reveal(self._round_id, reason=self.reason.text(), origin=self)
            self._services.round_steps.keep_draft(self._round_id, DRAFT, "")
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        self._look()

    def _on_reason(self) -> None:
        if self.reason_field.error() is not None and self.reason.text().strip():
            self._show_reason_error(None)

    def _look(self) -> None:
        super().accept()
        self.revealed.emit(self._round_id)

    def _on_sheet(self) -> None:
        super().reject()
        self.open_requested.emit(
            "score_sheet",
            {"round_id": self._round_id, "perspective": OWN_PERSPECTIVE, "strand": Strand.STUDENT_PART},
        )

    # Internals

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(self._view.student_name, role="title"))
        head.addWidget(muted_label(round_heading(self._view)))
        self.body.addLayout(head)
        self.body.addLayout(self._who())
        self.body.addWidget(self.hint)
        self.body.addWidget(self.words)
        self.body.addWidget(self.reason_field)
        self.body.addStretch(1)
        self.bar.right.addWidget(self.go_on)

    def _who(self) -> QVBoxLayout:
        """Each perspective with how far it is; never what stands in a sheet."""
        column = QVBoxLayout()
        column.setSpacing(theme.scaled(8))
        for one in self._view.perspectives:
            row = QHBoxLayout()
            row.setSpacing(theme.scaled(10))
            row.addWidget(ShapeMark(SHAPES[one], size=theme.scaled(12)), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(Label(voice_with_name(self._view, one)), 1)
            state = state_words(self._view.sheet(one, Strand.STUDENT_PART))
            row.addWidget(muted_label(state), 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
        return column

    def _load(self) -> None:
        view = self._view
        waiting = self.is_waiting()
        self.go_on.setVisible(waiting)
        self.reason_field.setVisible(waiting)
        self.reason.set_text(self._services.round_steps.draft(self._round_id, DRAFT) if waiting else "")
        self.hint.setVisible(False)
        if view.revealed_on is not None:
            self.words.setText(self.tr("The sheets are side by side already."))
            self.primary.setText(self.tr("Look"))
        elif not view.own_ready:
            self._show_hint(self.tr("Your own sheet is not ready yet. Finish it first."))
            self.words.setText(self.tr("Afterwards you can put the sheets side by side here."))
            self.primary.setText(self.tr("To your sheet"))
            self.primary.set_icon("edit")
        elif waiting:
            who = listed([voice_with_name(view, one) for one in view.missing])
            self._show_hint(self.tr("Not ready yet: {who}.").format(who=who))
            wait = (
                self.tr("It is best to wait a little longer.")
                if view.is_overdue
                else self.tr("It is best to wait, until {day}.").format(day=short_day(view.ready_by))
            )
            cost = self.tr("Going on cannot be undone: who comes later is no longer blind.")
            self.words.setText(f"{wait} {cost}")
            self.primary.setText(self.tr("Wait"))
            self.primary.set_icon("clock")
        else:
            self.words.setText(
                self.tr(
                    "From now on everybody sees each other's levels. This is done once and cannot be undone."
                )
            )
            self.primary.setText(self.tr("Put side by side"))
        self.cancel.setVisible(not waiting)
        # Enter, pressed once too often, may not do what cannot be undone.
        reveals = view.revealed_on is None and view.own_ready and not waiting
        (self.cancel if reveals else self.primary).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hint(self, text: str) -> None:
        self.hint.set_text(text)
        self.hint.show()

    def _connect(self) -> None:
        self.go_on.setAutoDefault(True)
        self.go_on.clicked.connect(self._reveal)
        self.reason.textChanged.connect(self._on_reason)

    def _why_asked(self) -> str:
        return self.tr("The reason is kept, and printed with the report.")

    def _show_reason_error(self, text: str | None) -> None:
        """In the place of the helping line, so that the button below does not move from under the pointer."""
        self.reason_field.set_helper("" if text else self._why_asked())
        self.reason_field.set_error(text)

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.code == "not_all_ready" and self.is_waiting():
            self._show_reason_error(self.tr("Write down why you do not wait."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_field(self.reason_field)
            return
        self.set_message(message)
