"""Which sheet and row a score stands on, and what of it is kept."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.sheets import ScoreView


@dataclass(frozen=True, kw_only=True)
class SheetKey:
    """Which sheet: one perspective's view of one strand in one round."""

    round_id: uuid.UUID
    perspective: Perspective
    strand: Strand


@dataclass(frozen=True, kw_only=True)
class RowKey:
    """Which row of which sheet."""

    sheet: SheetKey
    criterion_id: uuid.UUID


def values_of(score: ScoreView) -> ScoreValues:
    """A row as it should be kept, from the row as it is shown."""
    return ScoreValues(mark=score.mark, comment=score.comment, evidence=score.evidence, source=score.source)


def with_values(score: ScoreView, values: ScoreValues | None) -> ScoreView:
    """A score with what was typed since and is not on disk yet; None changes nothing."""
    if values is None:
        return score
    return replace(
        score, mark=values.mark, comment=values.comment, evidence=values.evidence, source=values.source
    )
