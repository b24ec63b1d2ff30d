"""Conversations: planning one, marking it held or not held, and the agreements that come out of it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgreementState,
    Conversation,
    ConversationState,
    Hat,
    NotHeldCause,
    check_not_held,
    touched,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.trajectories import Period
from wpl_desktop.services.agreements import AgreementRow, AgreementValues, agreement_rows, settle_agreement
from wpl_desktop.services.conversation_rows import ConversationRow, conversation_rows
from wpl_desktop.services.hats import are_notes_apart, check_notes_open
from wpl_desktop.services.plan_choices import (
    ParticipantChoice,
    TypeChoice,
    companions_of,
    participant_choices,
    plan_warnings,
    suggested_start,
    type_choices,
    usual_time,
)
from wpl_desktop.services.planning import DAYS_LOOKED_AHEAD, USUAL_MINUTES, free_starts
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.removal import check_no_final_round
from wpl_desktop.services.rounding_off import Closing, round_off
from wpl_desktop.services.talk_plans import (
    PlanValues,
    PlanWarnings,
    add_talks,
    change_talk,
    check_plan,
    mates_of,
    plan_ground,
    planned_group,
    set_moment,
)
from wpl_desktop.services.talk_timing import forget_timing
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.services.unchanged import unchanged
from wpl_desktop.storage.database import Database

__all__ = [
    "ConversationRow",
    "Conversations",
    "ParticipantChoice",
    "PlanValues",
    "PlanWarnings",
    "TypeChoice",
]


class Conversations:
    """Reads and changes conversations and agreements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def types(self) -> list[TypeChoice]:
        """The conversation types there are, in their own order."""
        with self._database.reading() as session:
            return type_choices(session)

    def participants(
        self, trajectory_id: uuid.UUID, *, hat: Hat, type_key: str = ""
    ) -> list[ParticipantChoice]:
        """Who may take part and who usually does in a talk under this hat, or of this type."""
        with self._database.reading() as session:
            return participant_choices(session, trajectory_id, hat=hat, type_key=type_key)

    def companions(self, trajectory_id: uuid.UUID, *, limit: int) -> list[uuid.UUID]:
        """The other running trajectories at the same institute, by name: who may come together. At most `limit`."""
        with self._database.reading() as session:
            return companions_of(session, trajectory_id, limit=limit)

    def suggested_start(
        self,
        trajectory_id: uuid.UUID,
        *,
        others: Sequence[uuid.UUID] = (),
        minutes: int = USUAL_MINUTES,
        from_day: date | None = None,
    ) -> datetime:
        """The first day from tomorrow on which the student is at the workplace and both are free, local.

        The time of day is that of the student's last conversation of this sort, else a quarter to four; what takes
        half a day begins in the morning. Closed days are left out.
        With `others` a day for all of them, with room for `minutes`; without such a day one for the first.
        """
        begin = from_day or self._tomorrow()
        with self._database.reading() as session:
            return suggested_start(session, (trajectory_id, *others), minutes=minutes, begin=begin)

    def free_starts(
        self,
        trajectory_id: uuid.UUID,
        *,
        minutes: int,
        first: date | None = None,
        days: int = DAYS_LOOKED_AHEAD,
        limit: int = 3,
    ) -> list[datetime]:
        """Proposals, at most one a day, local: the student is there, nobody is busy, the owner does not teach.

        From `first` on (tomorrow), over so many `days`; at the time of the last talk where that is free.
        """
        begin = first or self._tomorrow()
        with self._database.reading() as session:
            trajectory, student = trajectory_rows(session, trajectory_id)
            found = free_starts(
                session,
                trajectory,
                days=Period(starts_on=begin, ends_on=begin + timedelta(days=days - 1)),
                minutes=minutes,
                at=usual_time(session, trajectory_id, minutes=minutes),
                people={student.id, profile_rows(session)[0].owner_id},
            )
            return list(islice(found, limit))

    def warnings(self, values: PlanValues, *, moved: uuid.UUID | None = None) -> PlanWarnings:
        """Clashes per person (the students too), who is absent and why, and own lessons; refuses nothing."""
        with self._database.reading() as session:
            return plan_warnings(session, values, moved=moved)

    def one(self, conversation_id: uuid.UUID) -> ConversationRow:
        """One conversation as it is listed. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            found = conversation_rows(session, Conversation.id == conversation_id)
        if not found:
            raise refused("not_found")
        return found[0]

    def group_members(self, row: ConversationRow) -> tuple[uuid.UUID, ...]:
        """The trajectories of the other students in the same talk that have it in the same state."""
        if row.group_id is None:
            return ()
        with self._database.reading() as session:
            return tuple(
                session.scalars(
                    select(Conversation.trajectory_id)
                    .where(
                        Conversation.group_id == row.group_id,
                        Conversation.id != row.id,
                        Conversation.state == row.state,
                    )
                    .order_by(Conversation.id)
                )
            )

    def plan(self, values: PlanValues, *, origin: object = None) -> uuid.UUID:
        """Plan a conversation with its type's agenda; gives its id. Raises `DomainError`.

        With `others` it is a group talk: one row for each student, in one group; the id is that of the first.
        """
        with self._database.transaction(origin=origin) as session:
            ground = plan_ground(session, values.trajectory_ids, values.type_id)
            check_plan(values, ground.students)
            return add_talks(session, values, ground)[0].id

    def move(self, row: ConversationRow, values: PlanValues, *, origin: object = None) -> None:
        """Change when, where and with whom a planned conversation is; a group moves whole.

        `others` that are not in its group yet come into it. Raises `DomainError`; `notes_apart` for a type under which
        notes of the coach would come to the assessor (0.1).
        """
        with self._database.transaction(origin=origin) as session:
            move_talk(session, _planned(session, row), values)

    def hold(
        self,
        row: ConversationRow,
        *,
        summary: str,
        agreements: Sequence[AgreementValues] = (),
        settled: Sequence[tuple[AgreementRow, AgreementState]] = (),
        started_at: datetime | None = None,
        ended_at: datetime | None = None,
        origin: object = None,
    ) -> None:
        """Mark a planned conversation held, with one note and its agreements, new and settled ones.

        A group is held whole, with the note and agreements of this student. When it began and ended (UTC) is what is
        given, else what was recorded, else as planned. Raises `DomainError`; nothing is kept then.
        """
        closing = Closing(
            summary=summary, agreements=agreements, settled=settled, started_at=started_at, ended_at=ended_at
        )
        with self._database.transaction(origin=origin) as session:
            conversation = _planned(session, row)
            talks = planned_group(session, conversation)
            round_off(session, conversation, closing, clock=self._database.clock)
            for talk in talks:
                touched(talk)

    def mark_not_held(
        self,
        row: ConversationRow,
        *,
        cause: NotHeldCause | None,
        again_at: datetime | None = None,
        whole_group: bool = True,
        origin: object = None,
    ) -> uuid.UUID | None:
        """Mark a planned conversation not held, with its cause; `again_at` plans it anew in the same step.

        Gives the id of the new one. Of a group all rows, unless only this student was not there. Raises `DomainError`
        (`cause_missing`, and those of planning).
        """
        check_not_held(ConversationState.NOT_HELD, cause)
        with self._database.transaction(origin=origin) as session:
            conversation = _planned(session, row)
            talks = planned_group(session, conversation) if whole_group else [conversation]
            for talk in talks:
                _mark_not_held(session, talk, cause)
            if again_at is None:
                return None
            session.flush()
            values = PlanValues(
                trajectory_id=conversation.trajectory_id,
                type_id=conversation.type_id,
                starts_at=again_at,
                minutes=conversation.minutes,
                place=conversation.place,
                participant_ids=row.participant_ids,
                others=tuple(talk.trajectory_id for talk in talks[1:]),
                instead_of=conversation.id,
            )
            ground = plan_ground(session, values.trajectory_ids, values.type_id)
            check_plan(values, ground.students)
            return add_talks(session, values, ground)[0].id

    def plan_again(self, row: ConversationRow, *, origin: object = None) -> None:
        """Take back *held* or *not held*: the conversation is planned again, its agreements stay.

        What was planned in its place stays planned and stands by itself. A group is taken back whole, as far as it
        became the same. Raises `DomainError`: `round_final` when a report that is final tells of it.
        """
        with self._database.transaction(origin=origin) as session:
            conversation = unchanged(session, Conversation, row)
            if conversation.state is ConversationState.PLANNED:
                return
            talks = [conversation, *mates_of(session, conversation, state=conversation.state)]
            talks = [talk for talk in talks if talk.not_held_cause is conversation.not_held_cause]
            check_no_final_round(session, [talk.id for talk in talks])
            others = mates_of(session, conversation, state=ConversationState.PLANNED)
            for talk in talks:
                talk.state = ConversationState.PLANNED
                talk.not_held_cause = talk.started_at = talk.ended_at = None
                touched(talk)
                if others:
                    # The others of the group may have moved meanwhile.
                    set_moment(talk, starts_at=others[0].starts_at, minutes=others[0].minutes)
            for after in session.scalars(
                select(Conversation).where(Conversation.instead_of_id.in_([talk.id for talk in talks]))
            ):
                after.instead_of_id = None

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

    def _tomorrow(self) -> date:
        return self._database.clock.local().date() + timedelta(days=1)


def move_talk(session: Session, conversation: Conversation, values: PlanValues) -> None:
    """Change a planned talk and what is in its group. Raises `DomainError`."""
    talks = planned_group(session, conversation)
    own = {talk.trajectory_id for talk in talks}
    ids = dict.fromkeys((*(talk.trajectory_id for talk in talks), *values.others))
    ground = plan_ground(session, tuple(ids), values.type_id)
    check_plan(values, ground.students)
    students = {trajectory.id: person.id for trajectory, person in ground.students}
    for talk in talks:
        change_talk(session, talk, values, student_id=students[talk.trajectory_id], kind=ground.kind)
        set_moment(talk, starts_at=values.starts_at, minutes=values.minutes)
    newcomers = tuple(pair for pair in ground.students if pair[0].id not in own)
    if newcomers:
        group_id = conversation.group_id or uuid7()
        joined = add_talks(session, replace(values, instead_of=None), replace(ground, students=newcomers))
        for talk in (*talks, *joined):
            talk.group_id = group_id


def _planned(session: Session, row: ConversationRow) -> Conversation:
    conversation = unchanged(session, Conversation, row)
    if conversation.state is not ConversationState.PLANNED:
        raise refused("already_settled")
    return conversation


def _mark_not_held(session: Session, conversation: Conversation, cause: NotHeldCause | None) -> None:
    conversation.state = ConversationState.NOT_HELD
    conversation.not_held_cause = cause
    conversation.started_at = conversation.ended_at = None
    touched(conversation)
    forget_timing(session, conversation.id)
    if are_notes_apart(session, conversation):
        # Nobody throws away what they may not see (0.1).
        return
    # Nothing is kept of a talk that did not take place.
    conversation.summary = ""
    for item in session.scalars(select(AgendaItem).where(AgendaItem.conversation_id == conversation.id)):
        item.note, item.done = "", False
