"""What was chosen in the students' list and on a student's page, as long as the program runs."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.student_list import ListOrder


@dataclass
class StudentMemory:
    """Where somebody was; pages are made anew after the lock and for the joint screen."""

    state: TrajectoryState = TrajectoryState.RUNNING
    filter: str = ""
    order: ListOrder = ListOrder.NAME
    ascending: bool = True
    chosen: uuid.UUID | None = None
    tab: str = ""


_memories: dict[Path, StudentMemory] = {}


def memory_of(folder: Path) -> StudentMemory:
    """The memory of the profile in this folder; that of every other profile is dropped."""
    if folder not in _memories:
        _memories.clear()
        _memories[folder] = StudentMemory()
    return _memories[folder]
