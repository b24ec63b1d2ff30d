"""What a student's page needs of everything that was agreed, without reading the sheets."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import Agreed, Mark, MarkKind, Round, in_round
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.sheets import level_labels
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class AgreedLevel:
    """What was agreed on one criterion; `difference_stands` instead of a mark where both positions were kept."""

    code: str
    name: Words
    mark: Mark
    difference_stands: bool


@dataclass(frozen=True, kw_only=True)
class AgreedRound:
    """The last round in which something was agreed on the student's part; `labels[0]` is the word of level 1."""

    number: int
    labels: tuple[Words, ...]
    levels: tuple[AgreedLevel, ...]


class Dossier:
    """Reads what the list and the page of one student show alike."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def agreed(self, trajectory_id: uuid.UUID) -> AgreedRound | None:
        """What was agreed last on the student's part; None while nothing was."""
        with self._database.reading() as session:
            return _agreed_round(session, trajectory_id)


def _agreed_round(session: Session, trajectory_id: uuid.UUID) -> AgreedRound | None:
    said = or_(Agreed.kind != MarkKind.NOT_YET_SCORED, Agreed.difference_stands.is_(True))
    last = session.execute(
        select(Round.id, Round.number, Round.focus, Trajectory.criteria_set_id)
        .join(Agreed, Agreed.round_id == Round.id)
        .join(Trajectory, Trajectory.id == Round.trajectory_id)
        .where(Round.trajectory_id == trajectory_id, Agreed.strand == Strand.STUDENT_PART, said)
        .order_by(Round.number.desc())
        .limit(1)
    ).first()
    if last is None:
        return None
    agreed = session.execute(
        select(Criterion.code, Criterion.name, Agreed.kind, Agreed.level, Agreed.difference_stands)
        .outerjoin(
            Agreed,
            (Agreed.criterion_id == Criterion.id)
            & (Agreed.round_id == last.id)
            & (Agreed.strand == Strand.STUDENT_PART),
        )
        .where(Criterion.criteria_set_id == last.criteria_set_id)
        .order_by(Criterion.position)
    ).all()
    shown = set(in_round([row.code for row in agreed], focus=last.focus))
    return AgreedRound(
        number=last.number,
        labels=level_labels(session, last.criteria_set_id, Strand.STUDENT_PART),
        levels=tuple(
            AgreedLevel(
                code=row.code,
                name=row.name,
                mark=Mark(row.kind or MarkKind.NOT_YET_SCORED, row.level),
                difference_stands=bool(row.difference_stands),
            )
            for row in agreed
            if row.code in shown
        ),
    )
