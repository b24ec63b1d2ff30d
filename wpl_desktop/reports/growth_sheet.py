"""The growth sheet: one student against the own past, a strip for each criterion and round (mockup of the screen)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Mark, Perspective, is_scored
from wpl_desktop.domain.paper_sheets import GrowthLine, GrowthPlace, GrowthSheet, SheetRound
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import short_date
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.lying_sheet import LEFT, RIGHT, LyingSheet, Wording
from wpl_desktop.reports.marks import AGREED, VOICES, Voice
from wpl_desktop.reports.sheet_legend import Sign, sign_of_levels, sign_of_marks, write_signs
from wpl_desktop.reports.style import ACCENT, AGREED_NOW, INK, MUTED, RULE, Face, TextStyle
from wpl_desktop.reports.text import Span, clean, one_line
from wpl_desktop.texts import Translate, mark_sign, mark_word, round_kind_name, strand_name

_NAME_X = LEFT + 8.5
_FIRST_ROUND = LEFT + 56.0
#: More rounds than this get a page of their own, so that shapes stay apart.
_MOST_ROUNDS = 4
_WIDEST_ROUND = 70.4
_ROW = 11.4
_STRIP = 7.2
_BAR = 0.9
_MARK = 2.2
_PITCH = 2.9

_CODE = TextStyle(9.5, 11.4, Face.BOLD, ACCENT)
_NAME = TextStyle(9.5, 11.4)
_ROUND_NAME = TextStyle(9.5, 11.4, Face.BOLD)
_NUMERAL = TextStyle(7.5, 9, colour=MUTED)
_SIGN = TextStyle(8, 9.6, Face.BOLD)
_LEVEL = TextStyle(10, 12, Face.BOLD)
_UNSEEN = TextStyle(2, 2.4)
_SMALL = TextStyle(8.5, 11.2)


@dataclass(frozen=True, kw_only=True)
class _Columns:
    """Where the columns of one page are: `first` and `last` round of the sheet, and the measures of each."""

    first: int
    last: int
    width: float
    beside: float
    cell: float

    def left(self, index: int) -> float:
        """Where the strip of a round begins."""
        return _FIRST_ROUND + (index - self.first) * self.width + self.beside


def write_growth_sheet(
    data: GrowthSheet, target: BinaryIO | Path, *, translate: Translate
) -> tuple[str, ...]:
    """Write the growth sheet as PDF (A4, lying down); the same data give the same bytes.

    Each strand has its own page, so that the workplace's part can be left out (R10); that page is there when anybody
    gave it a level. Nothing is computed from levels, and no line joins two rounds (2.3). Gives the characters that no
    font had.
    """
    writer = _Writer(data, translate)
    writer.strand(Strand.STUDENT_PART)
    if data.rounds and _is_known(data.lines[Strand.WORKPLACE_PART]):
        writer.strand(Strand.WORKPLACE_PART)
    return writer.sheet.write(target)


def _is_known(lines: tuple[GrowthLine, ...]) -> bool:
    """Whether anybody gave a level or agreed on anything: all that was not filled in appears as not observed (R9)."""
    places = [place for line in lines for place in line.places if place is not None]
    return any(
        place.agreed.is_settled or any(mark.level is not None for mark in place.marks.values())
        for place in places
    )


class _Writer:
    """One sheet being written."""

    def __init__(self, data: GrowthSheet, translate: Translate) -> None:
        self.data = data
        self.translate = translate
        self.wording = Wording(head=data.head, translate=translate)
        self.sheet = LyingSheet(self.wording, title=translate("Report", "Growth sheet"))

    def strand(self, strand: Strand) -> None:
        """The page of one strand, or several where there are many rounds."""
        sheet, translate = self.sheet, self.translate
        subtitle = strand_name(strand, translate, self.data.head.words)
        sheet.new_page(subtitle)
        if not self.data.rounds:
            self._nothing(subtitle)
            return
        count = len(self.data.rounds)
        for first in range(0, count, _MOST_ROUNDS):
            if first:
                sheet.new_page(subtitle)
            self._table(strand, _columns(first, count, levels=len(self.data.scale[strand])), subtitle)
        self._legend(strand, subtitle)
        self._words(strand, subtitle)

    def _nothing(self, subtitle: str) -> None:
        text = self.translate(
            "Report",
            "No round has been put side by side yet. From then on this sheet shows where everybody stood.",
        )
        self.sheet.paragraph(text, style.BODY, first=10.0, subtitle=subtitle)

    def _table(self, strand: Strand, columns: _Columns, subtitle: str) -> None:
        self._heads(strand, columns)
        for line in self.data.lines[strand]:
            names = self.sheet.type.wrap(one_line(line.name), _NAME, _FIRST_ROUND - _NAME_X - 2.0)
            height = max(_ROW, 4.6 + len(names) * _NAME.line_height)
            if height > self.sheet.room:
                self.sheet.new_page(subtitle)
                self._heads(strand, columns)
            self._line(strand, line, columns, height=height)

    def _heads(self, strand: Strand, columns: _Columns) -> None:
        """The rounds with their day, and the levels above their columns."""
        sheet, translate = self.sheet, self.translate
        top = sheet.y
        sheet.rule(top, x=LEFT, to=RIGHT, width=0.9, colour=INK)
        sheet.label(LEFT, top + 8.6, translate("Report", "Criterion"), style.COLUMN_HEAD)
        for index in range(columns.first, columns.last):
            found, left = self.data.rounds[index], columns.left(index)
            name = small_word(self._round(found))
            spans = [Span(f"{name[:1].upper()}{name[1:]}", Face.BOLD)]
            kind = round_kind_name(found.kind, translate)
            day = short_date(found.held_on, self.data.head.language)
            spans.append(Span(f"  {kind}, {day}", Face.REGULAR, MUTED))
            width = columns.width - columns.beside - 1.0
            sheet.put(left, top + 4.6, sheet.type.fitted(spans, _ROUND_NAME, width))
            for level in range(1, len(self.data.scale[strand]) + 1):
                numeral = sheet.type.line(str(level), _NUMERAL)
                sheet.put_centred(left + (level - 0.5) * columns.cell, top + 9.0, numeral)
            right = left + len(self.data.scale[strand]) * columns.cell + 1.6
            together = small_word(self.wording.voice_name(AGREED))
            room = columns.left(index) - columns.beside + columns.width - right
            sheet.put(right, top + 9.0, sheet.type.fitted(together, _NUMERAL, room))
        sheet.y = top + 10.6
        sheet.rule(sheet.y, x=LEFT, to=RIGHT, width=0.5, colour=INK)

    def _round(self, found: SheetRound) -> str:
        return self.wording.round_name(found.number)

    def _line(self, strand: Strand, line: GrowthLine, columns: _Columns, *, height: float) -> None:
        sheet = self.sheet
        top, middle = sheet.y, sheet.y + height / 2
        sheet.put(LEFT, middle + 1.2, sheet.type.fitted(one_line(line.code), _CODE, _NAME_X - LEFT - 0.8))
        names = sheet.type.wrap(one_line(line.name), _NAME, _FIRST_ROUND - _NAME_X - 2.0)
        first = middle + 1.2 - (len(names) - 1) * _NAME.line_height / 2
        for index, name in enumerate(names):
            sheet.put(_NAME_X, first + index * _NAME.line_height, name)
        for index in range(columns.first, columns.last):
            place = line.places[index]
            left = columns.left(index)
            if place is None:
                text = self.translate("Report", "not in this round")
                sheet.put(left, middle + 1.0, sheet.type.fitted(text, _NUMERAL, columns.width - 6.0))
                continue
            self._strip(place, left, middle, columns=columns, count=len(self.data.scale[strand]))
            words = self._said(place, strand)
            sheet.put_unseen(left, middle, sheet.type.line(words, _UNSEEN))
        sheet.y = top + height
        sheet.rule(sheet.y, x=LEFT, to=RIGHT, width=0.35)

    def _strip(
        self, place: GrowthPlace, left: float, middle: float, *, columns: _Columns, count: int
    ) -> None:
        """One round of one criterion: shapes on their level, the agreed level tinted with a bar below."""
        sheet, cell, top = self.sheet, columns.cell, middle - _STRIP / 2
        agreed = None if place.agreed.difference_stands else place.agreed.mark.level
        if agreed is not None:
            x = left + (agreed - 1) * cell
            sheet.box(x, top, width=cell, height=_STRIP, fill=AGREED_NOW)
            sheet.box(x, top + _STRIP - _BAR, width=cell, height=_BAR, fill=INK)
        sheet.box(left, top, width=cell * count, height=_STRIP, border=RULE, border_width=0.5)
        for index in range(1, count):
            x = left + index * cell
            sheet.ink(lambda pen, x=x: pen.stroke((x, top), (x, top + _STRIP), width=0.35, colour=RULE))
        for level in range(1, count + 1):
            voices = [one for one in Perspective if one in place.marks and place.marks[one].level == level]
            self._shapes(voices, left + (level - 0.5) * cell, middle - _BAR / 2, cell=cell)
        self._beside(place.marks, left - 1.4, middle, room=columns.beside - 1.8)
        self._together(place, left + cell * count + 1.6, middle, cell=cell)

    def _shapes(self, voices: list[Perspective], x: float, y: float, *, cell: float) -> None:
        """The marks of one cell beside each other, in the order ● ■ ▲; never on top of each other."""
        factor = min(1.0, (cell - 0.8) / (len(Perspective) * _PITCH))
        first = x - (len(voices) - 1) * _PITCH * factor / 2
        for index, voice in enumerate(voices):
            marks.shape(
                self.sheet, voice, first + index * _PITCH * factor, y, size=_MARK * factor, solid=True
            )

    def _beside(self, given: Mapping[Perspective, Mark], right: float, y: float, *, room: float) -> None:
        """Before the strip: who gave no level, with the sign of it."""
        by_sign: dict[str, list[Voice]] = {}
        for voice, mark in given.items():
            if mark.level is None and is_scored(mark):
                by_sign.setdefault(mark_sign(mark), []).append(voice)
        wanted = sum(len(voices) * _PITCH + 3.0 for voices in by_sign.values())
        factor = min(1.0, room / wanted) if wanted else 1.0
        x = right - wanted * factor
        for sign, voices in by_sign.items():
            for voice in voices:
                marks.shape(self.sheet, voice, x + 1.1 * factor, y, size=_MARK * factor, solid=True)
                x += _PITCH * factor
            self.sheet.label(x, y + 1.0, sign, _SIGN)
            x += 3.0 * factor

    def _together(self, place: GrowthPlace, x: float, y: float, *, cell: float) -> None:
        """After the strip: what was agreed as shape and number, or that the difference stands."""
        if place.agreed.difference_stands:
            marks.difference_mark(self.sheet, x + 1.4, y, size=_MARK)
        elif is_scored(place.agreed.mark):
            marks.shape(self.sheet, AGREED, x + 1.4, y, size=_MARK, solid=True)
            self.sheet.label(x + 3.6, y + 1.25, mark_sign(place.agreed.mark), _LEVEL)

    def _said(self, place: GrowthPlace, strand: Strand) -> str:
        """The picture in words, which are read aloud, found and copied."""
        labels, translate = self.data.scale[strand], self.translate
        parts = [
            f"{small_word(self.wording.voice_name(voice))} {mark_sign(mark)} "
            f"{small_word(one_line(mark_word(mark, labels, translate)))}"
            for voice, mark in place.marks.items()
            if is_scored(mark)
        ]
        if place.agreed.difference_stands:
            parts.append(translate("Report", "difference stands"))
        elif is_scored(place.agreed.mark):
            parts.append(f"{small_word(self.wording.voice_name(AGREED))} {mark_sign(place.agreed.mark)}")
        return f"{', '.join(parts)}."

    def _legend(self, strand: Strand, subtitle: str) -> None:
        sheet, translate = self.sheet, self.translate
        if sheet.room < 14.0:
            sheet.new_page(subtitle)
        voices: list[Voice] = [
            voice for voice in VOICES if voice is AGREED or voice in self.data.perspectives
        ]
        signs = [Sign(voice=voice, word=small_word(self.wording.voice_name(voice))) for voice in voices]
        signs.extend(sign_of_marks(strand, translate))
        signs.append(Sign(differs=True, word=translate("Report", "difference stands")))
        signs.append(
            Sign(agreed=True, word=translate("Report", "bar below the cell: the level agreed on together"))
        )
        sheet.y = write_signs(sheet, signs, sheet.y + 5.2)
        sheet.y = write_signs(sheet, sign_of_levels(self.data.scale[strand]), sheet.y + 5.0)

    def _words(self, strand: Strand, subtitle: str) -> None:
        """Where a difference stood, both positions in words; and which round is not here yet."""
        sheet, translate = self.sheet, self.translate
        for code, number, positions in _differences(self.data, strand):
            where = f"{code}, {self.wording.round_name(number)}"
            text = positions or translate("Report", "The difference stands.")
            spans = [Span(where, Face.BOLD), Span(f"\u00a0\u00a0 {text}")]
            if sheet.y + 6.0 > 190.0:
                sheet.new_page(subtitle)
            marks.difference_mark(sheet, LEFT + 1.4, sheet.y + 5.0, size=_MARK)
            sheet.paragraph(spans, _SMALL, first=6.0, subtitle=subtitle, x=LEFT + 4.4)
        for text in self._notes(strand):
            sheet.paragraph(text, style.NOTE, first=6.0, subtitle=subtitle)

    def _notes(self, strand: Strand) -> Iterator[str]:
        translate = self.translate
        if self.data.not_yet:
            numbers = ", ".join(str(number) for number in self.data.not_yet)
            yield translate(
                "Report", "Not put side by side yet, and therefore not on this sheet: round {numbers}."
            ).format(numbers=numbers)
        if strand is Strand.WORKPLACE_PART:
            yield self.wording.words(
                translate(
                    "Report",
                    "This sheet is about the workplace and the programme, not about the {student}, and may be left "
                    "out of copies that leave {the_trialogue}. What the {student} left open appears as ‘not observed’.",
                )
            )
        else:
            yield self.wording.words(
                translate(
                    "Report",
                    "Each level stands by itself, for this phase and this moment in the year; the {student} is only "
                    "put beside the own past.",
                )
            )


def _differences(data: GrowthSheet, strand: Strand) -> Iterator[tuple[str, int, str]]:
    """Code, round and both positions of each difference that stands."""
    for line in data.lines[strand]:
        for found, place in zip(data.rounds, line.places, strict=True):
            if place is not None and place.agreed.difference_stands:
                yield one_line(line.code), found.number, clean(place.agreed.positions).strip()


def _columns(first: int, count: int, *, levels: int) -> _Columns:
    """Rounds from `first` on that fit on one page; the measures are the same on every page of a sheet."""
    beside_each_other = min(count, _MOST_ROUNDS)
    width = min(_WIDEST_ROUND, (RIGHT - _FIRST_ROUND) / beside_each_other)
    beside = width * 0.2
    return _Columns(
        first=first,
        last=min(count, first + _MOST_ROUNDS),
        width=width,
        beside=beside,
        cell=(width - beside - 12.0) / levels,
    )
