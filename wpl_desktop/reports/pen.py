"""The only place that draws with reportlab: text, rules and shapes in millimetres from the top left."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from wpl_desktop.reports.fonts import Font, loaded, remember_meanings
from wpl_desktop.reports.style import PAGE_HEIGHT, PAGE_WIDTH, POINTS_PER_MM, Colour
from wpl_desktop.reports.text import Line, Placed

_INVISIBLE = 3
_AT_ORIGIN = "BT 1 0 0 1 0 0 Tm "


@dataclass(frozen=True, kw_only=True)
class DocumentInfo:
    """What a PDF says about itself; never the student's name. `language` is a tag such as `nl-BE`."""

    title: str
    subject: str
    language: str


class Pen:
    """Draws pages one after the other; colours and line widths are set only when they change.

    `size` is the width and height of every page in millimetres.
    """

    def __init__(
        self,
        target: BinaryIO | Path,
        info: DocumentInfo,
        *,
        size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT),
    ) -> None:
        from reportlab.lib import rl_accel
        from reportlab.pdfgen.canvas import Canvas

        width, self._height = size
        self._number: Callable[[float], str] = cast("Any", rl_accel).fp_str
        # What shows a text in a font; the same words come back many times in one document.
        self._operators: dict[tuple[str, float, str], str] = {}
        self._canvas: Any = cast(Any, Canvas)(
            str(target) if isinstance(target, Path) else target,
            pagesize=(width * POINTS_PER_MM, self._height * POINTS_PER_MM),
            pageCompression=1,
            invariant=1,
            initialFontName=loaded(Font.REGULAR).name,
            lang=info.language,
        )
        self._pdf: object = self._canvas._doc
        self._canvas.setTitle(info.title)
        self._canvas.setSubject(info.subject)
        self._canvas.setAuthor("")
        self._canvas.setCreator("WPL Desktop")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._forget()

    def _forget(self) -> None:
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._width = 0.0
        self._font = ("", 0.0)

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()
        self._forget()

    def save(self) -> None:
        """Write the document to its target."""
        self._canvas.save()

    def text(self, x: float, baseline: float, line: Line) -> None:
        """A line of text that starts at `x`."""
        left = x * POINTS_PER_MM
        height = (self._height - baseline) * POINTS_PER_MM
        canvas = self._canvas
        for item in line.placed:
            self._inks(fill=item.colour)
            run = item.run
            if self._font != (run.font, item.size):
                self._font = (run.font, item.size)
                canvas.setFont(run.font, item.size)
            if run.meanings:
                remember_meanings(self._pdf, run)
            if run.meant is None:
                self._show(left + item.dx, height, item)
                continue
            meant = run.meant.encode("utf-16-be", "replace").hex().upper()
            canvas.addLiteral(f"/Span <</ActualText <FEFF{meant}>>> BDC")
            self._show(left + item.dx, height, item)
            canvas.addLiteral("EMC")

    def unseen_text(self, x: float, baseline: float, line: Line) -> None:
        """A line that is not painted but read aloud, found and copied: the words of a picture."""
        height = (self._height - baseline) * POINTS_PER_MM
        for item in line.placed:
            if item.run.meanings:
                remember_meanings(self._pdf, item.run)
            self._font = (item.run.font, item.size)
            self._canvas.setFont(item.run.font, item.size)
            self._canvas.drawString(x * POINTS_PER_MM + item.dx, height, item.run.text, mode=_INVISIBLE)

    def slanted_text(self, x: float, y: float, line: Line, *, degrees: float) -> None:
        """A line turned anticlockwise with its middle at (x, y)."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x * POINTS_PER_MM, (self._height - y) * POINTS_PER_MM)
        canvas.rotate(degrees)
        for item in line.placed:
            canvas.setFillColorRGB(*item.colour)
            canvas.setFont(item.run.font, item.size)
            canvas.drawString(item.dx - line.width / 2, -item.size * 0.36, item.run.text)
        canvas.restoreState()
        self._forget()

    def rule(self, x: float, y: float, *, to: float, width: float, colour: Colour) -> None:
        """A level line from `x` to `to`; `width` in points."""
        self.stroke((x, y), (to, y), width=width, colour=colour)

    def stroke(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        width: float,
        colour: Colour,
        dotted: bool = False,
    ) -> None:
        """A straight line."""
        self._inks(stroke=colour, width=width)
        if dotted:
            self._canvas.setDash(1, 1.6)
        self._canvas.line(
            start[0] * POINTS_PER_MM,
            (self._height - start[1]) * POINTS_PER_MM,
            end[0] * POINTS_PER_MM,
            (self._height - end[1]) * POINTS_PER_MM,
        )
        if dotted:
            self._canvas.setDash([], 0)

    def box(
        self,
        x: float,
        y: float,
        *,
        width: float,
        height: float,
        fill: Colour | None = None,
        border: Colour | None = None,
        border_width: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """A rectangle with its top left at (x, y)."""
        self._inks(fill=fill, stroke=border, width=border_width if border else None)
        sizes = [value * POINTS_PER_MM for value in (x, self._height - y - height, width, height)]
        draw = self._canvas.roundRect if radius else self._canvas.rect
        rounding = (radius * POINTS_PER_MM,) if radius else ()
        draw(*sizes, *rounding, stroke=int(border is not None), fill=int(fill is not None))

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Colour,
        border: Colour | None = None,
        border_width: float = 0.6,
    ) -> None:
        """A closed path."""
        self._inks(fill=fill, stroke=border, width=border_width if border else None)
        path = self._canvas.beginPath()
        for index, (x, y) in enumerate(points):
            place = (x * POINTS_PER_MM, (self._height - y) * POINTS_PER_MM)
            (path.lineTo if index else path.moveTo)(*place)
        path.close()
        self._canvas.drawPath(path, stroke=int(border is not None), fill=1)

    def circle(
        self,
        x: float,
        y: float,
        *,
        diameter: float,
        fill: Colour,
        border: Colour | None = None,
        border_width: float = 0.6,
    ) -> None:
        """A circle around (x, y)."""
        self._inks(fill=fill, stroke=border, width=border_width if border else None)
        self._canvas.circle(
            x * POINTS_PER_MM,
            (self._height - y) * POINTS_PER_MM,
            diameter / 2 * POINTS_PER_MM,
            stroke=int(border is not None),
            fill=1,
        )

    def _show(self, left: float, height: float, item: Placed) -> None:
        """What `drawString` of the canvas does, without writing out again what this document showed before."""
        key = (item.run.font, item.size, item.run.text)
        operators = self._operators.get(key)
        if operators is None:
            shown = self._canvas.beginText()
            shown.textLine(item.run.text)
            operators = self._operators[key] = shown.getCode().removeprefix(_AT_ORIGIN)
        place = f"{self._number(left)} {self._number(height)}"
        self._canvas.addLiteral(f"BT 1 0 0 1 {place} Tm {operators}")

    def _inks(
        self, *, fill: Colour | None = None, stroke: Colour | None = None, width: float | None = None
    ) -> None:
        if fill is not None and fill != self._fill:
            self._fill = fill
            self._canvas.setFillColorRGB(*fill)
        if stroke is not None and stroke != self._stroke:
            self._stroke = stroke
            self._canvas.setStrokeColorRGB(*stroke)
        if width is not None and not math.isclose(width, self._width):
            self._width = width
            self._canvas.setLineWidth(width)
