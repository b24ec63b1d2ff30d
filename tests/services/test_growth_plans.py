"""Growth plans: begun by a person, kept part by part, closed, deleted, and apart where coach and assessor are."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import factory
from tests.factory import FixedClock
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.growth_plans import (
    GoalDay,
    GoalOutcome,
    GoalPart,
    GrowthGoal,
    GrowthPlan,
    PlanDay,
    PlanPart,
)
from wpl_desktop.domain.history import StepKind
from wpl_desktop.domain.trajectories import AssessmentMode, Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.demo import make_demo
from wpl_desktop.services.growth_plan_views import PlanView
from wpl_desktop.services.trajectories import RoleValues

TODAY = date(2026, 1, 22)
OWNER = "Griet Vanhaverbeke"


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    """A student with a running trajectory."""
    return factory.add_student(services)


@pytest.fixture
def talk(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A concern talk of last week."""
    moment = datetime.fromisoformat("2026-01-15T15:45")
    return factory.add_conversation(services, trajectory_id, key="concern_conversation", starts_at=moment)


@pytest.fixture
def plan_id(services: Services, trajectory_id: uuid.UUID, talk: ConversationRow) -> uuid.UUID:
    """A plan that came out of that talk."""
    return services.growth_plans.begin(trajectory_id, conversation_id=talk.id)


def plan_of(services: Services, trajectory_id: uuid.UUID) -> PlanView:
    found = services.growth_plans.page(trajectory_id).plan
    assert found is not None
    return found


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as refusal:
        action()
    return refusal.value.code


def set_apart(services: Services, trajectory_id: uuid.UUID) -> None:
    """Coach and assessor are apart, and the owner of the profile is the assessor."""
    detail = services.trajectories.detail(trajectory_id)
    others = tuple(person for person in detail.values.people if person.name != OWNER)
    services.trajectories.change_student(
        detail,
        replace(
            detail.values,
            assessment_mode=AssessmentMode.SEPARATED,
            people=(*others, RoleValues(role=Role.ASSESSOR, name=OWNER)),
        ),
    )


class TestBegin:
    """Somebody asks for a plan; there is none before."""

    def test_there_is_none_until_somebody_begins_it(
        self, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        page = services.growth_plans.page(trajectory_id)
        assert (page.plans, page.plan, page.can_begin, page.apart) == ((), None, True, False)
        assert services.growth_plans.of_conversation(talk.id).plan_id is None

    def test_a_new_one_is_of_today_with_one_goal_to_fill_in(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        plan = plan_of(services, trajectory_id)
        assert (plan.row.id, plan.row.made_on, plan.talk_on) == (plan_id, TODAY, talk.starts_at.date())
        assert [(goal.position, goal.text, goal.outcome) for goal in plan.goals] == [
            (1, "", GoalOutcome.OPEN)
        ]
        assert not plan.in_report
        assert plan.told_on is None

    def test_of_a_talk(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        state = services.growth_plans.of_conversation(talk.id)
        assert (state.plan_id, state.is_of_this_talk, state.made_on) == (plan_id, True, TODAY)
        other = factory.add_conversation(services, trajectory_id)
        state = services.growth_plans.of_conversation(other.id)
        assert (state.plan_id, state.is_of_this_talk) == (plan_id, False)

    def test_a_second_one_waits_until_the_first_is_closed(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        plans = services.growth_plans
        assert code_of(lambda: plans.begin(trajectory_id)) == "plan_running"
        plans.close(plan_id, version=plan_of(services, trajectory_id).row.version)
        second = plans.begin(trajectory_id)
        assert [row.id for row in plans.of_trajectory(trajectory_id)] == [second, plan_id]
        shown = plans.page(trajectory_id, plan_id=plan_id).plan
        assert shown is not None
        assert shown.row.closed_on == TODAY
        assert code_of(lambda: plans.open_again(plan_id, version=shown.row.version)) == "plan_running"

    def test_a_talk_of_somebody_else_is_refused(self, services: Services, talk: ConversationRow) -> None:
        other = factory.add_student(services, name="Hạnh")
        assert code_of(lambda: services.growth_plans.begin(other, conversation_id=talk.id)) == "not_found"
        assert code_of(lambda: services.growth_plans.begin(uuid.uuid4())) == "not_found"


class TestParts:
    """Each text and day is kept by itself, on the version it was read from."""

    @pytest.mark.parametrize("part", list(PlanPart))
    def test_a_text(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, part: PlanPart
    ) -> None:
        version = services.growth_plans.save_text(plan_id, part, "  op 12 januari  ", version=1)
        plan = plan_of(services, trajectory_id)
        assert getattr(plan, part.value) == "op 12 januari"
        assert plan.row.version == version == 2
        assert (
            code_of(lambda: services.growth_plans.save_text(plan_id, part, "x", version=1))
            == "changed_meanwhile"
        )

    def test_a_goal(self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID) -> None:
        [goal] = plan_of(services, trajectory_id).goals
        version = goal.version
        for part in GoalPart:
            version = services.growth_plans.save_goal_text(goal.id, part, part.value, version=version)
        version = services.growth_plans.save_goal_day(
            goal.id, GoalDay.DUE_ON, date(2026, 3, 24), version=version
        )
        [kept] = plan_of(services, trajectory_id).goals
        assert [getattr(kept, part.value) for part in GoalPart] == [part.value for part in GoalPart]
        assert (kept.due_on, kept.version) == (date(2026, 3, 24), version)

    def test_what_became_of_a_goal(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, clock: FixedClock
    ) -> None:
        plans = services.growth_plans
        [goal] = plan_of(services, trajectory_id).goals
        version = plans.settle_goal(goal.id, GoalOutcome.PARTLY, version=goal.version)
        clock.pass_time(days=7)
        version = plans.settle_goal(goal.id, GoalOutcome.REACHED, version=version)
        [kept] = plan_of(services, trajectory_id).goals
        assert (kept.outcome, kept.outcome_on) == (GoalOutcome.REACHED, TODAY)
        plans.settle_goal(goal.id, GoalOutcome.OPEN, version=version)
        [kept] = plan_of(services, trajectory_id).goals
        assert (kept.outcome, kept.outcome_on) == (GoalOutcome.OPEN, None)

    def test_at_most_three_goals(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        plans = services.growth_plans
        second, third = plans.add_goal(plan_id), plans.add_goal(plan_id)
        assert code_of(lambda: plans.add_goal(plan_id)) == "too_many_goals"
        assert [goal.id for goal in plan_of(services, trajectory_id).goals][1:] == [second, third]
        plans.remove_goal(second, version=1)
        fourth = plans.add_goal(plan_id)
        assert [goal.id for goal in plan_of(services, trajectory_id).goals][1:] == [third, fourth]

    def test_the_report_only_with_the_students_knowledge(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        plans = services.growth_plans
        assert code_of(lambda: plans.set_in_report(plan_id, chosen=True, version=1)) == "not_told"
        version = plans.save_day(plan_id, PlanDay.TOLD_ON, TODAY, version=1)
        version = plans.set_in_report(plan_id, chosen=True, version=version)
        assert plan_of(services, trajectory_id).in_report
        plans.save_day(plan_id, PlanDay.TOLD_ON, None, version=version)
        assert not plan_of(services, trajectory_id).in_report

    def test_a_closed_plan_stays_as_it_is(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        plans = services.growth_plans
        [goal] = plan_of(services, trajectory_id).goals
        version = plans.close(plan_id, version=1)
        assert (
            code_of(lambda: plans.save_text(plan_id, PlanPart.FACTS, "x", version=version)) == "plan_closed"
        )
        assert code_of(lambda: plans.save_goal_text(goal.id, GoalPart.TEXT, "x", version=1)) == "plan_closed"
        assert code_of(lambda: plans.add_goal(plan_id)) == "plan_closed"
        version = plans.save_text(plan_id, PlanPart.CLOSING, "Samen afgerond.", version=version)
        version = plans.open_again(plan_id, version=version)
        plans.save_text(plan_id, PlanPart.FACTS, "x", version=version)
        plan = plan_of(services, trajectory_id)
        assert (plan.facts, plan.closing, plan.row.closed_on) == ("x", "Samen afgerond.", None)


class TestTimeLeft:
    """Until the last round, else the final talk; without either it is not known."""

    def test_no_last_round(self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID) -> None:
        factory.add_round(services, trajectory_id, held_on=date(2026, 2, 3))
        plan = plan_of(services, trajectory_id)
        assert (plan.time_left, plan.time_at_start) == (None, None)
        assert plan.proposed_review_on == date(2026, 2, 12)

    def test_the_final_round(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.add_round(services, trajectory_id, number=3, kind=RoundKind.FINAL, held_on=date(2026, 6, 9))
        clock.moment = datetime.fromisoformat("2026-05-12T10:00")
        plan = plan_of(services, trajectory_id)
        assert plan.time_left is not None
        assert plan.time_at_start is not None
        assert (plan.time_left.weeks, plan.time_left.number, plan.time_left.is_enough) == (4, 3, False)
        assert (plan.time_at_start.weeks, plan.time_at_start.is_enough) == (19, True)

    def test_the_final_talk_when_there_is_no_round(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        moment = datetime.fromisoformat("2026-02-26T15:45")
        factory.add_conversation(services, trajectory_id, key="final_evaluation", starts_at=moment)
        left = plan_of(services, trajectory_id).time_left
        assert left is not None
        assert (left.last_on, left.number, left.weeks) == (moment.date(), None, 5)

    def test_the_concern_talk_that_is_planned(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        factory.add_conversation(
            services, trajectory_id, starts_at=datetime.fromisoformat("2026-02-05T15:45")
        )
        assert plan_of(services, trajectory_id).review_talk is None
        moment = datetime.fromisoformat("2026-02-19T15:45")
        review = factory.add_conversation(
            services, trajectory_id, key="concern_conversation", starts_at=moment
        )
        assert plan_of(services, trajectory_id).review_talk == (review.id, moment)


class TestHistory:
    """Everything is one step back, and what was deleted comes back from the bin."""

    def test_undo_says_what(self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID) -> None:
        [goal] = plan_of(services, trajectory_id).goals
        services.growth_plans.save_text(plan_id, PlanPart.FACTS, "Op 12 januari.", version=1)
        services.growth_plans.settle_goal(goal.id, GoalOutcome.REACHED, version=goal.version)
        for _ in range(2):
            step = services.history.undo()
            assert step is not None
            assert (step.kind, step.student) == (StepKind.GROWTH_PLAN, "Łukasz")
        plan = plan_of(services, trajectory_id)
        assert (plan.facts, plan.goals[0].outcome) == ("", GoalOutcome.OPEN)
        services.history.undo()
        assert services.growth_plans.page(trajectory_id).plan is None
        services.history.redo()
        assert len(plan_of(services, trajectory_id).goals) == 1

    def test_the_bin_keeps_it_without_its_words(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        version = services.growth_plans.save_text(plan_id, PlanPart.FACTS, "Op 12 januari.", version=1)
        services.removal.delete_growth_plan(plan_id, version=version)
        assert services.growth_plans.page(trajectory_id).plans == ()
        [item] = services.history.bin()
        assert (item.kind, item.student, item.text, item.name) == (StepKind.GROWTH_PLAN, "Łukasz", "", None)
        assert item.day == TODAY
        services.history.restore(item.transaction_id)
        plan = plan_of(services, trajectory_id)
        assert (plan.facts, len(plan.goals)) == ("Op 12 januari.", 1)

    def test_deleting_asks_for_the_version_that_was_read(
        self, services: Services, plan_id: uuid.UUID
    ) -> None:
        services.growth_plans.save_text(plan_id, PlanPart.FACTS, "x", version=1)
        assert code_of(lambda: services.removal.delete_growth_plan(plan_id, version=1)) == "changed_meanwhile"
        assert code_of(lambda: services.removal.delete_growth_plan(uuid.uuid4(), version=1)) == "not_found"

    def test_it_stays_when_its_talk_goes_and_goes_with_its_student(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        services.removal.delete_conversation(talk)
        assert plan_of(services, trajectory_id).talk_on is None
        services.removal.delete_student(trajectory_id)
        with services.database.reading() as session:
            assert session.scalars(select(GrowthPlan.id)).all() == []
            assert session.scalars(select(GrowthGoal.id)).all() == []


class TestApart:
    """0.1: whoever assesses apart sees that there is a plan, and nothing of it."""

    def test_only_that_it_is_there(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        services.growth_plans.save_text(plan_id, PlanPart.FACTS, "Struisvogel", version=1)
        set_apart(services, trajectory_id)
        page = services.growth_plans.page(trajectory_id)
        assert (page.apart, page.plan, page.can_begin) == (True, None, False)
        assert [(row.id, row.made_on, row.conversation_id) for row in page.plans] == [(plan_id, TODAY, None)]
        assert "Struisvogel" not in repr(page)
        state = services.growth_plans.of_conversation(talk.id)
        assert (state.apart, state.plan_id) == (True, plan_id)

    def test_every_door_to_write_is_shut(
        self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        [goal] = plan_of(services, trajectory_id).goals
        set_apart(services, trajectory_id)
        plans, removal = services.growth_plans, services.removal
        doors: list[Callable[[], object]] = [
            lambda: plans.begin(trajectory_id),
            lambda: plans.save_text(plan_id, PlanPart.FACTS, "x", version=1),
            lambda: plans.save_day(plan_id, PlanDay.TOLD_ON, TODAY, version=1),
            lambda: plans.set_in_report(plan_id, chosen=True, version=1),
            lambda: plans.close(plan_id, version=1),
            lambda: plans.open_again(plan_id, version=1),
            lambda: plans.add_goal(plan_id),
            lambda: plans.remove_goal(goal.id, version=1),
            lambda: plans.save_goal_text(goal.id, GoalPart.TEXT, "x", version=1),
            lambda: plans.save_goal_day(goal.id, GoalDay.DUE_ON, TODAY, version=1),
            lambda: plans.settle_goal(goal.id, GoalOutcome.REACHED, version=1),
            lambda: plans.paper(plan_id, "nl"),
            lambda: removal.delete_growth_plan(plan_id, version=1),
        ]
        assert {code_of(door) for door in doors} == {"notes_apart"}


class TestPaper:
    """What is printed: the plan, or the form; the file is called after nobody and nothing."""

    def test_the_plan(self, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID) -> None:
        services.growth_plans.save_text(plan_id, PlanPart.FACTS, "Op 12 januari.", version=1)
        paper = services.growth_plans.paper(plan_id, "nl")
        assert paper.plan is not None
        assert paper.plan.facts == "Op 12 januari."
        assert [seer.name for seer in paper.seers] == ["Łukasz Wójcik", OWNER, "Nadège Okonkwo-Maes"]
        assert (paper.head.file_stem, paper.head.document_number) == ("blad_2025-26_S1", "P-2526-S1")

    def test_the_form(self, services: Services, trajectory_id: uuid.UUID) -> None:
        paper = services.growth_plans.blank(trajectory_id, "en")
        assert paper.plan is None
        assert (paper.head.student_name, paper.head.file_stem) == ("Łukasz Wójcik", "sheet_2025-26_S1")
        assert code_of(lambda: services.growth_plans.paper(uuid.uuid4(), "nl")) == "not_found"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("now", "outcomes"),
    [
        ("2026-02-04T09:00", None),
        ("2026-02-06T09:00", [GoalOutcome.OPEN, GoalOutcome.OPEN]),
        ("2026-04-01T09:00", [GoalOutcome.REACHED, GoalOutcome.OPEN]),
        ("2026-05-12T09:00", [GoalOutcome.REACHED, GoalOutcome.REACHED]),
    ],
)
def test_the_demo_has_the_plan_as_it_stands_by_then(
    tmp_path: Path, language: str, now: str, outcomes: list[GoalOutcome] | None
) -> None:
    _, services = make_demo(tmp_path, clock=FixedClock(datetime.fromisoformat(now)), language=language)
    try:
        with services.database.reading() as session:
            found = session.scalars(select(GrowthPlan)).all()
        if outcomes is None:
            assert found == []
            return
        [plan] = found
        page = services.growth_plans.page(plan.trajectory_id)
        assert page.student_name == "Zoë Van den Broeck"
        assert page.plan is not None
        assert [goal.outcome for goal in page.plan.goals] == outcomes
        assert page.plan.told_on == page.plan.talk_on == page.plan.row.made_on == date(2026, 2, 5)
        assert "12-12-2025" in page.plan.facts
        assert "{" not in repr(page.plan.facts + page.plan.informed)
        assert page.plan.time_at_start is not None
        assert page.plan.time_at_start.is_enough
    finally:
        services.close()
