"""Where each perspective stood on each criterion, round by round: what the dot strips show."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Strand
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Agreed,
    Mark,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    has_begun,
    in_round,
    says_something,
    taking_part,
    with_silence_alike,
)
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.sheets import level_labels, ready_by_round
from wpl_desktop.services.sight import is_visible
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class GrowthCell:
    """One criterion in one round: the marks that may be seen (R5) and what was agreed, never computed (R6)."""

    marks: Mapping[Perspective, Mark]
    agreed: Mark = NOT_YET_SCORED
    difference_stands: bool = False
    positions: str = ""


@dataclass(frozen=True, kw_only=True)
class GrowthRound:
    """One round. `hidden` are those whose view may not be seen yet; `ready` holds for the chosen strand.

    `revealed`: the views were put side by side, or the round is final; before that nothing is agreed here.
    """

    id: uuid.UUID
    number: int
    kind: RoundKind
    held_on: date
    begun: bool
    revealed: bool
    final: bool
    perspectives: tuple[Perspective, ...]
    ready: frozenset[Perspective]
    hidden: frozenset[Perspective]
    #: By code of the criterion; what is no focus of the round is not there (R12).
    cells: Mapping[str, GrowthCell]


@dataclass(frozen=True, kw_only=True)
class StudentGrowth:
    """One strand of one student's rounds, oldest first. `level_labels[0]` is the word of level 1."""

    strand: Strand
    criteria: tuple[tuple[str, Words], ...]
    level_labels: tuple[Words, ...]
    perspectives: tuple[Perspective, ...]
    rounds: tuple[GrowthRound, ...]
    closed: bool


class Growth:
    """Reads the marks of all rounds of one student; changes nothing and computes nothing from levels."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_student(self, trajectory_id: uuid.UUID, *, strand: Strand, joint: bool = False) -> StudentGrowth:
        """The rounds of one trajectory on one strand. Raises `DomainError` (`not_found`).

        `joint`: the student looks along, so nobody's marks are read before the reveal (R5).
        """
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            criteria = session.execute(
                select(Criterion.id, Criterion.code, Criterion.name)
                .where(Criterion.criteria_set_id == trajectory.criteria_set_id)
                .order_by(Criterion.position)
            ).all()
            labels = level_labels(session, trajectory.criteria_set_id, strand)
            count = session.get_one(CriteriaSet, trajectory.criteria_set_id).level_count
            rounds = session.scalars(
                select(Round).where(Round.trajectory_id == trajectory_id).order_by(Round.number)
            ).all()
            codes = {row.id: row.code for row in criteria}
            found = _read(session, trajectory_id, rounds, codes=codes, strand=strand)
        return StudentGrowth(
            strand=strand,
            criteria=tuple((row.code, row.name) for row in criteria),
            level_labels=labels[:count],
            perspectives=tuple(
                one
                for one in Perspective
                if any(one in taking_part(scored.perspectives) for scored in rounds)
            ),
            rounds=tuple(found.round(scored, today=today, joint=joint) for scored in rounds),
            closed=trajectory.state is TrajectoryState.CLOSED,
        )


@dataclass(frozen=True, kw_only=True)
class _Read:
    """The rows of all rounds on one strand, by round."""

    strand: Strand
    codes: tuple[str, ...]
    ready: Mapping[uuid.UUID, set[Perspective]]
    marks: Mapping[tuple[uuid.UUID, str, Perspective], Mark]
    agreed: Mapping[tuple[uuid.UUID, str], GrowthCell]
    heard: frozenset[uuid.UUID]

    def round(self, scored: Round, *, today: date, joint: bool) -> GrowthRound:
        """One round as its column shows it."""
        part = taking_part(scored.perspectives)
        ready = self.ready.get(scored.id, set())
        hidden = frozenset(one for one in part if not is_visible(scored, one, ready=ready, joint=joint))
        revealed = scored.revealed_at is not None or scored.finalised_at is not None
        seen = [one for one in part if one not in hidden]
        cells = {
            code: self._cell(scored.id, code, seen, is_open=revealed and not hidden)
            for code in in_round(self.codes, focus=scored.focus)
        }
        begun = has_begun(scored.held_on, today=today) or bool(ready)
        return GrowthRound(
            id=scored.id,
            number=scored.number,
            kind=scored.kind,
            held_on=scored.held_on,
            begun=begun,
            revealed=revealed,
            final=scored.finalised_at is not None,
            perspectives=part,
            ready=frozenset(ready),
            hidden=hidden,
            cells=cells,
        )

    def _cell(
        self, round_id: uuid.UUID, code: str, seen: Sequence[Perspective], *, is_open: bool
    ) -> GrowthCell:
        """R5: before the reveal nothing is agreed, whatever is kept: both positions would give the views away."""
        nothing = GrowthCell(marks={})
        agreed = self.agreed.get((round_id, code), nothing) if is_open else nothing
        return GrowthCell(
            marks={one: self._mark(round_id, code, one) for one in seen},
            agreed=agreed.agreed,
            difference_stands=agreed.difference_stands,
            positions=agreed.positions,
        )

    def _mark(self, round_id: uuid.UUID, code: str, perspective: Perspective) -> Mark:
        return with_silence_alike(
            self.marks.get((round_id, code, perspective), NOT_YET_SCORED),
            strand=self.strand,
            perspective=perspective,
            heard=round_id in self.heard,
        )


def _read(
    session: Session,
    trajectory_id: uuid.UUID,
    rounds: Sequence[Round],
    *,
    codes: Mapping[uuid.UUID, str],
    strand: Strand,
) -> _Read:
    scores = session.execute(
        select(Sheet.round_id, Sheet.perspective, Score.criterion_id, Score.kind, Score.level)
        .join(Score, Score.sheet_id == Sheet.id)
        .join(Round, Round.id == Sheet.round_id)
        .where(Round.trajectory_id == trajectory_id, Sheet.strand == strand)
    )
    marks = {
        (row.round_id, codes[row.criterion_id], row.perspective): Mark(row.kind, row.level) for row in scores
    }
    agreed = session.execute(
        select(
            Agreed.round_id,
            Agreed.criterion_id,
            Agreed.kind,
            Agreed.level,
            Agreed.difference_stands,
            Agreed.positions,
        ).where(Agreed.round_id.in_([scored.id for scored in rounds]), Agreed.strand == strand)
    )
    return _Read(
        strand=strand,
        codes=tuple(codes.values()),
        ready=ready_by_round(session, [scored.id for scored in rounds], strand=strand),
        marks=marks,
        agreed={
            (row.round_id, codes[row.criterion_id]): GrowthCell(
                marks={},
                agreed=Mark(row.kind, row.level),
                difference_stands=row.difference_stands,
                positions=row.positions,
            )
            for row in agreed
        },
        heard=_rounds_heard(session, trajectory_id) if strand is Strand.WORKPLACE_PART else frozenset(),
    )


def _rounds_heard(session: Session, trajectory_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """The rounds in which the student said anything, on either strand (R9)."""
    rows = session.execute(
        select(Sheet.round_id, Sheet.strand, Score)
        .join(Score, Score.sheet_id == Sheet.id)
        .join(Round, Round.id == Sheet.round_id)
        .where(Round.trajectory_id == trajectory_id, Sheet.perspective == Perspective.STUDENT)
    )
    return frozenset(
        row[0] for row in rows if says_something(row[2], strand=row[1], perspective=Perspective.STUDENT)
    )
