"""What happens on the page of one conversation: notes, ticks, and what becomes of agreements."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    AgreementOutcome,
    Conversation,
    ConversationState,
    required_text,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.services.agreements import (
    AgreementRow,
    AgreementValues,
    new_agreement,
    said_on,
    set_review,
    settle_agreement,
    state_after,
)
from wpl_desktop.services.hats import check_notes_open
from wpl_desktop.services.talk_views import TalkView, talk_view
from wpl_desktop.services.unchanged import unchanged
from wpl_desktop.storage.database import Database


class Talks:
    """Reads and changes one conversation at a time, as it is being held."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, conversation_id: uuid.UUID) -> TalkView:
        """One conversation with everything its page shows. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return talk_view(session, conversation_id, today=self._today())

    def has_item_notes(self, conversation_id: uuid.UUID) -> bool:
        """Whether anything was written at an item of the agenda, besides the one note of the conversation."""
        with self._database.reading() as session:
            found = session.scalars(
                select(func.count())
                .select_from(AgendaItem)
                .where(AgendaItem.conversation_id == conversation_id, AgendaItem.note != "")
            ).one()
            return found > 0

    def save_note(self, item_id: uuid.UUID, text: str, *, version: int, origin: object = None) -> int:
        """Keep the note of one item of the agenda; gives the item's new version.

        Raises `DomainError`: `not_found`, `changed_meanwhile`, `already_settled` when the talk was not held, and
        `notes_apart` when its notes are the coach's alone (0.1).
        """
        with self._database.transaction(origin=origin) as session:
            item = _item(session, item_id, version=version)
            check_notes_open(session, session.get_one(Conversation, item.conversation_id))
            item.note = text.strip()
            session.flush()
            return item.version

    def save_summary(
        self, conversation_id: uuid.UUID, text: str, *, version: int, origin: object = None
    ) -> int:
        """Keep the one note of a conversation; gives the conversation's new version. Raises as `save_note`."""
        with self._database.transaction(origin=origin) as session:
            conversation = _open_talk(session, conversation_id)
            check_notes_open(session, conversation)
            if conversation.version != version:
                raise refused("changed_meanwhile")
            conversation.summary = text.strip()
            session.flush()
            return conversation.version

    def tick(self, item_id: uuid.UUID, *, done: bool, version: int, origin: object = None) -> int:
        """Tick an item of the agenda, or untick it; gives its new version. Raises as `save_note`."""
        with self._database.transaction(origin=origin) as session:
            item = _item(session, item_id, version=version)
            item.done = done
            session.flush()
            return item.version

    def review(
        self,
        conversation_id: uuid.UUID,
        row: AgreementRow,
        outcome: AgreementOutcome,
        *,
        due_on: date | None = None,
        origin: object = None,
    ) -> None:
        """Say in a conversation what became of an agreement of before.

        Done and let go settle it, on the day of the talk or today when that is still to come. *Goes on* keeps it
        open, until `due_on` when a new date is given. Raises as `save_note`.
        """
        with self._database.transaction(origin=origin) as session:
            conversation = _open_talk(session, conversation_id)
            agreement = settle_agreement(
                session, row, state_after(outcome), on=said_on(conversation, today=self._today())
            )
            if outcome is AgreementOutcome.GOES_ON and due_on is not None:
                agreement.due_on = due_on
            set_review(session, conversation_id, row.id, outcome)

    def add_agreement(
        self, conversation_id: uuid.UUID, values: AgreementValues, *, origin: object = None
    ) -> uuid.UUID:
        """Note a new agreement that comes out of a conversation; gives its id. Raises `DomainError`."""
        with self._database.transaction(origin=origin) as session:
            agreement = new_agreement(_open_talk(session, conversation_id), values)
            session.add(agreement)
            return agreement.id

    def change_agreement(self, row: AgreementRow, values: AgreementValues, *, origin: object = None) -> None:
        """Write an agreement differently. Raises `DomainError` (`agreement_missing`, `changed_meanwhile`)."""
        text = required_text(values.text, code="agreement_missing", field="agreements")
        with self._database.transaction(origin=origin) as session:
            agreement = unchanged(session, Agreement, row)
            agreement.party, agreement.person_id = values.party, values.person_id
            agreement.text, agreement.due_on = text, values.due_on

    def _today(self) -> date:
        return self._database.clock.local().date()


def _open_talk(session: Session, conversation_id: uuid.UUID) -> Conversation:
    """A conversation of which something may be kept."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        raise refused("not_found")
    if conversation.state is ConversationState.NOT_HELD:
        raise refused("already_settled")
    return conversation


def _item(session: Session, item_id: uuid.UUID, *, version: int) -> AgendaItem:
    item = session.get(AgendaItem, item_id)
    if item is None:
        raise refused("not_found")
    _open_talk(session, item.conversation_id)
    if item.version != version:
        raise refused("changed_meanwhile")
    return item
