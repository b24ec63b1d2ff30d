"""Reading reports on a worker: one that is shown, or those of all students."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import translator_for
from wpl_desktop.ui.printing.batch import Batch, Wanted
from wpl_desktop.ui.printing.selection import only_rounds, same_round

if TYPE_CHECKING:
    from wpl_desktop.domain.evaluation_report import EvaluationReport
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.report_choices import ReportChoice, ReportFormat, ReportSubject
    from wpl_desktop.services.reporting import Reporting

Read = Callable[["ReportChoice"], "EvaluationReport | None"]
"""Gives the report of a round, or None when nothing was filled in in it."""


def reader(reporting: Reporting, chosen: ReportFormat) -> Read:
    """What reads reports in the format that was chosen; for any thread, one at a time."""
    series = reporting.series(chosen)

    def read(choice: ReportChoice) -> EvaluationReport | None:
        if not reporting.says_anything(choice.round_id):
            return None
        return series.report(choice.round_id)

    return read


def subjects_reader(services: Services) -> Callable[[Collection[uuid.UUID]], list[ReportSubject]]:
    """What reads students with their rounds; for who looks along only rounds that were put side by side (R5)."""

    def read(trajectory_ids: Collection[uuid.UUID]) -> list[ReportSubject]:
        subjects = services.reporting.subjects(trajectory_ids)
        if not joint_screen.is_on():
            return subjects
        return [
            only_rounds(one, joint_screen.rounds_to_show(services, one.trajectory_id)) for one in subjects
        ]

    return read


def batch_like(
    like: ReportChoice, students: Sequence[ReportSubject], *, reporting: Reporting, chosen: ReportFormat
) -> Batch:
    """The same document as `like` of every student, in the format that was chosen."""
    numbers = reporting.file_numbers()

    def wanted(student: ReportSubject) -> Wanted:
        choice = same_round(student, like)
        if choice is None:
            return Wanted(student_name=student.name, choice=None)
        number, year = numbers[student.trajectory_id]
        stem = chosen.file_stem(
            choice.kind,
            school_year=year,
            student=number,
            round_number=choice.round_number,
            edition=choice.edition,
        )
        return Wanted(student_name=student.name, choice=choice, file_name=f"{stem}.pdf")

    return Batch(
        wanted=tuple(wanted(student) for student in students),
        read=reader(reporting, chosen),
        translate=translator_for(chosen.language),
    )


def name_of_all(like: ReportChoice, *, reporting: Reporting, chosen: ReportFormat) -> str:
    """The name to propose for the reports of all students in one file."""
    year = reporting.file_numbers()[like.trajectory_id][1]
    stem = chosen.file_stem_of_all(like.kind, school_year=year, round_number=like.round_number)
    return f"{stem}.pdf"
