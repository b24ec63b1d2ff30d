"""The mentor's week on paper: days as rows, with what was planned, what became of it, and room to write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.school_year import PeriodKind
from wpl_desktop.domain.talk_sheets import SheetBand, SheetDue, SheetTalk, WeekSheet
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import time_of_day
from wpl_desktop.reports.document import Cell, Document
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.page import Surface
from wpl_desktop.reports.style import (
    ACCENT,
    BLOCK_TINT,
    BOTTOM,
    INK,
    LEFT,
    MUTED,
    RIGHT,
    STATUS_TINT,
    TOP,
    WRITING,
    Face,
    TextStyle,
)
from wpl_desktop.reports.talk_dates import day_and_month, hours, span_of_days, weekday_name
from wpl_desktop.reports.talk_parts import Wording, whose_band
from wpl_desktop.reports.text import Span, clean, one_line
from wpl_desktop.texts import Translate, cause_name, perspective_name

_BAR_X, _TALK_X, _TALK_TO = 46.3, 49.2, 125.0
_LINES_X = 131.0
_DAY_WITH_TALK, _DAY_WITHOUT = 44.0, 28.0
#: Closer together a day cannot be and still be written on.
_LEAST_WITHOUT = 20.0
_LINE_PITCH = 8.0
_BAND = 6.2

_TITLE = TextStyle(20, 24.5, Face.BOLD)
_WEEK = TextStyle(11, 13.2, colour=MUTED)
_DAY = TextStyle(19, 23, Face.BOLD)
_WEEKDAY = TextStyle(10, 12, colour=MUTED)
_TIME = TextStyle(9.5, 11.4, Face.BOLD, ACCENT)
_NAME = TextStyle(11, 13.2, Face.BOLD)
_NAMES = TextStyle(9.5, 11.8, Face.BOLD)
_TYPE = TextStyle(9.2, 11.4)
_WITH = TextStyle(8.2, 10.2, colour=MUTED)
_BAND_NAME = TextStyle(8.2, 9.9)
_SMALL = TextStyle(8.4, 10.4)

#: What says of a day without talks why there are none.
_FREE_DAYS = (
    PeriodKind.PUBLIC_HOLIDAY,
    PeriodKind.HOLIDAY,
    PeriodKind.FREE,
    PeriodKind.RETURN_DAY,
    PeriodKind.STAFF,
)


def write_week_agenda(data: WeekSheet, target: BinaryIO | Path, *, translate: Translate) -> tuple[str, ...]:
    """Write the week as PDF (A4): as many pages as the talks need. Gives the characters that no font had."""
    writer = _Writer(data, translate)
    writer.write()
    return writer.document.write(target, writer.wording.info(writer.title))


@dataclass
class _Block:
    """One talk as it is drawn: what is put at which height below its top, and how high it is."""

    inks: list[Callable[[float], None]] = field(default_factory=list[Callable[[float], None]])
    height: float = 0.0


class _Writer:
    """One week being written."""

    def __init__(self, data: WeekSheet, translate: Translate) -> None:
        self.data = data
        self.translate = translate
        self.wording = Wording(head=data.head, translate=translate)
        self.title = translate("TalkPaper", "Week agenda")
        whose = " · ".join(filter(None, (one_line(data.owner_name), one_line(data.workplace))))
        furniture = self.wording.furniture(self.title, name=whose)
        # A page that goes on says which week it is of.
        self.week = translate("TalkPaper", "week {number}").format(number=data.monday.isocalendar()[1])
        self.document = Document(replace(furniture, right=f"{furniture.right} · {self.week}"))

    def write(self) -> None:
        """The week with its bands, its days, and what comes after it."""
        self._heading()
        self._bands()
        document = self.document
        document.y += 2.4
        days = [(day, [self._block(talk) for talk in talks]) for day, talks in self._days()]
        heights = self._heights([blocks for _, blocks in days])
        for (day, blocks), height in zip(days, heights, strict=True):
            self._day(day, blocks, height=height)
        document.heavy_rule(document.y)
        self._after()

    def _heading(self) -> None:
        document, language = self.document, self.wording.language
        days = [day for day, _ in self._days()]
        line = document.type.line(self.week, _WEEK)
        document.put_right(RIGHT, 29.6, line)
        span = span_of_days(days[0], days[-1], language)
        document.put(LEFT, 29.6, document.type.fitted(span, _TITLE, RIGHT - LEFT - line.width_mm - 5.0))
        document.y = 33.4

    def _days(self) -> Iterator[tuple[date, list[SheetTalk]]]:
        """Monday to Friday, and a day of the weekend on which there is a talk."""
        for offset in range(7):
            day = self.data.monday + timedelta(days=offset)
            talks = [talk for talk in self.data.talks if talk.starts_at.date() == day]
            if offset < 5 or talks:
                yield day, talks

    # Bands

    def _bands(self) -> None:
        for band in self.data.bands:
            name = one_line(band.name)
            if not name or band.kind is PeriodKind.TERM:
                continue
            document = self.document
            if document.need(_BAND + 30.0):
                document.y += 2.0
            tint = STATUS_TINT if band.kind is PeriodKind.TRIALOGUES else BLOCK_TINT
            document.box(LEFT, document.y, width=RIGHT - LEFT, height=_BAND - 0.4, fill=tint)
            spans = [Span(name, Face.BOLD), Span(f"\u00a0\u00a0 {self._when(band)}", Face.REGULAR, MUTED)]
            line = document.type.fitted(spans, _BAND_NAME, RIGHT - LEFT - 4.0)
            document.put(LEFT + 2.0, document.y + 3.9, line)
            document.y += _BAND

    def _when(self, band: SheetBand) -> str:
        """From when or until when, and for whom, as far as it is not this whole week for everybody."""
        language, translate = self.wording.language, self.translate
        monday, sunday = self.data.monday, self.data.monday + timedelta(days=6)
        first, last = day_and_month(band.starts_on, language), day_and_month(band.ends_on, language)
        if band.starts_on == band.ends_on:
            when = first
        elif band.starts_on > monday and band.ends_on <= sunday:
            when = f"{first} – {last}"
        elif band.starts_on > monday:
            when = translate("TalkPaper", "from {first} to {last}").format(first=first, last=last)
        else:
            when = translate("TalkPaper", "until {last}").format(last=last)
        students = whose_band(band, translate, self.data.head.words)
        return ": ".join(filter(None, (when, students)))

    # Days

    def _heights(self, days: Sequence[Sequence[_Block]]) -> list[float]:
        """How high each day is: as in the mockup, and lower where all then stays on one page."""
        wanted = [max(_DAY_WITH_TALK if each else _DAY_WITHOUT, _filled(each) + 5.0) for each in days]
        least = [max(0.0 if each else _LEAST_WITHOUT, _filled(each) + 5.0) for each in days]
        room = BOTTOM - self.document.y - self._height_after()
        over = sum(wanted) - room
        spare = sum(wanted) - sum(least)
        if not 0.0 < over <= spare:
            return wanted
        return [high - (high - low) * over / spare for high, low in zip(wanted, least, strict=True)]

    def _day(self, day: date, blocks: Sequence[_Block], *, height: float) -> None:
        """One day; with more talks than a page has room for it goes on at the top of the next."""
        document = self.document
        document.need(min(height, (blocks[0].height if blocks else 0.0) + 10.0))
        self._day_head(day)
        top = document.y
        end = top + height
        if not blocks:
            text_style = _TYPE.coloured(MUTED)
            line = document.type.fitted(self._why_empty(day), text_style, _TALK_TO - _TALK_X, smallest=7.0)
            document.put(_TALK_X, top + 8.0, line)
        document.y = top + 3.0
        for block in blocks:
            if document.y + block.height > BOTTOM and document.y > top + 3.0:
                self._close(top, document.y)
                document.new_page()
                self._day_head(day)
                top = document.y
                end = top + _DAY_WITHOUT
                document.y = top + 3.0
            self._draw(block)
        document.y = min(max(end, document.y + 2.0), BOTTOM + 1.0)
        self._close(top, document.y)

    def _day_head(self, day: date) -> None:
        document, language = self.document, self.wording.language
        document.heavy_rule(document.y)
        document.label(LEFT, document.y + 9.0, str(day.day), _DAY)
        document.label(LEFT + 12.2, document.y + 9.0, weekday_name(day, language), _WEEKDAY)

    def _close(self, top: float, bottom: float) -> None:
        """Lines to write on beside a day."""
        count = int((bottom - top - 2.5) / _LINE_PITCH)
        for index in range(1, count + 1):
            self.document.rule(top + index * _LINE_PITCH, x=_LINES_X, to=RIGHT, colour=WRITING)

    def _draw(self, block: _Block) -> None:
        document = self.document
        top = document.y
        bar_to = top + block.height - 3.0
        document.ink(lambda pen: pen.stroke((_BAR_X, top), (_BAR_X, bar_to), width=0.9, colour=ACCENT))
        for ink in block.inks:
            ink(top)
        document.y += block.height

    def _why_empty(self, day: date) -> str:
        """What a day without talks is, else that none is planned."""
        for kind in _FREE_DAYS:
            for band in self.data.bands:
                if band.kind is kind and day in band and band.name and not band.students:
                    return one_line(band.name)
        return self.translate("TalkPaper", "No conversations planned")

    # A talk

    def _block(self, talk: SheetTalk) -> _Block:
        """Hours, students, type, people, who is ready, and what became of it."""
        block, width = _Block(), _TALK_TO - _TALK_X
        time = hours(talk.starts_at, talk.ends_at, self.wording.language)
        names = ", ".join(one_line(name) for name in talk.students)
        y = self._put(block, [time], _TIME, first=2.7, width=width)
        many = len(talk.students) > 1
        y = self._put(block, [names], _NAMES if many else _NAME, first=y + 5.3, width=width)
        what = " · ".join(filter(None, (one_line(talk.name), one_line(talk.place))))
        y = self._put(block, [f"{what[:1].upper()}{what[1:]}"], _TYPE, first=y + 5.0, width=width)
        people = ", ".join(one_line(name) for name in talk.people)
        if people:
            text = self.translate("TalkPaper", "with {names}").format(names=people)
            y = self._put(block, [text], _WITH, first=y + 4.7, width=width)
        if talk.round_number is not None and talk.ready:
            y += 6.6
            block.inks.append(lambda top, y=y: self._ready(talk, top + y))
        y += 6.6
        block.inks.append(lambda top: self._became(talk, top + y))
        block.height = y + 4.6
        return block

    def _put(
        self, block: _Block, texts: Sequence[str], text_style: TextStyle, *, first: float, width: float
    ) -> float:
        """Add lines under each other; gives the last baseline below the block's top."""
        document, y = self.document, first
        lines = [line for text in texts for line in document.type.wrap(text, text_style, width)]
        for index, line in enumerate(lines):
            y = first + index * text_style.line_height
            block.inks.append(lambda top, y=y, line=line: document.put(_TALK_X, top + y, line))
        return y

    def _ready(self, talk: SheetTalk, baseline: float) -> None:
        """`klaar voor ronde 2`: a solid shape for each perspective that is ready, an open one for the others."""
        document, translate = self.document, self.translate
        text = translate("TalkPaper", "ready for round {number}").format(number=talk.round_number)
        x = _TALK_X + document.label(_TALK_X, baseline, text, style.LABEL).width_mm + 3.4
        for perspective, is_ready in talk.ready:
            marks.shape(document, perspective, x + 1.0, baseline - 1.1, size=2.0, solid=is_ready)
            word = small_word(perspective_name(perspective, translate, self.data.head.words))
            text_style = style.LABEL.coloured(INK if is_ready else MUTED)
            line = document.type.fitted(word, text_style, max(6.0, _LINES_X - 3.0 - x - 3.0))
            document.put(x + 3.0, baseline, line)
            x += 3.0 + line.width_mm + 3.0

    def _became(self, talk: SheetTalk, baseline: float) -> None:
        """Whether it was held, to tick or as it is known."""
        document, translate = self.document, self.translate
        document.tick_box(_TALK_X, baseline, ticked=talk.state is ConversationState.HELD)
        x = _TALK_X + 5.4
        x += document.label(x, baseline, translate("TalkPaper", "was held"), _SMALL).width_mm + 6.0
        is_not_held = talk.state is ConversationState.NOT_HELD
        document.tick_box(x, baseline, ticked=is_not_held)
        x += 5.4
        x += (
            document.label(x, baseline, translate("TalkPaper", "was not held, reason"), _SMALL).width_mm + 2.0
        )
        if is_not_held and talk.not_held_cause is not None:
            document.label(x, baseline, cause_name(talk.not_held_cause, translate), _SMALL.bold())
        elif not is_not_held:
            document.rule(baseline + 0.8, x=x, to=_TALK_TO, colour=WRITING)

    # What comes after the week

    def _height_after(self) -> float:
        """The room for next week and agreements, as far as it is worth a smaller week."""
        rows = max(len(self.data.next_week), len(self.data.due), 1)
        return 13.0 + 6.4 * min(rows, 6)

    def _after(self) -> None:
        """Next week on the left and agreements with a date on the right, side by side as far as both go."""
        document, translate = self.document, self.translate
        if document.need(22.0):
            document.y = TOP - 4.0
        left = [self._next(talk) for talk in self.data.next_week]
        right = [self._due(due) for due in self.data.due]
        if not left:
            nothing = translate("TalkPaper", "No conversations planned")
            left = [_muted(document, LEFT, nothing, width=_TALK_TO - LEFT)]
        if not right:
            nothing = translate("TalkPaper", "No open agreements this week")
            right = [_muted(document, _LINES_X, nothing, width=RIGHT - _LINES_X)]
        while True:
            self._after_heads(left, right)
            top = document.y
            left = self._column(left, x=LEFT, to=_TALK_TO)
            lowest, document.y = document.y, top
            right = self._column(right, x=_LINES_X, to=RIGHT)
            document.y = max(lowest, document.y)
            if not (left or right):
                return
            document.new_page()
            document.y = TOP - 4.0

    def _column(self, rows: Sequence[list[Cell]], *, x: float, to: float) -> list[list[Cell]]:
        """The rows that fit on this page, of one of the two columns; gives those that do not."""
        document = self.document
        for index, cells in enumerate(rows):
            height = max(cell.lowest for cell in cells) + 2.2
            if document.y + height > BOTTOM and document.y > TOP + 10.0:
                return list(rows[index:])
            document.row(cells, height=height)
            document.rule(document.y, x=x, to=to)
        return []

    def _after_heads(self, left: Sequence[list[Cell]], right: Sequence[list[Cell]]) -> None:
        document, translate = self.document, self.translate
        for rows, x, to, text in (
            (left, LEFT, _TALK_TO, translate("TalkPaper", "Next week")),
            (right, _LINES_X, RIGHT, translate("TalkPaper", "Agreements with a date")),
        ):
            if not rows:
                continue
            document.put(x, document.y + 7.6, document.type.fitted(text, style.SUBSECTION, to - x))
            document.rule(document.y + 9.8, x=x, to=to)
        document.y += 9.8

    def _next(self, talk: SheetTalk) -> list[Cell]:
        kit, language = self.document.type, self.wording.language
        day = day_and_month(talk.starts_at.date(), language)
        when = kit.fitted(f"{day}, {time_of_day(talk.starts_at, language)}", _SMALL.coloured(MUTED), 26.0)
        names = ", ".join(one_line(name) for name in talk.students)
        said = f"{names}, {small_word(one_line(talk.short_name))}"
        lines = kit.wrap(said, _SMALL, _TALK_TO - LEFT - 28.0)
        return [Cell(LEFT, [(4.2, when)]), Cell(LEFT + 28.0).fill(lines, _SMALL, first=4.2)]

    def _due(self, due: SheetDue) -> list[Cell]:
        kit, language = self.document.type, self.wording.language
        agreement = due.agreement
        day = "" if agreement.due_on is None else day_and_month(agreement.due_on, language)
        student = one_line(due.student)
        whose = (
            student if agreement.party is Party.STUDENT else f"{self.wording.owner(agreement)} · {student}"
        )
        head = [Span(day, Face.BOLD), Span(f"\u00a0\u00a0 {whose}", colour=MUTED)]
        width = RIGHT - _LINES_X
        cell = Cell(_LINES_X).fill(kit.wrap(head, _SMALL, width), _SMALL, first=4.2)
        text = kit.wrap(clean(agreement.text).strip(), _SMALL, width)
        return [cell.fill(text, _SMALL, first=cell.lowest + 3.9)]


def _filled(blocks: Sequence[_Block]) -> float:
    return sum(block.height for block in blocks)


def _muted(surface: Surface, x: float, text: str, *, width: float) -> list[Cell]:
    return [Cell(x, [(4.2, surface.type.fitted(text, _SMALL.coloured(MUTED), width))])]
