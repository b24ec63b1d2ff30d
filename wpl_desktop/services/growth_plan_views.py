"""What the page of a student's growth plans shows: which there are, and one of them as a whole."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import Conversation, ConversationState, ConversationType
from wpl_desktop.domain.evaluation_report import ReportGoal
from wpl_desktop.domain.evaluations import Round, RoundKind
from wpl_desktop.domain.growth_plans import (
    GoalOutcome,
    GrowthGoal,
    GrowthPlan,
    TimeLeft,
    proposed_review,
    weeks_to_last_round,
)
from wpl_desktop.services.hats import is_kept_from_notes, without_notes
from wpl_desktop.services.trajectories import trajectory_rows

CONCERN = "concern_conversation"
_FINAL_TALK = "final_evaluation"


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """One growth plan as it is listed on its own page: when it was made and whether it is closed, no content."""

    id: uuid.UUID
    version: int
    trajectory_id: uuid.UUID
    conversation_id: uuid.UUID | None
    made_on: date
    closed_on: date | None


@dataclass(frozen=True, kw_only=True)
class GoalRow:
    """One goal: what, with whose support, by when, what if not, and what became of it."""

    id: uuid.UUID
    version: int
    position: int
    text: str
    support: str
    due_on: date | None
    consequence: str
    outcome: GoalOutcome
    outcome_on: date | None
    outcome_words: str


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """One growth plan as a whole.

    `time_at_start` is how long there was until the last round when the plan was made, `time_left` how long there is
    from today; both None where no last round is planned. `talk_on` is the day of the talk it came out of;
    `review_talk` is the next concern talk that is planned, if any. `proposed_review_on` is halfway.
    """

    row: PlanRow
    facts: str
    with_student: str
    with_workplace: str
    with_institute: str
    informed: str
    told_on: date | None
    review_on: date | None
    in_report: bool
    closing: str
    goals: tuple[GoalRow, ...]
    time_at_start: TimeLeft | None
    time_left: TimeLeft | None
    proposed_review_on: date
    talk_on: date | None
    review_talk: tuple[uuid.UUID, datetime] | None


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """A student's growth plans, the newest first, and one of them; `plan` is None where there is none to show.

    `apart`: they are the coach's, and the owner of the profile assesses apart (0.1): only that they are there is shown.
    """

    trajectory_id: uuid.UUID
    student_name: str
    call_name: str
    apart: bool
    plans: tuple[PlanRow, ...]
    plan: PlanView | None

    @property
    def can_begin(self) -> bool:
        """Whether another one may be begun: none runs, and it is not somebody else's."""
        return not self.apart and all(row.closed_on is not None for row in self.plans)


def plan_page(
    session: Session,
    trajectory_id: uuid.UUID,
    *,
    plan_id: uuid.UUID | None,
    conversation_id: uuid.UUID | None,
    today: date,
) -> PlanPage:
    """See `GrowthPlans.page`."""
    _, student = trajectory_rows(session, trajectory_id)
    apart = is_kept_from_notes(session, trajectory_id)
    rows = plan_rows(session, trajectory_id, apart=apart)
    wanted = (
        [row for row in rows if row.id == plan_id],
        [row for row in rows if conversation_id is not None and row.conversation_id == conversation_id],
        rows,
    )
    shown = next((found[0] for found in wanted if found), None)
    return PlanPage(
        trajectory_id=trajectory_id,
        student_name=student.name,
        call_name=student.call_name,
        apart=apart,
        plans=tuple(rows),
        plan=None if shown is None or apart else plan_view(session, shown, today=today),
    )


def plan_rows(session: Session, trajectory_id: uuid.UUID, *, apart: bool) -> list[PlanRow]:
    """A student's growth plans, the newest first; who is kept `apart` does not hear in which talk they were made."""
    found = session.execute(
        select(
            GrowthPlan.id,
            GrowthPlan.version,
            GrowthPlan.conversation_id,
            GrowthPlan.made_on,
            GrowthPlan.closed_on,
        )
        .where(GrowthPlan.trajectory_id == trajectory_id)
        .order_by(GrowthPlan.made_on.desc(), GrowthPlan.id.desc())
    )
    return [
        PlanRow(
            id=row.id,
            version=row.version,
            trajectory_id=trajectory_id,
            conversation_id=None if apart else row.conversation_id,
            made_on=row.made_on,
            closed_on=row.closed_on,
        )
        for row in found
    ]


def plan_view(session: Session, row: PlanRow, *, today: date) -> PlanView:
    """One growth plan as a whole."""
    plan = session.get_one(GrowthPlan, row.id)
    talk = None if plan.conversation_id is None else session.get(Conversation, plan.conversation_id)
    last = last_round(session, row.trajectory_id)
    return PlanView(
        row=row,
        facts=plan.facts,
        with_student=plan.with_student,
        with_workplace=plan.with_workplace,
        with_institute=plan.with_institute,
        informed=plan.informed,
        told_on=plan.told_on,
        review_on=plan.review_on,
        in_report=plan.in_report,
        closing=plan.closing,
        goals=tuple(_goal_row(goal) for goal in goals_of(session, plan.id)),
        time_at_start=None
        if last is None
        else weeks_to_last_round(last[0], from_on=plan.made_on, number=last[1]),
        time_left=None if last is None else weeks_to_last_round(last[0], from_on=today, number=last[1]),
        proposed_review_on=proposed_review(plan.made_on, last_on=None if last is None else last[0]),
        talk_on=None if talk is None else talk.starts_at.date(),
        review_talk=_review_talk(session, row, today=today),
    )


def goals_of(session: Session, plan_id: uuid.UUID) -> list[GrowthGoal]:
    """The goals of a plan in their order."""
    found = select(GrowthGoal).where(GrowthGoal.plan_id == plan_id)
    return list(session.scalars(found.order_by(GrowthGoal.position, GrowthGoal.id)))


def goals_for_report(
    session: Session, trajectory_id: uuid.UUID, *, until: datetime | None
) -> tuple[ReportGoal, ...]:
    """The goals that were chosen for the final report, with the student's knowledge (6.2: 10); one query.

    What the coach wrote apart from the assessor stays with the coach (0.1). `until` leaves out what was chosen later:
    a report that is final does not grow.
    """
    wanted = (
        select(
            GrowthGoal.text,
            GrowthGoal.support,
            GrowthGoal.outcome,
            GrowthGoal.outcome_on,
            GrowthGoal.outcome_words,
        )
        .join(GrowthPlan, GrowthPlan.id == GrowthGoal.plan_id)
        .where(*_chosen_for_report(trajectory_id, until=until), GrowthGoal.text != "")
        .order_by(GrowthPlan.made_on, GrowthPlan.id, GrowthGoal.position)
    )
    return tuple(
        ReportGoal(
            text=row.text,
            support=row.support,
            outcome=row.outcome,
            outcome_on=row.outcome_on,
            outcome_words=row.outcome_words,
        )
        for row in session.execute(wanted)
    )


def talks_for_report(
    session: Session, trajectory_id: uuid.UUID, *, until: datetime | None
) -> frozenset[uuid.UUID]:
    """The discreet talks whose agreements were chosen for the final report together with the plan; one query.

    That is the talk in which such a plan was made, and those on the days from then until it was closed. `until` as
    in `goals_for_report`.
    """
    found = session.execute(
        select(
            Conversation.id,
            Conversation.starts_at,
            GrowthPlan.conversation_id,
            GrowthPlan.made_on,
            GrowthPlan.closed_on,
        )
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .join(GrowthPlan, GrowthPlan.trajectory_id == Conversation.trajectory_id)
        .where(*_chosen_for_report(trajectory_id, until=until), ConversationType.discreet)
    )
    return frozenset(
        row.id
        for row in found
        if row.id == row.conversation_id or row.made_on <= row.starts_at.date() <= (row.closed_on or date.max)
    )


def _chosen_for_report(trajectory_id: uuid.UUID, *, until: datetime | None) -> list[ColumnElement[bool]]:
    chosen = [
        GrowthPlan.trajectory_id == trajectory_id,
        GrowthPlan.trajectory_id.not_in(without_notes()),
        GrowthPlan.in_report.is_(True),
        GrowthPlan.told_on.is_not(None),
    ]
    return chosen if until is None else [*chosen, GrowthPlan.updated_at <= until]


def last_round(session: Session, trajectory_id: uuid.UUID) -> tuple[date, int | None] | None:
    """The day and number of the last round; else the day of the final talk that is planned, without number."""
    found = session.execute(
        select(Round.held_on, Round.number)
        .where(Round.trajectory_id == trajectory_id, Round.kind == RoundKind.FINAL)
        .order_by(Round.held_on.desc())
        .limit(1)
    ).first()
    if found is not None:
        return found.held_on, found.number
    talk = session.scalars(
        select(Conversation.starts_at)
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(
            Conversation.trajectory_id == trajectory_id,
            ConversationType.key == _FINAL_TALK,
            Conversation.state != ConversationState.NOT_HELD,
        )
        .order_by(Conversation.starts_at.desc())
        .limit(1)
    ).first()
    return None if talk is None else (talk.date(), None)


def _review_talk(session: Session, row: PlanRow, *, today: date) -> tuple[uuid.UUID, datetime] | None:
    found = session.execute(
        select(Conversation.id, Conversation.starts_at)
        .join(ConversationType, ConversationType.id == Conversation.type_id)
        .where(
            Conversation.trajectory_id == row.trajectory_id,
            ConversationType.key == CONCERN,
            Conversation.state == ConversationState.PLANNED,
            Conversation.starts_at >= datetime.combine(max(today, row.made_on), time.min),
            Conversation.id != row.conversation_id,
        )
        .order_by(Conversation.starts_at)
        .limit(1)
    ).first()
    return None if found is None else (found.id, found.starts_at)


def _goal_row(goal: GrowthGoal) -> GoalRow:
    return GoalRow(
        id=goal.id,
        version=goal.version,
        position=goal.position,
        text=goal.text,
        support=goal.support,
        due_on=goal.due_on,
        consequence=goal.consequence,
        outcome=goal.outcome,
        outcome_on=goal.outcome_on,
        outcome_words=goal.outcome_words,
    )
