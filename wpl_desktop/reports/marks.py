"""The shapes of the voices, drawn as paths that look equally big, and the cells that hold a level."""

from __future__ import annotations

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.reports.page import Surface
from wpl_desktop.reports.style import ACCENT, INK, RULE, WHITE, WRITING, Face, TextStyle

AGREED = None
"""The fourth voice: what was agreed together."""

Voice = Perspective | None

VOICES: tuple[Voice, ...] = (Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE, AGREED)

CELL_WIDTH = 7.2
CELL_HEIGHT = 5.2
CELL_GAP = 0.7

_EMPTY_NUMERAL = TextStyle(8, 9.6, colour=WRITING)
_CHOSEN_NUMERAL = TextStyle(9, 10.8, Face.BOLD, WHITE)


def shape(
    surface: Surface, voice: Voice, x: float, y: float, *, size: float, solid: bool, border_width: float = 0.6
) -> None:
    """The mark of a voice around (x, y): circle, square, triangle or diamond (2.3).

    `size` is nominal: the square is drawn smaller and the diamond wider, so that all weigh the same.
    """
    fill = INK if solid else WHITE
    border = None if solid else INK
    # An outline adds half its width on each side, a solid mark does not.
    if not solid:
        size -= border_width * 0.35
    if voice is Perspective.STUDENT:
        surface.ink(
            lambda pen: pen.circle(x, y, diameter=size, fill=fill, border=border, border_width=border_width)
        )
        return
    points = _points(voice, x, y, size)
    surface.ink(lambda pen: pen.polygon(points, fill=fill, border=border, border_width=border_width))


def _points(voice: Voice, x: float, y: float, size: float) -> list[tuple[float, float]]:
    if voice is Perspective.WORKPLACE:
        half = 0.44 * size
        return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    if voice is Perspective.INSTITUTE:
        half, up, down = 0.56 * size, 0.55 * size, 0.46 * size
        return [(x - half, y + down), (x + half, y + down), (x, y - up)]
    half = 0.6 * size
    return [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]


def difference_mark(surface: Surface, x: float, y: float, *, size: float) -> None:
    """A difference that stands: an open diamond struck through (R6); never a level."""
    shape(surface, AGREED, x, y, size=size, solid=False)
    reach = 0.78 * size
    surface.ink(
        lambda pen: pen.stroke((x - reach, y + reach), (x + reach, y - reach), width=0.65, colour=INK)
    )


def scale_width(level_count: int) -> float:
    """Width of a scale with that many levels."""
    return level_count * (CELL_WIDTH + CELL_GAP)


def scale(surface: Surface, x: float, y: float, *, level_count: int, chosen: int | None) -> None:
    """One cell for each level with its numeral; the chosen one solid, none when no level was agreed."""
    for level in range(1, level_count + 1):
        left = x + (level - 1) * (CELL_WIDTH + CELL_GAP)
        is_chosen = level == chosen
        surface.box(
            left,
            y,
            width=CELL_WIDTH,
            height=CELL_HEIGHT,
            fill=ACCENT if is_chosen else WHITE,
            border=ACCENT if is_chosen else RULE,
        )
        line = surface.type.line(str(level), _CHOSEN_NUMERAL if is_chosen else _EMPTY_NUMERAL)
        surface.put_centred(left + CELL_WIDTH / 2, y + (3.8 if is_chosen else 3.7), line)
