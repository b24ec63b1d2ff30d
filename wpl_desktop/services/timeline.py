"""Everything that exists of one trajectory, in the order of time, and what of it is still open."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.clock import local_day
from wpl_desktop.domain.conversations import (
    AgendaItem,
    Agreement,
    AgreementState,
    Conversation,
    ConversationParticipant,
    ConversationState,
    ConversationType,
    stays_with_mentor,
)
from wpl_desktop.domain.criteria import Criterion, Strand
from wpl_desktop.domain.evaluations import (
    ROUND_OPENS_BEFORE,
    Perspective,
    Round,
    Score,
    Sheet,
    has_begun,
    taking_part,
)
from wpl_desktop.domain.people import Party, Person
from wpl_desktop.domain.trajectories import BlockPlacement, Trajectory, TrajectoryState
from wpl_desktop.services.hats import is_kept_from_notes
from wpl_desktop.services.sight import is_visible
from wpl_desktop.services.timeline_entries import (
    AgreementStep,
    Entry,
    Evidence,
    Landmark,
    Milestone,
    RoundEvent,
    RoundStep,
    StudentTimeline,
    Talk,
)
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database


@dataclass
class _Gathered:
    """What is read of the rounds, to be shared by the steps and the evidence."""

    rounds: Sequence[Round] = ()
    ready: dict[tuple[uuid.UUID, Strand], set[Perspective]] = field(
        default_factory=dict[tuple[uuid.UUID, Strand], set[Perspective]]
    )
    ready_on: dict[uuid.UUID, date] = field(default_factory=dict[uuid.UUID, date])


class Timeline:
    """Reads what exists of one trajectory; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_student(self, trajectory_id: uuid.UUID, *, joint: bool = False) -> StudentTimeline:
        """Everything of one trajectory in a handful of queries. Raises `DomainError` (`not_found`).

        What another perspective wrote is left out until its round is revealed (R5). `joint` is for a screen that the
        student sees too: notes that stay with the mentor and those of discreet talks are left out, and everybody's
        view before the reveal.
        """
        today = self._database.clock.local().date()
        with self._database.reading() as session:
            trajectory, student = trajectory_rows(session, trajectory_id)
            rounds = _gather_rounds(session, trajectory_id)
            reports = {
                found.conversation_id: (found.id, found.number)
                for found in rounds.rounds
                if found.conversation_id is not None
            }
            talks = _talks(session, trajectory_id, reports=reports, joint=joint)
            agreements = _agreements(session, trajectory_id, talks)
            steps = _round_events(rounds, today=today)
            entries: list[Entry] = [
                *talks,
                *agreements,
                *steps,
                *_evidence(session, trajectory_id, rounds, joint=joint),
                *_landmarks(session, trajectory),
            ]
        settled = {step.id for step in agreements if step.state is not AgreementState.OPEN}
        return StudentTimeline(
            trajectory_id=trajectory_id,
            call_name=student.call_name,
            closed=trajectory.state is TrajectoryState.CLOSED,
            today=today,
            planned=tuple(sorted((e for e in entries if _is_ahead(e, today=today)), key=_moment)),
            past=tuple(
                sorted((e for e in entries if not _is_ahead(e, today=today)), key=_moment, reverse=True)
            ),
            open_agreements=tuple(
                sorted(
                    (step for step in agreements if step.id not in settled),
                    key=lambda step: (step.due_on or date.max, step.id.hex),
                )
            ),
            waiting=_waiting(steps, rounds),
        )


def _is_ahead(entry: Entry, *, today: date) -> bool:
    """Whether an entry is a plan; a talk stays one until somebody says what became of it."""
    if isinstance(entry, Talk):
        return entry.state is ConversationState.PLANNED
    if isinstance(entry, RoundEvent):
        return entry.step is RoundStep.PLANNED
    return entry.on > today


def _moment(entry: Entry) -> tuple[date, int, int]:
    """Day, minute of the day and, among what has no time, an order: what follows from a talk stands above it."""
    if isinstance(entry, Talk):
        return entry.on, 0, entry.starts_at.hour * 60 + entry.starts_at.minute
    if isinstance(entry, RoundEvent):
        return entry.on, {RoundStep.OPENED: -2, RoundStep.FILLED_IN: -1}.get(entry.step, 3), entry.number
    if isinstance(entry, AgreementStep):
        return entry.on, 1 if entry.state is AgreementState.OPEN else 2, 0
    if isinstance(entry, Evidence):
        return entry.on, -3, -int("".join(filter(str.isdigit, entry.code)) or 0)
    return entry.on, 4 if entry.what is Milestone.ENDS else -4, 0


def _talks(
    session: Session,
    trajectory_id: uuid.UUID,
    *,
    reports: dict[uuid.UUID, tuple[uuid.UUID, int]],
    joint: bool,
) -> list[Talk]:
    rows = session.execute(
        select(
            Conversation.id,
            Conversation.starts_at,
            Conversation.minutes,
            Conversation.state,
            Conversation.not_held_cause,
            Conversation.hat,
            Conversation.summary,
            ConversationType.name,
            ConversationType.short_name,
            ConversationType.discreet,
        )
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(Conversation.trajectory_id == trajectory_id)
    ).all()
    people = _people_of_talks(session, trajectory_id)
    notes = _agenda_notes(session, trajectory_id)
    kept_from = is_kept_from_notes(session, trajectory_id)
    found: list[Talk] = []
    for row in rows:
        apart = (joint and row.discreet) or ((joint or kept_from) and stays_with_mentor(row.hat))
        found.append(
            Talk(
                id=row.id,
                on=row.starts_at.date(),
                starts_at=row.starts_at,
                minutes=row.minutes,
                name=row.short_name if row.discreet else row.name,
                state=row.state,
                cause=row.not_held_cause,
                hat=row.hat,
                note="" if apart else "\n".join(filter(None, (row.summary, *notes.get(row.id, ())))),
                people=tuple(people.get(row.id, ())),
                report_of=reports.get(row.id),
            )
        )
    return found


def _people_of_talks(session: Session, trajectory_id: uuid.UUID) -> dict[uuid.UUID, list[str]]:
    rows = session.execute(
        select(ConversationParticipant.conversation_id, Person.call_name)
        .join(Conversation, Conversation.id == ConversationParticipant.conversation_id)
        .join(Person, Person.id == ConversationParticipant.person_id)
        .where(Conversation.trajectory_id == trajectory_id, Person.party != Party.STUDENT)
        .order_by(ConversationParticipant.id)
    )
    found: dict[uuid.UUID, list[str]] = {}
    for row in rows:
        found.setdefault(row.conversation_id, []).append(row.call_name)
    return found


def _agenda_notes(session: Session, trajectory_id: uuid.UUID) -> dict[uuid.UUID, list[str]]:
    """The notes of agenda lines by conversation; never those about wellbeing (Y12)."""
    rows = session.execute(
        select(AgendaItem.conversation_id, AgendaItem.note)
        .join(Conversation, Conversation.id == AgendaItem.conversation_id)
        .where(
            Conversation.trajectory_id == trajectory_id,
            AgendaItem.note != "",
            AgendaItem.wellbeing.is_(False),
        )
        .order_by(AgendaItem.position)
    )
    found: dict[uuid.UUID, list[str]] = {}
    for row in rows:
        found.setdefault(row.conversation_id, []).append(row.note)
    return found


def _agreements(session: Session, trajectory_id: uuid.UUID, talks: list[Talk]) -> list[AgreementStep]:
    """Each agreement on the day of its conversation, and once more on the day it was settled."""
    days = {talk.id: talk.on for talk in talks}
    rows = session.execute(
        select(
            Agreement.id,
            Agreement.conversation_id,
            Agreement.text,
            Agreement.party,
            Agreement.due_on,
            Agreement.state,
            Agreement.settled_on,
            Agreement.created_at,
            Person.name,
        )
        .outerjoin(Person, Person.id == Agreement.person_id)
        .where(Agreement.trajectory_id == trajectory_id)
    )
    found: list[AgreementStep] = []
    for row in rows:
        made = days.get(row.conversation_id) or local_day(row.created_at)
        steps = [(made, AgreementState.OPEN)]
        if row.state is not AgreementState.OPEN:
            steps.append((row.settled_on or made, row.state))
        found.extend(
            AgreementStep(
                id=row.id,
                on=on,
                conversation_id=row.conversation_id,
                text=row.text,
                party=row.party,
                owner=row.name or "",
                due_on=row.due_on,
                state=state,
            )
            for on, state in steps
        )
    return found


def _gather_rounds(session: Session, trajectory_id: uuid.UUID) -> _Gathered:
    rounds = session.scalars(
        select(Round).where(Round.trajectory_id == trajectory_id).order_by(Round.number)
    ).all()
    gathered = _Gathered(rounds=rounds)
    rows = session.execute(
        select(Sheet.round_id, Sheet.strand, Sheet.perspective, Sheet.ready_at, Sheet.collected_on)
        .join(Round, Round.id == Sheet.round_id)
        .where(Round.trajectory_id == trajectory_id, Sheet.ready_at.is_not(None))
    )
    for row in rows:
        gathered.ready.setdefault((row.round_id, row.strand), set()).add(row.perspective)
        if row.strand is Strand.STUDENT_PART:
            on = row.collected_on or local_day(row.ready_at)
            gathered.ready_on[row.round_id] = max(on, gathered.ready_on.get(row.round_id, on))
    return gathered


def _round_events(gathered: _Gathered, *, today: date) -> list[RoundEvent]:
    found: list[RoundEvent] = []
    for scored in gathered.rounds:
        ready_on = gathered.ready_on.get(scored.id)
        begun = has_begun(scored.held_on, today=today) or ready_on is not None
        if begun:
            # Not before it was made, and not after its own day when it was written down later.
            made = max(local_day(scored.created_at), scored.held_on - ROUND_OPENS_BEFORE)
            opened = min(made, scored.held_on, ready_on or made)
            steps = [(opened, RoundStep.OPENED)]
        else:
            steps = [(scored.held_on, RoundStep.PLANNED)]
        if ready_on is not None:
            steps.append((ready_on, RoundStep.FILLED_IN))
        if scored.finalised_at is not None:
            steps.append((local_day(scored.finalised_at), RoundStep.FINAL))
        found.extend(
            RoundEvent(
                round_id=scored.id,
                on=on,
                step=step,
                number=scored.number,
                kind=scored.kind,
                perspectives=taking_part(scored.perspectives),
                ready=frozenset(gathered.ready.get((scored.id, Strand.STUDENT_PART), set())),
            )
            for on, step in steps
        )
    return found


def _waiting(steps: Sequence[RoundEvent], gathered: _Gathered) -> tuple[RoundEvent, ...]:
    final = {found.id for found in gathered.rounds if found.finalised_at is not None}
    return tuple(
        step
        for step in steps
        if step.step is RoundStep.OPENED
        and step.round_id not in final
        and not set(step.perspectives) <= step.ready
    )


def _evidence(
    session: Session, trajectory_id: uuid.UUID, gathered: _Gathered, *, joint: bool
) -> list[Evidence]:
    rounds = {found.id: found for found in gathered.rounds}
    rows = session.execute(
        select(
            Score.id,
            Score.evidence,
            Score.comment,
            Score.source,
            Score.updated_at,
            Sheet.round_id,
            Sheet.perspective,
            Sheet.strand,
            Sheet.collected_on,
            Criterion.code,
        )
        .join(Sheet, Sheet.id == Score.sheet_id)
        .join(Round, Round.id == Sheet.round_id)
        .join(Criterion, Criterion.id == Score.criterion_id)
        .where(Round.trajectory_id == trajectory_id, or_(Score.evidence != "", Score.comment != ""))
    )
    return [
        Evidence(
            score_id=row.id,
            round_id=row.round_id,
            # The day of the sheet when it was typed over later.
            on=min(local_day(row.updated_at), row.collected_on or date.max),
            code=row.code,
            perspective=row.perspective,
            strand=row.strand,
            evidence=row.evidence,
            comment=row.comment,
            source=row.source,
        )
        for row in rows
        if is_visible(
            rounds[row.round_id],
            row.perspective,
            ready=gathered.ready.get((row.round_id, row.strand), set()),
            joint=joint,
        )
    ]


def _landmarks(session: Session, trajectory: Trajectory) -> list[Landmark]:
    found = [
        Landmark(id=trajectory.id, on=trajectory.starts_on, what=Milestone.STARTS),
        Landmark(id=trajectory.id, on=trajectory.ends_on, what=Milestone.ENDS),
    ]
    if trajectory.notice_given_on is not None:
        found.append(Landmark(id=trajectory.id, on=trajectory.notice_given_on, what=Milestone.NOTICE_GIVEN))
    blocks = session.execute(
        select(
            BlockPlacement.id, BlockPlacement.name, BlockPlacement.starts_on, BlockPlacement.ends_on
        ).where(BlockPlacement.trajectory_id == trajectory.id)
    )
    for row in blocks:
        found.append(Landmark(id=row.id, on=row.starts_on, what=Milestone.BLOCK_STARTS, name=row.name))
        found.append(Landmark(id=row.id, on=row.ends_on, what=Milestone.BLOCK_ENDS, name=row.name))
    return found
