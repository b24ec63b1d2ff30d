"""Writing a growth plan on its page, by real clicks and keys."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import FixedClock
from tests.ui import reading
from tests.ui.hands import Hands
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.domain.growth_plans import GoalOutcome, PlanDay, PlanPart
from wpl_desktop.domain.trajectories import AssessmentMode, Role
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.growth_plan_views import PlanView
from wpl_desktop.services.trajectories import RoleValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.growth_plan.goal_card import GoalCard
from wpl_desktop.ui.growth_plan.growth_plan_page import GrowthPlanPage
from wpl_desktop.ui.growth_plan.plan_form import PlanForm
from wpl_desktop.ui.sheet_printing import SheetDialog

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = date(2026, 1, 22)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def tick(widget: QWidget) -> None:
    """A tick is chosen by keyboard: its box is not in its middle."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(widget, Qt.Key.Key_Space)
    QApplication.processEvents()


def form_of(page: GrowthPlanPage) -> PlanForm:
    assert page.form is not None
    return page.form


def first_goal(page: GrowthPlanPage) -> GoalCard:
    return form_of(page).goals[0]


def kept(services: Services, page: GrowthPlanPage) -> PlanView:
    trajectory_id = page.subject()["trajectory_id"]
    assert isinstance(trajectory_id, uuid.UUID)
    plan = services.growth_plans.page(trajectory_id).plan
    assert plan is not None
    return plan


def asked(page: GrowthPlanPage) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    page.open_requested.connect(lambda name, arguments: found.append((name, arguments)))
    return found


class TestNothingYet:
    """The page says what a plan is for; nothing begins by itself."""

    def test_it_teaches_and_holds_the_button_that_starts_it(
        self, empty_page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        assert "the program never does" in empty_page.nothing.text()
        assert empty_page.form is None
        assert (empty_page.title(), empty_page.subtitle()) == ("Łukasz Wójcik", "Growth plan")
        assert services.growth_plans.of_trajectory(trajectory_id) == []
        empty_page.focus_first()
        assert empty_page.nothing.button.hasFocus()
        QTest.keyClick(empty_page.nothing.button, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert len(services.growth_plans.of_trajectory(trajectory_id)) == 1
        assert form_of(empty_page).facts.area.hasFocus()
        assert not empty_page.nothing.isVisible()

    def test_of_a_talk_it_belongs_to_that_talk(
        self, empty_page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID, talk: ConversationRow
    ) -> None:
        empty_page.open(trajectory_id=trajectory_id, conversation_id=talk.id)
        click(empty_page.nothing.button)
        assert services.growth_plans.of_conversation(talk.id).is_of_this_talk
        assert empty_page.head.facts.text() == "Out of the conversation of Thursday 15 January 2026."

    def test_of_a_student_who_is_gone(self, empty_page: GrowthPlanPage) -> None:
        empty_page.open(trajectory_id=uuid.uuid4())
        assert "not here any more" in empty_page.nothing.text()
        assert not empty_page.nothing.button.isVisible()
        assert (empty_page.back_target, empty_page.title()) == ("students", "Growth plan")

    def test_apart_only_that_it_is_there(
        self, empty_page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID, plan_id: uuid.UUID
    ) -> None:
        services.growth_plans.save_text(plan_id, PlanPart.FACTS, "Struisvogel", version=1)
        detail = services.trajectories.detail(trajectory_id)
        others = tuple(person for person in detail.values.people if person.name != "Griet Vanhaverbeke")
        owner = RoleValues(role=Role.ASSESSOR, name="Griet Vanhaverbeke")
        values = replace(detail.values, assessment_mode=AssessmentMode.SEPARATED, people=(*others, owner))
        services.trajectories.change_student(detail, values)
        empty_page.open(trajectory_id=trajectory_id)
        assert empty_page.nothing.text() == (
            "There is a growth plan. What it says is for the coach: you assess apart."
        )
        assert not empty_page.nothing.button.isVisible()
        assert empty_page.form is None
        assert not empty_page.head.isVisible()


class TestKeeping:
    """What is typed is on disk by itself."""

    def test_typed_facts_are_on_disk_without_a_button(
        self, page: GrowthPlanPage, services: Services, qtbot: QtBot
    ) -> None:
        saved = QSignalSpy(page.saved)
        QTest.keyClicks(form_of(page).facts.area, "12 jan: te laat")
        assert kept(services, page).facts == ""
        qtbot.waitUntil(lambda: kept(services, page).facts == "12 jan: te laat", timeout=5_000)
        assert saved.count() == 1

    def test_a_field_that_is_left_is_on_disk(self, page: GrowthPlanPage, services: Services) -> None:
        form = form_of(page)
        for column, words in zip(form.columns, ("a", "b", "c"), strict=True):
            column.area.setFocus(Qt.FocusReason.OtherFocusReason)
            QTest.keyClicks(column.area, words)
        goal = first_goal(page)
        for text in goal.texts()[:3]:
            text.area.setFocus(Qt.FocusReason.OtherFocusReason)
            QTest.keyClicks(text.area, "doel")
        form.add_goal.setFocus(Qt.FocusReason.OtherFocusReason)
        plan = kept(services, page)
        assert (plan.with_student, plan.with_workplace, plan.with_institute) == ("a", "b", "c")
        assert (plan.goals[0].text, plan.goals[0].support, plan.goals[0].consequence) == ("doel",) * 3

    def test_flush_and_hiding_keep_what_was_typed(self, page: GrowthPlanPage, services: Services) -> None:
        QTest.keyClicks(form_of(page).closing.area, "klaar")
        assert page.flush()
        assert kept(services, page).closing == "klaar"
        QTest.keyClicks(form_of(page).informed.area, "directie")
        page.hide()
        assert kept(services, page).informed == "directie"

    def test_a_text_that_was_changed_elsewhere_becomes_both(
        self, page: GrowthPlanPage, services: Services, plan_id: uuid.UUID
    ) -> None:
        QTest.keyClicks(form_of(page).facts.area, "hier")
        services.growth_plans.save_text(plan_id, PlanPart.FACTS, "elders", version=1)
        assert page.flush()
        assert kept(services, page).facts == "hier\n\nelders"
        assert form_of(page).facts.area.text() == "hier\n\nelders"
        note = form_of(page).both_note
        assert note.isVisible()
        assert "both texts" in note.text()
        QTest.keyClicks(form_of(page).facts.area, "!")
        assert not note.isVisible()

    def test_another_part_that_was_changed_elsewhere_is_left_alone(
        self, page: GrowthPlanPage, services: Services, plan_id: uuid.UUID
    ) -> None:
        QTest.keyClicks(form_of(page).facts.area, "hier")
        services.growth_plans.save_text(plan_id, PlanPart.CLOSING, "elders", version=1)
        assert page.flush()
        plan = kept(services, page)
        assert (plan.facts, plan.closing) == ("hier", "elders")

    def test_what_was_taken_back_is_shown(self, page: GrowthPlanPage, services: Services) -> None:
        QTest.keyClicks(form_of(page).facts.area, "hier")
        page.flush()
        services.history.undo()
        page.refresh()
        assert form_of(page).facts.area.text() == ""
        QTest.keyClicks(form_of(page).facts.area, "opnieuw")
        assert page.flush()
        assert kept(services, page).facts == "opnieuw"


class TestDays:
    """A day is ticked, proposed, and changed."""

    def test_told(self, page: GrowthPlanPage, services: Services) -> None:
        tick(form_of(page).told.tick)
        assert kept(services, page).told_on == TODAY
        form_of(page).told.edit.setDate(QDate(2026, 1, 15))
        page.flush()
        assert kept(services, page).told_on == date(2026, 1, 15)
        tick(form_of(page).told.tick)
        assert kept(services, page).told_on is None
        assert not form_of(page).told.edit.isVisible()

    def test_looking_back_is_proposed_halfway(
        self, page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        factory.add_round(services, trajectory_id, kind=RoundKind.FINAL, held_on=date(2026, 6, 9))
        page.refresh()
        tick(form_of(page).review.tick)
        assert kept(services, page).review_on == date(2026, 4, 1)

    def test_the_talk_to_look_back_is_planned_on_that_day(
        self, page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        form = form_of(page)
        tick(form.review.tick)
        day = kept(services, page).review_on
        assert day is not None
        opened = asked(page)
        click(form.review_button)
        moment = datetime.combine(day, time(15, 45))
        [(name, arguments)] = opened
        assert name == "plan_dialog"
        assert arguments == {
            "trajectory_id": trajectory_id,
            "type_key": "concern_conversation",
            "starts_at": moment,
        }
        planned = factory.add_conversation(
            services, trajectory_id, key="concern_conversation", starts_at=moment
        )
        page.refresh()
        assert not form.review_button.isVisible()
        click(form.review_talk)
        assert opened[-1] == ("conversation", {"conversation_id": planned.id})


class TestGoals:
    """At most three, each with its outcome."""

    def test_a_fourth_is_said_in_its_place(self, page: GrowthPlanPage, services: Services) -> None:
        form = form_of(page)
        for _ in range(2):
            click(form.add_goal)
        assert form.goals[-1].text.area.hasFocus()
        assert not form.goal_message.isVisible()
        click(form.add_goal)
        assert form.goal_message.isVisible()
        assert form.goal_message.text() == "A growth plan has at most 3 goals: choose what comes first."
        assert len(kept(services, page).goals) == 3
        click(form.goals[1].remove_button)
        assert len(kept(services, page).goals) == len(form.goals) == 2
        assert not form.goal_message.isVisible()

    def test_what_became_of_one(self, page: GrowthPlanPage, services: Services) -> None:
        goal = first_goal(page)
        assert not goal.outcome_words.isVisible()
        goal.outcome.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(goal.outcome, Qt.Key.Key_Down)
        QApplication.processEvents()
        [found] = kept(services, page).goals
        assert (found.outcome, found.outcome_on) == (GoalOutcome.REACHED, TODAY)
        assert goal.outcome_words.isVisible()
        QTest.keyClicks(goal.outcome_words.area, "elke week")
        page.flush()
        assert kept(services, page).goals[0].outcome_words == "elke week"


class TestTheEnd:
    """Closing, opening again, deleting."""

    def test_a_closed_plan_is_read_and_another_can_begin(
        self, page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID
    ) -> None:
        form = form_of(page)
        QTest.keyClicks(form.facts.area, "feit")
        click(form.close_button)
        assert kept(services, page).row.closed_on == TODAY
        assert kept(services, page).facts == "feit"
        assert form.facts.area.isReadOnly()
        assert not form.closing.area.isReadOnly()
        assert not form.add_goal.isVisible()
        assert "Closed on Thursday 22 January 2026." in page.head.facts.text()
        click(page.head.begin_button)
        assert len(services.growth_plans.of_trajectory(trajectory_id)) == 2
        assert form.facts.area.text() == ""
        assert page.head.plans is not None
        assert page.head.plans.count() == 2

    def test_open_again(self, page: GrowthPlanPage, services: Services) -> None:
        form = form_of(page)
        click(form.close_button)
        click(form.open_button)
        assert kept(services, page).row.closed_on is None
        assert not form.facts.area.isReadOnly()

    def test_deleting_leaves_the_page_empty_and_the_bin_full(
        self, page: GrowthPlanPage, services: Services
    ) -> None:
        QTest.keyClicks(form_of(page).facts.area, "feit")
        click(page.head.delete_button)
        assert page.nothing.isVisible()
        assert not form_of(page).isVisible()
        assert [item.student for item in services.history.bin()] == ["Łukasz"]
        services.history.undo()
        page.refresh()
        assert form_of(page).facts.area.text() == "feit"


class TestTime:
    """How long there still is, and that six weeks are needed."""

    def test_no_last_round_is_something_to_mind(self, page: GrowthPlanPage) -> None:
        assert page.head.short.isVisible()
        assert "No last round is planned yet" in page.head.short.text()

    def test_enough(self, page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID) -> None:
        factory.add_round(services, trajectory_id, number=3, kind=RoundKind.FINAL, held_on=date(2026, 6, 9))
        page.refresh()
        assert not page.head.short.isVisible()
        assert page.head.time.text() == "Until round 3 on 9 June there are 19 weeks."

    def test_too_late(
        self, page: GrowthPlanPage, services: Services, trajectory_id: uuid.UUID, clock: FixedClock
    ) -> None:
        factory.add_round(services, trajectory_id, number=3, kind=RoundKind.FINAL, held_on=date(2026, 6, 9))
        clock.moment = datetime.fromisoformat("2026-05-05T09:00")
        page.refresh()
        assert page.head.short.isVisible()
        assert page.head.short.text() == (
            "Until round 3 on 9 June there are 5 weeks. That is less than six: talk about what can still be done."
        )


class TestPrinting:
    """Before the student knows it is asked in place, and never refused."""

    def dialogs(self, page: GrowthPlanPage) -> list[SheetDialog]:
        QApplication.processEvents()
        return page.findChildren(SheetDialog)

    def test_it_is_asked_whether_the_student_knows(self, page: GrowthPlanPage, services: Services) -> None:
        click(page.head.print_button)
        assert self.dialogs(page) == []
        assert page.not_told.isVisible()
        assert page.not_told.question.text().startswith("Does Łukasz know of this plan?")
        assert page.not_told.day.hasFocus()
        page.not_told.day.setDate(QDate(2026, 1, 20))
        click(page.not_told.told_button)
        assert kept(services, page).told_on == date(2026, 1, 20)
        [dialog] = self.dialogs(page)
        assert not page.not_told.isVisible()
        dialog.reject()

    def test_one_may_print_all_the_same(self, page: GrowthPlanPage, services: Services) -> None:
        click(page.head.print_button)
        click(page.not_told.anyway_button)
        [dialog] = self.dialogs(page)
        dialog.reject()
        assert kept(services, page).told_on is None

    def test_once_noted_it_is_not_asked_again(
        self, page: GrowthPlanPage, services: Services, plan_id: uuid.UUID, tmp_path: Path
    ) -> None:
        services.growth_plans.save_day(plan_id, PlanDay.TOLD_ON, TODAY, version=1)
        page.refresh()
        QTest.keyClicks(form_of(page).facts.area, "feit")
        click(page.head.print_button)
        [dialog] = self.dialogs(page)
        assert kept(services, page).facts == "feit"
        dialog.reject()

    def test_the_empty_form(self, empty_page: GrowthPlanPage) -> None:
        click(empty_page.head.blank_button)
        [dialog] = self.dialogs(empty_page)
        assert dialog.windowTitle() == "Growth plan to fill in by hand"
        dialog.reject()


@pytest.mark.usefixtures("joint")
def test_on_a_shared_screen_it_is_the_students_own_and_nothing_is_deleted(page: GrowthPlanPage) -> None:
    assert GrowthPlanPage.joint
    assert form_of(page).isVisible()
    assert not page.head.delete_button.isVisible()
    assert page.back_target == "student"


def test_the_keyboard_goes_as_one_reads(page: GrowthPlanPage) -> None:
    hands = Hands()
    page.focus_first()
    form = form_of(page)
    goal = first_goal(page)
    for stop in (
        *(column.area for column in form.columns),
        goal.remove_button,
        *(text.area for text in goal.texts()[:3]),
        goal.due.tick,
        goal.outcome,
        form.add_goal,
        form.told.tick,
        form.informed.area,
        form.review.tick,
        form.review_button,
    ):
        hands.press(Qt.Key.Key_Tab)
        assert stop.hasFocus(), stop.accessibleName()


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 1278, 684), (1.25, 1278, 684), (1.5, 1278, 684), (1.0, 632, 340)]
)
def test_nothing_is_clipped_or_nameless(
    page: GrowthPlanPage,
    services: Services,
    plan_id: uuid.UUID,
    qapp: QApplication,
    scale: float,
    width: int,
    height: int,
) -> None:
    goal = first_goal(page)
    services.growth_plans.settle_goal(goal.goal_id, GoalOutcome.NOT_YET, version=1)
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    other = GrowthPlanPage()
    other.set_services(services)
    other.resize(width, height)
    other.open(**page.place())
    other.show()
    click(other.head.print_button)
    qapp.processEvents()
    assert reading.clipped_in(other) == []
    assert reading.nameless_in(other) == []
    columns = form_of(other).columns
    side_by_side = (
        columns[0].mapTo(other, columns[0].rect().topLeft()).y()
        == columns[1].mapTo(other, columns[1].rect().topLeft()).y()
    )
    assert side_by_side == (width >= theme.scaled(1000))
    other.close()
    other.deleteLater()
