"""Conversations as they are listed: one row for each, with its discreet name and who takes part."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    Hat,
    NotHeldCause,
    stays_with_mentor,
)
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.words import Words
from wpl_desktop.services.hats import without_notes


@dataclass(frozen=True, kw_only=True)
class ConversationRow:
    """One conversation of a student; `name` is discreet where the type asks for it.

    `group_id` is that of a talk with several students, who have a row each. `notes_apart` when what was noted is the
    coach's, and the owner of the profile assesses apart from them (0.1): `summary` is empty then. `again_at` is the new
    date (local) of a talk that was not held; `instead_of_id` the talk that this one is the new date of. `started_at`
    and `ended_at` (UTC) are when it really was.
    """

    id: uuid.UUID
    version: int
    trajectory_id: uuid.UUID
    group_id: uuid.UUID | None
    type_id: uuid.UUID
    name: Words
    hat: Hat
    starts_at: datetime
    minutes: int
    place: str
    state: ConversationState
    not_held_cause: NotHeldCause | None
    summary: str
    participants: tuple[str, ...]
    participant_ids: tuple[uuid.UUID, ...]
    notes_apart: bool = False
    series_id: uuid.UUID | None = None
    instead_of_id: uuid.UUID | None = None
    again_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None


def conversation_rows(session: Session, *wanted: ColumnElement[bool]) -> list[ConversationRow]:
    """The conversations that fit all of `wanted`, newest first; a fixed number of queries."""
    rows = session.execute(
        select(
            Conversation,
            ConversationType.name,
            ConversationType.short_name,
            ConversationType.discreet,
        )
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(*wanted)
        .order_by(Conversation.starts_at.desc())
    ).all()
    people = _participants(session, [row[0].id for row in rows])
    again = new_dates(session, [row[0].id for row in rows if row[0].state is ConversationState.NOT_HELD])
    apart = set(session.scalars(without_notes())) if rows else set[uuid.UUID]()
    return [
        _conversation_row(
            row[0],
            name=row.short_name if row.discreet else row.name,
            people=people.get(row[0].id, []),
            notes_apart=row[0].trajectory_id in apart and stays_with_mentor(row[0].hat),
            again_at=again.get(row[0].id),
        )
        for row in rows
    ]


def _participants(
    session: Session, conversation_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, list[tuple[uuid.UUID, str]]]:
    rows = session.execute(
        select(ConversationParticipant.conversation_id, Person.id, Person.name)
        .join(Person, Person.id == ConversationParticipant.person_id)
        .where(ConversationParticipant.conversation_id.in_(conversation_ids), Person.party != Party.STUDENT)
        .order_by(ConversationParticipant.id)
    )
    found: dict[uuid.UUID, list[tuple[uuid.UUID, str]]] = {}
    for row in rows:
        found.setdefault(row.conversation_id, []).append((row.id, row.name))
    return found


def new_dates(session: Session, not_held: Collection[uuid.UUID]) -> dict[uuid.UUID, datetime]:
    """When talks that were not held are now; the last date when there were several."""
    if not not_held:
        return {}
    rows = session.execute(
        select(Conversation.instead_of_id, Conversation.starts_at)
        .where(Conversation.instead_of_id.in_(not_held))
        .order_by(Conversation.starts_at)
    )
    return {row.instead_of_id: row.starts_at for row in rows if row.instead_of_id is not None}


def _conversation_row(
    conversation: Conversation,
    *,
    name: Words,
    people: list[tuple[uuid.UUID, str]],
    notes_apart: bool,
    again_at: datetime | None,
) -> ConversationRow:
    return ConversationRow(
        id=conversation.id,
        version=conversation.version,
        trajectory_id=conversation.trajectory_id,
        group_id=conversation.group_id,
        type_id=conversation.type_id,
        name=name,
        hat=conversation.hat,
        starts_at=conversation.starts_at,
        minutes=conversation.minutes,
        place=conversation.place,
        state=conversation.state,
        not_held_cause=conversation.not_held_cause,
        summary="" if notes_apart else conversation.summary,
        notes_apart=notes_apart,
        participants=tuple(name for _, name in people),
        participant_ids=tuple(person_id for person_id, _ in people),
        series_id=conversation.series_id,
        instead_of_id=conversation.instead_of_id,
        again_at=again_at,
        started_at=conversation.started_at,
        ended_at=conversation.ended_at,
    )
