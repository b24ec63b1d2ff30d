"""What the pages that come next need: their modules, their widgets, and statements that the database knows."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective

if TYPE_CHECKING:
    import uuid

    from wpl_desktop.services.bundle import Services

# In the order in which they are likely to be asked for.
_PAGES: Final = ("students", "student", "conversation", "score_sheet", "printing", "settings")
_MODULES: Final = (
    "wpl_desktop.ui.students.timeline_tab",
    "wpl_desktop.ui.students.evaluations_tab",
    "wpl_desktop.ui.students.conversations_tab",
    "wpl_desktop.ui.students.data_tab",
    "wpl_desktop.ui.conversation.plan_dialog",
    "wpl_desktop.ui.conversation.hold_dialog",
    "wpl_desktop.ui.rounds.round_dialog",
    "wpl_desktop.ui.students.student_dialog",
)


def make_ready(services: Services, *, prepare: Callable[[str], None]) -> Iterator[object]:
    """Make ready what comes next, a step each time the next one is asked for.

    Args:
        services: what is read here is thrown away; the engine keeps its statements compiled.
        prepare: makes the page of this name.
    """
    for module in _MODULES:
        yield importlib.import_module(module)
    for name in _PAGES:
        yield prepare(name)
    yield services.search.find("a", limit=1)
    student = next(iter(services.student_list.names()), None)
    if student is not None:
        yield services.student_list.counts()
        yield from _read_student(services, student.trajectory_id)


def _read_student(services: Services, trajectory_id: uuid.UUID) -> Iterator[object]:
    yield services.trajectories.detail(trajectory_id)
    yield services.timeline.of_student(trajectory_id)
    yield services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART)
    for row in services.conversations.of_student(trajectory_id)[:1]:
        yield services.talks.view(row.id)
    for found in services.rounds.of_student(trajectory_id)[:1]:
        yield services.evaluations.sheet(
            found.id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
    yield services.reporting.subjects([trajectory_id])
