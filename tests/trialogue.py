"""Rounds to lay side by side: everybody scored and ready, with three, four or five levels."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from tests import factory
from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Strand
from wpl_desktop.domain.evaluations import (
    NOT_OBSERVED,
    Mark,
    Perspective,
    Round,
    Score,
    Sheet,
    level_mark,
    taking_part,
)
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.making import install_criteria
from wpl_desktop.services.side_by_side import AgreedValues, CriterionSideBySide, SideBySideView

STUDENT, WORKPLACE, INSTITUTE = Perspective
PART, CONDITIONS = Strand
READY_AT = datetime(2026, 1, 22, 14, 0, tzinfo=UTC)

#: Level per perspective (● ■ ▲, 0 is –) on the criteria that differ from `EVERYWHERE`.
SCORED: Mapping[str, tuple[int, int, int]] = {
    "C4": (4, 2, 2),
    "C2": (3, 2, 0),
    "C3": (3, 3, 0),
    "C6": (3, 0, 0),
}
EVERYWHERE = (2, 2, 2)


def scored_round(
    services: Services,
    trajectory_id: uuid.UUID | None = None,
    *,
    levels: Mapping[str, Sequence[int]] = SCORED,
    everywhere: Sequence[int] = EVERYWHERE,
    strand: Strand = PART,
    revealed: bool = True,
    **values: Any,
) -> uuid.UUID:
    """A round in which all are ready with both strands; put side by side when `revealed`."""
    trajectory_id = trajectory_id or factory.add_student(services)
    round_id = factory.add_round(services, trajectory_id, **values)
    score(services, round_id, levels=levels, everywhere=everywhere, strand=strand)
    set_ready(services, round_id, *Strand)
    if revealed:
        services.rounds.reveal(round_id)
    return round_id


def score(
    services: Services,
    round_id: uuid.UUID,
    *,
    levels: Mapping[str, Sequence[int]],
    everywhere: Sequence[int],
    strand: Strand = PART,
) -> None:
    """Everybody's marks on one strand, in one go; what was there before is replaced."""
    with services.database.transaction() as session:
        found = session.get_one(Round, round_id)
        criteria = session.scalars(
            select(Criterion)
            .join(Trajectory, Trajectory.criteria_set_id == Criterion.criteria_set_id)
            .where(Trajectory.id == found.trajectory_id)
        ).all()
        for place, perspective in enumerate(taking_part(found.perspectives)):
            sheet = session.scalars(
                select(Sheet).where(
                    Sheet.round_id == round_id, Sheet.perspective == perspective, Sheet.strand == strand
                )
            ).one()
            for kept in session.scalars(select(Score).where(Score.sheet_id == sheet.id)):
                session.delete(kept)
            session.flush()
            for criterion in criteria:
                if not found.focus or criterion.code in found.focus:
                    mark = mark_of(levels.get(criterion.code, everywhere)[place])
                    session.add(
                        Score(
                            sheet_id=sheet.id,
                            criterion_id=criterion.id,
                            kind=mark.kind,
                            level=mark.level,
                            comment=f"{perspective.value} on {criterion.code}",
                        )
                    )


def set_ready(services: Services, round_id: uuid.UUID, *strands: Strand, ready: bool = True) -> None:
    """All who take part are ready with these strands, or no longer."""
    with services.database.transaction() as session:
        for sheet in session.scalars(
            select(Sheet).where(Sheet.round_id == round_id, Sheet.strand.in_(strands))
        ):
            sheet.ready_at = READY_AT if ready else None


def mark_of(level: int) -> Mark:
    return level_mark(level) if level else NOT_OBSERVED


def view_of(services: Services, round_id: uuid.UUID, strand: Strand = PART) -> SideBySideView:
    return services.side_by_side.view(round_id, strand=strand)


def criterion_of(
    services: Services, round_id: uuid.UUID, code: str, *, strand: Strand = PART
) -> CriterionSideBySide:
    return next(one for one in view_of(services, round_id, strand).criteria if one.code == code)


def save(
    services: Services,
    round_id: uuid.UUID,
    code: str,
    values: AgreedValues,
    *,
    strand: Strand = PART,
    expected_version: int | None = None,
) -> int:
    """Keep what was agreed on a criterion by its code."""
    return services.side_by_side.save_agreed(
        round_id,
        strand=strand,
        criterion_id=criterion_of(services, round_id, code, strand=strand).id,
        values=values,
        expected_version=expected_version,
    )


def make_final(services: Services, round_id: uuid.UUID) -> None:
    """As after the round was made final."""
    with services.database.transaction(undoable=False) as session:
        session.get_one(Round, round_id).finalised_at = datetime(2026, 1, 22, 16, 0, tzinfo=UTC)


def student_with_levels(services: Services, count: int) -> uuid.UUID:
    """A student who is looked at on a scale of this many levels; its texts are those of the shipped set."""
    data = with_levels(count)
    with services.database.transaction(undoable=False) as session:
        made = session.scalars(
            select(CriteriaSet).where(CriteriaSet.edition == data["version"])
        ).one_or_none()
        set_id = (made or install_criteria(session, data)).id
    trajectory_id = factory.add_student(services, name=f"Zoë Van den Broeck {count}")
    with services.database.transaction(undoable=False) as session:
        found = session.scalars(select(Trajectory).where(Trajectory.id == trajectory_id)).one()
        found.criteria_set_id = set_id
    return trajectory_id


def with_levels(count: int) -> dict[str, Any]:
    """The shipped set with another number of levels."""
    data = copy.deepcopy(dict(content.shipped("criteria")))
    data["version"] = f"{count} levels"
    for strand in Strand:
        data["levels"][strand.value] = _resized(data["levels"][strand.value], count)
        for criterion in data["criteria"]:
            texts = criterion["level_texts"]
            texts[strand.value] = _resized(texts[strand.value], count)
    return data


def _resized(levels: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    return [{**levels[min(number, len(levels)) - 1], "level": number} for number in range(1, count + 1)]
