"""Growth plans of the concern track: read, written, and kept out of everything else."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.conversations import Conversation
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.growth_plan_paper import GrowthPlanPaper
from wpl_desktop.domain.growth_plans import (
    PARTS_AFTER_CLOSING,
    GoalDay,
    GoalOutcome,
    GoalPart,
    GrowthGoal,
    GrowthPlan,
    PlanDay,
    PlanPart,
    check_open,
    check_room_for_goal,
)
from wpl_desktop.services.growth_plan_paper import blank_paper, plan_paper
from wpl_desktop.services.growth_plan_views import (
    PlanPage,
    PlanRow,
    goals_of,
    plan_page,
    plan_rows,
)
from wpl_desktop.services.hats import is_kept_from_notes
from wpl_desktop.services.trajectories import trajectory_rows
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class PlanState:
    """What the page of a talk says of the growth plan: the one of this talk, else the one that runs.

    `plan_id` is None where there is neither. `apart`: it is the coach's, and the owner of the profile assesses apart
    (0.1).
    """

    plan_id: uuid.UUID | None = None
    is_of_this_talk: bool = False
    made_on: date | None = None
    closed_on: date | None = None
    apart: bool = False


class GrowthPlans:
    """Reads and changes growth plans; what is the coach's is neither read nor written by who assesses apart (0.1)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_conversation(self, conversation_id: uuid.UUID) -> PlanState:
        """The growth plan that was made in a talk, else the student's that runs. Raises `DomainError` (`not_found`)."""
        with self._database.reading() as session:
            talk = session.get(Conversation, conversation_id)
            if talk is None:
                raise refused("not_found")
            apart = is_kept_from_notes(session, talk.trajectory_id)
            rows = plan_rows(session, talk.trajectory_id, apart=apart)
        own = next((row for row in rows if row.conversation_id == conversation_id), None)
        found = own or next((row for row in rows if row.closed_on is None), None)
        if found is None:
            return PlanState(apart=apart)
        return PlanState(
            plan_id=found.id,
            is_of_this_talk=own is not None,
            made_on=found.made_on,
            closed_on=found.closed_on,
            apart=apart,
        )

    def of_trajectory(self, trajectory_id: uuid.UUID) -> list[PlanRow]:
        """A student's growth plans, the newest first: that they are there, not what they say."""
        with self._database.reading() as session:
            return plan_rows(session, trajectory_id, apart=is_kept_from_notes(session, trajectory_id))

    def page(
        self,
        trajectory_id: uuid.UUID,
        *,
        plan_id: uuid.UUID | None = None,
        conversation_id: uuid.UUID | None = None,
    ) -> PlanPage:
        """A student's growth plans, and one of them as a whole: `plan_id`, else that of the talk, else the newest.

        Raises `DomainError` (`not_found`) when the student is not there.
        """
        with self._database.reading() as session:
            return plan_page(
                session,
                trajectory_id,
                plan_id=plan_id,
                conversation_id=conversation_id,
                today=self._today(),
            )

    def paper(self, plan_id: uuid.UUID, language: str) -> GrowthPlanPaper:
        """A growth plan for paper. Raises `DomainError` (`not_found`, `notes_apart`)."""
        return plan_paper(self._database, plan_id, language)

    def blank(self, trajectory_id: uuid.UUID, language: str) -> GrowthPlanPaper:
        """The form to fill in by hand (6.5 nr 7). Raises `DomainError` (`not_found`)."""
        return blank_paper(self._database, trajectory_id, language)

    def begin(
        self, trajectory_id: uuid.UUID, *, conversation_id: uuid.UUID | None = None, origin: object = None
    ) -> uuid.UUID:
        """Begin a growth plan with one goal to fill in; gives its id. Somebody asks for it, the program never (P17).

        Raises `DomainError`: `not_found`, `notes_apart` (0.1), and `plan_running` while another one runs.
        """
        with self._database.transaction(origin=origin) as session:
            trajectory_rows(session, trajectory_id)
            _check_coach(session, trajectory_id)
            if conversation_id is not None:
                talk = session.get(Conversation, conversation_id)
                if talk is None or talk.trajectory_id != trajectory_id:
                    raise refused("not_found")
            running = select(GrowthPlan.id).where(
                GrowthPlan.trajectory_id == trajectory_id, GrowthPlan.closed_on.is_(None)
            )
            if session.scalars(running.limit(1)).first() is not None:
                raise refused("plan_running")
            plan = GrowthPlan(
                trajectory_id=trajectory_id, conversation_id=conversation_id, made_on=self._today()
            )
            session.add(plan)
            session.flush()
            session.add(GrowthGoal(plan_id=plan.id, position=1))
            return plan.id

    def save_text(
        self, plan_id: uuid.UUID, part: PlanPart, text: str, *, version: int, origin: object = None
    ) -> int:
        """Keep one text of a plan; gives the plan's new version.

        Raises `DomainError`: `not_found`, `changed_meanwhile`, `plan_closed`, and `notes_apart` (0.1).
        """
        with self._database.transaction(origin=origin) as session:
            plan = _plan(session, plan_id, version=version)
            if part not in PARTS_AFTER_CLOSING:
                check_open(plan)
            setattr(plan, part.value, text.strip())
            session.flush()
            return plan.version

    def save_day(
        self, plan_id: uuid.UUID, which: PlanDay, day: date | None, *, version: int, origin: object = None
    ) -> int:
        """Keep one day of a plan, or that there is none; gives its new version. Raises as `save_text`.

        What stands in the final report stands there with the student's knowledge: without the day on which the
        student was told it goes out again (6.2).
        """
        with self._database.transaction(origin=origin) as session:
            plan = _plan(session, plan_id, version=version)
            setattr(plan, which.value, day)
            if plan.told_on is None:
                plan.in_report = False
            session.flush()
            return plan.version

    def set_in_report(self, plan_id: uuid.UUID, *, chosen: bool, version: int, origin: object = None) -> int:
        """Put goals, support and outcome into the final report, or take them out; gives the plan's new version.

        Raises as `save_text`, and `not_told` while it is not noted that the student knows of the plan (6.2).
        """
        with self._database.transaction(origin=origin) as session:
            plan = _plan(session, plan_id, version=version)
            if chosen and plan.told_on is None:
                raise refused("not_told", field="told_on")
            plan.in_report = chosen
            session.flush()
            return plan.version

    def close(self, plan_id: uuid.UUID, *, version: int, origin: object = None) -> int:
        """End a plan today; gives its new version. Raises as `save_text`."""
        with self._database.transaction(origin=origin) as session:
            plan = _plan(session, plan_id, version=version)
            check_open(plan)
            plan.closed_on = self._today()
            session.flush()
            return plan.version

    def open_again(self, plan_id: uuid.UUID, *, version: int, origin: object = None) -> int:
        """Go on with a plan that was closed; gives its new version. Raises as `save_text`, and `plan_running`."""
        with self._database.transaction(origin=origin) as session:
            plan = _plan(session, plan_id, version=version)
            others = select(GrowthPlan.id).where(
                GrowthPlan.trajectory_id == plan.trajectory_id,
                GrowthPlan.id != plan.id,
                GrowthPlan.closed_on.is_(None),
            )
            if session.scalars(others.limit(1)).first() is not None:
                raise refused("plan_running")
            plan.closed_on = None
            session.flush()
            return plan.version

    def add_goal(self, plan_id: uuid.UUID, *, origin: object = None) -> uuid.UUID:
        """Add an empty goal at the end; gives its id. Raises as `save_text`, and `too_many_goals` (field `goals`)."""
        with self._database.transaction(origin=origin) as session:
            plan = _plan(session, plan_id)
            check_open(plan)
            goals = goals_of(session, plan_id)
            check_room_for_goal(len(goals))
            goal = GrowthGoal(plan_id=plan_id, position=max((each.position for each in goals), default=0) + 1)
            session.add(goal)
            return goal.id

    def remove_goal(self, goal_id: uuid.UUID, *, version: int, origin: object = None) -> None:
        """Take a goal out of its plan. Raises as `save_text`."""
        with self._database.transaction(origin=origin) as session:
            session.delete(_goal(session, goal_id, version=version))

    def save_goal_text(
        self, goal_id: uuid.UUID, part: GoalPart, text: str, *, version: int, origin: object = None
    ) -> int:
        """Keep one text of a goal; gives the goal's new version. Raises as `save_text`."""
        with self._database.transaction(origin=origin) as session:
            goal = _goal(session, goal_id, version=version)
            setattr(goal, part.value, text.strip())
            session.flush()
            return goal.version

    def save_goal_day(
        self, goal_id: uuid.UUID, which: GoalDay, day: date | None, *, version: int, origin: object = None
    ) -> int:
        """Keep one day of a goal, or that there is none; gives the goal's new version. Raises as `save_text`."""
        with self._database.transaction(origin=origin) as session:
            goal = _goal(session, goal_id, version=version)
            setattr(goal, which.value, day)
            session.flush()
            return goal.version

    def settle_goal(
        self, goal_id: uuid.UUID, outcome: GoalOutcome, *, version: int, origin: object = None
    ) -> int:
        """Say what became of a goal, today unless a day was noted before; gives its new version.

        Raises as `save_text`.
        """
        with self._database.transaction(origin=origin) as session:
            goal = _goal(session, goal_id, version=version)
            goal.outcome = outcome
            if outcome is GoalOutcome.OPEN:
                goal.outcome_on = None
            elif goal.outcome_on is None:
                goal.outcome_on = self._today()
            session.flush()
            return goal.version

    def _today(self) -> date:
        return self._database.clock.local().date()


def _check_coach(session: Session, trajectory_id: uuid.UUID) -> None:
    if is_kept_from_notes(session, trajectory_id):
        raise refused("notes_apart")


def _plan(session: Session, plan_id: uuid.UUID, *, version: int | None = None) -> GrowthPlan:
    """A plan that may be written, as it was read."""
    plan = session.get(GrowthPlan, plan_id)
    if plan is None:
        raise refused("not_found")
    _check_coach(session, plan.trajectory_id)
    if version is not None and plan.version != version:
        raise refused("changed_meanwhile")
    return plan


def _goal(session: Session, goal_id: uuid.UUID, *, version: int) -> GrowthGoal:
    """A goal that may be written, as it was read."""
    goal = session.get(GrowthGoal, goal_id)
    if goal is None:
        raise refused("not_found")
    check_open(_plan(session, goal.plan_id))
    if goal.version != version:
        raise refused("changed_meanwhile")
    return goal
