"""What is due now, today and soon, by the clock of this computer and without a network."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    Agreement,
    AgreementState,
    Conversation,
    ConversationParticipant,
    ConversationState,
    Hat,
)
from wpl_desktop.domain.evaluations import Perspective, Round, taking_part
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.suggestions import LONGEST_NOTICE, ready_day
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.school_calendar import free_days
from wpl_desktop.services.sheets import ready_by_round
from wpl_desktop.services.talk_rows import student_names
from wpl_desktop.storage.database import Database

#: How long before a talk one may want to hear of it; 0 is never.
CHOICES: Final = (0, 5, 10, 15, 30)
#: After a night's sleep of the computer a talk that began longer ago than this is no news.
STILL_NEWS: Final = timedelta(hours=1)
# Talks in which the owner of the profile speaks, whoever was ticked.
_OWN_HATS: Final = (Hat.COACH, Hat.EVALUATE)


class ReminderKind(enum.Enum):
    """What one is reminded of."""

    TALK = "talk"
    TALKS_TODAY = "talks_today"
    AGREEMENTS_TODAY = "agreements_today"
    ROUNDS_TODAY = "rounds_today"


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One thing that is due; what kind of talk it is, is never said.

    `record_id` and `starts_at` (local) are of the talk, or of the first of `count` talks; `record_id` of the round
    when it is one; else None. `names` are the call names of the students of that talk or round.
    """

    kind: ReminderKind
    record_id: uuid.UUID | None = None
    starts_at: datetime | None = None
    names: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, kw_only=True)
class Coming:
    """When there is a talk, and nothing else: what may be kept in memory while the profile is locked."""

    talk_id: uuid.UUID
    starts_at: datetime


class Reminders:
    """Tells what is due; with 0 minutes chosen nothing ever is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def minutes(self) -> int:
        """How long before a talk one wants to hear of it; 0: never."""
        with self._database.reading() as session:
            return _minutes(session)

    def set_minutes(self, minutes: int, *, origin: object = None) -> None:
        """Choose how long before a talk one wants to hear of it."""
        with self._database.transaction(origin=origin, undoable=False) as session:
            profile_rows(session)[0].reminder_minutes = max(minutes, 0)

    def due(self, now: datetime) -> list[Reminder]:
        """What one should hear of at this local time: talks about to begin, then what is due today."""
        return [*self.soon(now), *self.today(now)]

    def soon(self, now: datetime) -> list[Reminder]:
        """Planned talks that begin within the chosen minutes, or that began less than an hour ago, in their order."""
        with self._database.reading() as session:
            minutes = _minutes(session)
            if not minutes:
                return []
            return _talks_between(session, now - STILL_NEWS, now + timedelta(minutes=minutes))

    def today(self, now: datetime) -> list[Reminder]:
        """Talks later today, open agreements of today, and rounds that should be ready today; one reminder a kind."""
        with self._database.reading() as session:
            minutes = _minutes(session)
            if not minutes:
                return []
            midnight = datetime.combine(now.date() + timedelta(days=1), time())
            later = _talks_between(session, now + timedelta(minutes=minutes), midnight, including_last=False)
            found: list[Reminder] = []
            if later:
                first = later[0]
                found.append(
                    Reminder(
                        kind=ReminderKind.TALKS_TODAY,
                        record_id=first.record_id,
                        starts_at=first.starts_at,
                        names=first.names,
                        count=len(later),
                    )
                )
            agreements = _agreements_of(session, now.date())
            if agreements:
                found.append(Reminder(kind=ReminderKind.AGREEMENTS_TODAY, count=agreements))
            return [*found, *_rounds_of(session, now.date())]

    def upcoming(self, now: datetime, until: datetime) -> list[Coming]:
        """The times of planned talks up to `until`, of nobody: for while the profile is locked.

        Those that have begun are among them as long as they are news; none at all when 0 minutes are chosen.
        """
        with self._database.reading() as session:
            if not _minutes(session):
                return []
            talks = _talks_between(session, now - STILL_NEWS, until, with_names=False)
            return [
                Coming(talk_id=talk.record_id, starts_at=talk.starts_at)
                for talk in talks
                if talk.record_id is not None and talk.starts_at is not None
            ]


def _minutes(session: Session) -> int:
    return session.scalar(select(Profile.reminder_minutes)) or 0


def _talks_between(
    session: Session, after: datetime, last: datetime, *, including_last: bool = True, with_names: bool = True
) -> list[Reminder]:
    """The planned talks of the owner that begin after one moment and up to another, one for all its students."""
    rows = session.execute(
        _planned()
        .where(
            Conversation.starts_at > after,
            Conversation.starts_at <= last if including_last else Conversation.starts_at < last,
        )
        .order_by(Conversation.starts_at, Conversation.id)
    ).all()
    groups: dict[tuple[uuid.UUID, datetime], list[Any]] = {}
    for row in rows:
        groups.setdefault((row.group_id or row.id, row.starts_at), []).append(row)
    names = student_names(session, {row.trajectory_id for row in rows}) if with_names and rows else {}
    return [
        Reminder(
            kind=ReminderKind.TALK,
            record_id=group[0].id,
            starts_at=starts_at,
            names=tuple(names[row.trajectory_id].call_name for row in group) if names else (),
        )
        for (_, starts_at), group in groups.items()
    ]


def _planned() -> Select[uuid.UUID, uuid.UUID, uuid.UUID | None, datetime]:
    takes_part = exists().where(
        ConversationParticipant.conversation_id == Conversation.id,
        ConversationParticipant.person_id.in_(select(Profile.owner_id)),
    )
    return select(
        Conversation.id, Conversation.trajectory_id, Conversation.group_id, Conversation.starts_at
    ).where(
        Conversation.state == ConversationState.PLANNED,
        # Who is in the talk needs no reminder of it.
        Conversation.started_at.is_(None),
        or_(Conversation.hat.in_(_OWN_HATS), takes_part),
        _is_running(Conversation.trajectory_id),
    )


def _agreements_of(session: Session, day: date) -> int:
    """How many open agreements are for this day."""
    return (
        session.scalar(
            select(func.count()).where(
                Agreement.state == AgreementState.OPEN,
                Agreement.due_on == day,
                _is_running(Agreement.trajectory_id),
            )
        )
        or 0
    )


def _rounds_of(session: Session, day: date) -> list[Reminder]:
    """The rounds of which the own view should be ready on this day and is not (milestone b); one reminder."""
    rows = session.execute(
        select(Round.id, Round.trajectory_id, Round.held_on, Round.ready_by, Round.perspectives)
        .where(
            Round.revealed_at.is_(None),
            Round.finalised_at.is_(None),
            or_(
                Round.ready_by == day,
                and_(Round.ready_by.is_(None), Round.held_on <= day + LONGEST_NOTICE),
            ),
            Round.held_on >= day,
            _is_running(Round.trajectory_id),
        )
        .order_by(Round.held_on, Round.id)
    ).all()
    free = free_days(session, day, day + LONGEST_NOTICE)
    wanted = [
        row
        for row in rows
        if Perspective.WORKPLACE in taking_part(row.perspectives)
        and ready_day(row.ready_by, held_on=row.held_on, free=free) == day
    ]
    ready = ready_by_round(session, [row.id for row in wanted]) if wanted else {}
    waiting = [row for row in wanted if Perspective.WORKPLACE not in ready.get(row.id, ())]
    if not waiting:
        return []
    first = waiting[0]
    is_one = len(waiting) == 1
    names = student_names(session, {first.trajectory_id}) if is_one else {}
    return [
        Reminder(
            kind=ReminderKind.ROUNDS_TODAY,
            record_id=first.id if is_one else None,
            names=(names[first.trajectory_id].call_name,) if is_one else (),
            count=len(waiting),
        )
    ]


def _is_running(trajectory_id: Any) -> ColumnElement[bool]:
    return exists().where(Trajectory.id == trajectory_id, Trajectory.state == TrajectoryState.RUNNING)
