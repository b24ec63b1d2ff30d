"""What there is to choose from when a conversation is planned: types, people, a day, and what speaks against it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    AgendaTemplateItem,
    Conversation,
    ConversationType,
    Hat,
    Slot,
)
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Role, Trajectory, TrajectoryState
from wpl_desktop.domain.words import Words
from wpl_desktop.services.planning import (
    AWAY,
    HALF_A_DAY,
    MORNING,
    USUAL_TIME,
    away_on,
    diary,
    first_free_start,
    lessons_in,
)
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.talk_plans import Absence, PlanValues, PlanWarnings
from wpl_desktop.services.trajectories import people_of, trajectory_rows

#: When it is hard or goes wrong: the mentor never decides alone, so the institute is there (section 3).
CONCERN = "concern_conversation"


@dataclass(frozen=True, kw_only=True)
class TypeChoice:
    """A conversation type to choose, with its defaults and agenda (minutes and title)."""

    id: uuid.UUID
    key: str
    name: Words
    short_name: Words
    minutes: int
    hat: Hat
    participants: Words
    preparation: Words
    agenda: tuple[tuple[int, Words], ...]


@dataclass(frozen=True, kw_only=True)
class ParticipantChoice:
    """Somebody of the trajectory who may take part; `usual` when the conversation normally has them."""

    person_id: uuid.UUID
    name: str
    party: Party
    usual: bool


def type_choices(session: Session) -> list[TypeChoice]:
    """The conversation types there are, in their own order."""
    items: dict[uuid.UUID, list[tuple[int, Words]]] = {}
    for item in session.scalars(select(AgendaTemplateItem).order_by(AgendaTemplateItem.position)):
        items.setdefault(item.type_id, []).append((item.minutes, item.title))
    return [
        TypeChoice(
            id=kind.id,
            key=kind.key,
            name=kind.name,
            short_name=kind.short_name,
            minutes=kind.minutes,
            hat=kind.hat,
            participants=kind.participants,
            preparation=kind.preparation,
            agenda=tuple(items.get(kind.id, ())),
        )
        for kind in session.scalars(select(ConversationType).order_by(ConversationType.position))
    ]


def participant_choices(
    session: Session, trajectory_id: uuid.UUID, *, hat: Hat, type_key: str
) -> list[ParticipantChoice]:
    """Who may take part and who usually does.

    Usual is the owner when coaching or evaluating, the institute when evaluating and in its own talk, its supervisor
    where there is a concern, and nobody of the workplace among peers or on a return day (section 3).
    """
    owner_id = profile_rows(session)[0].owner_id
    roles: dict[uuid.UUID, set[Role]] = {}
    people: dict[uuid.UUID, Person] = {}
    for role, person in people_of(session, trajectory_id):
        people[person.id] = person
        roles.setdefault(person.id, set()).add(role.role)
    return [
        ParticipantChoice(
            person_id=person.id,
            name=person.name,
            party=person.party,
            usual=(person.id == owner_id and hat in {Hat.COACH, Hat.EVALUATE})
            or (person.party is Party.INSTITUTE and hat in {Hat.EVALUATE, Hat.INSTITUTE})
            or (type_key == CONCERN and Role.INSTITUTE_SUPERVISOR in roles[person.id]),
        )
        for person in people.values()
    ]


def companions_of(session: Session, trajectory_id: uuid.UUID, *, limit: int) -> list[uuid.UUID]:
    """The other running trajectories at the same institute, by name."""
    trajectory, _ = trajectory_rows(session, trajectory_id)
    if trajectory.institute_id is None:
        return []
    return list(
        session.scalars(
            select(Trajectory.id)
            .join(Person, Person.id == Trajectory.student_id)
            .where(
                Trajectory.institute_id == trajectory.institute_id,
                Trajectory.state == TrajectoryState.RUNNING,
                Trajectory.id != trajectory.id,
            )
            .order_by(Person.sort_name, Trajectory.id)
            .limit(limit)
        )
    )


def suggested_start(
    session: Session, trajectory_ids: Sequence[uuid.UUID], *, minutes: int, begin: date
) -> datetime:
    """The first day from `begin` on for all of them, at the time of the first one's last talk, local."""
    rows = [trajectory_rows(session, trajectory_id) for trajectory_id in dict.fromkeys(trajectory_ids)]
    people = {profile_rows(session)[0].owner_id, *(student.id for _, student in rows)}
    at = usual_time(session, trajectory_ids[0], minutes=minutes)
    first = max(begin, *(trajectory.starts_on for trajectory, _ in rows))
    trajectories = [trajectory for trajectory, _ in rows]
    found = first_free_start(session, trajectories, first=first, at=at, minutes=minutes, people=people)
    if found is None and len(rows) > 1:
        return suggested_start(session, trajectory_ids[:1], minutes=minutes, begin=begin)
    return found or datetime.combine(first, at)


def plan_warnings(session: Session, values: PlanValues, *, moved: uuid.UUID | None) -> PlanWarnings:
    """Clashes per person (the students too), who is absent and why, and own lessons."""
    day = values.starts_at.date()
    rows = session.execute(
        select(Trajectory, Person)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Trajectory.id.in_(values.trajectory_ids))
        .order_by(Person.sort_name)
    ).all()
    people = {*values.participant_ids, *(row[1].id for row in rows)}
    wanted = Slot(starts_at=values.starts_at, minutes=values.minutes)
    left_out = () if moved is None else (moved,)
    taken = diary(session, people, first=day, last=wanted.ends_at.date(), without=left_out)
    away = away_on(session, [row[0] for row in rows], first=day, last=day)
    teaches = profile_rows(session)[0].owner_id in values.participant_ids
    return PlanWarnings(
        clashes=taken.clashes(wanted, people=people),
        absences=tuple(
            Absence(trajectory.id, person.name, None if why is AWAY else why)
            for trajectory, person in ((row[0], row[1]) for row in rows)
            if (why := away[trajectory.id].get(day)) is not None
        ),
        lessons=lessons_in(session, wanted) if teaches else (),
    )


def usual_time(session: Session, trajectory_id: uuid.UUID, *, minutes: int) -> time:
    """The time of day of a student's last conversation of this sort, else a quarter to four.

    What takes half a day, as a return day, begins in the morning; a talk after school says nothing about it.
    """
    is_long = minutes >= HALF_A_DAY
    last = session.scalars(
        select(Conversation.starts_at)
        .where(
            Conversation.trajectory_id == trajectory_id,
            Conversation.minutes >= HALF_A_DAY if is_long else Conversation.minutes < HALF_A_DAY,
        )
        .order_by(Conversation.starts_at.desc())
        .limit(1)
    ).first()
    if last is not None:
        return last.time()
    return MORNING if is_long else USUAL_TIME
