"""In which order the parts of a line that mixes left-to-right and right-to-left are drawn."""

from __future__ import annotations

import re
import unicodedata

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter decides that the paragraph runs from right to left."""
    for character in text:
        kind = _STRONG.get(unicodedata.bidirectional(character))
        if kind in {"L", "R"}:
            return kind == "R"
    return False


def visual_order(text: str, *, right_to_left: bool) -> list[tuple[int, int, bool]]:
    """Stretches `(start, end, is right-to-left)` of one line, in the order in which they stand on paper.

    The Unicode bidirectional algorithm without explicit embeddings, which are stripped before.
    """
    base = 1 if right_to_left else 0
    levels = _levels(text, base)
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return _stretches(order, levels)


def _levels(text: str, base: int) -> list[int]:
    kinds = _kinds(text, base)
    levels: list[int] = []
    for kind in kinds:
        if kind == "R":
            levels.append(1)
        elif kind == "N":
            levels.append(2)
        else:
            levels.append(2 if base else 0)
    return levels


def _kinds(text: str, base: int) -> list[str]:
    """L, R or N (a number inside right-to-left) for each character; neutrals go with their neighbours."""
    around = "R" if base else "L"
    kinds: list[str] = []
    strong = around
    for index, character in enumerate(text):
        raw = unicodedata.bidirectional(character)
        kind = _STRONG.get(raw, " ")
        if raw == "NSM" and kinds:
            kind = kinds[-1]
        elif raw in {"ES", "CS"} and _between_digits(text, index):
            kind = "N"
        if kind == "N" and strong == "L":
            kind = "L"
        if kind in {"L", "R"}:
            strong = kind
        kinds.append(kind)
    _resolve_neutrals(kinds, around)
    return kinds


def _between_digits(text: str, index: int) -> bool:
    return 0 < index < len(text) - 1 and text[index - 1].isdecimal() and text[index + 1].isdecimal()


def _resolve_neutrals(kinds: list[str], around: str) -> None:
    index = 0
    while index < len(kinds):
        if kinds[index] != " ":
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] == " ":
            end += 1
        before = _side(kinds[index - 1]) if index else around
        after = _side(kinds[end]) if end < len(kinds) else around
        kinds[index:end] = [before if before == after else around] * (end - index)
        index = end


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _stretches(order: list[int], levels: list[int]) -> list[tuple[int, int, bool]]:
    """Neighbours on one level that follow each other, as ranges of the text in reading order."""
    found: list[tuple[int, int, bool]] = []
    index = 0
    while index < len(order):
        level = levels[order[index]]
        step = -1 if level % 2 else 1
        end = index + 1
        while end < len(order) and levels[order[end]] == level and order[end] == order[end - 1] + step:
            end += 1
        low, high = sorted((order[index], order[end - 1]))
        found.append((low, high + 1, level % 2 == 1))
        index = end
    return found
