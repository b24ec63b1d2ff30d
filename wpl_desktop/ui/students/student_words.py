"""What the students' list and its panel say about a student, and how typed letters find one."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import folded, initials
from wpl_desktop.domain.trajectories import TrajectoryKind
from wpl_desktop.services.rounds import RoundRow
from wpl_desktop.services.student_list import StudentRow
from wpl_desktop.texts import perspective_name, trajectory_kind_name
from wpl_desktop.ui.language import chosen, clock_time, short_day, translate, words
from wpl_desktop.ui.widgets.table import Cell, Row


def matching(
    keys: Sequence[uuid.UUID], text: str, *, search_texts: Mapping[uuid.UUID, str]
) -> list[uuid.UUID]:
    """Those of `keys` in whose (folded) search text every word of `text` occurs, in any script."""
    wanted = folded(text).split()
    return [key for key in keys if all(word in search_texts.get(key, "") for word in wanted)]


def table_row(row: StudentRow, *, today: date) -> Row:
    """One line of the table: picture, name, programme, class and mentor, next conversation, last round."""
    return Row(
        key=row.trajectory_id,
        cells=(
            Cell(text=initials(row.name, call_name=row.call_name)),
            Cell(text=row.name, second=row.second_script, strong=True),
            _programme_cell(row),
            Cell(text=row.class_names, second=", ".join(row.mentors)),
            _conversation_cell(row, today=today),
            _round_cell(row),
        ),
    )


def day_word(day: date, *, today: date) -> str:
    """`today`, or the short day."""
    return QCoreApplication.translate("StudentWords", "today") if day == today else short_day(day)


def moment_words(moment: datetime, *, today: date) -> str:
    """`do 6 nov 15:45`."""
    return f"{day_word(moment.date(), today=today)} {clock_time(moment)}"


def ready_perspectives(row: RoundRow) -> frozenset[Perspective]:
    """Who is ready with the student's part, which is what a trialogue is about."""
    return frozenset(perspective for perspective, strand in row.ready if strand is Strand.STUDENT_PART)


def waiting_words(
    perspectives: Sequence[Perspective], *, ready: Collection[Perspective], final: bool, brief: bool = False
) -> str:
    """What a round waits for. `brief` counts instead of naming more than one."""
    if final:
        return QCoreApplication.translate("StudentWords", "final")
    missing = [perspective for perspective in perspectives if perspective not in ready]
    if not missing:
        if len(perspectives) == len(Perspective):
            return QCoreApplication.translate("StudentWords", "all three ready")
        return QCoreApplication.translate("StudentWords", "both ready")
    if len(missing) == len(perspectives):
        return QCoreApplication.translate("StudentWords", "nobody ready yet")
    if brief and len(missing) > 1:
        return QCoreApplication.translate("StudentWords", "{ready} of {all} ready").format(
            ready=len(perspectives) - len(missing), all=len(perspectives)
        )
    names = [perspective_name(perspective, translate, words()).lower() for perspective in missing]
    both = QCoreApplication.translate("StudentWords", " and ").join(names)
    return QCoreApplication.translate("StudentWords", "waiting for {who}").format(who=both)


def round_title(number: int) -> str:
    """`Ronde 1`."""
    return QCoreApplication.translate("StudentWords", "Round {number}").format(number=number)


def phase_words(phase: int | None) -> str:
    """`fase 3`; nothing outside a programme."""
    if phase is None:
        return ""
    return QCoreApplication.translate("StudentWords", "phase {phase}").format(phase=phase)


def _programme_cell(row: StudentRow) -> Cell:
    kind = "" if row.kind is TrajectoryKind.STUDENT else trajectory_kind_name(row.kind, translate)
    return Cell(text=row.programme or kind, second=phase_words(row.phase))


def _conversation_cell(row: StudentRow, *, today: date) -> Cell:
    planned = row.next_conversation
    if planned is None:
        return Cell(text="", second=QCoreApplication.translate("StudentWords", "nothing planned"))
    day = planned.starts_at.date()
    return Cell(
        text=day_word(day, today=today),
        second=f"{clock_time(planned.starts_at)}, {chosen(planned.short_name)}",
        strong=day == today,
    )


def _round_cell(row: StudentRow) -> Cell:
    last = row.last_round
    if last is None:
        return Cell(text="", second=QCoreApplication.translate("StudentWords", "no round yet"))
    state = waiting_words(last.perspectives, ready=last.ready, final=last.final, brief=True)
    return Cell(text=round_title(last.number), second=state)
