"""Score sheets: scoring one criterion, marking a sheet ready, and the texts of the report of a round."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Collected,
    Mark,
    Perspective,
    Round,
    RoundReport,
    Score,
    Sheet,
    Source,
    check_mark,
    may_type_for_other,
)
from wpl_desktop.services.hats import is_kept_from_advice
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.sheets import (
    OWN_PERSPECTIVE,
    SheetView,
    may_be_read,
    round_row,
    sheet_row,
    sheet_view,
    sheet_views,
)
from wpl_desktop.services.speakers import speaker_for
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class ScoreValues:
    """One row of a sheet as it should be kept."""

    mark: Mark = NOT_YET_SCORED
    comment: str = ""
    evidence: str = ""
    source: Source | None = None


@dataclass(frozen=True, kw_only=True)
class ReportTexts:
    """What is written once per round for its report (6.2: 3, 11, 12).

    `advice_apart` says that somebody else gives the advice, apart from this report (0.1); it is only read.
    """

    strong: str = ""
    grown: str = ""
    next_step: str = ""
    advice: str = ""
    student_response: str = ""
    no_response: bool = field(default=False)
    advice_apart: bool = field(default=False)


class Evaluations:
    """Reads and changes score sheets, their scores, and the texts of the report of a round."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sheet(self, round_id: uuid.UUID, *, perspective: Perspective, strand: Strand) -> SheetView:
        """One score sheet as the owner may see it (R5). Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return sheet_view(
                session, round_id, perspective=perspective, strand=strand, viewer=OWN_PERSPECTIVE
            )

    def sheets(self, round_id: uuid.UUID, *, perspective: Perspective) -> dict[Strand, SheetView]:
        """Both parts of a sheet as `sheet` gives them, read at once. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            return sheet_views(session, round_id, perspective=perspective, viewer=OWN_PERSPECTIVE)

    def save_score(
        self,
        round_id: uuid.UUID,
        values: ScoreValues,
        *,
        perspective: Perspective,
        strand: Strand,
        criterion_id: uuid.UUID,
        collected: Collected | None = None,
        expected_version: int | None = None,
        origin: object = None,
    ) -> int:
        """Keep one row of a sheet as it is now, in one short commit (R1, R2); gives the row's new version.

        Args:
            round_id: the round of the sheet.
            values: the row as it should be kept.
            perspective: whose sheet it is.
            strand: which of its two parts.
            criterion_id: which row.
            collected: how somebody else's row comes in: typed for them (None), from paper, or by themselves here.
            expected_version: the version that was on screen, 0 for no row yet; None does not ask.
            origin: who asks, for the pages.

        R5: what the owner types in for another before the own sheet is ready, and every mark that is changed after
        the reveal, is not blind; nor is an own mark that is changed after another's sheet was typed in. Raises
        `DomainError` (`level_unknown`, `no_opportunity_on_workplace_part`, `sheet_ready`, `round_final`,
        `filled_in_themselves`, and `changed_meanwhile` when another version is kept than the one expected).
        """
        # What somebody filled in themselves is not the owner's to take back with Ctrl+Z.
        by_themselves = perspective is not OWN_PERSPECTIVE and collected is Collected.OWN_SCREEN
        with self._database.transaction(origin=origin, undoable=not by_themselves) as session:
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
            score = session.scalars(
                select(Score).where(Score.sheet_id == sheet.id, Score.criterion_id == criterion_id)
            ).one_or_none()
            if expected_version not in {None, 0 if score is None else score.version}:
                raise refused("changed_meanwhile")
            if perspective is not OWN_PERSPECTIVE:
                self._note_how(session, scored, sheet, collected=collected)
            if score is None:
                score = Score(sheet_id=sheet.id, criterion_id=criterion_id)
                session.add(score)
            if values.mark != score.mark:
                note_what_was_seen(session, sheet)
            score.kind, score.level = values.mark.kind, values.mark.level
            score.comment = values.comment
            score.evidence = values.evidence
            score.source = values.source
            session.flush()
            return score.version

    def note_paper(
        self,
        round_id: uuid.UUID,
        perspective: Perspective,
        *,
        written_by: str,
        written_on: date | None,
        origin: object = None,
    ) -> None:
        """Record that both parts of a sheet came in on paper, who wrote it and when; R5 as for its first row.

        Raises `DomainError` (`round_final`, `filled_in_themselves`, `paper_later` for a day that has yet to come).
        """
        today = self._database.clock.local().date()
        if written_on is not None and written_on > today:
            raise refused("paper_later", field="written_on")
        with self._database.transaction(origin=origin) as session:
            scored = _open_round(session, round_id)
            for strand in Strand:
                sheet = sheet_row(session, scored.id, perspective=perspective, strand=strand)
                self._note_how(session, scored, sheet, collected=Collected.PAPER)
                sheet.written_by, sheet.written_on = written_by.strip(), written_on

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

    def mark_all_ready(
        self, round_id: uuid.UUID, *, perspective: Perspective, ready: bool = True, origin: object = None
    ) -> None:
        """Both parts in one step: as one puts a sheet of paper away. Raises `DomainError` (`round_final`)."""
        moment = self._database.clock.now() if ready else None
        with self._database.transaction(origin=origin) as session:
            scored = _open_round(session, round_id)
            for strand in Strand:
                sheet_row(session, scored.id, perspective=perspective, strand=strand).ready_at = moment

    def _note_how(
        self, session: Session, scored: Round, sheet: Sheet, *, collected: Collected | None
    ) -> None:
        """Record how somebody else's sheet comes in, and once whether that was blind (R5)."""
        if collected is Collected.OWN_SCREEN:
            sheet.collected = Collected.OWN_SCREEN
            speaker = speaker_for(session, scored.trajectory_id, sheet.perspective)
            sheet.author_id = speaker.id if speaker is not None else None
            sheet.collected_on = sheet.collected_on or self._database.clock.local().date()
            return
        by_themselves = sheet.collected_on is not None and sheet.collected is Collected.OWN_SCREEN
        if by_themselves and not may_be_read(scored, sheet, ready=_ready_with(session, sheet)):
            raise refused("filled_in_themselves")
        if sheet.collected_on is None:
            sheet.collected_on = self._database.clock.local().date()
            sheet.blind = may_type_for_other(
                own=OWN_PERSPECTIVE, typed=sheet.perspective, ready=_ready_with(session, sheet)
            )
        if collected is not None or sheet.collected is Collected.OWN_SCREEN:
            sheet.collected = collected or Collected.TYPED_FOR
        sheet.author_id = profile_rows(session)[0].owner_id

    def report_texts(self, round_id: uuid.UUID) -> ReportTexts:
        """What has been written for a round's report; empty texts when nothing was.

        Where somebody else assesses apart there is no advice in it, whatever is kept (0.1).
        """
        with self._database.reading() as session:
            found = session.get(Round, round_id)
            apart = found is not None and is_kept_from_advice(session, found.trajectory_id)
            texts = session.scalars(select(RoundReport).where(RoundReport.round_id == round_id)).one_or_none()
            if texts is None:
                return ReportTexts(advice_apart=apart)
            return ReportTexts(
                advice_apart=apart,
                strong=texts.strong,
                grown=texts.grown,
                next_step=texts.next_step,
                advice="" if apart else texts.advice,
                student_response=texts.student_response,
                no_response=texts.no_response,
            )

    def save_report_texts(self, round_id: uuid.UUID, values: ReportTexts, *, origin: object = None) -> None:
        """Keep the texts of a round's report. Raises `DomainError` (`round_final`)."""
        with self._database.transaction(origin=origin) as session:
            written = _open_round(session, round_id)
            texts = session.scalars(select(RoundReport).where(RoundReport.round_id == round_id)).one_or_none()
            if texts is None:
                texts = RoundReport(round_id=round_id)
                session.add(texts)
            texts.strong = values.strong
            texts.grown = values.grown
            texts.next_step = values.next_step
            # The assessor's advice is neither seen nor overwritten by the coach (0.1).
            if not is_kept_from_advice(session, written.trajectory_id):
                texts.advice = values.advice
            texts.student_response = values.student_response
            texts.no_response = values.no_response and not values.student_response.strip()


def _open_round(session: Session, round_id: uuid.UUID) -> Round:
    found = round_row(session, round_id)
    if found.finalised_at is not None:
        raise refused("round_final")
    return found


def _ready_with(session: Session, sheet: Sheet) -> set[Perspective]:
    """Who is ready with the part of the round that a sheet is about."""
    return set(
        session.scalars(
            select(Sheet.perspective).where(
                Sheet.round_id == sheet.round_id, Sheet.strand == sheet.strand, Sheet.ready_at.is_not(None)
            )
        )
    )


def note_what_was_seen(session: Session, sheet: Sheet) -> None:
    """Record that marks of a sheet were changed by who could have seen another's (R5).

    After the reveal that is everybody; before it the owner, when somebody else's sheet was typed in blind. What
    others filled in themselves on this computer showed nothing to the owner.
    """
    if session.get_one(Round, sheet.round_id).revealed_at is not None:
        sheet.blind = False
        return
    if sheet.perspective is not OWN_PERSPECTIVE:
        return
    seen = session.scalars(
        select(Sheet.id).where(
            Sheet.round_id == sheet.round_id,
            Sheet.strand == sheet.strand,
            Sheet.perspective != sheet.perspective,
            Sheet.collected_on.is_not(None),
            Sheet.collected != Collected.OWN_SCREEN,
            Sheet.blind.is_(True),
        )
    ).first()
    if seen is not None:
        sheet.blind = False
