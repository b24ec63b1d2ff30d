"""Sheets of A4 that lie down: head and foot on each, and room that fills from the top."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.domain.paper_sheets import SheetHead
from wpl_desktop.domain.words import fill
from wpl_desktop.reports import style
from wpl_desktop.reports.dates import language_tag, short_date, time_of_day
from wpl_desktop.reports.marks import Voice
from wpl_desktop.reports.page import Ink, Page, Surface
from wpl_desktop.reports.pen import DocumentInfo, Pen
from wpl_desktop.reports.style import (
    ACCENT,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WRITING,
    Face,
    TextStyle,
)
from wpl_desktop.reports.text import Text, Typesetter, one_line
from wpl_desktop.texts import Translate, perspective_name

LEFT = 15.0
RIGHT = 282.0
WIDTH = RIGHT - LEFT
TOP = 34.0
BOTTOM = 197.0

_TITLE = TextStyle(18, 22, Face.BOLD)
_NAME = TextStyle(13, 16, Face.BOLD, ACCENT)
_SECOND = TextStyle(12, 16)
_FACTS = TextStyle(8, 9.6, colour=MUTED)


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The words that all sheets share."""

    head: SheetHead
    translate: Translate

    def words(self, template: str, **values: object) -> str:
        """A translated template with the role and place words of the installation filled in."""
        return fill(template, self.head.words, **values)

    def voice_name(self, voice: Voice) -> str:
        """`Student`, `Werkplek`, `Opleiding`, `Samen`."""
        if voice is None:
            return self.translate("Report", "Together")
        return perspective_name(voice, self.translate, self.head.words)

    def round_name(self, number: int) -> str:
        """`ronde 3`."""
        return self.translate("Report", "round {round}").format(round=number)

    def facts(self) -> list[str]:
        """When, where and by which criteria, a line each."""
        head, translate = self.head, self.translate
        phase = "" if head.phase is None else translate("Report", "phase {phase}").format(phase=head.phase)
        year = translate("Report", "School year {year}").format(year=head.school_year)
        rubric = translate("Report", "rubric {edition} · {language}").format(
            edition=head.criteria_edition, language=head.language
        )
        return [
            " · ".join(filter(None, (year, one_line(head.programme), phase))),
            " · ".join(filter(None, (one_line(head.workplace), one_line(head.institute)))),
            rubric,
        ]


class LyingSheet(Surface):
    """Pages of A4 on their side that fill from the top; `y` is how far the last one is filled, in millimetres."""

    def __init__(self, wording: Wording, *, title: str) -> None:
        super().__init__(Typesetter())
        self.wording = wording
        self.title = title
        self.pages: list[Page] = []
        self.y = TOP
        #: Between these the head leaves room for what belongs to one kind of sheet only.
        self.free_from = LEFT
        self.free_to = RIGHT

    def ink(self, ink: Ink) -> None:
        """Put one thing on the last page."""
        self.pages[-1].ink(ink)

    @property
    def room(self) -> float:
        """What is left of this page."""
        return BOTTOM - self.y

    def new_page(self, subtitle: str = "") -> None:
        """Go on at the top of a new page, below its head; `subtitle` says what this page is about."""
        self.pages.append(Page(self.type))
        self._head(subtitle)
        self.y = TOP

    def paragraph(
        self, text: Text, text_style: TextStyle, *, first: float, subtitle: str, x: float = LEFT
    ) -> None:
        """Lines under each other over as many pages as they need; leaves `y` at the last baseline."""
        for index, line in enumerate(self.type.wrap(text, text_style, RIGHT - x)):
            step = text_style.line_height if index else first
            if self.y + step > BOTTOM - 1.0:
                self.new_page(subtitle)
            self.y += step
            self.put(x, self.y, line)

    def write(self, target: BinaryIO | Path) -> tuple[str, ...]:
        """Draw every page and write the PDF; gives the characters that no font had, each once."""
        head, translate = self.wording.head, self.wording.translate
        pen = Pen(
            target,
            DocumentInfo(
                title=self.title,
                subject=one_line(head.document_number),
                language=language_tag(head.language),
            ),
            size=(PAGE_HEIGHT, PAGE_WIDTH),
        )
        for number, page in enumerate(self.pages, start=1):
            counted = translate("Report", "Page {number} of {count}").format(
                number=number, count=len(self.pages)
            )
            self._foot(page, counted)
            for ink in page.inks:
                ink(pen)
            pen.next_page()
        pen.save()
        return tuple(self.type.missing)

    def _head(self, subtitle: str) -> None:
        """Title and name on the left, the facts on the right; a long name takes the room it needs, made smaller."""
        kit, head = self.type, self.wording.head
        # The middle of the long edge, where a punch goes.
        self.ink(lambda pen: pen.stroke((148.5, 4.5), (148.5, 8.5), width=0.4, colour=WRITING))
        facts = [kit.fitted(text, _FACTS, 95.0) for text in self.wording.facts()]
        for index, line in enumerate(facts):
            self.put_right(RIGHT, 19.4 + 4.0 * index, line)
        self.free_to = RIGHT - max(line.width_mm for line in facts) - 6.0
        room = self.free_to - LEFT
        title = kit.fitted(self.title, _TITLE, room)
        self.put(LEFT, 21.8, title)
        beside = LEFT + title.width_mm + 3.5
        if subtitle and room - title.width_mm > 20.0:
            note = kit.fitted(subtitle, style.SECTION_NOTE.sized(10), room - title.width_mm - 3.5)
            self.put(beside, 21.8, note)
        name = kit.fitted(one_line(head.student_name), _NAME, room)
        self.put(LEFT, 29.6, name)
        second = one_line(head.second_script)
        left = room - name.width_mm - 4.0
        self.free_from = LEFT + name.width_mm
        if second and left > 15.0:
            line = kit.fitted(second, _SECOND, left)
            self.put(LEFT + name.width_mm + 4.0, 29.6, line)
            self.free_from += 4.0 + line.width_mm

    def _foot(self, page: Page, counted: str) -> None:
        head, translate = self.wording.head, self.wording.translate
        muted = style.FURNITURE.coloured(MUTED)
        page.rule(199.0, x=LEFT, to=RIGHT)
        baseline = 203.6
        confidential = translate("Report", "Confidential")
        x = LEFT + page.label(LEFT, baseline, confidential, style.FURNITURE.bold()).width_mm + 2.5
        number = page.type.fitted(one_line(head.document_number), muted, 70.0)
        page.put(x, baseline, number)
        x += number.width_mm + 3.0
        if head.demo:
            _demo_tag(page, translate("Report", "DEMO · fictitious data"), x, baseline)
        line = page.type.line(counted, style.FURNITURE.bold())
        page.put_right(RIGHT, baseline, line)
        day, time = head.printed_at.date(), time_of_day(head.printed_at, head.language)
        printed = page.type.line(f"{short_date(day, head.language)} {time}", muted)
        page.put_right(RIGHT - line.width_mm - 5.5, baseline, printed)


def _demo_tag(page: Page, text: str, x: float, baseline: float) -> None:
    tag = page.type.line(text, style.DEMO_TAG)
    page.ink(
        lambda pen: pen.box(
            x,
            baseline - 2.7,
            width=tag.width_mm + 3.0,
            height=3.7,
            border=MUTED,
            border_width=0.5,
            radius=0.6,
        )
    )
    page.put(x + 1.5, baseline - 0.1, tag)
