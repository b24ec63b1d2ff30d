"""The conditions at the workplace, on a sheet of their own (6.2: 8)."""

from __future__ import annotations

from collections.abc import Iterator

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.reports import strips, style
from wpl_desktop.reports.evaluation_context import Context, Section, Wording, is_long, small_word
from wpl_desktop.reports.evaluation_ground import write_gaps
from wpl_desktop.reports.evaluation_growth import growth_title, strips_height, write_strips
from wpl_desktop.reports.evaluation_scores import ScoreTable, write_table_notes
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.style import BOTTOM, INK, LEFT, TEXT_WIDTH, TOP, Face
from wpl_desktop.reports.text import Span, clean, one_line


def write_conditions(context: Context) -> None:
    """The workplace's part, alone on its sheet so that it can be left out (R10).

    What was withheld looks exactly like what was not observed (R9).
    """
    document, report, translate = context.document, context.report, context.translate
    document.new_page()
    document.heading(
        translate("Report", "Conditions at the workplace"),
        number=context.number(Section.CONDITIONS),
        note=context.words(translate("Report", "workplace's part, round {round}"), round=report.round_number),
    )
    document.flow(
        document.type.wrap(conditions_intro(context), style.BODY, TEXT_WIDTH), style.BODY, first=6.1
    )
    document.y += 3.1
    table = ScoreTable(context, Strand.WORKPLACE_PART, least_row=10.4)
    table.write(translate("Report", "What it rests on"))
    write_table_notes(context, [levels_note(context)])
    _write_long_texts(context)
    write_gaps(context, Strand.WORKPLACE_PART)
    document.y += 4.5
    height = strips.height(len(context.known_rounds(Strand.WORKPLACE_PART)) + 1)
    whole = strips_height(context, pitch=height - 0.6) + 6.0
    document.need(whole if whole < BOTTOM - TOP else 20.0 + height)
    document.label(LEFT, document.y + 3.6, workplace_growth_title(context), style.SUBSECTION)
    document.rule(document.y + 5.6, colour=INK)
    document.y += 4.6
    write_strips(context, Strand.WORKPLACE_PART, pitch=height - 0.6)


def conditions_intro(wording: Wording) -> str:
    """What this sheet is about, and that it can be left out (R9, R10)."""
    return wording.words(
        wording.translate(
            "Report",
            "This sheet is about the workplace and the programme, not about the {student}, and may be left out "
            "of copies that leave {the_trialogue}. What was not filled in appears as ‘not observed’.",
        )
    )


def workplace_growth_title(wording: Wording) -> str:
    """What heads the strips of this strand."""
    if not wording.known_rounds(Strand.WORKPLACE_PART):
        return growth_title(wording, Strand.WORKPLACE_PART)
    return wording.translate("Report", "Growth of the workplace")


def levels_note(wording: Wording) -> list[Span]:
    """What the levels of the workplace are called, and that the student's view is voluntary."""
    spans: list[Span] = []
    for level, word in enumerate(wording.report.scale[Strand.WORKPLACE_PART], start=1):
        spans.extend((Span(str(level), Face.BOLD, INK), Span(f" {small_word(one_line(word))} ")))
    spans.append(Span("–", Face.BOLD, INK))
    rest = wording.translate("Report", "not observed. The student's view of the workplace is voluntary.")
    return [*spans, Span(f" {rest}")]


def _write_long_texts(context: Context) -> None:
    """What does not fit beside a score, under the table, so that nothing of this strand leaves its sheet."""
    document = context.document
    for code, voice, text in long_texts(context):
        spans = [Span(f"{code} {voice} ", Face.BOLD), Span(text)]
        document.flow(document.type.wrap(spans, style.SENTENCE, TEXT_WIDTH), style.SENTENCE, first=5.0)


def long_texts(wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Code of the criterion, voice and text of what stands under the table."""
    for criterion in wording.criteria:
        view = criterion.workplace_part
        texts: list[tuple[Voice, str]] = []
        for perspective, score in view.scores.items():
            shown = one_line(score.evidence) or one_line(score.comment)
            texts += [(perspective, text) for text in (score.evidence, score.comment) if is_long(text)]
            if score.comment.strip() and one_line(score.comment) != shown and not is_long(score.comment):
                texts.append((perspective, score.comment))
        texts += [(AGREED, text) for text in (view.agreed.positions, view.agreed.reason) if is_long(text)]
        if view.agreed.positions.strip() and not is_long(view.agreed.positions):
            texts.append((AGREED, view.agreed.positions))
        for voice, text in texts:
            yield one_line(criterion.code), small_word(wording.voice_name(voice)), clean(text).strip()
