"""The evaluation report: which sections it has, in which order, and what its file says about itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.domain.evaluations import Perspective, is_scored
from wpl_desktop.reports.dates import language_tag, short_date, time_of_day
from wpl_desktop.reports.document import Document
from wpl_desktop.reports.evaluation_closing import (
    write_advice,
    write_annex,
    write_response,
    write_signatures,
)
from wpl_desktop.reports.evaluation_conditions import write_conditions
from wpl_desktop.reports.evaluation_context import Context, Section, criteria_of, has_texts, phase_words
from wpl_desktop.reports.evaluation_growth import write_growth
from wpl_desktop.reports.evaluation_heading import write_heading
from wpl_desktop.reports.evaluation_narrative import write_agreements, write_narrative
from wpl_desktop.reports.evaluation_scores import write_scores
from wpl_desktop.reports.evaluation_summary import write_summary
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.text import one_line
from wpl_desktop.texts import Translate, round_kind_name

_WRITERS: dict[Section, Callable[[Context], None]] = {
    Section.SUMMARY: write_summary,
    Section.SCORES: write_scores,
    Section.GROWTH: write_growth,
    Section.NARRATIVE: write_narrative,
    Section.AGREEMENTS: write_agreements,
    Section.CONDITIONS: write_conditions,
    Section.RESPONSE: write_response,
    Section.ADVICE: write_advice,
    Section.SIGNATURES: write_signatures,
}


def write_evaluation(
    report: EvaluationReport, target: BinaryIO | Path, *, translate: Translate
) -> tuple[str, ...]:
    """Write the report as PDF (A4) to `target`; the same data give the same bytes.

    The final form has the sections of 6.2 as far as there is content, the midterm form 0–6, 9, 11 and 13.
    Gives the characters that no font had, each once; in their place stands a visible box.
    """
    document = Document(_furniture(report, translate))
    context = Context(report, document, translate, _numbers(report))
    write_heading(context)
    for section in context.numbers:
        if section is Section.RESPONSE:
            _begin_closing(context)
        _WRITERS[section](context)
    if report.is_final_form:
        write_annex(context)
    return document.write(target, _info(report, translate))


def _numbers(report: EvaluationReport) -> dict[Section, int]:
    """The sections that this report has, in order, with their printed numbers."""
    present = {
        Section.NARRATIVE: any(has_texts(criterion.student_part) for criterion in criteria_of(report)),
        Section.AGREEMENTS: bool(report.agreements),
        Section.CONDITIONS: report.include_conditions and report.is_final_form and _has_conditions(report),
        Section.ADVICE: report.is_final_form and bool(report.advice.strip()),
    }
    sections = [section for section in Section if present.get(section, True)]
    return {section: number for number, section in enumerate(sections, start=1)}


def _has_conditions(report: EvaluationReport) -> bool:
    """Whether anybody said something about the workplace's part.

    *Not observed* by the student does not count: it may stand for a view that was withheld (R9).
    """
    return any(
        view.agreed.is_settled
        or any(
            score.mark.level is not None or (voice is not Perspective.STUDENT and is_scored(score.mark))
            for voice, score in view.scores.items()
        )
        for view in (criterion.workplace_part for criterion in criteria_of(report))
    )


def _begin_closing(context: Context) -> None:
    """What is signed starts on a sheet of its own, or follows on in a midterm report if all of it fits there."""
    document = context.document
    signatures = 70.0 + 38.6 * len(context.report.signatories)
    if context.report.is_final_form or document.room < signatures:
        document.new_page()
    else:
        document.y += 5.0


def _furniture(report: EvaluationReport, translate: Translate) -> Furniture:
    language = report.language
    draft = translate("Report", "DRAFT") if report.draft else ""
    edition = f"0.{report.edition}" if report.draft else str(report.edition)
    version = translate("Report", "version {edition}").format(edition=edition)
    printed = f"{short_date(report.printed_at.date(), language)} {time_of_day(report.printed_at, language)}"

    def page(number: int, count: int) -> str:
        return translate("Report", "Page {number} of {count}").format(number=number, count=count)

    return Furniture(
        title=_title(report, translate),
        name=one_line(report.student_name),
        right=" · ".join(filter(None, (_round_words(report, translate), phase_words(report, translate)))),
        confidential=translate("Report", "Confidential"),
        number=f"{one_line(report.document_number)} · {version}",
        demo=translate("Report", "DEMO · fictitious data") if report.demo else "",
        printed=printed,
        page=page,
        draft=draft,
        draft_note=translate("Report", "not yet discussed and signed") if report.draft else "",
    )


def _title(report: EvaluationReport, translate: Translate) -> str:
    if report.is_final_form:
        return translate("Report", "Final report workplace learning")
    return translate("Report", "Midterm report workplace learning")


def _round_words(report: EvaluationReport, translate: Translate) -> str:
    return translate("Report", "School year {year} · round {round} ({kind})").format(
        year=report.school_year, round=report.round_number, kind=round_kind_name(report.kind, translate)
    )


def _info(report: EvaluationReport, translate: Translate) -> DocumentInfo:
    return DocumentInfo(
        title=_title(report, translate),
        subject=f"{one_line(report.document_number)} · {_round_words(report, translate)}",
        language=language_tag(report.language),
    )
