"""Page 1 of the evaluation report, all a head teacher reads: heading, status line and summary (6.2: 1–3)."""

from __future__ import annotations

from collections.abc import Iterator

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import EarlierRound, ReportCriterion, StrandView
from wpl_desktop.domain.evaluations import Mark, MarkKind, is_scored, level_mark
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import long_date, short_date, time_of_day, weekday_names
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import Context, Section, moment_words
from wpl_desktop.reports.style import ACCENT, INDENT, INK, LEFT, MUTED, RIGHT, STATUS_TINT, TEXT_WIDTH, Face
from wpl_desktop.reports.text import Span, clean, one_line, rich, shortened
from wpl_desktop.texts import mark_sign, role_name

_META_COLUMNS = (25.0, 111.0)
_META_LABEL = 26.0
_META_PITCH = 5.4
_SENTENCE_WIDTH = 51.7
_SENTENCE_GAP = 5.0
_SCALE_X = 93.0
_ROW = 9.4
_LONGEST_ADVICE = 260


def write_heading(context: Context) -> None:
    """Title, student, place, the facts of the trajectory, and the status line."""
    document, report = context.document, context.report
    width = TEXT_WIDTH - (35.0 if report.draft else 0.0)
    document.put(LEFT, 29.5, document.type.fitted(_title(context), style.TITLE, width))
    _write_name(context)
    place = ", ".join(filter(None, (one_line(report.workplace), one_line(report.workplace_address))))
    places = " · ".join(filter(None, (place, one_line(report.institute))))
    document.flow(document.type.wrap(places, style.PLACE, TEXT_WIDTH), style.PLACE, first=6.0)
    document.y += 6.3
    top, rest = document.y, document.y
    for x, facts in zip(_META_COLUMNS, (_left_facts(context), _right_facts(context)), strict=True):
        document.y = top
        _write_facts(context, x, facts, width=RIGHT - x if x > LEFT else _META_COLUMNS[1] - x - 3.0)
        rest = max(rest, document.y)
    document.y = rest + 3.4
    _write_status(context)


def _title(context: Context) -> str:
    if context.report.is_final_form:
        return context.translate("Report", "Final report workplace learning")
    return context.translate("Report", "Midterm report")


def _write_name(context: Context) -> None:
    document, report = context.document, context.report
    document.y = 29.5
    name = one_line(report.student_name)
    lines = document.type.wrap(name, style.NAME, TEXT_WIDTH)
    if len(lines) == 1:
        lines = [document.type.line(name, style.NAME)]
    document.flow(lines, style.NAME, first=8.7)
    if report.second_script:
        second = document.type.wrap(one_line(report.second_script), style.SECOND_SCRIPT, TEXT_WIDTH)
        beside = lines[-1].width_mm + 5.0
        if len(lines) == len(second) == 1 and beside + second[0].width_mm <= TEXT_WIDTH:
            document.put(
                LEFT + beside, document.y, document.type.line(report.second_script, style.SECOND_SCRIPT)
            )
        else:
            document.flow(second, style.SECOND_SCRIPT, first=7.0)


Facts = list[tuple[str, str]]


def _left_facts(context: Context) -> Facts:
    report, translate = context.report, context.translate
    language = report.language
    facts: Facts = []
    programme = _programme(context)
    if programme:
        facts.append((translate("Report", "Programme"), programme))
    if report.student_number:
        facts.append((translate("Report", "Student number"), report.student_number))
    period = translate("Report", "{first} to {last}").format(
        first=short_date(report.starts_on, language), last=short_date(report.ends_on, language)
    )
    facts.append((translate("Report", "Period"), period))
    presence = weekday_names(report.weekdays, language)
    if report.has_blocks:
        blocks = context.words(translate("Report", "{block_placement}s full-time"))
        presence = f"{presence}; {blocks}" if presence else blocks
    if presence:
        facts.append((translate("Report", "Present"), presence))
    facts.append((translate("Report", "Conversation"), _conversation(context)))
    return facts


def _programme(context: Context) -> str:
    report = context.report
    phase = (
        ""
        if report.phase is None
        else context.translate("Report", "phase {phase}").format(phase=report.phase)
    )
    return ", ".join(filter(None, (one_line(report.programme), phase)))


def _conversation(context: Context) -> str:
    report, language = context.report, context.report.language
    start, end = report.conversation_starts_at, report.conversation_ends_at
    day = long_date(start.date() if start else report.held_on, language)
    if start is None or end is None:
        return day
    return context.translate("Report", "{day}, {start}–{end}").format(
        day=day, start=time_of_day(start, language), end=time_of_day(end, language)
    )


def _right_facts(context: Context) -> Facts:
    report, translate = context.report, context.translate
    facts: Facts = []
    if report.class_names:
        facts.append((_capital(context.words("{class_word}")), report.class_names))
    by_role: dict[str, list[str]] = {}
    for person in report.people:
        label = role_name(person.role, translate, report.words)
        by_role.setdefault(label, []).append(one_line(person.name))
    facts.extend((label, ", ".join(names)) for label, names in by_role.items())
    edition = translate("Report", "version {edition}").format(edition=report.criteria_edition)
    facts.append((translate("Report", "Rubric"), edition))
    return facts


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _write_facts(context: Context, x: float, facts: Facts, *, width: float) -> None:
    document = context.document
    value_style = style.TextStyle(9, 11.7)
    for label, value in facts:
        lines = document.type.wrap(one_line(value), value_style, width - _META_LABEL)
        label_line = document.type.fitted(label, style.LABEL, _META_LABEL - 0.8)
        height = _META_PITCH + (len(lines) - 1) * value_style.line_height
        document.row(
            [
                Cell(x).fill([label_line], style.LABEL, first=3.6),
                Cell(x + _META_LABEL).fill(lines, value_style, first=3.55),
            ],
            height=height,
        )


def _write_status(context: Context) -> None:
    document = context.document
    lines = document.type.wrap(clean(context.report.status_line).strip(), style.BODY, TEXT_WIDTH - 9.0)
    height = len(lines) * style.BODY.line_height + 4.6
    if height < 60.0:
        document.need(height)
        document.box(LEFT, document.y, width=TEXT_WIDTH, height=height, fill=STATUS_TINT)
        document.box(LEFT, document.y, width=1.3, height=height, fill=ACCENT)
    top = document.y
    document.flow(lines, style.BODY, x=30.0, first=5.45)
    document.y = max(document.y + 3.8, top + height if height < 60.0 else 0.0)


def write_summary(context: Context) -> None:
    """Three sentences, the agreed level of each criterion in words, and the advice; no sum of them (R4)."""
    context.document.y += 6.5
    context.document.heading(
        context.translate("Report", "Summary"), number=context.number(Section.SUMMARY), keep=25.0
    )
    _write_sentences(context)
    _write_list(context)
    _write_footnote(context)
    _write_advice(context)


def _write_sentences(context: Context) -> None:
    report, document, translate = context.report, context.document, context.translate
    sentences = (
        (translate("Report", "Strong"), report.strong),
        (translate("Report", "Grown"), report.grown),
        (translate("Report", "Next step"), report.next_step),
    )
    cells: list[Cell] = []
    for label, text in sentences:
        if text.strip():
            x = LEFT + len(cells) * (_SENTENCE_WIDTH + _SENTENCE_GAP)
            cell = Cell(x).fill(
                [document.type.line(label, style.SUBSECTION.coloured(ACCENT))], style.BODY, first=7.0
            )
            lines = document.type.wrap(clean(text).strip(), style.BODY, _SENTENCE_WIDTH)
            cells.append(cell.fill(lines, style.BODY, first=12.5))
    if cells:
        document.row(cells, height=max(cell.lowest for cell in cells) + 4.1)


def _write_list(context: Context) -> None:
    document = context.document
    height = 6.4 + _ROW * len(context.criteria)
    document.need(min(height, 100.0))
    _list_head(context)
    for index, criterion in enumerate(context.criteria):
        if document.need(_ROW):
            _list_head(context)
        _write_criterion(context, criterion)
        document.y += _ROW
        is_last = index == len(context.criteria) - 1
        document.rule(document.y, width=0.9 if is_last else 0.4, colour=INK if is_last else style.RULE)


def _list_head(context: Context) -> None:
    document, report, translate = context.document, context.report, context.translate
    top = document.y
    document.heavy_rule(top)
    document.label(LEFT, top + 4.6, translate("Report", "Criterion"), style.COLUMN_HEAD)
    agreed = translate("Report", "Agreed together, round {round}").format(round=report.round_number)
    document.label(_SCALE_X, top + 4.6, agreed, style.COLUMN_HEAD)
    if report.earlier_rounds:
        rounds = " · ".join(context.round_name(number) for number in report.earlier_rounds)
        earlier = translate("Report", "earlier: {rounds}").format(rounds=rounds)
        document.put_right(RIGHT, top + 4.6, document.type.fitted(earlier, style.COLUMN_HEAD, 55.0))
    document.rule(top + 6.4, colour=INK)
    document.y = top + 6.4


def _write_criterion(context: Context, criterion: ReportCriterion) -> None:
    document, report = context.document, context.report
    view, top = criterion.student_part, document.y
    level_count = len(report.scale[Strand.STUDENT_PART])
    code = document.type.fitted(one_line(criterion.code), style.CRITERION.bold().coloured(ACCENT), 7.4)
    document.put(LEFT, top + 5.9, code)
    name = document.type.fitted(
        one_line(criterion.name), style.CRITERION, _SCALE_X - INDENT - 2.0, smallest=7.5
    )
    document.put(INDENT, top + 5.9, name)
    stands = view.agreed.difference_stands
    marks.scale(
        document,
        _SCALE_X,
        top + 2.1,
        level_count=level_count,
        chosen=None if stands else view.agreed.mark.level,
    )
    earlier = document.type.fitted(_earlier_marks(context, view), style.TABLE.coloured(MUTED), 40.0)
    document.put_right(RIGHT, top + 5.9, earlier)
    word_x = _SCALE_X + marks.scale_width(level_count) + 2.9
    width = RIGHT - max(earlier.width_mm, 8.0) - 3.0 - word_x
    word_style = (
        style.CRITERION.bold() if stands or view.agreed.mark.level else style.CRITERION.coloured(MUTED)
    )
    word = document.type.fitted(_agreed_word(context, view), word_style, width, smallest=7.5)
    remark = _remark(context, view)
    document.put(word_x, top + (4.3 if remark else 5.9), word)
    if remark:
        document.put(word_x, top + 7.6, document.type.fitted(remark, style.FLOOR, width, smallest=6.0))


def _agreed_word(context: Context, view: StrandView) -> str:
    if view.agreed.difference_stands:
        return context.translate("Report", "Difference stands")
    mark = view.agreed.mark
    word = context.mark_word(mark, Strand.STUDENT_PART)
    return word if mark.level is not None else f"{mark_sign(mark)} {word}".strip()


def _remark(context: Context, view: StrandView) -> str:
    """What stands under the word: that both positions are further on, or the reservation of R8."""
    translate = context.translate
    if view.agreed.difference_stands:
        section = context.number(Section.NARRATIVE)
        return (
            translate("Report", "both positions are in part {section}").format(section=section)
            if section
            else ""
        )
    if None in view.under_reservation:
        if Section.CONDITIONS in context.numbers:
            return translate("Report", "with reservation: see the workplace's part")
        return translate("Report", "with reservation")
    return ""


def _earlier_marks(context: Context, view: StrandView) -> str:
    by_number = {earlier.number: earlier for earlier in view.earlier}
    return "\u00a0 · \u00a0".join(
        _earlier_mark(context, by_number.get(number)) for number in context.report.earlier_rounds
    )


def _earlier_mark(context: Context, earlier: EarlierRound | None) -> str:
    if earlier is not None and earlier.agreed.difference_stands:
        return context.translate("Report", "difference")
    if earlier is None or not is_scored(earlier.agreed.mark):
        return context.translate("Report", "none")
    return mark_sign(earlier.agreed.mark)


def _write_footnote(context: Context) -> None:
    report, document, translate = context.report, context.document, context.translate
    expected = context.sign_and_word(level_mark(report.expected_level), Strand.STUDENT_PART)
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
    for sentence in _sentences_about_earlier_rounds(context):
        spans.append(Span(f" {sentence}"))
    if any(criterion.student_part.under_reservation for criterion in context.criteria):
        reservation = translate(
            "Report",
            "*With reservation*: on this criterion the conditions at the workplace are below what may be "
            "expected. The student's level does not change by that; read both together.",
        )
        _, _, rest = reservation.partition("*")
        word, _, rest = rest.partition("*")
        spans.extend((Span(" "), Span(word, Face.BOLD, INK), Span(rest)))
    document.flow(document.type.wrap(spans, style.NOTE, TEXT_WIDTH), style.NOTE, first=5.0)
    left_out = [criterion.code for criterion in report.criteria if criterion not in context.criteria]
    if left_out:
        text = translate("Report", "This round looked at some of the criteria only. Not in view: {codes}.")
        lines = document.type.wrap(text.format(codes=", ".join(left_out)), style.NOTE, TEXT_WIDTH)
        document.flow(lines, style.NOTE, first=style.NOTE.line_height)


def _sentences_about_earlier_rounds(context: Context) -> Iterator[str]:
    """What the short signs for earlier rounds mean, where they occur."""
    translate = context.translate
    templates = (
        ("difference", translate("Report", "On {codes} a difference stood in round {round}.")),
        (
            MarkKind.NO_OPPORTUNITY,
            translate("Report", "On {codes} there was no opportunity (×) in round {round}."),
        ),
        (MarkKind.NOT_OBSERVED, translate("Report", "{codes} was not observed (–) in round {round}.")),
    )
    for number in context.report.earlier_rounds:
        found: dict[object, list[str]] = {}
        for criterion in context.criteria:
            for earlier in criterion.student_part.earlier:
                if earlier.number == number:
                    found.setdefault(_kind_of(earlier), []).append(one_line(criterion.code))
        for kind, template in templates:
            if kind in found:
                yield template.format(codes=", ".join(found[kind]), round=number)


def _kind_of(earlier: EarlierRound) -> object:
    mark: Mark = earlier.agreed.mark
    return "difference" if earlier.agreed.difference_stands else mark.kind


def _write_advice(context: Context) -> None:
    report, document, translate = context.report, context.document, context.translate
    if Section.ADVICE not in context.numbers:
        return
    advice = shortened(report.advice, most=_LONGEST_ADVICE)
    document.y += 8.3
    document.need(10.0)
    document.label(LEFT, document.y, translate("Report", "Advice"), style.SUBSECTION.coloured(ACCENT))
    lines = document.type.wrap(advice, style.BODY.bold(), RIGHT - 45.0)
    document.flow(lines, style.BODY, x=45.0, first=0.0)
    see = translate("Report", "Response of the student: see part {section}.")
    if report.student_response.strip():
        see = see.format(section=context.number(Section.RESPONSE))
        document.flow([document.type.line(see, style.SECTION_NOTE)], style.SECTION_NOTE, x=45.0, first=5.0)
