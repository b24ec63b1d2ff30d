"""Changes to a draft of a set of criteria: levels and criteria that come and go, each with its texts."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from wpl_desktop.domain.criteria import FEWEST_LEVELS, MOST_LEVELS, Strand, Weight
from wpl_desktop.domain.criteria_content import MOST_CRITERIA
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.words import LANGUAGES, Words

_STRANDS = tuple(strand.value for strand in Strand)


def no_words() -> Words:
    """A text that still has to be written in every language."""
    return dict.fromkeys(LANGUAGES, "")


def level_count(content: Mapping[str, Any]) -> int:
    """How many levels the scale of a draft has."""
    return len(content["levels"][_STRANDS[0]])


def with_level_added(content: Mapping[str, Any]) -> dict[str, Any]:
    """A draft with one level more at the top; its texts still have to be written. Refused (`level_count`) at 5."""
    count = level_count(content) + 1
    if count > MOST_LEVELS:
        raise refused("level_count", field="levels", fewest=FEWEST_LEVELS, most=MOST_LEVELS)
    changed = deepcopy(dict(content))
    for strand in _STRANDS:
        changed["levels"][strand].append({"level": count, "label": no_words()})
        for criterion in changed["criteria"]:
            criterion["level_texts"][strand].append({"level": count, "text": no_words()})
    return changed


def with_level_removed(content: Mapping[str, Any], level: int) -> dict[str, Any]:
    """A draft without one level and its texts; those above it move down. Refused (`level_count`) at 3."""
    if level_count(content) <= FEWEST_LEVELS:
        raise refused("level_count", field="levels", fewest=FEWEST_LEVELS, most=MOST_LEVELS)
    changed = deepcopy(dict(content))
    for strand in _STRANDS:
        _remove_level(changed["levels"][strand], level)
        for criterion in changed["criteria"]:
            _remove_level(criterion["level_texts"][strand], level)
    # What may be expected now stays the same level by its words, as far as that is still there.
    if changed["expected_level"] > level or changed["expected_level"] > level_count(changed):
        changed["expected_level"] -= 1
    return changed


def with_criterion_added(content: Mapping[str, Any]) -> dict[str, Any]:
    """A draft with one criterion more at the end, still without texts. Refused (`criteria_too_many`) at 15."""
    changed = deepcopy(dict(content))
    if len(changed["criteria"]) >= MOST_CRITERIA:
        raise refused("criteria_too_many", field="criteria", most=MOST_CRITERIA)
    levels = range(1, level_count(changed) + 1)
    known = {criterion["key"] for criterion in changed["criteria"]}
    number = next(number for number in range(1, MOST_CRITERIA + 2) if f"own_{number}" not in known)
    changed["criteria"].append(
        {
            "code": "",
            "key": f"own_{number}",
            "weight": Weight.SHARED.value,
            "name": no_words(),
            "description": no_words(),
            "reading_hint": None,
            "level_texts": {
                strand: [{"level": level, "text": no_words()} for level in levels] for strand in _STRANDS
            },
            "indicators": [],
            "questions": [],
            "tips": [],
        }
    )
    return _numbered(changed)


def with_criterion_removed(content: Mapping[str, Any], position: int) -> dict[str, Any]:
    """A draft without one criterion; those after it get the codes before theirs. The last one stays."""
    changed = deepcopy(dict(content))
    if len(changed["criteria"]) == 1:
        raise refused("criteria_too_few", field="criteria", fewest=1)
    del changed["criteria"][position]
    return _numbered(changed)


def with_criterion_moved(content: Mapping[str, Any], position: int, *, to: int) -> dict[str, Any]:
    """A draft in which one criterion stands at another place; the codes follow the order."""
    changed = deepcopy(dict(content))
    changed["criteria"].insert(to, changed["criteria"].pop(position))
    return _numbered(changed)


def _remove_level(rows: list[dict[str, Any]], level: int) -> None:
    del rows[level - 1]
    for number, row in enumerate(rows, start=1):
        row["level"] = number


def _numbered(content: dict[str, Any]) -> dict[str, Any]:
    for number, criterion in enumerate(content["criteria"], start=1):
        criterion["code"] = f"C{number}"
    return content
