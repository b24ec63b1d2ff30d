"""What the growth sheet, the trialogue sheet and a student's own view print."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.base import school_year_of
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import (
    ReportAgreed,
    ReportCriterion,
    ReportScore,
    ReportSheet,
    StrandView,
    reservations,
)
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    Mark,
    Perspective,
    Round,
    Sheet,
    difference_of,
    in_round,
    taking_part,
)
from wpl_desktop.domain.paper_sheets import (
    GrowthLine,
    GrowthPlace,
    GrowthSheet,
    SheetHead,
    SheetRound,
    StudentView,
    StudentViewLine,
    TrialogueSheet,
)
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.services.growth import Growth, GrowthCell, GrowthRound, StudentGrowth
from wpl_desktop.services.report_choices import number_of
from wpl_desktop.services.report_ground import CriteriaTexts, CriterionTexts, Ground
from wpl_desktop.services.round_views import RoundViews, views_of
from wpl_desktop.services.sheets import ready_by_round, round_row
from wpl_desktop.services.sight import is_visible
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database

#: The first part of a document's number and of its file's name, by language.
_GROWTH = {"nl": ("G", "groeiblad"), "en": ("G", "growth-sheet")}
_TRIALOGUE = {"nl": ("B", "trialoogblad"), "en": ("B", "trialogue-sheet")}
_OWN_VIEW = {"nl": ("W", "kijk-op-de-werkplek"), "en": ("W", "view-of-the-workplace")}


class PaperSheets:
    """Gathers what sheets show beside the reports; changes nothing. Every method may be called on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def growth(self, trajectory_id: uuid.UUID, language: str) -> GrowthSheet:
        """One student over the rounds, both strands, by the rules of the screen (R5, R9), as if everybody looked along.

        Raises `DomainError` (`not_found`).
        """
        growths = {
            strand: Growth(self._database).of_student(trajectory_id, strand=strand, joint=True)
            for strand in Strand
        }
        of_student = growths[Strand.STUDENT_PART]
        with self._database.reading() as session:
            ground = Ground(session, language=language)
            trajectory, _ = trajectory_rows(session, trajectory_id)
            texts = ground.criteria(session, trajectory)
            head = self._head(session, ground, trajectory, names=_GROWTH)
        return GrowthSheet(
            head=head,
            perspectives=of_student.perspectives,
            scale=texts.scale,
            rounds=tuple(
                SheetRound(number=found.number, kind=found.kind, held_on=found.held_on)
                for found in of_student.rounds
                if found.revealed
            ),
            not_yet=tuple(found.number for found in of_student.rounds if found.begun and not found.revealed),
            lines={strand: _growth_lines(growth, ground) for strand, growth in growths.items()},
        )

    def trialogue(self, round_id: uuid.UUID, language: str) -> TrialogueSheet:
        """The sheet to talk over: filled in with what is there, empty before the reveal (R5).

        Raises `DomainError` (`not_found`).
        """
        with self._database.reading() as session:
            found = round_row(session, round_id)
            trajectory, _ = trajectory_rows(session, found.trajectory_id)
            ground = Ground(session, language=language)
            texts = ground.criteria(session, trajectory)
            part = taking_part(found.perspectives)
            is_open = {strand: _is_open(session, found, strand) for strand in Strand}
            views = _Views(
                views=views_of(session, found, hidden=_closed(is_open, part)),
                perspectives=part,
                expected_level=texts.expected_level,
                is_open=is_open,
            )
            return TrialogueSheet(
                head=self._head(session, ground, trajectory, names=_TRIALOGUE, found=found),
                round=_sheet_round(found),
                is_revealed=any(is_open.values()),
                perspectives=part,
                scale=texts.scale,
                expected_level=texts.expected_level,
                criteria=tuple(views.criterion(each) for each in _of_round(texts, found)),
                sheets=_sheets(session, found, part) if any(is_open.values()) else (),
            )

    def student_view(
        self, round_id: uuid.UUID, language: str, *, said: Mapping[uuid.UUID, tuple[Mark, str]]
    ) -> StudentView:
        """The student's own view of the workplace's part as a paper: what was `said` is only held in memory (R9).

        `said` gives mark and comment by id of the criterion. Raises `DomainError` (`not_found`).
        """
        with self._database.reading() as session:
            found = round_row(session, round_id)
            trajectory, _ = trajectory_rows(session, found.trajectory_id)
            ground = Ground(session, language=language)
            texts = ground.criteria(session, trajectory)
            nothing = (NOT_YET_SCORED, "")
            return StudentView(
                head=self._head(session, ground, trajectory, names=_OWN_VIEW, found=found),
                round=_sheet_round(found),
                level_words=texts.scale[Strand.WORKPLACE_PART],
                lines=tuple(
                    StudentViewLine(code=each.code, name=each.name, mark=mark, comment=comment)
                    for each in _of_round(texts, found)
                    for mark, comment in [said.get(each.id, nothing)]
                ),
            )

    def _head(
        self,
        session: Session,
        ground: Ground,
        trajectory: Trajectory,
        *,
        names: Mapping[str, tuple[str, str]],
        found: Round | None = None,
    ) -> SheetHead:
        """What stands around a sheet; `names` says what its number and file begin with."""
        _, student = trajectory_rows(session, trajectory.id)
        letter, document = names[ground.language]
        year, number = school_year_of(trajectory.starts_on), number_of(session, trajectory.id)
        rest = "" if found is None else f"R{found.number}"
        parts = (letter, year[2:].replace("-", ""), f"S{number}", rest)
        return SheetHead(
            language=ground.language,
            demo=ground.profile.demo,
            document_number="-".join(filter(None, parts)),
            file_stem="_".join(filter(None, (document, year, f"S{number}", rest))),
            printed_at=self._database.clock.local().replace(microsecond=0),
            school_year=year,
            student_name=student.name,
            second_script=student.second_script,
            programme=trajectory.programme,
            phase=trajectory.phase,
            workplace=ground.organisation(session, trajectory.workplace_id).name,
            institute=ground.organisation(session, trajectory.institute_id).name
            if trajectory.institute_id
            else "",
            criteria_edition=ground.criteria(session, trajectory).edition,
            words=ground.words,
        )


class _Views:
    """The views of one round as the trialogue sheet shows them."""

    def __init__(
        self,
        *,
        views: RoundViews,
        perspectives: tuple[Perspective, ...],
        expected_level: int,
        is_open: Mapping[Strand, bool],
    ) -> None:
        self.views = views
        self.perspectives = perspectives
        self.expected_level = expected_level
        self.is_open = is_open

    def criterion(self, criterion: CriterionTexts) -> ReportCriterion:
        """One row of the sheet."""
        return ReportCriterion(
            code=criterion.code,
            name=criterion.name,
            student_part=self._strand(criterion, Strand.STUDENT_PART),
            workplace_part=self._strand(criterion, Strand.WORKPLACE_PART),
            reading_hint=criterion.reading_hint,
        )

    def _strand(self, criterion: CriterionTexts, strand: Strand) -> StrandView:
        if not self.is_open[strand]:
            return StrandView(scores={one: ReportScore() for one in self.perspectives}, agreed=ReportAgreed())
        views, workplace = self.views, Strand.WORKPLACE_PART
        marks = views.marks(strand, criterion.id)
        agreed = views.report_agreed(strand, criterion.id)
        reserved = frozenset[Perspective | None]()
        if strand is Strand.STUDENT_PART:
            reserved = reservations(
                marks,
                agreed=agreed,
                workplace_part_agreed=views.report_agreed(workplace, criterion.id).mark
                if self.is_open[workplace]
                else NOT_YET_SCORED,
                workplace_part_by=views.marks(workplace, criterion.id) if self.is_open[workplace] else {},
                expected_level=self.expected_level,
            )
        return StrandView(
            scores={one: views.report_score(strand, criterion.id, one) for one in self.perspectives},
            agreed=agreed,
            difference=difference_of(marks.values()),
            under_reservation=reserved,
        )


def _growth_lines(growth: StudentGrowth, ground: Ground) -> tuple[GrowthLine, ...]:
    rounds = [found for found in growth.rounds if found.revealed]
    return tuple(
        GrowthLine(
            code=code, name=ground.filled_in(name), places=tuple(_place(found, code) for found in rounds)
        )
        for code, name in growth.criteria
    )


def _place(found: GrowthRound, code: str) -> GrowthPlace | None:
    cell: GrowthCell | None = found.cells.get(code)
    if cell is None:
        return None
    if found.hidden:
        return GrowthPlace(marks={}, agreed=ReportAgreed())
    return GrowthPlace(
        marks=cell.marks,
        agreed=ReportAgreed(
            mark=cell.agreed, difference_stands=cell.difference_stands, positions=cell.positions
        ),
    )


def _is_open(session: Session, found: Round, strand: Strand) -> bool:
    """Whether a strand lies side by side: the paper shows what a screen may at which the student looks along (R5)."""
    ready = ready_by_round(session, [found.id], strand=strand).get(found.id, set())
    part = taking_part(found.perspectives)
    return all(is_visible(found, one, ready=ready, joint=True) for one in part)


def _sheet_round(found: Round) -> SheetRound:
    return SheetRound(number=found.number, kind=found.kind, held_on=found.held_on)


def _of_round(texts: CriteriaTexts, found: Round) -> list[CriterionTexts]:
    """The criteria that a round looks at (R12)."""
    codes = set(in_round([each.code for each in texts.criteria], focus=found.focus))
    return [each for each in texts.criteria if each.code in codes]


def _sheets(session: Session, found: Round, part: tuple[Perspective, ...]) -> tuple[ReportSheet, ...]:
    """How each sheet of the student's part came in; blind only if both strands were (R5)."""
    rows = list(session.scalars(select(Sheet).where(Sheet.round_id == found.id)))
    seen = {row.perspective for row in rows if not row.blind}
    by_perspective = {row.perspective: row for row in rows if row.strand is Strand.STUDENT_PART}
    return tuple(
        ReportSheet(
            perspective=one,
            collected=by_perspective[one].collected,
            collected_on=by_perspective[one].collected_on,
            blind=one not in seen,
            written_by=by_perspective[one].written_by,
            written_on=by_perspective[one].written_on,
        )
        for one in part
        if one in by_perspective
    )


def _closed(
    is_open: Mapping[Strand, bool], part: tuple[Perspective, ...]
) -> list[tuple[Strand, Perspective]]:
    """Everybody's view of the parts that are not open yet."""
    return [(strand, one) for strand, opened in is_open.items() if not opened for one in part]
