"""The evaluation report: which sections it has, in which order, and what its file says about itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.reports.dates import language_tag, short_date, time_of_day
from wpl_desktop.reports.document import Document
from wpl_desktop.reports.evaluation_closing import (
    write_advice,
    write_annex,
    write_response,
    write_signatures,
)
from wpl_desktop.reports.evaluation_conditions import write_conditions
from wpl_desktop.reports.evaluation_context import (
    Context,
    Section,
    demo_words,
    draft_words,
    phase_words,
    report_title,
    round_words,
    section_numbers,
)
from wpl_desktop.reports.evaluation_growth import write_growth
from wpl_desktop.reports.evaluation_heading import write_heading
from wpl_desktop.reports.evaluation_narrative import write_agreements, write_narrative
from wpl_desktop.reports.evaluation_scores import write_scores
from wpl_desktop.reports.evaluation_summary import write_summary
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.text import Typesetter, one_line
from wpl_desktop.texts import Translate

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
    report: EvaluationReport,
    target: BinaryIO | Path,
    *,
    translate: Translate,
    typesetter: Typesetter | None = None,
) -> tuple[str, ...]:
    """Write the report as PDF (A4) to `target`; the same data give the same bytes.

    Reports that are written one after the other are quicker with one `typesetter`, which has set most of their
    words before; what no font had is then only told by the first report in which it stands.

    The final form has the sections of 6.2 as far as there is content, the midterm form 0–6, 9, 11 and 13.
    Gives the characters that no font had, each once; in their place stands a visible box.
    """
    document = Document(_furniture(report, translate), typesetter)
    context = Context(report=report, document=document, translate=translate, numbers=section_numbers(report))
    write_heading(context)
    for section in context.numbers:
        if section is Section.RESPONSE:
            _begin_closing(context)
        _WRITERS[section](context)
    if report.is_final_form:
        write_annex(context)
    return document.write(target, _info(report, translate))


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
    draft, draft_note = draft_words(report, translate)
    edition = f"0.{report.edition}" if report.draft else str(report.edition)
    version = translate("Report", "version {edition}").format(edition=edition)
    printed = f"{short_date(report.printed_at.date(), language)} {time_of_day(report.printed_at, language)}"

    def page(number: int, count: int) -> str:
        return translate("Report", "Page {number} of {count}").format(number=number, count=count)

    return Furniture(
        title=report_title(report, translate),
        name=one_line(report.student_name),
        right=" · ".join(filter(None, (round_words(report, translate), phase_words(report, translate)))),
        confidential=translate("Report", "Confidential"),
        number=f"{one_line(report.document_number)} · {version}",
        demo=demo_words(report, translate),
        printed=printed,
        page=page,
        draft=draft,
        draft_note=draft_note,
    )


def _info(report: EvaluationReport, translate: Translate) -> DocumentInfo:
    return DocumentInfo(
        title=report_title(report, translate),
        subject=f"{one_line(report.document_number)} · {round_words(report, translate)}",
        language=language_tag(report.language),
    )
