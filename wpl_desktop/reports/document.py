"""A document in the making: the cursor that fills pages from the top, and rows and texts that flow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from wpl_desktop.reports import style
from wpl_desktop.reports.furniture import Furniture, around_text, under_text
from wpl_desktop.reports.page import Ink, Page, Surface
from wpl_desktop.reports.pen import DocumentInfo, Pen
from wpl_desktop.reports.style import ACCENT, BOTTOM, LEFT, RIGHT, TOP, TextStyle
from wpl_desktop.reports.text import Line, Typesetter

_DRAFT_TAG = 8.6
_TALLEST_WHOLE_ROW = 130.0


@dataclass
class Cell:
    """Lines of one cell of a row: `x` in millimetres, each line with its baseline below the row's top."""

    x: float
    lines: list[tuple[float, Line]] = field(default_factory=list[tuple[float, Line]])

    def fill(self, lines: Sequence[Line], style: TextStyle, *, first: float) -> Cell:
        """Add lines under each other, the first baseline `first` millimetres below the row's top."""
        self.lines.extend((first + index * style.line_height, line) for index, line in enumerate(lines))
        return self

    @property
    def lowest(self) -> float:
        """Baseline of the last line below the row's top."""
        return max((baseline for baseline, _ in self.lines), default=0.0)


class Document(Surface):
    """Pages that fill from the top; `y` is how far the last one is filled, in millimetres from its top."""

    def __init__(self, furniture: Furniture, typesetter: Typesetter | None = None) -> None:
        super().__init__(typesetter or Typesetter())
        self.furniture = furniture
        self.pages = [Page(self.type)]
        #: Where a page begins that does not begin with a heading; a draft's tag stands above it.
        self.top = TOP + (_DRAFT_TAG if furniture.draft else 0.0)
        self.y = self.top

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self.top

    @property
    def room(self) -> float:
        """What is left of this page."""
        return BOTTOM - self.y

    def ink(self, ink: Ink) -> None:
        """Put one thing on the last page."""
        self.pages[-1].ink(ink)

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(Page(self.type))
        self.y = self.top

    def need(self, height: float) -> bool:
        """Go to a new page unless `height` fits here; says whether it did."""
        if height <= self.room or self.is_fresh:
            return False
        self.new_page()
        return True

    def heading(self, title: str, *, number: str = "", note: str = "", keep: float = 20.0) -> None:
        """A section's heading with its rule; `keep` millimetres of what follows stay with it."""
        self.need(7.6 + keep)
        if self.is_fresh:
            self.y = TOP
        baseline = self.y + 5.0
        x = LEFT
        if number:
            x += self.label(LEFT, baseline, number, style.SECTION.coloured(ACCENT)).width_mm + 2.6
        title_line = self.type.fitted(title, style.SECTION, RIGHT - x)
        self.put(x, baseline, title_line)
        x += title_line.width_mm + 3.0
        right = RIGHT - (30.0 if self.furniture.draft else 0.0)
        if note and right - x > 15.0:
            self.put(x, baseline, self.type.fitted(note, style.SECTION_NOTE, right - x))
        self.heavy_rule(self.y + 7.6)
        self.y += 7.6

    def flow(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        *,
        x: float = LEFT,
        first: float,
    ) -> None:
        """Lines under each other over as many pages as they need; `first` is the first baseline below `y`.

        Leaves `y` at the last baseline.
        """
        baseline = self.y + first
        for index, line in enumerate(lines):
            alone = index == len(lines) - 2 and baseline + style.line_height > BOTTOM - 1.0
            if (baseline > BOTTOM - 1.0 or (alone and index)) and not self.is_fresh:
                self.new_page()
                baseline = self.y + first
            self.put(x, baseline, line)
            self.y = baseline
            baseline += style.line_height
        if not lines:
            self.y += first

    def row(
        self, cells: Sequence[Cell], *, height: float, after_break: Callable[[], None] | None = None
    ) -> None:
        """One row of a table; it moves to the next page whole, and only a very tall one is split.

        `after_break` repeats the table's head at the top of a new page. Leaves `y` below the row.
        """
        if self.need(height if height < _TALLEST_WHOLE_ROW else 40.0) and after_break is not None:
            after_break()
        if height <= self.room:
            # Cell by cell, which is also the order in which the row is read aloud.
            for cell in cells:
                for baseline, line in cell.lines:
                    self.put(cell.x, self.y + baseline, line)
            self.y += height
        else:
            self._split_row(cells, height=height, after_break=after_break)

    def _split_row(
        self, cells: Sequence[Cell], *, height: float, after_break: Callable[[], None] | None
    ) -> None:
        """A row over several pages, line by line of all its cells."""
        pending = sorted(
            ((baseline, cell.x, line) for cell in cells for baseline, line in cell.lines),
            key=lambda item: item[0],
        )
        start = 0.0
        for position, (baseline, x, line) in enumerate(pending):
            if self.y + baseline - start > BOTTOM - 1.0 and position:
                self.new_page()
                if after_break is not None:
                    after_break()
                start = baseline - 4.4
            self.put(x, self.y + baseline - start, line)
        self.y += max(height - start, 0.0)

    def write(self, target: BinaryIO | Path, info: DocumentInfo) -> tuple[str, ...]:
        """Draw every page and write the PDF; gives the characters that no font had, each once."""
        count = len(self.pages)
        drawn: list[Page] = []
        for number, body in enumerate(self.pages, start=1):
            page = Page(self.type)
            under_text(page, self.furniture)
            page.inks.extend(body.inks)
            around_text(page, self.furniture, number=number, count=count)
            drawn.append(page)
        pen = Pen(target, info)
        for page in drawn:
            for ink in page.inks:
                ink(pen)
            pen.next_page()
        pen.save()
        return tuple(self.type.missing)
