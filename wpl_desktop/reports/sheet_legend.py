"""What the signs of a sheet mean, in a row that goes on below where it is full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import NO_OPPORTUNITY, NOT_OBSERVED
from wpl_desktop.reports import marks
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.lying_sheet import LEFT, RIGHT
from wpl_desktop.reports.marks import AGREED, Voice
from wpl_desktop.reports.page import Surface
from wpl_desktop.reports.style import AGREED_NOW, INK, Face, TextStyle
from wpl_desktop.reports.text import Span, one_line
from wpl_desktop.texts import Translate, mark_sign, mark_word

_WORD = TextStyle(8, 9.6)
_STEP = 5.0
_GAP = 5.0


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One entry: `text` is the sign itself, else the shape of `voice`, struck (`differs`) or as tinted cell."""

    word: str
    text: str = ""
    voice: Voice = AGREED
    differs: bool = False
    agreed: bool = False


def sign_of_marks(strand: Strand, translate: Translate) -> list[Sign]:
    """– and ×, which are no level (R2); × exists on the student's part only."""
    found = (NOT_OBSERVED, NO_OPPORTUNITY) if strand is Strand.STUDENT_PART else (NOT_OBSERVED,)
    return [Sign(text=mark_sign(mark), word=small_word(mark_word(mark, (), translate))) for mark in found]


def sign_of_levels(words: Sequence[str]) -> list[Sign]:
    """Each level with its word."""
    return [
        Sign(text=str(level), word=small_word(one_line(word))) for level, word in enumerate(words, start=1)
    ]


def write_signs(surface: Surface, signs: Sequence[Sign], baseline: float) -> float:
    """Write the entries from the left margin on; gives the baseline of the last line."""
    x = LEFT
    for sign in signs:
        spans = [Span(f"{sign.text}\u00a0 ", Face.BOLD)] if sign.text else []
        line = surface.type.fitted([*spans, Span(sign.word)], _WORD, RIGHT - LEFT - 8.0)
        width = 0.0 if sign.text else 6.4 if sign.agreed else 3.6
        if x > LEFT and x + width + line.width_mm > RIGHT:
            x, baseline = LEFT, baseline + _STEP
        if sign.agreed:
            surface.box(x, baseline - 2.7, width=5.2, height=3.4, fill=AGREED_NOW)
            surface.box(x, baseline, width=5.2, height=0.7, fill=INK)
        elif sign.differs:
            marks.difference_mark(surface, x + 1.3, baseline - 1.0, size=2.0)
        elif not sign.text:
            marks.shape(surface, sign.voice, x + 1.2, baseline - 1.0, size=2.1, solid=True)
        surface.put(x + width, baseline, line)
        x += width + line.width_mm + _GAP
    return baseline
