"""Growth sheets, trialogue sheets and a student's own view to test with, made from the reports of `sample`."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from tests.reports.reading import Written
from tests.reports.sample import final_report, midterm_report
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EvaluationReport, ReportAgreed, ReportScore, StrandView
from wpl_desktop.domain.evaluations import Perspective, RoundKind
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

_ROUNDS = (
    SheetRound(number=1, kind=RoundKind.START, held_on=date(2025, 10, 16)),
    SheetRound(number=2, kind=RoundKind.MIDTERM, held_on=date(2026, 1, 29)),
    SheetRound(number=3, kind=RoundKind.FINAL, held_on=date(2026, 6, 4)),
)


def on_paper(write: Callable[[BinaryIO], tuple[str, ...]]) -> Written:
    """What a writer gives, as bytes and texts."""
    target = io.BytesIO()
    missing = write(target)
    return Written(target.getvalue(), missing)


def head_of(report: EvaluationReport) -> SheetHead:
    """The head of a sheet about the same student."""
    return SheetHead(
        language=report.language,
        demo=report.demo,
        document_number="G-2526-S3",
        file_stem="groeiblad_2025-26_S3",
        printed_at=report.printed_at,
        school_year=report.school_year,
        student_name=report.student_name,
        second_script=report.second_script,
        programme=report.programme,
        phase=report.phase,
        workplace=report.workplace,
        institute=report.institute,
        criteria_edition=report.criteria_edition,
        words=report.words,
    )


def growth_sheet(language: str = "en") -> GrowthSheet:
    """Three rounds with a difference that stood, an opportunity that was missing, and silences."""
    report = final_report(language)

    def line(code: str, name: str, view: StrandView) -> GrowthLine:
        before = tuple(GrowthPlace(marks=each.marks, agreed=each.agreed) for each in view.earlier)
        marks = {seen: score.mark for seen, score in view.scores.items()}
        return GrowthLine(
            code=code, name=name, places=(*before, GrowthPlace(marks=marks, agreed=view.agreed))
        )

    return GrowthSheet(
        head=head_of(report),
        perspectives=report.perspectives,
        scale=report.scale,
        rounds=_ROUNDS,
        not_yet=(),
        lines={
            strand: tuple(
                line(
                    each.code,
                    each.name,
                    each.student_part if strand is Strand.STUDENT_PART else each.workplace_part,
                )
                for each in report.criteria
            )
            for strand in Strand
        },
    )


def trialogue_sheet(language: str = "en") -> TrialogueSheet:
    """A round of which all was said and agreed, with reservations and a difference that stands."""
    report = midterm_report(language)
    return TrialogueSheet(
        head=head_of(report),
        round=SheetRound(number=2, kind=report.kind, held_on=report.held_on),
        is_revealed=True,
        perspectives=report.perspectives,
        scale=report.scale,
        expected_level=report.expected_level,
        criteria=report.criteria,
        sheets=report.sheets,
    )


def emptied(sheet: TrialogueSheet, *, views: bool, agreed: bool) -> TrialogueSheet:
    """The same without what was said, or without what was agreed."""

    def without(view: StrandView) -> StrandView:
        return replace(
            view,
            scores={seen: ReportScore() for seen in view.scores} if views else view.scores,
            agreed=ReportAgreed() if agreed else view.agreed,
            difference=None if views else view.difference,
            under_reservation=frozenset(),
        )

    return replace(
        sheet,
        criteria=tuple(
            replace(
                each, student_part=without(each.student_part), workplace_part=without(each.workplace_part)
            )
            for each in sheet.criteria
        ),
    )


def student_view(language: str = "en") -> StudentView:
    """A view of the workplace with one comment."""
    report = final_report(language)
    return StudentView(
        head=head_of(report),
        round=_ROUNDS[2],
        level_words=report.scale[Strand.WORKPLACE_PART],
        lines=tuple(
            StudentViewLine(
                code=each.code,
                name=each.name,
                mark=each.workplace_part.scores[Perspective.STUDENT].mark,
                comment="Er was te weinig tijd na de les." if each.code == "C4" else "",
            )
            for each in report.criteria
        ),
    )
