"""How the report ends: the student's response, advice, signatures and annex (6.2: 11–14)."""

from __future__ import annotations

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, NOT_OBSERVED, Perspective, level_mark
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import long_date
from wpl_desktop.reports.document import Cell, Document
from wpl_desktop.reports.evaluation_context import Context, Section, Wording, advice_apart
from wpl_desktop.reports.evaluation_growth import strip_voices
from wpl_desktop.reports.marks import AGREED, VOICES, Voice
from wpl_desktop.reports.style import (
    ACCENT,
    INK,
    LEFT,
    MUTED,
    RIGHT,
    TEXT_WIDTH,
    WRITING,
    Face,
    TextStyle,
)
from wpl_desktop.reports.text import Span, clean, one_line, rich
from wpl_desktop.texts import mark_sign, mark_word

_QUOTE_X = 30.0
_LEVEL_WIDTH = 19.0
_SIGNATURE_ROW = 38.6
_WRITING_LINES = 3


def write_response(context: Context) -> None:
    """The student's own words, first and largest; the tick for none is always shown (11)."""
    document, report, translate = context.document, context.report, context.translate
    document.heading(
        translate("Report", "Response of the student"),
        number=context.number(Section.RESPONSE),
        note=translate("Report", "own words, changed by nobody else"),
        keep=30.0,
    )
    response = clean(report.student_response).strip()
    top, page = document.y + 3.5, len(document.pages)
    if response:
        lines = document.type.wrap(context.quoted(response), style.QUOTE, TEXT_WIDTH - 10.0)
        document.flow(lines, style.QUOTE, x=_QUOTE_X, first=8.6)
    elif not report.no_response:
        for _ in range(_WRITING_LINES):
            document.y += 8.4
            document.rule(document.y, x=_QUOTE_X, colour=WRITING)
    else:
        document.y += 3.6
    if document.room < 12.0:
        document.new_page()
    baseline = document.y + 7.8
    document.put(
        _QUOTE_X, baseline, document.type.fitted(response_signature(context), style.SECTION_NOTE, 118.0)
    )
    tick = document.type.line(translate("Report", "no response"), style.SECTION_NOTE)
    document.put(RIGHT - tick.width_mm, baseline - 0.2, tick)
    document.tick_box(RIGHT - tick.width_mm - 5.0, baseline - 0.2, ticked=report.no_response)
    document.y = baseline + 1.6
    _bar(document, first_page=page, top=top)


def response_signature(wording: Wording) -> str:
    """Whose words they are, and of which day."""
    report = wording.report
    return f"{one_line(report.student_name)} · {long_date(report.held_on, report.language)}"


def _bar(document: Document, *, first_page: int, top: float) -> None:
    """The bar left of the student's words, on every page they run over."""
    for page in range(first_page, len(document.pages) + 1):
        start = top if page == first_page else document.top
        end = document.y if page == len(document.pages) else style.BOTTOM
        document.pages[page - 1].box(LEFT, start, width=1.0, height=end - start, fill=ACCENT)


def write_advice(context: Context) -> None:
    """The advice in the words of who gives it: no category by default and never a mark (12)."""
    document, translate = context.document, context.translate
    document.y += 5.0
    document.heading(translate("Report", "Advice"), number=context.number(Section.ADVICE), keep=14.0)
    if context.report.advice_apart:
        document.flow(
            document.type.wrap(advice_apart(context), style.BODY, TEXT_WIDTH), style.BODY, first=6.3
        )
        return
    lines = document.type.wrap(clean(context.report.advice).strip(), style.ADVICE, TEXT_WIDTH)
    document.flow(lines, style.ADVICE, first=6.6)
    document.flow(document.type.wrap(advice_basis(context), style.BODY, TEXT_WIDTH), style.BODY, first=6.3)


def advice_basis(wording: Wording) -> str:
    """What the advice rests on, and who decides."""
    translate = wording.translate
    basis = translate("Report", "The advice rests on the conversation of {day}.").format(
        day=long_date(wording.report.held_on, wording.report.language)
    )
    if Perspective.INSTITUTE in wording.report.perspectives:
        decision = translate("Report", "The programme decides and gives its reasons.")
        basis = f"{basis} {decision}"
    return basis


def write_annex(context: Context) -> None:
    """The texts of the agreed levels, the legend, and the privacy lines (14)."""
    document, report, translate = context.document, context.report, context.translate
    document.new_page()
    x = (
        LEFT
        + document.label(LEFT, 28.0, translate("Report", "Annex"), style.SECTION.coloured(ACCENT)).width_mm
        + 2.6
    )
    x += (
        document.label(x, 28.0, translate("Report", "Rubric, legend and privacy"), style.SECTION).width_mm
        + 3.0
    )
    edition = translate("Report", "rubric {edition} · {language}").format(
        edition=report.criteria_edition, language=report.language
    )
    document.label(x, 28.0, edition, style.SECTION_NOTE)
    document.heavy_rule(30.6)
    document.y = 30.6
    _write_level_texts(context)
    _write_legend(context)
    _write_privacy(context)


def _write_level_texts(context: Context) -> None:
    document, translate = context.document, context.translate
    agreed = [criterion for criterion in context.criteria if criterion.student_part.level_text.strip()]
    if not agreed:
        return
    title = translate("Report", "Text of the level agreed together (student's part, round {round})")
    heading = TextStyle(9, 10.8, Face.BOLD)
    document.label(LEFT, document.y + 4.6, title.format(round=context.report.round_number), heading)
    document.y += 6.6
    document.rule(document.y)
    kit, cell_style = document.type, style.SMALL_TABLE
    marks = [context.sign_and_word(found.student_part.agreed.mark, Strand.STUDENT_PART) for found in agreed]
    # No word of a level is broken: the column is as wide as the longest.
    widest = max(kit.widest_word(mark, cell_style.bold()) for mark in marks)
    level_width = max(_LEVEL_WIDTH, widest)
    text_left = 78.0 + level_width
    for criterion, mark in zip(agreed, marks, strict=True):
        words = kit.wrap(mark, cell_style.bold(), level_width)
        cells = [
            Cell(LEFT).fill(
                [kit.fitted(one_line(criterion.code), cell_style.bold().coloured(ACCENT), 6.4)],
                cell_style,
                first=4.4,
            ),
            Cell(32.0).fill(kit.wrap(one_line(criterion.name), cell_style, 43.5), cell_style, first=4.4),
            Cell(77.0).fill(words, cell_style, first=4.4),
            Cell(text_left).fill(
                kit.wrap(clean(criterion.student_part.level_text).strip(), cell_style, RIGHT - text_left),
                cell_style,
                first=4.4,
            ),
        ]
        document.row(cells, height=max(cell.lowest for cell in cells) + 2.0)
        document.rule(document.y)


def _write_legend(context: Context) -> None:
    document, translate = context.document, context.translate
    heading = TextStyle(9, 10.8, Face.BOLD)
    entries, voices = mark_legend(context), voices_in_report(context)
    document.need(15.0 + 5.0 * len(entries))
    document.y += 9.0
    document.label(LEFT, document.y, translate("Report", "Legend"), heading)
    top = document.y + 5.8
    for index, (what, explained) in enumerate(entries):
        spans = [Span(one_line(what), Face.BOLD), Span(f"\u00a0 {explained}", colour=MUTED)]
        width = 88.0 if index <= len(voices) else TEXT_WIDTH
        document.put(
            LEFT, top + 5.0 * index, document.type.fitted(spans, style.SMALL_TABLE, width, smallest=6.0)
        )
    right_entries = [(voice, voice_explained(context, voice)) for voice in voices]
    for index, (voice, explained) in enumerate(right_entries):
        baseline = top + 5.0 * index
        marks.shape(document, voice, 117.8, baseline - 1.1, size=2.2, solid=True)
        spans = [Span(context.voice_name(voice), Face.BOLD), Span(f"\u00a0 {explained}", colour=MUTED)]
        document.put(
            120.5, baseline, document.type.fitted(spans, style.SMALL_TABLE, RIGHT - 120.5, smallest=6.0)
        )
    alone = translate("Report", "Each level stands by itself.")
    document.label(116.5, top + 5.0 * len(right_entries) - 0.4, alone, style.SMALL_LABEL)
    document.y = top + 5.0 * (len(entries) - 1) + 5.2
    document.rule(document.y)


def mark_legend(wording: Wording) -> list[tuple[str, str]]:
    """Every mark with its word, and what it means."""
    report, translate = wording.report, wording.translate
    scale = report.scale[Strand.STUDENT_PART]
    entries: list[tuple[str, str]] = []
    for level in range(1, len(scale) + 1):
        what = (
            translate("Report", "what may be expected now, in this phase")
            if level == report.expected_level
            else ""
        )
        entries.append((wording.sign_and_word(level_mark(level), Strand.STUDENT_PART), what))
    for mark, what in (
        (NOT_OBSERVED, translate("Report", "the observer could not see this here")),
        (
            NO_OPPORTUNITY,
            translate("Report", "there was no occasion yet: look at the workplace"),
        ),
    ):
        entries.append((f"{mark_sign(mark)} {mark_word(mark, scale, translate)}", what))
    return entries


def voices_in_report(wording: Wording) -> tuple[Voice, ...]:
    """The voices whose shapes stand anywhere in this report."""
    strands = [Strand.STUDENT_PART]
    if Section.CONDITIONS in wording.numbers:
        strands.append(Strand.WORKPLACE_PART)
    found = {
        voice for strand in strands for voice in (*wording.columns(strand), *strip_voices(wording, strand))
    }
    return tuple(voice for voice in VOICES if voice in found)


def voice_explained(wording: Wording, voice: Voice) -> str:
    """Whose voice it is."""
    translate = wording.translate
    return {
        Perspective.STUDENT: translate("Report", "how the student sees it"),
        Perspective.WORKPLACE: wording.words(translate("Report", "{mentor}, having asked the team")),
        Perspective.INSTITUTE: wording.words("{institute_supervisor}"),
        AGREED: translate("Report", "agreed in conversation, not computed"),
    }[voice]


def _write_privacy(context: Context) -> None:
    document, report, translate = context.document, context.report, context.translate
    text = " ".join(one_line(line) for line in report.privacy_lines)
    if text.strip():
        document.need(16.0)
        document.y += 5.6
        document.label(LEFT, document.y, translate("Report", "Privacy"), TextStyle(9, 10.8, Face.BOLD))
        document.flow(document.type.wrap(text, style.PRIVACY, TEXT_WIDTH), style.PRIVACY, first=4.8)
    write_privacy_warning(context)


def write_privacy_warning(context: Context) -> None:
    """P01: while controller, contact or purpose are not filled in, every report says so."""
    document = context.document
    if context.report.privacy_complete:
        return
    lines = document.type.wrap(privacy_warning(context), style.PRIVACY, TEXT_WIDTH - 5.0)
    height = len(lines) * style.PRIVACY.line_height + 3.0
    document.y += 4.0
    document.need(height)
    document.box(LEFT, document.y, width=1.3, height=height, fill=INK)
    document.flow(lines, style.PRIVACY, x=LEFT + 5.0, first=4.6)
    document.y += 3.0


def privacy_warning(wording: Wording) -> list[Span]:
    """That nobody is named yet who answers for these data."""
    translate = wording.translate
    return rich(
        wording.words(
            translate(
                "Report",
                "{warning}: it is not yet filled in who is responsible for these data and whom to ask about "
                "them. Fill this in before the report leaves {the_trialogue}.",
            )
        ),
        warning=Span(translate("Report", "Privacy is incomplete"), Face.BOLD, INK),
    )
