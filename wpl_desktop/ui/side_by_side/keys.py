"""What the keys do in the trialogue: levels, whom one agrees with, and the way through the list."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from wpl_desktop.domain.criteria import MOST_LEVELS, Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Mark,
    Perspective,
    level_mark,
)
from wpl_desktop.ui.language import language
from wpl_desktop.ui.mark_cells import AZERTY_DIGITS

STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
}
_STRANDS: Final = {
    Qt.Key.Key_PageUp: Strand.STUDENT_PART,
    Qt.Key.Key_PageDown: Strand.WORKPLACE_PART,
}
_CLEAR: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_SIGNS: Final = {"-": NOT_OBSERVED, "–": NOT_OBSERVED, "x": NO_OPPORTUNITY}
_LETTERS: Final = {
    "s": Perspective.STUDENT,
    "w": Perspective.WORKPLACE,
    "o": Perspective.INSTITUTE,
    "i": Perspective.INSTITUTE,
}
_HELD: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class Commands(enum.Enum):
    """What a key may ask for."""

    STEP = "step"
    STRAND = "strand"
    CLEAR = "clear"
    MARK = "mark"
    AGREE = "agree"
    DIFFERENCE = "difference"


@dataclass(frozen=True, kw_only=True)
class Command:
    """What a key asks for, with the one value that belongs to it."""

    kind: Commands
    step: int = 0
    mark: Mark = NOT_YET_SCORED
    perspective: Perspective | None = None
    strand: Strand | None = None

    @property
    def is_way(self) -> bool:
        """Whether it only goes somewhere, and decides nothing."""
        return self.kind in {Commands.STEP, Commands.STRAND}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key asks for outside a text; None for a key that means nothing here."""
    key, text = Qt.Key(event.key()), event.text().lower()
    if event.modifiers() & ~_HELD == Qt.KeyboardModifier.ControlModifier and key in _STRANDS:
        return Command(kind=Commands.STRAND, strand=_STRANDS[key])
    if event.modifiers() & ~_HELD:
        return None
    if key in STEPS:
        return Command(kind=Commands.STEP, step=STEPS[key])
    if key in _CLEAR:
        return Command(kind=Commands.CLEAR)
    if text == "d":
        return Command(kind=Commands.DIFFERENCE)
    if text in _LETTERS:
        return Command(kind=Commands.AGREE, perspective=_LETTERS[text])
    level = int(text) if text.isascii() and text.isdigit() else AZERTY_DIGITS.get(text, 0)
    if 1 <= level <= MOST_LEVELS:
        return Command(kind=Commands.MARK, mark=level_mark(level))
    return Command(kind=Commands.MARK, mark=_SIGNS[text]) if text in _SIGNS else None


def letters_of(perspectives: Sequence[Perspective]) -> str:
    """The letters that agree with a perspective, as they are shown: `s w o`, in English `s w i`."""
    institute = "o" if language() == "nl" else "i"
    letters = {Perspective.STUDENT: "s", Perspective.WORKPLACE: "w", Perspective.INSTITUTE: institute}
    return " ".join(letters[perspective] for perspective in perspectives)
