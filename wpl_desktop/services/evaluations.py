"""Rounds and score sheets: opening a round, scoring one criterion, marking a sheet ready, making it final."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Collected,
    Mark,
    Perspective,
    Round,
    RoundKind,
    RoundReport,
    Score,
    Sheet,
    Source,
    check_focus,
    check_mark,
    default_perspectives,
    default_round_kind,
    gaps,
    may_reveal,
    may_type_for_other,
    taking_part,
)
from wpl_desktop.domain.trajectories import check_inside_trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.sheets import (
    SheetView,
    criteria_of,
    ready_perspectives,
    round_row,
    sheet_row,
    sheet_view,
)
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database

OWN_PERSPECTIVE = Perspective.WORKPLACE
"""Whose profile this is: the owner scores for the workplace."""


@dataclass(frozen=True, kw_only=True)
class RoundValues:
    """What the dialog *Open a round* gives. Empty `focus` means all criteria (R12)."""

    number: int
    kind: RoundKind
    held_on: date
    focus: tuple[str, ...] = ()
    with_institute: bool = True
    conversation_id: uuid.UUID | None = None


@dataclass(frozen=True, kw_only=True)
class RoundRow:
    """One round of a student: who takes part and how far each strand of each perspective is."""

    id: uuid.UUID
    number: int
    kind: RoundKind
    held_on: date
    perspectives: tuple[Perspective, ...]
    focus: tuple[str, ...]
    ready: frozenset[tuple[Perspective, Strand]]
    final: bool


@dataclass(frozen=True, kw_only=True)
class ScoreValues:
    """One row of a sheet as it should be kept."""

    mark: Mark = NOT_YET_SCORED
    comment: str = ""
    evidence: str = ""
    source: Source | None = None


@dataclass(frozen=True, kw_only=True)
class ReportTexts:
    """What is written once per round for its report (6.2: 3, 11, 12)."""

    strong: str = ""
    grown: str = ""
    next_step: str = ""
    advice: str = ""
    student_response: str = ""
    no_response: bool = field(default=False)


class Evaluations:
    """Reads and changes rounds, sheets and scores."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rounds(self, trajectory_id: uuid.UUID) -> list[RoundRow]:
        """A student's rounds, oldest first."""
        with self._database.reading() as session:
            return _round_rows(session, trajectory_id)

    def new_round_values(self, trajectory_id: uuid.UUID) -> RoundValues:
        """What the dialog starts with: the next number, its usual kind, today, the institute if there is one."""
        with self._database.reading() as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            number = _last_number(session, trajectory_id) + 1
            return RoundValues(
                number=number,
                kind=default_round_kind(number),
                held_on=self._database.clock.local().date(),
                with_institute=trajectory.institute_id is not None,
            )

    def criteria_names(self, trajectory_id: uuid.UUID) -> list[tuple[str, Words]]:
        """Codes and names of the criteria of a trajectory's set, in their order."""
        with self._database.reading() as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            return [(criterion.code, criterion.name) for criterion in criteria_of(session, trajectory)]

    def open_round(
        self, trajectory_id: uuid.UUID, values: RoundValues, *, origin: object = None
    ) -> uuid.UUID:
        """Open a round; gives its id. Raises `DomainError` (`round_exists`, `outside_trajectory`, R12)."""
        with self._database.transaction(origin=origin) as session:
            trajectory, _ = trajectory_rows(session, trajectory_id)
            numbers = set(session.scalars(select(Round.number).where(Round.trajectory_id == trajectory_id)))
            if values.number in numbers:
                raise refused("round_exists", field="number", number=values.number)
            check_inside_trajectory(values.held_on, trajectory, field="held_on")
            codes = [criterion.code for criterion in criteria_of(session, trajectory)]
            opened = Round(
                trajectory_id=trajectory_id,
                number=values.number,
                kind=values.kind,
                held_on=values.held_on,
                focus=check_focus(list(values.focus), known=codes, kind=values.kind),
                perspectives=default_perspectives(
                    has_institute=values.with_institute and trajectory.institute_id is not None
                ),
                conversation_id=values.conversation_id,
            )
            session.add(opened)
            session.flush()
            for perspective in taking_part(opened.perspectives):
                session.add_all(
                    Sheet(round_id=opened.id, perspective=perspective, strand=strand) for strand in Strand
                )
            return opened.id

    def sheet(self, round_id: uuid.UUID, *, perspective: Perspective, strand: Strand) -> SheetView:
        """One score sheet. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return sheet_view(session, round_id, perspective=perspective, strand=strand)

    def save_score(
        self,
        round_id: uuid.UUID,
        values: ScoreValues,
        *,
        perspective: Perspective,
        strand: Strand,
        criterion_id: uuid.UUID,
        origin: object = None,
    ) -> None:
        """Keep one row of a sheet as it is now; one short commit (R1, R2).

        A sheet of another perspective typed before the own one is ready is recorded as not blind, and so is the own
        one when a mark is changed after another was typed in (R5). Raises `DomainError` (`level_unknown`,
        `no_opportunity_on_workplace_part`, `sheet_ready`, `round_final`).
        """
        with self._database.transaction(origin=origin) as session:
            scored = _open_round(session, round_id)
            level_count = session.scalars(
                select(CriteriaSet.level_count)
                .join(Criterion, Criterion.criteria_set_id == CriteriaSet.id)
                .where(Criterion.id == criterion_id)
            ).one()
            check_mark(values.mark, strand=strand, level_count=level_count)
            sheet = sheet_row(session, scored.id, perspective=perspective, strand=strand)
            if sheet.ready_at is not None:
                raise refused("sheet_ready")
            if perspective is not OWN_PERSPECTIVE:
                _note_who_typed(session, sheet, today=self._database.clock.local().date())
            score = session.scalars(
                select(Score).where(Score.sheet_id == sheet.id, Score.criterion_id == criterion_id)
            ).one_or_none()
            if score is None:
                score = Score(sheet_id=sheet.id, criterion_id=criterion_id)
                session.add(score)
            if perspective is OWN_PERSPECTIVE and values.mark != score.mark:
                note_what_was_seen(session, sheet)
            score.kind, score.level = values.mark.kind, values.mark.level
            score.comment = values.comment
            score.evidence = values.evidence
            score.source = values.source

    def mark_ready(
        self,
        round_id: uuid.UUID,
        *,
        perspective: Perspective,
        strand: Strand,
        ready: bool = True,
        origin: object = None,
    ) -> None:
        """Say that a sheet is ready, gaps allowed (R12), or take that back. Raises `DomainError` (`round_final`)."""
        with self._database.transaction(origin=origin) as session:
            scored = _open_round(session, round_id)
            sheet = sheet_row(session, scored.id, perspective=perspective, strand=strand)
            sheet.ready_at = self._database.clock.now() if ready else None
            if sheet.author_id is None and perspective is OWN_PERSPECTIVE:
                sheet.author_id = profile_rows(session)[0].owner_id
                sheet.collected_on = self._database.clock.local().date()

    def reveal(self, round_id: uuid.UUID, *, origin: object = None) -> None:
        """Put the views of a round side by side: one act, once, that is never undone (R5).

        Raises `DomainError` (`not_all_ready` while a sheet of the student's part is not).
        """
        with self._database.transaction(origin=origin, undoable=False) as session:
            found = round_row(session, round_id)
            if found.revealed_at is not None:
                return
            ready = ready_perspectives(session, round_id)
            if not may_reveal(taking_part=taking_part(found.perspectives), ready=ready, reason=""):
                raise refused("not_all_ready")
            found.revealed_at = self._database.clock.now()

    def report_texts(self, round_id: uuid.UUID) -> ReportTexts:
        """What has been written for a round's report; empty texts when nothing was."""
        with self._database.reading() as session:
            texts = session.scalars(select(RoundReport).where(RoundReport.round_id == round_id)).one_or_none()
            if texts is None:
                return ReportTexts()
            return ReportTexts(
                strong=texts.strong,
                grown=texts.grown,
                next_step=texts.next_step,
                advice=texts.advice,
                student_response=texts.student_response,
                no_response=texts.no_response,
            )

    def save_report_texts(self, round_id: uuid.UUID, values: ReportTexts, *, origin: object = None) -> None:
        """Keep the texts of a round's report. Raises `DomainError` (`round_final`)."""
        with self._database.transaction(origin=origin) as session:
            _open_round(session, round_id)
            texts = session.scalars(select(RoundReport).where(RoundReport.round_id == round_id)).one_or_none()
            if texts is None:
                texts = RoundReport(round_id=round_id)
                session.add(texts)
            texts.strong = values.strong
            texts.grown = values.grown
            texts.next_step = values.next_step
            texts.advice = values.advice
            texts.student_response = values.student_response
            texts.no_response = values.no_response and not values.student_response.strip()

    def own_gaps(self, round_id: uuid.UUID) -> list[str]:
        """The criteria of the round on which the workplace has said nothing yet in the student's part (R12)."""
        view = self.sheet(round_id, perspective=OWN_PERSPECTIVE, strand=Strand.STUDENT_PART)
        return gaps({criterion.code: view.scores[criterion.id].mark for criterion in view.criteria})

    def finalise(self, round_id: uuid.UUID, *, origin: object = None) -> None:
        """End the draft of a round: from now on it is read-only and its report carries no draft mark.

        Raises `DomainError`: `round_open_gaps` while a criterion of the round has nothing from the workplace, and
        `response_missing` in a final round without the student's response or a ticked *no response* (6.2: 11).
        """
        open_gaps = self.own_gaps(round_id)
        if open_gaps:
            raise refused("round_open_gaps", gaps=", ".join(open_gaps))
        texts = self.report_texts(round_id)
        with self._database.transaction(origin=origin, undoable=False) as session:
            finalised = _open_round(session, round_id)
            answered = bool(texts.student_response.strip()) or texts.no_response
            if finalised.kind is RoundKind.FINAL and not answered:
                raise refused("response_missing", field="student_response")
            finalised.finalised_at = self._database.clock.now()


def _open_round(session: Session, round_id: uuid.UUID) -> Round:
    found = round_row(session, round_id)
    if found.finalised_at is not None:
        raise refused("round_final")
    return found


def _last_number(session: Session, trajectory_id: uuid.UUID) -> int:
    return session.scalar(select(func.max(Round.number)).where(Round.trajectory_id == trajectory_id)) or 0


def _note_who_typed(session: Session, sheet: Sheet, *, today: date) -> None:
    """Record once that somebody else typed this sheet in, and whether that was blind (R5)."""
    if sheet.collected_on is not None:
        return
    own_ready = set(
        session.scalars(
            select(Sheet.perspective).where(
                Sheet.round_id == sheet.round_id, Sheet.strand == sheet.strand, Sheet.ready_at.is_not(None)
            )
        )
    )
    sheet.collected = Collected.TYPED_FOR
    sheet.collected_on = today
    sheet.author_id = profile_rows(session)[0].owner_id
    sheet.blind = may_type_for_other(own=OWN_PERSPECTIVE, typed=sheet.perspective, ready=own_ready)


def note_what_was_seen(session: Session, sheet: Sheet) -> None:
    """Record that marks of the own sheet were changed after somebody else's, typed in blind, had been seen (R5)."""
    seen = session.scalars(
        select(Sheet.id).where(
            Sheet.round_id == sheet.round_id,
            Sheet.strand == sheet.strand,
            Sheet.perspective != sheet.perspective,
            Sheet.collected_on.is_not(None),
            Sheet.blind.is_(True),
        )
    ).first()
    if seen is not None:
        sheet.blind = False


def _round_rows(session: Session, trajectory_id: uuid.UUID) -> list[RoundRow]:
    ready: dict[uuid.UUID, set[tuple[Perspective, Strand]]] = {}
    for row in session.execute(
        select(Sheet.round_id, Sheet.perspective, Sheet.strand)
        .join(Round, Round.id == Sheet.round_id)
        .where(Round.trajectory_id == trajectory_id, Sheet.ready_at.is_not(None))
    ):
        ready.setdefault(row.round_id, set()).add((row.perspective, row.strand))
    rounds = session.scalars(select(Round).where(Round.trajectory_id == trajectory_id).order_by(Round.number))
    return [
        RoundRow(
            id=found.id,
            number=found.number,
            kind=found.kind,
            held_on=found.held_on,
            perspectives=taking_part(found.perspectives),
            focus=tuple(found.focus),
            ready=frozenset(ready.get(found.id, set())),
            final=found.finalised_at is not None,
        )
        for found in rounds
    ]
