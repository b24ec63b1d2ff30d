"""What the scores of a report rest on: how each sheet came in, the reveal (R5), and gaps with their reasons (R12)."""

from __future__ import annotations

from collections.abc import Iterator

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportGap
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.reports import style
from wpl_desktop.reports.collected_words import collected_words
from wpl_desktop.reports.dates import long_date
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import Context, Section, Wording, small_word
from wpl_desktop.reports.style import INK, LEFT, RIGHT, TEXT_WIDTH, Face, TextStyle
from wpl_desktop.reports.text import Span, clean, one_line
from wpl_desktop.texts import perspective_name, strand_name

_REASON_X = 108.0
_HEADING = TextStyle(9, 10.8, Face.BOLD)


def notes_of_sheets(wording: Wording) -> Iterator[list[Span]]:
    """R5: how each sheet came in, who wrote one on paper and whether it was blind; then the reveal."""
    report = wording.report
    for sheet in report.sheets:
        if sheet.perspective in report.silent:
            continue
        text = collected_words(
            sheet, translate=wording.translate, words=report.words, language=report.language
        )
        name, _, rest = text.partition(":")
        yield [Span(name, Face.BOLD, INK), Span(f":{rest}")]
    for text in _about_reveal(wording):
        yield [Span(text)]


def _about_reveal(wording: Wording) -> Iterator[str]:
    """The day on which the views were put side by side, and why before everybody was ready."""
    report, translate = wording.report, wording.translate
    if report.revealed_on is None:
        return
    yield translate("Report", "Put side by side on {day}.").format(
        day=long_date(report.revealed_on, report.language)
    )
    if report.late:
        names = [small_word(perspective_name(each, translate, report.words)) for each in report.late]
        yield translate("Report", "Not ready by then: {who}.").format(who=", ".join(names))
    if report.reveal_reason.strip():
        yield translate("Report", "Reason: {reason}").format(reason=one_line(report.reveal_reason))


def gaps_of(wording: Wording, strand: Strand) -> list[ReportGap]:
    """The accepted gaps that stand under the table of a strand.

    Those of the workplace's part stay on its own sheet, which may be left out (R10). The student's silence about the
    workplace is no gap, whatever its reason (R9).
    """
    report = wording.report
    own_sheet = Section.CONDITIONS in wording.numbers
    found: list[ReportGap] = []
    for gap in report.gaps:
        about_workplace = gap.strand is Strand.WORKPLACE_PART
        if about_workplace and (gap.perspective is Perspective.STUDENT or not report.include_conditions):
            continue
        stands_with = Strand.WORKPLACE_PART if about_workplace and own_sheet else Strand.STUDENT_PART
        if stands_with is strand:
            found.append(gap)
    return found


def gap_words(wording: Wording, gap: ReportGap) -> str:
    """What is missing, as one short sentence."""
    translate, words = wording.translate, wording.report.words
    who = "" if gap.perspective is None else small_word(perspective_name(gap.perspective, translate, words))
    templates = {
        GapKind.SHEET_NOT_READY: translate("Report", "Not ready: {who}."),
        GapKind.NOT_SCORED: translate("Report", "Not filled in by {who}: {what}."),
        GapKind.NOT_SIDE_BY_SIDE: translate("Report", "The views were not put side by side."),
        GapKind.NOT_AGREED: translate("Report", "Nothing agreed together on {what}."),
        GapKind.DIFFERENCE_WITHOUT_WORDS: translate("Report", "A difference stands without words on {what}."),
        GapKind.TEXT_MISSING: translate("Report", "Not written: {what}."),
    }
    text = templates[gap.kind].format(who=who, what=_subjects(wording, gap))
    if gap.strand is not Strand.WORKPLACE_PART:
        return text
    return f"{strand_name(gap.strand, translate, words)}: {small_word(text)}"


def _subjects(wording: Wording, gap: ReportGap) -> str:
    """Codes of criteria, or the names of texts in words."""
    translate = wording.translate
    texts = {
        "strong": translate("Report", "Strong"),
        "grown": translate("Report", "Grown"),
        "next_step": translate("Report", "Next step"),
        "advice": translate("Report", "Advice"),
    }
    return ", ".join(
        small_word(texts[subject]) if subject in texts else one_line(subject) for subject in gap.subjects
    )


def gaps_title(wording: Wording) -> str:
    """What heads the gaps."""
    return wording.translate("Report", "What stayed open, and why")


def write_gaps(context: Context, strand: Strand) -> None:
    """The accepted gaps with their reasons, where there are any; leaves `y` below them."""
    document, gaps = context.document, gaps_of(context, strand)
    if not gaps:
        return
    kit = document.type
    document.y += 4.5
    document.need(16.0)
    document.label(LEFT, document.y + 3.6, gaps_title(context), _HEADING)
    document.y += 5.4
    document.rule(document.y)
    for gap in gaps:
        what = kit.wrap(gap_words(context, gap), style.SMALL_TABLE, _REASON_X - LEFT - 4.0)
        reason = kit.wrap(clean(gap.reason).strip(), style.SMALL_TABLE, RIGHT - _REASON_X)
        cells = [
            Cell(LEFT).fill(what, style.SMALL_TABLE, first=4.3),
            Cell(_REASON_X).fill(reason, style.SMALL_TABLE, first=4.3),
        ]
        document.row(cells, height=max(cell.lowest for cell in cells) + 1.8)
        document.rule(document.y)


def write_notes_of_sheets(context: Context) -> None:
    """How the sheets came in, as a paragraph of its own below the notes of the table."""
    spans: list[Span] = []
    for note in notes_of_sheets(context):
        spans.extend([*note, Span(" ")])
    if spans:
        document = context.document
        lines = document.type.wrap(spans, style.TABLE_NOTE, TEXT_WIDTH)
        document.flow(lines, style.TABLE_NOTE, first=style.TABLE_NOTE.line_height)
