"""Where the parts of a number, time or day with arrows lie: both arrows in one column that grows with the text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle

#: The column of the arrows at the usual text size, with the edge of the field.
ARROWS: Final = 22
#: What Fusion leaves for its own, whatever the text size.
_FUSION_ARROWS: Final = 16


def spin_part(part: QStyle.SubControl, *, found: QRect, whole: QRect, arrows: int, padding: int) -> QRect:
    """The rectangle of a part of a field with arrows.

    Args:
        part: which part is asked for.
        found: where Fusion has it; its lower arrow is narrower than its upper one, and gone in large text.
        whole: the field.
        arrows: the width of the column of the arrows, in pixels.
        padding: what the words are moved to the right, in pixels.
    """
    parts = QStyle.SubControl
    if part == parts.SC_SpinBoxEditField:
        return found.adjusted(padding, 0, _FUSION_ARROWS - arrows, 0)
    # Two pixels above and below are the frame's.
    half = whole.height() // 2 - 2
    left = whole.right() - arrows + 1
    if part == parts.SC_SpinBoxUp:
        return QRect(left, whole.top() + 2, arrows, half)
    if part == parts.SC_SpinBoxDown:
        return QRect(left, whole.bottom() - 1 - half, arrows, half)
    return found
