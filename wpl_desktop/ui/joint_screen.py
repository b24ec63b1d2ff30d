"""Whether the student sees the screen too: no other students then, no coaching notes, nothing about wellbeing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services


@dataclass
class _State:
    is_on: bool = False


_state = _State()


def is_on() -> bool:
    """Whether somebody looks along; pages and dialogs read it when they show something."""
    return _state.is_on


def set_on(on: bool) -> None:
    """Say that somebody looks along, or no longer does; pages that are open are made anew by the frame."""
    _state.is_on = on


def may_show(services: Services, *, student: uuid.UUID, round_id: uuid.UUID) -> bool:
    """R5: whether levels of a student's round may be on this screen; who looks along sees none before the reveal."""
    return not is_on() or round_id in rounds_to_show(services, student)


def rounds_to_show(services: Services, trajectory_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """The rounds of a student whose levels may be seen by who looks along: put side by side or final (R5)."""
    growth = services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART, joint=True)
    return frozenset(found.id for found in growth.rounds if Perspective.WORKPLACE not in found.hidden)
