"""What a head teacher reads of the evaluation report: its summary on the first page (6.2: 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EarlierRound, ReportAgreed, ReportCriterion, StrandView
from wpl_desktop.domain.evaluations import (
    NOT_YET_SCORED,
    MarkKind,
    Perspective,
    is_scored,
    level_mark,
)
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import (
    Context,
    Section,
    Wording,
    advice_apart,
    moment_words,
)
from wpl_desktop.reports.evaluation_scores import mark_of
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.style import ACCENT, INDENT, INK, LEFT, MUTED, RIGHT, TEXT_WIDTH, Face
from wpl_desktop.reports.text import Span, clean, one_line, rich, shortened
from wpl_desktop.texts import mark_sign

_SENTENCE_WIDTH = 51.7
_SENTENCE_GAP = 5.0
_SCALE_X = 93.0
_ROW = 9.4
_LONGEST_ADVICE = 260


@dataclass(frozen=True)
class Listed:
    """Whose levels the summary lists: agreed or the workplace's own, and the earlier rounds that have any."""

    voice: Voice
    rounds: tuple[int, ...]


def write_summary(context: Context) -> None:
    """Three sentences, the agreed level of each criterion in words, and the advice; no sum of them (R4).

    Where nothing was agreed at all, the list is the workplace's own view and says so.
    """
    context.document.y += 6.5
    context.document.heading(
        context.translate("Report", "Summary"), number=context.number(Section.SUMMARY), keep=25.0
    )
    _write_sentences(context)
    listed = listed_in_summary(context)
    if listed is not None:
        _write_list(context, listed)
        _write_footnote(context, listed)
    else:
        _write_nothing_yet(context)
    _write_left_out(context)
    _write_advice(context)


def listed_in_summary(wording: Wording) -> Listed | None:
    """What the list shows; None while there is nothing to list."""
    voice = AGREED if wording.was_agreed(Strand.STUDENT_PART) else Perspective.WORKPLACE
    if any(_is_known(criterion.student_part, voice) for criterion in wording.criteria):
        return Listed(voice, _rounds_to_show(wording, voice))
    return None


def _is_known(view: StrandView, voice: Voice) -> bool:
    return is_scored(mark_of(view, voice)) or (voice is AGREED and view.agreed.difference_stands)


def _rounds_to_show(wording: Wording, voice: Voice) -> tuple[int, ...]:
    """The earlier rounds in which this voice said anything about a criterion of the list."""
    known = {
        earlier.number
        for criterion in wording.criteria
        for earlier in criterion.student_part.earlier
        if _before(earlier, voice).is_settled
    }
    return tuple(number for number in wording.report.earlier_rounds if number in known)


def _before(earlier: EarlierRound, voice: Voice) -> ReportAgreed:
    """What a voice said in an earlier round."""
    if voice is None:
        return earlier.agreed
    return ReportAgreed(mark=earlier.marks.get(voice, NOT_YET_SCORED))


def _write_nothing_yet(context: Context) -> None:
    document = context.document
    document.flow(document.type.wrap(nothing_yet(context), style.BODY, TEXT_WIDTH), style.BODY, first=7.0)


def nothing_yet(wording: Wording) -> str:
    """What stands in the place of the list while there is none."""
    return wording.translate(
        "Report",
        "Nothing has been agreed together in this round yet, and the workplace has not filled in anything.",
    )


def sentences(wording: Wording) -> list[tuple[str, str]]:
    """What is strong, what has grown and the next step, each with its label, as far as they are written."""
    report, translate = wording.report, wording.translate
    labelled = (
        (translate("Report", "Strong"), report.strong),
        (translate("Report", "Grown"), report.grown),
        (translate("Report", "Next step"), report.next_step),
    )
    return [(label, clean(text).strip()) for label, text in labelled if text.strip()]


def _write_sentences(context: Context) -> None:
    document = context.document
    cells: list[Cell] = []
    for label, text in sentences(context):
        x = LEFT + len(cells) * (_SENTENCE_WIDTH + _SENTENCE_GAP)
        cell = Cell(x).fill(
            [document.type.line(label, style.SUBSECTION.coloured(ACCENT))], style.BODY, first=7.0
        )
        lines = document.type.wrap(text, style.BODY, _SENTENCE_WIDTH)
        cells.append(cell.fill(lines, style.BODY, first=12.5))
    if cells:
        document.row(cells, height=max(cell.lowest for cell in cells) + 4.1)


def _write_list(context: Context, listed: Listed) -> None:
    document = context.document
    height = 6.4 + _ROW * len(context.criteria)
    document.need(min(height, 100.0))
    _list_head(context, listed)
    for index, criterion in enumerate(context.criteria):
        if document.need(_ROW):
            _list_head(context, listed)
        _write_criterion(context, criterion, listed=listed)
        document.y += _ROW
        is_last = index == len(context.criteria) - 1
        document.rule(document.y, width=0.9 if is_last else 0.4, colour=INK if is_last else style.RULE)


def whose_levels(wording: Wording, listed: Listed) -> str:
    """What heads the levels of the list."""
    translate, number = wording.translate, wording.report.round_number
    if listed.voice is AGREED:
        return translate("Report", "Agreed together, round {round}").format(round=number)
    return translate("Report", "How the workplace sees it, round {round}").format(round=number)


def which_earlier(wording: Wording, listed: Listed) -> str:
    """What heads the earlier marks; empty when there are none."""
    if not listed.rounds:
        return ""
    names = " · ".join(wording.round_name(number) for number in listed.rounds)
    return wording.translate("Report", "earlier: {rounds}").format(rounds=names)


def _list_head(context: Context, listed: Listed) -> None:
    document, translate = context.document, context.translate
    top = document.y
    document.heavy_rule(top)
    document.label(LEFT, top + 4.6, translate("Report", "Criterion"), style.COLUMN_HEAD)
    whose = whose_levels(context, listed)
    if listed.voice is AGREED:
        document.label(_SCALE_X, top + 4.6, whose, style.COLUMN_HEAD)
    else:
        marks.shape(document, listed.voice, _SCALE_X + 1.0, top + 3.6, size=2.0, solid=True)
        document.label(_SCALE_X + 3.0, top + 4.6, whose, style.COLUMN_HEAD.bold().coloured(INK))
    earlier = which_earlier(context, listed)
    if earlier:
        document.put_right(RIGHT, top + 4.6, document.type.fitted(earlier, style.COLUMN_HEAD, 55.0))
    document.rule(top + 6.4, colour=INK)
    document.y = top + 6.4


def _write_criterion(context: Context, criterion: ReportCriterion, *, listed: Listed) -> None:
    document, report = context.document, context.report
    view, top = criterion.student_part, document.y
    level_count = len(report.scale[Strand.STUDENT_PART])
    code = document.type.fitted(one_line(criterion.code), style.CRITERION.bold().coloured(ACCENT), 7.4)
    document.put(LEFT, top + 5.9, code)
    name = document.type.fitted(
        one_line(criterion.name), style.CRITERION, _SCALE_X - INDENT - 2.0, smallest=7.5
    )
    document.put(INDENT, top + 5.9, name)
    stands, mark = listed.voice is AGREED and view.agreed.difference_stands, mark_of(view, listed.voice)
    marks.scale(
        document,
        _SCALE_X,
        top + 2.1,
        level_count=level_count,
        chosen=None if stands else mark.level,
    )
    earlier = document.type.fitted(
        earlier_marks(context, view, listed=listed), style.TABLE.coloured(MUTED), 40.0
    )
    document.put_right(RIGHT, top + 5.9, earlier)
    word_x = _SCALE_X + marks.scale_width(level_count) + 2.9
    width = RIGHT - max(earlier.width_mm, 8.0) - 3.0 - word_x
    word_style = style.CRITERION.bold() if stands or mark.level else style.CRITERION.coloured(MUTED)
    word = document.type.fitted(listed_word(context, view, listed.voice), word_style, width, smallest=7.5)
    remark = listed_remark(context, view, listed.voice)
    document.put(word_x, top + (4.3 if remark else 5.9), word)
    if remark:
        document.put(word_x, top + 7.6, document.type.fitted(remark, style.FLOOR, width, smallest=6.0))


def listed_word(wording: Wording, view: StrandView, voice: Voice) -> str:
    """The word of a criterion in the list."""
    if voice is AGREED and view.agreed.difference_stands:
        return wording.translate("Report", "Difference stands")
    mark = mark_of(view, voice)
    word = wording.mark_word(mark, Strand.STUDENT_PART)
    return word if mark.level is not None else f"{mark_sign(mark)} {word}".strip()


def listed_remark(wording: Wording, view: StrandView, voice: Voice) -> str:
    """What stands under the word: that both positions are further on, or the reservation of R8."""
    translate = wording.translate
    if voice is AGREED and view.agreed.difference_stands:
        section = wording.number(Section.NARRATIVE)
        return (
            translate("Report", "both positions are in part {section}").format(section=section)
            if section
            else ""
        )
    if voice in view.under_reservation:
        if Section.CONDITIONS in wording.numbers:
            return translate("Report", "with reservation: see the workplace's part")
        return translate("Report", "with reservation")
    return ""


def earlier_marks(wording: Wording, view: StrandView, *, listed: Listed) -> str:
    """What was said in the earlier rounds, in short signs."""
    before = {earlier.number: _before(earlier, listed.voice) for earlier in view.earlier}
    return "\u00a0 · \u00a0".join(
        _earlier_mark(wording, before.get(number, ReportAgreed())) for number in listed.rounds
    )


def _earlier_mark(wording: Wording, before: ReportAgreed) -> str:
    if before.difference_stands:
        return wording.translate("Report", "difference")
    return mark_sign(before.mark) if before.is_settled else wording.translate("Report", "none")


def _write_footnote(context: Context, listed: Listed) -> None:
    document = context.document
    first = 5.0
    alone = not_yet_discussed(context, listed)
    if alone:
        alone_style = style.NOTE.bold().coloured(INK)
        document.flow(document.type.wrap(alone, alone_style, TEXT_WIDTH), alone_style, first=first)
        first = style.NOTE.line_height
    document.flow(
        document.type.wrap(footnote(context, listed), style.NOTE, TEXT_WIDTH), style.NOTE, first=first
    )


def not_yet_discussed(wording: Wording, listed: Listed) -> str:
    """That the list is one voice's only; empty when it was agreed."""
    if listed.voice is AGREED:
        return ""
    return wording.translate("Report", "Not yet discussed together: this is the workplace's view only.")


def footnote(wording: Wording, listed: Listed) -> list[Span]:
    """What may be expected now, what the short signs mean, and what a reservation is."""
    report, translate = wording.report, wording.translate
    expected = wording.sign_and_word(level_mark(report.expected_level), Strand.STUDENT_PART)
    if report.phase is None:
        template = translate("Report", "{level} = what may reasonably be expected now, {moment}.")
    else:
        template = translate(
            "Report", "{level} = what may reasonably be expected now, in phase {phase} and {moment}."
        )
    spans = rich(
        template,
        level=Span(expected, Face.BOLD, INK),
        phase=str(report.phase),
        moment=moment_words(report, translate),
    )
    for sentence in _sentences_about_earlier_rounds(wording, listed):
        spans.append(Span(f" {sentence}"))
    if any(listed.voice in criterion.student_part.under_reservation for criterion in wording.criteria):
        reservation = translate(
            "Report",
            "*With reservation*: on this criterion the conditions at the workplace are below what may be "
            "expected. The student's level does not change by that; read both together.",
        )
        _, _, rest = reservation.partition("*")
        word, _, rest = rest.partition("*")
        spans.extend((Span(" "), Span(word, Face.BOLD, INK), Span(rest)))
    return spans


def _write_left_out(context: Context) -> None:
    document, text = context.document, left_out(context)
    if text:
        lines = document.type.wrap(text, style.NOTE, TEXT_WIDTH)
        document.flow(lines, style.NOTE, first=style.NOTE.line_height)


def left_out(wording: Wording) -> str:
    """R12: which criteria this round did not look at; empty when it looked at all."""
    missing = [criterion.code for criterion in wording.report.criteria if criterion not in wording.criteria]
    if not missing:
        return ""
    text = wording.translate(
        "Report", "This round looked at some of the criteria only. Not in view: {codes}."
    )
    return text.format(codes=", ".join(missing))


def _sentences_about_earlier_rounds(wording: Wording, listed: Listed) -> Iterator[str]:
    """What the short signs for earlier rounds mean, where they occur."""
    translate = wording.translate
    templates = (
        ("difference", translate("Report", "On {codes} a difference stood in round {round}.")),
        (
            MarkKind.NO_OPPORTUNITY,
            translate("Report", "On {codes} there was no opportunity (×) in round {round}."),
        ),
        (MarkKind.NOT_OBSERVED, translate("Report", "{codes} was not observed (–) in round {round}.")),
    )
    for number in listed.rounds:
        found: dict[object, list[str]] = {}
        for criterion in wording.criteria:
            for earlier in criterion.student_part.earlier:
                if earlier.number == number:
                    found.setdefault(_kind_of(_before(earlier, listed.voice)), []).append(
                        one_line(criterion.code)
                    )
        for kind, template in templates:
            if kind in found:
                yield template.format(codes=", ".join(found[kind]), round=number)


def _kind_of(before: ReportAgreed) -> object:
    return "difference" if before.difference_stands else before.mark.kind


def _write_advice(context: Context) -> None:
    document, translate = context.document, context.translate
    if Section.ADVICE not in context.numbers:
        return
    document.y += 8.3
    document.need(10.0)
    document.label(LEFT, document.y, translate("Report", "Advice"), style.SUBSECTION.coloured(ACCENT))
    advice_style = style.BODY if context.report.advice_apart else style.BODY.bold()
    lines = document.type.wrap(short_advice(context), advice_style, RIGHT - 45.0)
    document.flow(lines, style.BODY, x=45.0, first=0.0)
    see = where_response_is(context)
    if see:
        document.flow([document.type.line(see, style.SECTION_NOTE)], style.SECTION_NOTE, x=45.0, first=5.0)


def short_advice(wording: Wording) -> str:
    """As much of the advice as fits on the first page; the whole stands in its own section."""
    if wording.report.advice_apart:
        return advice_apart(wording)
    return shortened(wording.report.advice, most=_LONGEST_ADVICE)


def where_response_is(wording: Wording) -> str:
    """Where the student's own words are; empty when there are none."""
    if not wording.report.student_response.strip():
        return ""
    see = wording.translate("Report", "Response of the student: see part {section}.")
    return see.format(section=wording.number(Section.RESPONSE))
