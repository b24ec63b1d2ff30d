"""What a score sheet shows: criteria, level texts, scores and the round before, of one perspective and strand."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Indicator, Level, LevelText, Strand, Tip
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Agreed,
    Collected,
    Mark,
    Perspective,
    Round,
    RoundKind,
    Score,
    Sheet,
    Source,
    in_round,
    may_see,
    taking_part,
)
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.not_held import NotHeldTalk, not_held_this_year
from wpl_desktop.services.trajectories import trajectory_rows

OWN_PERSPECTIVE = Perspective.WORKPLACE
"""Whose profile this is: the owner scores for the workplace."""


@dataclass(frozen=True, kw_only=True)
class CriterionView:
    """One criterion as a score sheet shows it, in one strand; texts in every language."""

    id: uuid.UUID
    code: str
    key: str
    name: Words
    description: Words
    reading_hint: Words
    level_texts: tuple[Words, ...]
    indicators: tuple[Words, ...]
    tip: Words


@dataclass(frozen=True, kw_only=True)
class ScoreView:
    """What stands on one row of a sheet.

    `last` and `last_comment` are of the same perspective in the round before. `version` is that of the row as it is
    kept, 0 while there is none: what is typed over another one is no longer about this row.
    """

    mark: Mark = NOT_YET_SCORED
    comment: str = ""
    evidence: str = ""
    source: Source | None = None
    last: Mark = NOT_YET_SCORED
    last_comment: str = ""
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class SheetView:
    """A score sheet with everything its page needs: one perspective, one strand, one round.

    `level_labels[0]` is the word of level 1; `expected_level` is what may be expected now (R3). `last_round` is the
    number of the round before, None for the first. `hidden`: somebody filled it in themselves and the round is not
    put side by side yet, so nothing of it is here (R5). `collected_on` is None until something came in, `written_by`
    and `written_on` are what stands on the paper, `own_ready` are the parts with which the owner is
    ready, `edition` is the version of the criteria (R13). `not_held` are
    the talks of this school year that were not held: on the workplace's part only (section 4, d).
    """

    trajectory_id: uuid.UUID
    round_id: uuid.UUID
    student_name: str
    call_name: str
    phase: int | None
    round_number: int
    round_kind: RoundKind
    held_on: date
    perspective: Perspective
    strand: Strand
    criteria: tuple[CriterionView, ...]
    level_labels: tuple[Words, ...]
    expected_level: int
    scores: Mapping[uuid.UUID, ScoreView]
    ready_at: datetime | None
    blind: bool
    final: bool
    last_round: int | None
    perspectives: tuple[Perspective, ...]
    revealed: bool = False
    hidden: bool = False
    collected: Collected = Collected.OWN_SCREEN
    collected_on: date | None = None
    written_by: str = ""
    written_on: date | None = None
    own_ready: frozenset[Strand] = frozenset(Strand)
    edition: str = ""
    not_held: tuple[NotHeldTalk, ...] = ()


def criteria_of(session: Session, trajectory: Trajectory) -> list[Criterion]:
    """The criteria of a trajectory's set, in their order."""
    return list(
        session.scalars(
            select(Criterion)
            .where(Criterion.criteria_set_id == trajectory.criteria_set_id)
            .order_by(Criterion.position)
        )
    )


def level_labels(session: Session, criteria_set_id: uuid.UUID, strand: Strand) -> tuple[Words, ...]:
    """The words of the levels of one strand, level 1 first."""
    return tuple(
        session.scalars(
            select(Level.label)
            .where(Level.criteria_set_id == criteria_set_id, Level.strand == strand)
            .order_by(Level.level)
        )
    )


def round_row(session: Session, round_id: uuid.UUID) -> Round:
    """One round. Raises `DomainError` (`not_found`)."""
    found = session.get(Round, round_id)
    if found is None:
        raise refused("not_found")
    return found


def ready_perspectives(session: Session, round_id: uuid.UUID) -> frozenset[Perspective]:
    """Who is ready with the student's part in a round."""
    return frozenset(ready_by_round(session, [round_id]).get(round_id, ()))


def ready_by_round(
    session: Session, round_ids: Collection[uuid.UUID], *, strand: Strand = Strand.STUDENT_PART
) -> dict[uuid.UUID, set[Perspective]]:
    """Who is ready with one strand, of the rounds in which somebody is."""
    ready: dict[uuid.UUID, set[Perspective]] = {}
    for row in session.execute(
        select(Sheet.round_id, Sheet.perspective).where(
            Sheet.round_id.in_(round_ids),
            Sheet.strand == strand,
            Sheet.ready_at.is_not(None),
        )
    ):
        ready.setdefault(row.round_id, set()).add(row.perspective)
    return ready


def ready_by_part(
    session: Session, round_ids: Collection[uuid.UUID]
) -> dict[tuple[uuid.UUID, Strand], set[Perspective]]:
    """Who is ready with which part, of the rounds and parts in which somebody is; one query."""
    ready: dict[tuple[uuid.UUID, Strand], set[Perspective]] = {}
    for row in session.execute(
        select(Sheet.round_id, Sheet.strand, Sheet.perspective).where(
            Sheet.round_id.in_(round_ids), Sheet.ready_at.is_not(None)
        )
    ):
        ready.setdefault((row.round_id, row.strand), set()).add(row.perspective)
    return ready


def sheet_row(session: Session, round_id: uuid.UUID, *, perspective: Perspective, strand: Strand) -> Sheet:
    sheet = session.scalars(
        select(Sheet).where(
            Sheet.round_id == round_id, Sheet.perspective == perspective, Sheet.strand == strand
        )
    ).one_or_none()
    if sheet is None:
        raise refused("not_found")
    return sheet


def sheet_view(
    session: Session,
    round_id: uuid.UUID,
    *,
    perspective: Perspective,
    strand: Strand,
    viewer: Perspective | None = None,
) -> SheetView:
    """One sheet as `viewer` may see it: what another filled in themselves comes after the reveal (R5).

    Without a viewer it is for the person whose sheet it is.
    """
    return sheet_views(session, round_id, perspective=perspective, strands=(strand,), viewer=viewer)[strand]


def sheet_views(
    session: Session,
    round_id: uuid.UUID,
    *,
    perspective: Perspective,
    strands: Sequence[Strand] = tuple(Strand),
    viewer: Perspective | None = None,
) -> dict[Strand, SheetView]:
    """Both parts of one person's sheet as `sheet_view` gives them, in as many statements as one of them."""
    scored = round_row(session, round_id)
    trajectory, student = trajectory_rows(session, scored.trajectory_id)
    criteria_set = session.get_one(CriteriaSet, trajectory.criteria_set_id)
    criteria = criteria_of(session, trajectory)
    shown = set(in_round([criterion.code for criterion in criteria], focus=scored.focus))
    views = _criterion_views(session, [found for found in criteria if found.code in shown], strands=strands)
    labels = _level_labels(session, trajectory.criteria_set_id, strands)
    before = session.scalars(
        select(Round)
        .where(Round.trajectory_id == trajectory.id, Round.number < scored.number)
        .order_by(Round.number.desc())
        .limit(1)
    ).first()
    kept = _Kept(session, [scored, *([before] if before else [])], perspective=perspective, strands=strands)
    not_held = not_held_this_year(session, scored) if Strand.WORKPLACE_PART in strands else ()
    made: dict[Strand, SheetView] = {}
    for strand in strands:
        sheet = kept.sheet(scored, strand)
        last = kept.readable(before, strand, viewer=viewer) if before is not None else {}
        scores = kept.readable(scored, strand, viewer=viewer)
        made[strand] = SheetView(
            trajectory_id=trajectory.id,
            round_id=scored.id,
            student_name=student.name,
            call_name=student.call_name,
            phase=trajectory.phase,
            round_number=scored.number,
            round_kind=scored.kind,
            held_on=scored.held_on,
            perspective=perspective,
            strand=strand,
            criteria=tuple(views[strand]),
            level_labels=labels[strand],
            expected_level=criteria_set.expected_level,
            scores={
                view.id: _score_view((scores or {}).get(view.id), last=(last or {}).get(view.id))
                for view in views[strand]
            },
            ready_at=sheet.ready_at,
            blind=sheet.blind,
            final=scored.finalised_at is not None,
            last_round=before.number if before else None,
            perspectives=taking_part(scored.perspectives),
            revealed=scored.revealed_at is not None,
            hidden=scores is None,
            collected=sheet.collected,
            collected_on=sheet.collected_on,
            written_by=sheet.written_by,
            written_on=sheet.written_on,
            own_ready=kept.own_ready(scored),
            edition=criteria_set.edition,
            not_held=not_held if strand is Strand.WORKPLACE_PART else (),
        )
    return made


class _Kept:
    """What is kept of one person's sheets in a round and the one before: three queries for both parts."""

    def __init__(
        self,
        session: Session,
        rounds: Sequence[Round],
        *,
        perspective: Perspective,
        strands: Sequence[Strand],
    ) -> None:
        ids = [found.id for found in rounds]
        self._perspective = perspective
        self._sheets: dict[tuple[uuid.UUID, Strand], Sheet] = {}
        for sheet in session.scalars(
            select(Sheet).where(
                Sheet.round_id.in_(ids), Sheet.perspective == perspective, Sheet.strand.in_(strands)
            )
        ):
            self._sheets[sheet.round_id, sheet.strand] = sheet
        self._scores: dict[uuid.UUID, dict[uuid.UUID, Score]] = {}
        for score in session.scalars(
            select(Score).where(Score.sheet_id.in_([sheet.id for sheet in self._sheets.values()]))
        ):
            self._scores.setdefault(score.sheet_id, {})[score.criterion_id] = score
        self._ready = ready_by_part(session, ids)

    def sheet(self, found: Round, strand: Strand) -> Sheet:
        """The sheet of a round. Raises `DomainError` (`not_found`) for who does not take part."""
        sheet = self._sheets.get((found.id, strand))
        if sheet is None:
            raise refused("not_found")
        return sheet

    def readable(
        self, found: Round, strand: Strand, *, viewer: Perspective | None
    ) -> dict[uuid.UUID, Score] | None:
        """The rows of one sheet by criterion; None when there are some that `viewer` may not read."""
        sheet = self._sheets.get((found.id, strand))
        scores = self._scores.get(sheet.id, {}) if sheet is not None else {}
        if sheet is None or not scores or viewer is None or self._perspective is viewer:
            return scores
        # Each part apart, as everywhere: who still fills in the second one does not see it of others.
        ready = self._ready.get((found.id, strand), ())
        return scores if may_be_read(found, sheet, ready=ready, viewer=viewer) else None

    def own_ready(self, found: Round) -> frozenset[Strand]:
        """The parts with which the owner is ready."""
        return frozenset(
            strand for strand in Strand if OWN_PERSPECTIVE in self._ready.get((found.id, strand), ())
        )


def may_be_read(
    scored: Round, sheet: Sheet, *, ready: Collection[Perspective], viewer: Perspective = OWN_PERSPECTIVE
) -> bool:
    """R5: whether `viewer` may read a sheet; the owner reads what was typed over, never what others filled in here."""
    if scored.finalised_at is not None or (
        viewer is OWN_PERSPECTIVE and sheet.collected is not Collected.OWN_SCREEN
    ):
        return True
    revealed = scored.revealed_at is not None
    return may_see(viewer=viewer, seen=sheet.perspective, ready=ready, revealed=revealed)


def late_perspectives(scored: Round) -> tuple[Perspective, ...]:
    """Who was not ready when the round was put side by side with a reason (R5); what came later changes nothing."""
    return taking_part(scored.late)


def _score_view(score: Score | None, *, last: Score | None) -> ScoreView:
    before = ScoreView() if last is None else ScoreView(last=last.mark, last_comment=last.comment)
    if score is None:
        return before
    return replace(
        before,
        mark=score.mark,
        comment=score.comment,
        evidence=score.evidence,
        source=score.source,
        version=score.version,
    )


def _level_labels(
    session: Session, criteria_set_id: uuid.UUID, strands: Sequence[Strand]
) -> dict[Strand, tuple[Words, ...]]:
    """The words of the levels of these parts, level 1 first."""
    rows = session.execute(
        select(Level.strand, Level.label)
        .where(Level.criteria_set_id == criteria_set_id, Level.strand.in_(strands))
        .order_by(Level.level)
    ).all()
    return {strand: tuple(row.label for row in rows if row.strand is strand) for strand in strands}


def _criterion_views(
    session: Session, criteria: list[Criterion], *, strands: Sequence[Strand]
) -> dict[Strand, list[CriterionView]]:
    ids = [criterion.id for criterion in criteria]
    texts: dict[tuple[uuid.UUID, Strand], list[Words]] = {}
    for level in session.execute(
        select(LevelText.criterion_id, LevelText.strand, LevelText.text)
        .where(LevelText.criterion_id.in_(ids), LevelText.strand.in_(strands))
        .order_by(LevelText.level)
    ):
        texts.setdefault((level.criterion_id, level.strand), []).append(level.text)
    indicators: dict[tuple[uuid.UUID, Strand], list[Words]] = {}
    for indicator in session.execute(
        select(Indicator.criterion_id, Indicator.strand, Indicator.text)
        .where(Indicator.criterion_id.in_(ids), Indicator.strand.in_(strands))
        .order_by(Indicator.position)
    ):
        indicators.setdefault((indicator.criterion_id, indicator.strand), []).append(indicator.text)
    tips: dict[uuid.UUID, Words] = {}
    for tip in session.execute(
        select(Tip.criterion_id, Tip.text)
        .where(Tip.criterion_id.in_(ids), Tip.audience == "mentor")
        .order_by(Tip.position.desc())
    ):
        tips[tip.criterion_id] = tip.text
    return {
        strand: [
            CriterionView(
                id=criterion.id,
                code=criterion.code,
                key=criterion.key,
                name=criterion.name,
                description=criterion.description,
                reading_hint=criterion.reading_hint if strand is Strand.STUDENT_PART else {},
                level_texts=tuple(texts.get((criterion.id, strand), ())),
                indicators=tuple(indicators.get((criterion.id, strand), ())),
                tip=tips.get(criterion.id, {}),
            )
            for criterion in criteria
        ]
        for strand in strands
    }


def agreed_marks(session: Session, round_id: uuid.UUID, strand: Strand) -> dict[uuid.UUID, Agreed]:
    """What was agreed in a round on one strand, by criterion."""
    rows = session.scalars(select(Agreed).where(Agreed.round_id == round_id, Agreed.strand == strand))
    return {agreed.criterion_id: agreed for agreed in rows}
