"""Dot strips: who saw which level in which round, as small pictures with their words in the text layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wpl_desktop.domain.evaluation_report import ReportAgreed
from wpl_desktop.domain.evaluations import Mark, Perspective, is_scored, levels_of
from wpl_desktop.reports import marks
from wpl_desktop.reports.marks import AGREED, VOICES, Voice
from wpl_desktop.reports.page import Surface
from wpl_desktop.reports.style import (
    ACCENT,
    AGREED_EARLIER,
    AGREED_NOW,
    INK,
    MUTED,
    RULE,
    Face,
    TextStyle,
)
from wpl_desktop.reports.text import Typesetter
from wpl_desktop.texts import mark_sign

WIDTH = 52.6
GAP = 3.6
PER_ROW = 3
_LANE = 4.9
_SCALE = 12.6
_ROW = 5.2
_MARK = 1.85
_LEVEL_WIDTH = 10.0
#: Fixed places inside a level column of 10 mm, so that marks never overlap.
_PLACES: Mapping[Voice, float] = {
    Perspective.STUDENT: 1.5,
    Perspective.WORKPLACE: 3.85,
    Perspective.INSTITUTE: 6.2,
    AGREED: 8.55,
}
_CODE = TextStyle(8.5, 10.2, Face.BOLD, ACCENT)
_NAME = TextStyle(8, 9.6, Face.BOLD)
_NAME_X = 6.3
#: A name that is too long for one line in the last of these stands on two.
_NAME_SIZES = (8.0, 7.5, 7.0, 6.5)
_ROUND = TextStyle(7, 8.4, colour=MUTED)
_ROUND_NOW = TextStyle(7, 8.4, Face.BOLD)
_SIGN = TextStyle(7.5, 9, Face.BOLD)
_UNSEEN = TextStyle(2, 2.4)


@dataclass(frozen=True, kw_only=True)
class StripRow:
    """One round of one strip. `label` is R1, R2 …; `words` say after it what the row shows."""

    label: str
    words: str
    marks: Mapping[Perspective, Mark]
    agreed: ReportAgreed
    is_now: bool


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One criterion's picture: rows from the first round down to this one."""

    code: str
    name: str
    level_count: int
    rows: tuple[StripRow, ...]


def height(rows: int) -> float:
    """From the baseline of a strip's name to that of the strip below it."""
    return 12.0 + rows * _ROW


def draw(surface: Surface, strip: Strip, x: float, baseline: float) -> None:
    """A strip whose name stands on `baseline`, `WIDTH` wide."""
    surface.put(x, baseline, surface.type.fitted(strip.code, _CODE, 5.8))
    _write_name(surface, strip.name, x + _NAME_X, baseline)
    top = baseline + 1.8
    column = (WIDTH - _SCALE) / strip.level_count
    for index, row in enumerate(strip.rows):
        _tint(surface, row, x + _SCALE, top + index * _ROW, column=column)
    _frame(surface, x + _SCALE, top, column=column, levels=strip.level_count, rows=len(strip.rows))
    for index, row in enumerate(strip.rows):
        row_top = top + index * _ROW
        surface.label(x, row_top + 3.55, row.label, _ROUND_NOW if row.is_now else _ROUND)
        surface.put_unseen(x + _LANE, row_top + 3.55, surface.type.line(row.words, _UNSEEN))
        _non_levels(surface, row, x, row_top + _ROW / 2)
        _levels(surface, row, x + _SCALE, row_top + _ROW / 2, column=column)


def is_long(typesetter: Typesetter, name: str) -> bool:
    """Whether a name does not fit on one line above its strip, not even in the smallest size."""
    return typesetter.line(name, _NAME.sized(_NAME_SIZES[-1])).width_mm > WIDTH - _NAME_X


def _write_name(surface: Surface, name: str, x: float, baseline: float) -> None:
    """The name on one line, or on two of which the last stands on `baseline`; cut only when two are not enough."""
    kit, width = surface.type, WIDTH - _NAME_X
    if is_long(kit, name):
        for style in map(_NAME.sized, _NAME_SIZES):
            lines = kit.wrap(name, style, width)
            if len(lines) == 2:
                for line, above in zip(lines, (style.line_height, 0.0), strict=True):
                    surface.put(x, baseline - above, line)
                return
    surface.put(x, baseline, kit.fitted(name, _NAME, width, smallest=_NAME_SIZES[-1]))


def _tint(surface: Surface, row: StripRow, left: float, top: float, *, column: float) -> None:
    level = row.agreed.mark.level
    if level is not None and not row.agreed.difference_stands:
        fill = AGREED_NOW if row.is_now else AGREED_EARLIER
        surface.box(left + (level - 1) * column, top, width=column, height=_ROW, fill=fill)


def _frame(surface: Surface, left: float, top: float, *, column: float, levels: int, rows: int) -> None:
    bottom = top + rows * _ROW
    right = left + levels * column
    for index in range(levels + 1):
        x = left + index * column
        surface.ink(lambda pen, x=x: pen.stroke((x, top), (x, bottom), width=0.35, colour=RULE))
        if index < levels:
            numeral = surface.type.line(str(index + 1), _ROUND)
            surface.put_centred(x + column / 2, bottom + 2.9, numeral)
    for y in (top, bottom):
        surface.rule(y, x=left, to=right, width=0.35)


def _size(column: float) -> float:
    return _MARK * min(1.0, column / _LEVEL_WIDTH)


def _place(voice: Voice, level: int, column: float) -> float:
    """Where a voice's mark stands, from the left of the scale; a wide column keeps the marks together."""
    spread = min(column, _LEVEL_WIDTH)
    return (level - 1) * column + (column - spread) / 2 + _PLACES[voice] * spread / _LEVEL_WIDTH


def _levels(surface: Surface, row: StripRow, left: float, y: float, *, column: float) -> None:
    size = _size(column)
    taken: list[float] = []
    for perspective, mark in row.marks.items():
        if mark.level is not None:
            taken.append(_place(perspective, mark.level, column))
            marks.shape(surface, perspective, left + taken[-1], y, size=size, solid=row.is_now)
    if row.agreed.difference_stands:
        _difference(surface, levels_of(row.marks.values()), taken, left, y, column=column)
    elif row.agreed.mark.level is not None:
        x = left + _place(AGREED, row.agreed.mark.level, column)
        marks.shape(surface, AGREED, x, y, size=size, solid=row.is_now)


def _difference(
    surface: Surface, levels: list[int], taken: list[float], left: float, y: float, *, column: float
) -> None:
    """The struck diamond between the lowest and the highest view, on a dotted line where there is room."""
    if not levels:
        marks.difference_mark(surface, left - (_SCALE - _LANE) / 2, y, size=_MARK)
        return
    size = _size(column)
    low = max(x for x in taken if x < min(levels) * column)
    high = min(x for x in taken if x > (max(levels) - 1) * column)
    middle = (low + high) / 2
    if min(abs(middle - x) for x in taken) < 1.1 * size:
        middle = _place(AGREED, int(middle // column) + 1, column)
    for start, end in ((low + size, middle - 1.1 * size), (middle + 1.1 * size, high - size)):
        if end - start > 0.8:
            surface.ink(
                lambda pen, start=start, end=end: pen.stroke(
                    (left + start, y), (left + end, y), width=0.6, colour=INK, dotted=True
                )
            )
    marks.difference_mark(surface, left + middle, y, size=size)


def _non_levels(surface: Surface, row: StripRow, x: float, y: float) -> None:
    """In the lane before the scale: the shapes of who gave no level, then their sign."""
    by_sign: dict[str, list[Voice]] = {}
    for voice in VOICES:
        mark = row.agreed.mark if voice is None else row.marks.get(voice)
        if mark is None or mark.level is not None or not is_scored(mark):
            continue
        if voice is AGREED and row.agreed.difference_stands:
            continue
        by_sign.setdefault(mark_sign(mark), []).append(voice)
    steps = sum(len(voices) * 2.0 + 1.8 for voices in by_sign.values())
    factor = min(1.0, (_SCALE - _LANE - 0.2) / steps) if steps else 1.0
    place = x + _LANE
    for sign, voices in by_sign.items():
        for voice in voices:
            marks.shape(surface, voice, place + 0.9 * factor, y, size=_MARK * factor, solid=row.is_now)
            place += 2.0 * factor
        surface.label(place + 0.1, y + 0.95, sign, _SIGN)
        place += 1.8 * factor
