"""What a table of dot strips shows: rounds, lines and cells, in words and shapes only."""

from __future__ import annotations

from dataclasses import dataclass

from wpl_desktop.ui.widgets.shapes import Shape


@dataclass(frozen=True, kw_only=True)
class StripAction:
    """A button in the head of a round: the name its owner knows it by, its words and what it is about."""

    name: str
    text: str
    spoken: str
    primary: bool = False


@dataclass(frozen=True, kw_only=True)
class StripRound:
    """The head of one round; one that has not begun shows no levels yet."""

    key: object
    title: str
    detail: str = ""
    state: str = ""
    begun: bool = True
    actions: tuple[StripAction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StripCell:
    """One criterion in one round.

    `levels` says which shape stands at which level, `beside` which gave no level, with its sign. `note` stands in the
    place of a strip, `empty` leaves the place free. `spoken` is the whole cell in words.
    """

    spoken: str
    levels: tuple[tuple[Shape, int], ...] = ()
    beside: tuple[tuple[Shape, str], ...] = ()
    agreed: int | None = None
    agreed_sign: str = ""
    differs: bool = False
    note: str = ""
    empty: bool = False


@dataclass(frozen=True, kw_only=True)
class StripLine:
    """One criterion: its code, its name and a cell for each round."""

    code: str
    name: str
    cells: tuple[StripCell, ...]


@dataclass(frozen=True, kw_only=True)
class StripContent:
    """Everything of a table; `agreed_title` stands above what was agreed."""

    names_title: str = ""
    agreed_title: str = ""
    level_count: int = 4
    rounds: tuple[StripRound, ...] = ()
    lines: tuple[StripLine, ...] = ()
