"""What the pages that come next need: their modules, their widgets, and statements that the database knows."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.agreement_board import Arrangement

if TYPE_CHECKING:
    import uuid

    from wpl_desktop.services.bundle import Services

# In the order in which they are likely to be asked for, each with the module that makes it.
_PAGES: Final = (
    ("students", "wpl_desktop.ui.students.students_page"),
    ("student", "wpl_desktop.ui.students.student_page"),
    ("agenda", "wpl_desktop.ui.agenda.agenda_page"),
    ("evaluations", "wpl_desktop.ui.rounds.board_page"),
    ("round", "wpl_desktop.ui.rounds.round_page"),
    ("score_sheet", "wpl_desktop.ui.evaluations.score_sheet_page"),
    ("conversation", "wpl_desktop.ui.conversation.conversation_page"),
    ("agreements", "wpl_desktop.ui.agreements.agreements_page"),
    ("side_by_side", "wpl_desktop.ui.side_by_side.side_by_side_page"),
    ("paper_sheet", "wpl_desktop.ui.evaluations.paper_page"),
    ("printing", "wpl_desktop.ui.printing.printing_page"),
    ("settings", "wpl_desktop.ui.settings.settings_page"),
    ("criteria", "wpl_desktop.ui.criteria.criteria_page"),
    ("school_year", "wpl_desktop.ui.school_year.school_year_page"),
    ("growth_plan", "wpl_desktop.ui.growth_plan.growth_plan_page"),
)
_MODULES: Final = (
    "wpl_desktop.ui.students.timeline_tab",
    "wpl_desktop.ui.students.evaluations_tab",
    "wpl_desktop.ui.students.conversations_tab",
    "wpl_desktop.ui.students.data_tab",
    "wpl_desktop.ui.conversation.plan_dialog",
    "wpl_desktop.ui.conversation.hold_dialog",
    "wpl_desktop.ui.conversation.not_held_dialog",
    "wpl_desktop.ui.rounds.round_dialog",
    "wpl_desktop.ui.rounds.reveal_dialog",
    "wpl_desktop.ui.rounds.finalise_dialog",
    "wpl_desktop.ui.rounds.signature_dialog",
    "wpl_desktop.ui.hand_over_window",
    "wpl_desktop.ui.students.student_dialog",
)


def make_ready(services: Services, *, prepare: Callable[[str], None]) -> Iterator[object]:
    """Make ready what comes next, a step each time the next one is asked for.

    Args:
        services: what is read here is thrown away; the engine keeps its statements compiled.
        prepare: makes the page of this name.
    """
    for name, module in _PAGES:
        yield importlib.import_module(module)
        yield prepare(name)
    for module in _MODULES:
        yield importlib.import_module(module)
    yield services.search.find("a", limit=1)
    student = next(iter(services.student_list.names()), None)
    if student is None:
        return
    yield services.student_list.counts()
    yield services.suggestions.current(limit=1)
    yield from _read_agenda(services)
    yield services.agreement_board.groups(Arrangement.BY_DATE)
    yield services.round_board.heads()
    yield services.round_board.rows(services.round_board.order()[:1])
    yield services.round_board.order(waiting=True)
    yield from _read_student(services, student.trajectory_id)
    yield from _read_criteria(services)


def _read_agenda(services: Services) -> Iterator[object]:
    today = services.clock.local().date()
    monday = today - timedelta(days=today.weekday())
    # The first time it also reads the holidays that are kept beside the program.
    yield services.school_calendar.week(monday, monday + timedelta(days=4))
    yield services.agenda.span(monday, monday)
    yield services.agenda.page(offset=0, limit=1)
    yield services.agenda.unplanned(most=1)


def _read_student(services: Services, trajectory_id: uuid.UUID) -> Iterator[object]:
    yield services.trajectories.detail(trajectory_id)
    yield services.timeline.of_student(trajectory_id)
    yield services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART)
    talks = services.conversations.of_student(trajectory_id)
    yield talks
    for row in talks[:1]:
        yield services.talks.view(row.id)
        yield services.agenda.detail(row.id)
        yield services.growth_plans.of_conversation(row.id)
    yield services.conversations.free_starts(trajectory_id, minutes=30, limit=1)
    rounds = services.rounds.of_student(trajectory_id)
    yield rounds
    for found in rounds[-1:]:
        yield from _read_round(services, found.id)
    yield services.reporting.subjects([trajectory_id])


def _read_round(services: Services, round_id: uuid.UUID) -> Iterator[object]:
    yield services.round_steps.view(round_id)
    for perspective in (Perspective.WORKPLACE, Perspective.STUDENT):
        yield services.evaluations.sheets(round_id, perspective=perspective)
    yield services.side_by_side.view(round_id, strand=Strand.STUDENT_PART)
    yield services.hand_over.view(round_id, Perspective.STUDENT)


def _read_criteria(services: Services) -> Iterator[object]:
    for found in services.criteria_sets.sets()[:1]:
        yield services.criteria_sets.content(found.id)
    yield services.criteria_sets.drafts()
