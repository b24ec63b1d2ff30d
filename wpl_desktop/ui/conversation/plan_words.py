"""What the planner is told before agreeing: clashes, absence with why, own lessons, and the care a concern asks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import Hat
from wpl_desktop.domain.people import Party
from wpl_desktop.services.conversations import ParticipantChoice, PlanWarnings
from wpl_desktop.services.talk_plans import Absence
from wpl_desktop.ui.language import chosen, clock_time, filled, long_day

# Conversations of which it matters that the student is at the workplace that day.
AT_WORKPLACE = frozenset({Hat.COACH, Hat.EVALUATE})


def warning_lines(found: PlanWarnings, *, day: date, hat: Hat) -> list[str]:
    """One sentence for each thing that speaks against this moment."""
    lines = [
        QCoreApplication.translate(
            "PlanDialog", "{name} already has a conversation from {start} to {end}."
        ).format(
            name=clash.person,
            start=clock_time(clash.starts_at),
            end=clock_time(clash.starts_at + timedelta(minutes=clash.minutes)),
        )
        for clash in found.clashes
    ]
    if hat in AT_WORKPLACE:
        lines += [_absence_line(absence, day=day) for absence in found.absences]
    lines += [_lesson_line(lesson.label, lesson.from_minute, lesson.to_minute) for lesson in found.lessons]
    return lines


def concern_lines(people: Collection[ParticipantChoice], *, taking_part: Collection[object]) -> list[str]:
    """Section 3: reason and people in writing two working days ahead, and the mentor never alone for a decision."""
    lines = [
        filled(
            QCoreApplication.translate(
                "PlanDialog",
                "Tell the {student} in writing what it is about and who will be there: two working days ahead, "
                "unless it is urgent.",
            )
        )
    ]
    institute = {person.person_id for person in people if person.party is Party.INSTITUTE}
    if not institute & set(taking_part):
        lines.append(
            filled(
                QCoreApplication.translate(
                    "PlanDialog",
                    "Nobody decides this alone: ask the {institute_supervisor} to be there.",
                )
            )
        )
    return lines


def _absence_line(absence: Absence, *, day: date) -> str:
    if absence.why is None:
        text = QCoreApplication.translate("PlanDialog", "{name} is not {at_workplace} on {day}.")
        return filled(text, name=absence.name, day=long_day(day))
    text = QCoreApplication.translate("PlanDialog", "{name} is not {at_workplace} on {day}: {why}.")
    return filled(text, name=absence.name, day=long_day(day), why=chosen(absence.why))


def _lesson_line(label: str, from_minute: int, to_minute: int) -> str:
    midnight = datetime.combine(date.min, time())
    values = {
        "lesson": label,
        "start": clock_time(midnight + timedelta(minutes=from_minute)),
        "end": clock_time(midnight + timedelta(minutes=to_minute)),
    }
    if not label:
        return QCoreApplication.translate(
            "PlanDialog", "You teach then yourself, from {start} to {end}."
        ).format(**values)
    return QCoreApplication.translate(
        "PlanDialog", "You teach then yourself ({lesson}), from {start} to {end}."
    ).format(**values)
