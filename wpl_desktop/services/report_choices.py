"""Which reports there are to choose from: students and rounds in columns, quick for a thousand of them."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    Agreed,
    MarkKind,
    Round,
    RoundKind,
    RoundReport,
    Score,
    Sheet,
    has_begun,
    taking_part,
)
from wpl_desktop.domain.people import Person, list_order
from wpl_desktop.domain.trajectories import Trajectory, TrajectoryState


@dataclass(frozen=True, kw_only=True)
class ReportChoice:
    """One report that can be printed: a student's round.

    `begun` is False for a round planned further ahead; `ready` says whether everybody is ready with the student's
    part.
    """

    trajectory_id: uuid.UUID
    student_name: str
    call_name: str
    round_id: uuid.UUID
    round_number: int
    kind: RoundKind
    final: bool
    held_on: date
    begun: bool
    ready: bool
    edition: int


class SubjectName(NamedTuple):
    """One line of the list of students of whom a report can be made."""

    trajectory_id: uuid.UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class ReportSubject:
    """A student with the rounds of which a report can be made, oldest first; there may be none yet."""

    trajectory_id: uuid.UUID
    name: str
    rounds: tuple[ReportChoice, ...] = ()

    @property
    def newest(self) -> ReportChoice | None:
        """The newest round that has begun; the first of all while none has."""
        begun = [choice for choice in self.rounds if choice.begun]
        return begun[-1] if begun else next(iter(self.rounds), None)


@dataclass(frozen=True)
class _RoundColumns:
    """What the list of reports needs of a round; `ready` counts the sheets of the student's part that are."""

    trajectory_id: uuid.UUID
    round_id: uuid.UUID
    number: int
    kind: RoundKind
    finalised_at: datetime | None
    held_on: date
    edition: int
    perspectives: list[str]
    ready: int


_ROUND_COLUMNS = select(
    Round.trajectory_id,
    Round.id,
    Round.number,
    Round.kind,
    Round.finalised_at,
    Round.held_on,
    Round.edition,
    Round.perspectives,
    select(func.count())
    .select_from(Sheet)
    .where(Sheet.round_id == Round.id, Sheet.strand == Strand.STUDENT_PART, Sheet.ready_at.is_not(None))
    .scalar_subquery(),
).order_by(Round.trajectory_id, Round.number)


def subject_names(session: Session) -> list[SubjectName]:
    """Students with rounds, and running ones without, by sort name: one query, nothing of their rounds."""
    # Without the layer that makes records of rows: this is read whole, however long the list is.
    rows = session.connection().execute(
        select(Trajectory.id, Person.name, Person.sort_name)
        .join(Person, Person.id == Trajectory.student_id)
        .where(_may_be_printed())
    )
    places = sorted((*list_order(sort_name, name), key) for key, name, sort_name in rows)
    return [SubjectName(key, name) for _, _, name, key in places]


def subject_rows(
    session: Session, *, today: date, trajectory_ids: Collection[uuid.UUID] | None = None
) -> list[ReportSubject]:
    """Students with rounds, and running ones without, by sort name: all, or those of these trajectories."""
    whose = select(Trajectory.id, Person.name, Person.call_name, Person.sort_name).join(
        Person, Person.id == Trajectory.student_id
    )
    which = _ROUND_COLUMNS
    if trajectory_ids is not None:
        whose = whose.where(Trajectory.id.in_(trajectory_ids))
        which = which.where(Round.trajectory_id.in_(trajectory_ids))
    people = session.execute(whose.where(_may_be_printed())).all()
    rounds: dict[uuid.UUID, list[_RoundColumns]] = {}
    for row in session.execute(which):
        rounds.setdefault(row[0], []).append(_RoundColumns(*row))
    found: list[ReportSubject] = []
    for row in sorted(people, key=lambda row: (*list_order(row.sort_name, row.name), row.id)):
        own = rounds.get(row.id, [])
        choices = (
            ReportChoice(
                trajectory_id=row.id,
                student_name=row.name,
                call_name=row.call_name,
                round_id=each.round_id,
                round_number=each.number,
                kind=each.kind,
                final=each.finalised_at is not None,
                held_on=each.held_on,
                begun=has_begun(each.held_on, today=today),
                edition=each.edition,
                ready=each.ready >= len(taking_part(each.perspectives)),
            )
            for each in own
        )
        found.append(ReportSubject(trajectory_id=row.id, name=row.name, rounds=tuple(choices)))
    return found


def _may_be_printed() -> ColumnElement[bool]:
    return or_(
        Trajectory.state == TrajectoryState.RUNNING, exists().where(Round.trajectory_id == Trajectory.id)
    )


def trajectory_of(session: Session, round_id: uuid.UUID) -> uuid.UUID | None:
    """Whose round it is; None when there is no such round."""
    return session.scalar(select(Round.trajectory_id).where(Round.id == round_id))


def file_numbers(session: Session) -> dict[uuid.UUID, tuple[int, str]]:
    """What files are called by instead of a name (6.3): the order in which students were added, and the school year."""
    rows = session.execute(select(Trajectory.id, Trajectory.starts_on).order_by(Trajectory.id))
    return {row.id: (number, school_year_of(row.starts_on)) for number, row in enumerate(rows, start=1)}


def says_anything(session: Session, round_id: uuid.UUID) -> bool:
    """Whether anybody gave a mark, wrote a text or agreed on anything in a round."""
    scored = exists().where(
        Sheet.id == Score.sheet_id,
        Sheet.round_id == round_id,
        or_(
            Score.kind != MarkKind.NOT_YET_SCORED,
            Score.comment != "",
            Score.evidence != "",
            Score.source.is_not(None),
        ),
    )
    agreed = exists().where(Agreed.round_id == round_id)
    texts = (
        RoundReport.strong,
        RoundReport.grown,
        RoundReport.next_step,
        RoundReport.advice,
        RoundReport.student_response,
    )
    written = exists().where(RoundReport.round_id == round_id, or_(*(text != "" for text in texts)))
    return bool(session.scalar(select(or_(scored, agreed, written))))


def number_of(session: Session, trajectory_id: uuid.UUID) -> int:
    """A student's number in the order in which they were added, for documents without a name."""
    return session.scalar(select(func.count()).where(Trajectory.id <= trajectory_id)) or 0


@dataclass(frozen=True, kw_only=True)
class ReportFormat:
    """What of a report is chosen per copy; `include_conditions` False leaves the workplace's part out (R10)."""

    language: str
    include_conditions: bool = True

    def file_stem(
        self, kind: RoundKind, *, school_year: str, student: int, round_number: int, edition: int
    ) -> str:
        """The name of a file without its ending: never a student's name, because file names leak (6.3)."""
        start = f"{self._document(kind)}_{school_year}_S{student}_R{round_number}_v{edition}"
        return start + self._part_left_out(kind)

    def stem_of_copy(self, stem: str, kind: RoundKind) -> str:
        """The name of a copy, from that of the whole report."""
        return stem + self._part_left_out(kind)

    def file_stem_of_all(self, kind: RoundKind, *, school_year: str, round_number: int) -> str:
        """The name of a file with the reports of all students."""
        everybody = {"nl": "alle", "en": "all"}[self.language]
        start = f"{self._document(kind)}_{school_year}_R{round_number}_{everybody}"
        return start + self._part_left_out(kind)

    def _document(self, kind: RoundKind) -> str:
        names = {"nl": ("tussentijds", "eindverslag"), "en": ("midterm", "final-report")}
        return names[self.language][kind is RoundKind.FINAL]

    def _part_left_out(self, kind: RoundKind) -> str:
        """What tells a copy without the workplace's part from the whole report, so that neither replaces the other."""
        if self.include_conditions or kind is not RoundKind.FINAL:
            return ""
        return {"nl": "_zonder-werkplek", "en": "_without-workplace"}[self.language]
