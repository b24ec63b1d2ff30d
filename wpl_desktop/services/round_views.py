"""What each voice said in one round, with the student's silence about the workplace kept alike (R9)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportAgreed, ReportScore
from wpl_desktop.domain.evaluations import (
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Agreed,
    Mark,
    Perspective,
    Round,
    Score,
    Sheet,
    is_scored,
    taking_part,
)
from wpl_desktop.services.sheets import agreed_marks


def views_of(session: Session, found: Round) -> RoundViews:
    """Everything that was scored and agreed in one round."""
    rows = session.execute(
        select(Sheet.strand, Sheet.perspective, Score)
        .join(Score, Score.sheet_id == Sheet.id)
        .where(Sheet.round_id == found.id)
    )
    scores = {(row[0], row[2].criterion_id, row[1]): row[2] for row in rows}
    return RoundViews(
        found=found,
        scores=scores,
        agreed={strand: agreed_marks(session, found.id, strand) for strand in Strand},
        heard=frozenset(
            perspective
            for (strand, _, perspective), score in scores.items()
            if _says_something(score, strand=strand, perspective=perspective)
        ),
    )


def _is_voluntary(strand: Strand, perspective: Perspective) -> bool:
    """R9: whether silence must be possible here, and must look the same whatever its reason."""
    return strand is Strand.WORKPLACE_PART and perspective is Perspective.STUDENT


def _says_something(score: Score, *, strand: Strand, perspective: Perspective) -> bool:
    """Whether a score holds a mark or a text; a view that may be withheld counts from its first level on (R9)."""
    if score.comment.strip() or score.evidence.strip() or score.source is not None:
        return True
    return score.level is not None if _is_voluntary(strand, perspective) else is_scored(score.mark)


@dataclass(frozen=True, kw_only=True)
class RoundViews:
    """The marks of one round by strand, criterion and perspective; `heard` are those who said anything."""

    found: Round
    scores: Mapping[tuple[Strand, uuid.UUID, Perspective], Score]
    agreed: Mapping[Strand, Mapping[uuid.UUID, Agreed]]
    heard: frozenset[Perspective]

    def silent(self) -> tuple[Perspective, ...]:
        """Who takes part but has said nothing while others have; nobody while nobody has."""
        part = taking_part(self.found.perspectives)
        silent = tuple(perspective for perspective in part if perspective not in self.heard)
        return silent if len(silent) < len(part) else ()

    def marks(self, strand: Strand, criterion_id: uuid.UUID) -> dict[Perspective, Mark]:
        """The marks of everybody who took part; not yet scored where there is none."""
        return {
            perspective: self.report_score(strand, criterion_id, perspective).mark
            for perspective in taking_part(self.found.perspectives)
        }

    def report_score(self, strand: Strand, criterion_id: uuid.UUID, perspective: Perspective) -> ReportScore:
        """One perspective's mark with its texts.

        The student's silence about the workplace is one and the same, withheld or never asked for (R9).
        """
        score = self.scores.get((strand, criterion_id, perspective))
        found = ReportScore()
        if score is not None:
            found = ReportScore(
                mark=score.mark, comment=score.comment, evidence=score.evidence, source=score.source
            )
        if _is_voluntary(strand, perspective) and found.mark.level is None:
            return replace(found, mark=NOT_OBSERVED if perspective in self.heard else NOT_YET_SCORED)
        return found

    def report_agreed(self, strand: Strand, criterion_id: uuid.UUID) -> ReportAgreed:
        """What was agreed, empty where nothing was."""
        agreed = self.agreed[strand].get(criterion_id)
        if agreed is None:
            return ReportAgreed()
        return ReportAgreed(
            mark=agreed.mark,
            difference_stands=agreed.difference_stands,
            positions=agreed.positions,
            reason=agreed.reason,
        )
