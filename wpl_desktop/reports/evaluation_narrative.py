"""What was said in words: texts per criterion, and agreements (6.2: 6 and 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportAgreement, ReportCriterion
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import short_date
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import (
    Context,
    Section,
    Wording,
    has_texts,
    is_long,
    small_word,
)
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.style import ACCENT, BOTTOM, INDENT, LEFT, MUTED, RIGHT
from wpl_desktop.reports.text import clean, one_line
from wpl_desktop.texts import agreement_state_name, party_name

_WHO_X = 37.0
_ROUND_X = 55.0
_TEXT_X = 71.0
_WHO = style.SENTENCE.coloured(style.INK)


@dataclass(frozen=True)
class Said:
    """One text: whose, in which round, and what."""

    voice: Voice
    round_number: int
    text: str


def write_narrative(context: Context) -> None:
    """Texts per criterion, of the student's part; criteria without text are left out."""
    document, translate = context.document, context.translate
    document.y += 4.0
    if document.room < 80.0:
        document.new_page()
    document.heading(
        translate("Report", "In words, per criterion"),
        number=context.number(Section.NARRATIVE),
        note=translate("Report", "only where there was something to say"),
        keep=24.0,
    )
    first = 6.0
    for criterion in context.criteria:
        if has_texts(criterion.student_part):
            _write_criterion(context, criterion, first=first)
            first = 5.0


def _write_criterion(context: Context, criterion: ReportCriterion, *, first: float) -> None:
    document = context.document
    document.need(first + 12.0)
    baseline = document.y + first
    code = document.type.fitted(one_line(criterion.code), style.SUBSECTION.coloured(ACCENT), 7.4)
    document.put(LEFT, baseline, code)
    right = _write_agreed(context, criterion, baseline) if context.was_agreed(Strand.STUDENT_PART) else RIGHT
    name = document.type.fitted(one_line(criterion.name), style.SUBSECTION, right - 3.0 - INDENT)
    document.put(INDENT, baseline, name)
    document.y = baseline + 1.0
    for said in said_about(context, criterion):
        _write_said(context, said)
    document.y += 3.6
    document.rule(document.y)


def _write_agreed(context: Context, criterion: ReportCriterion, baseline: float) -> float:
    """What was agreed, at the right of a criterion's name; gives where it begins."""
    document, agreed = context.document, criterion.student_part.agreed
    words = context.agreed_words(agreed, Strand.STUDENT_PART)
    line = document.type.fitted(f"{_small_voice(context, AGREED)} {words}", style.TABLE.bold(), 70.0)
    document.put_right(RIGHT, baseline, line)
    shape_x = RIGHT - line.width_mm - 2.0
    if agreed.difference_stands:
        marks.difference_mark(document, shape_x - 0.4, baseline - 1.1, size=2.0)
    else:
        marks.shape(document, AGREED, shape_x, baseline - 1.1, size=2.0, solid=True)
    return shape_x


def _write_said(context: Context, said: Said) -> None:
    document = context.document
    lines = document.type.wrap(clean(said.text).strip(), style.BODY, RIGHT - _TEXT_X)
    if document.y + 4.7 + min(len(lines) - 1, 1) * style.BODY.line_height > BOTTOM - 1.0:
        document.new_page()
    baseline = document.y + 4.65
    is_now = said.round_number == context.report.round_number
    marks.shape(document, said.voice, 34.2, baseline - 0.9, size=1.75, solid=is_now, border_width=0.7)
    document.put(_WHO_X, baseline + 0.1, document.type.fitted(_small_voice(context, said.voice), _WHO, 17.0))
    document.label(_ROUND_X, baseline + 0.1, context.round_name(said.round_number), _WHO.coloured(MUTED))
    document.flow(lines, style.BODY, x=_TEXT_X, first=4.65)
    document.y += 0.6


def _small_voice(context: Context, voice: Voice) -> str:
    return small_word(context.voice_name(voice))


def said_about(wording: Wording, criterion: ReportCriterion) -> Iterator[Said]:
    """The texts in the order of the rounds, and of the voices within a round."""
    view, number = criterion.student_part, wording.report.round_number
    for earlier in view.earlier:
        for text in (earlier.agreed.positions, earlier.agreed.reason):
            if text.strip():
                yield Said(AGREED, earlier.number, text)
    for perspective, score in view.scores.items():
        if score.comment.strip():
            yield Said(perspective, number, _quoted(wording, perspective, score.comment))
        if is_long(score.evidence):
            evidence = wording.translate("Report", "Evidence: {text}").format(text=clean(score.evidence))
            yield Said(perspective, number, evidence)
    if view.agreed.difference_stands and not view.agreed.positions.strip():
        yield Said(AGREED, number, wording.translate("Report", "The difference stands."))
    if view.agreed.positions.strip():
        yield Said(AGREED, number, view.agreed.positions)
    if is_long(view.agreed.reason):
        yield Said(AGREED, number, view.agreed.reason)


def _quoted(wording: Wording, perspective: Perspective, text: str) -> str:
    """The student's own words stand between quotation marks."""
    text = clean(text).strip()
    return wording.quoted(text) if perspective is Perspective.STUDENT else text


_WHAT_X = 71.0
_DUE_X = 139.0
_STATE_X = 168.0


def write_agreements(context: Context) -> None:
    """Who does what by when (6.2: 9)."""
    document, translate = context.document, context.translate
    document.y += 3.0
    document.heading(
        translate("Report", "Agreements and follow-up"), number=context.number(Section.AGREEMENTS), keep=20.0
    )

    def head() -> None:
        for x, label in (
            (LEFT, translate("Report", "Who")),
            (_WHAT_X, translate("Report", "What")),
            (_DUE_X, translate("Report", "By")),
            (_STATE_X, translate("Report", "State")),
        ):
            document.label(x, document.y + 4.4, label, style.COLUMN_HEAD)
        document.rule(document.y + 5.8)
        document.y += 5.8

    head()
    for agreement in context.report.agreements:
        cells = _agreement_cells(context, agreement)
        document.row(cells, height=max(cell.lowest for cell in cells) + 1.9, after_break=head)
        document.rule(document.y)


def agreement_words(wording: Wording, agreement: ReportAgreement) -> tuple[str, str, str]:
    """Who, by when (empty without a day), and how far."""
    translate = wording.translate
    owner = one_line(agreement.owner) or party_name(agreement.party, translate, wording.report.words)
    due = "" if agreement.due_on is None else short_date(agreement.due_on, wording.report.language)
    return owner, due, agreement_state_name(agreement.state, translate)


def _agreement_cells(context: Context, agreement: ReportAgreement) -> list[Cell]:
    kit = context.document.type
    owner, due, state = agreement_words(context, agreement)
    state_style = style.SENTENCE.bold() if agreement.state is AgreementState.OPEN else style.SENTENCE
    return [
        Cell(LEFT).fill(kit.wrap(owner, style.TABLE, _WHAT_X - LEFT - 3.0), style.TABLE, first=4.5),
        Cell(_WHAT_X).fill(
            kit.wrap(clean(agreement.text).strip(), style.TABLE, _DUE_X - _WHAT_X - 3.0),
            style.TABLE,
            first=4.5,
        ),
        Cell(_DUE_X).fill(kit.wrap(due, style.SENTENCE, _STATE_X - _DUE_X - 2.0), style.SENTENCE, first=4.5),
        Cell(_STATE_X).fill([kit.fitted(state, state_style, RIGHT - _STATE_X)], state_style, first=4.5),
    ]
