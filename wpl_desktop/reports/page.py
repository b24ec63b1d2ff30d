"""One page: what stands on it, in the order in which it is drawn, in millimetres from the top left."""

from __future__ import annotations

from collections.abc import Callable

from wpl_desktop.reports.pen import Pen
from wpl_desktop.reports.style import INK, LEFT, RIGHT, RULE, Colour, TextStyle
from wpl_desktop.reports.text import Line, Text, Typesetter

Ink = Callable[[Pen], None]
"""One thing on a page, drawn when the whole document is known."""

_TICK_BOX = 3.6


class Surface:
    """Something to put text and shapes on; `type` sets the text."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.type = typesetter

    def ink(self, ink: Ink) -> None:
        """Put one thing on it."""
        raise NotImplementedError

    def put(self, x: float, baseline: float, line: Line) -> None:
        """A line that starts at `x`."""
        self.ink(lambda pen: pen.text(x, baseline, line))

    def put_unseen(self, x: float, baseline: float, line: Line) -> None:
        """A line that is read aloud, found and copied, but not painted."""
        self.ink(lambda pen: pen.unseen_text(x, baseline, line))

    def put_right(self, right: float, baseline: float, line: Line) -> None:
        """A line that ends at `right`."""
        self.put(right - line.width_mm, baseline, line)

    def put_centred(self, middle: float, baseline: float, line: Line) -> None:
        """A line around `middle`."""
        self.put(middle - line.width_mm / 2, baseline, line)

    def label(self, x: float, baseline: float, text: Text, style: TextStyle) -> Line:
        """One line of text, set and put; gives it back for its width."""
        line = self.type.line(text, style)
        self.put(x, baseline, line)
        return line

    def rule(
        self, y: float, *, x: float = LEFT, to: float = RIGHT, width: float = 0.4, colour: Colour = RULE
    ) -> None:
        """A level line."""
        self.ink(lambda pen: pen.rule(x, y, to=to, width=width, colour=colour))

    def heavy_rule(self, y: float) -> None:
        """The line under a section heading, and above and below a table."""
        self.rule(y, width=0.9, colour=INK)

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
    ) -> None:
        """A rectangle with its top left at (x, y)."""
        self.ink(
            lambda pen: pen.box(
                x, y, width=width, height=height, fill=fill, border=border, border_width=border_width
            )
        )

    def tick_box(self, x: float, baseline: float, *, ticked: bool) -> None:
        """A box for a cross, standing a little below the baseline of its label."""
        top = baseline + 0.6 - _TICK_BOX
        self.box(x, top, width=_TICK_BOX, height=_TICK_BOX, border=INK, border_width=0.7)
        if ticked:
            near, far = 0.7, _TICK_BOX - 0.7
            for start, end in (((near, near), (far, far)), ((near, far), (far, near))):
                self.ink(
                    lambda pen, start=start, end=end: pen.stroke(
                        (x + start[0], top + start[1]), (x + end[0], top + end[1]), width=1.1, colour=INK
                    )
                )


class Page(Surface):
    """One page of its own."""

    def __init__(self, typesetter: Typesetter) -> None:
        super().__init__(typesetter)
        self.inks: list[Ink] = []

    def ink(self, ink: Ink) -> None:
        """Put one thing on this page."""
        self.inks.append(ink)
