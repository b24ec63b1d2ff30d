"""How paper looks: the page in millimetres from its top left, the inks and tints, and the styles of type."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

POINTS_PER_MM = 72 / 25.4

PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0
LEFT = 25.0
RIGHT = 190.0
TOP = 23.0
BOTTOM = 276.0
TEXT_WIDTH = RIGHT - LEFT
#: Where the body of a section's first line of text begins in a list: after a code such as C1.
INDENT = 33.0

Colour = tuple[float, float, float]


def _rgb(hexadecimal: str) -> Colour:
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue)


INK = _rgb("#1F2328")
MUTED = _rgb("#5B6470")
ACCENT = _rgb("#0B6E75")
WHITE = _rgb("#FFFFFF")
RULE = _rgb("#B4B0A8")
WRITING = _rgb("#8A9099")
BLOCK_TINT = _rgb("#F3F2EF")
STATUS_TINT = _rgb("#EDF4F4")
AGREED_NOW = _rgb("#C9D8D9")
AGREED_EARLIER = _rgb("#E1E8E8")
WATERMARK = _rgb("#EFEDE9")


class Face(enum.Enum):
    """The three faces of the text; other scripts fall back to the fonts that have them."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True)
class TextStyle:
    """How a text is set: `size` and `leading` in points."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: Colour = INK

    @property
    def line_height(self) -> float:
        """From baseline to baseline, in millimetres."""
        return self.leading / POINTS_PER_MM

    def bold(self) -> TextStyle:
        """The same in bold."""
        return replace(self, face=Face.BOLD)

    def coloured(self, colour: Colour) -> TextStyle:
        """The same in another ink."""
        return replace(self, colour=colour)

    def sized(self, size: float) -> TextStyle:
        """The same in another size, leading alike."""
        return replace(self, size=size, leading=self.leading * size / self.size)


TITLE = TextStyle(22, 27, Face.BOLD)
NAME = TextStyle(15, 18.5, Face.BOLD, ACCENT)
SECOND_SCRIPT = TextStyle(14, 18.5, Face.REGULAR, INK)
PLACE = TextStyle(9.5, 12, colour=MUTED)
SECTION = TextStyle(12.5, 15, Face.BOLD)
SECTION_NOTE = TextStyle(8.5, 10.2, colour=MUTED)
SUBSECTION = TextStyle(10, 12, Face.BOLD)
BODY = TextStyle(10, 13.2)
QUOTE = TextStyle(12, 16, Face.ITALIC)
ADVICE = TextStyle(11, 14.5, Face.BOLD)
CRITERION = TextStyle(9.5, 11.4)
CELL_NAME = TextStyle(8.3, 10.4)
TABLE = TextStyle(9, 11.8)
SMALL_TABLE = TextStyle(8.5, 10.8)
LEVEL = TextStyle(11, 13, Face.BOLD)
LEVEL_WORD = TextStyle(7.5, 9)
EVIDENCE = TextStyle(8, 10.2)
COLUMN_HEAD = TextStyle(8, 9.6, colour=MUTED)
LABEL = TextStyle(8, 9.6, colour=MUTED)
SMALL_LABEL = TextStyle(7.5, 9, colour=MUTED)
NOTE = TextStyle(8, 11, colour=MUTED)
TABLE_NOTE = TextStyle(7.6, 10.2, colour=MUTED)
FLOOR = TextStyle(7, 8.4, colour=MUTED)
DEMO_TAG = TextStyle(6.5, 7.8, Face.BOLD, MUTED)
FURNITURE = TextStyle(8, 9.6)
PRIVACY = TextStyle(8.5, 11.8)
SENTENCE = TextStyle(8.5, 11.2)
