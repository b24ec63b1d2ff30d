"""What each voice said in one round, with the student's silence about the workplace kept alike (R9)."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportAgreed, ReportScore
from wpl_desktop.domain.evaluations import (
    Agreed,
    Mark,
    Perspective,
    Round,
    Score,
    Sheet,
    says_something,
    taking_part,
    with_silence_alike,
)
from wpl_desktop.services.sheets import agreed_marks


def views_of(
    session: Session, found: Round, *, hidden: Collection[tuple[Strand, Perspective]] = ()
) -> RoundViews:
    """What was scored and agreed in one round; what the `hidden` said is not read at all (R5).

    Nor is what was agreed on a part of which somebody's view is hidden: both positions would give it away.
    """
    closed = {strand for strand, _ in hidden}
    rows = session.execute(
        select(Sheet.strand, Sheet.perspective, Score)
        .join(Score, Score.sheet_id == Sheet.id)
        .where(Sheet.round_id == found.id, tuple_(Sheet.strand, Sheet.perspective).not_in(hidden))
    )
    scores = {(row[0], row[2].criterion_id, row[1]): row[2] for row in rows}
    return RoundViews(
        found=found,
        scores=scores,
        agreed={
            strand: {} if strand in closed else agreed_marks(session, found.id, strand) for strand in Strand
        },
        heard=frozenset(
            perspective
            for (strand, _, perspective), score in scores.items()
            if says_something(score, strand=strand, perspective=perspective)
        ),
    )


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
        heard = perspective in self.heard
        return replace(
            found, mark=with_silence_alike(found.mark, strand=strand, perspective=perspective, heard=heard)
        )

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
