"""The evaluation report: which sections it has, in which order, and what its file says about itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.reports.dates import language_tag, long_date, short_date, time_of_day
from wpl_desktop.reports.document import Document
from wpl_desktop.reports.evaluation_closing import (
    write_advice,
    write_annex,
    write_privacy_warning,
    write_response,
)
from wpl_desktop.reports.evaluation_conditions import write_conditions
from wpl_desktop.reports.evaluation_context import (
    Context,
    Section,
    Wording,
    demo_words,
    draft_words,
    phase_words,
    report_title,
    round_words,
    section_numbers,
)
from wpl_desktop.reports.evaluation_goals import write_goals
from wpl_desktop.reports.evaluation_growth import write_growth
from wpl_desktop.reports.evaluation_heading import write_heading
from wpl_desktop.reports.evaluation_narrative import write_agreements, write_narrative
from wpl_desktop.reports.evaluation_scores import write_scores
from wpl_desktop.reports.evaluation_signatures import code_is_printed, write_signatures
from wpl_desktop.reports.evaluation_summary import write_summary
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.style import BOTTOM, TOP
from wpl_desktop.reports.text import Typesetter, one_line
from wpl_desktop.texts import Translate

#: Sections that begin a sheet of their own in the final form, and how little of the page before looks forgotten.
_BEGIN_A_SHEET = {Section.CONDITIONS, Section.RESPONSE}
_SPARSE = 0.4

_WRITERS: dict[Section, Callable[[Context], None]] = {
    Section.SUMMARY: write_summary,
    Section.SCORES: write_scores,
    Section.GROWTH: write_growth,
    Section.NARRATIVE: write_narrative,
    Section.AGREEMENTS: write_agreements,
    Section.GROWTH_PLAN: write_goals,
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
    kit = typesetter or Typesetter()
    document, is_sparse = _laid_out(report, translate, kit, growth_apart=False)
    if is_sparse:
        # What is set once is remembered, so that a second time costs little.
        document, _ = _laid_out(report, translate, kit, growth_apart=True)
    return document.write(target, _info(report, translate))


def _laid_out(
    report: EvaluationReport, translate: Translate, kit: Typesetter, *, growth_apart: bool
) -> tuple[Document, bool]:
    """The pages, and whether one of them is left mostly white by a section that begins its own sheet."""
    numbers = section_numbers(report)
    wording = Wording(report=report, translate=translate, numbers=numbers)
    document = Document(_furniture(wording), kit)
    context = Context(
        report=report, document=document, translate=translate, numbers=numbers, growth_apart=growth_apart
    )
    write_heading(context)
    growth_page, is_sparse = 0, False
    for section in numbers:
        if section in _BEGIN_A_SHEET and report.is_final_form:
            is_new = len(document.pages) > growth_page > 0
            is_sparse = is_sparse or (is_new and document.y < TOP + _SPARSE * (BOTTOM - TOP))
            growth_page = 0
        if section is Section.RESPONSE:
            _begin_closing(context)
        _WRITERS[section](context)
        if section is Section.GROWTH:
            growth_page = len(document.pages)
    if report.is_final_form:
        write_annex(context)
    else:
        write_privacy_warning(context)
    return document, is_sparse


def _begin_closing(context: Context) -> None:
    """What is signed starts on a sheet of its own, or follows on in a midterm report if all of it fits there."""
    document = context.document
    signatures = 70.0 + 38.6 * len(context.report.signatories)
    if context.report.is_final_form or document.room < signatures:
        document.new_page()
    else:
        document.y += 5.0


def _furniture(wording: Wording) -> Furniture:
    report, translate, language = wording.report, wording.translate, wording.report.language
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
        code=_code_words(wording),
    )


def _code_words(wording: Wording) -> str:
    """Since when a report is final, and the code by which paper and record can be compared; empty on a draft."""
    report = wording.report
    if not code_is_printed(wording):
        return ""
    return wording.translate("Report", "Final since {day} · code {code}").format(
        day=long_date(report.printed_at.date(), report.language), code=one_line(report.code)
    )


def _info(report: EvaluationReport, translate: Translate) -> DocumentInfo:
    return DocumentInfo(
        title=report_title(report, translate),
        subject=f"{one_line(report.document_number)} · {round_words(report, translate)}",
        language=language_tag(report.language),
    )
