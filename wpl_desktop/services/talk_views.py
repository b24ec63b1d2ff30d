"""One conversation as its page shows it: agenda with notes, agreements of before and new ones, and guidance."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from wpl_desktop.domain.clock import local_day
from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    AgreementOutcome,
    AgreementReview,
    AgreementState,
    Conversation,
    ConversationParticipant,
    ConversationState,
    Hat,
)
from wpl_desktop.domain.criteria import CoachingQuestion, Criterion, Tip
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.evaluations import Round, has_begun
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import Trajectory
from wpl_desktop.domain.words import Words
from wpl_desktop.services.agreements import AgreementRow, agreement_row, by_date
from wpl_desktop.services.conversation_rows import ConversationRow, conversation_rows
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
class EarlierAgreement:
    """An agreement that was open when the talk began, and what the talk said of it (None: nothing yet).

    `is_past` when a later talk spoke of it too: what this one said is history then.
    """

    row: AgreementRow
    outcome: AgreementOutcome | None
    is_past: bool


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
class TalkView:
    """Everything the page of one conversation shows.

    `people` are the call names of who takes part, the student first. `owners` begin with the student and end with
    whole parties without a name. `guidance` starts with the criterion in play. `in_group` when other students have
    the same talk: only the own take-away is kept then.
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
    earlier, made_here = _agreements(session, conversation)
    return TalkView(
        row=row,
        student_name=student.name,
        call_name=student.call_name,
        owner_id=profile_rows(session)[0].owner_id,
        people=(student.call_name, *_participants(session, conversation_id)),
        in_group=row.group_id is not None or row.hat in {Hat.PEERS, Hat.PROGRAMME},
        items=_items(session, conversation_id, notes_apart=row.notes_apart),
        earlier=earlier,
        made_here=made_here,
        owners=_owners(session, trajectory.id, student),
        guidance=_guidance(session, trajectory, conversation),
        held_before=_held_before(session, conversation),
        next_talk=_next_talk(session, conversation, today=today),
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


def _agreements(
    session: Session, conversation: Conversation
) -> tuple[tuple[EarlierAgreement, ...], tuple[AgreementRow, ...]]:
    """What was open when the talk began, and what was agreed in it."""
    origin = aliased(Conversation)
    reviewed_here = select(AgreementReview.agreement_id).where(
        AgreementReview.conversation_id == conversation.id
    )
    found = session.execute(
        select(Agreement, Person.name, origin.starts_at)
        .outerjoin(Person, Person.id == Agreement.person_id)
        .outerjoin(origin, origin.id == Agreement.conversation_id)
        .where(
            Agreement.trajectory_id == conversation.trajectory_id,
            or_(
                Agreement.state == AgreementState.OPEN,
                Agreement.conversation_id == conversation.id,
                Agreement.id.in_(reviewed_here),
            ),
        )
    ).all()
    said = _reviews(session, [row[0].id for row in found])
    earlier: list[EarlierAgreement] = []
    made_here: list[AgreementRow] = []
    for agreement, owner, agreed_at in found:
        row = agreement_row(agreement, owner=owner or "")
        outcomes = said.get(agreement.id, {})
        if agreement.conversation_id == conversation.id:
            made_here.append(row)
        elif conversation.id in outcomes or _is_before(agreement, agreed_at, conversation):
            outcome, moment = outcomes.get(conversation.id, (None, conversation.starts_at))
            is_past = any(later > moment for _, later in outcomes.values())
            earlier.append(EarlierAgreement(row=row, outcome=outcome, is_past=is_past))
    return (
        tuple(sorted(earlier, key=lambda view: by_date(view.row))),
        tuple(sorted(made_here, key=lambda row: row.id.hex)),
    )


def _is_before(agreement: Agreement, agreed_at: datetime | None, conversation: Conversation) -> bool:
    """Whether an agreement was there when the talk began; one without a talk counts from the day it was made."""
    if agreed_at is not None:
        return agreed_at < conversation.starts_at
    return local_day(agreement.created_at) <= conversation.starts_at.date()


def _reviews(
    session: Session, agreement_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, dict[uuid.UUID, tuple[AgreementOutcome, datetime]]]:
    """What each talk said of these agreements and when it was, by agreement and talk."""
    rows = session.execute(
        select(
            AgreementReview.agreement_id,
            AgreementReview.conversation_id,
            AgreementReview.outcome,
            Conversation.starts_at,
        )
        .join(Conversation, Conversation.id == AgreementReview.conversation_id)
        .where(AgreementReview.agreement_id.in_(agreement_ids))
    )
    said: dict[uuid.UUID, dict[uuid.UUID, tuple[AgreementOutcome, datetime]]] = {}
    for row in rows:
        said.setdefault(row.agreement_id, {})[row.conversation_id] = (row.outcome, row.starts_at)
    return said


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
