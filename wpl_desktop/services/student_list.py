"""The students' list: one line for each trajectory, gathered in a handful of queries."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.conversations import Conversation, ConversationState, ConversationType
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, Round, Sheet, taking_part
from wpl_desktop.domain.people import Organisation, Person, list_order
from wpl_desktop.domain.trajectories import (
    COACHING_ROLES,
    Role,
    Trajectory,
    TrajectoryKind,
    TrajectoryRole,
    TrajectoryState,
)
from wpl_desktop.domain.words import Words


@dataclass(frozen=True, kw_only=True)
class NextConversation:
    """The next planned conversation of a student; `name` is the short one where the type is discreet."""

    starts_at: datetime
    minutes: int
    short_name: Words
    name: Words


@dataclass(frozen=True, kw_only=True)
class LastRound:
    """The newest round of a student and which perspectives are ready with the student's part."""

    number: int
    perspectives: tuple[Perspective, ...]
    ready: frozenset[Perspective]
    final: bool


@dataclass(frozen=True, kw_only=True)
class StudentRow:
    """One line of the students' list: columns, not records."""

    trajectory_id: uuid.UUID
    student_id: uuid.UUID
    name: str
    call_name: str
    second_script: str
    kind: TrajectoryKind
    programme: str
    phase: int | None
    class_names: str
    mentors: tuple[str, ...]
    workplace: str
    state: TrajectoryState
    next_conversation: NextConversation | None
    last_round: LastRound | None


def student_rows(session: Session, *, state: TrajectoryState, now: datetime) -> list[StudentRow]:
    """The trajectories in one state by sort name; `now` is local and decides which conversation is next."""
    workplace = aliased(Organisation)
    found = session.execute(
        select(
            Trajectory.id,
            Person.id.label("student_id"),
            Person.name,
            Person.call_name,
            Person.second_script,
            Trajectory.kind,
            Trajectory.programme,
            Trajectory.phase,
            Trajectory.class_names,
            Trajectory.state,
            workplace.name.label("workplace"),
            Person.sort_name,
        )
        .join(Person, Person.id == Trajectory.student_id)
        .join(workplace, workplace.id == Trajectory.workplace_id)
        .where(Trajectory.state == state)
        .order_by(Trajectory.id)
    ).all()
    mentors = _mentors(session, state=state)
    conversations = _next_conversations(session, state=state, now=now)
    rounds = _last_rounds(session, state=state)
    return [
        StudentRow(
            trajectory_id=row.id,
            student_id=row.student_id,
            name=row.name,
            call_name=row.call_name,
            second_script=row.second_script,
            kind=row.kind,
            programme=row.programme,
            phase=row.phase,
            class_names=row.class_names,
            mentors=tuple(mentors.get(row.id, ())),
            workplace=row.workplace,
            state=row.state,
            next_conversation=conversations.get(row.id),
            last_round=rounds.get(row.id),
        )
        for row in sorted(found, key=lambda row: list_order(row.sort_name, row.name))
    ]


def _mentors(session: Session, *, state: TrajectoryState) -> dict[uuid.UUID, list[str]]:
    """Call names of the mentors of each trajectory, the class mentor first."""
    rows = session.execute(
        select(TrajectoryRole.trajectory_id, TrajectoryRole.role, Person.call_name)
        .join(Person, Person.id == TrajectoryRole.person_id)
        .join(Trajectory, Trajectory.id == TrajectoryRole.trajectory_id)
        .where(
            Trajectory.state == state,
            TrajectoryRole.role.in_(COACHING_ROLES),
        )
        .order_by(TrajectoryRole.id)
    ).all()
    found: dict[uuid.UUID, list[str]] = {}
    for row in sorted(rows, key=lambda row: row.role is not Role.CLASS_MENTOR):
        names = found.setdefault(row.trajectory_id, [])
        if row.call_name not in names:
            names.append(row.call_name)
    return found


def _next_conversations(
    session: Session, *, state: TrajectoryState, now: datetime
) -> dict[uuid.UUID, NextConversation]:
    first = (
        select(Conversation.trajectory_id, func.min(Conversation.starts_at).label("starts_at"))
        .where(
            Conversation.state == ConversationState.PLANNED,
            Conversation.starts_at >= now.replace(hour=0, minute=0, second=0, microsecond=0),
        )
        .group_by(Conversation.trajectory_id)
        .subquery()
    )
    rows = session.execute(
        select(
            Conversation.trajectory_id,
            Conversation.starts_at,
            Conversation.minutes,
            ConversationType.short_name,
            ConversationType.name,
            ConversationType.discreet,
        )
        .join(
            first,
            (first.c.trajectory_id == Conversation.trajectory_id)
            & (first.c.starts_at == Conversation.starts_at),
        )
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
        .where(Conversation.state == ConversationState.PLANNED, Trajectory.state == state)
    )
    return {
        row.trajectory_id: NextConversation(
            starts_at=row.starts_at,
            minutes=row.minutes,
            short_name=row.short_name,
            name=row.short_name if row.discreet else row.name,
        )
        for row in rows
    }


def _last_rounds(session: Session, *, state: TrajectoryState) -> dict[uuid.UUID, LastRound]:
    newest = (
        select(Round.trajectory_id, func.max(Round.number).label("number"))
        .join(Trajectory, Trajectory.id == Round.trajectory_id)
        .where(Trajectory.state == state)
        .group_by(Round.trajectory_id)
        .subquery()
    )
    rows = session.execute(
        select(Round.id, Round.trajectory_id, Round.number, Round.perspectives, Round.finalised_at).join(
            newest, (newest.c.trajectory_id == Round.trajectory_id) & (newest.c.number == Round.number)
        )
    ).all()
    ready: dict[uuid.UUID, set[Perspective]] = {}
    sheets = session.execute(
        select(Sheet.round_id, Sheet.perspective)
        .join(Round, Round.id == Sheet.round_id)
        .join(newest, (newest.c.trajectory_id == Round.trajectory_id) & (newest.c.number == Round.number))
        .where(Sheet.ready_at.is_not(None), Sheet.strand == Strand.STUDENT_PART)
    )
    for sheet in sheets:
        ready.setdefault(sheet.round_id, set()).add(sheet.perspective)
    return {
        row.trajectory_id: LastRound(
            number=row.number,
            perspectives=taking_part(row.perspectives),
            ready=frozenset(ready.get(row.id, set())),
            final=row.finalised_at is not None,
        )
        for row in rows
    }
