"""Sets of criteria for tests: the shipped one, and complete ones with another number of levels."""

from __future__ import annotations

import uuid
from copy import deepcopy
from typing import Any

from wpl_desktop.domain.criteria_editing import (
    level_count,
    with_criterion_removed,
    with_level_added,
    with_level_removed,
)
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services


def shipped() -> dict[str, Any]:
    """A copy of the set that comes with the program, which a test may change."""
    return deepcopy(content.shipped("criteria"))


def with_levels(count: int, *, criteria: int = 9) -> dict[str, Any]:
    """A complete set with `count` levels, each with words of its own that name the count."""
    whole = shipped()
    while level_count(whole) < count:
        whole = with_level_added(whole)
    while level_count(whole) > count:
        whole = with_level_removed(whole, level_count(whole))
    while len(whole["criteria"]) > criteria:
        whole = with_criterion_removed(whole, len(whole["criteria"]) - 1)
    whole["key"] = f"own-{count}"
    whole["name"] = {"nl": f"Met {count} niveaus", "en": f"With {count} levels"}
    for strand, sign in (("student_part", "S"), ("workplace_part", "W")):
        for level in whole["levels"][strand]:
            number = level["level"]
            level["label"] = {"nl": f"Trap {sign}{number}/{count}", "en": f"Step {sign}{number}/{count}"}
        for criterion in whole["criteria"]:
            for level in criterion["level_texts"][strand]:
                words = f"{criterion['code']} {sign}{level['level']}/{count}"
                level["text"] = {"nl": f"Zo ziet {words} eruit.", "en": f"This is {words}."}
    return whole


def publish(
    services: Services, whole: dict[str, Any], *, edition: str = "1.0", for_new: bool = False
) -> uuid.UUID:
    """A version with this content."""
    draft_id = services.criteria_sets.add_draft(whole)
    return services.criteria_sets.publish(draft_id, edition=edition, for_new=for_new)
