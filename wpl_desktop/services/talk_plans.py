"""What a plan of a conversation is, and the rows that are made and changed by it: one for each student."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from wpl_desktop.domain.conversations import (
    AgendaItem,
    AgendaTemplateItem,
    Clash,
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    check_minutes,
    stays_with_mentor,
    touched,
)
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import Person
from wpl_desktop.domain.trajectories import Period, Trajectory, check_inside_trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.hats import check_notes_open
from wpl_desktop.services.planning import Lesson


@dataclass(frozen=True, kw_only=True)
class PlanValues:
    """What the planning dialog gives. `starts_at` is local; `participant_ids` leave the students out.

    `others` are the trajectories of the other students of a group talk. `instead_of` is the talk that was not held and
    that this one is the new date of.
    """

    trajectory_id: uuid.UUID
    type_id: uuid.UUID
    starts_at: datetime
    minutes: int
    place: str = ""
    participant_ids: tuple[uuid.UUID, ...] = ()
    others: tuple[uuid.UUID, ...] = ()
    instead_of: uuid.UUID | None = None

    @property
    def trajectory_ids(self) -> tuple[uuid.UUID, ...]:
        """All trajectories that the talk is of, each once."""
        return tuple(dict.fromkeys((self.trajectory_id, *self.others)))


@dataclass(frozen=True)
class Absence:
    """A student who is not at the workplace that day, and why; None: it is no day of theirs."""

    trajectory_id: uuid.UUID
    name: str
    why: Words | None


@dataclass(frozen=True, kw_only=True)
class PlanWarnings:
    """What the planner should know before agreeing; nothing of it refuses.

    `clashes` per person, `absences` per student, and `lessons` of the owner's own, who takes part.
    """

    clashes: tuple[Clash, ...] = ()
    absences: tuple[Absence, ...] = ()
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanGround:
    """What a plan stands on: whose trajectories, the type of talk and its agenda."""

    students: tuple[tuple[Trajectory, Person], ...]
    kind: ConversationType
    agenda: tuple[AgendaTemplateItem, ...]


def plan_ground(session: Session, trajectory_ids: Sequence[uuid.UUID], type_id: uuid.UUID) -> PlanGround:
    """What a plan stands on, in three queries. Raises `DomainError` (`not_found`)."""
    rows = {
        row[0].id: (row[0], row[1])
        for row in session.execute(
            select(Trajectory, Person)
            .join(Person, Person.id == Trajectory.student_id)
            .where(Trajectory.id.in_(trajectory_ids))
        )
    }
    kind = session.get(ConversationType, type_id)
    if kind is None or any(trajectory_id not in rows for trajectory_id in trajectory_ids):
        raise refused("not_found")
    return PlanGround(
        students=tuple(rows[trajectory_id] for trajectory_id in dict.fromkeys(trajectory_ids)),
        kind=kind,
        agenda=template_of(session, type_id),
    )


def template_of(session: Session, type_id: uuid.UUID) -> tuple[AgendaTemplateItem, ...]:
    """The agenda of a type of talk."""
    return tuple(
        session.scalars(
            select(AgendaTemplateItem)
            .where(AgendaTemplateItem.type_id == type_id)
            .order_by(AgendaTemplateItem.position)
        )
    )


def check_plan(values: PlanValues, students: Sequence[tuple[Trajectory, Person]]) -> None:
    """Refuse a length that is none, and a day outside the trajectory of anybody who takes part."""
    check_minutes(values.minutes)
    day = values.starts_at.date()
    check_inside_trajectory(day, students[0][0], field="starts_at")
    outside = [
        person.name
        for trajectory, person in students
        if day not in Period(starts_on=trajectory.starts_on, ends_on=trajectory.ends_on)
    ]
    if outside:
        raise refused("outside_trajectories", field="starts_at", names=", ".join(outside))


def add_talks(session: Session, values: PlanValues, ground: PlanGround) -> list[Conversation]:
    """Make the rows of one talk: one for each student, in one group when there are several."""
    talks = new_talks(session, values, ground)
    fill_talks(session, values, ground, talks)
    return talks


def new_talks(session: Session, values: PlanValues, ground: PlanGround) -> list[Conversation]:
    """The rows of one talk, without what hangs on them: that comes once they are written."""
    group_id = uuid7() if len(ground.students) > 1 else None
    before = _instead_of(session, values)
    made: list[Conversation] = []
    for trajectory, _ in ground.students:
        replaced = before.get(trajectory.id)
        made.append(
            Conversation(
                trajectory_id=trajectory.id,
                type_id=ground.kind.id,
                hat=ground.kind.hat,
                starts_at=values.starts_at,
                minutes=values.minutes,
                place=values.place.strip(),
                group_id=group_id,
                instead_of_id=replaced.id if replaced is not None else None,
            )
        )
    return made


def fill_talks(
    session: Session, values: PlanValues, ground: PlanGround, talks: Sequence[Conversation]
) -> None:
    """Write talks, and give each its agenda and those who take part."""
    session.add_all(talks)
    session.flush()
    students = {trajectory.id: person.id for trajectory, person in ground.students}
    for talk in talks:
        add_agenda(session, talk, ground.agenda)
        for person_id in dict.fromkeys((students[talk.trajectory_id], *values.participant_ids)):
            session.add(ConversationParticipant(conversation_id=talk.id, person_id=person_id))


def change_talk(
    session: Session,
    conversation: Conversation,
    values: PlanValues,
    *,
    student_id: uuid.UUID,
    kind: ConversationType,
) -> None:
    """Change one row of a planned talk: kind, place and people; when it is, is not changed here.

    Raises `DomainError` for a type under which notes of the coach would come to the assessor (`notes_apart`, 0.1) or
    to others (`coach_notes_stay`, P07).
    """
    if kind.id != conversation.type_id:
        _change_type(session, conversation, kind)
    if conversation.place != values.place.strip():
        conversation.place = values.place.strip()
        touched(conversation)
    set_participants(session, conversation.id, [student_id, *values.participant_ids])


def set_moment(conversation: Conversation, *, starts_at: datetime, minutes: int) -> None:
    """Give a talk another time or length, where that is a change."""
    if (conversation.starts_at, conversation.minutes) != (starts_at, minutes):
        conversation.starts_at, conversation.minutes = starts_at, minutes
        touched(conversation)


def add_agenda(session: Session, conversation: Conversation, agenda: Sequence[AgendaTemplateItem]) -> None:
    """Give a conversation the agenda of its type as its own lines."""
    for item in agenda:
        session.add(
            AgendaItem(
                conversation_id=conversation.id,
                position=item.position,
                minutes=item.minutes,
                title=item.title,
                wellbeing=item.wellbeing,
            )
        )


def set_participants(session: Session, conversation_id: uuid.UUID, wanted: Sequence[uuid.UUID]) -> None:
    """Make those who take part the ones that are wanted, in the order in which they were chosen."""
    present = {
        participant.person_id: participant
        for participant in session.scalars(
            select(ConversationParticipant).where(ConversationParticipant.conversation_id == conversation_id)
        )
    }
    for person_id, participant in present.items():
        if person_id not in wanted:
            session.delete(participant)
    for person_id in dict.fromkeys(wanted):
        if person_id not in present:
            session.add(ConversationParticipant(conversation_id=conversation_id, person_id=person_id))


def planned_group(session: Session, conversation: Conversation) -> list[Conversation]:
    """A planned talk and the rows of the others in its group that are still planned."""
    return [conversation, *mates_of(session, conversation, state=ConversationState.PLANNED)]


def mates_of(session: Session, conversation: Conversation, *, state: ConversationState) -> list[Conversation]:
    """The rows of the other students in the same group that are in this state."""
    if conversation.group_id is None:
        return []
    return list(
        session.scalars(
            select(Conversation)
            .where(
                Conversation.group_id == conversation.group_id,
                Conversation.id != conversation.id,
                Conversation.state == state,
            )
            .order_by(Conversation.id)
        )
    )


def _instead_of(session: Session, values: PlanValues) -> dict[uuid.UUID, Conversation]:
    """The talk that was not held and gets a new date, by trajectory: a group has one of each.

    Raises `DomainError`: `not_found`, and `not_not_held` when it was not marked so.
    """
    if values.instead_of is None:
        return {}
    before = session.get(Conversation, values.instead_of)
    if before is None or before.trajectory_id not in values.trajectory_ids:
        raise refused("not_found")
    if before.state is not ConversationState.NOT_HELD:
        raise refused("not_not_held")
    found = {before.trajectory_id: before}
    for mate in mates_of(session, before, state=ConversationState.NOT_HELD):
        found.setdefault(mate.trajectory_id, mate)
    return found


def _change_type(session: Session, conversation: Conversation, kind: ConversationType) -> None:
    notes = [conversation.summary]
    for item in session.scalars(
        select(AgendaItem).where(AgendaItem.conversation_id == conversation.id).order_by(AgendaItem.position)
    ):
        # What was prepared goes along in the one note, but for what may not be shown to others.
        notes.append("" if item.wellbeing else item.note)
        session.delete(item)
    together = "\n\n".join(note for note in notes if note)
    if together and not stays_with_mentor(kind.hat):
        check_notes_open(session, conversation)
        if stays_with_mentor(conversation.hat):
            # Under another hat they would come onto paper and a screen that others see (P07).
            raise refused("coach_notes_stay")
    conversation.summary = together
    conversation.type_id, conversation.hat = kind.id, kind.hat
    session.flush()
    add_agenda(session, conversation, template_of(session, kind.id))
