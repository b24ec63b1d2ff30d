"""The mentor's month on paper: a grid of weeks that lies down, and a list of the days that hold more than fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.paper_sheets import SheetHead
from wpl_desktop.domain.school_year import PeriodKind
from wpl_desktop.domain.talk_sheets import MonthSheet, SheetBand, SheetTalk
from wpl_desktop.reports import style
from wpl_desktop.reports.dates import time_of_day
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.lying_sheet import BOTTOM, LEFT, RIGHT, LyingSheet
from wpl_desktop.reports.lying_sheet import Wording as SheetWording
from wpl_desktop.reports.style import (
    BLOCK_TINT,
    INK,
    MUTED,
    RULE,
    STATUS_TINT,
    WHITE,
    WRITING,
    Face,
    TextStyle,
)
from wpl_desktop.reports.talk_dates import day_and_month, month_and_year, month_name, weekday_name
from wpl_desktop.reports.talk_parts import whose_band
from wpl_desktop.reports.text import Line, Span, one_line
from wpl_desktop.texts import Translate

_DAYS_X = LEFT + 8.0
_WEEKDAY_WIDTH, _WEEKEND_WIDTH = 42.2, 24.0
_GRID_TOP = 33.0
_GRID_BOTTOM = 192.5
_BAND = 4.3
_MOST_BANDS = 2
_TALK = 3.75
_HATCH = 3.2

_TITLE = TextStyle(18, 22, Face.BOLD)
_FACTS = TextStyle(9, 11, colour=MUTED)
_WEEKDAY = TextStyle(8, 9.6, Face.BOLD, MUTED)
_WEEK = TextStyle(7, 8.4, colour=MUTED)
_DAY = TextStyle(9.5, 11.4, Face.BOLD)
_TIME = TextStyle(8, 9.6, Face.BOLD)
_NAME = TextStyle(8, 9.6)
_BAND_NAME = TextStyle(7.2, 8.6, Face.BOLD)
_LIST = TextStyle(8.4, 10.6)
_LIST_DAY = TextStyle(9, 11.4, Face.BOLD)
_LIST_COLUMNS = 3
_LIST_GAP = 8.0
_LIST_ROW = 4.3

#: On these days the school is closed.
_CLOSED = frozenset({PeriodKind.HOLIDAY, PeriodKind.PUBLIC_HOLIDAY, PeriodKind.FREE})


def write_month_agenda(data: MonthSheet, target: BinaryIO | Path, *, translate: Translate) -> tuple[str, ...]:
    """Write the month as PDF (A4, lying down); what does not fit in its day is on a list overleaf.

    Gives the characters that no font had.
    """
    writer = _Writer(data, translate)
    writer.write()
    return writer.sheet.write(target)


class _Sheet(LyingSheet):
    """A sheet that lies down and is about a month, and not about one student."""

    def __init__(self, data: MonthSheet, translate: Translate) -> None:
        head = data.head
        super().__init__(
            SheetWording(
                head=SheetHead(
                    language=head.language,
                    demo=head.demo,
                    document_number=head.document_number,
                    file_stem=head.file_stem,
                    printed_at=head.printed_at,
                    school_year=head.school_year,
                    student_name="",
                    second_script="",
                    programme="",
                    phase=None,
                    workplace=data.workplace,
                    institute="",
                    criteria_edition="",
                    words=head.words,
                ),
                translate=translate,
            ),
            title=translate("TalkPaper", "Month agenda"),
        )
        self.month = month_and_year(data.first, head.language)
        self.owner_name = data.owner_name

    def _head(self, subtitle: str) -> None:
        """The month on the left, whose agenda it is on the right."""
        self.ink(lambda pen: pen.stroke((148.5, 4.5), (148.5, 8.5), width=0.4, colour=WRITING))
        head = self.wording.head
        year = self.wording.translate("Report", "School year {year}").format(year=head.school_year)
        facts = " · ".join(filter(None, (one_line(self.owner_name), one_line(head.workplace), year)))
        line = self.type.fitted(facts, _FACTS, 150.0)
        self.put_right(RIGHT, 21.8, line)
        title = self.type.fitted(self.month, _TITLE, RIGHT - LEFT - line.width_mm - 6.0)
        self.put(LEFT, 21.8, title)
        x = LEFT + title.width_mm + 4.0
        room = RIGHT - line.width_mm - 4.0 - x
        if subtitle and room > 15.0:
            self.put(x, 21.8, self.type.fitted(subtitle, style.SECTION_NOTE.sized(10), room))


@dataclass(frozen=True, kw_only=True)
class _Lane:
    """A band in one week: in which line, and from which to which day of the week (0 is Monday)."""

    band: SheetBand
    line: int
    first: int
    last: int


class _Writer:
    """One month being written."""

    def __init__(self, data: MonthSheet, translate: Translate) -> None:
        self.data = data
        self.translate = translate
        self.language = data.head.language
        self.sheet = _Sheet(data, translate)
        self.by_day: dict[date, list[SheetTalk]] = {}
        for talk in data.talks:
            self.by_day.setdefault(talk.starts_at.date(), []).append(talk)
        self.overfull: list[date] = []
        self.undrawn: list[SheetBand] = []

    def write(self) -> None:
        """The grid, then what did not fit in it."""
        self.sheet.new_page()
        weeks = list(self._weeks())
        self._weekdays(weeks[0])
        height = (_GRID_BOTTOM - _GRID_TOP) / len(weeks)
        for index, monday in enumerate(weeks):
            self._week(monday, top=_GRID_TOP + index * height, height=height)
        self.sheet.rule(_GRID_BOTTOM, x=LEFT, to=RIGHT, width=0.9, colour=INK)
        self._legend()
        self._overleaf()

    def _weeks(self) -> Iterator[date]:
        monday = self.data.first - timedelta(days=self.data.first.weekday())
        while monday <= self.data.first or monday.month == self.data.first.month:
            yield monday
            monday += timedelta(weeks=1)

    def _weekdays(self, monday: date) -> None:
        for index in range(7):
            name = weekday_name(monday + timedelta(days=index), self.language)
            self.sheet.label(_left(index) + 1.4, _GRID_TOP - 2.2, name, _WEEKDAY)

    # The grid

    def _week(self, monday: date, *, top: float, height: float) -> None:
        sheet = self.sheet
        days = [monday + timedelta(days=index) for index in range(7)]
        lanes = self._lanes(days)
        for index, day in enumerate(days):
            if any(band.kind in _CLOSED and day in band and not band.students for band in self.data.bands):
                self._hatch(_left(index), top, width=_width(index), height=height)
        sheet.rule(top, x=LEFT, to=RIGHT, width=0.9 if monday <= self.data.first else 0.5, colour=INK)
        sheet.put_centred(LEFT + 3.6, top + 4.4, sheet.type.line(str(monday.isocalendar()[1]), _WEEK))
        for index in range(8):
            x = _left(index)
            sheet.ink(lambda pen, x=x: pen.stroke((x, top), (x, top + height), width=0.35, colour=RULE))
        for index, day in enumerate(days):
            number = str(day.day) if day.month == self.data.first.month else self._other_month(day)
            colour = INK if day.month == self.data.first.month else MUTED
            sheet.label(_left(index) + 1.4, top + 4.4, number, _DAY.coloured(colour))
        for lane in lanes:
            self._lane(lane, top=top + 6.0 + lane.line * _BAND)
        for index, day in enumerate(days):
            lines = [lane.line + 1 for lane in lanes if lane.first <= index <= lane.last]
            start = top + 6.2 + max(lines, default=0) * _BAND
            self._talks(day, x=_left(index) + 1.4, top=start, bottom=top + height, width=_width(index) - 2.4)

    def _other_month(self, day: date) -> str:
        return f"{day.day} {month_name(day, self.language)}"

    def _hatch(self, x: float, top: float, *, width: float, height: float) -> None:
        """A tint with slanted lines: on a copy the tint may be gone."""
        sheet = self.sheet
        sheet.box(x, top, width=width, height=height, fill=BLOCK_TINT)
        step = _HATCH
        while step < width + height:
            start = (x + max(0.0, step - height), top + min(step, height))
            end = (x + min(step, width), top + max(0.0, step - width))
            sheet.ink(lambda pen, start=start, end=end: pen.stroke(start, end, width=0.25, colour=RULE))
            step += _HATCH

    def _lanes(self, days: Sequence[date]) -> list[_Lane]:
        """Bands of one week under each other; those for which there is no line go overleaf."""
        lanes: list[_Lane] = []
        for band in self.data.bands:
            touched = [index for index, day in enumerate(days) if day in band]
            if not touched or not one_line(band.name) or band.kind is PeriodKind.TERM:
                continue
            first, last = touched[0], touched[-1]
            taken = {lane.line for lane in lanes if lane.first <= last and first <= lane.last}
            free = next((line for line in range(_MOST_BANDS) if line not in taken), None)
            if free is not None:
                lanes.append(_Lane(band=band, line=free, first=first, last=last))
            elif band not in self.undrawn:
                self.undrawn.append(band)
        return lanes

    def _lane(self, lane: _Lane, *, top: float) -> None:
        sheet = self.sheet
        x, to = _left(lane.first) + 0.7, _left(lane.last) + _width(lane.last) - 0.7
        fill = STATUS_TINT if lane.band.kind not in _CLOSED else WHITE
        sheet.box(x, top, width=to - x, height=_BAND - 0.6, fill=fill, border=MUTED, border_width=0.4)
        spans = [Span(one_line(lane.band.name), Face.BOLD)]
        students = whose_band(lane.band, self.translate, self.data.head.words)
        if students:
            spans.append(Span(f"\u00a0 {students}", Face.REGULAR, MUTED))
        sheet.put(x + 1.0, top + 2.75, sheet.type.fitted(spans, _BAND_NAME, to - x - 1.6, smallest=5.8))

    def _talks(self, day: date, *, x: float, top: float, bottom: float, width: float) -> None:
        """The talks of one day; with too many the last line says how many more there are."""
        sheet, talks = self.sheet, self.by_day.get(day, [])
        room = max(1, int((bottom - top - 0.8) / _TALK))
        shown = talks if len(talks) <= room else talks[: room - 1]
        for index, talk in enumerate(shown):
            baseline = top + 3.0 + index * _TALK
            time = sheet.label(x, baseline, time_of_day(talk.starts_at, self.language), _TIME)
            left = x + time.width_mm + 1.2
            line = sheet.type.fitted(self._who(talk), _NAME, x + width - left, smallest=6.5)
            sheet.put(left, baseline, line)
            if talk.state is ConversationState.NOT_HELD:
                sheet.rule(baseline - 1.0, x=x, to=left + line.width_mm, width=0.6, colour=INK)
        if len(shown) < len(talks):
            self.overfull.append(day)
            more = f"+{len(talks) - len(shown)}"
            sheet.label(x, top + 3.0 + len(shown) * _TALK, more, _TIME.coloured(MUTED))

    def _who(self, talk: SheetTalk) -> str:
        """The call name; of a talk with several what it is, and of how many."""
        if len(talk.students) > 2:
            return f"{small_word(one_line(talk.short_name))} ({len(talk.students)})"
        return " + ".join(one_line(name) for name in talk.students)

    def _legend(self) -> None:
        translate = self.translate
        parts = [
            translate("TalkPaper", "slanted lines: no school"),
            translate("TalkPaper", "struck out: was not held"),
        ]
        if self.overfull or self.undrawn:
            parts.append(translate("TalkPaper", "+: more overleaf"))
        line = self.sheet.type.fitted(" · ".join(parts), style.FLOOR, RIGHT - LEFT)
        self.sheet.put(LEFT, _GRID_BOTTOM + 3.6, line)

    # Overleaf

    def _overleaf(self) -> None:
        """All talks of the days that hold more than fits, and bands for which there was no line, in columns."""
        if not self.overfull and not self.undrawn:
            return
        columns = _Columns(self.sheet, self.translate("TalkPaper", "days with more than fits"))
        for day in sorted(self.overfull):
            columns.need(3 * _LIST_ROW)
            columns.head(day_and_month(day, self.language))
            for talk in self.by_day[day]:
                self._listed(columns, talk)
        if self.undrawn:
            columns.need(3 * _LIST_ROW)
            columns.head(self.translate("TalkPaper", "Also in this month"))
        for band in self.undrawn:
            first, last = (
                day_and_month(band.starts_on, self.language),
                day_and_month(band.ends_on, self.language),
            )
            when = first if band.starts_on == band.ends_on else f"{first} – {last}"
            students = whose_band(band, self.translate, self.data.head.words)
            text = ", ".join(filter(None, (one_line(band.name), when, students)))
            columns.lines(self.sheet.type.wrap(text, _LIST, columns.width), indent=0.0)

    def _listed(self, columns: _Columns, talk: SheetTalk) -> None:
        names = ", ".join(one_line(name) for name in talk.students)
        said = f"{names}, {small_word(one_line(talk.short_name))}"
        if talk.state is ConversationState.NOT_HELD:
            became = self.translate("TalkPaper", "was not held")
            said = f"{said} ({became})"
        lines = self.sheet.type.wrap(said, _LIST, columns.width - 11.0)
        time = self.sheet.type.line(time_of_day(talk.starts_at, self.language), _LIST.bold())
        columns.lines(lines, indent=11.0, before=time)


class _Columns:
    """Lists beside each other on pages of their own."""

    def __init__(self, sheet: LyingSheet, subtitle: str) -> None:
        self.sheet = sheet
        self.subtitle = subtitle
        self.width = (RIGHT - LEFT - (_LIST_COLUMNS - 1) * _LIST_GAP) / _LIST_COLUMNS
        self.column = _LIST_COLUMNS
        self.y = BOTTOM

    @property
    def x(self) -> float:
        """Where this column begins."""
        return LEFT + self.column * (self.width + _LIST_GAP)

    def need(self, height: float) -> None:
        """Go on in the next column, or on the next page, unless `height` fits here."""
        if self.y + height <= BOTTOM - 1.0:
            return
        self.column += 1
        if self.column >= _LIST_COLUMNS:
            self.sheet.new_page(self.subtitle)
            self.column = 0
        self.y = _GRID_TOP - 5.0

    def head(self, text: str) -> None:
        """A day."""
        self.y += 6.0
        self.sheet.put(self.x, self.y, self.sheet.type.fitted(text, _LIST_DAY, self.width))
        self.sheet.rule(self.y + 1.3, x=self.x, to=self.x + self.width)
        self.y += 1.3

    def lines(self, lines: Sequence[Line], *, indent: float, before: Line | None = None) -> None:
        """What stands below it."""
        for index, line in enumerate(lines):
            self.need(_LIST_ROW)
            self.y += _LIST_ROW
            if before is not None and not index:
                self.sheet.put(self.x, self.y, before)
            self.sheet.put(self.x + indent, self.y, line)


def _left(index: int) -> float:
    """Where a day of the week begins (0 is Monday); 7 is the right end."""
    return _DAYS_X + sum(_width(each) for each in range(index))


def _width(index: int) -> float:
    return _WEEKDAY_WIDTH if index < 5 else _WEEKEND_WIDTH
