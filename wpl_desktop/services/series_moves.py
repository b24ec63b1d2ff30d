"""What moves and what goes when a series is changed: this talk, this one and later ones, or all that are planned."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    Conversation,
    ConversationState,
    check_minutes,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.series import ConversationSeries, Scope, moved_rule
from wpl_desktop.domain.trajectories import Trajectory, check_inside_trajectory
from wpl_desktop.services.removal import delete_talks
from wpl_desktop.services.school_calendar import closed_on
from wpl_desktop.services.series_days import moved_day
from wpl_desktop.services.talk_plans import planned_group, set_moment


@dataclass(frozen=True, kw_only=True)
class Shift:
    """How a series moves: from its day `old` to the moment `new`, with that length; `today` is the wall clock's."""

    old: date
    new: datetime
    minutes: int
    scope: Scope
    today: date

    @property
    def days(self) -> int:
        """How many days further."""
        return (self.new.date() - self.old).days


def is_detached(talk: Conversation, series: ConversationSeries) -> bool:
    """Whether a talk of a series was changed alone: another day, time or length than the series gives it."""
    return (talk.starts_at.date(), talk.starts_at.time(), talk.minutes) != (
        talk.series_on,
        series.starts_at.time(),
        series.minutes,
    )


def move_one(
    session: Session, conversation: Conversation, *, starts_at: datetime, minutes: int
) -> list[Conversation]:
    """Give one talk, and what is in its group, another time or length; gives the rows. Raises `DomainError`."""
    check_minutes(minutes)
    talks = planned_group(session, conversation)
    for talk in talks:
        check_inside_trajectory(
            starts_at.date(), session.get_one(Trajectory, talk.trajectory_id), field="starts_at"
        )
        set_moment(talk, starts_at=starts_at, minutes=minutes)
    return talks


def move_series(
    session: Session,
    conversation: Conversation,
    *,
    starts_at: datetime,
    minutes: int,
    scope: Scope,
    today: date,
) -> list[Conversation]:
    """Move a talk of a series with the others that `scope` means; gives the rows that were moved.

    What was held, not held or is past stays as it is. What was changed alone stays where it is unless all move. A talk
    that would come on a day on which the school is closed, outside the trajectory, or on a day that has a talk of this
    series already, is called off. Raises `DomainError`: `series_day_taken` when that is the day of the talk itself.
    """
    check_minutes(minutes)
    shift = Shift(old=series_day(conversation), new=starts_at, minutes=minutes, scope=scope, today=today)
    pivots = planned_group(session, conversation)
    related = _series_besides(session, pivots, scope=scope, today=today)
    moved: list[Conversation] = []
    for talk in pivots:
        trajectory = session.get_one(Trajectory, talk.trajectory_id)
        check_inside_trajectory(starts_at.date(), trajectory, field="starts_at")
        if talk.series_id is None:
            set_moment(talk, starts_at=starts_at, minutes=minutes)
            moved.append(talk)
        else:
            series = session.get_one(ConversationSeries, talk.series_id)
            moved += _move_one_series(session, series, trajectory, shift, pivot=talk)
    for series in related:
        trajectory = session.get_one(Trajectory, series.trajectory_id)
        moved += _move_one_series(session, series, trajectory, shift, pivot=None)
    return moved + _take_along(session, moved)


def talks_in_scope(
    session: Session, conversation: Conversation, *, scope: Scope, today: date
) -> list[Conversation]:
    """The planned talks that a change means, with what is in their groups: this one first, then by day.

    Of a series those from today on: what is past and was never marked is no plan any more.
    """
    if scope is Scope.ONE or conversation.series_id is None:
        return planned_group(session, conversation)
    found: dict[uuid.UUID, Conversation] = {}
    for talk in planned_group(session, conversation):
        found[talk.id] = talk
        if talk.series_id is not None:
            for other in talks_of_series(session, talk.series_id):
                if _is_meant(other, series_day(talk), scope=scope, today=today):
                    found[other.id] = other
    for mate in _mates_of_all(session, list(found.values())):
        found[mate.id] = mate
    return list(found.values())


def call_off_talks(session: Session, conversation: Conversation, *, scope: Scope, today: date) -> None:
    """Delete planned talks into the bin. Raises `DomainError` (`round_final`)."""
    doomed = talks_in_scope(session, conversation, scope=scope, today=today)
    if scope is Scope.LATER:
        for series_id in {talk.series_id for talk in doomed if talk.series_id is not None}:
            series = session.get_one(ConversationSeries, series_id)
            series.until = max(series.starts_at.date(), series_day(conversation) - timedelta(days=1))
    delete_talks(session, doomed)


def talks_of_series(session: Session, series_id: uuid.UUID) -> list[Conversation]:
    """Every talk of a series, by the day that the series gave it."""
    return list(
        session.scalars(
            select(Conversation)
            .where(Conversation.series_id == series_id)
            .order_by(Conversation.series_on, Conversation.id)
        )
    )


def series_day(talk: Conversation) -> date:
    """The day that the series gave a talk; its own outside a series."""
    return talk.series_on or talk.starts_at.date()


def _is_meant(talk: Conversation, day: date, *, scope: Scope, today: date) -> bool:
    if talk.state is not ConversationState.PLANNED or talk.starts_at.date() < today:
        return False
    return scope is Scope.ALL or series_day(talk) >= day


def _mates_of_all(session: Session, talks: Sequence[Conversation]) -> list[Conversation]:
    """The planned rows of other students in the groups of these talks: who was not in the one taken hold of."""
    ids = {talk.id for talk in talks}
    groups = {talk.group_id for talk in talks if talk.group_id is not None}
    if not groups:
        return []
    mates = session.scalars(
        select(Conversation)
        .where(Conversation.group_id.in_(groups), Conversation.state == ConversationState.PLANNED)
        .order_by(Conversation.id)
    )
    return [mate for mate in mates if mate.id not in ids]


def _series_besides(
    session: Session, pivots: Sequence[Conversation], *, scope: Scope, today: date
) -> list[ConversationSeries]:
    """The series of students who come to later talks of the group and not to the one that was taken hold of."""
    own = {talk.series_id for talk in pivots}
    meant = [
        other
        for talk in pivots
        if talk.series_id is not None
        for other in talks_of_series(session, talk.series_id)
        if _is_meant(other, series_day(talk), scope=scope, today=today)
    ]
    ids = dict.fromkeys(mate.series_id for mate in _mates_of_all(session, [*pivots, *meant]))
    return [
        session.get_one(ConversationSeries, series_id)
        for series_id in ids
        if series_id is not None and series_id not in own
    ]


def _take_along(session: Session, moved: Sequence[Conversation]) -> list[Conversation]:
    """Who came into a group later, without a series: they stay with the others."""
    by_group: dict[uuid.UUID | None, Conversation] = {
        talk.group_id: talk for talk in moved if talk.group_id is not None
    }
    followers = [mate for mate in _mates_of_all(session, moved) if mate.series_id is None]
    for mate in followers:
        talk = by_group[mate.group_id]
        set_moment(mate, starts_at=talk.starts_at, minutes=talk.minutes)
    return followers


def _move_one_series(
    session: Session,
    series: ConversationSeries,
    trajectory: Trajectory,
    shift: Shift,
    *,
    pivot: Conversation | None,
) -> list[Conversation]:
    """Move what is meant of one student's series; `pivot` is the talk that was taken hold of, if it has one."""
    day = shift.old if pivot is None else series_day(pivot)
    talks = talks_of_series(session, series.id)
    meant = [
        talk for talk in talks if talk is pivot or _is_meant(talk, day, scope=shift.scope, today=shift.today)
    ]
    stay_alone = [
        talk
        for talk in meant
        if talk is not pivot and shift.scope is not Scope.ALL and is_detached(talk, series)
    ]
    moving = [talk for talk in meant if talk not in stay_alone]
    kept = [talk for talk in talks if talk not in moving]
    rule = moved_rule(series.rule, old=shift.old, new=shift.new.date())
    goal = {
        talk.id: moved_day(series_day(talk), rule=rule, old=shift.old, new=shift.new.date())
        for talk in moving
    }
    if pivot is not None:
        goal[pivot.id] = shift.new.date()
    gone = _without_room(
        session,
        moving,
        goal=goal,
        # What was not held stands in nobody's way.
        taken={talk.starts_at.date() for talk in kept if talk.state is not ConversationState.NOT_HELD},
        pivot=pivot,
        trajectory=trajectory,
    )
    own = _series_from(
        session,
        series,
        day,
        stays=[talk for talk in kept if talk not in stay_alone],
        scope=shift.scope,
    )
    own.rule, own.minutes = rule, shift.minutes
    own.starts_at = datetime.combine(
        moved_day(own.starts_at.date(), rule=rule, old=shift.old, new=shift.new.date()), shift.new.time()
    )
    own.until = min(own.until + timedelta(days=shift.days), trajectory.ends_on)
    for talk in stay_alone:
        talk.series_id, talk.series_on = (
            own.id,
            moved_day(series_day(talk), rule=rule, old=shift.old, new=shift.new.date()),
        )
    moved = [talk for talk in moving if talk not in gone]
    for talk in moved:
        talk.series_id, talk.series_on = own.id, goal[talk.id]
        set_moment(talk, starts_at=datetime.combine(goal[talk.id], shift.new.time()), minutes=shift.minutes)
    delete_talks(session, gone)
    return moved


def _series_from(
    session: Session,
    series: ConversationSeries,
    day: date,
    *,
    stays: Collection[Conversation],
    scope: Scope,
) -> ConversationSeries:
    """The series that the moved talks belong to: a new one from `day` on where earlier ones keep to the old."""
    if scope is not Scope.LATER or all(series_day(talk) >= day for talk in stays):
        return series
    later = ConversationSeries(
        trajectory_id=series.trajectory_id,
        rule=series.rule,
        starts_at=datetime.combine(day, series.starts_at.time()),
        minutes=series.minutes,
        until=series.until,
    )
    session.add(later)
    session.flush()
    series.until = day - timedelta(days=1)
    return later


def _without_room(
    session: Session,
    moving: Sequence[Conversation],
    *,
    goal: dict[uuid.UUID, date],
    taken: set[date],
    pivot: Conversation | None,
    trajectory: Trajectory,
) -> list[Conversation]:
    """The talks that cannot come on their new day: the school is closed, it is too late, or there is one already.

    The day of the pivot was chosen by hand: only another talk of the series stands in its way (`series_day_taken`).
    """
    if not moving:
        return []
    if pivot is not None and goal[pivot.id] in taken:
        raise refused("series_day_taken", field="starts_at")
    closed = closed_on(session, min(goal.values()), max(goal.values()))
    full = {*taken} if pivot is None else {*taken, goal[pivot.id]}
    gone: list[Conversation] = []
    for talk in moving:
        day = goal[talk.id]
        if talk is pivot:
            continue
        if day in full or day in closed or not trajectory.starts_on <= day <= trajectory.ends_on:
            gone.append(talk)
        else:
            full.add(day)
    return gone
