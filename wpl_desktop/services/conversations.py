"""Conversations: planning one, marking it held or not held, and the agreements that come out of it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgendaTemplateItem,
    AgreementState,
    Clash,
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    Hat,
    NotHeldCause,
    Slot,
    check_minutes,
    check_not_held,
    stays_with_mentor,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Trajectory, check_inside_trajectory, is_at_workplace
from wpl_desktop.domain.words import Words
from wpl_desktop.services.agreements import (
    AgreementRow,
    AgreementValues,
    agreement_rows,
    new_agreement,
    outcome_of,
    said_on,
    set_review,
    settle_agreement,
)
from wpl_desktop.services.conversation_rows import ConversationRow, conversation_rows
from wpl_desktop.services.hats import are_notes_apart, check_notes_open
from wpl_desktop.services.planning import USUAL_TIME, block_periods, clashes_of, first_free_start
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.trajectories import people_of, trajectory_rows
from wpl_desktop.services.unchanged import unchanged
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class TypeChoice:
    """A conversation type to choose, with its defaults and agenda (minutes and title)."""

    id: uuid.UUID
    key: str
    name: Words
    short_name: Words
    minutes: int
    hat: Hat
    participants: Words
    preparation: Words
    agenda: tuple[tuple[int, Words], ...]


@dataclass(frozen=True, kw_only=True)
class ParticipantChoice:
    """Somebody of the trajectory who may take part; `usual` when the conversation normally has them."""

    person_id: uuid.UUID
    name: str
    party: Party
    usual: bool


@dataclass(frozen=True, kw_only=True)
class PlanValues:
    """What the planning dialog gives. `starts_at` is local; `participant_ids` leave the student out."""

    trajectory_id: uuid.UUID
    type_id: uuid.UUID
    starts_at: datetime
    minutes: int
    place: str = ""
    participant_ids: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanWarnings:
    """What the planner should know before agreeing: clashes per person, and a day without the student."""

    clashes: tuple[Clash, ...]
    student_absent: bool


class Conversations:
    """Reads and changes conversations and agreements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def types(self) -> list[TypeChoice]:
        """The conversation types there are, in their own order."""
        with self._database.reading() as session:
            items: dict[uuid.UUID, list[tuple[int, Words]]] = {}
            for item in session.scalars(select(AgendaTemplateItem).order_by(AgendaTemplateItem.position)):
                items.setdefault(item.type_id, []).append((item.minutes, item.title))
            return [
                TypeChoice(
                    id=kind.id,
                    key=kind.key,
                    name=kind.name,
                    short_name=kind.short_name,
                    minutes=kind.minutes,
                    hat=kind.hat,
                    participants=kind.participants,
                    preparation=kind.preparation,
                    agenda=tuple(items.get(kind.id, ())),
                )
                for kind in session.scalars(select(ConversationType).order_by(ConversationType.position))
            ]

    def participants(self, trajectory_id: uuid.UUID, *, hat: Hat) -> list[ParticipantChoice]:
        """Who may take part and who usually does.

        Usual is the owner when coaching or evaluating, the institute when evaluating or in its own talk, and nobody
        of the workplace among peers or on a return day (section 3).
        """
        with self._database.reading() as session:
            owner_id = profile_rows(session)[0].owner_id
            people = {person.id: person for _, person in people_of(session, trajectory_id)}
            return [
                ParticipantChoice(
                    person_id=person.id,
                    name=person.name,
                    party=person.party,
                    usual=(person.id == owner_id and hat in {Hat.COACH, Hat.EVALUATE})
                    or (person.party is Party.INSTITUTE and hat in {Hat.EVALUATE, Hat.INSTITUTE}),
                )
                for person in people.values()
            ]

    def suggested_start(self, trajectory_id: uuid.UUID) -> datetime:
        """The first day from tomorrow on which the student is at the workplace and both are free, local.

        The time of day is that of the student's last conversation, else a quarter to four.
        """
        with self._database.reading() as session:
            trajectory, student = trajectory_rows(session, trajectory_id)
            owner_id = profile_rows(session)[0].owner_id
            last = session.scalars(
                select(Conversation.starts_at)
                .where(Conversation.trajectory_id == trajectory_id)
                .order_by(Conversation.starts_at.desc())
                .limit(1)
            ).first()
            first = max(self._database.clock.local().date() + timedelta(days=1), trajectory.starts_on)
            return first_free_start(
                session,
                trajectory,
                first=first,
                at=last.time() if last is not None else USUAL_TIME,
                people={student.id, owner_id},
            )

    def warnings(self, values: PlanValues, *, moved: uuid.UUID | None = None) -> PlanWarnings:
        """Clashes per person (the student too) and whether the student is absent that day; refuses nothing."""
        with self._database.reading() as session:
            trajectory, student = trajectory_rows(session, values.trajectory_id)
            present = is_at_workplace(
                values.starts_at.date(),
                weekdays=trajectory.weekdays,
                blocks=block_periods(session, values.trajectory_id),
            )
            people = {student.id, *values.participant_ids}
            wanted = Slot(starts_at=values.starts_at, minutes=values.minutes)
            return PlanWarnings(
                clashes=tuple(clashes_of(session, wanted, people=people, moved=moved)),
                student_absent=not present,
            )

    def plan(self, values: PlanValues, *, origin: object = None) -> uuid.UUID:
        """Plan a conversation with its type's agenda; gives its id. Raises `DomainError`."""
        with self._database.transaction(origin=origin) as session:
            trajectory, student = trajectory_rows(session, values.trajectory_id)
            _check_plan(values, trajectory)
            kind = session.get_one(ConversationType, values.type_id)
            conversation = Conversation(
                trajectory_id=trajectory.id,
                type_id=kind.id,
                hat=kind.hat,
                starts_at=values.starts_at,
                minutes=values.minutes,
                place=values.place.strip(),
            )
            session.add(conversation)
            session.flush()
            copy_agenda(session, conversation)
            for person_id in dict.fromkeys((student.id, *values.participant_ids)):
                session.add(ConversationParticipant(conversation_id=conversation.id, person_id=person_id))
            return conversation.id

    def move(self, row: ConversationRow, values: PlanValues, *, origin: object = None) -> None:
        """Change when, where and with whom a planned conversation is.

        Raises `DomainError`; `notes_apart` for a type under which notes of the coach would come to the assessor (0.1).
        """
        with self._database.transaction(origin=origin) as session:
            conversation = _planned(session, row)
            trajectory, student = trajectory_rows(session, conversation.trajectory_id)
            _check_plan(values, trajectory)
            kind = session.get_one(ConversationType, values.type_id)
            if kind.id != conversation.type_id:
                notes = [conversation.summary]
                for item in session.scalars(
                    select(AgendaItem)
                    .where(AgendaItem.conversation_id == conversation.id)
                    .order_by(AgendaItem.position)
                ):
                    # What was prepared goes along in the one note, but for what may not be shown to others.
                    notes.append("" if item.wellbeing else item.note)
                    session.delete(item)
                together = "\n\n".join(note for note in notes if note)
                if together and not stays_with_mentor(kind.hat):
                    check_notes_open(session, conversation)
                conversation.summary = together
                conversation.type_id, conversation.hat = kind.id, kind.hat
                session.flush()
                copy_agenda(session, conversation)
            conversation.starts_at = values.starts_at
            conversation.minutes = values.minutes
            conversation.place = values.place.strip()
            _set_participants(session, conversation.id, [student.id, *values.participant_ids])

    def hold(
        self,
        row: ConversationRow,
        *,
        summary: str,
        agreements: Sequence[AgreementValues] = (),
        settled: Sequence[tuple[AgreementRow, AgreementState]] = (),
        origin: object = None,
    ) -> None:
        """Mark a planned conversation held, with one note and its agreements, new and settled ones.

        Raises `DomainError`; nothing is kept then.
        """
        with self._database.transaction(origin=origin) as session:
            conversation = _planned(session, row)
            conversation.state = ConversationState.HELD
            # What the coach noted stays as it is where the one who marks the talk may not see it.
            if not are_notes_apart(session, conversation):
                conversation.summary = summary.strip()
            on = said_on(conversation, today=self._database.clock.local().date())
            for agreement, state in settled:
                settle_agreement(session, agreement, state, on=on)
                set_review(session, conversation.id, agreement.id, outcome_of(state))
            for values in agreements:
                session.add(new_agreement(conversation, values))

    def mark_not_held(
        self, row: ConversationRow, *, cause: NotHeldCause | None, origin: object = None
    ) -> None:
        """Mark a planned conversation not held, with its cause. Raises `DomainError` (`cause_missing`)."""
        check_not_held(ConversationState.NOT_HELD, cause)
        with self._database.transaction(origin=origin) as session:
            conversation = _planned(session, row)
            conversation.state = ConversationState.NOT_HELD
            conversation.not_held_cause = cause
            if are_notes_apart(session, conversation):
                # Nobody throws away what they may not see (0.1).
                return
            # Nothing is kept of a talk that did not take place.
            conversation.summary = ""
            for item in session.scalars(
                select(AgendaItem).where(AgendaItem.conversation_id == conversation.id)
            ):
                item.note, item.done = "", False

    def plan_again(self, row: ConversationRow, *, origin: object = None) -> None:
        """Take back *held* or *not held*: the conversation is planned again, its agreements stay."""
        with self._database.transaction(origin=origin) as session:
            conversation = unchanged(session, Conversation, row)
            conversation.state = ConversationState.PLANNED
            conversation.not_held_cause = None

    def of_student(self, trajectory_id: uuid.UUID) -> list[ConversationRow]:
        """A student's conversations, newest first."""
        with self._database.reading() as session:
            return conversation_rows(session, Conversation.trajectory_id == trajectory_id)

    def agreements_of(self, trajectory_id: uuid.UUID) -> list[AgreementRow]:
        """A student's agreements: open ones first, then by date."""
        with self._database.reading() as session:
            return agreement_rows(session, trajectory_id)

    def settle(self, row: AgreementRow, state: AgreementState, *, origin: object = None) -> None:
        """Say what became of an agreement; `OPEN` takes it back. Raises `DomainError` (`changed_meanwhile`)."""
        with self._database.transaction(origin=origin) as session:
            settle_agreement(session, row, state, on=self._database.clock.local().date())

    def keep_note(self, row: ConversationRow, note: str, *, origin: object = None) -> None:
        """Keep a note of a talk that is still planned: what was typed before the window was locked."""
        with self._database.transaction(origin=origin) as session:
            conversation = _planned(session, row)
            check_notes_open(session, conversation)
            conversation.summary = note.strip()


def _planned(session: Session, row: ConversationRow) -> Conversation:
    conversation = unchanged(session, Conversation, row)
    if conversation.state is not ConversationState.PLANNED:
        raise refused("already_settled")
    return conversation


def _check_plan(values: PlanValues, trajectory: Trajectory) -> None:
    check_minutes(values.minutes)
    check_inside_trajectory(values.starts_at.date(), trajectory, field="starts_at")


def copy_agenda(session: Session, conversation: Conversation) -> None:
    """Give a conversation the agenda of its type as its own lines."""
    for item in session.scalars(
        select(AgendaTemplateItem)
        .where(AgendaTemplateItem.type_id == conversation.type_id)
        .order_by(AgendaTemplateItem.position)
    ):
        session.add(
            AgendaItem(
                conversation_id=conversation.id,
                position=item.position,
                minutes=item.minutes,
                title=item.title,
                wellbeing=item.wellbeing,
            )
        )


def _set_participants(session: Session, conversation_id: uuid.UUID, wanted: Sequence[uuid.UUID]) -> None:
    present = {
        participant.person_id: participant
        for participant in session.scalars(
            select(ConversationParticipant).where(ConversationParticipant.conversation_id == conversation_id)
        )
    }
    for person_id, participant in present.items():
        if person_id not in wanted:
            session.delete(participant)
    for person_id in dict.fromkeys(wanted):
        if person_id not in present:
            session.add(ConversationParticipant(conversation_id=conversation_id, person_id=person_id))
