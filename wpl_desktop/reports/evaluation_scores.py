"""The voices side by side in one round: the score table of either strand, and its notes (6.2: 4)."""

from __future__ import annotations

from collections.abc import Iterator

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportCriterion, StrandView
from wpl_desktop.domain.evaluations import NOT_YET_SCORED, Mark
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.document import Cell
from wpl_desktop.reports.evaluation_context import Context, Section, Wording, is_long, small_word, view_of
from wpl_desktop.reports.evaluation_ground import write_gaps, write_notes_of_sheets
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.style import (
    ACCENT,
    BLOCK_TINT,
    BOTTOM,
    INK,
    LEFT,
    MUTED,
    RIGHT,
    RULE,
    TEXT_WIDTH,
    TOP,
    Face,
    TextStyle,
)
from wpl_desktop.reports.text import Line, Span, one_line, rich
from wpl_desktop.texts import mark_sign, perspective_name, source_name

_NAME_X = 31.4
_FIRST_COLUMN = 67.5
_COLUMN = 21.2
_HEAD = 9.6
_HEAD_LABEL = TextStyle(8.2, 9.8, Face.BOLD)
_HEAD_TEXT = TextStyle(8.5, 10.2, Face.BOLD)
_CODE = TextStyle(8.5, 10.2, Face.BOLD, ACCENT)


def write_scores(context: Context) -> None:
    """What each voice saw in this round, on the student's part."""
    document, report, translate = context.document, context.report, context.translate
    document.new_page()
    document.heading(
        scores_title(context),
        number=context.number(Section.SCORES),
        note=translate("Report", "student's part"),
    )
    table = ScoreTable(context, Strand.STUDENT_PART, least_row=10.6)
    table.write(translate("Report", "Evidence, source and reason"))
    write_table_notes(context, list(notes_of_students_part(context)))
    write_notes_of_sheets(context)
    if report.silent:
        lines = document.type.wrap(who_is_silent(context), style.TABLE_NOTE, TEXT_WIDTH)
        document.flow(lines, style.TABLE_NOTE, first=style.TABLE_NOTE.line_height)
    write_gaps(context, Strand.STUDENT_PART)


def scores_title(wording: Wording) -> str:
    """`Drie perspectieven, ronde 2`, or how many were heard."""
    report, translate = wording.report, wording.translate
    title = {
        1: translate("Report", "One perspective, round {round}"),
        2: translate("Report", "Two perspectives, round {round}"),
        3: translate("Report", "Three perspectives, round {round}"),
    }[len(report.heard)]
    return title.format(round=report.round_number)


def who_is_silent(wording: Wording) -> str:
    """Whose column is missing because their sheets of both strands are empty in this round."""
    translate = wording.translate
    names = [
        small_word(perspective_name(each, translate, wording.report.words)) for each in wording.report.silent
    ]
    if len(names) == 1:
        return translate("Report", "The {who} has not filled in anything in this round yet.").format(
            who=names[0]
        )
    return translate(
        "Report", "The {first} and the {second} have not filled in anything in this round yet."
    ).format(first=names[0], second=names[1])


class ScoreTable:
    """The table of one strand: a row for each criterion, a column for each voice, and what it rests on."""

    def __init__(self, context: Context, strand: Strand, *, least_row: float) -> None:
        self.context = context
        self.strand = strand
        self.least_row = least_row
        self.voices = context.columns(strand)
        self.was_agreed = context.was_agreed(strand)
        self.agreed_x = _FIRST_COLUMN + _COLUMN * len(context.report.heard)
        self.text_x = _FIRST_COLUMN + _COLUMN * len(self.voices) + 1.2
        self._title = ""

    def write(self, title: str) -> None:
        """Write the table; `title` heads its last column. Nine rows stay on one page where they fit."""
        document = self.context.document
        self._title = title
        rows = [self._cells(criterion) for criterion in self.context.criteria]
        heights = [self._height(cells) for cells in rows]
        if _HEAD + sum(heights) <= BOTTOM - TOP:
            document.need(_HEAD + sum(heights))
        self._head()
        for index, (criterion, cells, height) in enumerate(
            zip(self.context.criteria, rows, heights, strict=True)
        ):
            broke = document.need(height)
            if broke:
                self._head()
            top = document.y
            self._tint(height, rule_above=0.4 if index and not broke else 0.9)
            self._draw_shapes(criterion, top)
            document.row(cells, height=height, after_break=self._head)
            is_last = index == len(rows) - 1
            document.rule(document.y, width=0.9 if is_last else 0.4, colour=INK if is_last else RULE)

    def _tint(self, height: float, *, rule_above: float) -> None:
        """The column of what was agreed, below the rule above it; a draft's watermark is not hidden by it."""
        document = self.context.document
        if self.context.report.draft or AGREED not in self.voices:
            return
        half_rule = rule_above / 2 / style.POINTS_PER_MM
        bottom = min(document.y + height, BOTTOM)
        top = document.y + half_rule
        document.box(self.agreed_x - 1.6, top, width=21.3, height=bottom - top, fill=BLOCK_TINT)

    def _head(self) -> None:
        document, translate = self.context.document, self.context.translate
        top = document.y
        self._tint(_HEAD, rule_above=0.9)
        document.heavy_rule(top)
        document.label(LEFT, top + 6.2, translate("Report", "Criterion"), _HEAD_TEXT)
        for index, voice in enumerate(self.voices):
            x = _FIRST_COLUMN + index * _COLUMN
            marks.shape(document, voice, x + 1.25, top + 5.1, size=2.4, solid=True)
            name = document.type.fitted(self.context.voice_name(voice), _HEAD_LABEL, _COLUMN - 4.0)
            document.put(x + 3.4, top + 6.2, name)
        document.put(
            self.text_x, top + 6.2, document.type.fitted(self._title, _HEAD_TEXT, RIGHT - self.text_x)
        )
        document.heavy_rule(top + _HEAD)
        document.y = top + _HEAD

    def _cells(self, criterion: ReportCriterion) -> list[Cell]:
        kit = self.context.document.type
        view = view_of(criterion, self.strand)
        cells = [
            Cell(LEFT).fill(
                [kit.fitted(one_line(criterion.code), _CODE, _NAME_X - LEFT - 0.6)], _CODE, first=5.0
            ),
            Cell(_NAME_X).fill(self._name_lines(criterion), style.CELL_NAME, first=4.9),
        ]
        for index, voice in enumerate(self.voices):
            cells.append(self._voice_cell(view, voice, _FIRST_COLUMN + index * _COLUMN))
        evidence = Cell(self.text_x + (0.0 if not self._marked(view) else 3.0))
        for _, first, lines in self._evidence(view):
            evidence.fill(lines, style.EVIDENCE, first=first)
        return [*cells, evidence]

    def _name_lines(self, criterion: ReportCriterion) -> list[Line]:
        kit, name, width = self.context.document.type, one_line(criterion.name), _FIRST_COLUMN - _NAME_X - 1.2
        widest = kit.widest_word(name, style.CELL_NAME)
        size = style.CELL_NAME.size * min(1.0, max(0.75, width / widest)) if widest else style.CELL_NAME.size
        return kit.wrap(name, style.CELL_NAME.sized(size), width)

    def _voice_cell(self, view: StrandView, voice: Voice, x: float) -> Cell:
        kit, cell = self.context.document.type, Cell(x)
        if voice is AGREED and not self.was_agreed:
            return cell
        face = Face.BOLD if voice is AGREED else Face.REGULAR
        word_style = TextStyle(style.LEVEL_WORD.size, style.LEVEL_WORD.leading, face)
        mark = mark_of(view, voice)
        if mark.level is not None and not (voice is AGREED and view.agreed.difference_stands):
            sign: list[Span] = [Span(mark_sign(mark))]
            if voice in view.under_reservation:
                sign.append(Span("*", Face.REGULAR, MUTED))
            cell.fill([kit.line(sign, style.LEVEL)], style.LEVEL, first=4.6)
            return cell.fill(self._words(self._word(mark), word_style), word_style, first=8.2)
        muted = style.LEVEL_WORD.coloured(MUTED)
        if voice is AGREED and view.agreed.difference_stands:
            first, _, rest = self.context.translate("Report", "difference stands").partition(" ")
            indent = 4.2
        else:
            first, _, rest = small_word(self._word(mark)).partition(" ")
            cell.fill([kit.line(mark_sign(mark), style.LEVEL.coloured(MUTED))], style.LEVEL, first=4.6)
            indent = 3.4 if mark_sign(mark) else 0.0
        cell.lines.append((4.6, _moved(kit.fitted(first, muted, _COLUMN - indent - 0.8), indent)))
        return cell.fill(self._words(rest, muted), muted, first=8.2)

    def _word(self, mark: Mark) -> str:
        return self.context.mark_word(mark, self.strand)

    def _words(self, text: str, text_style: TextStyle) -> list[Line]:
        """A level word within its column: on one line if that makes it hardly smaller, never broken inside."""
        kit, width = self.context.document.type, _COLUMN - (1.6 if text_style.face is Face.BOLD else 0.4)
        whole = kit.line(text, text_style).width_mm
        if width < whole <= width * text_style.size / style.FLOOR.size:
            return [kit.line(text, text_style.sized(text_style.size * width / whole))]
        widest = kit.widest_word(text, text_style)
        if widest > width:
            text_style = text_style.sized(max(6.0, text_style.size * width / widest))
        return kit.wrap(text, text_style, width)

    def _height(self, cells: list[Cell]) -> float:
        return max(self.least_row, max(cell.lowest for cell in cells) + 2.5)

    def _draw_shapes(self, criterion: ReportCriterion, top: float) -> None:
        """What the cells show beside their text; it stays within the first millimetres of the row."""
        document, view = self.context.document, view_of(criterion, self.strand)
        if view.agreed.difference_stands:
            marks.difference_mark(document, self.agreed_x + 1.6, top + 3.7, size=2.1)
        if not self._marked(view):
            return
        for voice, first, _ in self._evidence(view):
            if top + first < BOTTOM:
                marks.shape(document, voice, self.text_x + 1.1, top + first - 1.0, size=1.7, solid=True)

    def _marked(self, view: StrandView) -> bool:
        """Whether anything stands in the last column, where the mark of its voice goes before each text."""
        return bool(list(texts_beside_score(self.context, view, self.strand)))

    def _evidence(self, view: StrandView) -> Iterator[tuple[Voice, float, list[Line]]]:
        """Voice, first baseline below the row's top, and lines, of each text in the last column."""
        first = 4.3
        for voice, text in texts_beside_score(self.context, view, self.strand):
            lines = self.context.document.type.wrap(text, style.EVIDENCE, RIGHT - self.text_x - 3.0)
            yield voice, first, lines
            first += len(lines) * style.EVIDENCE.line_height + 0.5


def texts_beside_score(wording: Wording, view: StrandView, strand: Strand) -> Iterator[tuple[Voice, str]]:
    """What stands beside a score: evidence and source of each voice, and the reason of what was agreed."""
    for perspective, score in view.scores.items():
        source = "" if score.source is None else small_word(source_name(score.source, wording.translate))
        text = one_line(score.evidence)
        if strand is Strand.WORKPLACE_PART and not text:
            text = one_line(score.comment)
        text = _short(wording, text, strand)
        if text and source:
            yield perspective, f"{text} ({source})"
        elif text or source:
            yield perspective, text or source
    reason = one_line(view.agreed.reason)
    if reason:
        yield AGREED, _short(wording, reason, strand)


def _short(wording: Wording, text: str, strand: Strand) -> str:
    if not is_long(text):
        return text
    if strand is Strand.WORKPLACE_PART:
        return wording.translate("Report", "see below")
    section = wording.number(Section.NARRATIVE)
    return wording.translate("Report", "see part {section}").format(section=section)


def _moved(line: Line, by: float) -> Line:
    """A line that starts `by` millimetres to the right."""
    points = by * style.POINTS_PER_MM
    placed = tuple(type(item)(item.dx + points, item.run, item.size, item.colour) for item in line.placed)
    return Line(placed, line.width + points)


def mark_of(view: StrandView, voice: Voice) -> Mark:
    """What a voice gave, and the agreed mark for the voice of all together."""
    if voice is None:
        return view.agreed.mark
    score = view.scores.get(voice)
    return score.mark if score is not None else NOT_YET_SCORED


def notes_of_students_part(wording: Wording) -> Iterator[list[Span]]:
    """The notes under the table of the student's part."""
    translate = wording.translate
    bold = style.TABLE_NOTE.coloured(INK).colour
    yield rich(
        translate("Report", "{sign} not observed: says something about the observer, not about the student."),
        sign=Span("–", Face.BOLD, bold),
    )
    yield rich(
        translate("Report", "{sign} no opportunity: then look at the workplace."),
        sign=Span("×", Face.BOLD, bold),
    )
    if any(criterion.student_part.under_reservation for criterion in wording.criteria):
        yield rich(
            translate("Report", "{sign} with reservation because of the conditions at the workplace."),
            sign=Span("*", Face.BOLD, bold),
        )
    for criterion in wording.criteria:
        if criterion.reading_hint.strip():
            yield [
                Span(one_line(criterion.code), Face.BOLD, bold),
                Span(f": {one_line(criterion.reading_hint)}"),
            ]


def write_table_notes(context: Context, notes: list[list[Span]]) -> None:
    """Notes under a table, one after the other; `y` is left at the last baseline."""
    document = context.document
    spans: list[Span] = []
    for note in notes:
        spans.extend([*note, Span(" ")])
    lines = document.type.wrap(spans, style.TABLE_NOTE, TEXT_WIDTH)
    document.flow(lines, style.TABLE_NOTE, first=4.5)
