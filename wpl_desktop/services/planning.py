"""Finding time for a conversation: when everybody is free and the student is at the workplace."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    LONGEST_MINUTES,
    Clash,
    Conversation,
    ConversationParticipant,
    ConversationState,
    Slot,
)
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.trajectories import Period, Trajectory, is_at_workplace
from wpl_desktop.services.trajectories import blocks_of

USUAL_TIME = time(15, 45)
USUAL_MINUTES = 30
DAYS_LOOKED_AHEAD = 28


def first_free_start(
    session: Session, trajectory: Trajectory, *, first: date, at: time, people: set[uuid.UUID]
) -> datetime:
    """The first day from `first` on which the student is there and `people` are free at that time, local.

    Without one in the weeks ahead, `first` itself.
    """
    blocks = block_periods(session, trajectory.id)
    for offset in range(DAYS_LOOKED_AHEAD):
        start = datetime.combine(first + timedelta(days=offset), at)
        if start.date() > trajectory.ends_on:
            break
        wanted = Slot(starts_at=start, minutes=USUAL_MINUTES)
        present = is_at_workplace(start.date(), weekdays=trajectory.weekdays, blocks=blocks)
        if present and not clashes_of(session, wanted, people=people, moved=None):
            return start
    return datetime.combine(first, at)


def block_periods(session: Session, trajectory_id: uuid.UUID) -> list[Period]:
    """The block placements of a trajectory as periods."""
    return [
        Period(starts_on=block.starts_on, ends_on=block.ends_on)
        for block in blocks_of(session, trajectory_id)
    ]


def clashes_of(
    session: Session, wanted: Slot, *, people: set[uuid.UUID], moved: uuid.UUID | None
) -> list[Clash]:
    """The planned conversations of `people` that overlap `wanted`, one row a person; `moved` itself is left out."""
    rows = session.execute(
        select(Conversation.id, Conversation.starts_at, Conversation.minutes, Person.name)
        .join(ConversationParticipant, ConversationParticipant.conversation_id == Conversation.id)
        .join(Person, Person.id == ConversationParticipant.person_id)
        .where(
            ConversationParticipant.person_id.in_(people),
            Conversation.state == ConversationState.PLANNED,
            Conversation.starts_at < wanted.starts_at + timedelta(minutes=wanted.minutes),
            Conversation.starts_at > wanted.starts_at - timedelta(minutes=LONGEST_MINUTES),
        )
        .order_by(Conversation.starts_at, Person.name)
    )
    return [
        Clash(row.name, row.starts_at, row.minutes)
        for row in rows
        if row.id != moved and wanted.overlaps(Slot(starts_at=row.starts_at, minutes=row.minutes))
    ]
