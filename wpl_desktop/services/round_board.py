"""The board of students × rounds: the whole order from a light query, and cells only for those in view."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_begins
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import (
    ROUND_OPENS_BEFORE,
    Agreed,
    MarkKind,
    Perspective,
    Round,
    RoundKind,
    has_begun,
    not_ready,
    taking_part,
)
from wpl_desktop.domain.people import Person, list_order
from wpl_desktop.domain.suggestions import LONGEST_NOTICE, ready_day
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState
from wpl_desktop.services.school_calendar import free_days
from wpl_desktop.services.sheets import ready_by_round
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class BoardHead:
    """One column: a number, the first and last day of its rounds, and what they are for when that is the same."""

    number: int
    first_on: date
    last_on: date
    kind: RoundKind | None


@dataclass(frozen=True, kw_only=True)
class BoardCell:
    """One round of one student: who is ready, and how far it came.

    `ready` is about the student's part. `ready_with_conditions` is about the workplace's part and never holds the
    student, whose silence about it looks the same whatever its reason (R9). `agreed` of the `criteria` are settled on
    the student's part; nothing is before the reveal.
    """

    round_id: uuid.UUID
    number: int
    kind: RoundKind
    held_on: date
    ready_by: date
    begun: bool
    perspectives: tuple[Perspective, ...]
    ready: frozenset[Perspective]
    ready_with_conditions: frozenset[Perspective]
    revealed: bool
    final: bool
    edition: int
    agreed: int
    criteria: int

    @property
    def missing(self) -> tuple[Perspective, ...]:
        """Who takes part and is not ready with the student's part."""
        return not_ready(self.perspectives, ready=self.ready)


@dataclass(frozen=True, kw_only=True)
class BoardRow:
    """One student with a cell for each round there is, by number."""

    trajectory_id: uuid.UUID
    name: str
    call_name: str
    second_script: str
    class_names: str
    cells: Mapping[int, BoardCell]


class RoundBoard:
    """Reads the board in pieces, so that a thousand students cost what is on the screen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def order(self, *, waiting: bool = False) -> list[uuid.UUID]:
        """The students of this year by name; with `waiting` those of whom somebody has to get ready in a round."""
        today = self._database.clock.local().date()
        wanted = _on_board(today)
        with self._database.reading() as session:
            if waiting:
                wanted = and_(wanted, Trajectory.id.in_(_waited_for(session, today=today)))
            # Without the layer that makes records of rows: this is read whole, however long the list is.
            found = (
                session.connection()
                .execute(
                    select(Trajectory.id, Person.sort_name, Person.name)
                    .join(Person, Person.id == Trajectory.student_id)
                    .where(wanted)
                )
                .all()
            )
            return [place[-1] for place in sorted((*list_order(row[1], row[2]), row[0]) for row in found)]

    def heads(self) -> list[BoardHead]:
        """A column for each number of a round on the board; one query."""
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            rows = session.execute(
                select(
                    Round.number,
                    func.min(Round.held_on).label("first_on"),
                    func.max(Round.held_on).label("last_on"),
                    func.min(Round.kind).label("kind"),
                    func.max(Round.kind).label("last_kind"),
                )
                .join(Trajectory, Trajectory.id == Round.trajectory_id)
                .where(_on_board(today))
                .group_by(Round.number)
                .order_by(Round.number)
            )
            return [
                BoardHead(
                    number=row.number,
                    first_on=row.first_on,
                    last_on=row.last_on,
                    kind=row.kind if row.kind is row.last_kind else None,
                )
                for row in rows
            ]

    def rows(self, trajectory_ids: Sequence[uuid.UUID]) -> list[BoardRow]:
        """The lines of these trajectories, in any order; a handful of queries."""
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            cells = _cells(session, trajectory_ids, today=today)
            found = session.execute(
                select(
                    Trajectory.id,
                    Person.name,
                    Person.call_name,
                    Person.second_script,
                    Trajectory.class_names,
                )
                .join(Person, Person.id == Trajectory.student_id)
                .where(Trajectory.id.in_(trajectory_ids))
            )
            return [
                BoardRow(
                    trajectory_id=row.id,
                    name=row.name,
                    call_name=row.call_name,
                    second_script=row.second_script,
                    class_names=row.class_names,
                    cells=cells.get(row.id, {}),
                )
                for row in found
            ]


def _on_board(today: date) -> ColumnElement[bool]:
    """Running trajectories of this school year, and of an older one as long as a round of theirs is not final."""
    begins = school_year_begins(today)
    return and_(
        Trajectory.state == TrajectoryState.RUNNING,
        Trajectory.starts_on < begins.replace(year=begins.year + 1),
        or_(
            Trajectory.ends_on >= begins,
            exists()
            .where(Round.trajectory_id == Trajectory.id, Round.finalised_at.is_(None))
            .correlate(Trajectory),
        ),
    )


def _waited_for(session: Session, *, today: date) -> set[uuid.UUID]:
    """The trajectories with a round that has begun, does not lie side by side, and waits for somebody."""
    rows = session.execute(
        select(Round.id, Round.trajectory_id, Round.perspectives).where(
            Round.finalised_at.is_(None),
            Round.revealed_at.is_(None),
            Round.held_on <= today + ROUND_OPENS_BEFORE,
        )
    ).all()
    ready = ready_by_round(session, [row.id for row in rows])
    return {
        row.trajectory_id
        for row in rows
        if not_ready(taking_part(row.perspectives), ready=ready.get(row.id, ()))
    }


def _cells(
    session: Session, trajectory_ids: Sequence[uuid.UUID], *, today: date
) -> dict[uuid.UUID, dict[int, BoardCell]]:
    rows = session.execute(
        select(
            Round.id,
            Round.trajectory_id,
            Round.number,
            Round.kind,
            Round.held_on,
            Round.ready_by,
            Round.focus,
            Round.perspectives,
            Round.revealed_at,
            Round.finalised_at,
            Round.edition,
            Trajectory.criteria_set_id,
        )
        .join(Trajectory, Trajectory.id == Round.trajectory_id)
        .where(Round.trajectory_id.in_(trajectory_ids))
        .order_by(Round.number)
    ).all()
    ids = [row.id for row in rows]
    ready = ready_by_round(session, ids)
    with_conditions = ready_by_round(session, ids, strand=Strand.WORKPLACE_PART)
    agreed = _agreed_counts(session, [row.id for row in rows if row.revealed_at is not None])
    sizes = _set_sizes(session)
    held = [row.held_on for row in rows]
    free = free_days(session, min(held) - LONGEST_NOTICE, max(held)) if held else frozenset[date]()
    found: dict[uuid.UUID, dict[int, BoardCell]] = {}
    for row in rows:
        criteria = len(row.focus) or sizes.get(row.criteria_set_id, 0)
        is_ready = frozenset(ready.get(row.id, ()))
        found.setdefault(row.trajectory_id, {})[row.number] = BoardCell(
            round_id=row.id,
            number=row.number,
            kind=row.kind,
            held_on=row.held_on,
            ready_by=ready_day(row.ready_by, held_on=row.held_on, free=free),
            # One that was filled in earlier has begun as well (decision 23).
            begun=bool(is_ready) or has_begun(row.held_on, today=today),
            perspectives=taking_part(row.perspectives),
            ready=is_ready,
            ready_with_conditions=frozenset(with_conditions.get(row.id, ())) - {Perspective.STUDENT},
            revealed=row.revealed_at is not None,
            final=row.finalised_at is not None,
            edition=row.edition,
            # What was agreed before the focus was chosen stays kept, and is no part of it.
            agreed=min(agreed.get(row.id, 0), criteria),
            criteria=criteria,
        )
    return found


def _agreed_counts(session: Session, round_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """On how many criteria a mark was agreed on the student's part, or the difference stands."""
    rows = session.execute(
        select(Agreed.round_id, func.count().label("number"))
        .where(
            Agreed.round_id.in_(round_ids),
            Agreed.strand == Strand.STUDENT_PART,
            or_(Agreed.kind != MarkKind.NOT_YET_SCORED, Agreed.difference_stands),
        )
        .group_by(Agreed.round_id)
    )
    return {row.round_id: row.number for row in rows}


def _set_sizes(session: Session) -> dict[Any, int]:
    rows = session.execute(
        select(Criterion.criteria_set_id, func.count().label("number")).group_by(Criterion.criteria_set_id)
    )
    return {row.criteria_set_id: row.number for row in rows}
