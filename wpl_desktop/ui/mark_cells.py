"""Marks as the cells of level buttons, and the keys that stand for levels."""

from __future__ import annotations

from typing import Final

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Mark,
    MarkKind,
    level_mark,
)
from wpl_desktop.texts import mark_sign, mark_word
from wpl_desktop.ui.language import translate
from wpl_desktop.ui.widgets.level_row import ExtraCell

# A Belgian or French keyboard gives these for the digit keys without Shift; in a row they mean nothing else.
AZERTY_DIGITS: Final = {"&": 1, "é": 2, '"': 3, "'": 4, "(": 5}


def cell_value(mark: Mark) -> int | str | None:
    """What the level buttons are given for a mark: the level, the name of a non-level, or None."""
    if mark.kind is MarkKind.NOT_YET_SCORED:
        return None
    return mark.level if mark.level is not None else mark.kind.value


def mark_of_cell(value: object) -> Mark:
    """The mark that a cell of the level buttons stands for; the reverse of `cell_value`."""
    if isinstance(value, int):
        return level_mark(value)
    return {"not_observed": NOT_OBSERVED, "no_opportunity": NO_OPPORTUNITY}.get(str(value), NOT_YET_SCORED)


def signs_of(strand: Strand) -> tuple[ExtraCell, ...]:
    """The cells that are no level; *no opportunity* exists on the student's part only (2.2)."""
    not_observed = ExtraCell(
        value=NOT_OBSERVED.kind.value,
        sign=mark_sign(NOT_OBSERVED),
        name=mark_word(NOT_OBSERVED, (), translate),
        key="-",
    )
    if strand is Strand.WORKPLACE_PART:
        return (not_observed,)
    no_opportunity = ExtraCell(
        value=NO_OPPORTUNITY.kind.value,
        sign=mark_sign(NO_OPPORTUNITY),
        name=mark_word(NO_OPPORTUNITY, (), translate),
        key="x",
    )
    return (not_observed, no_opportunity)
