"""What happens on the page of one conversation: notes, ticks, and what becomes of agreements."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgreementOutcome,
    Conversation,
    ConversationState,
    ConversationType,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import clean_name
from wpl_desktop.domain.talk_timing import TalkTiming
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.agreements import (
    AgreementRow,
    AgreementValues,
    new_agreement,
    said_on,
    set_review,
    settle_agreement,
    state_after,
)
from wpl_desktop.services.earlier_agreements import EarlierAgreement, agreements_around, must_say_all
from wpl_desktop.services.hats import check_notes_open
from wpl_desktop.services.method_cards import is_method_of
from wpl_desktop.services.other_names import names_of_everybody_but
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.rounding_off import check_moments, group_of, local_of, planned_moments, utc_of
from wpl_desktop.services.talk_timing import keep_timing, kept_timing
from wpl_desktop.services.talk_views import TalkView, talk_view
from wpl_desktop.storage.database import Database

#: A label of feedback is one word or two.
LONGEST_LABEL: Final = 24


class Talks:
    """Reads and changes one conversation at a time, as it is being held."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, conversation_id: uuid.UUID) -> TalkView:
        """One conversation with everything its page shows. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return talk_view(session, conversation_id, today=self._today())

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

    def review_all(
        self,
        conversation_id: uuid.UUID,
        rows: Sequence[AgreementRow],
        outcome: AgreementOutcome,
        *,
        origin: object = None,
    ) -> None:
        """Say the same of several agreements at once, as one step to undo. Raises as `review`."""
        with self._database.transaction(origin=origin) as session:
            conversation = _open_talk(session, conversation_id)
            on = said_on(conversation, today=self._today())
            for row in rows:
                settle_agreement(session, row, state_after(outcome), on=on)
                set_review(session, conversation_id, row.id, outcome)

    def earlier(self, conversation_id: uuid.UUID) -> tuple[EarlierAgreement, ...]:
        """The agreements that were open when a talk began. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            conversation = session.get(Conversation, conversation_id)
            if conversation is None:
                raise refused("not_found")
            return agreements_around(session, conversation)[0]

    def must_say_all(self, conversation_id: uuid.UUID) -> bool:
        """Whether something must be said of each of them before the talk is rounded off."""
        with self._database.reading() as session:
            conversation = session.get(Conversation, conversation_id)
            return conversation is not None and must_say_all(conversation)

    def moments(self, conversation_id: uuid.UUID) -> tuple[datetime, datetime]:
        """From when to when a talk was as far as that is known, else as it was planned; local.

        Raises `DomainError` (`not_found`).
        """
        with self._database.reading() as session:
            conversation = session.get(Conversation, conversation_id)
            if conversation is None:
                raise refused("not_found")
            begin, _ = planned_moments(conversation)
            started_at = conversation.started_at or begin
            ended_at = conversation.ended_at or started_at + timedelta(minutes=conversation.minutes)
            return local_of(started_at), local_of(ended_at)

    def add_agreement(
        self, conversation_id: uuid.UUID, values: AgreementValues, *, origin: object = None
    ) -> uuid.UUID:
        """Note a new agreement that comes out of a conversation; gives its id. Raises `DomainError`."""
        with self._database.transaction(origin=origin) as session:
            agreement = new_agreement(_open_talk(session, conversation_id), values)
            session.add(agreement)
            return agreement.id

    def start(self, conversation_id: uuid.UUID, *, origin: object = None) -> None:
        """Note that a talk begins now, for everybody who has it; one that has begun stays as it is.

        Raises `DomainError` (`not_found`, `already_settled`).
        """
        now = self._database.clock.now()
        with self._database.transaction(origin=origin) as session:
            for talk in _of_everybody(session, _open_talk(session, conversation_id)):
                talk.started_at = talk.started_at or now

    def set_moments(
        self,
        conversation_id: uuid.UUID,
        *,
        started_at: datetime | None,
        ended_at: datetime | None,
        origin: object = None,
    ) -> None:
        """Say from when to when a talk really was, local; None: not known.

        Raises `DomainError`: `ends_before_start` (field `ended_at`), `not_found`, `already_settled`.
        """
        begin = utc_of(started_at) if started_at is not None else None
        end = utc_of(ended_at) if ended_at is not None else None
        check_moments(begin, end)
        with self._database.transaction(origin=origin) as session:
            for talk in _of_everybody(session, _open_talk(session, conversation_id)):
                talk.started_at, talk.ended_at = begin, end

    def choose_method(self, conversation_id: uuid.UUID, method: str, *, origin: object = None) -> None:
        """Put a method card on the table, or none (`FREE`), for everybody who has the talk.

        Raises `DomainError`: `not_found` also for a card that does not suit this kind of talk; `already_settled`.
        """
        with self._database.transaction(origin=origin) as session:
            conversation = _open_talk(session, conversation_id)
            if not is_method_of(session.get_one(ConversationType, conversation.type_id).key, method):
                raise refused("not_found", field="method")
            for talk in _of_everybody(session, conversation):
                talk.method = method

    def set_feedback_labels(self, labels: Sequence[str], *, origin: object = None) -> None:
        """Use one's own words for the labels of feedback on every card from now on; an empty one is the usual one."""
        words = [clean_name(label)[:LONGEST_LABEL] for label in labels]
        with self._database.transaction(origin=origin) as session:
            profile_rows(session)[0].feedback_labels = words if any(words) else []

    def timing(self, conversation_id: uuid.UUID) -> TalkTiming | None:
        """How long the talk was at each line of its agenda, as it was kept last; None when it does not go on."""
        with self._database.reading() as session:
            return kept_timing(session, conversation_id)

    def keep_timing(self, conversation_id: uuid.UUID, timing: TalkTiming) -> None:
        """Keep how long a talk was at each line, past the journal; nobody is told. Gone once the talk is over."""
        with self._database.transaction(undoable=False) as session:
            conversation = session.get(Conversation, conversation_id)
            if conversation is not None and conversation.state is ConversationState.PLANNED:
                keep_timing(session, conversation_id, timing)

    def names_to_avoid(self, conversation_id: uuid.UUID) -> frozenset[str]:
        """The folded words of names that do not belong in a student's own take-away: those of anybody else.

        The student's own name may stand there, and so may the owner's. Raises `DomainError` (`not_found`).
        """
        with self._database.reading() as session:
            conversation = session.get(Conversation, conversation_id)
            if conversation is None:
                raise refused("not_found")
            trajectory = session.get_one(Trajectory, conversation.trajectory_id)
            own = {trajectory.student_id, profile_rows(session)[0].owner_id}
            return names_of_everybody_but(session, own)

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


def _of_everybody(session: Session, conversation: Conversation) -> list[Conversation]:
    """The talk of everybody who has it with this student, as far as something may be kept of it."""
    if conversation.group_id is None:
        return [conversation]
    talks = group_of(session, conversation.group_id)
    return [talk for talk in talks if talk.state is not ConversationState.NOT_HELD]


def _item(session: Session, item_id: uuid.UUID, *, version: int) -> AgendaItem:
    item = session.get(AgendaItem, item_id)
    if item is None:
        raise refused("not_found")
    _open_talk(session, item.conversation_id)
    if item.version != version:
        raise refused("changed_meanwhile")
    return item
