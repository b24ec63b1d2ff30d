"""The trialogue sheet: the views of one round beside each other, with room to write down what is agreed (6.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import ReportCriterion, ReportScore, StrandView
from wpl_desktop.domain.evaluations import Mark, Perspective, is_scored
from wpl_desktop.domain.paper_sheets import TrialogueSheet
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.collected_words import collected_words
from wpl_desktop.reports.dates import long_date
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.lying_sheet import LEFT, RIGHT, WIDTH, LyingSheet, Wording
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.sheet_legend import Sign, sign_of_levels, sign_of_marks, write_signs
from wpl_desktop.reports.style import ACCENT, BLOCK_TINT, INK, MUTED, RULE, WRITING, Face, TextStyle
from wpl_desktop.reports.text import Line, Span, clean, one_line
from wpl_desktop.texts import Translate, difference_name, mark_sign, mark_word, round_kind_name, strand_name

#: Room for one line of handwriting (6.5).
PITCH = 8.0
_NAMES = 46.0
_AGREED = 46.0
_THREE_VIEWS = 37.0
_TWO_VIEWS = 48.0
_HEAD = 9.0
_LEAST_ROW = 13.0
_FIRST_SAID = 8.3
_BOXES_FROM = 3.2
#: From the lower edge of the boxes to the first line of a text below them.
_BELOW_BOXES = 3.4
_LOWEST = 197.8
_MOST_LINES = 3
#: Below boxes one less, so that the row is no higher than its two lines for the pen.
_MOST_LINES_BELOW_BOXES = 2
_MOST_LINES_OF_REASON = 10
#: No more letters than this fit on those lines, in whatever script.
_MOST_LETTERS = 1500
_BOX_PITCH = 5.6
_BOX_GAP = 1.0

_CODE = TextStyle(9, 10.8, Face.BOLD, ACCENT)
_NAME = TextStyle(9, 10.8, Face.BOLD)
_HEAD_NAME = TextStyle(9.5, 11.4, Face.BOLD)
_HEAD_NOTE = TextStyle(7, 8.4, colour=MUTED)
_LEVEL = TextStyle(11, 13, Face.BOLD)
_LEVEL_WORD = TextStyle(8.5, 10.2)
_SAID = TextStyle(7.5, 9)
_REASON = TextStyle(8, 10.2)
_IN_BOX = TextStyle(6.5, 7.8, colour=WRITING)
_TICK = TextStyle(7.5, 9)
_DIFFERENCE = TextStyle(7.5, 9, colour=MUTED)


@dataclass(frozen=True, kw_only=True)
class _Column:
    """One column; `voice` is whose it is, `is_reason` the last one."""

    x: float
    width: float
    voice: Voice
    is_reason: bool = False


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One criterion, set: its height, and the lines of what each voice said and of the reason."""

    criterion: ReportCriterion
    view: StrandView
    names: Sequence[Line]
    said: dict[Perspective, Sequence[Line]]
    reason: Sequence[Line]
    height: float


def write_trialogue(
    data: TrialogueSheet, target: BinaryIO | Path, *, translate: Translate
) -> tuple[str, ...]:
    """Write the trialogue sheet as PDF (A4, lying down): the student's part in front, the workplace's on the back.

    What was said and agreed is filled in; where nothing was there are boxes, and lines to write on. Before the reveal
    all of it is empty (R5). Always in the order of the set (2.3). Gives the characters that no font had.
    """
    writer = _Writer(data, translate)
    for strand in Strand:
        writer.strand(strand)
    writer.notes()
    return writer.sheet.write(target)


class _Writer:
    """One sheet being written."""

    def __init__(self, data: TrialogueSheet, translate: Translate) -> None:
        self.data = data
        self.translate = translate
        self.wording = Wording(head=data.head, translate=translate)
        self.sheet = LyingSheet(self.wording, title=translate("Report", "Trialogue sheet"))
        self.columns = _columns(data.perspectives)
        self.was_cut = False
        self.subtitle = ""

    def strand(self, strand: Strand) -> None:
        """The page of one strand."""
        sheet, found = self.sheet, self.data.round
        part = strand_name(strand, self.translate, self.data.head.words)
        kind = round_kind_name(found.kind, self.translate)
        day = long_date(found.held_on, self.data.head.language)
        self.subtitle = f"{part} · {self.wording.round_name(found.number)} ({kind}) · {day}"
        self._new_page(strand)
        for criterion in self.data.criteria:
            row = self._row(criterion, strand)
            if sheet.y + row.height > _LOWEST - 8.0:
                self._new_page(strand)
            self._write(row, strand)
        sheet.rule(sheet.y, x=LEFT, to=RIGHT, width=0.9, colour=INK)
        self._legend(strand)

    def notes(self) -> None:
        """How each sheet came in, and that longer texts were cut; on the last page."""
        translate = self.translate
        texts = [
            words
            for each in self.data.sheets
            if (
                words := collected_words(
                    each, translate=translate, words=self.data.head.words, language=self.data.head.language
                )
            )
        ]
        if self.was_cut:
            texts.append(translate("Report", "What ends in … was cut: the whole text is in the report."))
        if texts:
            self._note(" ".join(texts))

    def _new_page(self, strand: Strand) -> None:
        sheet = self.sheet
        sheet.new_page(self.subtitle)
        left = max(sheet.free_from + 8.0, 110.0)
        if sheet.free_to - left > 40.0:
            label = self.translate("Report", "Present")
            width = sheet.label(left, 30.0, label, style.SMALL_LABEL).width_mm
            sheet.rule(30.8, x=left + width + 2.0, to=sheet.free_to, colour=WRITING)
        self._heads(strand)

    def _heads(self, strand: Strand) -> None:
        sheet, translate, top = self.sheet, self.translate, self.sheet.y
        self._tint(top, _HEAD)
        sheet.rule(top, x=LEFT, to=RIGHT, width=0.9, colour=INK)
        sheet.label(LEFT, top + 5.6, translate("Report", "Criterion"), _HEAD_NAME)
        for column in self.columns:
            if column.is_reason:
                title = translate("Report", "Reason, evidence or agreement")
                note = translate("Report", "who, what, by when")
            else:
                title, note = self.wording.voice_name(column.voice), self._head_note(column.voice, strand)
                marks.shape(sheet, column.voice, column.x + 3.6, top + 3.2, size=2.6, solid=True)
            x = column.x + (2.4 if column.is_reason else 6.4)
            width = column.x + column.width - x - 1.0
            sheet.put(x, top + 4.2, sheet.type.fitted(title, _HEAD_NAME, width))
            sheet.put(x, top + 7.6, sheet.type.fitted(note, _HEAD_NOTE, width))
        self._upright(top, _HEAD)
        sheet.y = top + _HEAD
        sheet.rule(sheet.y, x=LEFT, to=RIGHT, width=0.9, colour=INK)

    def _head_note(self, voice: Voice, strand: Strand) -> str:
        """Whose view it is; the student's view of the workplace is voluntary (R9)."""
        translate = self.translate
        if voice is Perspective.STUDENT and strand is Strand.WORKPLACE_PART:
            return translate("Report", "voluntary")
        return {
            Perspective.STUDENT: translate("Report", "own picture"),
            Perspective.WORKPLACE: self.wording.words("{mentor}, {class_mentor}"),
            Perspective.INSTITUTE: self.wording.words("{institute_supervisor}"),
            AGREED: translate("Report", "agreed, not computed"),
        }[voice]

    def _row(self, criterion: ReportCriterion, strand: Strand) -> _Row:
        view = criterion.student_part if strand is Strand.STUDENT_PART else criterion.workplace_part
        said = {
            voice: self._cut(
                self._text(score),
                _SAID,
                column.width - 4.6,
                most=_MOST_LINES if is_scored(score.mark) else _MOST_LINES_BELOW_BOXES,
            )
            for column in self.columns
            for voice in [column.voice]
            if voice is not None and (score := view.scores.get(voice)) is not None
        }
        agreed = view.agreed
        reason_text = " ".join(filter(None, (clean(agreed.positions).strip(), clean(agreed.reason).strip())))
        width = self.columns[-1].width - 4.4
        reason = self._cut(reason_text, _REASON, width, most=_MOST_LINES_OF_REASON) if reason_text else ()
        names = self._name_lines(one_line(criterion.name))
        heights = [
            2 * PITCH if not agreed.is_settled else _LEAST_ROW,
            3.0 + (len(names) + (view.difference is not None)) * _NAME.line_height,
            *(
                self._first_said(view, column, strand) + (len(said[voice]) - 1) * _SAID.line_height + 1.3
                for column in self.columns
                for voice in [column.voice]
                if voice is not None and voice in said
            ),
            5.0 + len(reason) * _REASON.line_height + (0.0 if agreed.is_settled else PITCH),
        ]
        # A name of three lines or a long reason makes its own row higher, and no other.
        return _Row(
            criterion=criterion, view=view, names=names, said=said, reason=reason, height=max(heights)
        )

    def _name_lines(self, name: str) -> Sequence[Line]:
        """A name in its column, made smaller rather than that a word is broken inside."""
        kit, width = self.sheet.type, _NAMES - 8.4
        widest = kit.widest_word(name, _NAME)
        size = _NAME.size * min(1.0, max(0.7, width / widest)) if widest else _NAME.size
        return kit.wrap(name, _NAME.sized(size), width)

    def _write(self, row: _Row, strand: Strand) -> None:
        sheet, top = self.sheet, self.sheet.y
        self._tint(top, row.height)
        code = sheet.type.fitted(one_line(row.criterion.code), _CODE, 6.4)
        sheet.put(LEFT, top + 5.0, code)
        for index, name in enumerate(row.names):
            sheet.put(LEFT + 7.2, top + 5.0 + index * _NAME.line_height, name)
        if row.view.difference is not None:
            label = difference_name(row.view.difference, self.translate)
            below = top + 5.0 + len(row.names) * _NAME.line_height
            sheet.put(LEFT + 7.2, below, sheet.type.fitted(label, _DIFFERENCE, _NAMES - 9.0))
        for column in self.columns:
            if column.is_reason:
                self._reason(row, column)
            elif column.voice is None:
                self._together(row, column, strand)
            else:
                self._view(row, column, column.voice, strand)
        self._upright(top, row.height)
        sheet.y = top + row.height
        sheet.rule(sheet.y, x=LEFT, to=RIGHT)

    def _view(self, row: _Row, column: _Column, voice: Perspective, strand: Strand) -> None:
        """One voice: level and words, or boxes where nothing was said."""
        sheet, top = self.sheet, self.sheet.y
        mark = row.view.scores.get(voice, ReportScore()).mark
        if is_scored(mark):
            self._mark(mark, column, strand, reserved=voice in row.view.under_reservation)
        else:
            self._boxes(column, top + _BOXES_FROM, strand)
        first = top + self._first_said(row.view, column, strand)
        for index, line in enumerate(row.said.get(voice, ())):
            sheet.put(column.x + 2.5, first + index * _SAID.line_height, line)

    def _first_said(self, view: StrandView, column: _Column, strand: Strand) -> float:
        """How far below the top of its row a text begins, in mm: under the level, or under the boxes for one."""
        voice = column.voice
        if voice is None or is_scored(view.scores.get(voice, ReportScore()).mark):
            return _FIRST_SAID
        return _BOXES_FROM + self._box_pitch(column, strand) - _BOX_GAP + _BELOW_BOXES

    def _mark(self, mark: Mark, column: _Column, strand: Strand, *, reserved: bool) -> None:
        sheet, baseline = self.sheet, self.sheet.y + 5.0
        face = Face.BOLD if column.voice is AGREED else Face.REGULAR
        ink = INK if mark.level is not None else MUTED
        sign = [Span(mark_sign(mark), colour=ink), Span("*" if reserved else "", Face.REGULAR, MUTED)]
        x = column.x + 2.5
        x += sheet.label(x, baseline, sign, _LEVEL).width_mm + 1.6
        word = one_line(mark_word(mark, self.data.scale[strand], self.translate))
        word = word if mark.level is not None else small_word(word)
        word_style = TextStyle(_LEVEL_WORD.size, _LEVEL_WORD.leading, face, ink)
        sheet.put(x, baseline, sheet.type.fitted(word, word_style, column.x + column.width - x - 1.0))

    def _together(self, row: _Row, column: _Column, strand: Strand) -> None:
        """What was agreed, or the boxes for it and for a difference that stands (R6)."""
        sheet, top, agreed = self.sheet, self.sheet.y, row.view.agreed
        words = self.translate("Report", "difference stands")
        if agreed.difference_stands:
            marks.difference_mark(sheet, column.x + 4.0, top + 3.9, size=2.2)
            line = sheet.type.fitted(words, _LEVEL_WORD.bold(), column.width - 8.0)
            sheet.put(column.x + 7.0, top + 5.0, line)
        elif is_scored(agreed.mark):
            self._mark(agreed.mark, column, strand, reserved=AGREED in row.view.under_reservation)
        else:
            self._boxes(column, top + 1.9, strand)
            sheet.box(column.x + 2.5, top + 9.4, width=3.6, height=3.6, border=INK, border_width=0.6)
            sheet.put(column.x + 7.4, top + 12.3, sheet.type.fitted(words, _TICK, column.width - 9.0))

    def _reason(self, row: _Row, column: _Column) -> None:
        """The reason that was given, or lines for the pen; the rule of the row is the last of them."""
        sheet, top = self.sheet, self.sheet.y
        for index, line in enumerate(row.reason):
            sheet.put(column.x + 2.4, top + 4.6 + index * _REASON.line_height, line)
        if not row.view.agreed.is_settled:
            y = top + row.height - PITCH
            sheet.rule(y, x=column.x + 2.4, to=RIGHT, colour=WRITING)

    def _boxes(self, column: _Column, y: float, strand: Strand) -> None:
        """A box for each level and for what is no level, with a small numeral that stays under a cross."""
        sheet = self.sheet
        signs, pitch = self._box_signs(strand), self._box_pitch(column, strand)
        size = pitch - _BOX_GAP
        for index, sign in enumerate(signs):
            x = column.x + 2.5 + index * pitch
            sheet.box(x, y, width=size, height=size, border=INK, border_width=0.6)
            sheet.put_centred(x + size / 2, y + size / 2 + 0.8, sheet.type.line(sign, _IN_BOX))

    def _box_signs(self, strand: Strand) -> list[str]:
        levels = [str(level) for level in range(1, len(self.data.scale[strand]) + 1)]
        return levels + [sign.text for sign in sign_of_marks(strand, self.translate)]

    def _box_pitch(self, column: _Column, strand: Strand) -> float:
        """From one box to the next, in mm: as wide as all of them fit in the column."""
        return min(_BOX_PITCH, (column.width - 3.5) / len(self._box_signs(strand)))

    def _tint(self, top: float, height: float) -> None:
        for column in self.columns:
            if column.voice is AGREED and not column.is_reason:
                self.sheet.box(column.x, top + 0.4, width=column.width, height=height - 0.5, fill=BLOCK_TINT)

    def _upright(self, top: float, height: float) -> None:
        """Upright rules, here only: the eye needs them between so many boxes."""
        for column in self.columns:
            x = column.x
            self.sheet.ink(lambda pen, x=x: pen.stroke((x, top), (x, top + height), width=0.4, colour=RULE))

    def _text(self, score: ReportScore) -> str:
        return clean(score.comment).strip() or clean(score.evidence).strip()

    def _cut(self, text: str, text_style: TextStyle, width: float, *, most: int) -> Sequence[Line]:
        """The first lines of a text; the last of them ends in … when there are more."""
        if not text:
            return ()
        wrap = self.sheet.type.wrap
        if len(text) <= _MOST_LETTERS and len(lines := wrap(text, text_style, width)) <= most:
            return lines
        self.was_cut = True
        low, high = 0, min(len(text), _MOST_LETTERS)
        while low < high:
            middle = (low + high + 1) // 2
            fits = len(wrap(f"{text[:middle].rstrip()} …", text_style, width)) <= most
            low, high = (middle, high) if fits else (low, middle - 1)
        whole_words = text[:low].rpartition(" ")[0]
        shown = whole_words if len(whole_words) > low * 0.6 else text[:low]
        return wrap(f"{shown.rstrip()} …", text_style, width)

    def _legend(self, strand: Strand) -> None:
        sheet = self.sheet
        signs = sign_of_levels(self.data.scale[strand])
        signs += sign_of_marks(strand, self.translate)
        part = [
            each.student_part if strand is Strand.STUDENT_PART else each.workplace_part
            for each in self.data.criteria
        ]
        if any(view.under_reservation for view in part):
            words = self.translate("Report", "with reservation because of the conditions at the workplace")
            signs.append(Sign(text="*", word=words))
        sheet.y = write_signs(sheet, signs, sheet.y + 4.0)
        for text in self._hints(strand):
            self._note(text)

    def _hints(self, strand: Strand) -> Iterator[str]:
        """R11: how a criterion is not to be read."""
        if strand is Strand.WORKPLACE_PART:
            return
        for criterion in self.data.criteria:
            if criterion.reading_hint.strip():
                yield f"{one_line(criterion.code)}: {one_line(criterion.reading_hint)}"

    def _note(self, text: str) -> None:
        sheet = self.sheet
        for line in sheet.type.wrap(text, style.TABLE_NOTE, WIDTH):
            if sheet.y + style.TABLE_NOTE.line_height > _LOWEST:
                sheet.new_page(self.subtitle)
            sheet.y += style.TABLE_NOTE.line_height
            sheet.put(LEFT, sheet.y, line)


def _columns(perspectives: tuple[Perspective, ...]) -> tuple[_Column, ...]:
    """A column for each who takes part (2.3), for what was agreed, and for the reason, which takes the rest."""
    width = _THREE_VIEWS if len(perspectives) > 2 else _TWO_VIEWS
    columns = [
        _Column(x=LEFT + _NAMES + index * width, width=width, voice=voice)
        for index, voice in enumerate(perspectives)
    ]
    x = LEFT + _NAMES + len(perspectives) * width
    columns.append(_Column(x=x, width=_AGREED, voice=AGREED))
    x += _AGREED
    columns.append(_Column(x=x, width=RIGHT - x, voice=AGREED, is_reason=True))
    return tuple(columns)
