"""What is decided side by side: the reveal of a round, and what was agreed on a criterion."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from sqlalchemy import select

from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Agreed, Mark, Perspective, Round
from wpl_desktop.services.bundle import Services


def mark_everybody_ready(services: Services, round_id: uuid.UUID) -> None:
    """All three are ready with the student's part."""
    for perspective in Perspective:
        services.evaluations.mark_ready(round_id, perspective=perspective, strand=Strand.STUDENT_PART)


def reveal(services: Services, round_id: uuid.UUID) -> None:
    """The one act after which the perspectives see each other (R5)."""
    with services.database.transaction() as session:
        session.get_one(Round, round_id).revealed_at = datetime(2026, 1, 22, 15, 0, tzinfo=UTC)


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
