"""Which reports there are to choose from, and which one follows from a click."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import RoundKind

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.reporting import ReportChoice


class Form(enum.Enum):
    """The two forms of an evaluation report; which one follows from the kind of the round (6.2)."""

    MIDTERM = "midterm"
    FINAL = "final"


class ReportState(enum.Enum):
    """How far a report is: somebody is still scoring, everybody is ready, or it is final."""

    DRAFT = "draft"
    READY = "ready"
    FINAL = "final"


@dataclass(frozen=True, kw_only=True)
class ReportStudent:
    """A student with the rounds of which a report can be made, oldest first; there may be none yet.

    `newest_state` is how far the last of them is.
    """

    trajectory_id: uuid.UUID
    name: str
    rounds: tuple[ReportChoice, ...] = ()
    newest_state: ReportState | None = None


def form_of(choice: ReportChoice) -> Form:
    """The form in which a round is printed."""
    return Form.FINAL if choice.kind is RoundKind.FINAL else Form.MIDTERM


def read_students(services: Services) -> list[ReportStudent]:
    """Students with rounds in the order of their names, then running students who have none yet."""
    by_trajectory: dict[uuid.UUID, list[ReportChoice]] = {}
    for choice in services.reporting.choices():
        by_trajectory.setdefault(choice.trajectory_id, []).append(choice)
    found = [
        ReportStudent(
            trajectory_id=key,
            name=rounds[0].student_name,
            rounds=tuple(rounds),
            newest_state=read_state(services, rounds[-1]),
        )
        for key, rounds in by_trajectory.items()
    ]
    found += [
        ReportStudent(trajectory_id=row.trajectory_id, name=row.name)
        for row in services.trajectories.students()
        if row.trajectory_id not in by_trajectory
    ]
    return found


def read_state(services: Services, choice: ReportChoice) -> ReportState:
    """How far a round is. Raises `DomainError` (`not_found`) when it was removed."""
    if choice.final:
        return ReportState.FINAL
    for row in services.evaluations.rounds(choice.trajectory_id):
        if row.id == choice.round_id:
            ready = {perspective for perspective, strand in row.ready if strand is Strand.STUDENT_PART}
            return ReportState.READY if ready >= set(row.perspectives) else ReportState.DRAFT
    raise refused("not_found")


def find_round(students: Sequence[ReportStudent], round_id: object) -> ReportChoice | None:
    """The report of a round, if the round is there."""
    choices = (choice for student in students for choice in student.rounds)
    return next((choice for choice in choices if choice.round_id == round_id), None)


def round_like(student: ReportStudent, like: ReportChoice | None) -> ReportChoice | None:
    """The student's round that is most like the one shown: same number, else same form, else the newest."""
    if not student.rounds:
        return None
    if like is not None:
        for choice in student.rounds:
            if choice.round_number == like.round_number:
                return choice
        newest = newest_of_form(student, form_of(like))
        if newest is not None:
            return newest
    return student.rounds[-1]


def newest_of_form(student: ReportStudent, form: Form) -> ReportChoice | None:
    """The student's newest round that is printed in this form, if there is one."""
    return next((choice for choice in reversed(student.rounds) if form_of(choice) is form), None)
