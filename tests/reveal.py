"""What is decided side by side: the reveal of a round, and what was agreed on a criterion."""

from __future__ import annotations

import uuid
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import select

from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Agreed, Mark, Perspective, Round, Sheet
from wpl_desktop.services.bundle import Services


def mark_everybody_ready(services: Services, round_id: uuid.UUID) -> None:
    """All three are ready with the student's part."""
    for perspective in Perspective:
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=Strand.STUDENT_PART)


def reveal(services: Services, round_id: uuid.UUID) -> None:
    """The one act after which the perspectives see each other (R5)."""
    with services.database.transaction() as session:
        session.get_one(Round, round_id).revealed_at = datetime(2026, 1, 22, 15, 0, tzinfo=UTC)


@contextmanager
def side_by_side(services: Services, round_id: uuid.UUID) -> Generator[None]:
    """As after the reveal, for this round and the student's others; afterwards sheets are as open as they were."""
    with services.database.transaction() as session:
        trajectory_id = session.get_one(Round, round_id).trajectory_id
        for found in session.scalars(select(Round).where(Round.trajectory_id == trajectory_id)):
            found.revealed_at = found.revealed_at or datetime(2026, 1, 22, 15, 0, tzinfo=UTC)
        rounds = select(Round.id).where(Round.trajectory_id == trajectory_id)
        closed = [
            sheet.id
            for sheet in session.scalars(
                select(Sheet).where(Sheet.round_id.in_(rounds), Sheet.ready_at.is_(None))
            )
        ]
    _set_ready(services, closed, datetime(2026, 1, 22, 14, 0, tzinfo=UTC))
    yield
    _set_ready(services, closed, None)


def _set_ready(services: Services, sheets: list[uuid.UUID], ready_at: datetime | None) -> None:
    with services.database.transaction() as session:
        for sheet_id in sheets:
            session.get_one(Sheet, sheet_id).ready_at = ready_at


def agree(
    services: Services, round_id: uuid.UUID, code: str, *, mark: Mark = NOT_YET_SCORED, positions: str = ""
) -> None:
    """An agreed mark on one criterion, or with `positions` a difference that stands (R6)."""
    with services.database.transaction() as session:
        criterion_id = session.scalars(select(Criterion.id).where(Criterion.code == code)).one()
        session.add(
            Agreed(
                round_id=round_id,
                criterion_id=criterion_id,
                strand=Strand.STUDENT_PART,
                kind=mark.kind,
                level=mark.level,
                difference_stands=bool(positions),
                positions=positions,
            )
        )
