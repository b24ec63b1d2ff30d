"""Finding time for a conversation: when everybody is free and the student is at the workplace."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    LONGEST_MINUTES,
    Clash,
    Conversation,
    ConversationParticipant,
    ConversationState,
    Slot,
)
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.trajectories import BlockPlacement, Period, PresencePeriod, Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.school_calendar import (
    Days,
    days_at_workplace,
    days_between,
    exam_days,
    lesson_hours,
)

USUAL_TIME: Final = time(15, 45)
#: What takes as many minutes or more begins in the morning.
HALF_A_DAY: Final = 180
MORNING: Final = time(9)
USUAL_MINUTES: Final = 30
#: The summer holidays fit in: after them there is a day again.
DAYS_LOOKED_AHEAD: Final = 92
#: What is proposed when the usual time is taken lies within a school day, one proposal a quarter of an hour.
_FIRST_PROPOSED, _LAST_PROPOSED = time(8, 15), time(17, 30)
_WEEKEND: Final = frozenset({6, 7})
_QUARTER: Final = timedelta(minutes=15)
#: No day of theirs, and no more is known of it.
AWAY: Final[Words] = {"nl": "niet {at_workplace}", "en": "not {at_workplace}"}
_RETURN_DAY: Final[Words] = {"nl": "terugkomdag", "en": "return day"}
_EXAMS: Final[Words] = {"nl": "examenperiode", "en": "examinations"}

Reasons = Mapping[date, Words]
"""Days on which a student is not at the workplace, each with why."""


@dataclass(frozen=True)
class Lesson:
    """A lesson of the owner's own that a talk would fall into, with its label."""

    label: str
    from_minute: int
    to_minute: int


@dataclass(frozen=True, kw_only=True)
class Busy:
    """A stretch of somebody's time that is taken by a planned talk."""

    person_id: uuid.UUID
    name: str
    slot: Slot


class Diary:
    """What is planned for some people in a stretch of days, read once and asked often."""

    def __init__(self, taken: Sequence[Busy]) -> None:
        self._by_day: dict[date, list[Busy]] = {}
        for busy in taken:
            for day in _days_from_to(busy.slot.starts_at.date(), busy.slot.ends_at.date()):
                self._by_day.setdefault(day, []).append(busy)

    def clashes(self, wanted: Slot, *, people: Collection[uuid.UUID]) -> tuple[Clash, ...]:
        """The talks of `people` that overlap `wanted`, one for each person and moment."""
        found = [
            Clash(busy.name, busy.slot.starts_at, busy.slot.minutes)
            for busy in self._by_day.get(wanted.starts_at.date(), ())
            if busy.person_id in people and busy.slot.overlaps(wanted)
        ]
        return tuple(dict.fromkeys(sorted(found, key=lambda clash: (clash.starts_at, clash.person))))


def diary(
    session: Session,
    people: Collection[uuid.UUID],
    *,
    first: date,
    last: date,
    without: Collection[uuid.UUID] = (),
) -> Diary:
    """What is planned for `people` on these days; those `without` and their groups are left out."""
    left_out = _with_their_groups(session, without)
    rows = session.execute(
        select(
            Conversation.id,
            Conversation.starts_at,
            Conversation.minutes,
            ConversationParticipant.person_id,
            Person.name,
        )
        .join(ConversationParticipant, ConversationParticipant.conversation_id == Conversation.id)
        .join(Person, Person.id == ConversationParticipant.person_id)
        .where(
            ConversationParticipant.person_id.in_(people),
            Conversation.state == ConversationState.PLANNED,
            Conversation.starts_at > datetime.combine(first, time()) - timedelta(minutes=LONGEST_MINUTES),
            Conversation.starts_at < datetime.combine(last + timedelta(days=1), time()),
        )
    )
    return Diary(
        [
            Busy(
                person_id=row.person_id,
                name=row.name,
                slot=Slot(starts_at=row.starts_at, minutes=row.minutes),
            )
            for row in rows
            if row.id not in left_out
        ]
    )


def lessons_in(session: Session, wanted: Slot) -> tuple[Lesson, ...]:
    """The owner's own lessons that `wanted` falls into."""
    return tuple(
        lesson
        for lesson in _lessons(session).get(wanted.starts_at.isoweekday(), ())
        if _is_in(wanted, lesson)
    )


def away_on(
    session: Session, trajectories: Sequence[Trajectory], *, first: date, last: date
) -> dict[uuid.UUID, Reasons]:
    """On which days each of these students is not at the workplace, and why: five queries however many there are.

    Nobody knows it of a student without any days; then only a closed school is a reason.
    """
    days = days_between(session, first, last)
    ids = [trajectory.id for trajectory in trajectories]
    present = days_at_workplace(session, ids, first, last, days=days)
    known = _with_known_days(session, trajectories)
    return {
        trajectory.id: {
            day: days.closed[day] if day in days.closed else _why_away(day, days)
            for day in _days_from_to(first, last)
            if (
                day not in present.get(trajectory.id, set[date]())
                if trajectory.id in known
                else not days.is_open_for(day, starts_on=trajectory.starts_on)
            )
        }
        for trajectory in trajectories
    }


def exam_reasons(session: Session, *, first: date, last: date) -> Reasons:
    """The days of examinations at the institute."""
    return dict.fromkeys(exam_days(session, first, last), _EXAMS)


def first_free_start(
    session: Session,
    trajectories: Sequence[Trajectory],
    *,
    first: date,
    at: time,
    minutes: int,
    people: set[uuid.UUID],
) -> datetime | None:
    """The first day from `first` on which these students are there and `people` are free at that time, local.

    None without one in the months ahead.
    """
    end = min(trajectory.ends_on for trajectory in trajectories)
    last = min(first + timedelta(days=DAYS_LOOKED_AHEAD), max(first, end))
    away = away_on(session, trajectories, first=first, last=last)
    taken, lessons = diary(session, people, first=first, last=last), _lessons(session)
    for day in _days_from_to(first, last):
        wanted = Slot(starts_at=datetime.combine(day, at), minutes=minutes)
        is_there = not any(day in reasons for reasons in away.values())
        if is_there and _is_free(wanted, taken=taken, lessons=lessons, people=people):
            return wanted.starts_at
    return None


def free_starts(
    session: Session, trajectory: Trajectory, *, days: Period, minutes: int, at: time, people: set[uuid.UUID]
) -> Iterator[datetime]:
    """One start a day, local: `at` where everybody is free, else the nearest quarter of an hour in a school day."""
    first, last = max(days.starts_on, trajectory.starts_on), min(days.ends_on, trajectory.ends_on)
    if last < first:
        return
    away = away_on(session, [trajectory], first=first, last=last)[trajectory.id]
    taken, lessons = diary(session, people, first=first, last=last), _lessons(session)
    for day in _days_from_to(first, last):
        # Of a student without fixed days nobody knows; a weekend is never proposed by itself.
        if day in away or (not trajectory.weekdays and day.isoweekday() in _WEEKEND):
            continue
        for start in _starts_on(day, at):
            wanted = Slot(starts_at=start, minutes=minutes)
            if _is_free(wanted, taken=taken, lessons=lessons, people=people):
                yield start
                break


def _starts_on(day: date, at: time) -> list[datetime]:
    """The usual time of a day, then the quarters of a school day, those after it first."""
    usual = datetime.combine(day, at)
    begin, end = datetime.combine(day, _FIRST_PROPOSED), datetime.combine(day, _LAST_PROPOSED)
    quarters: list[datetime] = []
    for number in count():
        start = begin + number * _QUARTER
        if start > end:
            break
        quarters.append(start)
    later = [start for start in quarters if start > usual]
    earlier = [start for start in reversed(quarters) if start < usual]
    return [usual, *later, *earlier]


def _is_free(
    wanted: Slot, *, taken: Diary, lessons: Mapping[int, Sequence[Lesson]], people: Collection[uuid.UUID]
) -> bool:
    teaches = any(_is_in(wanted, lesson) for lesson in lessons.get(wanted.starts_at.isoweekday(), ()))
    return not teaches and not taken.clashes(wanted, people=people)


def _is_in(wanted: Slot, lesson: Lesson) -> bool:
    begin = wanted.starts_at.hour * 60 + wanted.starts_at.minute
    return begin < lesson.to_minute and lesson.from_minute < begin + wanted.minutes


def _lessons(session: Session) -> dict[int, list[Lesson]]:
    found: dict[int, list[Lesson]] = {}
    for row in lesson_hours(session):
        found.setdefault(row.weekday, []).append(Lesson(row.label, row.from_minute, row.to_minute))
    return found


def _with_known_days(session: Session, trajectories: Sequence[Trajectory]) -> set[uuid.UUID]:
    """Of whom it is known on which days they are at the workplace."""
    known = {trajectory.id for trajectory in trajectories if trajectory.weekdays}
    unknown = [trajectory.id for trajectory in trajectories if trajectory.id not in known]
    if unknown:
        for kind in (BlockPlacement, PresencePeriod):
            known.update(session.scalars(select(kind.trajectory_id).where(kind.trajectory_id.in_(unknown))))
    return known


def _why_away(day: date, days: Days) -> Words:
    if day in days.return_days:
        return _RETURN_DAY
    return _EXAMS if day in days.exams else AWAY


def _with_their_groups(session: Session, ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    if not ids:
        return set()
    groups = select(Conversation.group_id).where(Conversation.id.in_(ids), Conversation.group_id.is_not(None))
    return {*ids, *session.scalars(select(Conversation.id).where(Conversation.group_id.in_(groups)))}


def _days_from_to(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
