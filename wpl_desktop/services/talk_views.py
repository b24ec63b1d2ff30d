"""One conversation as its page shows it: agenda with notes, agreements of before and new ones, and guidance."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import (
    AgendaItem,
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    Hat,
)
from wpl_desktop.domain.criteria import CoachingQuestion, Criterion, Tip
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Round, has_begun
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.agreements import AgreementRow
from wpl_desktop.services.conversation_rows import ConversationRow, conversation_rows
from wpl_desktop.services.earlier_agreements import EarlierAgreement, agreements_around, must_say_all
from wpl_desktop.services.method_cards import MethodChoice, methods_of
from wpl_desktop.services.profile import profile_rows
from wpl_desktop.services.trajectories import people_of, trajectory_rows


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """One line of the agenda with its note."""

    id: uuid.UUID
    version: int
    minutes: int
    title: Words
    wellbeing: bool
    note: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """What helps with one criterion: a tip for the mentor and questions for the student."""

    code: str
    name: Words
    tip: Words
    questions: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class OwnerChoice:
    """Who may take an agreement upon them: a party, or somebody of it by call name."""

    party: Party
    person_id: uuid.UUID | None
    name: str


@dataclass(frozen=True, kw_only=True)
class NextTalk:
    """The next planned conversation of the student."""

    id: uuid.UUID
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class GroupMember:
    """One student of a talk with several, by call name; `has_take_away` when something was noted."""

    conversation_id: uuid.UUID
    call_name: str
    has_take_away: bool


@dataclass(frozen=True, kw_only=True)
class TalkView:
    """Everything the page of one conversation shows.

    `people` are the call names of who takes part, the student first. `owners` begin with the student and end with
    whole parties without a name. `guidance` starts with the criterion in play. `in_group` when other students have
    the same talk: only the own take-away is kept then, and `group` has all of them, this one too. `discreet` talks
    (the concern conversation) can have a growth plan. `started_at` and `ended_at` are UTC. `must_say_all` when it
    may not be rounded off before something is said of each open agreement. `feedback_labels` are the owner's own
    words for the 4G card; empty: the usual ones.
    """

    row: ConversationRow
    student_name: str
    call_name: str
    owner_id: uuid.UUID
    people: tuple[str, ...]
    in_group: bool
    items: tuple[ItemView, ...]
    earlier: tuple[EarlierAgreement, ...]
    made_here: tuple[AgreementRow, ...]
    owners: tuple[OwnerChoice, ...]
    guidance: tuple[Guidance, ...]
    held_before: date | None
    next_talk: NextTalk | None
    type_key: str
    discreet: bool
    started_at: datetime | None
    ended_at: datetime | None
    must_say_all: bool
    methods: MethodChoice | None
    feedback_labels: tuple[str, ...]
    group: tuple[GroupMember, ...]

    @property
    def unsaid(self) -> tuple[EarlierAgreement, ...]:
        """The agreements of which the talk must still say what became of them before it is rounded off."""
        return tuple(found for found in self.earlier if found.is_unsaid) if self.must_say_all else ()

    @property
    def trajectory_id(self) -> uuid.UUID:
        """Whose conversation it is."""
        return self.row.trajectory_id


def talk_view(session: Session, conversation_id: uuid.UUID, *, today: date) -> TalkView:
    """One conversation; the same number of queries however much was said. Raises `DomainError` (`not_found`)."""
    rows = conversation_rows(session, Conversation.id == conversation_id)
    if not rows:
        raise refused("not_found")
    [row] = rows
    conversation = session.get_one(Conversation, conversation_id)
    trajectory, student = trajectory_rows(session, conversation.trajectory_id)
    earlier, made_here = agreements_around(session, conversation)
    kind = session.get_one(ConversationType, conversation.type_id)
    profile, _, _ = profile_rows(session)
    return TalkView(
        row=row,
        student_name=student.name,
        call_name=student.call_name,
        owner_id=profile.owner_id,
        people=(student.call_name, *_participants(session, conversation_id)),
        in_group=row.group_id is not None or row.hat in {Hat.PEERS, Hat.PROGRAMME},
        items=_items(session, conversation_id, notes_apart=row.notes_apart),
        earlier=earlier,
        made_here=made_here,
        owners=_owners(session, trajectory.id, student),
        guidance=_guidance(session, trajectory, conversation),
        held_before=_held_before(session, conversation),
        next_talk=_next_talk(session, conversation, today=today),
        type_key=kind.key,
        discreet=kind.discreet,
        started_at=conversation.started_at,
        ended_at=conversation.ended_at,
        must_say_all=must_say_all(conversation),
        methods=methods_of(kind.key, chosen=conversation.method),
        feedback_labels=tuple(profile.feedback_labels),
        group=_group(session, conversation),
    )


def _items(session: Session, conversation_id: uuid.UUID, *, notes_apart: bool) -> tuple[ItemView, ...]:
    items = session.scalars(
        select(AgendaItem).where(AgendaItem.conversation_id == conversation_id).order_by(AgendaItem.position)
    )
    return tuple(
        ItemView(
            id=item.id,
            version=item.version,
            minutes=item.minutes,
            title=item.title,
            wellbeing=item.wellbeing,
            note="" if notes_apart else item.note,
            done=item.done,
        )
        for item in items
    )


def _group(session: Session, conversation: Conversation) -> tuple[GroupMember, ...]:
    if conversation.group_id is None:
        return ()
    rows = session.execute(
        select(Conversation.id, Conversation.summary, Person.call_name, Person.name)
        .join(Trajectory, Trajectory.id == Conversation.trajectory_id)
        .join(Person, Person.id == Trajectory.student_id)
        .where(Conversation.group_id == conversation.group_id)
        .order_by(Person.sort_name, Conversation.id)
    )
    return tuple(
        GroupMember(
            conversation_id=row.id, call_name=row.call_name or row.name, has_take_away=bool(row.summary)
        )
        for row in rows
    )


def _participants(session: Session, conversation_id: uuid.UUID) -> list[str]:
    rows = session.execute(
        select(Person.name, Person.call_name)
        .join(ConversationParticipant, ConversationParticipant.person_id == Person.id)
        .where(ConversationParticipant.conversation_id == conversation_id, Person.party != Party.STUDENT)
        .order_by(ConversationParticipant.id)
    )
    return [row.call_name or row.name for row in rows]


def _owners(session: Session, trajectory_id: uuid.UUID, student: Person) -> tuple[OwnerChoice, ...]:
    people = {person.id: person for _, person in people_of(session, trajectory_id)}
    return (
        OwnerChoice(party=Party.STUDENT, person_id=None, name=student.call_name),
        *(
            OwnerChoice(party=person.party, person_id=person.id, name=person.name)
            for person in people.values()
        ),
        OwnerChoice(party=Party.WORKPLACE, person_id=None, name=""),
        OwnerChoice(party=Party.INSTITUTE, person_id=None, name=""),
    )


def _guidance(session: Session, trajectory: Trajectory, conversation: Conversation) -> tuple[Guidance, ...]:
    """The focus of the round that is on, else all criteria; each talk begins with the next one."""
    criteria = session.execute(
        select(Criterion.id, Criterion.code, Criterion.name)
        .where(Criterion.criteria_set_id == trajectory.criteria_set_id)
        .order_by(Criterion.position)
    ).all()
    focus = _focus(session, trajectory.id, on=conversation.starts_at.date())
    in_play = [row for row in criteria if not focus or row.code in focus]
    ids = [row.id for row in in_play]
    tips: dict[uuid.UUID, Words] = {}
    for tip in session.scalars(
        select(Tip).where(Tip.criterion_id.in_(ids), Tip.audience == "mentor").order_by(Tip.position)
    ):
        tips.setdefault(tip.criterion_id, tip.text)
    questions: dict[uuid.UUID, list[Words]] = {}
    for question in session.scalars(
        select(CoachingQuestion)
        .where(CoachingQuestion.criterion_id.in_(ids))
        .order_by(CoachingQuestion.position)
    ):
        questions.setdefault(question.criterion_id, []).append(question.text)
    first = _talks_before(session, conversation) % len(in_play) if in_play else 0
    return tuple(
        Guidance(
            code=row.code,
            name=row.name,
            tip=tips.get(row.id, {}),
            questions=tuple(questions.get(row.id, ())),
        )
        for row in (*in_play[first:], *in_play[:first])
    )


def _focus(session: Session, trajectory_id: uuid.UUID, *, on: date) -> set[str]:
    rounds = session.execute(
        select(Round.held_on, Round.focus)
        .where(Round.trajectory_id == trajectory_id)
        .order_by(Round.number.desc())
    )
    begun = (row.focus for row in rounds if has_begun(row.held_on, today=on))
    return set(next(begun, list[str]()))


def _talks_before(session: Session, conversation: Conversation) -> int:
    return session.scalars(
        select(func.count())
        .select_from(Conversation)
        .where(
            Conversation.trajectory_id == conversation.trajectory_id,
            Conversation.starts_at < conversation.starts_at,
        )
    ).one()


def _held_before(session: Session, conversation: Conversation) -> date | None:
    last = session.scalars(
        select(Conversation.starts_at)
        .where(
            Conversation.trajectory_id == conversation.trajectory_id,
            Conversation.state == ConversationState.HELD,
            Conversation.starts_at < conversation.starts_at,
        )
        .order_by(Conversation.starts_at.desc())
        .limit(1)
    ).first()
    return last.date() if last is not None else None


def _next_talk(session: Session, conversation: Conversation, *, today: date) -> NextTalk | None:
    row = session.execute(
        select(Conversation.id, Conversation.starts_at)
        .where(
            Conversation.trajectory_id == conversation.trajectory_id,
            Conversation.state == ConversationState.PLANNED,
            Conversation.starts_at > max(conversation.starts_at, datetime.combine(today, time.min)),
        )
        .order_by(Conversation.starts_at)
        .limit(1)
    ).first()
    return NextTalk(id=row.id, starts_at=row.starts_at) if row is not None else None
