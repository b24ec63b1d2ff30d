"""The minutes of a conversation: a sheet to write on before it, and what was said and agreed afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.conversations import ConversationState, stays_with_mentor
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.talk_sheets import MinutesSheet, SheetItem, Signer
from wpl_desktop.domain.trajectories import COACHING_ROLES
from wpl_desktop.reports import style
from wpl_desktop.reports.dates import long_date, time_of_day
from wpl_desktop.reports.document import Cell, Document
from wpl_desktop.reports.style import (
    ACCENT,
    BOTTOM,
    INK,
    LEFT,
    MUTED,
    RIGHT,
    STATUS_TINT,
    TEXT_WIDTH,
    WRITING,
    Face,
    TextStyle,
)
from wpl_desktop.reports.talk_dates import hours
from wpl_desktop.reports.talk_parts import (
    MIDDLE,
    WRITING_ROW,
    Wording,
    agreements_height,
    earlier_height,
    minutes_cell,
    section,
    write_agreements,
    write_earlier,
    write_heading,
    write_people,
)
from wpl_desktop.reports.text import Line, clean, one_line
from wpl_desktop.texts import Translate, cause_name

_TITLE_X = 36.0
_TITLE_WIDTH = 51.0
_NOTE_X = 91.0
_ITEM = TextStyle(9.2, 11.6)
_NOTE = TextStyle(9.5, 12.6)
_HINT = TextStyle(8.2, 10.4, Face.ITALIC, MUTED)
_SIGNER = TextStyle(9.5, 11.6, Face.BOLD)

#: So many minutes are one line of handwriting: the first that fits. In an hour 5 give 1 line and 20 give 4 (mockup).
_MINUTES_A_LINE = (2, 2.5, 3, 4, 5, 6, 7.5, 10, 12, 15, 20, 30, 60)
#: Where not even one line for each part fits, the sheet goes on overleaf, and there is room again.
_OVERLEAF = 5
_MOST_LINES = 4
_LOWEST_PITCH, _HIGHEST_PITCH = 7.6, 8.5
#: Beside a title of several lines there is room for writing as well, closer together.
_BESIDE_TITLE_PITCH = 5.8
_EMPTY_AGREEMENTS = 4
_NEXT_ROW = 9.0
_BOX_WIDTH, _BOX_HEIGHT, _BOX_GAP = 52.3, 34.0, 4.05


def write_minutes(data: MinutesSheet, target: BinaryIO | Path, *, translate: Translate) -> tuple[str, ...]:
    """Write the minutes as PDF (A4); the same data give the same bytes.

    What was noted is on it only where `data.has_notes` says so (P07), and of wellbeing never more than its line in the
    agenda (Y12). Gives the characters that no font had.
    """
    writer = _Writer(data, translate)
    writer.write()
    return writer.document.write(target, writer.wording.info(writer.title))


class _Writer:
    """One sheet being written."""

    def __init__(self, data: MinutesSheet, translate: Translate) -> None:
        self.data = data
        self.translate = translate
        self.wording = Wording(head=data.head, translate=translate)
        self.title = translate("TalkPaper", "Minutes of a conversation")
        self.document = Document(self.wording.furniture(self.title, name=data.talk.student_name))
        #: The baseline below the day of the talk.
        self.when = 0.0

    def write(self) -> None:
        """All parts, in the order in which a conversation goes."""
        data, document = self.data, self.document
        planned = hours(data.talk.starts_at, data.talk.ends_at, self.wording.language)
        self.when = write_heading(
            document,
            self.wording,
            data.talk,
            title=self.title,
            planned_hours="" if data.started_at else planned,
        )
        self._times()
        present = self.translate("Report", "Present")
        if data.state is ConversationState.NOT_HELD:
            label = self.translate("TalkPaper", "Invited")
            write_people(document, self.wording, data.people, label=label, ticked=None)
            self._not_held()
        else:
            write_people(document, self.wording, data.people, label=present, ticked=data.is_held)
            self._agenda()
            self._summary()
        self._earlier()
        self._agreements()
        self._next_talk()
        self._signatures()

    @property
    def _is_for_the_pen(self) -> bool:
        """Whether there is room to write beside the agenda: all that was noted stands there otherwise."""
        return not self.data.is_written

    def _times(self) -> None:
        """From when to when and where; lines for what is not known."""
        data, document, translate = self.data, self.document, self.translate
        baseline, language = self.when, self.wording.language
        x, place = MIDDLE, one_line(data.talk.place)
        if data.state is not ConversationState.NOT_HELD:
            for label, moment in (
                (translate("TalkPaper", "from"), data.started_at),
                (translate("TalkPaper", "to"), data.ended_at),
            ):
                known = "" if moment is None else time_of_day(moment, language)
                x = self._fact(x, baseline, label=label, value=known)
        label = translate("TalkPaper", "place")
        start = x + document.type.line(label, style.LABEL).width_mm + 1.6
        if place and start + document.type.line(place, style.TABLE).width_mm > RIGHT:
            # A place is not cut for want of room: it goes below.
            x, start, baseline = MIDDLE, start - x + MIDDLE, baseline + 5.2
            document.y = max(document.y, baseline)
        document.label(x, baseline, label, style.LABEL)
        if place:
            document.put(start, baseline, document.type.fitted(place, style.TABLE, RIGHT - start))
        else:
            document.rule(baseline + 0.8, x=start, to=RIGHT, colour=WRITING)

    def _fact(self, x: float, baseline: float, *, label: str, value: str) -> float:
        """A word with its time or with a line for it; gives where the next one begins."""
        document = self.document
        x += document.label(x, baseline, label, style.LABEL).width_mm + 1.6
        if not value:
            document.rule(baseline + 0.8, x=x, to=x + 12.5, colour=WRITING)
            return x + 15.0
        return x + document.label(x, baseline, value, style.TABLE).width_mm + 3.0

    def _not_held(self) -> None:
        """That the talk was not held and why: a fact, without anybody's fault."""
        document, data = self.document, self.data
        cause = "" if data.not_held_cause is None else cause_name(data.not_held_cause, self.translate)
        text = self.translate("TalkPaper", "This conversation was not held. Reason: {cause}.").format(
            cause=cause
        )
        lines = document.type.wrap(self.wording.words(text), style.BODY, TEXT_WIDTH - 9.0)
        height = len(lines) * style.BODY.line_height + 4.6
        document.box(LEFT, document.y, width=TEXT_WIDTH, height=height, fill=STATUS_TINT)
        document.box(LEFT, document.y, width=1.3, height=height, fill=ACCENT)
        top = document.y
        document.flow(lines, style.BODY, x=30.0, first=5.45)
        document.y = top + height + 4.0

    # The agenda

    def _agenda_head(self) -> None:
        document = self.document
        document.heavy_rule(document.y)
        baseline = document.y + 3.9
        document.label(LEFT, baseline, self.translate("TalkPaper", "min"), style.COLUMN_HEAD)
        document.label(_TITLE_X, baseline, self.translate("TalkPaper", "Agenda"), style.COLUMN_HEAD)
        if self._has_column:
            text = document.type.fitted(self._notes_head(), style.COLUMN_HEAD, RIGHT - _NOTE_X)
            document.put(_NOTE_X, baseline, text)
        document.rule(document.y + 5.5, width=0.7, colour=INK)
        document.y += 5.5

    @property
    def _has_column(self) -> bool:
        """Whether anything stands or will be written beside the agenda."""
        return self._is_for_the_pen or any(item.note.strip() for item in self.data.items)

    def _notes_head(self) -> str:
        translate = self.translate
        if not self._is_for_the_pen:
            return translate("TalkPaper", "Discussed")
        if self.data.in_group:
            return translate("TalkPaper", "My own take-away: short, without names of others")
        return self.wording.words(translate("TalkPaper", "Discussed: short, without names of {pupils}"))

    def _agenda(self) -> None:
        if not self.data.items:
            return
        document = self.document
        lines, pitch = self._lines() if self._is_for_the_pen else ([1] * len(self.data.items), 7.2)
        self._agenda_head()
        for index, (item, count) in enumerate(zip(self.data.items, lines, strict=True)):
            self._item(item, count=count, pitch=pitch)
            is_last = index == len(lines) - 1
            document.rule(document.y, width=0.9 if is_last else 0.4, colour=INK if is_last else style.RULE)
        if self._says_why_empty:
            text = self.translate("TalkPaper", "Notes of a coaching conversation are on no paper.")
            document.flow([document.type.line(text, style.TABLE_NOTE)], style.TABLE_NOTE, first=4.2)
            document.y += 1.0

    @property
    def _says_why_empty(self) -> bool:
        """Whether the sheet explains that what was noted is not on it."""
        data = self.data
        return data.is_held and not data.has_notes and stays_with_mentor(data.talk.hat)

    def _item(self, item: SheetItem, *, count: int, pitch: float) -> None:
        document = self.document
        title = Cell(_TITLE_X).fill(self._title(item), _ITEM, first=4.9)
        note = Cell(_NOTE_X)
        text = clean(item.note).strip()
        if item.wellbeing and self._has_column:
            hint = self.translate("TalkPaper", "Nothing of this is put on paper.")
            note.fill(document.type.wrap(hint, _HINT, RIGHT - _NOTE_X), _HINT, first=4.9)
        elif text:
            note.fill(document.type.wrap(text, _NOTE, RIGHT - _NOTE_X), _NOTE, first=4.9)
        height = max(count * pitch, title.lowest + 3.0, note.lowest + 3.0)
        minutes = minutes_cell(document, item.minutes, baseline=4.9)
        document.row([minutes, title, note], height=height, after_break=self._agenda_head)
        if self._is_for_the_pen and not item.wellbeing:
            top = document.y - height
            for y in _writing_lines(item, height, count=count, pitch=pitch):
                document.rule(top + y, x=_NOTE_X, to=RIGHT, colour=WRITING)

    def _title(self, item: SheetItem) -> list[Line]:
        width = _TITLE_WIDTH if self._has_column else RIGHT - _TITLE_X
        return self.document.type.wrap(clean(item.title).strip(), _ITEM, width)

    def _lines(self) -> tuple[list[int], float]:
        """How many lines each part of the agenda gets by its minutes, and how far they are apart.

        All of the sheet stays on one page if it can.
        """
        room = BOTTOM - self.document.y - 5.5 - self._height_below()
        titles = [len(self._title(item)) * _ITEM.line_height + 3.8 for item in self.data.items]

        def fits(lines: Sequence[int], pitch: float) -> bool:
            return sum(max(count * pitch, title) for count, title in zip(lines, titles, strict=True)) <= room

        for minutes in _MINUTES_A_LINE:
            lines = [_lines_of(item, minutes) for item in self.data.items]
            if fits(lines, _LOWEST_PITCH):
                pitch = _HIGHEST_PITCH
                while pitch > _LOWEST_PITCH and not fits(lines, pitch):
                    pitch -= 0.05
                return lines, max(pitch, _LOWEST_PITCH)
        return [min(_lines_of(item, _OVERLEAF), _MOST_LINES) for item in self.data.items], _HIGHEST_PITCH

    def _height_below(self) -> float:
        """What comes below the agenda, in millimetres."""
        data, document = self.data, self.document
        height = 13.5 + agreements_height(document, self.wording, data.made) + _NEXT_ROW
        if not data.made and not self._empty_rows:
            height += 4.0
        if self._says_why_empty:
            height += 5.2
        height += self._empty_rows * WRITING_ROW
        if data.earlier:
            height += 15.5 + earlier_height(document, self.wording, data.earlier)
        if data.signers:
            height += 8.0 + _BOX_HEIGHT
        return height

    # What comes below it

    def _summary(self) -> None:
        """What was noted of the talk as a whole, over as many pages as it needs."""
        text = clean(self.data.summary).strip()
        if not text:
            return
        document = self.document
        section(document, self.translate("TalkPaper", "In short"), keep=10.0)
        document.flow(document.type.wrap(text, style.BODY, TEXT_WIDTH), style.BODY, first=3.6)
        document.y += 2.0

    def _earlier(self) -> None:
        data = self.data
        if not data.earlier:
            return
        section(self.document, self.translate("TalkPaper", "Agreements of before"), keep=16.0)
        is_open = data.state is ConversationState.PLANNED
        write_earlier(self.document, self.wording, data.earlier, is_open=is_open)
        self.document.y += 2.0

    @property
    def _empty_rows(self) -> int:
        if self.data.state is not ConversationState.PLANNED:
            return 0
        return max(1, _EMPTY_AGREEMENTS - len(self.data.made) - bool(self.data.earlier))

    def _agreements(self) -> None:
        data, document = self.data, self.document
        if data.state is ConversationState.NOT_HELD and not data.made:
            return
        section(document, self.translate("TalkPaper", "Agreements"), keep=16.0)
        if not data.made and not self._empty_rows:
            text = self.translate("TalkPaper", "Nothing was agreed in this conversation.")
            document.flow([document.type.line(text, style.BODY)], style.BODY, first=3.6)
            document.y += 2.0
            return
        write_agreements(document, self.wording, data.made, empty_rows=self._empty_rows)

    def _next_talk(self) -> None:
        document, data, translate = self.document, self.data, self.translate
        document.need(_NEXT_ROW)
        baseline = document.y + 6.4
        label = translate("TalkPaper", "Next conversation")
        x = LEFT + document.label(LEFT, baseline, label, style.LABEL).width_mm + 2.4
        if data.next_at is None:
            document.rule(baseline + 0.8, x=x, to=MIDDLE - 1.5, colour=WRITING)
        else:
            language = self.wording.language
            text = f"{long_date(data.next_at.date(), language)}, {time_of_day(data.next_at, language)}"
            document.label(x, baseline, text, style.TABLE)
        if data.signers:
            document.tick_box(MIDDLE + 5.0, baseline, ticked=False)
            text = self.wording.words(translate("TalkPaper", "Response of the {student} on the back"))
            line = document.type.fitted(text, style.TABLE, RIGHT - MIDDLE - 10.6)
            document.put(MIDDLE + 10.6, baseline, line)
        document.y += _NEXT_ROW

    def _signatures(self) -> None:
        """A box for each party that was there, with room for the date and the hour."""
        data, document = self.data, self.document
        if not data.signers:
            return
        section(
            document,
            self.translate("TalkPaper", "Seen"),
            note=self.translate("TalkPaper", "To sign does not mean that you agree with everything."),
            keep=_BOX_HEIGHT,
        )
        top = document.y
        for index, signer in enumerate(data.signers):
            self._box(signer, x=LEFT + index * (_BOX_WIDTH + _BOX_GAP), top=top)
        document.y = top + _BOX_HEIGHT

    def _box(self, signer: Signer, *, x: float, top: float) -> None:
        document, translate = self.document, self.translate
        kit, inner = document.type, _BOX_WIDTH - 4.0
        document.box(x, top, width=_BOX_WIDTH, height=_BOX_HEIGHT, border=INK, border_width=0.5)
        left = x + 2.0
        document.put(left, top + 3.8, kit.fitted(self._who(signer), style.SMALL_LABEL, inner))
        document.put(left, top + 8.6, kit.fitted(one_line(signer.name), _SIGNER, inner, smallest=7.0))
        document.put(left, top + 12.4, kit.fitted(self._sentence(signer), style.SMALL_LABEL, inner))
        document.rule(top + _BOX_HEIGHT - 6.6, x=left, to=x + _BOX_WIDTH - 2.0, colour=WRITING)
        for offset, word in (
            (0.0, translate("TalkPaper", "date")),
            (inner * 0.6, translate("TalkPaper", "hour")),
        ):
            document.label(left + offset, top + _BOX_HEIGHT - 2.4, word, style.SMALL_LABEL)

    def _who(self, signer: Signer) -> str:
        if signer.role in COACHING_ROLES:
            return self.wording.words("{Mentor}")
        return self.wording.party(signer.party)

    def _sentence(self, signer: Signer) -> str:
        """What the signature says."""
        translate = self.translate
        if self.data.only_seen:
            return translate("TalkPaper", "Only signed as seen")
        if signer.made_it:
            return translate("TalkPaper", "Written down and discussed")
        if signer.party is Party.STUDENT:
            return translate("TalkPaper", "Seen and discussed")
        return translate("TalkPaper", "Took part in the conversation")


def _lines_of(item: SheetItem, minutes_a_line: float) -> int:
    """How many lines a part gets; of wellbeing nothing is written down."""
    return 1 if item.wellbeing else max(1, round(item.minutes / minutes_a_line))


def _writing_lines(item: SheetItem, height: float, *, count: int, pitch: float) -> list[float]:
    """Where the lines inside a part stand from its top, in millimetres; its lower edge is a line as well."""
    if height <= count * pitch + 0.1:
        return [line * pitch for line in range(1, count)]
    wanted = min(int(height / _BESIDE_TITLE_PITCH), _lines_of(item, _OVERLEAF))
    parts = max(count, wanted)
    return [line * height / parts for line in range(1, parts)]
