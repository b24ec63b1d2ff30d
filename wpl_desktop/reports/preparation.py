"""The sheet to prepare a conversation with: what it is about, what to bring, and room to write; always one page."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.talk_sheets import PreparationSheet, SheetAgreement, SheetItem
from wpl_desktop.reports import style
from wpl_desktop.reports.document import Document
from wpl_desktop.reports.style import ACCENT, BOTTOM, INK, LEFT, MUTED, RIGHT, TEXT_WIDTH, TextStyle
from wpl_desktop.reports.talk_dates import hours
from wpl_desktop.reports.talk_parts import (
    MIDDLE,
    Wording,
    section,
    write_heading,
    write_people,
    writing_lines,
)
from wpl_desktop.reports.text import Line, clean, one_line
from wpl_desktop.texts import Translate

_TITLE_X = 36.0
_WHAT_X = 71.0
_DUE_X = 166.0
_ITEM = TextStyle(9.5, 11.6)
_MINUTES = TextStyle(10, 12, colour=ACCENT).bold()
_CELL = TextStyle(9, 11.8)
_ITEM_ROW = 6.4
#: So much stays to write on, whatever else there is to say.
_LEAST_ROOM = 46.0
_MOST_PREPARATION_LINES = 6
_MOST_AGREEMENT_LINES = 2


def write_preparation(
    data: PreparationSheet, target: BinaryIO | Path, *, translate: Translate
) -> tuple[str, ...]:
    """Write the sheet as PDF (A4, one page); nothing that was noted is on it (P07).

    Gives the characters that no font had.
    """
    writer = _Writer(data, translate)
    writer.write()
    return writer.document.write(target, writer.wording.info(writer.title))


class _Writer:
    """One sheet being written."""

    def __init__(self, data: PreparationSheet, translate: Translate) -> None:
        self.data = data
        self.translate = translate
        self.wording = Wording(head=data.head, translate=translate)
        self.title = translate("TalkPaper", "Preparing a conversation")
        self.document = Document(self.wording.furniture(self.title, name=data.talk.student_name))

    def write(self) -> None:
        """All parts, in the order in which one reads them."""
        data, document, translate = self.data, self.document, self.translate
        when = write_heading(
            document,
            self.wording,
            data.talk,
            title=self.title,
            planned_hours=hours(data.talk.starts_at, data.talk.ends_at, self.wording.language),
        )
        place = one_line(data.talk.place)
        if place:
            label = document.label(MIDDLE, when, translate("TalkPaper", "place"), style.LABEL)
            x = MIDDLE + label.width_mm + 1.6
            document.put(x, when, document.type.fitted(place, style.TABLE, RIGHT - x))
        write_people(document, self.wording, data.people, label=translate("TalkPaper", "With"), ticked=None)
        self._agenda()
        self._preparation()
        self._agreements()
        section(
            document,
            translate("TalkPaper", "My preparation"),
            note=self.wording.words(translate("TalkPaper", "short, without names of {pupils}")),
            keep=0.0,
        )
        writing_lines(document, height=BOTTOM - document.y + 1.0)

    def _agenda(self) -> None:
        document, translate = self.document, self.translate
        section(
            document,
            translate("TalkPaper", "What we talk about"),
            note=translate("TalkPaper", "in minutes"),
            keep=0.0,
        )
        document.heavy_rule(document.y)
        items = list(self.data.items)
        most = max(0, int((BOTTOM - document.y - _LEAST_ROOM - 50.0) / _ITEM_ROW))
        for item in items[:most]:
            self._item(item)
        left_over = len(items) - most
        if left_over > 0:
            text = translate("TalkPaper", "and {count} more parts").format(count=left_over)
            document.flow([document.type.line(text, style.NOTE)], style.NOTE, first=4.2)
            document.y += 1.0

    def _item(self, item: SheetItem) -> None:
        document = self.document
        baseline = document.y + 4.5
        document.put_right(31.2, baseline, document.type.line(str(item.minutes), _MINUTES))
        title = document.type.fitted(one_line(item.title), _ITEM, RIGHT - _TITLE_X)
        document.put(_TITLE_X, baseline, title)
        document.y += _ITEM_ROW
        document.rule(document.y)

    def _preparation(self) -> None:
        """What the type asks for; a long text is cut where the room to write begins."""
        document, text = self.document, clean(self.data.preparation).strip()
        if not text:
            return
        section(document, self.translate("TalkPaper", "What you bring or think of"), keep=0.0)
        lines = document.type.wrap(text, style.BODY, TEXT_WIDTH)[:_MOST_PREPARATION_LINES]
        document.flow(lines, style.BODY, first=3.8)
        document.y += 2.6

    def _agreements(self) -> None:
        """Agreements that are open; those for which there is no room are counted."""
        agreements = self.data.agreements
        if not agreements:
            return
        document, translate = self.document, self.translate
        section(document, translate("TalkPaper", "Agreements that are open"), keep=0.0)
        document.rule(document.y, width=0.7, colour=INK)
        for index, agreement in enumerate(agreements):
            lines = self._what(agreement)
            height = 2.9 + len(lines) * _CELL.line_height
            is_last = index == len(agreements) - 1
            if document.y + height + (0.0 if is_last else 6.0) > BOTTOM - _LEAST_ROOM:
                text = translate("TalkPaper", "and {count} more, on the list of agreements")
                line = document.type.line(text.format(count=len(agreements) - index), style.NOTE)
                document.flow([line], style.NOTE, first=4.4)
                document.y += 1.6
                return
            self._agreement(agreement, lines, height=height)

    def _what(self, agreement: SheetAgreement) -> list[Line]:
        kit, width = self.document.type, _DUE_X - _WHAT_X - 4.0
        lines = kit.wrap(one_line(agreement.text), _CELL, width)
        if len(lines) <= _MOST_AGREEMENT_LINES:
            return lines
        return [kit.fitted(one_line(agreement.text), _CELL, width, smallest=_CELL.size)]

    def _agreement(self, agreement: SheetAgreement, lines: list[Line], *, height: float) -> None:
        document = self.document
        baseline = document.y + 4.6
        owner = document.type.fitted(self.wording.owner(agreement), _CELL, _WHAT_X - LEFT - 4.0)
        document.put(LEFT, baseline, owner)
        for index, line in enumerate(lines):
            document.put(_WHAT_X, baseline + index * _CELL.line_height, line)
        document.label(_DUE_X, baseline, self.wording.due(agreement), _CELL.coloured(MUTED))
        document.y += height
        document.rule(document.y)
