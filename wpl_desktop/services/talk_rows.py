"""Lines of talks over all students: who, when, what became of them, and the round they belong to."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    AgendaItem,
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    Hat,
    NotHeldCause,
)
from wpl_desktop.domain.evaluations import Perspective, Round, taking_part
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.sheets import ready_by_round

#: A round that names no talk belongs to the evaluating talk that is at most this far from its day.
_ROUND_NEAR: Final = timedelta(weeks=2)


@dataclass(frozen=True, kw_only=True)
class StudentName:
    """Whose line it is."""

    trajectory_id: uuid.UUID
    student_id: uuid.UUID
    name: str
    call_name: str
    sort_name: str


@dataclass(frozen=True, kw_only=True)
class RoundState:
    """One round and which perspectives are ready with the student's part, which is what a trialogue is about."""

    id: uuid.UUID
    trajectory_id: uuid.UUID
    conversation_id: uuid.UUID | None
    number: int
    held_on: date
    perspectives: tuple[Perspective, ...]
    ready: frozenset[Perspective]
    revealed: bool
    final: bool

    @property
    def missing(self) -> tuple[Perspective, ...]:
        """The perspectives that are not ready, in their fixed order."""
        return tuple(perspective for perspective in self.perspectives if perspective not in self.ready)


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One talk; `name` is discreet where the type asks for it.

    `students` is how many have it at this moment and in this state: more than one in a return day or peer
    consultation, and `student` is then only the first of them. `people` are the others besides student and owner,
    when they were asked for.
    """

    id: uuid.UUID
    student: StudentName
    students: int
    name: Words
    hat: Hat
    starts_at: datetime
    minutes: int
    state: ConversationState
    not_held_cause: NotHeldCause | None
    has_note: bool
    people: tuple[str, ...]
    round: RoundState | None

    @property
    def ends_at(self) -> datetime:
        """When the talk should be over, local."""
        return self.starts_at + timedelta(minutes=self.minutes)


def talks_of(session: Session, ids: Sequence[uuid.UUID], *, with_people: bool = False) -> list[Talk]:
    """The talks with these ids, in this order; a handful of queries, however many there are."""
    rows = {
        row.id: row
        for row in session.execute(
            select(
                Conversation.id,
                Conversation.trajectory_id,
                Conversation.group_id,
                Conversation.hat,
                Conversation.starts_at,
                Conversation.minutes,
                Conversation.state,
                Conversation.not_held_cause,
                (Conversation.summary != "").label("has_summary"),
                ConversationType.name,
                ConversationType.short_name,
                ConversationType.discreet,
            )
            .join(ConversationType, ConversationType.id == Conversation.type_id)
            .where(Conversation.id.in_(ids))
        )
    }
    trajectory_ids = {row.trajectory_id for row in rows.values()}
    names = student_names(session, trajectory_ids)
    noted = _with_notes(session, [row.id for row in rows.values() if row.state is ConversationState.HELD])
    sizes = _group_sizes(session, {row.group_id for row in rows.values() if row.group_id is not None})
    people = _people(session, ids) if with_people else {}
    evaluating = {row.trajectory_id for row in rows.values() if row.hat is Hat.EVALUATE}
    rounds = round_states(session, Round.trajectory_id.in_(evaluating)) if evaluating else []
    return [
        Talk(
            id=row.id,
            student=names[row.trajectory_id],
            students=sizes.get((row.group_id, row.starts_at, row.state), 1),
            name=row.short_name if row.discreet else row.name,
            hat=row.hat,
            starts_at=row.starts_at,
            minutes=row.minutes,
            state=row.state,
            not_held_cause=row.not_held_cause,
            has_note=row.has_summary or row.id in noted,
            people=people.get(row.id, ()),
            round=_round_of(row.id, row.trajectory_id, on=row.starts_at.date(), rounds=rounds)
            if row.hat is Hat.EVALUATE
            else None,
        )
        for row in (rows[key] for key in ids)
    ]


def student_names(session: Session, trajectory_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, StudentName]:
    """Whose trajectories these are."""
    return {
        row.id: StudentName(
            trajectory_id=row.id,
            student_id=row.student_id,
            name=row.name,
            call_name=row.call_name or row.name,
            sort_name=row.sort_name,
        )
        for row in session.execute(
            select(Trajectory.id, Trajectory.student_id, Person.name, Person.call_name, Person.sort_name)
            .join(Person, Person.id == Trajectory.student_id)
            .where(Trajectory.id.in_(trajectory_ids))
        )
    }


def round_states(session: Session, wanted: ColumnElement[bool]) -> list[RoundState]:
    """The rounds that `wanted` says, oldest first, with who is ready."""
    rows = session.execute(
        select(
            Round.id,
            Round.trajectory_id,
            Round.conversation_id,
            Round.number,
            Round.held_on,
            Round.perspectives,
            Round.revealed_at,
            Round.finalised_at,
        )
        .where(wanted)
        .order_by(Round.number)
    ).all()
    ready = ready_by_round(session, [row.id for row in rows])
    return [
        RoundState(
            id=row.id,
            trajectory_id=row.trajectory_id,
            conversation_id=row.conversation_id,
            number=row.number,
            held_on=row.held_on,
            perspectives=taking_part(row.perspectives),
            ready=frozenset(ready.get(row.id, ())),
            revealed=row.revealed_at is not None,
            final=row.finalised_at is not None,
        )
        for row in rows
    ]


def _round_of(
    talk_id: uuid.UUID, trajectory_id: uuid.UUID, *, on: date, rounds: Sequence[RoundState]
) -> RoundState | None:
    """The round that is talked about: the one that names the talk, else the nearest that names none."""
    own = [state for state in rounds if state.trajectory_id == trajectory_id]
    named = next((state for state in own if state.conversation_id == talk_id), None)
    if named is not None:
        return named
    near = [
        state for state in own if state.conversation_id is None and abs(state.held_on - on) <= _ROUND_NEAR
    ]
    return min(near, key=lambda state: abs(state.held_on - on), default=None)


def _with_notes(session: Session, ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Which of these talks have a note at one of their agenda items."""
    if not ids:
        return set()
    return set(
        session.scalars(
            select(AgendaItem.conversation_id)
            .where(AgendaItem.conversation_id.in_(ids), AgendaItem.note != "")
            .distinct()
        )
    )


def _group_sizes(
    session: Session, ids: Collection[uuid.UUID]
) -> dict[tuple[uuid.UUID | None, datetime, ConversationState], int]:
    """How many students of a group have their talk at the same moment and in the same state."""
    if not ids:
        return {}
    place = (Conversation.group_id, Conversation.starts_at, Conversation.state)
    rows = session.execute(
        select(*place, func.count()).where(Conversation.group_id.in_(ids)).group_by(*place)
    )
    return {(row[0], row[1], row[2]): row[3] for row in rows}


def _people(session: Session, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[str, ...]]:
    """Names of those who take part besides students and the owner."""
    rows = session.execute(
        select(ConversationParticipant.conversation_id, Person.name)
        .join(Person, Person.id == ConversationParticipant.person_id)
        .where(
            ConversationParticipant.conversation_id.in_(ids),
            Person.party != Party.STUDENT,
            Person.id != profile_rows(session)[0].owner_id,
        )
        .order_by(ConversationParticipant.id)
    )
    found: dict[uuid.UUID, tuple[str, ...]] = {}
    for row in rows:
        found[row.conversation_id] = (*found.get(row.conversation_id, ()), row.name)
    return found
