"""What still has to be planned: talks that were not held and have no new date, and students without a next one."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import and_, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.conversations import (
    Conversation,
    ConversationState,
    ConversationType,
    Hat,
    NotHeldCause,
)
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.talk_rows import StudentName, student_names

#: A talk that was not held longer ago than this is no longer waited for.
_NOT_HELD_WITHIN: Final = timedelta(weeks=8)
#: Section 3: a coaching talk every week or every two weeks.
_RHYTHM: Final = timedelta(weeks=2)
#: Whoever was never spoken to comes first.
_BEFORE_ANY: Final = timedelta(weeks=5_000)
_SPOKEN: Final = (Hat.COACH, Hat.EVALUATE)
_RHYTHM_TYPE: Final = "coaching_conversation"
#: Nobody reads on to the hundredth line.
_MOST_COUNTED: Final = 100


@dataclass(frozen=True, kw_only=True)
class Unplanned:
    """One talk that has no day yet; `name` is discreet where the type asks for it.

    `instead_of` is the talk that was not held, on `missed_on` for `cause`; without it the student has no next talk,
    and `last_on` is when the last one was held.
    """

    student: StudentName
    type_key: str
    name: Words
    minutes: int
    instead_of: uuid.UUID | None
    missed_on: date | None
    cause: NotHeldCause | None
    last_on: date | None


def unplanned_talks(session: Session, *, now: datetime, most: int) -> list[Unplanned]:
    """Talks without a new date, the latest first, then students without a next talk, the longest silence first.

    At most `most` of them and some more to be counted.
    """
    missed = talks_without_new_date(session, now=now)
    silent = _without_next(session, now=now, apart_from={row.student.trajectory_id for row in missed})
    return [*missed, *silent][: most + _MOST_COUNTED]


def talks_without_new_date(session: Session, *, now: datetime) -> list[Unplanned]:
    """The newest talk of each kind and student that was not held, when none was planned or held after it."""
    later = aliased(Conversation)
    rows = session.execute(
        select(
            Conversation.id,
            Conversation.trajectory_id,
            Conversation.starts_at,
            Conversation.minutes,
            Conversation.not_held_cause,
            ConversationType.key,
            ConversationType.name,
            ConversationType.short_name,
            ConversationType.discreet,
        )
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
        .where(
            Conversation.state == ConversationState.NOT_HELD,
            Conversation.starts_at >= now - _NOT_HELD_WITHIN,
            Conversation.starts_at <= now + _RHYTHM,
            Conversation.hat.in_(_SPOKEN),
            Conversation.group_id.is_(None),
            Trajectory.state == TrajectoryState.RUNNING,
            Trajectory.ends_on >= now.date(),
            ~exists().where(
                or_(
                    later.instead_of_id == Conversation.id,
                    and_(
                        later.trajectory_id == Conversation.trajectory_id,
                        later.type_id == Conversation.type_id,
                        later.starts_at > Conversation.starts_at,
                    ),
                )
            ),
        )
        .order_by(Conversation.starts_at.desc(), Conversation.id)
        .limit(_MOST_COUNTED)
    ).all()
    names = student_names(session, {row.trajectory_id for row in rows}) if rows else {}
    return [
        Unplanned(
            student=names[row.trajectory_id],
            type_key=row.key,
            name=row.short_name if row.discreet else row.name,
            minutes=row.minutes,
            instead_of=row.id,
            missed_on=row.starts_at.date(),
            cause=row.not_held_cause,
            last_on=None,
        )
        for row in rows
    ]


def _without_next(session: Session, *, now: datetime, apart_from: Collection[uuid.UUID]) -> list[Unplanned]:
    """Students who are there, with whom nothing is planned and nothing was held for the time of their rhythm."""
    busy = select(Conversation.trajectory_id).where(
        Conversation.hat.in_(_SPOKEN),
        or_(
            and_(Conversation.state == ConversationState.PLANNED, Conversation.starts_at >= now - _RHYTHM),
            and_(Conversation.state == ConversationState.HELD, Conversation.starts_at >= now - _RHYTHM),
        ),
    )
    there = list(
        session.scalars(
            select(Trajectory.id)
            .where(
                Trajectory.state == TrajectoryState.RUNNING,
                Trajectory.starts_on <= now.date(),
                Trajectory.ends_on >= now.date() + _RHYTHM,
                Trajectory.id.not_in(busy),
            )
            .order_by(Trajectory.id)
        )
    )
    silent = [key for key in there if key not in apart_from]
    if not silent:
        return []
    spoken = case(
        (
            and_(Conversation.state == ConversationState.HELD, Conversation.hat.in_(_SPOKEN)),
            Conversation.starts_at,
        )
    )
    last = {
        row.trajectory_id: row.last_at
        for row in session.execute(
            select(Conversation.trajectory_id, func.max(spoken).label("last_at"))
            .where(Conversation.trajectory_id.in_(silent))
            .group_by(Conversation.trajectory_id)
        )
    }
    silent.sort(key=lambda key: last.get(key) or now - _BEFORE_ANY)
    silent = silent[:_MOST_COUNTED]
    kind = session.execute(
        select(ConversationType.key, ConversationType.name, ConversationType.minutes)
        .where(ConversationType.key == _RHYTHM_TYPE)
        .order_by(ConversationType.edition.desc())
        .limit(1)
    ).one()
    names = student_names(session, silent)
    return [
        Unplanned(
            student=names[key],
            type_key=kind.key,
            name=kind.name,
            minutes=kind.minutes,
            instead_of=None,
            missed_on=None,
            cause=None,
            last_on=at.date() if (at := last.get(key)) is not None else None,
        )
        for key in silent
    ]
