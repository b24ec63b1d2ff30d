"""Reading reports on a worker: one that is shown, or those of all students."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from wpl_desktop.domain.errors import EnvironmentTrouble
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.language import translator_for
from wpl_desktop.ui.printing.batch import Batch, Wanted
from wpl_desktop.ui.printing.documents import Reading, ReportFile, write_report
from wpl_desktop.ui.printing.selection import only_rounds, same_round

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.finalising import PreparedDocument, VersionRow
    from wpl_desktop.services.report_choices import ReportChoice, ReportFormat, ReportSubject
    from wpl_desktop.services.reporting import Reporting
    from wpl_desktop.ui.background import Progress

Read = Callable[["ReportChoice"], "Reading | None"]
"""Gives the report of a round, or None when nothing was filled in in it."""


def reader(services: Services, chosen: ReportFormat, *, edition: int | None = None) -> Read:
    """What reads reports in the format that was chosen; for any thread, one at a time.

    A round that is final, and an older `edition`, is read as it was then; a draft from the records.
    """
    reporting, finalising = services.reporting, services.finalising
    series = reporting.series(chosen)

    def read(choice: ReportChoice) -> Reading | None:
        if choice.final or edition is not None:
            document = finalising.prepared(choice.round_id, edition=edition, chosen=chosen)
            return Reading(report=document.report, document=document)
        if not reporting.says_anything(choice.round_id):
            return None
        return Reading(report=series.report(choice.round_id))

    return read


def writer(
    choice: ReportChoice, *, services: Services, chosen: ReportFormat, edition: int | None
) -> Callable[[Progress], ReportFile | None]:
    """What reads and writes one report on a worker; gives None when nothing was filled in in its round."""
    read = reader(services, chosen, edition=edition)
    words = translator_for(chosen.language)

    def write(progress: Progress) -> ReportFile | None:
        progress.check()
        reading = read(choice)
        return None if reading is None else write_report(reading, translate=words, progress=progress)

    return write


def keep_final(document: PreparedDocument, data: bytes, *, services: Services, origin: object) -> None:
    """Keep the PDF of a final report that was written for the first time; not for a worker, because it writes."""
    try:
        services.finalising.keep_document(document, data, origin=origin)
    except EnvironmentTrouble:
        # A full disk keeps nobody from reading; the next time it is written from the same snapshot.
        return


def older_version(asked: tuple[uuid.UUID, int] | None, *, services: Services) -> VersionRow | None:
    """The version that was asked for (round and edition), when it is not the one that holds."""
    if asked is None:
        return None
    round_id, edition = asked
    versions = services.finalising.versions(round_id)
    return next((row for row in versions if row.edition == edition and not row.is_current), None)


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
    like: ReportChoice, students: Sequence[ReportSubject], *, services: Services, chosen: ReportFormat
) -> Batch:
    """The same document as `like` of every student, in the format that was chosen."""
    numbers = services.reporting.file_numbers()

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
        read=reader(services, chosen),
        translate=translator_for(chosen.language),
    )


def name_of_all(like: ReportChoice, *, reporting: Reporting, chosen: ReportFormat) -> str:
    """The name to propose for the reports of all students in one file."""
    year = reporting.file_numbers()[like.trajectory_id][1]
    stem = chosen.file_stem_of_all(like.kind, school_year=year, round_number=like.round_number)
    return f"{stem}.pdf"
