"""When students are at the workplace, each and many at once: fixed days, blocks and periods with other days."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Text, and_, cast, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.people import Person
from wpl_desktop.domain.trajectories import (
    BlockPlacement,
    OtherDays,
    Period,
    PresencePeriod,
    Trajectory,
    TrajectoryState,
)
from wpl_desktop.services.talk_rows import StudentName


class Rhythm(NamedTuple):
    """When a trajectory is at the workplace, apart from days on which the school is closed."""

    starts_on: date
    ends_on: date
    weekdays: tuple[int, ...]
    blocks: tuple[Period, ...] = ()
    presence: tuple[OtherDays, ...] = ()


class _Fixed(NamedTuple):
    """The fixed days of a trajectory as the database gives them; weekdays as text."""

    starts_on: date
    ends_on: date
    weekdays: str


# A trajectory as text: of a thousand of them most are only counted, and making their ids takes longest.
_KEY = cast(Trajectory.id, Text).label("key")
_WEEKDAYS = cast(Trajectory.weekdays, Text).label("fixed")


def runs_between(first: date, last: date) -> ColumnElement[bool]:
    """Trajectories that are going on, with a day between two days."""
    return and_(
        Trajectory.state == TrajectoryState.RUNNING,
        Trajectory.starts_on <= last,
        Trajectory.ends_on >= first,
    )


def rhythms_of(
    session: Session, trajectory_ids: Collection[uuid.UUID], *, first: date, last: date
) -> dict[uuid.UUID, Rhythm]:
    """The rhythms of these trajectories between two days; three queries."""
    wanted = Trajectory.id.in_(trajectory_ids)
    exceptions = _Exceptions(session, wanted, first=first, last=last)
    return {
        trajectory_id: exceptions.rhythm(key, _Fixed(starts_on, ends_on, weekdays))
        for trajectory_id, key, starts_on, ends_on, weekdays in session.execute(
            select(Trajectory.id, _KEY, Trajectory.starts_on, Trajectory.ends_on, _WEEKDAYS).where(wanted)
        )
    }


def students_between(session: Session, first: date, last: date) -> list[tuple[StudentName, Rhythm]]:
    """Who is running between two days, by name; three queries."""
    wanted = runs_between(first, last)
    exceptions = _Exceptions(session, wanted, first=first, last=last)
    return [
        (
            StudentName(
                trajectory_id=row.id,
                student_id=row.student_id,
                name=row.name,
                call_name=row.call_name or row.name,
                sort_name=row.sort_name,
            ),
            exceptions.rhythm(row.key, _Fixed(row.starts_on, row.ends_on, row.fixed)),
        )
        for row in session.execute(
            select(
                Trajectory.id,
                Trajectory.student_id,
                Person.name,
                Person.call_name,
                Person.sort_name,
                _KEY,
                Trajectory.starts_on,
                Trajectory.ends_on,
                _WEEKDAYS,
            )
            .join(Person, Person.id == Trajectory.student_id)
            .where(wanted)
            .order_by(Person.sort_name, Trajectory.id)
        )
    ]


def shared_rhythms(session: Session, first: date, last: date) -> dict[Rhythm, list[str]]:
    """Who is running between two days under the rhythm they share, as keys for `names_of`; three queries."""
    wanted = runs_between(first, last)
    exceptions = _Exceptions(session, wanted, first=first, last=last)
    shared: dict[Rhythm, list[str]] = {}
    for key, starts_on, ends_on, weekdays in session.execute(
        select(_KEY, Trajectory.starts_on, Trajectory.ends_on, _WEEKDAYS).where(wanted)
    ):
        rhythm = exceptions.rhythm(key, _Fixed(starts_on, ends_on, weekdays))
        shared.setdefault(rhythm, []).append(key)
    return shared


def names_of(session: Session, keys: Collection[str]) -> dict[str, StudentName]:
    """Whose rhythms these are, by name."""
    return {
        row.key: StudentName(
            trajectory_id=row.id,
            student_id=row.student_id,
            name=row.name,
            call_name=row.call_name or row.name,
            sort_name=row.sort_name,
        )
        for row in session.execute(
            select(
                _KEY,
                Trajectory.id,
                Trajectory.student_id,
                Person.name,
                Person.call_name,
                Person.sort_name,
            )
            .join(Person, Person.id == Trajectory.student_id)
            .where(_KEY.in_(keys))
            .order_by(Person.sort_name, Trajectory.id)
        )
    }


class _Exceptions:
    """What differs from the fixed days of the trajectories that `wanted` says between two days; two queries."""

    def __init__(self, session: Session, wanted: ColumnElement[bool], *, first: date, last: date) -> None:
        self._blocks: dict[str, tuple[tuple[date, date], ...]] = {}
        self._presence: dict[str, tuple[_Fixed, ...]] = {}
        # Many students have the same rhythm: it is made once.
        self._known: dict[tuple[object, ...], Rhythm] = {}
        for key, starts_on, ends_on in session.execute(
            select(_KEY, BlockPlacement.starts_on, BlockPlacement.ends_on)
            .join(BlockPlacement, BlockPlacement.trajectory_id == Trajectory.id)
            .where(wanted, BlockPlacement.starts_on <= last, BlockPlacement.ends_on >= first)
            .order_by(BlockPlacement.starts_on, BlockPlacement.ends_on)
        ):
            self._blocks[key] = (*self._blocks.get(key, ()), (starts_on, ends_on))
        for key, starts_on, ends_on, weekdays in session.execute(
            select(
                _KEY,
                PresencePeriod.starts_on,
                PresencePeriod.ends_on,
                cast(PresencePeriod.weekdays, Text).label("other"),
            )
            .join(PresencePeriod, PresencePeriod.trajectory_id == Trajectory.id)
            .where(wanted, PresencePeriod.starts_on <= last, PresencePeriod.ends_on >= first)
            .order_by(PresencePeriod.starts_on, PresencePeriod.id)
        ):
            self._presence[key] = (*self._presence.get(key, ()), _Fixed(starts_on, ends_on, weekdays))

    def rhythm(self, key: str, fixed: _Fixed) -> Rhythm:
        """The rhythm of one trajectory."""
        blocks, presence = self._blocks.get(key, ()), self._presence.get(key, ())
        found = self._known.get((fixed, blocks, presence))
        if found is None:
            found = Rhythm(
                fixed.starts_on,
                fixed.ends_on,
                _days(fixed.weekdays),
                tuple(Period(starts_on=starts_on, ends_on=ends_on) for starts_on, ends_on in blocks),
                tuple(
                    OtherDays(starts_on=one.starts_on, ends_on=one.ends_on, weekdays=_days(one.weekdays))
                    for one in presence
                ),
            )
            self._known[fixed, blocks, presence] = found
        return found


def _days(weekdays: str) -> tuple[int, ...]:
    return tuple(json.loads(weekdays))
