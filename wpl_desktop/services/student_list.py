"""The students' list: the whole order from a light query, and the lines themselves only for those in view."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.conversations import Conversation, ConversationState, ConversationType
from wpl_desktop.domain.evaluations import (
    ROUND_OPENS_BEFORE,
    Perspective,
    Round,
    taking_part,
)
from wpl_desktop.domain.people import Organisation, Person, folded, list_order
from wpl_desktop.domain.trajectories import (
    COACHING_ROLES,
    Role,
    Trajectory,
    TrajectoryKind,
    TrajectoryRole,
    TrajectoryState,
)
from wpl_desktop.domain.words import Words
from wpl_desktop.services.sheets import ready_by_round
from wpl_desktop.storage.database import Database


class ListOrder(enum.Enum):
    """By what the list may be ordered; always by name within."""

    NAME = "name"
    CLASS = "class"
    NEXT_CONVERSATION = "next_conversation"
    LAST_ROUND = "last_round"


@dataclass(frozen=True, kw_only=True)
class NextConversation:
    """The next planned conversation of a student; `name` is the short one where the type is discreet."""

    starts_at: datetime
    minutes: int
    short_name: Words
    name: Words


@dataclass(frozen=True, kw_only=True)
class LastRound:
    """The newest round of a student that has begun, and which perspectives are ready with the student's part."""

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


@dataclass(frozen=True, kw_only=True)
class ListedStudent:
    """Who a trajectory is of, where one is chosen or told from another."""

    trajectory_id: uuid.UUID
    name: str
    call_name: str
    kind: TrajectoryKind
    programme: str
    phase: int | None
    workplace: str


class StudentList:
    """Reads the list in pieces, so that a thousand students cost what is on the screen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> dict[TrajectoryState, int]:
        """How many trajectories there are in each state."""
        with self._database.reading() as session:
            rows = session.execute(select(Trajectory.state, func.count()).group_by(Trajectory.state))
            found = {row[0]: row[1] for row in rows}
        return {state: found.get(state, 0) for state in TrajectoryState}

    def order(
        self, state: TrajectoryState, *, by: ListOrder = ListOrder.NAME, ascending: bool = True
    ) -> list[uuid.UUID]:
        """All trajectories in one state, in order; those without conversation, round or class come last."""
        with self._database.reading() as session:
            # Without the layer that makes records of rows: this is read whole, however long the list is.
            found = session.connection().execute(
                select(Trajectory.id, Person.sort_name, Person.name)
                .join(Person, Person.id == Trajectory.student_id)
                .where(Trajectory.state == state)
            )
            placed = sorted((*list_order(row[1], row[2]), row[0]) for row in found)
            by_name = [place[-1] for place in placed]
            values = _order_values(session, by, now=self._database.clock.local())
        if values is None:
            return by_name if ascending else by_name[::-1]
        known = [key for key in by_name if key in values]
        known.sort(key=lambda key: values[key], reverse=not ascending)
        return [*known, *(key for key in by_name if key not in values)]

    def names(self, state: TrajectoryState = TrajectoryState.RUNNING) -> list[ListedStudent]:
        """Everybody in one state, by sort name; one query."""
        with self._database.reading() as session:
            found = session.execute(
                select(
                    Trajectory.id,
                    Person.sort_name,
                    Person.name,
                    Person.call_name,
                    Trajectory.kind,
                    Trajectory.programme,
                    Trajectory.phase,
                    Organisation.name.label("workplace"),
                )
                .join(Person, Person.id == Trajectory.student_id)
                .join(Organisation, Organisation.id == Trajectory.workplace_id)
                .where(Trajectory.state == state)
            )
            rows = sorted(found, key=lambda row: (*list_order(row.sort_name, row.name), row.id))
        return [
            ListedStudent(
                trajectory_id=row.id,
                name=row.name,
                call_name=row.call_name,
                kind=row.kind,
                programme=row.programme,
                phase=row.phase,
                workplace=row.workplace,
            )
            for row in rows
        ]

    def name(self, trajectory_id: uuid.UUID) -> str:
        """What one student is called; empty for one who is gone."""
        with self._database.reading() as session:
            found = session.scalar(
                select(Person.name)
                .join(Trajectory, Trajectory.student_id == Person.id)
                .where(Trajectory.id == trajectory_id)
            )
            return found or ""

    def search_texts(self, state: TrajectoryState) -> dict[uuid.UUID, str]:
        """What typed letters are looked for in, folded: names, class, programme and what the mentors are called."""
        with self._database.reading() as session:
            connection = session.connection()
            mentors = connection.execute(
                select(TrajectoryRole.trajectory_id, func.group_concat(Person.call_name, " "))
                .join(Person, Person.id == TrajectoryRole.person_id)
                .join(Trajectory, Trajectory.id == TrajectoryRole.trajectory_id)
                .where(Trajectory.state == state, TrajectoryRole.role.in_(COACHING_ROLES))
                .group_by(TrajectoryRole.trajectory_id)
            )
            named = {row[0]: row[1] for row in mentors}
            rows = connection.execute(
                select(
                    Trajectory.id,
                    Person.name,
                    Person.call_name,
                    Person.second_script,
                    Trajectory.class_names,
                    Trajectory.programme,
                )
                .join(Person, Person.id == Trajectory.student_id)
                .where(Trajectory.state == state)
            )
            return {row[0]: folded(" ".join((*row[1:], named.get(row[0], "")))) for row in rows}

    def rows(self, trajectory_ids: Sequence[uuid.UUID]) -> list[StudentRow]:
        """The lines of these trajectories, in any order; a handful of queries."""
        with self._database.reading() as session:
            return _rows(session, trajectory_ids, now=self._database.clock.local())


def _order_values(session: Session, by: ListOrder, *, now: datetime) -> Mapping[uuid.UUID, Any] | None:
    """What is compared, for the trajectories that have it; None for the order by name."""
    readers: dict[ListOrder, Callable[[], Mapping[uuid.UUID, Any]]] = {
        ListOrder.CLASS: lambda: _classes(session),
        ListOrder.NEXT_CONVERSATION: lambda: _next_moments(session, now=now),
        ListOrder.LAST_ROUND: lambda: _last_numbers(session, today=now.date()),
    }
    reader = readers.get(by)
    return reader() if reader is not None else None


def _classes(session: Session) -> dict[uuid.UUID, str]:
    rows = session.execute(select(Trajectory.id, Trajectory.class_names).where(Trajectory.class_names != ""))
    return {row.id: folded(row.class_names) for row in rows}


def _next_moments(session: Session, *, now: datetime) -> dict[uuid.UUID, datetime]:
    rows = session.execute(
        select(Conversation.trajectory_id, func.min(Conversation.starts_at).label("starts_at"))
        .where(Conversation.state == ConversationState.PLANNED, Conversation.starts_at >= _midnight(now))
        .group_by(Conversation.trajectory_id)
    )
    return {row.trajectory_id: row.starts_at for row in rows}


def _midnight(now: datetime) -> datetime:
    """What is planned today is next until it is marked, also when its hour has passed."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _last_numbers(session: Session, *, today: date) -> dict[uuid.UUID, tuple[int, date]]:
    newest = _newest_begun(today=today).subquery()
    rows = session.execute(
        select(Round.trajectory_id, Round.number, Round.held_on).join(
            newest, (newest.c.trajectory_id == Round.trajectory_id) & (newest.c.number == Round.number)
        )
    )
    return {row.trajectory_id: (row.number, row.held_on) for row in rows}


def _newest_begun(*, today: date) -> Select[uuid.UUID, int]:
    """Of each trajectory the number of the newest round that `has_begun`."""
    return (
        select(Round.trajectory_id, func.max(Round.number).label("number"))
        .where(Round.held_on <= today + ROUND_OPENS_BEFORE)
        .group_by(Round.trajectory_id)
    )


def _rows(session: Session, wanted: Sequence[uuid.UUID], *, now: datetime) -> list[StudentRow]:
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
        )
        .join(Person, Person.id == Trajectory.student_id)
        .join(workplace, workplace.id == Trajectory.workplace_id)
        .where(Trajectory.id.in_(wanted))
    ).all()
    mentors = _mentors(session, wanted)
    conversations = _next_conversations(session, wanted, now=now)
    rounds = _last_rounds(session, wanted, today=now.date())
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
        for row in found
    ]


def _mentors(session: Session, wanted: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """Call names of the mentors of each trajectory, the class mentor first."""
    rows = session.execute(
        select(TrajectoryRole.trajectory_id, TrajectoryRole.role, Person.call_name)
        .join(Person, Person.id == TrajectoryRole.person_id)
        .where(TrajectoryRole.trajectory_id.in_(wanted), TrajectoryRole.role.in_(COACHING_ROLES))
        .order_by(TrajectoryRole.id)
    ).all()
    found: dict[uuid.UUID, list[str]] = {}
    for row in sorted(rows, key=lambda row: row.role is not Role.CLASS_MENTOR):
        names = found.setdefault(row.trajectory_id, [])
        if row.call_name not in names:
            names.append(row.call_name)
    return found


def _next_conversations(
    session: Session, wanted: Sequence[uuid.UUID], *, now: datetime
) -> dict[uuid.UUID, NextConversation]:
    # "Likely": a few students are looked up by themselves, not among the plans of everybody.
    planned = session.execute(
        select(Conversation.trajectory_id, Conversation.id)
        .where(
            Conversation.trajectory_id.in_(wanted),
            func.likely(Conversation.state == ConversationState.PLANNED),
            func.likely(Conversation.starts_at >= _midnight(now)),
        )
        .order_by(Conversation.starts_at.desc())
    )
    first = {row.trajectory_id: row.id for row in planned}
    rows = session.execute(
        select(
            Conversation.trajectory_id,
            Conversation.starts_at,
            Conversation.minutes,
            ConversationType.short_name,
            ConversationType.name,
            ConversationType.discreet,
        )
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(Conversation.id.in_(first.values()))
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


def _last_rounds(session: Session, wanted: Sequence[uuid.UUID], *, today: date) -> dict[uuid.UUID, LastRound]:
    newest = _newest_begun(today=today).where(Round.trajectory_id.in_(wanted)).subquery()
    rows = session.execute(
        select(Round.id, Round.trajectory_id, Round.number, Round.perspectives, Round.finalised_at).join(
            newest, (newest.c.trajectory_id == Round.trajectory_id) & (newest.c.number == Round.number)
        )
    ).all()
    ready = ready_by_round(session, [row.id for row in rows])
    return {
        row.trajectory_id: LastRound(
            number=row.number,
            perspectives=taking_part(row.perspectives),
            ready=frozenset(ready.get(row.id, ())),
            final=row.finalised_at is not None,
        )
        for row in rows
    }
