"""Whose view of a round this screen may show (R5)."""

from __future__ import annotations

from collections.abc import Collection

from wpl_desktop.domain.evaluations import Perspective, Round, may_see
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE


def is_visible(
    scored: Round, perspective: Perspective, *, ready: Collection[Perspective], joint: bool = False
) -> bool:
    """R5: whether this screen may show what a perspective said in a round; a final round is open to all.

    On a joint screen the student looks along, so nobody's view is shown before the reveal, the own one neither.
    """
    revealed = scored.revealed_at is not None
    if scored.finalised_at is not None:
        return True
    if joint and not revealed:
        return False
    return may_see(viewer=OWN_PERSPECTIVE, seen=perspective, ready=ready, revealed=revealed)
