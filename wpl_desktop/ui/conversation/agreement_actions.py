"""What is done with agreements on a conversation's page: those of before, and new ones."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wpl_desktop.domain.conversations import AgreementOutcome
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.agreements import AgreementRow, AgreementValues
from wpl_desktop.texts import error_message
from wpl_desktop.ui.language import translate

if TYPE_CHECKING:
    from wpl_desktop.ui.conversation.conversation_page import ConversationPage


class AgreementActions(QObject):
    """Keeps what is said of agreements at once; what is refused is said at its place."""

    def __init__(self, page: ConversationPage) -> None:
        super().__init__(page)
        self._page = page
        page.parts.earlier.reviewed.connect(self._on_reviewed)
        made = page.parts.made
        made.added.connect(self._on_added)
        made.changed.connect(self._on_changed)
        made.removed.connect(self._on_removed)

    def _on_reviewed(self, row: AgreementRow, outcome: AgreementOutcome, due_on: date | None) -> None:
        talk_id, talks = self._talk_id(), self._page.bundle().talks
        if talk_id is not None and self._page.attempt(
            lambda: talks.review(talk_id, row, outcome, due_on=due_on, origin=self._page)
        ):
            self._page.after_change()

    def _on_added(self, values: AgreementValues) -> None:
        talk_id = self._talk_id()
        if talk_id is None:
            return
        quick = self._page.parts.made.quick
        try:
            self._page.bundle().talks.add_agreement(talk_id, values, origin=self._page)
        except (DomainError, EnvironmentTrouble) as error:
            quick.set_error(error_message(error, translate))
            return
        quick.clear()
        self._page.after_change()
        self._page.parts.made.focus_quick()

    def _on_changed(self, row: AgreementRow, values: AgreementValues) -> None:
        try:
            self._page.bundle().agreement_board.change(row, values, origin=self._page)
        except (DomainError, EnvironmentTrouble) as error:
            # Shown as it is now; what was typed stays, and Enter once more is a new decision.
            self._page.refresh()
            self._page.parts.made.editor.set_error(error_message(error, translate))
            return
        self._page.parts.made.stop_editing()
        self._page.after_change()

    def _on_removed(self, row: AgreementRow) -> None:
        removal = self._page.bundle().removal
        if self._page.attempt(lambda: removal.delete_agreement(row, origin=self._page)):
            self._page.after_change()
            self._page.parts.made.focus_quick()

    def _talk_id(self) -> uuid.UUID | None:
        view = self._page.view()
        return view.row.id if view is not None else None
