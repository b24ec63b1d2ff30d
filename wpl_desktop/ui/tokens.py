"""The colours of the interface: one set for light, one for dark."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor


# There is one of each: comparing and printing them is not worth the time it takes to make the methods.
@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Tokens:
    """Named colours of one palette; every text pair reaches 4.5 : 1, every shape 3 : 1."""

    dark: bool
    page: QColor
    rail: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    soft: QColor
    on_soft: QColor
    amber: QColor
    amber_soft: QColor
    amber_line: QColor
    levels: tuple[QColor, ...]
    on_levels: tuple[QColor, ...]
    student: QColor
    workplace: QColor
    institute: QColor
    together: QColor
    canvas: QColor


def _colours(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


LIGHT: Final = Tokens(
    dark=False,
    page=QColor("#F7F6F3"),
    rail=QColor("#EEECE6"),
    surface=QColor("#FFFFFF"),
    sunken=QColor("#F1EFEA"),
    hover=QColor("#F4F2EE"),
    line=QColor("#DDD9D2"),
    line_strong=QColor("#8B877E"),
    text=QColor("#1F2328"),
    muted=QColor("#5B6470"),
    accent=QColor("#0B6E75"),
    accent_hover=QColor("#095A60"),
    accent_pressed=QColor("#074A4F"),
    on_accent=QColor("#FFFFFF"),
    soft=QColor("#DDF0F0"),
    on_soft=QColor("#0A5A60"),
    amber=QColor("#8A5200"),
    amber_soft=QColor("#FFF3DC"),
    amber_line=QColor("#E9CF9C"),
    levels=_colours("#E3EFEF", "#B9D9DA", "#6FAFB2", "#0B6E75"),
    on_levels=_colours("#1F2328", "#1F2328", "#10272A", "#FFFFFF"),
    student=QColor("#3D5A98"),
    workplace=QColor("#7D4A22"),
    institute=QColor("#70406F"),
    together=QColor("#0B6E75"),
    canvas=QColor("#E4E1DA"),
)

DARK: Final = Tokens(
    dark=True,
    page=QColor("#15181A"),
    rail=QColor("#101214"),
    surface=QColor("#1D2123"),
    sunken=QColor("#181B1D"),
    hover=QColor("#24292B"),
    line=QColor("#33393C"),
    line_strong=QColor("#7C858A"),
    text=QColor("#E7E5E0"),
    muted=QColor("#A4ACB2"),
    accent=QColor("#5FC3C8"),
    accent_hover=QColor("#7BD3D7"),
    accent_pressed=QColor("#4DB0B5"),
    on_accent=QColor("#07282A"),
    soft=QColor("#143639"),
    on_soft=QColor("#9ADEE1"),
    amber=QColor("#EDB55C"),
    amber_soft=QColor("#33270F"),
    amber_line=QColor("#5C4719"),
    levels=_colours("#22383A", "#2B5457", "#46959A", "#8FDCDF"),
    on_levels=_colours("#E7E5E0", "#F0F4F4", "#061819", "#07282A"),
    student=QColor("#9FB5EC"),
    workplace=QColor("#E0B083"),
    institute=QColor("#D8A6DA"),
    together=QColor("#5FC3C8"),
    canvas=QColor("#0F1112"),
)


def mix(first: QColor, second: QColor, *, share: float) -> QColor:
    """The colour that lies `share` (0–1) of the way from the first to the second."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 (black) to 1 (white)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two colours, 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def level_colours(tokens: Tokens, *, level: int, count: int) -> tuple[QColor, QColor]:
    """Fill and text colour of one level of a scale with `count` levels.

    A scale of four gets the designed colours; other scales get the same ramp, divided evenly.

    Raises:
        ValueError: `level` is not between 1 and `count`.
    """
    if not 1 <= level <= count:
        message = f"level {level} is not on a scale of {count}"
        raise ValueError(message)
    last = len(tokens.levels) - 1
    position = last * (level - 1) / (count - 1) if count > 1 else float(last)
    below = min(int(position), last)
    above = min(below + 1, last)
    fill = mix(tokens.levels[below], tokens.levels[above], share=position - below)
    if position == below:
        return fill, tokens.on_levels[below]
    best = max(tokens.on_levels, key=lambda colour: contrast(colour, fill))
    return fill, best
