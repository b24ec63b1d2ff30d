"""Where the marks stood in each round: the dot strips of either strand (6.2: 5)."""

from __future__ import annotations

from collections.abc import Mapping

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportAgreed, StrandView
from wpl_desktop.domain.evaluations import Mark, Perspective, is_scored
from wpl_desktop.reports import marks, strips
from wpl_desktop.reports.evaluation_context import Context, Section, Wording, small_word, view_of
from wpl_desktop.reports.evaluation_scores import mark_of
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.strips import Strip, StripRow
from wpl_desktop.reports.style import AGREED_NOW, BOTTOM, LEFT, RIGHT, TOP, TextStyle
from wpl_desktop.reports.text import one_line
from wpl_desktop.texts import mark_sign


def write_growth(context: Context) -> None:
    """Where the marks stood in each round, on the student's part (6.2: 5)."""
    document = context.document
    if context.growth_apart:
        document.new_page()
    else:
        document.y += 3.3
    pitch = strips.height(len(context.known_rounds(Strand.STUDENT_PART)) + 1) + 0.6
    # All strips stay together below their legend where they fit on one page.
    whole = strips_height(context, pitch=pitch)
    document.heading(
        growth_title(context, Strand.STUDENT_PART),
        number=context.number(Section.GROWTH),
        keep=whole if whole < BOTTOM - TOP - 20.0 else 14.0 + pitch,
    )
    write_strips(context, Strand.STUDENT_PART, pitch=pitch)


def growth_title(wording: Wording, strand: Strand) -> str:
    """`Groei over drie rondes`, of which rounds anything is known."""
    rounds, translate = len(wording.known_rounds(strand)) + 1, wording.translate
    known = {
        1: translate("Report", "How this round looks"),
        2: translate("Report", "Growth over two rounds"),
        3: translate("Report", "Growth over three rounds"),
    }
    return known.get(rounds) or translate("Report", "Growth over {rounds} rounds").format(rounds=rounds)


def strip_voices(wording: Wording, strand: Strand) -> tuple[Voice, ...]:
    """The voices in the strips of a strand: heard in this round or an earlier one, and agreed if any round did."""
    rounds = wording.known_rounds(strand)
    earlier = [
        each
        for criterion in wording.criteria
        for each in view_of(criterion, strand).earlier
        if each.number in rounds
    ]
    spoke = {seen for each in earlier for seen, mark in each.marks.items() if is_scored(mark)}
    voices: list[Voice] = [seen for seen in Perspective if seen in wording.report.heard or seen in spoke]
    if wording.was_agreed(strand) or any(each.agreed.is_settled for each in earlier):
        voices.append(AGREED)
    return tuple(voices)


def write_strips(context: Context, strand: Strand, *, pitch: float) -> None:
    """The legend and a strip for each criterion, three in a row, `pitch` millimetres from row to row."""
    document, report = context.document, context.report
    _write_legend(context, strand)
    numbers = (*context.known_rounds(strand), report.round_number)
    across = strips.WIDTH + strips.GAP
    first = document.y + 7.0
    if any(strips.is_long(document.type, one_line(each.name)) for each in context.criteria[: strips.PER_ROW]):
        first += 2.0
    for start in range(0, len(context.criteria), strips.PER_ROW):
        if first + pitch - 7.0 > BOTTOM:
            document.new_page()
            first = document.y + 5.0
        for column, criterion in enumerate(context.criteria[start : start + strips.PER_ROW]):
            strip = Strip(
                code=one_line(criterion.code),
                name=one_line(criterion.name),
                level_count=len(report.scale[strand]),
                rows=tuple(strip_row(context, view_of(criterion, strand), number) for number in numbers),
            )
            strips.draw(document, strip, LEFT + column * across, first)
        document.y = first + pitch - 7.0
        first += pitch


def strips_height(context: Context, *, pitch: float) -> float:
    """How high the legend and all strips of a strand are."""
    return 5.0 + pitch * -(-len(context.criteria) // strips.PER_ROW)


def strip_row(wording: Wording, view: StrandView, number: int) -> StripRow:
    """Where the marks of one criterion stood in one round, with the words of the picture."""
    report = wording.report
    seen: Mapping[Perspective, Mark] = {}
    agreed, is_now = ReportAgreed(), number == report.round_number
    if is_now:
        seen, agreed = (
            {perspective: mark_of(view, perspective) for perspective in report.heard},
            view.agreed,
        )
    for earlier in view.earlier:
        if earlier.number == number and not is_now:
            seen, agreed = earlier.marks, earlier.agreed
    words = [
        f"{small_word(wording.voice_name(perspective))} {mark_sign(mark)}"
        for perspective, mark in seen.items()
        if is_scored(mark)
    ]
    if agreed.difference_stands:
        words.append(wording.translate("Report", "difference stands"))
    elif is_scored(agreed.mark):
        words.append(f"{small_word(wording.voice_name(AGREED))} {mark_sign(agreed.mark)}")
    label = wording.translate("Report", "R{round}").format(round=number)
    return StripRow(label=label, words=f"{', '.join(words)}.", marks=seen, agreed=agreed, is_now=is_now)


def _write_legend(context: Context, strand: Strand) -> None:
    """What the shapes mean, on one line; `y` is left on its baseline."""
    document, report, translate = context.document, context.report, context.translate
    document.y += 5.6
    baseline, x = document.y, LEFT
    text_style = TextStyle(8, 9.6)
    voices = strip_voices(context, strand)
    for voice in voices:
        marks.shape(document, voice, x + 1.0, baseline - 1.0, size=2.0, solid=True)
        x += (
            3.0
            + document.label(x + 3.0, baseline, small_word(context.voice_name(voice)), text_style).width_mm
            + 2.8
        )
    if any(_any_difference(view_of(criterion, strand)) for criterion in context.criteria):
        marks.difference_mark(document, x + 1.3, baseline - 1.0, size=2.0)
        words = translate("Report", "difference stands")
        x += 3.7 + document.label(x + 3.7, baseline, words, text_style).width_mm + 2.8
    if context.known_rounds(strand):
        marks.shape(document, voices[0], x + 1.0, baseline - 1.0, size=2.0, solid=True)
        x += (
            2.7
            + document.label(x + 2.7, baseline, context.round_name(report.round_number), text_style).width_mm
            + 2.4
        )
        marks.shape(document, voices[0], x + 1.0, baseline - 1.0, size=1.9, solid=False)
        x += (
            2.7 + document.label(x + 2.7, baseline, translate("Report", "earlier"), text_style).width_mm + 2.4
        )
    if AGREED in voices:
        document.box(x, baseline - 2.5, width=4.4, height=3.0, fill=AGREED_NOW)
        agreed = document.type.fitted(translate("Report", "agreed level"), text_style, RIGHT - x - 5.5)
        document.put(x + 5.5, baseline, agreed)


def _any_difference(view: StrandView) -> bool:
    return view.agreed.difference_stands or any(earlier.agreed.difference_stands for earlier in view.earlier)
