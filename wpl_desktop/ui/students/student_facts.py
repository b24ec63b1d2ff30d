"""The facts of one student in words, for the panel beside the list and for the head of the page alike."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.conversations import ConversationState
from wpl_desktop.domain.evaluations import MarkKind, has_begun
from wpl_desktop.domain.trajectories import Role, TrajectoryKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.services.dossier import AgreedLevel, AgreedRound
from wpl_desktop.services.rounds import RoundRow
from wpl_desktop.services.trajectories import StudentDetail, StudentValues
from wpl_desktop.texts import mark_sign, mark_word, role_name, trajectory_kind_name
from wpl_desktop.ui.language import (
    chosen,
    day_with_year,
    filled,
    short_day,
    translate,
    weekday_name,
    words,
)
from wpl_desktop.ui.students.student_words import phase_words
from wpl_desktop.ui.widgets.agreed_levels import LevelCell


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that is known: what it is called and what it is."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Everything the panel beside the list shows of one student, read at once."""

    detail: StudentDetail
    next_conversation: ConversationRow | None
    last_round: RoundRow | None
    agreed: AgreedRound | None
    today: date


def read_shown(services: Services, trajectory_id: uuid.UUID) -> Shown:
    """Read what the panel shows. Raises `DomainError` (`not_found`)."""
    today = services.clock.local().date()
    return Shown(
        detail=services.trajectories.detail(trajectory_id),
        next_conversation=next_of(services.conversations.of_student(trajectory_id), today=today),
        last_round=last_begun(services.rounds.of_student(trajectory_id), today=today),
        agreed=services.dossier.agreed(trajectory_id),
        today=today,
    )


def next_of(rows: Sequence[ConversationRow], *, today: date) -> ConversationRow | None:
    """The first planned conversation from today on; else the last of before that nobody has marked yet."""
    planned = sorted(
        (row for row in rows if row.state is ConversationState.PLANNED), key=lambda row: row.starts_at
    )
    upcoming = [row for row in planned if row.starts_at.date() >= today]
    return next(iter(upcoming or planned[-1:]), None)


def last_begun(rounds: Sequence[RoundRow], *, today: date) -> RoundRow | None:
    """The newest round that has begun; what is planned further ahead is not yet *the last round*."""
    begun = [row for row in rounds if has_begun(row.held_on, today=today)]
    return begun[-1] if begun else None


def programme_text(values: StudentValues) -> str:
    """`BaLO, fase 3`; outside a programme what somebody is."""
    kind = "" if values.kind is TrajectoryKind.STUDENT else trajectory_kind_name(values.kind, translate)
    return ", ".join(part for part in (values.programme or kind, phase_words(values.phase)) if part)


def days_text(values: StudentValues, *, short: bool = False) -> str:
    """`ma, di, do`, or the days in full."""
    days = ", ".join(weekday_name(day, short=short) for day in values.weekdays)
    return days or QCoreApplication.translate("StudentFacts", "no fixed days")


def period_text(values: StudentValues, *, short: bool = False) -> str:
    """`28 aug 2025 tot 30 jun 2026`; `short` leaves out the first year where it is clear."""
    first = day_with_year(values.starts_on)
    if short and _clear_without_year(values.starts_on, values.ends_on):
        first = first.rsplit(" ", 1)[0]
    return QCoreApplication.translate("StudentFacts", "{first} to {last}").format(
        first=first, last=day_with_year(values.ends_on)
    )


def _clear_without_year(first: date, last: date) -> bool:
    """`28 aug tot 30 jun 2026` can only mean one thing; `27 aug tot 31 aug 2027` would look like a few days."""
    if first.year == last.year:
        return True
    return first.year + 1 == last.year and (first.month, first.day) > (last.month, last.day)


def people_with(values: StudentValues, role: Role) -> str:
    """Everybody with a role, as `Joëlle Mbuyi-Ilunga, Mehmet Yıldız`."""
    return ", ".join(person.name for person in values.people if person.role is role)


def class_fact(values: StudentValues) -> Fact | None:
    """Class and who mentors there: the class mentor, else whoever coaches."""
    role = next(
        (role for role in (Role.CLASS_MENTOR, Role.COACH, Role.SCHOOL_MENTOR) if people_with(values, role)),
        None,
    )
    word = filled("{Class_word}")
    if role is None:
        return Fact(label=word, text=values.class_names) if values.class_names else None
    title = role_name(role, translate, words())
    if not values.class_names:
        return Fact(label=title, text=people_with(values, role))
    both = QCoreApplication.translate("StudentFacts", "{class_word} and {role}")
    label = both.format(class_word=word, role=title.lower())
    return Fact(label=label, text=f"{values.class_names}, {people_with(values, role)}")


def supervisor_fact(values: StudentValues) -> Fact | None:
    """Who comes from the institute."""
    names = people_with(values, Role.INSTITUTE_SUPERVISOR)
    label = role_name(Role.INSTITUTE_SUPERVISOR, translate, words())
    return Fact(label=label, text=names) if names else None


def head_facts(values: StudentValues) -> list[Fact]:
    """The facts at the head of a student's page, those that are known."""
    programme = programme_text(values)
    facts = (
        Fact(label=QCoreApplication.translate("StudentFacts", "Programme"), text=programme)
        if programme
        else None,
        class_fact(values),
        supervisor_fact(values),
        Fact(label=filled("{At_workplace}"), text=days_text(values, short=True)),
        Fact(
            label=QCoreApplication.translate("StudentFacts", "Period"), text=period_text(values, short=True)
        ),
    )
    return [fact for fact in facts if fact is not None]


def block_lines(values: StudentValues) -> list[str]:
    """Each block placement as `Blokstage: ma 2 feb – vr 13 feb`."""
    return [
        f"{block.name or filled('{Block_placement}')}: {short_day(block.starts_on)} – {short_day(block.ends_on)}"
        for block in values.blocks
    ]


def presence_lines(values: StudentValues) -> list[str]:
    """Each stretch with other days as `Opstart: elke dag, do 28 aug – zo 21 sep`."""
    return [
        QCoreApplication.translate("StudentFacts", "{name}: {days}, {first} – {last}").format(
            name=stretch.label or QCoreApplication.translate("StudentFacts", "Other days"),
            days=", ".join(weekday_name(day, short=True) for day in stretch.weekdays)
            or QCoreApplication.translate("StudentFacts", "not there"),
            first=short_day(stretch.starts_on),
            last=short_day(stretch.ends_on),
        )
        for stretch in values.presence
    ]


def agreed_title(agreed: AgreedRound) -> str:
    """`Samen in ronde 1, aandeel student`."""
    text = QCoreApplication.translate("StudentFacts", "Together in round {number}, part of the {student}")
    return filled(text, number=agreed.number)


def agreed_cells(agreed: AgreedRound) -> list[LevelCell]:
    """A cell for each criterion of the round."""
    labels = [chosen(label) for label in agreed.labels]
    return [_cell(level, labels) for level in agreed.levels]


def _cell(level: AgreedLevel, labels: Sequence[str]) -> LevelCell:
    name = chosen(level.name)
    if level.difference_stands:
        stands = QCoreApplication.translate("StudentFacts", "Difference stands")
        return LevelCell(code=level.code, value=None, words=stands, icon="swap", name=name)
    is_open = level.mark.kind is MarkKind.NOT_YET_SCORED
    return LevelCell(
        code=level.code,
        value=level.mark.level if level.mark.level is not None else (mark_sign(level.mark) or None),
        words="" if is_open else mark_word(level.mark, labels, translate),
        name=name,
    )
